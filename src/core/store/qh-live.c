/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The identity map: one live object for a row, held weakly, with the values of the row beside it,
 * so that a save knows what was changed here and what somebody else changed meanwhile. */
#include "store/qh-store-private.h"

typedef struct {
  QhStore *store;
  QhRecord *record; /* weak */
  QhSnapshot *base;
} QhLive;

static void
on_record_gone (gpointer data, GObject *object)
{
  QhLive *live = data;

  live->record = NULL;
  g_hash_table_remove (live->store->live, qh_snapshot_id (live->base));
}

static void
live_free (gpointer data)
{
  QhLive *live = data;

  if (live->record != NULL)
    g_object_weak_unref (G_OBJECT (live->record), on_record_gone, live);
  qh_snapshot_free (live->base);
  g_free (live);
}

void
qh_live_init (QhStore *store)
{
  store->live = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, live_free);
}

void
qh_live_clear (QhStore *store)
{
  g_clear_pointer (&store->live, g_hash_table_unref);
}

static QhLive *
find (QhStore *store, const char *id)
{
  return id != NULL ? g_hash_table_lookup (store->live, id) : NULL;
}

QhRecord *
qh_live_find (QhStore *store, const char *id)
{
  QhLive *live = find (store, id);

  return live != NULL ? live->record : NULL;
}

QhSnapshot *
qh_live_base (QhStore *store, QhRecord *record)
{
  QhLive *live = find (store, record->id);

  return live != NULL && live->record == record ? live->base : NULL;
}

void
qh_live_keep (QhStore *store, QhRecord *record)
{
  QhLive *live = find (store, record->id);

  if (live != NULL && live->record == record) {
    qh_snapshot_take (live->base, record);
    return;
  }
  g_return_if_fail (live == NULL);
  live = g_new (QhLive, 1);
  live->store = store;
  live->record = record;
  live->base = qh_snapshot_new (record);
  g_object_weak_ref (G_OBJECT (record), on_record_gone, live);
  g_hash_table_insert (store->live, g_strdup (record->id), live);
}

void
qh_live_drop (QhStore *store, const char *id)
{
  g_hash_table_remove (store->live, id);
}

void
qh_live_refresh (QhStore *store, QhRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRecord) row = NULL;
  QhLive *live = find (store, record->id);

  if (live == NULL || live->record != record)
    return;
  row = qh_store_read_row (store, qh_record_get_entity (record), record->id, &error);
  if (error != NULL) {
    /* The next look at the store reads it again. */
    g_message ("%s: %s", record->id, error->message);
    store->data_version = QH_NONE;
    return;
  }
  if (row == NULL) {
    qh_live_drop (store, record->id);
    return;
  }
  qh_snapshot_take (live->base, row);
  qh_record_assign (record, row);
}

void
qh_store_revert (QhStore *store, QhRecord *record)
{
  g_return_if_fail (QH_IS_STORE (store) && QH_IS_RECORD (record));
  qh_live_refresh (store, record);
}

void
qh_live_go_back (QhStore *store, QhRecord *record, QhSnapshot *base, gboolean and_record)
{
  QhLive *live = find (store, record->id);

  if (live == NULL || live->record != record)
    return;
  if (base == NULL) {
    qh_live_drop (store, record->id);
    return;
  }
  qh_snapshot_free (live->base);
  live->base = qh_snapshot_copy (base);
  if (and_record)
    qh_snapshot_restore (live->base, record, ~G_GUINT64_CONSTANT (0));
}

GPtrArray *
qh_live_list (QhStore *store, const QhEntity *entity)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, store->live);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    QhLive *live = value;
    if (entity == NULL || qh_record_get_entity (live->record) == entity)
      g_ptr_array_add (records, g_object_ref (live->record));
  }
  return records;
}
