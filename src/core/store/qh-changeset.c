/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changesets in the format of SQLite's session extension: which tables they hold, what is in one,
 * how one is applied, and who is told. */
#include "store/qh-received-fill.h"
#include "store/qh-settings.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>

/* Every entity's table but the ledger's, and the settings. A changeset keeps this order, and what
 * refers stands before what it refers to: so a row is deleted before it would die with another. */
static const char *const tables[] = {
  "comment",   "finding_accepted", "export",   "attendee",      "segment",
  "review",    "friction_client",  "remark",   "waiting",       "housekeeping",
  "friction",  "contact_log",      "promise",  "meeting",       "contact",
  "transfer",  "content",          "client",   "received_plan", "touchpoint_check",
  "blueprint", "signer",           "decision", "setting",       NULL,
};

const char *const *
qh_changeset_tables (void)
{
  return tables;
}

void
qh_changeset_info_free (QhChangesetInfo *info)
{
  g_ptr_array_unref (info->ids);
  g_ptr_array_unref (info->deleted_clients);
  g_ptr_array_unref (info->deleted_content);
  g_free (info);
}

/* The id of the row that @iter stands on. */
static const char *
row_id (sqlite3_changeset_iter *iter, int operation)
{
  sqlite3_value *value = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &value);
  else
    sqlite3changeset_old (iter, 0, &value);
  return value != NULL ? (const char *)sqlite3_value_text (value) : NULL;
}

static void
add_row (QhChangesetInfo *info, sqlite3_changeset_iter *iter)
{
  const char *table, *id;
  int operation, n_columns;
  const QhEntity *entity;

  if (sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL) != SQLITE_OK)
    return;
  id = row_id (iter, operation);
  entity = qh_entity_find (table);
  if (id != NULL && g_str_equal (table, "setting") && qh_settings_is_assumption (id))
    info->entities |= QH_ENTITY_BIT (&qh_friction_entity);
  if (entity == NULL || id == NULL)
    return;
  info->entities |= QH_ENTITY_BIT (entity);
  g_ptr_array_add (info->ids, g_strdup (id));
  if (operation != SQLITE_UPDATE &&
      (entity == &qh_client_entity || entity == &qh_contact_entity || entity == &qh_meeting_entity))
    info->moves_people = TRUE;
  if (operation == SQLITE_DELETE && entity == &qh_client_entity)
    g_ptr_array_add (info->deleted_clients, g_strdup (id));
  if (operation == SQLITE_DELETE && entity == &qh_content_entity)
    g_ptr_array_add (info->deleted_content, g_strdup (id));
}

QhChangesetInfo *
qh_changeset_info_new (const void *changeset, int size)
{
  QhChangesetInfo *info = g_new0 (QhChangesetInfo, 1);
  sqlite3_changeset_iter *iter;

  info->ids = g_ptr_array_new_with_free_func (g_free);
  info->deleted_clients = g_ptr_array_new_with_free_func (g_free);
  info->deleted_content = g_ptr_array_new_with_free_func (g_free);
  if (size == 0 || sqlite3changeset_start (&iter, size, (void *)changeset) != SQLITE_OK)
    return info;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    add_row (info, iter);
  sqlite3changeset_finalize (iter);
  return info;
}

/* --- Applying */

/* In bytes. Inside a savepoint each row costs as much as all that were touched since it began, so
 * that a hundred thousand would take hours. Without one the transaction is dropped when a change
 * cannot be applied, as it is anyway. */
#define LARGE (256 * 1024)

/* Whether the row differs in nothing but @column from what the change left. */
static gboolean
differs_only_in (sqlite3_changeset_iter *iter, int n_columns, int column)
{
  for (int i = 0; i < n_columns; i++) {
    sqlite3_value *was = NULL, *is = NULL;
    if (i == column)
      continue;
    sqlite3changeset_old (iter, i, &was);
    sqlite3changeset_conflict (iter, i, &is);
    /* An update knows only the columns that it changed. */
    if (was == NULL)
      continue;
    if (is == NULL || sqlite3_value_type (was) != sqlite3_value_type (is) ||
        g_strcmp0 ((const char *)sqlite3_value_text (was), (const char *)sqlite3_value_text (is)) !=
            0)
      return FALSE;
  }
  return TRUE;
}

/* Where a meeting's revision stands in its table; columns of later versions stand at the end. */
static int
revision_column (sqlite3 *db)
{
  return (int)qh_sqlite_int (
      db, "SELECT cid FROM pragma_table_info ('meeting') WHERE name = 'revision'", -1);
}

/* Changes are undone in their order, so that each finds what it left; but for a meeting's revision,
 * which rises with an export, and an export is never undone. */
static int
on_conflict (void *data, int kind, sqlite3_changeset_iter *iter)
{
  const char *table;
  int n_columns, operation;

  if (kind != SQLITE_CHANGESET_DATA ||
      sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL) != SQLITE_OK)
    return SQLITE_CHANGESET_ABORT;
  if (g_str_equal (table, qh_meeting_entity.name) &&
      differs_only_in (iter, n_columns, revision_column (data)))
    return SQLITE_CHANGESET_REPLACE;
  return SQLITE_CHANGESET_ABORT;
}

/* A line of the ledger gives up a client who goes; an item goes with its ledger, all of which has
 * been taken back. */
static gboolean
clear_ledger (QhStore *store, QhChangesetInfo *info, GError **error)
{
  for (guint i = 0; i < info->deleted_clients->len; i++)
    if (!qh_store_run (store, error, "UPDATE movement SET client = NULL WHERE client = ?1",
                       g_ptr_array_index (info->deleted_clients, i), NULL))
      return FALSE;
  for (guint i = 0; i < info->deleted_content->len; i++) {
    const char *id = g_ptr_array_index (info->deleted_content, i);
    if (!qh_store_run (store, error, "INSERT INTO erasure (content) VALUES (?1)", id, NULL) ||
        !qh_store_run (store, error, "DELETE FROM movement WHERE content = ?1", id, NULL) ||
        !qh_store_run (store, error, "DELETE FROM erasure", NULL))
      return FALSE;
  }
  return TRUE;
}

gboolean
qh_changeset_apply (QhStore *store, const void *changeset, int size, GError **error)
{
  g_autoptr (QhChangesetInfo) info = qh_changeset_info_new (changeset, size);
  int code;

  if (size == 0)
    return TRUE;
  if (!clear_ledger (store, info, error) || !qh_store_check_transaction (store, error))
    return FALSE;
  code =
      sqlite3changeset_apply_v2 (store->db, size, (void *)changeset, NULL, on_conflict, store->db,
                                 NULL, NULL, size > LARGE ? SQLITE_CHANGESETAPPLY_NOSAVEPOINT : 0);
  if (code == SQLITE_OK)
    return !(info->entities & QH_ENTITY_BIT (&qh_received_plan_entity)) ||
           qh_received_fill (store->db, error);
  if (code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                         _ ("what it touched was changed since by other means"));
  else
    qh_sqlite_set_error (error, store->db);
  return FALSE;
}

/* --- Telling */

/* What decides over what can be given. */
#define OFFER_ENTITIES                                                        \
  (QH_ENTITY_BIT (&qh_content_entity) | QH_ENTITY_BIT (&qh_movement_entity) | \
   QH_ENTITY_BIT (&qh_client_entity))

static void
refresh (QhStore *store, QhChangesetInfo *info, GHashTable *but)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < info->ids->len; i++) {
    QhRecord *record = qh_live_find (store, g_ptr_array_index (info->ids, i));
    if (record != NULL && (but == NULL || !g_hash_table_contains (but, record)))
      g_ptr_array_add (records, g_object_ref (record));
  }
  for (guint i = 0; i < records->len; i++)
    qh_live_refresh (store, g_ptr_array_index (records, i));
}

void
qh_store_tell (QhStore *store, const void *changeset, int size, GHashTable *but,
               QhEntities entities)
{
  g_autoptr (QhChangesetInfo) info = qh_changeset_info_new (changeset, size);
  const void *outer = store->changeset;
  int outer_size = store->changeset_size;

  g_object_ref (store);
  refresh (store, info, but);
  if (info->moves_people) {
    g_autoptr (GPtrArray) lines = qh_live_list (store, &qh_movement_entity);
    for (guint i = 0; i < lines->len; i++)
      qh_live_refresh (store, g_ptr_array_index (lines, i));
  }
  if ((info->entities | entities) & OFFER_ENTITIES)
    qh_offers_clear (store);
  qh_store_look_at_changes (store);
  store->changeset = changeset;
  store->changeset_size = size;
  g_signal_emit_by_name (store, "changed", info->entities | entities);
  store->changeset = outer;
  store->changeset_size = outer_size;
  g_object_unref (store);
}

const void *
qh_store_peek_changeset (QhStore *store, int *size)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  if (size != NULL)
    *size = store->changeset_size;
  return store->changeset;
}
