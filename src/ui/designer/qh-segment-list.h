/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The segments of a plan in order, each edited in place. While there are none it offers the
 * blueprints (action "designer.blueprint") and the first segment. */
#define QH_TYPE_SEGMENT_LIST (qh_segment_list_get_type ())
G_DECLARE_FINAL_TYPE (QhSegmentList, qh_segment_list, QH, SEGMENT_LIST, AdwBin)

/* Once. @menu: the menu of every row. */
void qh_segment_list_set_editor (QhSegmentList *self, QhPlanEditor *editor, GMenuModel *menu);

/* Puts the focus on the row of @segment; with @edit into its title. */
void qh_segment_list_focus (QhSegmentList *self, QhSegment *segment, gboolean edit);

/* Opens the menu that adds a segment. */
void qh_segment_list_add (QhSegmentList *self);

G_END_DECLS
