/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"

G_BEGIN_DECLS

/* Everything a person can do to a plan beside typing: each is one change, with one name in the undo
 * list. They return whether it was saved; when not, the editor has said why. */

/* The last position, in qh_plan_insert's sense. */
#define QH_LAST G_MAXUINT

/* A new segment of @kind with the title and length such a segment begins with, where it belongs
 * (open first, close last, the others before the close). Borrowed; NULL when it was not saved. */
QhSegment *qh_plan_editor_add (QhPlanEditor *self, int kind);
gboolean qh_plan_editor_duplicate (QhPlanEditor *self, QhSegment *segment);
gboolean qh_plan_editor_remove (QhPlanEditor *self, QhSegment *segment);

/* With @done FALSE a preview: nothing is saved yet. */
gboolean qh_plan_editor_move (QhPlanEditor *self, QhSegment *segment, guint position,
                              gboolean done);
gboolean qh_plan_editor_stretch (QhPlanEditor *self, QhSegment *segment, gint64 seconds,
                                 gboolean done);
/* By steps of 30 s. */
gboolean qh_plan_editor_step (QhPlanEditor *self, QhSegment *segment, int steps);
gboolean qh_plan_editor_set_kind (QhPlanEditor *self, QhSegment *segment, int kind);

/* Links @segment to the record @id of @field ("remark", "friction", "promise", "content"); NULL
 * takes the link off. */
gboolean qh_plan_editor_link (QhPlanEditor *self, QhSegment *segment, const char *field,
                              const char *id);

/* Sends the client's words, or a promise to him, into the plan: linked to @segment, or (NULL) to
 * the opening, which is made where there is none. A friction or a content item: to @segment, or as
 * a segment of its own (escape, or of the item's modality). */
gboolean qh_plan_editor_send_remark (QhPlanEditor *self, QhRemark *remark, QhSegment *segment);
gboolean qh_plan_editor_send_promise (QhPlanEditor *self, QhPromise *promise, QhSegment *segment);
gboolean qh_plan_editor_send_friction (QhPlanEditor *self, QhFriction *friction,
                                       QhSegment *segment);
gboolean qh_plan_editor_send_content (QhPlanEditor *self, QhContent *content, QhSegment *segment);

/* The attendee who is @contact, borrowed; NULL when he is not. */
QhAttendee *qh_plan_editor_find_attendee (QhPlanEditor *self, const char *contact);
gboolean qh_plan_editor_invite (QhPlanEditor *self, QhContact *contact);
gboolean qh_plan_editor_uninvite (QhPlanEditor *self, QhAttendee *attendee);

/* The quick fix of the finding called @name (qh_finding_name); accepting it with a reason (blockers
 * refuse), and taking that back. FALSE too when it no longer stands. */
gboolean qh_plan_editor_fix (QhPlanEditor *self, const char *name);
gboolean qh_plan_editor_accept (QhPlanEditor *self, const char *name, const char *reason);
gboolean qh_plan_editor_unaccept (QhPlanEditor *self, const char *name);

gboolean qh_plan_editor_apply_blueprint (QhPlanEditor *self, const char *blueprint);

/* What a new segment of @kind is called, translated. */
const char *qh_segment_kind_title (int kind);

/* Where a new segment of @kind belongs in @plan. */
guint qh_plan_place_for (QhPlan *plan, int kind);

G_END_DECLS
