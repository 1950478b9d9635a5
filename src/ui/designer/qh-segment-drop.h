/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets things be dropped on @widget, which stands for @segment: another segment goes before or
 * behind it; the client's words, frictions, promises and content are linked to it; a person comes
 * along. With @segment NULL the widget stands for the plan: words and promises go to the opening, a
 * friction becomes a segment that takes it away, and content one of its own. */
void qh_segment_drop_attach (GtkWidget *widget, QhPlanEditor *editor, QhSegment *segment);

/* Drops @record on @segment (or the plan): what the above comes down to. @after: behind it. */
gboolean qh_plan_editor_drop (QhPlanEditor *editor, QhRecord *record, QhSegment *segment,
                              gboolean after);

/* Lets @record be dragged from @widget into a plan, or within it. */
void qh_record_drag_attach (GtkWidget *widget, QhRecord *record);

G_END_DECLS
