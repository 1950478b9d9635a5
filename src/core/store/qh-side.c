/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-side.h"
#include "store/qh-settings.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>

static const struct {
  const char *name, *select, *insert;
} sides[QH_N_SIDES] = {
  { "settings", "SELECT key, value, 0 FROM setting ORDER BY key", NULL },
  { "fates", "SELECT transfer, fate, 0 FROM fate ORDER BY transfer",
    "INSERT INTO fate (transfer, fate) SELECT ?1, ?2"
    "  WHERE NOT EXISTS (SELECT 1 FROM fate WHERE transfer = ?1) AND ?3 IS NOT NULL" },
  { "runs", "SELECT meeting, state, modified FROM run ORDER BY meeting",
    "INSERT INTO run (meeting, state, modified) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING" },
};

const char *
qh_side_name (QhSide side)
{
  return sides[side].name;
}

/* The settings that are decisions. */
static gboolean
is_decision (const char *key)
{
  static const char *const keys[] = { QH_SETTING_USER_NAME,   QH_SETTING_CURRENCY,
                                      QH_SETTING_HOURLY_RATE, QH_SETTING_MUTED_RULES,
                                      QH_SETTING_REMINDERS,   QH_SETTING_SHARE "1",
                                      QH_SETTING_SHARE "2",   QH_SETTING_SHARE "3",
                                      QH_SETTING_SHARE "4",   NULL };

  return g_strv_contains (keys, key);
}

static void
row_free (QhSideRow *row)
{
  g_free (row->key);
  g_free (row->value);
  g_free (row);
}

GPtrArray *
qh_side_list (QhStore *store, QhSide side, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement = qh_store_borrow (store, sides[side].select, error);

  if (statement == NULL)
    return NULL;
  while (qh_sqlite_step (statement, &failure)) {
    const char *key = (const char *)sqlite3_column_text (statement, 0);
    QhSideRow *row;
    if (side == QH_SIDE_SETTING && !is_decision (key))
      continue;
    row = g_new0 (QhSideRow, 1);
    row->key = g_strdup (key);
    row->value = g_strdup ((const char *)sqlite3_column_text (statement, 1));
    row->modified = sqlite3_column_int64 (statement, 2);
    g_ptr_array_add (rows, row);
  }
  qh_store_give_back (store, statement);
  if (failure == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
put_setting (QhStore *store, const QhSideRow *row, GError **error)
{
  g_autofree char *here = qh_store_get_setting (store, row->key);

  if (!is_decision (row->key)) {
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED, _ ("“%s” is no setting that is taken over"),
                 row->key);
    return FALSE;
  }
  return here != NULL || qh_store_set_setting (store, row->key, row->value, error);
}

/* A transfer that was written here is sent before it is anything else. */
static gboolean
go_on (QhStore *store, const QhSideRow *row, GError **error)
{
  return qh_store_run (store, error,
                       "UPDATE fate SET fate = ?2 WHERE transfer = ?1 AND fate = 'sent'"
                       "  AND ?2 <> 'sent'",
                       row->key, row->value, NULL);
}

gboolean
qh_side_put (QhStore *store, QhSide side, const QhSideRow *row, GError **error)
{
  sqlite3_stmt *statement;
  gboolean ok;

  g_return_val_if_fail (store->change.depth > 0, FALSE);
  if (side == QH_SIDE_SETTING)
    return put_setting (store, row, error);
  statement = qh_store_borrow (store, sides[side].insert, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, row->key, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, row->value, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, row->modified);
  ok = sqlite3_step (statement) == SQLITE_DONE;
  if (!ok)
    qh_sqlite_set_error (error, store->db);
  qh_store_give_back (store, statement);
  return ok && (side != QH_SIDE_FATE || go_on (store, row, error));
}

static void
bind_number (sqlite3_stmt *statement, int index, gint64 number)
{
  if (number != QH_NONE)
    sqlite3_bind_int64 (statement, index, number);
}

gboolean
qh_side_set_edition (QhStore *store, const char *content, gint64 edition, gint64 per_client,
                     GError **error)
{
  sqlite3_stmt *statement = qh_store_borrow (
      store, "UPDATE content SET edition = ?2, per_client = ?3 WHERE id = ?1", error);
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, content, -1, SQLITE_STATIC);
  bind_number (statement, 2, edition);
  bind_number (statement, 3, per_client);
  ok = sqlite3_step (statement) == SQLITE_DONE;
  if (!ok)
    qh_sqlite_set_error (error, store->db);
  qh_store_give_back (store, statement);
  return ok;
}

gboolean
qh_side_append (QhStore *store, QhMovement *line, GError **error)
{
  g_return_val_if_fail (store->change.depth > 0, FALSE);
  return qh_ledger_append_as_it_is (store, line, error);
}
