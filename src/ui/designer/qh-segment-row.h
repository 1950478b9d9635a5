/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A segment in the list, edited in place: title, kind, links, length; more when it is opened. */
#define QH_TYPE_SEGMENT_ROW (qh_segment_row_get_type ())
G_DECLARE_FINAL_TYPE (QhSegmentRow, qh_segment_row, QH, SEGMENT_ROW, GtkListBoxRow)

/* @menu: what right click opens. */
GtkWidget *qh_segment_row_new (QhPlanEditor *editor, QhSegment *segment, GMenuModel *menu);

/* (transfer none) */
QhSegment *qh_segment_row_get_segment (QhSegmentRow *self);

/* Puts the focus into the title, with all text selected. */
void qh_segment_row_edit (QhSegmentRow *self);

G_END_DECLS
