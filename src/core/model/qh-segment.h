/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* A stretch of a meeting, of one kind. */
QH_DECLARE_RECORD (QhSegment, qh_segment, SEGMENT)

struct _QhSegment {
  QhRecord parent_instance;

  char *meeting; /* id of a meeting */
  gint64 position;
  int kind; /* QhSegmentKind */
  gint64 seconds; /* seconds */
  char *title;
  char *output;
  char *notes;
  gint64 client_share;
  gboolean must;
  int leave_behind; /* QhLeaveBehind */
  gboolean takes_order;
  char *content; /* id of a content */
  char *friction; /* id of a friction */
  char *remark; /* id of a remark */
  char *promise; /* id of a promise */
  gint64 actual; /* seconds */
};

G_END_DECLS
