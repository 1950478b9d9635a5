/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-bulk.h"
#include "record/qh-record-sql.h"
#include "store/qh-derived.h"
#include "store/qh-settings.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhBulk, qh_bulk_free)

gboolean
qh_watch_go_on (const QhWatch *watch, guint done, guint whole, GError **error)
{
  if (watch == NULL)
    return TRUE;
  if (watch->progress != NULL)
    watch->progress (done, whole, watch->data);
  if (!g_cancellable_is_cancelled (watch->cancellable))
    return TRUE;
  g_set_error_literal (error, QH_ERROR, QH_ERROR_CANCELLED, _ ("It was cancelled."));
  return FALSE;
}

/* --- Reading */

gboolean
qh_bulk_each (QhStore *store, const QhEntity *entity, const char *tail, const char *const *values,
              QhBulkFunc func, gpointer data, GError **error)
{
  g_autofree char *columns = qh_entity_columns (entity, "");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s %s", columns, entity->name, tail);
  sqlite3_stmt *statement = qh_store_borrow (store, sql, error);
  g_autoptr (GError) failure = NULL;
  gboolean ok = statement != NULL;

  if (ok)
    qh_sqlite_bind_texts (statement, values);
  while (ok && qh_sqlite_step (statement, &failure)) {
    g_autoptr (QhRecord) record = qh_record_new (entity);
    qh_record_read (record, statement, 0);
    ok = func (record, data, error);
  }
  if (statement != NULL)
    qh_store_give_back (store, statement);
  if (failure == NULL)
    return ok;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
qh_bulk_each_in_order (QhStore *store, const QhEntity *entity, QhBulkFunc func, gpointer data,
                       GError **error)
{
  const char *tail = entity == &qh_movement_entity ? "ORDER BY rowid" : "ORDER BY created, id";

  return qh_bulk_each (store, entity, tail, NULL, func, data, error);
}

QhRecord *
qh_bulk_get (QhStore *store, const QhEntity *entity, const char *id, GError **error)
{
  return qh_store_read_row (store, entity, id, error);
}

/* --- Counting and indexing at the end
 *
 * The triggers are taken off and put back inside the change's transaction, so that nobody else ever
 * sees the store without them. */

struct _QhBulk {
  sqlite3 *db;
  GPtrArray *triggers; /* what made them */
  gint64 after[2]; /* the last row that was there before, of each of the entities */
  char *author; /* who works with the store; NULL: nobody says */
};

static const QhEntity *const bulk_entities[] = { &qh_client_entity, &qh_contact_entity };

/* Pages that are written again and again stay in memory. What the tables check of a value,
 * qh_record_check has checked of the same table of fields just before: once is enough. */
#define HURRY "PRAGMA cache_size = -65536; PRAGMA ignore_check_constraints = ON"
#define TAKE_CARE "PRAGMA cache_size = -2000; PRAGMA ignore_check_constraints = OFF"

void
qh_bulk_free (QhBulk *bulk)
{
  qh_sqlite_exec (bulk->db, TAKE_CARE, NULL);
  g_free (bulk->author);
  g_ptr_array_unref (bulk->triggers);
  g_free (bulk);
}

static gboolean
take_off (QhStore *store, QhBulk *bulk, const char *name, GError **error)
{
  sqlite3_stmt *statement = qh_store_borrow (
      store, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?1", error);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  found = qh_sqlite_step (statement, NULL);
  if (found)
    g_ptr_array_add (bulk->triggers, g_strdup ((const char *)sqlite3_column_text (statement, 0)));
  qh_store_give_back (store, statement);
  return !found || qh_sqlite_execf (store->db, error, "DROP TRIGGER %w", name);
}

/* Ids that were just made were in no line of the ledger before. */
static GPtrArray *
list_triggers (const QhEntity *entity)
{
  GPtrArray *names = qh_derived_insert_triggers (entity);

  g_ptr_array_add (names, g_strdup_printf ("%s_returns", entity->name));
  return names;
}

static gint64
last_row (QhStore *store, const QhEntity *entity)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (rowid), 0) FROM %s", entity->name);

  return qh_sqlite_int (store->db, sql, 0);
}

gboolean
qh_bulk_start (QhStore *store, GError **error)
{
  QhBulk *bulk;

  g_return_val_if_fail (store->change.depth > 0, FALSE);
  if (store->change.bulk != NULL)
    return TRUE;
  bulk = store->change.bulk = g_new0 (QhBulk, 1);
  bulk->db = store->db;
  bulk->triggers = g_ptr_array_new_with_free_func (g_free);
  bulk->author = qh_store_get_setting (store, QH_SETTING_USER_NAME);
  if (!qh_sqlite_exec (store->db, HURRY, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (bulk_entities); i++) {
    g_autoptr (GPtrArray) names = list_triggers (bulk_entities[i]);
    bulk->after[i] = last_row (store, bulk_entities[i]);
    for (guint k = 0; k < names->len; k++)
      if (!take_off (store, bulk, names->pdata[k], error))
        return FALSE;
  }
  return TRUE;
}

gboolean
qh_bulk_finish (QhStore *store, GError **error)
{
  g_autoptr (QhBulk) bulk = g_steal_pointer (&store->change.bulk);

  if (bulk == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (bulk_entities); i++)
    if (!qh_derived_add_rows (store->db, bulk_entities[i], bulk->after[i], error))
      return FALSE;
  for (guint i = 0; i < bulk->triggers->len; i++)
    if (!qh_sqlite_exec (store->db, bulk->triggers->pdata[i], error))
      return FALSE;
  return TRUE;
}

const char *
qh_bulk_author (QhBulk *bulk)
{
  return bulk->author;
}

/* --- Writing */

static void
note_place (QhStore *store, QhRecord *record)
{
  if (qh_record_get_entity (record) == &qh_segment_entity)
    g_hash_table_add (store->change.meetings, g_strdup (QH_SEGMENT (record)->meeting));
}

gboolean
qh_bulk_add (QhStore *store, QhRecord *record, GError **error)
{
  g_return_val_if_fail (store->change.depth > 0, FALSE);
  g_return_val_if_fail (qh_record_get_entity (record) != &qh_movement_entity, FALSE);
  qh_store_complete (store, record);
  if (!qh_record_check (record, error) || !qh_store_insert_row (store, record, error))
    return FALSE;
  note_place (store, record);
  return TRUE;
}

gboolean
qh_bulk_put (QhStore *store, QhRecord *record, GError **error)
{
  g_return_val_if_fail (store->change.depth > 0, FALSE);
  return qh_store_write (store, record, QH_SAVE_AS_IT_IS, error);
}

gboolean
qh_bulk_number_segments (QhStore *store, const char *meeting, GError **error)
{
  g_autoptr (GPtrArray) segments =
      qh_store_select (store, &qh_segment_entity, "WHERE meeting = ?1 ORDER BY position, id",
                       (const char *[]){ meeting, NULL }, error);

  for (guint i = 0; segments != NULL && i < segments->len; i++) {
    qh_record_set_int (segments->pdata[i], "position", i);
    if (!qh_store_write (store, segments->pdata[i], QH_SAVE_AS_IT_IS, error))
      return FALSE;
  }
  return segments != NULL;
}
