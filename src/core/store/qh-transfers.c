/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-transfers.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* --- Asking */

static gboolean
ask (QhStore *store, const char *sql, const char *id)
{
  return qh_store_count (store, sql, (const char *[]){ id, NULL }) > 0;
}

char *
qh_transfers_get_fate (QhStore *store, const char *id)
{
  sqlite3_stmt *statement = qh_store_prepare (store, "SELECT fate FROM fate WHERE transfer = ?1");
  char *fate = NULL;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    fate = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return fate;
}

gboolean
qh_transfers_is_received (QhStore *store, const char *id)
{
  return ask (store,
              "SELECT count (*) FROM (SELECT 1 FROM movement"
              "  WHERE transfer = ?1 AND kind IN ('transfer_out', 'transfer_in') GROUP BY number"
              "  HAVING sum (iif (kind = 'transfer_in', 1, -1)) > 0 LIMIT 1)",
              id);
}

/* The last line that brought copy ?2 of ?1 in. */
#define CAME_BY                                                                               \
  "SELECT transfer FROM movement WHERE content = ?1 AND number = ?2 AND kind = 'transfer_in'" \
  "  ORDER BY rowid DESC LIMIT 1"

GPtrArray *
qh_transfers_came_by (QhStore *store, const char *content, const GArray *numbers, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = qh_store_borrow (store, CAME_BY, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < numbers->len && failure == NULL; i++) {
    sqlite3_bind_text (statement, 1, content, -1, SQLITE_STATIC);
    sqlite3_bind_int64 (statement, 2, g_array_index (numbers, gint64, i));
    if (qh_sqlite_step (statement, &failure)) {
      const char *id = (const char *)sqlite3_column_text (statement, 0);
      if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_ptr_array_add (ids, g_strdup (id));
    }
    sqlite3_reset (statement);
  }
  qh_store_give_back (store, statement);
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* --- Choosing */

#define AVAILABLE                                                                                  \
  "WITH RECURSIVE every (number) AS (SELECT 1 UNION ALL"                                           \
  "    SELECT number + 1 FROM every WHERE number < (SELECT edition FROM content WHERE id = ?1)), " \
  "  here (number) AS (SELECT number FROM arrival WHERE content = ?1 UNION ALL"                    \
  "    SELECT number FROM every WHERE (SELECT issuer FROM content WHERE id = ?1) IS NULL) "        \
  "SELECT number FROM here WHERE NOT EXISTS"                                                       \
  "  (SELECT 1 FROM holding WHERE content = ?1 AND holding.number = here.number)"                  \
  "  ORDER BY number LIMIT ?2"

static gboolean
set_too_few (QhStore *store, const char *content, gint64 copies, guint available, GError **error)
{
  g_autoptr (QhRecord) item = qh_store_get (store, &qh_content_entity, content, error);

  if (item == NULL)
    return FALSE;
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               ngettext ("The ledger refuses this: of “%s” %u copy is available, not %" PRId64 ".",
                         "The ledger refuses this: of “%s” %u copies are available, not %" PRId64
                         ".",
                         available),
               QH_CONTENT (item)->title, available, copies);
  return FALSE;
}

GArray *
qh_transfers_choose (QhStore *store, const char *content, gint64 copies, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement = qh_store_borrow (store, AVAILABLE, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, content, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, copies);
  while (qh_sqlite_step (statement, &failure)) {
    gint64 number = sqlite3_column_int64 (statement, 0);
    g_array_append_val (numbers, number);
  }
  qh_store_give_back (store, statement);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (numbers->len == copies || set_too_few (store, content, copies, numbers->len, error))
    return g_steal_pointer (&numbers);
  return NULL;
}

/* --- Lines */

static gboolean
append_line (QhStore *store, QhTransfer *transfer, QhMovementKind kind, gint64 number,
             GError **error)
{
  g_autoptr (QhMovement) line = qh_movement_new ();
  QhRecord *record = (QhRecord *)line;

  qh_record_set_string (record, "content", transfer->content);
  qh_record_set_int (record, "kind", kind);
  qh_record_set_int (record, "number", number);
  qh_record_set_int (record, "at", qh_clock_now (&store->clock));
  qh_record_set_string (record, "transfer", ((QhRecord *)transfer)->id);
  return qh_store_write (store, record, 0, error);
}

static gboolean
append_lines (QhStore *store, QhTransfer *transfer, QhMovementKind kind, const GArray *numbers,
              GError **error)
{
  for (guint i = 0; i < numbers->len; i++)
    if (!append_line (store, transfer, kind, g_array_index (numbers, gint64, i), error)) {
      g_prefix_error (error, "numbers[%u]: ", i);
      return FALSE;
    }
  return TRUE;
}

static gboolean
note_fate (QhStore *store, const char *id, const char *fate, GError **error)
{
  g_autofree char *before = qh_transfers_get_fate (store, id);

  if (before == NULL)
    return qh_store_run (store, error, "INSERT INTO fate (transfer, fate) VALUES (?1, ?2)", id,
                         fate, NULL);
  return g_str_equal (before, fate) ||
         qh_store_run (store, error, "UPDATE fate SET fate = ?2 WHERE transfer = ?1", id, fate,
                       NULL);
}

static gboolean
save_state (QhStore *store, QhTransfer *transfer, QhTransferState state, GError **error)
{
  qh_record_set_int ((QhRecord *)transfer, "state", state);
  return qh_store_write (store, (QhRecord *)transfer, 0, error);
}

/* --- Out */

gboolean
qh_transfers_send (QhStore *store, QhTransfer *transfer, const GArray *numbers, GError **error)
{
  g_return_val_if_fail (store->change.depth > 0, FALSE);
  return save_state (store, transfer, QH_TRANSFER_STATE_OPEN, error) &&
         note_fate (store, ((QhRecord *)transfer)->id, "sent", error) &&
         append_lines (store, transfer, QH_MOVEMENT_KIND_TRANSFER_OUT, numbers, error);
}

gboolean
qh_transfers_recall (QhStore *store, QhTransfer *transfer, GError **error)
{
  g_return_val_if_fail (store->change.depth > 0, FALSE);
  if (transfer->recalled == QH_NONE)
    qh_record_set_int ((QhRecord *)transfer, "recalled", qh_clock_now (&store->clock));
  return save_state (store, transfer, QH_TRANSFER_STATE_RECALLED, error);
}

gboolean
qh_transfers_take_back (QhStore *store, QhTransfer *transfer, const GArray *numbers, GError **error)
{
  g_return_val_if_fail (store->change.depth > 0, FALSE);
  return note_fate (store, ((QhRecord *)transfer)->id, "taken_back", error) &&
         save_state (store, transfer, QH_TRANSFER_STATE_TAKEN_BACK, error) &&
         append_lines (store, transfer, QH_MOVEMENT_KIND_TRANSFER_IN, numbers, error);
}

/* --- In */

/* An edition may have grown since the last copies came; it is as large as its issuer says. */
static gboolean
save_item (QhStore *store, QhContent *item, GError **error)
{
  gboolean ok;

  store->change.restates = TRUE;
  ok = qh_store_write (store, (QhRecord *)item, 0, error);
  store->change.restates = FALSE;
  return ok;
}

gboolean
qh_transfers_receive (QhStore *store, QhTransfer *transfer, QhContent *item, const GArray *numbers,
                      GError **error)
{
  g_return_val_if_fail (store->change.depth > 0, FALSE);
  if (!save_item (store, item, error))
    return FALSE;
  qh_record_set_string ((QhRecord *)transfer, "content", ((QhRecord *)item)->id);
  return save_state (store, transfer, QH_TRANSFER_STATE_RECEIVED, error) &&
         append_lines (store, transfer, QH_MOVEMENT_KIND_TRANSFER_IN, numbers, error);
}

gboolean
qh_transfers_refuse (QhStore *store, QhTransfer *transfer, GError **error)
{
  g_return_val_if_fail (store->change.depth > 0, FALSE);
  return note_fate (store, ((QhRecord *)transfer)->id, "refused", error) &&
         save_state (store, transfer, QH_TRANSFER_STATE_REFUSED, error);
}

gboolean
qh_transfers_note_arrived (QhStore *store, const GPtrArray *ids, GError **error)
{
  g_return_val_if_fail (store->change.depth > 0, FALSE);
  for (guint i = 0; i < ids->len; i++) {
    const char *id = g_ptr_array_index (ids, i);
    g_autofree char *fate = qh_transfers_get_fate (store, id);
    gboolean open =
        fate == NULL ? !qh_transfers_is_received (store, id) : g_str_equal (fate, "sent");
    if (open && !note_fate (store, id, "arrived", error))
      return FALSE;
  }
  return TRUE;
}
