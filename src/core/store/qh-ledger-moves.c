/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one does with the ledger: look how much there is and who has it, move copies, mend a line.
 */
#include "base/qh-text.h"
#include "store/qh-ledger.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Looking */

static gint64
column_number (sqlite3_stmt *row, int column)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL ? QH_NONE
                                                          : sqlite3_column_int64 (row, column);
}

gboolean
qh_ledger_count (QhStore *store, const char *content, QhLedgerCounts *counts, GError **error)
{
  sqlite3_stmt *statement =
      qh_store_prepare (store, "SELECT edition, available, reserved, delivered, away FROM ledger"
                               "  WHERE content = ?1");
  gboolean found;

  g_return_val_if_fail (content != NULL, FALSE);
  sqlite3_bind_text (statement, 1, content, -1, SQLITE_STATIC);
  found = sqlite3_step (statement) == SQLITE_ROW;
  if (found)
    *counts = (QhLedgerCounts){ column_number (statement, 0), column_number (statement, 1),
                                column_number (statement, 2), column_number (statement, 3),
                                column_number (statement, 4) };
  else
    g_set_error (error, QH_ERROR, QH_ERROR_NOT_FOUND,
                 _ ("content: there is no content item with the id “%s”"), content);
  sqlite3_reset (statement);
  return found;
}

static void
copy_free (gpointer data)
{
  QhCopy *copy = data;

  g_free (copy->client);
  g_free (copy->meeting);
  g_free (copy->person);
  g_free (copy->movement);
  g_free (copy);
}

static QhCopyState
read_state (const char *name)
{
  if (g_str_equal (name, "reserved"))
    return QH_COPY_RESERVED;
  return g_str_equal (name, "delivered") ? QH_COPY_DELIVERED : QH_COPY_AWAY;
}

static char *
column_text (sqlite3_stmt *row, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (row, column));
}

static QhCopy *
read_copy (sqlite3_stmt *row)
{
  QhCopy *copy = g_new0 (QhCopy, 1);

  copy->number = sqlite3_column_int64 (row, 0);
  copy->state = read_state ((const char *)sqlite3_column_text (row, 1));
  copy->client = column_text (row, 2);
  copy->meeting = column_text (row, 3);
  copy->movement = column_text (row, 4);
  copy->person = column_text (row, 5);
  return copy;
}

GPtrArray *
qh_ledger_list_copies (QhStore *store, const char *content, GError **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (copy_free);
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement =
      qh_store_borrow (store,
                       "WITH RECURSIVE foreign_number (n) AS ("
                       "    SELECT 1 FROM content WHERE id = ?1 AND issuer IS NOT NULL"
                       "    UNION ALL SELECT n + 1 FROM foreign_number"
                       "    WHERE n < (SELECT edition FROM content WHERE id = ?1)) "
                       "SELECT h.number AS number, h.state, h.client, h.meeting, h.movement,"
                       "  iif (h.state = 'away', t.person, NULL) FROM holding AS h"
                       "  JOIN movement AS m ON m.id = h.movement"
                       "  LEFT JOIN transfer AS t ON t.id = m.transfer WHERE h.content = ?1 "
                       "UNION ALL SELECT n, 'away', NULL, NULL, NULL, NULL FROM foreign_number"
                       "  WHERE n NOT IN (SELECT number FROM arrival WHERE content = ?1)"
                       "  ORDER BY number",
                       error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, content, -1, SQLITE_STATIC);
  while (qh_sqlite_step (statement, &failure))
    g_ptr_array_add (copies, read_copy (statement));
  qh_store_give_back (store, statement);
  if (failure == NULL)
    return g_steal_pointer (&copies);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

QhListModel *
qh_ledger_list_lines (QhStore *store, const char *content, gboolean newest_first)
{
  const QhQuery query = { .entity = &qh_movement_entity,
                          .where = "content = ?1",
                          .key = "rowid",
                          .descending = newest_first };

  return qh_list_model_new (store, &query, (const char *[]){ content, NULL });
}

/* --- Moving copies */

QhMovement *
qh_ledger_line (QhMovementKind kind, const char *content, const char *client, const char *meeting)
{
  QhMovement *line = qh_movement_new ();
  QhRecord *record = (QhRecord *)line;

  qh_record_set_int (record, "kind", kind);
  qh_record_set_string (record, "content", content);
  qh_record_set_string (record, "client", client);
  qh_record_set_string (record, "meeting", meeting);
  return line;
}

/* Translators: what undo takes back; a content item's title */
static const char *
label_format (int kind)
{
  switch (kind) {
  case QH_MOVEMENT_KIND_RESERVE:
    return _ ("Reserve “%s”");
  case QH_MOVEMENT_KIND_DELIVER:
    return _ ("Deliver “%s”");
  case QH_MOVEMENT_KIND_RELEASE:
    return _ ("Release “%s”");
  case QH_MOVEMENT_KIND_RETURN:
    return _ ("Take back “%s”");
  case QH_MOVEMENT_KIND_ADJUST:
    return _ ("Change the edition of “%s”");
  default:
    return _ ("Hand on “%s”");
  }
}

char *
qh_ledger_label (QhStore *store, const char *format, const char *content)
{
  g_autoptr (QhRecord) item = qh_store_get (store, &qh_content_entity, content, NULL);
  g_autofree char *title = item != NULL ? qh_record_title (item) : g_strdup ("?");
  g_autofree char *shown = qh_text_shorten (title, 40);
  GString *label = g_string_new (format);

  g_string_replace (label, "%s", shown, 1);
  return g_string_free (label, FALSE);
}

static gboolean
check_contact (QhStore *store, QhMovement *line, GError **error)
{
  g_autoptr (QhRecord) contact = NULL;

  if (line->contact == NULL || line->client == NULL)
    return TRUE;
  contact = qh_store_get (store, &qh_contact_entity, line->contact, error);
  if (contact == NULL)
    return FALSE;
  if (g_str_equal (((QhContact *)contact)->client, line->client))
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               /* Translators: a person's name */
               _ ("contact: “%s” belongs to another client"), ((QhContact *)contact)->name);
  return FALSE;
}

/* A copy is reserved for what is still to come, and for who will be met there. */
static gboolean
check_meeting (QhStore *store, QhMovement *line, GError **error)
{
  g_autoptr (QhRecord) record = NULL;
  QhMeeting *meeting;

  if (line->meeting == NULL)
    return TRUE;
  record = qh_store_get (store, &qh_meeting_entity, line->meeting, error);
  meeting = (QhMeeting *)record;
  if (record == NULL)
    return FALSE;
  if (line->client != NULL && !g_str_equal (meeting->client, line->client)) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("meeting: it is with another client"));
    return FALSE;
  }
  if (line->kind != QH_MOVEMENT_KIND_RESERVE || qh_ledger_is_open (meeting->status))
    return TRUE;
  g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                       _ ("Nothing is reserved for a meeting that was held or cancelled."));
  return FALSE;
}

static gboolean
move (QhStore *store, QhRecord *record, GError **error)
{
  QhMovement *line = (QhMovement *)record;

  if (!check_meeting (store, line, error) || !check_contact (store, line, error) ||
      !qh_ledger_append (store, line, error))
    return FALSE;
  if (line->kind != QH_MOVEMENT_KIND_RESERVE && line->kind != QH_MOVEMENT_KIND_DELIVER)
    return TRUE;
  return qh_ledger_stop_waiting (store, line->content, line->client, error);
}

gboolean
qh_ledger_move (QhStore *store, QhMovement *line, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_MOVEMENT (line), FALSE);
  label = qh_ledger_label (store, label_format (line->kind), line->content);
  return qh_store_do (store, label, move, (QhRecord *)line, error);
}

/* --- The edition */

static gboolean
write_item (QhStore *store, QhRecord *item, GError **error)
{
  return qh_store_write (store, item, 0, error);
}

/* Where one of the two is unlimited, there is no difference to be noted. */
static gboolean
make_limited_or_not (QhStore *store, QhRecord *item, gint64 edition, GError **error)
{
  g_autofree char *label =
      qh_ledger_label (store, label_format (QH_MOVEMENT_KIND_ADJUST), item->id);

  qh_record_set_int (item, "edition", edition);
  if (qh_store_do (store, label, write_item, item, error))
    return TRUE;
  qh_store_revert (store, item);
  return FALSE;
}

gboolean
qh_ledger_set_edition (QhStore *store, const char *content, gint64 edition, const char *reason,
                       GError **error)
{
  g_autoptr (QhRecord) item = qh_store_get (store, &qh_content_entity, content, error);
  g_autoptr (QhMovement) line = NULL;
  gint64 before;

  if (item == NULL)
    return FALSE;
  before = qh_ledger_edition (store, content);
  if (before == edition)
    return TRUE;
  if (before == QH_NONE || edition == QH_NONE)
    return make_limited_or_not (store, item, edition, error);
  line = qh_ledger_line (QH_MOVEMENT_KIND_ADJUST, content, NULL, NULL);
  qh_record_set_int ((QhRecord *)line, "copies", edition - before);
  qh_record_set_string ((QhRecord *)line, "reason", reason);
  return qh_ledger_move (store, line, error);
}

/* --- Mending */

static gboolean
refuse_transfer (GError **error)
{
  g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                       _ ("What was handed on comes back by its transfer file."));
  return FALSE;
}

/* Whether @line is the last that concerned its copy. */
static gboolean
check_newest (QhStore *store, QhMovement *line, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, line->number);
  const char *values[] = { line->content, number, ((QhRecord *)line)->id, NULL };

  if (line->number == QH_NONE)
    return TRUE;
  if (qh_store_count (store,
                      "SELECT id = ?3 FROM movement WHERE content = ?1"
                      "  AND number = CAST (?2 AS INTEGER) ORDER BY rowid DESC LIMIT 1",
                      values) == 1)
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               _ ("Copy %d has moved on since; only its newest line can be taken back."),
               (int)line->number);
  return FALSE;
}

static gboolean
check_mendable (QhStore *store, QhMovement *line, GError **error)
{
  if (line->kind == QH_MOVEMENT_KIND_TRANSFER_OUT || line->kind == QH_MOVEMENT_KIND_TRANSFER_IN)
    return refuse_transfer (error);
  return check_newest (store, line, error);
}

static gboolean
append_counter (QhStore *store, QhRecord *record, GError **error)
{
  QhMovement *counter = (QhMovement *)record;

  if (counter->kind == QH_MOVEMENT_KIND_ADJUST)
    return qh_ledger_append (store, counter, error);
  return qh_ledger_append_as_it_is (store, counter, error);
}

gboolean
qh_ledger_correct (QhStore *store, QhMovement *line, const char *reason, GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (QhMovement) counter = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_MOVEMENT (line), FALSE);
  if (qh_text_is_empty (reason)) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("reason: a correction of the ledger needs one"));
    return FALSE;
  }
  if (!check_mendable (store, line, error))
    return FALSE;
  label = qh_ledger_label (store, _ ("Correct the ledger of “%s”"), line->content);
  counter = qh_ledger_counter_line (store, line, qh_ledger_counter_kind (line->kind));
  qh_record_set_string ((QhRecord *)counter, "reason", reason);
  return qh_store_do (store, label, append_counter, (QhRecord *)counter, error);
}

/* What was noted keeps the time of its delivery, so that it is the same at any moment how much was
 * out. */
static gboolean
deliver_again (QhStore *store, QhRecord *record, GError **error)
{
  QhMovement *again = (QhMovement *)record;
  g_autoptr (QhMovement) back = qh_ledger_counter_line (store, again, QH_MOVEMENT_KIND_RETURN);

  qh_record_set_int ((QhRecord *)back, "at", again->at);
  qh_record_set_string ((QhRecord *)back, "reason", _ ("Reaction noted"));
  return qh_ledger_append_as_it_is (store, back, error) &&
         qh_ledger_append_as_it_is (store, again, error);
}

gboolean
qh_ledger_note_reaction (QhStore *store, QhMovement *delivery, gint64 reaction, const char *opened,
                         GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (QhRecord) again = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_MOVEMENT (delivery), FALSE);
  if (delivery->kind != QH_MOVEMENT_KIND_DELIVER) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("reaction: expected a delivery, for nothing else has one"));
    return FALSE;
  }
  if (!check_newest (store, delivery, error))
    return FALSE;
  label = qh_ledger_label (store, _ ("Note the reaction to “%s”"), delivery->content);
  again = qh_record_duplicate ((QhRecord *)delivery);
  qh_record_set_string (again, "id", NULL);
  qh_record_set_int (again, "created", QH_NONE);
  qh_record_set_int (again, "modified", QH_NONE);
  qh_record_set_int (again, "reaction", reaction);
  qh_record_set_string (again, "opened", opened);
  return qh_store_do (store, label, deliver_again, again, error);
}
