/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How things stand with one item for one client: its figures, and the few lines of the ledger that
 * concern him. */
#include "store/qh-standings.h"
#include "store/qh-ledger.h"
#include "store/qh-store-private.h"

typedef struct {
  QhStore *store;
  QhContent *content;
  const char *client, *meeting;
  GTimeZone *zone;
  QhStanding *standing;
} Asking;

/* Binds what a query is about: ?1 the item, ?2 the client. */
static sqlite3_stmt *
ask (Asking *asking, const char *sql, GError **error)
{
  sqlite3_stmt *statement = qh_store_borrow (asking->store, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, QH_RECORD (asking->content)->id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, asking->client, -1, SQLITE_STATIC);
  return statement;
}

static gboolean
end (Asking *asking, sqlite3_stmt *statement, GError *failure, GError **error)
{
  qh_store_give_back (asking->store, statement);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
count_all (Asking *asking, GError **error)
{
  QhStanding *standing = asking->standing;
  QhLedgerCounts counts;

  if (!qh_ledger_count (asking->store, QH_RECORD (asking->content)->id, &counts, error))
    return FALSE;
  standing->available = counts.available;
  standing->reserved = counts.reserved;
  standing->delivered = counts.delivered;
  standing->away = counts.away;
  return TRUE;
}

/* --- The client's part */

/* Of a limited edition a line for each copy he has, else every line of his. */
#define NUMBERED                                                                          \
  "SELECT iif (h.state = 'reserved', 1, 0), 1, h.meeting, h.number, m.at, meeting.start," \
  "  meeting.zone FROM holding AS h JOIN movement AS m ON m.id = h.movement"              \
  "  LEFT JOIN meeting ON meeting.id = h.meeting"                                         \
  "  WHERE h.content = ?1 AND h.client = ?2 AND h.state <> 'away' ORDER BY m.rowid"
#define UNNUMBERED                                                                               \
  "SELECT iif (m.kind IN ('reserve', 'release'), 1, 0),"                                         \
  "  iif (m.kind IN ('reserve', 'deliver'), m.copies, -m.copies), m.meeting, NULL, m.at,"        \
  "  meeting.start, meeting.zone FROM movement AS m LEFT JOIN meeting ON meeting.id = m.meeting" \
  "  WHERE m.content = ?1 AND m.client = ?2 AND m.number IS NULL"                                \
  "  AND m.kind IN ('reserve', 'release', 'deliver', 'return') ORDER BY m.rowid"

typedef struct {
  gboolean reserved; /* else given */
  gint64 copies; /* below zero: given up */
  gboolean is_here;
  gint64 number, at, start; /* @start of the meeting; each may be QH_NONE */
  const char *zone; /* the meeting's, or NULL */
} Line;

static gint64
column_int (sqlite3_stmt *statement, int column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL
             ? QH_NONE
             : sqlite3_column_int64 (statement, column);
}

static Line
read_line (Asking *asking, sqlite3_stmt *statement)
{
  const char *meeting = (const char *)sqlite3_column_text (statement, 2);

  return (Line){ .reserved = sqlite3_column_int (statement, 0),
                 .copies = sqlite3_column_int64 (statement, 1),
                 .is_here = meeting != NULL && g_strcmp0 (meeting, asking->meeting) == 0,
                 .number = column_int (statement, 3),
                 .at = sqlite3_column_int64 (statement, 4),
                 .start = column_int (statement, 5),
                 .zone = (const char *)sqlite3_column_text (statement, 6) };
}

/* A reservation lapses so many days after its meeting, and with the item's window. */
static char *
reserved_until (Asking *asking, const Line *line)
{
  g_autoptr (GTimeZone) zone = qh_zone_new (line->zone, asking->zone);
  g_autofree char *day = line->start != QH_NONE ? qh_instant_to_date (line->start, zone) : NULL;
  g_autofree char *lapse = day != NULL ? qh_date_add_days (day, QH_RESERVATION_DAYS) : NULL;
  const char *until = asking->content->available_until;

  if (lapse == NULL || (until != NULL && g_strcmp0 (until, lapse) < 0))
    return g_strdup (until);
  return g_steal_pointer (&lapse);
}

/* Of several reservations the one for this meeting is told, else the first. */
static void
take_reservation (Asking *asking, const Line *line)
{
  QhStanding *standing = asking->standing;
  gboolean first = standing->his_reserved == 0;

  standing->his_reserved += line->copies;
  if (line->copies < 0 || (!first && !line->is_here))
    return;
  standing->reserved_number = line->number;
  g_free (standing->reserved_until);
  standing->reserved_until = reserved_until (asking, line);
}

static void
take_gift (Asking *asking, const Line *line)
{
  QhStanding *standing = asking->standing;

  standing->his_given += line->copies;
  if (!line->is_here)
    standing->given_before += line->copies;
  if (line->copies < 0)
    return;
  standing->given_number = line->number;
  g_free (standing->given_on);
  standing->given_on = qh_instant_to_date (line->at, asking->zone);
}

static void
take (Asking *asking, const Line *line)
{
  if (line->is_here)
    asking->standing->here += line->copies;
  if (line->reserved)
    take_reservation (asking, line);
  else
    take_gift (asking, line);
}

/* What came to nothing has neither number nor day. */
static void
tidy (QhStanding *standing)
{
  standing->here = MAX (standing->here, 0);
  standing->given_before = MAX (standing->given_before, 0);
  if (standing->his_reserved <= 0) {
    standing->reserved_number = QH_NONE;
    g_clear_pointer (&standing->reserved_until, g_free);
  }
  if (standing->his_given <= 0) {
    standing->given_number = QH_NONE;
    g_clear_pointer (&standing->given_on, g_free);
  }
}

static gboolean
count_his (Asking *asking, GError **error)
{
  gboolean numbered = asking->content->edition != QH_NONE;
  sqlite3_stmt *statement = ask (asking, numbered ? NUMBERED : UNNUMBERED, error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (qh_sqlite_step (statement, &failure)) {
    Line line = read_line (asking, statement);
    take (asking, &line);
  }
  tidy (asking->standing);
  return end (asking, statement, failure, error);
}

static gboolean
find_place (Asking *asking, GError **error)
{
  sqlite3_stmt *statement =
      ask (asking,
           "SELECT count (*) FROM waiting WHERE content = ?1 AND (since, id) <="
           "  (SELECT since, id FROM waiting WHERE content = ?1 AND client = ?2)",
           error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  if (qh_sqlite_step (statement, &failure))
    asking->standing->waiting_place = sqlite3_column_int64 (statement, 0);
  return end (asking, statement, failure, error);
}

QhStanding *
qh_store_get_standing (QhStore *store, QhContent *content, const char *client, const char *meeting,
                       GError **error)
{
  g_autoptr (QhStanding) standing = qh_standing_new ();
  g_autoptr (GTimeZone) zone = NULL;
  Asking asking = { store, content, client, meeting, NULL, standing };

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CONTENT (content), NULL);
  zone = qh_clock_zone (&store->clock);
  asking.zone = zone;
  if (!count_all (&asking, error) ||
      (client != NULL && (!count_his (&asking, error) || !find_place (&asking, error))))
    return NULL;
  return g_steal_pointer (&standing);
}
