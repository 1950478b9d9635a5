/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* A remark of a reviewer on a segment, a field, or the whole. */
QH_DECLARE_RECORD (QhComment, qh_comment, COMMENT)

struct _QhComment {
  QhRecord parent_instance;

  char *review; /* id of a review */
  char *segment; /* id of a segment */
  char *field;
  char *text;
  gboolean done;
};

G_END_DECLS
