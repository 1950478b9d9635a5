/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"

G_BEGIN_DECLS

/* What can be done to one segment, as actions, for menus, keys and tests alike: longer, shorter,
 * earlier, later, kind (s, with the present one as its state), link ((ss): field and id),
 * duplicate, remove, show. Put on the segment's block and row as the group "segment". */
#define QH_TYPE_SEGMENT_ACTIONS (qh_segment_actions_get_type ())
G_DECLARE_FINAL_TYPE (QhSegmentActions, qh_segment_actions, QH, SEGMENT_ACTIONS, GSimpleActionGroup)

QhSegmentActions *qh_segment_actions_new (QhPlanEditor *editor, QhSegment *segment);

G_END_DECLS
