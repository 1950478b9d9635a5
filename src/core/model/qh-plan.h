/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-model.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* A plan: a meeting with its segments in order and its attendees. What the designer edits, the
 * design review reads and an export writes. Its segments' positions are always dense. */
#define QH_TYPE_PLAN (qh_plan_get_type ())
G_DECLARE_FINAL_TYPE (QhPlan, qh_plan, QH, PLAN, GObject)

QhPlan *qh_plan_new (QhMeeting *meeting);

/* All (transfer none). Segments are QhSegment by position; attendees are QhAttendee. */
QhMeeting *qh_plan_get_meeting (QhPlan *plan);
GListModel *qh_plan_get_segments (QhPlan *plan);
GListModel *qh_plan_get_attendees (QhPlan *plan);

guint qh_plan_n_segments (QhPlan *plan);
/* The segment at @position, borrowed; NULL past the end. */
QhSegment *qh_plan_segment (QhPlan *plan, guint position);
/* The segment with @id, borrowed; NULL when there is none. */
QhSegment *qh_plan_find_segment (QhPlan *plan, const char *id);

/* Puts @segment (which must not be in a plan) at @position, or last where that is past the end. */
void qh_plan_insert (QhPlan *plan, QhSegment *segment, guint position);
void qh_plan_remove (QhPlan *plan, QhSegment *segment);
void qh_plan_move (QhPlan *plan, QhSegment *segment, guint position);

void qh_plan_add_attendee (QhPlan *plan, QhAttendee *attendee);
void qh_plan_remove_attendee (QhPlan *plan, QhAttendee *attendee);

/* The sum of all segments, and of the four modalities, in seconds. */
gint64 qh_plan_total (QhPlan *plan);
gint64 qh_plan_modal (QhPlan *plan);

/* The planned length in seconds: the meeting's budget, else the client's limit (@client may be
 * NULL: 15 minutes). */
gint64 qh_plan_budget (QhPlan *plan, QhClient *client);

/* What a client gives who has not said. */
#define QH_LIMIT_MINUTES 15

/* The client's limit in seconds; 15 minutes for NULL. */
gint64 qh_client_limit (QhClient *client);

/* educate, improve, escape and aesthetics are the modalities. */
gboolean qh_segment_kind_is_modality (int kind);

/* The kind of segment in which an item of @modality is given. */
int qh_modality_kind (int modality);

/* The client's share of the talking, in percent: the segment's own, else its kind's default. */
gint64 qh_segment_share (QhSegment *segment);

G_END_DECLS
