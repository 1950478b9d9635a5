/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger: lines are appended, never edited. The law itself stands in the database
 * (data/sql/0001-ledger.sql); here a line gets its copy number, what a plan lets go is released,
 * and undo and redo find the lines that take back, or do again, what a change did. */
#include "base/qh-id.h"
#include "record/qh-record-sql.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* A line as it was appended. */
typedef struct {
  QhMovement *movement;
  gboolean reserved; /* a delivery that used up a reservation */
} QhLedgerLine;

void
qh_ledger_line_free (gpointer data)
{
  QhLedgerLine *line = data;

  g_object_unref (line->movement);
  g_free (line);
}

static gint64
get_edition (QhStore *store, const char *content)
{
  return qh_store_count (store, "SELECT edition FROM content WHERE id = ?1",
                         (const char *[]){ content, NULL });
}

/* --- Copy numbers */

/* The lowest number that nobody has; it may be above the edition. */
#define FREE_NUMBER                                                                            \
  "SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM holding WHERE content = ?1 AND number = 1)"      \
  "  THEN 1 ELSE (SELECT min (number) + 1 FROM holding AS h WHERE content = ?1 AND NOT EXISTS" \
  "    (SELECT 1 FROM holding WHERE content = ?1 AND number = h.number + 1)) END"

/* Of what a client has, first what he has through this meeting. */
#define RESERVED_NUMBER                                                                  \
  "SELECT number FROM holding WHERE content = ?1 AND client = ?2 AND state = 'reserved'" \
  "  ORDER BY meeting IS NOT ?3, number LIMIT 1"
#define DELIVERED_NUMBER                                                                  \
  "SELECT number FROM holding WHERE content = ?1 AND client = ?2 AND state = 'delivered'" \
  "  ORDER BY meeting IS NOT ?3, number DESC LIMIT 1"
#define AWAY_NUMBER "SELECT min (number) FROM holding WHERE content = ?1 AND state = 'away'"

static gint64
pick (QhStore *store, QhMovement *movement, const char *sql)
{
  const char *values[] = { movement->content, movement->client ?: "", movement->meeting ?: "",
                           NULL };

  return qh_store_count (store, sql, values);
}

/* QH_NONE when there is none to be had. */
static gint64
pick_number (QhStore *store, QhMovement *movement, gint64 edition)
{
  gint64 number = QH_NONE;

  switch (movement->kind) {
  case QH_MOVEMENT_KIND_RELEASE:
    return pick (store, movement, RESERVED_NUMBER);
  case QH_MOVEMENT_KIND_RETURN:
    return pick (store, movement, DELIVERED_NUMBER);
  case QH_MOVEMENT_KIND_TRANSFER_IN:
    return pick (store, movement, AWAY_NUMBER);
  case QH_MOVEMENT_KIND_DELIVER:
    number = pick (store, movement, RESERVED_NUMBER);
    break;
  default:
    break;
  }
  if (number == QH_NONE)
    number = pick (store, movement, FREE_NUMBER);
  return number <= edition ? number : QH_NONE;
}

/* --- Appending */

/* A delivery uses up the client's own reservation of that copy. */
static gboolean
uses_reservation (QhStore *store, QhMovement *movement)
{
  g_autofree char *number = NULL;

  if (movement->kind != QH_MOVEMENT_KIND_DELIVER || movement->number == QH_NONE)
    return FALSE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, movement->number);
  return qh_store_count (store,
                         "SELECT count (*) FROM holding WHERE content = ?1"
                         "  AND number = CAST (?2 AS INTEGER) AND state = 'reserved'",
                         (const char *[]){ movement->content, number, NULL }) > 0;
}

/* Inserts @movement as it is. */
static gboolean
append (QhStore *store, QhMovement *movement, gboolean *reserved, GError **error)
{
  *reserved = uses_reservation (store, movement);
  return qh_record_check ((QhRecord *)movement, error) &&
         qh_store_insert_row (store, (QhRecord *)movement, error);
}

/* Appends a new line in the change under way. */
static gboolean
append_noted (QhStore *store, QhMovement *movement, GError **error)
{
  QhLedgerLine *line;
  gboolean reserved;

  qh_store_complete (store, (QhRecord *)movement);
  if (!append (store, movement, &reserved, error))
    return FALSE;
  qh_store_keep (store, (QhRecord *)movement);
  line = g_new (QhLedgerLine, 1);
  line->movement = (QhMovement *)qh_record_duplicate ((QhRecord *)movement);
  line->reserved = reserved;
  g_ptr_array_add (store->change.lines, line);
  return TRUE;
}

static QhMovement *
new_line (QhStore *store, QhMovementKind kind, const char *content, const char *client,
          const char *meeting)
{
  QhMovement *movement = qh_movement_new ();
  QhRecord *record = (QhRecord *)movement;

  qh_record_set_int (record, "kind", kind);
  qh_record_set_string (record, "content", content);
  qh_record_set_string (record, "client", client);
  qh_record_set_string (record, "meeting", meeting);
  qh_record_set_int (record, "at", qh_clock_now (&store->clock));
  return movement;
}

static gboolean
set_none_available (QhStore *store, QhMovement *movement, GError **error)
{
  sqlite3_stmt *statement = qh_store_prepare (
      store, "SELECT title, ledger.edition, reserved, delivered, away FROM ledger"
             "  JOIN content ON content.id = ledger.content WHERE ledger.content = ?1");

  sqlite3_bind_text (statement, 1, movement->content, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 _ ("“%s”: none of %d copies is available (%d reserved, %d given, %d handed on)."),
                 sqlite3_column_text (statement, 0), sqlite3_column_int (statement, 1),
                 sqlite3_column_int (statement, 2), sqlite3_column_int (statement, 3),
                 sqlite3_column_int (statement, 4));
  else
    qh_sqlite_set_error (error, store->db);
  sqlite3_reset (statement);
  return FALSE;
}

static gboolean
complete_limited (QhStore *store, QhMovement *movement, gint64 edition, GError **error)
{
  gint64 number;

  if (movement->copies != 1) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("copies: of a limited edition each copy has a line of its own"));
    return FALSE;
  }
  if (movement->number != QH_NONE)
    return TRUE;
  number = pick_number (store, movement, edition);
  if (number != QH_NONE) {
    qh_record_set_int ((QhRecord *)movement, "number", number);
    return TRUE;
  }
  if (movement->kind != QH_MOVEMENT_KIND_RELEASE && movement->kind != QH_MOVEMENT_KIND_RETURN &&
      movement->kind != QH_MOVEMENT_KIND_TRANSFER_IN)
    return set_none_available (store, movement, error);
  qh_ledger_set_refusal (store, movement, "ledger.not-out", error);
  return FALSE;
}

/* How much of an item without numbers is reserved for a client. */
static gint64
count_reserved (QhStore *store, const char *content, const char *client)
{
  gint64 n = qh_store_count (store,
                             "SELECT sum (iif (kind = 'reserve', copies, -copies)) FROM movement"
                             "  WHERE content = ?1 AND client IS nullif (?2, '')"
                             "  AND number IS NULL AND kind IN ('reserve', 'release')",
                             (const char *[]){ content, client ? client : "", NULL });

  return n == QH_NONE ? 0 : n;
}

/* Without numbers, a delivery releases what was reserved for the client. */
static gboolean
release_unlimited (QhStore *store, QhMovement *movement, GError **error)
{
  gint64 reserved = count_reserved (store, movement->content, movement->client);
  g_autoptr (QhMovement) release = NULL;

  if (reserved <= 0)
    return TRUE;
  release = new_line (store, QH_MOVEMENT_KIND_RELEASE, movement->content, movement->client,
                      movement->meeting);
  qh_record_set_int ((QhRecord *)release, "copies", MIN (reserved, movement->copies));
  return append_noted (store, release, error);
}

/* An adjustment changes the edition, which is the item's own. */
static gboolean
change_edition (QhStore *store, QhMovement *movement, GError **error)
{
  g_autoptr (QhRecord) content = qh_store_get (store, &qh_content_entity, movement->content, error);
  g_autofree char *by = g_strdup_printf ("%" G_GINT64_FORMAT, movement->copies);
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, qh_clock_now (&store->clock));

  if (content == NULL)
    return FALSE;
  if (movement->copies == 0) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("copies: an adjustment adds or takes away at least one copy"));
    return FALSE;
  }
  if (qh_store_run (store, NULL,
                    "UPDATE content SET edition = edition + CAST (?2 AS INTEGER),"
                    "  modified = max (modified + 1000, CAST (?3 AS INTEGER)) WHERE id = ?1",
                    movement->content, by, now, NULL))
    return TRUE;
  qh_ledger_set_edition_error (store, (QhContent *)content, error);
  return FALSE;
}

/* Whom a line for a meeting concerns is known. */
static void
complete_client (QhStore *store, QhMovement *movement)
{
  g_autoptr (QhRecord) meeting = NULL;

  if (movement->client != NULL || movement->meeting == NULL)
    return;
  meeting = qh_store_get (store, &qh_meeting_entity, movement->meeting, NULL);
  if (meeting != NULL)
    qh_record_set_string ((QhRecord *)movement, "client", ((QhMeeting *)meeting)->client);
}

static gboolean
complete (QhStore *store, QhMovement *movement, GError **error)
{
  gint64 edition;

  if (movement->at == QH_NONE)
    qh_record_set_int ((QhRecord *)movement, "at", qh_clock_now (&store->clock));
  if (!qh_record_check ((QhRecord *)movement, error))
    return FALSE;
  edition = get_edition (store, movement->content);
  complete_client (store, movement);
  if (movement->kind == QH_MOVEMENT_KIND_ADJUST)
    return edition == QH_NONE || change_edition (store, movement, error);
  if (edition != QH_NONE)
    return complete_limited (store, movement, edition, error);
  return movement->kind != QH_MOVEMENT_KIND_DELIVER || release_unlimited (store, movement, error);
}

static gboolean
check_new (QhStore *store, QhMovement *movement, GError **error)
{
  g_autoptr (QhRecord) row = NULL;
  const char *id = ((QhRecord *)movement)->id;

  if (id != NULL)
    row = qh_store_read_row (store, &qh_movement_entity, id, NULL);
  if (row == NULL)
    return TRUE;
  g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                       _ ("A line of the ledger is never edited; append one that takes it back."));
  return FALSE;
}

gboolean
qh_ledger_append (QhStore *store, QhMovement *movement, GError **error)
{
  g_autoptr (QhSnapshot) before = NULL;
  QhSnapshot *base = qh_live_base (store, (QhRecord *)movement);

  if (base != NULL && qh_snapshot_compare (base, (QhRecord *)movement) == 0)
    return TRUE;
  if (!check_new (store, movement, error))
    return FALSE;
  before = qh_snapshot_new ((QhRecord *)movement);
  if (complete (store, movement, error) && append_noted (store, movement, error))
    return TRUE;
  qh_snapshot_restore (before, (QhRecord *)movement, ~G_GUINT64_CONSTANT (0));
  return FALSE;
}

gboolean
qh_ledger_adjust (QhStore *store, QhContent *content, gint64 edition_before, GError **error)
{
  g_autoptr (QhMovement) movement = NULL;
  g_autofree char *reason = NULL;

  if (edition_before == QH_NONE || content->edition == QH_NONE)
    return TRUE;
  movement = new_line (store, QH_MOVEMENT_KIND_ADJUST, ((QhRecord *)content)->id, NULL, NULL);
  reason = g_strdup_printf (_ ("Edition changed from %d to %d"), (int)edition_before,
                            (int)content->edition);
  qh_record_set_int ((QhRecord *)movement, "copies", content->edition - edition_before);
  qh_record_set_string ((QhRecord *)movement, "reason", reason);
  return append_noted (store, movement, error);
}

/* --- Releasing */

/* What is reserved, numbered or not, for one meeting or one client. */
#define RESERVATIONS(column)                                                                    \
  "SELECT content, client, meeting, number, 1 FROM holding"                                     \
  "  WHERE state = 'reserved' AND " column " = ?1 "                                             \
  "UNION ALL "                                                                                  \
  "SELECT content, client, meeting, NULL, sum (iif (kind = 'reserve', copies, -copies)) AS n"   \
  "  FROM movement WHERE " column " = ?1 AND number IS NULL AND kind IN ('reserve', 'release')" \
  "  GROUP BY content, client, meeting HAVING n > 0"

static GPtrArray *
list_reservations (QhStore *store, const char *sql, const char *id, GError **error)
{
  g_autoptr (GPtrArray) releases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement = qh_store_borrow (store, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  while (qh_sqlite_step (statement, &failure)) {
    QhMovement *release =
        new_line (store, QH_MOVEMENT_KIND_RELEASE, (const char *)sqlite3_column_text (statement, 0),
                  (const char *)sqlite3_column_text (statement, 1),
                  (const char *)sqlite3_column_text (statement, 2));
    if (sqlite3_column_type (statement, 3) != SQLITE_NULL)
      qh_record_set_int ((QhRecord *)release, "number", sqlite3_column_int64 (statement, 3));
    qh_record_set_int ((QhRecord *)release, "copies", sqlite3_column_int64 (statement, 4));
    g_ptr_array_add (releases, release);
  }
  qh_store_give_back (store, statement);
  if (failure == NULL)
    return g_steal_pointer (&releases);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Without numbers, what was reserved for one meeting may have been let go by another line. */
static gboolean
release_line (QhStore *store, QhMovement *line, GError **error)
{
  gint64 copies = line->copies;

  if (line->number == QH_NONE)
    copies = MIN (copies, count_reserved (store, line->content, line->client));
  if (copies <= 0)
    return TRUE;
  qh_record_set_int ((QhRecord *)line, "copies", copies);
  return append_noted (store, line, error);
}

static gboolean
release (QhStore *store, const char *sql, const char *id, const char *content, GError **error)
{
  g_autoptr (GPtrArray) releases = list_reservations (store, sql, id, error);

  if (releases == NULL)
    return FALSE;
  for (guint i = 0; i < releases->len; i++) {
    QhMovement *line = g_ptr_array_index (releases, i);
    if (content != NULL && !g_str_equal (line->content, content))
      continue;
    if (!release_line (store, line, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
qh_ledger_release (QhStore *store, const char *meeting, const char *content, GError **error)
{
  return release (store, RESERVATIONS ("meeting"), meeting, content, error);
}

gboolean
qh_ledger_release_client (QhStore *store, const char *client, GError **error)
{
  return release (store, RESERVATIONS ("client"), client, NULL, error);
}

/* Whether what a change touched is reserved for nothing now: the meeting is cancelled, or none of
 * its segments carries the item any more. */
static gboolean
is_let_go (QhStore *store, const char *meeting, const char *content)
{
  const char *values[] = { meeting, content, NULL };

  if (content == NULL)
    return qh_store_count (store,
                           "SELECT count (*) FROM meeting WHERE id = ?1 AND status = 'cancelled'",
                           values) > 0;
  return qh_store_count (store, "SELECT count (*) FROM segment WHERE meeting = ?1 AND content = ?2",
                         values) == 0;
}

gboolean
qh_ledger_settle (QhStore *store, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, store->change.releases);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    g_auto (GStrv) parts = g_strsplit (key, " ", 2);
    const char *content = parts[1][0] != '\0' ? parts[1] : NULL;
    if (is_let_go (store, parts[0], content) &&
        !qh_ledger_release (store, parts[0], content, error))
      return FALSE;
  }
  return TRUE;
}

/* --- Undo and redo */

static gboolean
note_line (QhStore *store, gint64 change, gint64 place, QhLedgerLine *line, GError **error)
{
  g_autofree char *columns = qh_entity_columns (&qh_movement_entity, "");
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement;
  gboolean ok;

  g_string_printf (sql, "INSERT INTO change_movement (change, place, reserved, %s) VALUES (?, ?, ?",
                   columns);
  for (guint i = 0; i < qh_movement_entity.n_fields; i++)
    g_string_append (sql, ", ?");
  g_string_append (sql, ")");
  statement = qh_store_borrow (store, sql->str, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, change);
  sqlite3_bind_int64 (statement, 2, place);
  sqlite3_bind_int (statement, 3, line->reserved);
  qh_record_bind ((QhRecord *)line->movement, statement, 4);
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

/* What takes back a line of this kind. */
static QhMovementKind
counter_kind (int kind)
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

/* A line like @from, of another kind, of now. */
static QhMovement *
counter_line (QhStore *store, QhMovement *from, QhMovementKind kind)
{
  QhMovement *line = new_line (store, kind, from->content, from->client, from->meeting);
  QhRecord *record = (QhRecord *)line;

  qh_record_set_string (record, "contact", from->contact);
  qh_record_set_int (record, "number", from->number);
  qh_record_set_int (record, "copies",
                     kind == QH_MOVEMENT_KIND_ADJUST ? -from->copies : from->copies);
  qh_record_set_string (record, "transfer", from->transfer);
  qh_record_set_string (record, "reason", _ ("Undone"));
  return line;
}

static void
add_counter_lines (QhStore *store, GPtrArray *lines, QhMovement *from, gboolean reserved)
{
  g_ptr_array_add (lines, counter_line (store, from, counter_kind (from->kind)));
  if (reserved)
    g_ptr_array_add (lines, counter_line (store, from, QH_MOVEMENT_KIND_RESERVE));
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
      "SELECT %s, reserved FROM change_movement WHERE change = ?1 ORDER BY place %s", columns,
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
      add_counter_lines (store, lines, line,
                         sqlite3_column_int (statement, qh_movement_entity.n_fields));
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

gboolean
qh_ledger_append_lines (QhStore *store, GPtrArray *lines, gboolean finally, GError **error)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new (g_str_hash, g_str_equal);
  guint i = 0;

  while (i < lines->len) {
    QhMovement *line = g_ptr_array_index (lines, i);
    g_autoptr (GError) failure = NULL;
    gboolean reserved;
    if (!g_hash_table_contains (waiting, line->content)) {
      qh_store_complete (store, (QhRecord *)line);
      if (append (store, line, &reserved, &failure)) {
        g_ptr_array_remove_index (lines, i);
        continue;
      }
      if (finally || (failure->code != QH_ERROR_REFUSED && failure->code != QH_ERROR_INVALID)) {
        g_propagate_error (error, g_steal_pointer (&failure));
        return FALSE;
      }
      g_hash_table_add (waiting, line->content);
    }
    i++;
  }
  return TRUE;
}
