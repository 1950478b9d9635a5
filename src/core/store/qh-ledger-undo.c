/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo of what the ledger did: a change keeps its lines as they were, undo appends what
 * takes them back, redo appends them again. */
#include "record/qh-record-sql.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>

static char *
note_sql (const QhEntity *entity)
{
  g_autofree char *columns = qh_entity_columns (entity, "");
  GString *sql = g_string_new (NULL);

  g_string_printf (sql,
                   "INSERT INTO change_movement (change, place, reserved, held, %s)"
                   "  VALUES (?, ?, ?, ?",
                   columns);
  for (guint i = 0; i < entity->n_fields; i++)
    g_string_append (sql, ", ?");
  g_string_append (sql, ")");
  return g_string_free (sql, FALSE);
}

static gboolean
note_line (QhStore *store, gint64 change, gint64 place, QhLedgerLine *line, GError **error)
{
  sqlite3_stmt *statement =
      qh_store_borrow (store, qh_store_sql (store, note_sql, &qh_movement_entity), error);
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, change);
  sqlite3_bind_int64 (statement, 2, place);
  sqlite3_bind_int (statement, 3, line->reserved);
  sqlite3_bind_text (statement, 4, line->held, -1, SQLITE_STATIC);
  qh_record_bind ((QhRecord *)line->movement, statement, 5);
  ok = sqlite3_step (statement) == SQLITE_DONE;
  if (!ok)
    qh_sqlite_set_error (error, store->db);
  qh_store_give_back (store, statement);
  return ok;
}

gboolean
qh_ledger_note (QhStore *store, gint64 change, GError **error)
{
  GPtrArray *lines = store->change.lines;
  g_autofree char *id = NULL;
  gint64 place;

  if (lines->len == 0)
    return TRUE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, change);
  place = qh_store_count (store,
                          "SELECT count (*) FROM change_movement"
                          "  WHERE change = CAST (?1 AS INTEGER)",
                          (const char *[]){ id, NULL });
  for (guint i = 0; i < lines->len; i++)
    if (!note_line (store, change, place + i, g_ptr_array_index (lines, i), error))
      return FALSE;
  return TRUE;
}

QhMovementKind
qh_ledger_counter_kind (int kind)
{
  switch (kind) {
  case QH_MOVEMENT_KIND_RESERVE:
    return QH_MOVEMENT_KIND_RELEASE;
  case QH_MOVEMENT_KIND_RELEASE:
    return QH_MOVEMENT_KIND_RESERVE;
  case QH_MOVEMENT_KIND_DELIVER:
    return QH_MOVEMENT_KIND_RETURN;
  case QH_MOVEMENT_KIND_RETURN:
    return QH_MOVEMENT_KIND_DELIVER;
  case QH_MOVEMENT_KIND_TRANSFER_OUT:
    return QH_MOVEMENT_KIND_TRANSFER_IN;
  case QH_MOVEMENT_KIND_TRANSFER_IN:
    return QH_MOVEMENT_KIND_TRANSFER_OUT;
  default:
    return QH_MOVEMENT_KIND_ADJUST;
  }
}

QhMovement *
qh_ledger_counter_line (QhStore *store, QhMovement *from, QhMovementKind kind)
{
  QhMovement *line = qh_ledger_new_line (store, kind, from->content, from->client, from->meeting);
  QhRecord *record = (QhRecord *)line;

  qh_record_set_string (record, "contact", from->contact);
  qh_record_set_int (record, "number", from->number);
  qh_record_set_int (record, "copies",
                     kind == QH_MOVEMENT_KIND_ADJUST ? -from->copies : from->copies);
  qh_record_set_string (record, "transfer", from->transfer);
  qh_record_set_string (record, "reason", _ ("Undone"));
  return line;
}

/* What a delivery was said to have led to is known from its line. */
static void
restate_delivery (QhStore *store, QhMovement *line)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, line->number);
  g_autoptr (GPtrArray) found =
      qh_store_select (store, &qh_movement_entity,
                       "WHERE content = ?1 AND number = CAST (?2 AS INTEGER) AND kind = 'deliver'"
                       "  ORDER BY rowid DESC LIMIT 1",
                       (const char *[]){ line->content, number, NULL }, NULL);
  QhMovement *delivery = found != NULL && found->len > 0 ? g_ptr_array_index (found, 0) : NULL;

  if (delivery == NULL || g_strcmp0 (delivery->client, line->client) != 0)
    return;
  qh_record_set_string ((QhRecord *)line, "contact", delivery->contact);
  qh_record_set_int ((QhRecord *)line, "reaction", delivery->reaction);
  qh_record_set_string ((QhRecord *)line, "opened", delivery->opened);
}

/* A copy that was given back, or used up, is held again for the meeting it was held for. */
static void
add_counter_lines (QhStore *store, GPtrArray *lines, QhMovement *from, gboolean reserved,
                   const char *held)
{
  QhMovementKind kind = qh_ledger_counter_kind (from->kind);
  QhMovement *line = qh_ledger_counter_line (store, from, kind);

  g_ptr_array_add (lines, line);
  if (from->number != QH_NONE &&
      (kind == QH_MOVEMENT_KIND_RESERVE || kind == QH_MOVEMENT_KIND_DELIVER))
    qh_record_set_string ((QhRecord *)line, "meeting", held);
  if (from->number != QH_NONE && kind == QH_MOVEMENT_KIND_DELIVER)
    restate_delivery (store, line);
  if (!reserved)
    return;
  line = qh_ledger_counter_line (store, from, QH_MOVEMENT_KIND_RESERVE);
  qh_record_set_string ((QhRecord *)line, "meeting", held);
  g_ptr_array_add (lines, line);
}

/* Appended again, a line is what it was; its id is free only where its ledger went with its item.
 */
static void
add_line_again (QhStore *store, GPtrArray *lines, QhMovement *from)
{
  QhRecord *record = (QhRecord *)from;

  if (qh_store_count (store, "SELECT count (*) FROM movement WHERE id = ?1",
                      (const char *[]){ record->id, NULL }) > 0) {
    qh_record_set_string (record, "id", NULL);
    qh_record_set_int (record, "created", QH_NONE);
    qh_record_set_int (record, "modified", QH_NONE);
  }
  g_ptr_array_add (lines, g_object_ref (from));
}

static GPtrArray *
read_lines (QhStore *store, gint64 change, gboolean counter, GError **error)
{
  g_autofree char *columns = qh_entity_columns (&qh_movement_entity, "");
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s, reserved, held FROM change_movement WHERE change = ?1 ORDER BY place %s", columns,
      counter ? "DESC" : "");
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement = qh_store_borrow (store, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, change);
  while (qh_sqlite_step (statement, &failure)) {
    g_autoptr (QhMovement) line = qh_movement_new ();
    qh_record_read ((QhRecord *)line, statement, 0);
    if (counter)
      add_counter_lines (
          store, lines, line, sqlite3_column_int (statement, qh_movement_entity.n_fields),
          (const char *)sqlite3_column_text (statement, qh_movement_entity.n_fields + 1));
    else
      add_line_again (store, lines, line);
  }
  qh_store_give_back (store, statement);
  if (failure == NULL)
    return g_steal_pointer (&lines);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
qh_ledger_counter_lines (QhStore *store, gint64 change, GError **error)
{
  return read_lines (store, change, TRUE, error);
}

GPtrArray *
qh_ledger_lines_again (QhStore *store, gint64 change, GError **error)
{
  return read_lines (store, change, FALSE, error);
}

/* What was released without a step of undo, because it lapsed, is not released again. */
static gboolean
has_lapsed (QhStore *store, QhMovement *line)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, line->number);
  const char *values[] = { line->content, number, line->client ? line->client : "", NULL };

  if (line->kind != QH_MOVEMENT_KIND_RELEASE)
    return FALSE;
  if (line->number == QH_NONE)
    return qh_ledger_count_reserved (store, line->content, line->client) < line->copies;
  return qh_store_count (store,
                         "SELECT count (*) FROM holding WHERE content = ?1"
                         "  AND number = CAST (?2 AS INTEGER) AND client IS nullif (?3, '')"
                         "  AND state = 'reserved'",
                         values) == 0;
}

/* Whether @line, which the law refuses now, can wait for what comes. */
static gboolean
can_wait (const GError *failure)
{
  return failure->code == QH_ERROR_REFUSED || failure->code == QH_ERROR_INVALID;
}

gboolean
qh_ledger_append_lines (QhStore *store, GPtrArray *lines, gboolean finally, GError **error)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new (g_str_hash, g_str_equal);
  guint i = 0;

  while (i < lines->len) {
    QhMovement *line = g_ptr_array_index (lines, i);
    g_autoptr (GError) failure = NULL;
    if (g_hash_table_contains (waiting, line->content)) {
      i++;
      continue;
    }
    qh_store_complete (store, (QhRecord *)line);
    if (has_lapsed (store, line) || qh_ledger_insert (store, line, &failure)) {
      g_ptr_array_remove_index (lines, i);
      continue;
    }
    if (finally || !can_wait (failure)) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
    g_hash_table_add (waiting, line->content);
    i++;
  }
  return TRUE;
}
