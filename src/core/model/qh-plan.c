/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan owns its meeting's segments in order; every door through which the order can change
 * renumbers them. */
#include "model/qh-plan.h"

/* What a client gives who has said nothing else. */

struct _QhPlan {
  GObject parent_instance;

  QhMeeting *meeting;
  GListStore *segments;
  GListStore *attendees;
};

G_DEFINE_FINAL_TYPE (QhPlan, qh_plan, G_TYPE_OBJECT)

static void
qh_plan_finalize (GObject *object)
{
  QhPlan *self = QH_PLAN (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->segments);
  g_clear_object (&self->attendees);
  G_OBJECT_CLASS (qh_plan_parent_class)->finalize (object);
}

static void
qh_plan_class_init (QhPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qh_plan_finalize;
}

static void
qh_plan_init (QhPlan *self)
{
  self->segments = g_list_store_new (qh_segment_get_type ());
  self->attendees = g_list_store_new (qh_attendee_get_type ());
}

static void
renumber (QhPlan *self)
{
  for (guint i = 0; i < qh_plan_n_segments (self); i++)
    qh_record_set_int (QH_RECORD (qh_plan_segment (self, i)), "position", i);
}

QhPlan *
qh_plan_new (QhMeeting *meeting)
{
  QhPlan *self = g_object_new (QH_TYPE_PLAN, NULL);

  self->meeting = g_object_ref (meeting);
  return self;
}

QhMeeting *
qh_plan_get_meeting (QhPlan *plan)
{
  g_return_val_if_fail (QH_IS_PLAN (plan), NULL);
  return plan->meeting;
}

GListModel *
qh_plan_get_segments (QhPlan *plan)
{
  g_return_val_if_fail (QH_IS_PLAN (plan), NULL);
  return G_LIST_MODEL (plan->segments);
}

GListModel *
qh_plan_get_attendees (QhPlan *plan)
{
  g_return_val_if_fail (QH_IS_PLAN (plan), NULL);
  return G_LIST_MODEL (plan->attendees);
}

guint
qh_plan_n_segments (QhPlan *plan)
{
  return g_list_model_get_n_items (G_LIST_MODEL (plan->segments));
}

QhSegment *
qh_plan_segment (QhPlan *plan, guint position)
{
  g_autoptr (QhSegment) segment = g_list_model_get_item (G_LIST_MODEL (plan->segments), position);
  return segment; /* the list keeps it alive */
}

QhSegment *
qh_plan_find_segment (QhPlan *plan, const char *id)
{
  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    QhSegment *segment = qh_plan_segment (plan, i);
    if (g_strcmp0 (QH_RECORD (segment)->id, id) == 0)
      return segment;
  }
  return NULL;
}

void
qh_plan_insert (QhPlan *plan, QhSegment *segment, guint position)
{
  g_return_if_fail (!g_list_store_find (plan->segments, segment, NULL));
  if (QH_RECORD (plan->meeting)->id != NULL)
    qh_record_set_string (QH_RECORD (segment), "meeting", QH_RECORD (plan->meeting)->id);
  g_list_store_insert (plan->segments, MIN (position, qh_plan_n_segments (plan)), segment);
  renumber (plan);
}

void
qh_plan_remove (QhPlan *plan, QhSegment *segment)
{
  guint position;

  g_return_if_fail (g_list_store_find (plan->segments, segment, &position));
  g_list_store_remove (plan->segments, position);
  renumber (plan);
}

void
qh_plan_move (QhPlan *plan, QhSegment *segment, guint position)
{
  g_autoptr (QhSegment) kept = g_object_ref (segment);
  guint present;

  g_return_if_fail (g_list_store_find (plan->segments, segment, &present));
  position = MIN (position, qh_plan_n_segments (plan) - 1);
  if (position == present)
    return;
  g_list_store_remove (plan->segments, present);
  g_list_store_insert (plan->segments, position, kept);
  renumber (plan);
}

void
qh_plan_add_attendee (QhPlan *plan, QhAttendee *attendee)
{
  if (QH_RECORD (plan->meeting)->id != NULL)
    qh_record_set_string (QH_RECORD (attendee), "meeting", QH_RECORD (plan->meeting)->id);
  g_list_store_append (plan->attendees, attendee);
}

void
qh_plan_remove_attendee (QhPlan *plan, QhAttendee *attendee)
{
  guint position;

  g_return_if_fail (g_list_store_find (plan->attendees, attendee, &position));
  g_list_store_remove (plan->attendees, position);
}

static gint64
sum (QhPlan *plan, gboolean modalities_only)
{
  gint64 total = 0;

  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    QhSegment *segment = qh_plan_segment (plan, i);
    if (!modalities_only || qh_segment_kind_is_modality (segment->kind))
      total += MAX (segment->seconds, 0);
  }
  return total;
}

gint64
qh_plan_total (QhPlan *plan)
{
  return sum (plan, FALSE);
}

gint64
qh_plan_modal (QhPlan *plan)
{
  return sum (plan, TRUE);
}

gint64
qh_client_limit (QhClient *client)
{
  gint64 minutes = QH_LIMIT_MINUTES;

  if (client != NULL && client->minutes_limit > 0)
    minutes = client->minutes_limit;
  return minutes * QH_MINUTE;
}

gint64
qh_plan_budget (QhPlan *plan, QhClient *client)
{
  return plan->meeting->budget > 0 ? plan->meeting->budget : qh_client_limit (client);
}

gboolean
qh_segment_kind_is_modality (int kind)
{
  return kind >= QH_SEGMENT_KIND_EDUCATE && kind <= QH_SEGMENT_KIND_AESTHETICS;
}

int
qh_modality_kind (int modality)
{
  switch (modality) {
  case QH_MODALITY_IMPROVE:
    return QH_SEGMENT_KIND_IMPROVE;
  case QH_MODALITY_ESCAPE:
    return QH_SEGMENT_KIND_ESCAPE;
  case QH_MODALITY_AESTHETICS:
    return QH_SEGMENT_KIND_AESTHETICS;
  default:
    return QH_SEGMENT_KIND_EDUCATE;
  }
}

gint64
qh_segment_share (QhSegment *segment)
{
  static const gint64 shares[] = {
    [QH_SEGMENT_KIND_UNSET] = 0,    [QH_SEGMENT_KIND_OPEN] = 50,
    [QH_SEGMENT_KIND_EDUCATE] = 30, [QH_SEGMENT_KIND_IMPROVE] = 60,
    [QH_SEGMENT_KIND_ESCAPE] = 50,  [QH_SEGMENT_KIND_AESTHETICS] = 20,
    [QH_SEGMENT_KIND_CLOSE] = 50,   [QH_SEGMENT_KIND_HOUSEKEEPING] = 20,
  };

  return segment->client_share != QH_NONE ? segment->client_share : shares[segment->kind];
}
