/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan out of and into the store: a meeting with its segments and attendees. */
#include "store/qh-store-private.h"

QhPlan *
qh_store_load_plan (QhStore *store, const char *meeting, GError **error)
{
  const char *values[] = { meeting, NULL };
  g_autoptr (QhRecord) record = NULL;
  g_autoptr (GPtrArray) segments = NULL;
  g_autoptr (GPtrArray) attendees = NULL;
  QhPlan *plan;

  g_return_val_if_fail (QH_IS_STORE (store) && meeting != NULL, NULL);
  record = qh_store_get (store, &qh_meeting_entity, meeting, error);
  if (record == NULL)
    return NULL;
  segments = qh_store_select (store, &qh_segment_entity, "WHERE meeting = ?1 ORDER BY position",
                              values, error);
  attendees = segments == NULL ? NULL
                               : qh_store_select (store, &qh_attendee_entity,
                                                  "WHERE meeting = ?1 ORDER BY id", values, error);
  if (attendees == NULL)
    return NULL;
  plan = qh_plan_new ((QhMeeting *)record);
  for (guint i = 0; i < segments->len; i++)
    qh_plan_insert (plan, g_ptr_array_index (segments, i), i);
  for (guint i = 0; i < attendees->len; i++)
    qh_plan_add_attendee (plan, g_ptr_array_index (attendees, i));
  return plan;
}

/* --- Saving */

/* The ids of the records in @list. */
static GHashTable *
collect_ids (GListModel *list)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++) {
    g_autoptr (QhRecord) record = g_list_model_get_item (list, i);
    if (record->id != NULL)
      g_hash_table_add (ids, g_strdup (record->id));
  }
  return ids;
}

/* Deletes what the store has of @entity for the meeting, and the plan no longer. */
static gboolean
delete_gone (QhStore *store, const QhEntity *entity, const char *meeting, GListModel *list,
             GError **error)
{
  g_autoptr (GHashTable) ids = collect_ids (list);
  g_autoptr (GPtrArray) stored = qh_store_select (store, entity, "WHERE meeting = ?1",
                                                  (const char *[]){ meeting, NULL }, error);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < stored->len; i++) {
    QhRecord *record = g_ptr_array_index (stored, i);
    if (!g_hash_table_contains (ids, record->id) && !qh_store_delete_part (store, record, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_list (QhStore *store, const char *meeting, GListModel *list, GError **error)
{
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++) {
    g_autoptr (QhRecord) record = g_list_model_get_item (list, i);
    qh_record_set_string (record, "meeting", meeting);
    if (!qh_store_write (store, record, QH_SAVE_AS_IT_IS, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_plan (QhStore *store, QhPlan *plan, GError **error)
{
  QhRecord *meeting = (QhRecord *)qh_plan_get_meeting (plan);
  GListModel *segments = qh_plan_get_segments (plan);
  GListModel *attendees = qh_plan_get_attendees (plan);

  return qh_store_write (store, meeting, 0, error) &&
         delete_gone (store, &qh_segment_entity, meeting->id, segments, error) &&
         delete_gone (store, &qh_attendee_entity, meeting->id, attendees, error) &&
         write_list (store, meeting->id, segments, error) &&
         write_list (store, meeting->id, attendees, error);
}

gboolean
qh_store_save_plan (QhStore *store, QhPlan *plan, const char *label, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_PLAN (plan), FALSE);
  if (!qh_store_begin (store, label, error))
    return FALSE;
  if (write_plan (store, plan, error))
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  return qh_store_fail (store, error);
}
