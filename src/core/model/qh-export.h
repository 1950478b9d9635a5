/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* What has left the house. */
QH_DECLARE_RECORD (QhExport, qh_export, EXPORT)

struct _QhExport {
  QhRecord parent_instance;

  char *meeting; /* id of a meeting */
  gint64 revision;
  int edition; /* QhEdition */
  char *digest;
  gint64 exported; /* instant */
  char *bytes; /* a plan file, as it left; NULL: nothing that can be held against the plan */
};

G_END_DECLS
