/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What a segment holds beside title, kind and length: output, notes, the client's share of the
 * talking, what it leaves behind, whether it stays in the short cut and takes an order. */
#define QH_TYPE_SEGMENT_DETAILS (qh_segment_details_get_type ())
G_DECLARE_FINAL_TYPE (QhSegmentDetails, qh_segment_details, QH, SEGMENT_DETAILS, AdwBin)

GtkWidget *qh_segment_details_new (QhPlanEditor *editor, QhSegment *segment);

void qh_segment_details_edit_output (QhSegmentDetails *self);

/* The choices of the share, by their place in the list: 0 is the kind's own (QH_NONE), then 0 to
 * 100 in tens. A share between them takes the place after those. */
guint qh_share_choice (gint64 percent);
gint64 qh_choice_share (guint choice, gint64 present);

G_END_DECLS
