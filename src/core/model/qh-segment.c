/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-segment.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhSegment, meeting, N_ ("Meeting"), QH_FIELD_REQUIRED, "meeting"),
  QH_FIELD_INTEGER (QhSegment, position, N_ ("Position"), 0, 0, 9999, QH_NONE),
  QH_FIELD_ENUM (QhSegment, kind, N_ ("Kind"), QH_FIELD_REQUIRED, qh_segment_kind_values, 0),
  QH_FIELD_INTEGER (QhSegment, seconds, N_ ("Length"), QH_FIELD_REQUIRED, 0, 14400, 120),
  QH_FIELD_TEXT (QhSegment, title, N_ ("Title"), QH_FIELD_REQUIRED | QH_FIELD_SEARCHABLE),
  QH_FIELD_TEXT (QhSegment, output, N_ ("Output"), QH_FIELD_SEARCHABLE),
  QH_FIELD_TEXT (QhSegment, notes, N_ ("Notes"), QH_FIELD_PRIVATE),
  QH_FIELD_INTEGER (QhSegment, client_share, N_ ("The client's share of the talking"), 0, 0, 100,
                    QH_NONE),
  QH_FIELD_BOOLEAN (QhSegment, must, N_ ("Stays in the short cut")),
  QH_FIELD_ENUM (QhSegment, leave_behind, N_ ("Leaves behind"), 0, qh_leave_behind_values,
                 QH_LEAVE_BEHIND_NONE),
  QH_FIELD_BOOLEAN (QhSegment, takes_order, N_ ("Takes an order")),
  QH_FIELD_REFERENCE (QhSegment, content, N_ ("Content"), 0, "content"),
  QH_FIELD_REFERENCE (QhSegment, friction, N_ ("Friction"), 0, "friction"),
  QH_FIELD_REFERENCE (QhSegment, remark, N_ ("Remark"), 0, "remark"),
  QH_FIELD_REFERENCE (QhSegment, promise, N_ ("Promise"), 0, "promise"),
  QH_FIELD_INTEGER (QhSegment, actual, N_ ("Actual length"), 0, 0, 86400, QH_NONE),
};

QH_DEFINE_RECORD (QhSegment, qh_segment, "segment", "segments", N_ ("Segment"), "title", fields,
                  NULL)
