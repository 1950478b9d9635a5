/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a day asks for, on both sides of every edge: midnight in the zone of who looks, the end of a
 * meeting, the last day that counts. */
#include "fixture.h"
#include "store/qh-ledger.h"
#include "store/qh-settings.h"
#include "store/qh-today.h"
#include <string.h>

#define ALL 100

static gint64
instant (const char *text)
{
  gint64 at;

  g_assert_true (qh_instant_parse (text, NULL, &at));
  return at;
}

static QhMeeting *
meeting (QhStore *store, QhClient *client, const char *title, const char *start, int status)
{
  QhMeeting *self = qh_meeting_new ();

  qh_record_set_string ((QhRecord *)self, "client", ((QhRecord *)client)->id);
  qh_record_set_string ((QhRecord *)self, "title", title);
  if (start != NULL)
    qh_record_set_int ((QhRecord *)self, "start", instant (start));
  qh_record_set_int ((QhRecord *)self, "status", status);
  fixture_ok (qh_store_save (store, (QhRecord *)self, &error));
  return self;
}

static void
add_meeting (QhStore *store, QhClient *client, const char *title, const char *start, int status)
{
  g_object_unref (meeting (store, client, title, start, status));
}

/* The titles of a section, in order, comma-separated; they are as many as are counted. */
static char *
list (QhStore *store, const char *now, GTimeZone *zone, QhTodaySection section)
{
  QhClock at = qh_clock_fixed (instant (now), zone);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GString) titles = g_string_new (NULL);

  fixture_ok (records = qh_today_list (store, &at, section, ALL, &error));
  g_assert_cmpuint (qh_today_count (store, &at, section), ==, records->len);
  for (guint i = 0; i < records->len; i++) {
    g_autofree char *title = qh_record_title (records->pdata[i]);
    g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", title);
  }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
assert_list (QhStore *store, const char *now, GTimeZone *zone, QhTodaySection section,
             const char *expected)
{
  g_autofree char *titles = list (store, now, zone, section);

  g_assert_cmpstr (titles, ==, expected);
}

/* --- Meetings */

static void
test_midnight (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const int draft = QH_MEETING_STATUS_DRAFT;

  add_meeting (store, ferris, "last", "2026-11-20T23:59:59Z", QH_MEETING_STATUS_APPROVED);
  add_meeting (store, ferris, "first", "2026-11-21T00:00:00Z", QH_MEETING_STATUS_SUBMITTED);
  add_meeting (store, ferris, "late", "2026-11-21T23:59:59Z", draft);
  add_meeting (store, ferris, "after", "2026-11-22T00:00:00Z", draft);
  add_meeting (store, ferris, "off", "2026-11-20T12:00:00Z", QH_MEETING_STATUS_CANCELLED);
  add_meeting (store, ferris, "done", "2026-11-20T12:00:00Z", QH_MEETING_STATUS_DEBRIEFED);
  add_meeting (store, ferris, "some day", NULL, draft);
  assert_list (store, "2026-11-20T09:00:00Z", utc, QH_TODAY_MEETINGS, "last");
  assert_list (store, "2026-11-20T09:00:00Z", utc, QH_TODAY_TOMORROW, "first, late");
  /* A second after midnight the one before it still runs. */
  assert_list (store, "2026-11-21T00:00:01Z", utc, QH_TODAY_MEETINGS, "last, first, late");
  assert_list (store, "2026-11-21T00:00:01Z", utc, QH_TODAY_TOMORROW, "after");
}

static void
test_zones (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (GTimeZone) auckland = g_time_zone_new_identifier ("Pacific/Auckland"); /* +13 */
  g_autoptr (GTimeZone) honolulu = g_time_zone_new_identifier ("Pacific/Honolulu"); /* −10 */

  add_meeting (store, ferris, "it", "2026-11-20T11:00:00Z", QH_MEETING_STATUS_DRAFT);
  assert_list (store, "2026-11-20T10:59:59Z", auckland, QH_TODAY_MEETINGS, "");
  assert_list (store, "2026-11-20T10:59:59Z", auckland, QH_TODAY_TOMORROW, "it");
  assert_list (store, "2026-11-20T11:00:00Z", auckland, QH_TODAY_MEETINGS, "it");
  assert_list (store, "2026-11-20T09:59:59Z", honolulu, QH_TODAY_TOMORROW, "it");
  assert_list (store, "2026-11-20T10:00:00Z", honolulu, QH_TODAY_MEETINGS, "it");
  assert_list (store, "2026-11-20T10:00:00Z", honolulu, QH_TODAY_TOMORROW, "");
}

/* On the day on which the clocks go back, today is an hour longer. */
static void
test_long_day (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (GTimeZone) vienna = g_time_zone_new_identifier ("Europe/Vienna");

  add_meeting (store, ferris, "last", "2026-10-25T23:59:59+01:00", QH_MEETING_STATUS_DRAFT);
  add_meeting (store, ferris, "next", "2026-10-26T00:00:00+01:00", QH_MEETING_STATUS_DRAFT);
  assert_list (store, "2026-10-25T00:00:00+02:00", vienna, QH_TODAY_MEETINGS, "last");
  assert_list (store, "2026-10-25T00:00:00+02:00", vienna, QH_TODAY_TOMORROW, "next");
}

/* A meeting is over after its own length, else after the client's minutes: then it waits. */
static void
test_over (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhMeeting) it =
      meeting (store, ferris, "it", "2026-11-20T09:00:00Z", QH_MEETING_STATUS_DRAFT);

  qh_record_set_int ((QhRecord *)ferris, "minutes_limit", 20);
  fixture_ok (qh_store_save (store, (QhRecord *)ferris, &error));
  assert_list (store, "2026-11-20T09:19:59Z", NULL, QH_TODAY_MEETINGS, "it");
  assert_list (store, "2026-11-20T09:19:59Z", NULL, QH_TODAY_DEBRIEFS, "");
  assert_list (store, "2026-11-20T09:20:00Z", NULL, QH_TODAY_MEETINGS, "");
  assert_list (store, "2026-11-20T09:20:00Z", NULL, QH_TODAY_DEBRIEFS, "it");
  qh_record_set_int ((QhRecord *)it, "budget", 86400);
  fixture_ok (qh_store_save (store, (QhRecord *)it, &error));
  assert_list (store, "2026-11-21T08:59:59Z", NULL, QH_TODAY_MEETINGS, "it");
  assert_list (store, "2026-11-21T09:00:00Z", NULL, QH_TODAY_MEETINGS, "");
  assert_list (store, "2026-11-21T09:00:00Z", NULL, QH_TODAY_DEBRIEFS, "it");
}

static void
test_debriefs (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhMeeting) undated = meeting (store, ferris, "undated", NULL, QH_MEETING_STATUS_HELD);
  const int draft = QH_MEETING_STATUS_DRAFT, held = QH_MEETING_STATUS_HELD;

  qh_record_set_int ((QhRecord *)undated, "began", instant ("2026-11-19T10:00:00Z"));
  fixture_ok (qh_store_save (store, (QhRecord *)undated, &error));
  add_meeting (store, ferris, "early", "2026-11-20T12:00:00Z", held);
  add_meeting (store, ferris, "off", "2026-11-19T12:00:00Z", QH_MEETING_STATUS_CANCELLED);
  add_meeting (store, ferris, "done", "2026-11-19T12:00:00Z", QH_MEETING_STATUS_DEBRIEFED);
  add_meeting (store, ferris, "first", "2026-10-21T00:00:00Z", draft);
  add_meeting (store, ferris, "first held", "2026-10-21T00:00:01Z", held);
  add_meeting (store, ferris, "old", "2026-10-20T23:59:59Z", draft);
  add_meeting (store, ferris, "old held", "2026-10-20T23:59:58Z", held);
  assert_list (store, "2026-11-20T09:00:00Z", NULL, QH_TODAY_DEBRIEFS,
               "early, undated, first held, first");
}

/* --- The others */

static void
add_promise (QhStore *store, const char *what, const char *due, int status)
{
  g_autoptr (QhPromise) self = qh_promise_new ();

  qh_record_set_string ((QhRecord *)self, "what", what);
  qh_record_set_string ((QhRecord *)self, "made", "2024-01-01");
  qh_record_set_string ((QhRecord *)self, "due", due);
  qh_record_set_int ((QhRecord *)self, "status", status);
  if (status == QH_PROMISE_STATUS_KEPT)
    qh_record_set_string ((QhRecord *)self, "kept", due);
  fixture_ok (qh_store_save (store, (QhRecord *)self, &error));
}

static void
test_promises (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  const int open = QH_PROMISE_STATUS_OPEN;

  add_promise (store, "today", "2026-11-20", open);
  add_promise (store, "tomorrow", "2026-11-21", open);
  add_promise (store, "yesterday", "2026-11-19", open);
  add_promise (store, "long ago", "2024-02-29", open);
  add_promise (store, "never", NULL, open);
  add_promise (store, "kept", "2026-11-20", QH_PROMISE_STATUS_KEPT);
  add_promise (store, "gone", "2026-11-20", QH_PROMISE_STATUS_WITHDRAWN);
  assert_list (store, "2026-11-20T00:00:00Z", NULL, QH_TODAY_PROMISES,
               "long ago, yesterday, today");
  assert_list (store, "2026-11-20T23:59:59Z", NULL, QH_TODAY_PROMISES,
               "long ago, yesterday, today");
  assert_list (store, "2026-11-21T00:00:00Z", NULL, QH_TODAY_PROMISES,
               "long ago, yesterday, today, tomorrow");
}

typedef struct {
  const char *title;
  int severity, status;
  const char *owner, *due;
} Friction;

static void
add_friction (QhStore *store, const Friction *friction)
{
  g_autoptr (QhFriction) self = qh_friction_new ();

  qh_record_set_string ((QhRecord *)self, "title", friction->title);
  qh_record_set_int ((QhRecord *)self, "severity", friction->severity);
  qh_record_set_int ((QhRecord *)self, "status", friction->status);
  qh_record_set_string ((QhRecord *)self, "reported", "2026-11-01");
  qh_record_set_string ((QhRecord *)self, "owner", friction->owner);
  qh_record_set_string ((QhRecord *)self, "due", friction->due);
  if (friction->status == QH_FRICTION_STATUS_REMOVED)
    qh_record_set_string ((QhRecord *)self, "removed", "2026-11-02");
  fixture_ok (qh_store_save (store, (QhRecord *)self, &error));
}

static void
test_frictions (void)
{
  static const Friction frictions[] = {
    { "mine", 1, QH_FRICTION_STATUS_OPEN, "Mara", NULL },
    { "mine, removed", 4, QH_FRICTION_STATUS_REMOVED, "Mara", NULL },
    { "his", 2, QH_FRICTION_STATUS_FIXING, "Tom", "2026-11-21" },
    { "his, due", 2, QH_FRICTION_STATUS_FIXING, "Tom", "2026-11-20" },
    { "nobody's, overdue", 1, QH_FRICTION_STATUS_OPEN, NULL, "2026-11-19" },
    { "slows", 2, QH_FRICTION_STATUS_OPEN, NULL, NULL },
    { "stops work", 3, QH_FRICTION_STATUS_OPEN, "Tom", NULL },
    { "may leave", 4, QH_FRICTION_STATUS_FIXING, NULL, NULL },
    { "all at once", 3, QH_FRICTION_STATUS_FIXING, "Mara", "2026-11-01" },
  };
  g_autoptr (QhStore) store = fixture_store ();

  fixture_ok (qh_settings_set_user_name (store, "Mara", &error));
  for (guint i = 0; i < G_N_ELEMENTS (frictions); i++)
    add_friction (store, &frictions[i]);
  assert_list (store, "2026-11-20T09:00:00Z", NULL, QH_TODAY_FRICTIONS,
               "all at once, mine, may leave, stops work, his, due, nobody's, overdue");
  assert_list (store, "2026-11-21T00:00:00Z", NULL, QH_TODAY_FRICTIONS,
               "all at once, mine, may leave, stops work, his, due, his, nobody's, overdue");
  fixture_ok (qh_settings_set_user_name (store, "Ines", &error));
  assert_list (store, "2026-11-20T09:00:00Z", NULL, QH_TODAY_FRICTIONS,
               "may leave, all at once, stops work, his, due, nobody's, overdue");
}

static QhContent *
item (QhStore *store, const char *title, gint64 edition, const char *until)
{
  QhContent *self = fixture_content (store, title, edition, 5);

  qh_record_set_string ((QhRecord *)self, "available_until", until);
  fixture_ok (qh_store_save (store, (QhRecord *)self, &error));
  return self;
}

static void
give (QhStore *store, QhContent *content, QhClient *client)
{
  g_autoptr (QhMovement) line = qh_ledger_line (QH_MOVEMENT_KIND_DELIVER, ((QhRecord *)content)->id,
                                                ((QhRecord *)client)->id, NULL);

  fixture_ok (qh_ledger_move (store, line, &error));
}

static void
test_content (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhContent) last = item (store, "last", QH_NONE, "2026-12-20");
  g_autoptr (QhContent) later = item (store, "later", QH_NONE, "2026-12-21");
  g_autoptr (QhContent) today = item (store, "today", QH_NONE, "2026-11-20");
  g_autoptr (QhContent) ended = item (store, "ended", QH_NONE, "2026-11-19");
  g_autoptr (QhContent) third = item (store, "third", 3, NULL);
  g_autoptr (QhContent) always = item (store, "always", 3, NULL);

  give (store, third, ferris);
  give (store, always, ferris);
  assert_list (store, "2026-11-20T23:59:59Z", NULL, QH_TODAY_CONTENT, "today, last");
  give (store, third, ferris);
  assert_list (store, "2026-11-20T23:59:59Z", NULL, QH_TODAY_CONTENT, "today, last, third");
  assert_list (store, "2026-11-21T00:00:00Z", NULL, QH_TODAY_CONTENT, "last, later, third");
  qh_record_set_int ((QhRecord *)third, "retired", TRUE);
  fixture_ok (qh_store_save (store, (QhRecord *)third, &error));
  assert_list (store, "2026-11-20T00:00:00Z", NULL, QH_TODAY_CONTENT, "today, last");
}

/* --- Bounds */

/* However many there are, no more are read than are asked for, and all are counted. */
static void
test_bounds (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  QhClock at = qh_clock_fixed (instant ("2026-11-20T09:00:00Z"), NULL);

  for (guint section = 0; section < QH_N_TODAY; section++) {
    g_autoptr (GPtrArray) none = NULL;
    fixture_ok (none = qh_today_list (store, &at, section, 2, &error));
    g_assert_cmpuint (none->len, ==, 0);
    g_assert_cmpuint (qh_today_count (store, &at, section), ==, 0);
  }
  for (int i = 0; i < 5; i++) {
    const Friction friction = { "it", 3 + i % 2, QH_FRICTION_STATUS_OPEN, NULL, "2026-11-01" };
    g_autoptr (QhContent) content = item (store, "it", QH_NONE, "2026-11-20");
    add_friction (store, &friction);
    add_promise (store, "it", "2026-11-20", QH_PROMISE_STATUS_OPEN);
    add_meeting (store, ferris, "it", "2026-11-20T10:00:00Z", QH_MEETING_STATUS_DRAFT);
    add_meeting (store, ferris, "it", "2026-11-21T10:00:00Z", QH_MEETING_STATUS_DRAFT);
    add_meeting (store, ferris, "it", "2026-11-19T10:00:00Z", QH_MEETING_STATUS_DRAFT);
  }
  for (guint section = 0; section < QH_N_TODAY; section++) {
    g_autoptr (GPtrArray) two = NULL;
    fixture_ok (two = qh_today_list (store, &at, section, 2, &error));
    g_assert_cmpuint (two->len, ==, 2);
    g_assert_cmpuint (qh_today_count (store, &at, section), ==, 5);
  }
}

static gboolean
is_indexed (const char *plan)
{
  /* An index is read, or a few rows that were found by one. */
  return strstr (plan, "SCAN ") == NULL || strstr (plan, "SCAN supply_short") != NULL ||
         strstr (plan, "SCAN (subquery") != NULL || strstr (plan, "SCAN CONSTANT") != NULL;
}

static void
assert_indexed (sqlite3 *db, const char *sql)
{
  g_autofree char *question = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  sqlite3_stmt *row;

  g_assert_cmpint (sqlite3_prepare_v2 (db, question, -1, &row, NULL), ==, SQLITE_OK);
  while (sqlite3_step (row) == SQLITE_ROW)
    if (!is_indexed ((const char *)sqlite3_column_text (row, 3)))
      g_error ("%s\n%s", sqlite3_column_text (row, 3), sql);
  sqlite3_finalize (row);
}

static int
on_statement (unsigned kind, void *seen, void *statement, void *sql)
{
  if (g_str_has_prefix (sqlite3_sql (statement), "SELECT"))
    g_ptr_array_add (seen, g_strdup (sqlite3_sql (statement)));
  return 0;
}

/* No list and no count looks through a table. */
static void
test_indexes (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  QhClock at = qh_clock_fixed (instant ("2026-11-20T09:00:00Z"), NULL);
  sqlite3 *db = qh_store_get_db (store);

  sqlite3_trace_v2 (db, SQLITE_TRACE_STMT, on_statement, seen);
  for (guint section = 0; section < QH_N_TODAY; section++) {
    g_autoptr (GPtrArray) records = qh_today_list (store, &at, section, 2, NULL);
    qh_today_count (store, &at, section);
  }
  sqlite3_trace_v2 (db, 0, NULL, NULL);
  g_assert_cmpuint (seen->len, >=, 2 * QH_N_TODAY);
  for (guint i = 0; i < seen->len; i++)
    assert_indexed (db, seen->pdata[i]);
}

static void
test_review (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhMeeting) it = fixture_meeting (store, ferris);
  g_autoptr (QhDesignReview) review = NULL;

  fixture_ok (review = qh_today_review (store, ((QhRecord *)it)->id, &error));
  g_assert_cmpuint (review->blockers, ==, 1); /* no output */
  g_assert_cmpint (review->score, <, 80);
  fixture_fails (qh_today_review (store, ((QhRecord *)ferris)->id, &error), QH_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/today/midnight", test_midnight);
  g_test_add_func ("/today/zones", test_zones);
  g_test_add_func ("/today/long-day", test_long_day);
  g_test_add_func ("/today/over", test_over);
  g_test_add_func ("/today/debriefs", test_debriefs);
  g_test_add_func ("/today/promises", test_promises);
  g_test_add_func ("/today/frictions", test_frictions);
  g_test_add_func ("/today/content", test_content);
  g_test_add_func ("/today/bounds", test_bounds);
  g_test_add_func ("/today/indexes", test_indexes);
  g_test_add_func ("/today/review", test_review);
  return g_test_run ();
}
