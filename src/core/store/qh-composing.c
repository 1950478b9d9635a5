/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-composing.h"
#include "store/qh-gather.h"

/* Reviews the proposal with what the store knows of its own texts. */
static gboolean
judge (QhStore *store, QhComposed *composed, GError **error)
{
  g_autoptr (QhContext) context = qh_store_gather (store, composed->plan, error);

  if (context == NULL)
    return FALSE;
  qh_composed_judge (composed, context);
  return TRUE;
}

static gboolean
is_copied (const QhComposed *composed)
{
  for (guint i = 0; i < composed->review->findings->len; i++) {
    const QhFinding *finding = g_ptr_array_index (composed->review->findings, i);
    if (g_strcmp0 (finding->rule, "output.copied") == 0)
      return TRUE;
  }
  return FALSE;
}

QhComposed *
qh_store_compose (QhStore *store, QhPlan *plan, GError **error)
{
  g_autoptr (QhContext) context = qh_store_gather (store, plan, error);
  g_autoptr (QhComposed) composed = context != NULL ? qh_compose_new (context) : NULL;

  if (composed == NULL)
    return NULL;
  do
    if (!judge (store, composed, error))
      return NULL;
  while (is_copied (composed) && qh_composed_reword (composed, context));
  return judge (store, composed, error) ? g_steal_pointer (&composed) : NULL;
}

QhComposed *
qh_store_compose_meeting (QhStore *store, const char *client, gint64 minutes, GError **error)
{
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  g_autoptr (QhPlan) plan = NULL;

  qh_record_set_string (QH_RECORD (meeting), "client", client);
  if (minutes > 0)
    qh_record_set_int (QH_RECORD (meeting), "budget", minutes * QH_MINUTE);
  plan = qh_plan_new (meeting);
  return qh_store_compose (store, plan, error);
}

/* --- Taking */

static void
take_meeting (QhPlan *plan, QhPlan *proposed)
{
  static const char *const texts[] = {
    "title", "output", "measure", "ask", "fallback", "questions"
  };
  QhRecord *meeting = QH_RECORD (qh_plan_get_meeting (plan));
  QhRecord *from = QH_RECORD (qh_plan_get_meeting (proposed));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    const QhField *field = qh_entity_field (&qh_meeting_entity, texts[i]);
    g_autofree char *text = qh_record_get_text (from, field);
    if (qh_record_is_none (meeting, field))
      qh_record_set_string (meeting, texts[i], text);
  }
  qh_record_set_int (meeting, "mode", QH_MEETING (from)->mode);
}

static void
take_attendees (QhPlan *plan, QhPlan *proposed)
{
  GListModel *attendees = qh_plan_get_attendees (proposed);

  if (g_list_model_get_n_items (qh_plan_get_attendees (plan)) > 0)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++) {
    g_autoptr (QhRecord) attendee = g_list_model_get_item (attendees, i);
    g_autoptr (QhRecord) copy = qh_record_duplicate (attendee);
    qh_plan_add_attendee (plan, QH_ATTENDEE (copy));
  }
}

/* Where a segment of @kind belongs: behind those of the kinds that come before it. */
static guint
find_place (QhPlan *plan, int kind)
{
  static const int order[] = {
    [QH_SEGMENT_KIND_OPEN] = 0,       [QH_SEGMENT_KIND_ESCAPE] = 1,
    [QH_SEGMENT_KIND_EDUCATE] = 2,    [QH_SEGMENT_KIND_IMPROVE] = 2,
    [QH_SEGMENT_KIND_AESTHETICS] = 3, [QH_SEGMENT_KIND_UNSET] = 3,
    [QH_SEGMENT_KIND_CLOSE] = 4,      [QH_SEGMENT_KIND_HOUSEKEEPING] = 5,
  };
  guint place = 0;

  for (guint i = 0; i < qh_plan_n_segments (plan); i++)
    if (order[qh_plan_segment (plan, i)->kind] <= order[kind])
      place = i + 1;
  return place;
}

void
qh_composed_take (const QhComposed *composed, QhPlan *plan, GHashTable *chosen)
{
  if (chosen == NULL) {
    take_meeting (plan, composed->plan);
    take_attendees (plan, composed->plan);
    while (qh_plan_n_segments (plan) > 0)
      qh_plan_remove (plan, qh_plan_segment (plan, 0));
  }
  for (guint i = 0; i < qh_plan_n_segments (composed->plan); i++) {
    QhSegment *segment = qh_plan_segment (composed->plan, i);
    g_autoptr (QhRecord) copy = qh_record_duplicate (QH_RECORD (segment));
    if (chosen != NULL && !g_hash_table_contains (chosen, GUINT_TO_POINTER (i)))
      continue;
    qh_record_set_string (copy, "meeting", NULL);
    qh_plan_insert (plan, QH_SEGMENT (copy),
                    chosen != NULL ? find_place (plan, segment->kind) : G_MAXUINT);
  }
}
