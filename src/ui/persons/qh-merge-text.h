/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/qh-record.h"

G_BEGIN_DECLS

/* A value of a record that two become. */
typedef struct {
  char *value; /* for people, on one line */
  char *about; /* "Phone · from the other", "Email · instead of “x@y”" */
} QhMergeLine;

/* What of @other is in the merged record, or is not: a line for each field in which it says
 * something else than @keep. (QhMergeLine, transfer full) */
GPtrArray *qh_merge_text_list (QhRecord *keep, QhRecord *other);

G_END_DECLS
