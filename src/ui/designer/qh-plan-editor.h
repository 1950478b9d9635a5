/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-design-review.h"
#include "designer/qh-plan-reviews.h"

G_BEGIN_DECLS

/* One plan while it is designed: the plan, the facts it is held against, and its review, all kept
 * fresh; and the one door through which it is edited. What the designer's widgets share. No widget
 * itself; the named edits stand in qh-plan-edits.h.
 *
 * Signals:
 *   "reviewed": the review is new: soon after every edit, whoever made it, and while dragging;
 *   "failed" (GError *): an edit could not be saved; the plan stands as it is in the store;
 *   "told" (const char *text): an edit that deserves a toast with Undo;
 *   "shown" (QhSegment *): someone wants to see this segment;
 *   "current-changed": another segment has the attention;
 *   "gone": the meeting is no more. */
#define QH_TYPE_PLAN_EDITOR (qh_plan_editor_get_type ())
G_DECLARE_FINAL_TYPE (QhPlanEditor, qh_plan_editor, QH, PLAN_EDITOR, GObject)

QhPlanEditor *qh_plan_editor_new (QhStore *store, const char *meeting, GError **error);

/* All borrowed. The plan and its lists stay the same objects; context and review are made anew. */
QhStore *qh_plan_editor_get_store (QhPlanEditor *self);
QhPlan *qh_plan_editor_get_plan (QhPlanEditor *self);
QhMeeting *qh_plan_editor_get_meeting (QhPlanEditor *self);
const QhContext *qh_plan_editor_get_context (QhPlanEditor *self);
const QhDesignReview *qh_plan_editor_get_review (QhPlanEditor *self);
/* What other people said of it; read when it is first asked for. */
QhPlanReviews *qh_plan_editor_get_reviews (QhPlanEditor *self);

/* Gathers and reviews now what waits to be. */
void qh_plan_editor_settle (QhPlanEditor *self);

/* The segment that has the attention, borrowed; NULL: none. */
QhSegment *qh_plan_editor_get_current (QhPlanEditor *self);
void qh_plan_editor_set_current (QhPlanEditor *self, QhSegment *segment);
void qh_plan_editor_show (QhPlanEditor *self, QhSegment *segment);

/* The finding whose qh_finding_name () is @name, borrowed until the next review; NULL: none. */
const QhFinding *qh_plan_editor_find_finding (QhPlanEditor *self, const char *name);

/* What tells @finding from the others of its review, and stays the same over reviews. (transfer
 * full) */
char *qh_finding_name (const QhFinding *finding);

/* For the edits. While @previewing the plan differs from the store on purpose. */
void qh_plan_editor_preview (QhPlanEditor *self);
/* Saves the plan as one change; on failure puts it back as it is in the store and emits "failed".
 * @extra (nullable): records to be saved with it. */
gboolean qh_plan_editor_save (QhPlanEditor *self, const char *label, GPtrArray *extra);
void qh_plan_editor_fail (QhPlanEditor *self, const GError *error);
void qh_plan_editor_tell (QhPlanEditor *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
