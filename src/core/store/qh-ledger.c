/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger: lines are appended, never edited. The law itself stands in the database
 * (data/sql/0001-ledger.sql); here a line gets its copy number. */
#include "base/qh-id.h"
#include "base/qh-time.h"
#include "design/qh-scarcity.h"
#include "record/qh-record-sql.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

void
qh_ledger_line_free (gpointer data)
{
  QhLedgerLine *line = data;

  g_object_unref (line->movement);
  g_free (line->held);
  g_free (line);
}

gint64
qh_ledger_edition (QhStore *store, const char *content)
{
  return qh_store_count (store, "SELECT edition FROM content WHERE id = ?1",
                         (const char *[]){ content, NULL });
}

/* --- Copy numbers */

/* The lowest number that nobody has; it may be above the edition. Where as many copies are out as
 * the highest number says, there is no gap to look for. Of somebody else's edition, the lowest that
 * is here. */
#define FREE_NUMBER                                                                  \
  "SELECT CASE WHEN (SELECT issuer FROM content WHERE id = ?1) IS NOT NULL"          \
  "  THEN (SELECT min (number) FROM arrival WHERE content = ?1 AND NOT EXISTS"       \
  "    (SELECT 1 FROM holding WHERE content = ?1 AND number = arrival.number))"      \
  "  WHEN NOT EXISTS (SELECT 1 FROM holding WHERE content = ?1 AND number = 1)"      \
  "  THEN 1 WHEN (SELECT reserved + delivered + away FROM stock WHERE content = ?1)" \
  "    = (SELECT max (number) FROM holding WHERE content = ?1)"                      \
  "  THEN (SELECT max (number) + 1 FROM holding WHERE content = ?1)"                 \
  "  ELSE (SELECT number + 1 FROM holding AS h WHERE content = ?1 AND NOT EXISTS"    \
  "    (SELECT 1 FROM holding WHERE content = ?1 AND number = h.number + 1)"         \
  "    ORDER BY number LIMIT 1) END"

/* Of what a client has, first what he has through this meeting. */
#define RESERVED_NUMBER                                                                  \
  "SELECT number FROM holding WHERE content = ?1 AND client = ?2 AND state = 'reserved'" \
  "  ORDER BY meeting IS NOT ?3, number LIMIT 1"
#define DELIVERED_NUMBER                                                                  \
  "SELECT number FROM holding WHERE content = ?1 AND client = ?2 AND state = 'delivered'" \
  "  ORDER BY meeting IS NOT ?3, number DESC LIMIT 1"

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

/* Where the copy is that @line is about to move. */
static void
look_at_copy (QhStore *store, QhLedgerLine *line)
{
  QhMovement *movement = line->movement;
  sqlite3_stmt *statement = qh_store_prepare (
      store, "SELECT state, meeting FROM holding WHERE content = ?1 AND number = ?2");

  sqlite3_bind_text (statement, 1, movement->content, -1, SQLITE_STATIC);
  if (movement->number != QH_NONE)
    sqlite3_bind_int64 (statement, 2, movement->number);
  if (sqlite3_step (statement) == SQLITE_ROW) {
    const char *state = (const char *)sqlite3_column_text (statement, 0);
    line->reserved = movement->kind == QH_MOVEMENT_KIND_DELIVER && g_str_equal (state, "reserved");
    line->held = g_strdup ((const char *)sqlite3_column_text (statement, 1));
  }
  sqlite3_reset (statement);
}

gboolean
qh_ledger_insert (QhStore *store, QhMovement *movement, GError **error)
{
  return qh_record_check ((QhRecord *)movement, error) &&
         qh_store_insert_row (store, (QhRecord *)movement, error);
}

gboolean
qh_ledger_append_as_it_is (QhStore *store, QhMovement *movement, GError **error)
{
  QhLedgerLine *line;

  qh_store_complete (store, (QhRecord *)movement);
  line = g_new0 (QhLedgerLine, 1);
  line->movement = (QhMovement *)qh_record_duplicate ((QhRecord *)movement);
  look_at_copy (store, line);
  if (!qh_ledger_insert (store, movement, error)) {
    qh_ledger_line_free (line);
    return FALSE;
  }
  qh_store_keep (store, (QhRecord *)movement);
  g_ptr_array_add (store->change.lines, line);
  return TRUE;
}

QhMovement *
qh_ledger_new_line (QhStore *store, QhMovementKind kind, const char *content, const char *client,
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
  if (movement->kind != QH_MOVEMENT_KIND_RELEASE && movement->kind != QH_MOVEMENT_KIND_RETURN)
    return set_none_available (store, movement, error);
  qh_ledger_set_refusal (store, movement, "ledger.not-out", error);
  return FALSE;
}

/* How much of an item without numbers is reserved for a client. */
gint64
qh_ledger_count_reserved (QhStore *store, const char *content, const char *client)
{
  gint64 n = qh_store_count (store,
                             "SELECT sum (iif (kind = 'reserve', copies, -copies)) FROM movement"
                             "  WHERE content = ?1 AND client IS nullif (?2, '')"
                             "  AND number IS NULL AND kind IN ('reserve', 'release')",
                             (const char *[]){ content, client ? client : "", NULL });

  return n == QH_NONE ? 0 : n;
}

gboolean
qh_ledger_check_issuer (QhStore *store, QhContent *content, GError **error)
{
  if (content->issuer == NULL || store->change.restates)
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               _ ("edition: “%s” was issued by %s, who alone says how many copies there are"),
               content->title, content->issuer);
  return FALSE;
}

static gboolean
check_edition (QhContent *content, gint64 before, gint64 by, GError **error)
{
  const QhField *field = qh_entity_field (&qh_content_entity, "edition");
  gint64 edition = before + by;

  if (by != 0 && edition >= field->min && edition <= field->max)
    return TRUE;
  if (by == 0)
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("copies: an adjustment adds or takes away at least one copy"));
  else
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 /* Translators: a content item's title, and whole numbers */
                 _ ("copies: the edition of “%s” is %d; it would become %d, expected %d to %d"),
                 content->title, (int)before, (int)edition, (int)field->min, (int)field->max);
  return FALSE;
}

/* The row now says another edition: the live item, too. */
static gboolean
keep_item (QhStore *store, const char *id, GError **error)
{
  g_autoptr (QhRecord) row = qh_store_read_row (store, &qh_content_entity, id, error);

  if (row != NULL)
    qh_store_keep (store, row);
  return row != NULL;
}

/* An adjustment changes the edition, which is the item's own. */
static gboolean
change_edition (QhStore *store, QhMovement *movement, gint64 before, GError **error)
{
  g_autoptr (QhRecord) content = qh_store_get (store, &qh_content_entity, movement->content, error);
  g_autofree char *by = g_strdup_printf ("%" G_GINT64_FORMAT, movement->copies);
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, qh_clock_now (&store->clock));

  if (content == NULL || !qh_ledger_check_issuer (store, (QhContent *)content, error) ||
      !check_edition ((QhContent *)content, before, movement->copies, error))
    return FALSE;
  if (qh_store_run (store, NULL,
                    "UPDATE content SET edition = edition + CAST (?2 AS INTEGER),"
                    "  modified = max (modified + 1000, CAST (?3 AS INTEGER)) WHERE id = ?1",
                    movement->content, by, now, NULL))
    return keep_item (store, movement->content, error);
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
  edition = qh_ledger_edition (store, movement->content);
  complete_client (store, movement);
  if (movement->kind == QH_MOVEMENT_KIND_ADJUST)
    return edition == QH_NONE || change_edition (store, movement, edition, error);
  if (edition != QH_NONE)
    return complete_limited (store, movement, edition, error);
  /* Without numbers, a delivery releases what was reserved for the client. */
  return movement->kind != QH_MOVEMENT_KIND_DELIVER || qh_ledger_use_up (store, movement, error);
}

/* --- The window */

/* The day on which a copy changes hands: the meeting's, else the line's own. NULL for what is
 * reserved for no day yet. */
static char *
hand_over_day (QhStore *store, QhMovement *movement)
{
  g_autoptr (GTimeZone) own = qh_clock_zone (&store->clock);
  g_autoptr (QhRecord) meeting =
      movement->meeting != NULL ? qh_store_get (store, &qh_meeting_entity, movement->meeting, NULL)
                                : NULL;
  gint64 start = meeting != NULL ? ((QhMeeting *)meeting)->start : QH_NONE;
  g_autoptr (GTimeZone) zone = NULL;

  if (start != QH_NONE) {
    zone = qh_zone_new (((QhMeeting *)meeting)->zone, own);
    return qh_instant_to_date (start, zone);
  }
  if (movement->kind == QH_MOVEMENT_KIND_RESERVE)
    return NULL;
  return movement->at != QH_NONE ? qh_instant_to_date (movement->at, own)
                                 : qh_clock_today (&store->clock);
}

/* Without a day, it can be reserved while a day can still come. */
static gboolean
is_in_window (QhContent *content, const char *day, const char *today)
{
  if (day != NULL)
    return qh_content_is_open (content, day);
  return content->available_until == NULL || g_strcmp0 (content->available_until, today) >= 0;
}

static void
set_outside_window (QhStore *store, QhContent *content, const char *day, GError **error)
{
  gboolean early = g_strcmp0 (content->available_from, day) > 0;
  g_autoptr (GTimeZone) zone = qh_clock_zone (&store->clock);
  gint64 now = qh_clock_now (&store->clock);
  g_autofree char *end =
      qh_date_month_label (early ? content->available_from : content->available_until, now, zone);
  g_autofree char *on = qh_date_month_label (day, now, zone);

  if (early)
    /* Translators: a content item's title, and two days */
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 _ ("“%s” can be had from %s; this would be on %s."), content->title, end, on);
  else
    /* Translators: a content item's title, and two days */
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 _ ("“%s” can be had until %s; this would be on %s."), content->title, end, on);
}

/* A plan is not refused: its review says that the meeting is outside the window, and it may still
 * be moved. */
gboolean
qh_ledger_check_window (QhStore *store, QhMovement *movement, GError **error)
{
  g_autoptr (QhRecord) content = NULL;
  g_autofree char *day = NULL;
  g_autofree char *today = NULL;

  if ((movement->kind != QH_MOVEMENT_KIND_RESERVE && movement->kind != QH_MOVEMENT_KIND_DELIVER) ||
      movement->content == NULL)
    return TRUE;
  content = qh_store_get (store, &qh_content_entity, movement->content, NULL);
  if (content == NULL)
    return TRUE;
  day = hand_over_day (store, movement);
  today = qh_clock_today (&store->clock);
  if (is_in_window ((QhContent *)content, day, today))
    return TRUE;
  set_outside_window (store, (QhContent *)content, day != NULL ? day : today, error);
  return FALSE;
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
  QhSnapshot *base = qh_live_base (store, (QhRecord *)movement);

  if (base != NULL && qh_snapshot_compare (base, (QhRecord *)movement) == 0)
    return TRUE;
  return check_new (store, movement, error) && qh_ledger_check_window (store, movement, error) &&
         qh_ledger_append_planned (store, movement, error);
}

gboolean
qh_ledger_append_planned (QhStore *store, QhMovement *movement, GError **error)
{
  g_autoptr (QhSnapshot) before = NULL;

  before = qh_snapshot_new ((QhRecord *)movement);
  if (complete (store, movement, error) && qh_ledger_append_as_it_is (store, movement, error))
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
  movement =
      qh_ledger_new_line (store, QH_MOVEMENT_KIND_ADJUST, ((QhRecord *)content)->id, NULL, NULL);
  reason = g_strdup_printf (_ ("Edition changed from %d to %d"), (int)edition_before,
                            (int)content->edition);
  qh_record_set_int ((QhRecord *)movement, "copies", content->edition - edition_before);
  qh_record_set_string ((QhRecord *)movement, "reason", reason);
  return qh_ledger_append_as_it_is (store, movement, error);
}
