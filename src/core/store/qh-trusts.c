/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trust from the kept sums (qh-trust-schema.h): a calendar day is counted whole; the days in UTC
 * that an instant's window only touches are looked up. */
#include "store/qh-trusts.h"
#include "store/qh-store-private.h"
#include "store/qh-trust-schema.h"
#include <string.h>

#define EPOCH G_GINT64_CONSTANT (62135596800000000)

/* The instants at which the windows begin, and the days; numbered as by qh_date_to_days. */
typedef struct {
  QhStore *store;
  const char *client; /* NULL: all */
  QhTrust *trust;
  gint64 now, year, recent; /* instants */
  char *today, *recent_day; /* dates */
  char *recent_instant, *now_instant; /* as text */
} Asking;

static void
asking_clear (Asking *asking)
{
  g_free (asking->today);
  g_free (asking->recent_day);
  g_free (asking->recent_instant);
  g_free (asking->now_instant);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asking, asking_clear)

static void
asking_init (Asking *asking, QhStore *store, const char *client)
{
  *asking = (Asking){ .store = store, .client = client, .now = qh_clock_now (&store->clock) };
  asking->year = asking->now - QH_TRUST_DAYS * QH_DAY_USEC;
  asking->recent = asking->now - QH_TRUST_RECENT_DAYS * QH_DAY_USEC;
  asking->today = qh_clock_today (&store->clock);
  asking->recent_day = qh_date_add_days (asking->today, -QH_TRUST_RECENT_DAYS);
  asking->recent_instant = g_strdup_printf ("%" G_GINT64_FORMAT, asking->recent);
  asking->now_instant = g_strdup_printf ("%" G_GINT64_FORMAT, asking->now);
}

static gint64
utc_day (gint64 instant)
{
  return (instant + EPOCH) / QH_DAY_USEC + 1;
}

static gint64
utc_day_begins (gint64 day)
{
  return (day - 1) * QH_DAY_USEC - EPOCH;
}

/* --- Counting */

/* Which days of a sort count. */
typedef enum {
  DAYS, /* of the calendar, up to today */
  INSTANTS, /* in UTC that lie in the window whole */
  NO_DAY,
  PAST_DAYS, /* every one before today */
} Days;

static const struct {
  const char *name;
  Days days;
  QhTrustSort sort; /* QH_TRUST_NONE: it is something else */
} sorts[] = {
  { "kept", DAYS, QH_TRUST_KEPT },
  { "late", DAYS, QH_TRUST_LATE },
  { "broken", DAYS, QH_TRUST_BROKEN },
  { "friction", DAYS, QH_TRUST_FRICTION },
  { "due", PAST_DAYS, QH_TRUST_OVERDUE },
  { "solved", INSTANTS, QH_TRUST_SOLVED },
  { "unsolved", INSTANTS, QH_TRUST_UNSOLVED },
  { "in_time", INSTANTS, QH_TRUST_IN_TIME },
  { "overrun", INSTANTS, QH_TRUST_OVERRUN },
  { "moves", DAYS, QH_TRUST_NONE },
  { "moving", NO_DAY, QH_TRUST_NONE },
  { "past", DAYS, QH_TRUST_NONE },
  { "open1", NO_DAY, QH_TRUST_NONE },
  { "open2", NO_DAY, QH_TRUST_NONE },
  { "open3", NO_DAY, QH_TRUST_NONE },
  { "open4", NO_DAY, QH_TRUST_NONE },
};

static int
find_sort (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i].name, name))
      return (int)i;
  return -1;
}

static QhTrustSpot *
find_spot (QhTrust *trust, const char *name)
{
  const QhField *touchpoint = qh_entity_field (&qh_friction_entity, "touchpoint");

  return &trust->spots[qh_field_enum_value (touchpoint, name)];
}

/* Counts @year of an event, of them @recent in the last 90 days. */
static void
count (QhTrust *trust, int index, QhTrustSpot *spot, gint64 year, gint64 recent)
{
  const char *name = sorts[index].name;
  QhTrustSort sort = sorts[index].sort;

  if (sort != QH_TRUST_NONE) {
    trust->year[sort] += year;
    trust->recent[sort] += recent;
  }
  if (sort == QH_TRUST_UNSOLVED)
    spot->unsolved += recent;
  else if (sort == QH_TRUST_SOLVED || g_str_equal (name, "past"))
    spot->other += recent;
  else if (g_str_has_prefix (name, "mov"))
    trust->moves += year;
  else if (sorts[index].days == NO_DAY) {
    gboolean gravest = g_str_equal (name, "open4");
    gboolean severe = gravest || g_str_equal (name, "open3");
    trust->open_gravest += gravest ? year : 0;
    trust->open_severe += severe && !gravest ? year : 0;
    spot->open += year;
    spot->severe += severe ? year : 0;
  }
}

/* The days of a sort that count, and the first of the recent ones. */
static void
bind_days (Asking *asking, sqlite3_stmt *statement, Days days)
{
  gint64 today = qh_date_to_days (asking->today);
  gint64 first = today - QH_TRUST_DAYS, recent = today - QH_TRUST_RECENT_DAYS, last = today;

  if (days == INSTANTS) {
    first = utc_day (asking->year) + 1;
    recent = utc_day (asking->recent) + 1;
    last = utc_day (asking->now) - 1;
  } else if (days == NO_DAY) {
    first = recent = last = 0;
  } else if (days == PAST_DAYS) {
    first = recent = 0;
    last = today - 1;
  }
  sqlite3_bind_int64 (statement, 3, first);
  sqlite3_bind_int64 (statement, 4, recent);
  sqlite3_bind_int64 (statement, 5, last);
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
count_sums (Asking *asking, int index, GError **error)
{
  sqlite3_stmt *statement =
      qh_store_borrow (asking->store,
                       "SELECT spot, sum (n), sum (iif (day >= ?4, n, 0)) FROM trust_sum"
                       "  WHERE client = ?1 AND sort = ?2 AND day BETWEEN ?3 AND ?5 GROUP BY spot",
                       error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, asking->client != NULL ? asking->client : "", -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, sorts[index].name, -1, SQLITE_STATIC);
  bind_days (asking, statement, sorts[index].days);
  while (qh_sqlite_step (statement, &failure))
    count (asking->trust, index,
           find_spot (asking->trust, (const char *)sqlite3_column_text (statement, 0)),
           sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 2));
  return end (asking, statement, failure, error);
}

/* --- The days that a window only touches */

#define LIMIT_OF_MEETING \
  "coalesce ((SELECT minutes_limit FROM client WHERE id = meeting.client), 15)"
#define RAN_OVER "ended - began > (" LIMIT_OF_MEETING " + 1) * 60000000"
/* The plus signs: an index over the state of all is no way to a few days of meetings or to one
 * client's frictions, and the planner, which has no figures, would take it. */
#define WAS_HELD "+status IN ('held', 'debriefed') AND began IS NOT NULL"

#define TOUCHED(whose)                                                  \
  "SELECT iif (solved = 'yes', 'solved', 'unsolved'), " QH_TRUST_SPOT ( \
      "channel") ", count (*) FROM contact_log WHERE " whose            \
                 " at BETWEEN ?2 AND ?3 AND solved IS NOT NULL"         \
                 "  GROUP BY 1, 2"                                      \
                 " UNION ALL SELECT iif (" RAN_OVER                     \
                 ", 'overrun', 'in_time'), '', count (*) FROM meeting"  \
                 "  WHERE " whose " ended BETWEEN ?2 AND ?3 AND " WAS_HELD " GROUP BY 1"

/* Counts what happened from @from to @until, in the year, the recent days or both. */
static gboolean
count_touched (Asking *asking, gint64 from, gint64 until, gboolean year, gboolean recent,
               GError **error)
{
  sqlite3_stmt *statement = qh_store_borrow (
      asking->store, asking->client != NULL ? TOUCHED ("client = ?1 AND") : TOUCHED (""), error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, asking->client, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, from);
  sqlite3_bind_int64 (statement, 3, until);
  while (qh_sqlite_step (statement, &failure)) {
    int index = find_sort ((const char *)sqlite3_column_text (statement, 0));
    gint64 n = sqlite3_column_int64 (statement, 2);
    count (asking->trust, index,
           find_spot (asking->trust, (const char *)sqlite3_column_text (statement, 1)),
           year ? n : 0, recent ? n : 0);
  }
  return end (asking, statement, failure, error);
}

static gboolean
count_edges (Asking *asking, GError **error)
{
  gint64 today = utc_day_begins (utc_day (asking->now));
  gint64 year = utc_day_begins (utc_day (asking->year) + 1);
  gint64 recent = utc_day_begins (utc_day (asking->recent) + 1);

  return count_touched (asking, asking->year, year - 1, TRUE, FALSE, error) &&
         count_touched (asking, asking->recent, recent - 1, FALSE, TRUE, error) &&
         count_touched (asking, today, asking->now, TRUE, TRUE, error);
}

/* --- The rest of the counts */

#define LAST_NEEDED(whose)                                                                 \
  "SELECT at FROM contact_log WHERE " whose " (failure = 1 OR solved = 'no') AND at <= ?2" \
  "  ORDER BY at DESC LIMIT 1"

static gboolean
find_last_needed (Asking *asking, GError **error)
{
  sqlite3_stmt *statement = qh_store_borrow (
      asking->store, asking->client != NULL ? LAST_NEEDED ("client = ?1 AND") : LAST_NEEDED (""),
      error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, asking->client, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, asking->now);
  if (qh_sqlite_step (statement, &failure))
    asking->trust->last_needed = sqlite3_column_int64 (statement, 0);
  return end (asking, statement, failure, error);
}

static gboolean
count_checks (Asking *asking, GError **error)
{
  sqlite3_stmt *statement =
      qh_store_borrow (asking->store,
                       "SELECT touchpoint, count (*),"
                       "  sum (NOT live_person OR coalesce (hours_to_answer, 0) > 24)"
                       "  FROM touchpoint_check WHERE checked_on BETWEEN ?1 AND ?2 GROUP BY 1",
                       error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, asking->recent_day, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, asking->today, -1, SQLITE_STATIC);
  while (qh_sqlite_step (statement, &failure)) {
    QhTrustSpot *spot = find_spot (asking->trust, (const char *)sqlite3_column_text (statement, 0));
    spot->checks += sqlite3_column_int64 (statement, 1);
    spot->failed += sqlite3_column_int64 (statement, 2);
  }
  return end (asking, statement, failure, error);
}

static gboolean
count_all (Asking *asking, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (!count_sums (asking, (int)i, error))
      return FALSE;
  return count_edges (asking, error) && find_last_needed (asking, error) &&
         count_checks (asking, error);
}

/* --- What holds the gate */

#define MOST " LIMIT " G_STRINGIFY (QH_TRUSTS_BECAUSE_MAX)

/* The parameters of every query are the client, and where the window begins and ends. */
#define PROMISES(whose, sort)                                                               \
  "WHERE " whose " " QH_TRUST_PROMISE_SORT ("") " = '" sort "' AND " QH_TRUST_PROMISE_DAY ( \
      "") " BETWEEN ?2 AND ?3 ORDER BY " QH_TRUST_PROMISE_DAY ("") " DESC, id" MOST

#define IS_OPEN "status IN ('open', 'fixing')"
#define SHARED " UNION SELECT friction FROM friction_client WHERE client = ?1)"
#define GRAVEST_FIRST "  ORDER BY severity DESC, reported DESC, id"
#define OPEN_OF_ONE                                                     \
  "WHERE id IN (SELECT id FROM friction WHERE client = ?1 AND " IS_OPEN \
  " AND severity >= 3" SHARED " AND +" IS_OPEN                          \
  " AND severity BETWEEN ?2 AND ?3" GRAVEST_FIRST MOST
#define OPEN_OF_ALL                                                             \
  "WHERE id IN (SELECT id FROM friction INDEXED BY trust_severe WHERE " IS_OPEN \
  " AND severity >= 3 AND severity BETWEEN ?2 AND ?3" GRAVEST_FIRST MOST ")" GRAVEST_FIRST
#define REPORTED "severity >= 2 AND NOT (" IS_OPEN " AND severity >= 3)"
#define REPORTED_OF_ONE                                                                          \
  "WHERE id IN (SELECT id FROM friction WHERE client = ?1 AND reported BETWEEN ?2 AND ?3" SHARED \
  " AND reported BETWEEN ?2 AND ?3 AND " REPORTED                                                \
  " AND " QH_TRUST_FRICTION_COUNTS ("friction.", "?1") " ORDER BY reported DESC, id" MOST
#define REPORTED_OF_ALL                            \
  "WHERE reported BETWEEN ?2 AND ?3 AND " REPORTED \
  " AND " QH_TRUST_FRICTION_COUNTS ("friction.", "''") " ORDER BY reported DESC, id" MOST

#define UNSOLVED(whose) \
  "WHERE " whose " solved = 'no' AND at BETWEEN ?2 AND ?3 ORDER BY at DESC, id" MOST
#define OVERRUN(whose)                                                     \
  "WHERE " whose " ended BETWEEN ?2 AND ?3 AND " WAS_HELD " AND " RAN_OVER \
  "  ORDER BY ended DESC, id" MOST

/* Notes one record. */
typedef gboolean (*NoteFunc) (Asking *asking, gpointer record, GError **error);

static gboolean
note_promise (Asking *asking, gpointer record, GError **error)
{
  qh_trust_note_promise (asking->trust, record);
  return TRUE;
}

static gboolean
note_contact (Asking *asking, gpointer record, GError **error)
{
  qh_trust_note_contact (asking->trust, record);
  return TRUE;
}

static gboolean
note_friction (Asking *asking, gpointer record, GError **error)
{
  QhFriction *friction = record;
  g_autoptr (QhRecord) from = NULL;

  if (friction->contact_log != NULL) {
    from = qh_store_get (asking->store, &qh_contact_log_entity, friction->contact_log, error);
    if (from == NULL)
      return FALSE;
  }
  if (from != NULL && asking->client != NULL &&
      g_strcmp0 (((QhContactLog *)from)->client, asking->client) != 0)
    g_clear_object (&from);
  qh_trust_note_friction (asking->trust, friction, (QhContactLog *)from);
  return TRUE;
}

static gboolean
note_meeting (Asking *asking, gpointer record, GError **error)
{
  QhMeeting *meeting = record;
  g_autoptr (QhRecord) client =
      qh_store_get (asking->store, &qh_client_entity, meeting->client, error);

  if (client == NULL)
    return FALSE;
  qh_trust_note_meeting (asking->trust, meeting, qh_client_limit ((QhClient *)client));
  return TRUE;
}

/* Where one's records are found, and those of all. */
typedef struct {
  const char *one, *all;
} Tails;

static gboolean
note_each (Asking *asking, const QhEntity *entity, Tails tails, const char *from, const char *until,
           NoteFunc note, GError **error)
{
  const char *values[] = { asking->client != NULL ? asking->client : "", from, until, NULL };
  g_autoptr (GPtrArray) records = qh_store_select (
      asking->store, entity, asking->client != NULL ? tails.one : tails.all, values, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!note (asking, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
note_promises (Asking *asking, GError **error)
{
  static const Tails overdue = { PROMISES ("client = ?1 AND", "due"), PROMISES ("", "due") };
  static const Tails broken = { PROMISES ("client = ?1 AND", "broken"), PROMISES ("", "broken") };
  static const Tails late = { PROMISES ("client = ?1 AND", "late"), PROMISES ("", "late") };
  g_autofree char *yesterday = qh_date_add_days (asking->today, -1);
  const gint64 *recent = asking->trust->recent;

  return (recent[QH_TRUST_OVERDUE] == 0 ||
          note_each (asking, &qh_promise_entity, overdue, "", yesterday, note_promise, error)) &&
         (recent[QH_TRUST_BROKEN] == 0 ||
          note_each (asking, &qh_promise_entity, broken, asking->recent_day, asking->today,
                     note_promise, error)) &&
         (recent[QH_TRUST_LATE] == 0 ||
          note_each (asking, &qh_promise_entity, late, asking->recent_day, asking->today,
                     note_promise, error));
}

static gboolean
note_open (Asking *asking, const char *least, GError **error)
{
  static const Tails open = { OPEN_OF_ONE, OPEN_OF_ALL };

  return asking->trust->open_gravest + asking->trust->open_severe == 0 ||
         note_each (asking, &qh_friction_entity, open, least, "4", note_friction, error);
}

static gboolean
note_unsolved (Asking *asking, GError **error)
{
  static const Tails unsolved = { UNSOLVED ("client = ?1 AND"), UNSOLVED ("") };

  return asking->trust->recent[QH_TRUST_UNSOLVED] == 0 ||
         note_each (asking, &qh_contact_log_entity, unsolved, asking->recent_instant,
                    asking->now_instant, note_contact, error);
}

static gboolean
note_reported (Asking *asking, GError **error)
{
  static const Tails reported = { REPORTED_OF_ONE, REPORTED_OF_ALL };

  return asking->trust->recent[QH_TRUST_FRICTION] == 0 ||
         note_each (asking, &qh_friction_entity, reported, asking->recent_day, asking->today,
                    note_friction, error);
}

static gboolean
note_overrun (Asking *asking, GError **error)
{
  static const Tails overrun = { OVERRUN ("client = ?1 AND"), OVERRUN ("") };

  return asking->trust->recent[QH_TRUST_OVERRUN] == 0 ||
         note_each (asking, &qh_meeting_entity, overrun, asking->recent_instant,
                    asking->now_instant, note_meeting, error);
}

/* What is open and was reported of late is one thing. */
#define OPEN_RECENT(whose, client)                                              \
  "SELECT count (*) FROM friction WHERE " whose " " IS_OPEN " AND severity = 3" \
  "  AND reported BETWEEN ?2 AND ?3 AND " QH_TRUST_FRICTION_COUNTS ("friction.", client)

static void
count_open_recent (Asking *asking)
{
  const char *values[] = { asking->client != NULL ? asking->client : "", asking->recent_day,
                           asking->today, NULL };
  gint64 n = qh_store_count (
      asking->store,
      asking->client != NULL
          ? OPEN_RECENT ("id IN (SELECT id FROM friction WHERE client = ?1" SHARED " AND", "?1")
          : OPEN_RECENT ("", "''"),
      values);

  asking->trust->open_recent = MAX (n, 0);
}

static gboolean
note_reasons (Asking *asking, GError **error)
{
  switch (asking->trust->gate) {
  case QH_GATE_CLOSED:
    return note_promises (asking, error) && note_open (asking, "4", error) &&
           note_unsolved (asking, error);
  case QH_GATE_NARROW:
    return note_open (asking, "3", error) && note_reported (asking, error) &&
           note_unsolved (asking, error) && note_overrun (asking, error);
  default:
    return TRUE;
  }
}

static gboolean
ask (QhStore *store, const char *client, gboolean reasons, QhTrust **trust, GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (QhTrust) asked = NULL;
  g_auto (Asking) asking = { 0 };

  asking_init (&asking, store, client);
  zone = qh_clock_zone (&store->clock);
  asked = qh_trust_new (asking.now, zone, client == NULL);
  asking.trust = asked;
  if (!count_all (&asking, error))
    return FALSE;
  qh_trust_settle (asked);
  if (asked->gate == QH_GATE_NARROW)
    count_open_recent (&asking);
  if (reasons && !note_reasons (&asking, error))
    return FALSE;
  qh_trust_settle (asked);
  *trust = g_steal_pointer (&asked);
  return TRUE;
}

gboolean
qh_store_trust (QhStore *store, const char *client, QhTrust **trust, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store), FALSE);

  return ask (store, client, TRUE, trust, error);
}

gboolean
qh_store_trust_figures (QhStore *store, const char *client, QhTrust **trust, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store), FALSE);

  return ask (store, client, FALSE, trust, error);
}
