/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a debrief: what it closes, in one change, what comes next, and what was caught. */
#include "fixture.h"
#include "store/qh-debriefs.h"
#include <string.h>

typedef struct {
  QhStore *store;
  QhClient *client;
  QhMeeting *meeting; /* began an hour ago */
} Fixture;

static gint64
instant (const char *text)
{
  gint64 at;

  g_assert_true (qh_instant_parse (text, NULL, &at));
  return at;
}

static void
save (Fixture *fixture, gpointer record)
{
  fixture_ok (qh_store_save (fixture->store, record, &error));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = fixture_store ();
  fixture->client = fixture_client (fixture->store, "Ferris");
  fixture->meeting = qh_meeting_new ();
  qh_record_set_string ((QhRecord *)fixture->meeting, "client", ((QhRecord *)fixture->client)->id);
  qh_record_set_string ((QhRecord *)fixture->meeting, "zone", "Europe/Vienna");
  qh_record_set_string ((QhRecord *)fixture->meeting, "ask", "A second meeting");
  qh_record_set_string ((QhRecord *)fixture->meeting, "fallback", "A call");
  qh_record_set_string ((QhRecord *)fixture->meeting, "place", "At the counter");
  qh_record_set_int ((QhRecord *)fixture->meeting, "budget", 600);
  qh_record_set_int ((QhRecord *)fixture->meeting, "start", instant ("2026-11-20T08:00:00Z"));
  save (fixture, fixture->meeting);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_verify (qh_store_get_db (fixture->store));
  g_object_unref (fixture->meeting);
  g_object_unref (fixture->client);
  g_assert_finalize_object (fixture->store);
}

static gint64
count (Fixture *fixture, const char *entity)
{
  g_autofree char *sql = g_strconcat ("SELECT count (*) FROM ", entity, NULL);
  g_autofree char *answer = fixture_ask (qh_store_get_db (fixture->store), sql);

  return g_ascii_strtoll (answer, NULL, 10);
}

/* --- The next meeting */

static void
test_next (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) next = qh_debrief_next (fixture->store, fixture->meeting, "2026-12-04");

  g_assert_cmpstr (next->client, ==, ((QhRecord *)fixture->client)->id);
  g_assert_cmpstr (next->ask, ==, "A second meeting");
  g_assert_cmpstr (next->fallback, ==, "A call");
  g_assert_cmpstr (next->place, ==, "At the counter");
  g_assert_cmpint (next->budget, ==, 600);
  g_assert_cmpint (next->status, ==, QH_MEETING_STATUS_DRAFT);
  g_assert_null (next->output);
  g_assert_cmpint (next->start, ==, instant ("2026-12-04T09:00:00+01:00"));
  g_assert_null (((QhRecord *)next)->id);
}

/* The clock on the wall says the same where the clocks were changed meanwhile. */
static void
test_next_in_summer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) next = qh_debrief_next (fixture->store, fixture->meeting, "2027-06-04");

  g_assert_cmpint (next->start, ==, instant ("2027-06-04T09:00:00+02:00"));
}

static void
test_next_without_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) next = NULL;

  qh_record_set_int ((QhRecord *)fixture->meeting, "start", QH_NONE);
  next = qh_debrief_next (fixture->store, fixture->meeting, "2026-12-04");
  g_assert_cmpint (next->start, ==, QH_NONE);
  qh_store_revert (fixture->store, (QhRecord *)fixture->meeting);
}

/* The meeting, what was given, the next one and its opening: one step of undo. */
static void
test_one_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) next = qh_debrief_next (fixture->store, fixture->meeting, "2026-12-04");
  g_autoptr (GPtrArray) segments = NULL;
  g_autofree char *label = NULL;

  qh_record_set_int ((QhRecord *)fixture->meeting, "output_reached", QH_OUTPUT_REACHED_PARTLY);
  qh_record_set_string ((QhRecord *)fixture->meeting, "open_with", "The chart he asked for");
  fixture_ok (qh_store_debrief (fixture->store, fixture->meeting, NULL, next, &error));
  g_assert_cmpint (fixture->meeting->status, ==, QH_MEETING_STATUS_DEBRIEFED);
  fixture_ok (
      segments = qh_store_select (fixture->store, &qh_segment_entity, "ORDER BY id", NULL, &error));
  g_assert_cmpuint (segments->len, ==, 1);
  g_assert_cmpstr (QH_SEGMENT (segments->pdata[0])->title, ==, "The chart he asked for");
  g_assert_cmpstr (QH_SEGMENT (segments->pdata[0])->meeting, ==, ((QhRecord *)next)->id);
  g_assert_cmpint (QH_SEGMENT (segments->pdata[0])->kind, ==, QH_SEGMENT_KIND_OPEN);
  g_assert_cmpint (QH_SEGMENT (segments->pdata[0])->position, ==, 0);
  g_assert_cmpint (QH_SEGMENT (segments->pdata[0])->seconds, ==, QH_MINUTE);
  fixture_verify (qh_store_get_db (fixture->store));
  g_clear_pointer (&segments, g_ptr_array_unref);
  fixture_ok (qh_store_undo (fixture->store, &label, &error));
  g_assert_cmpstr (label, ==, "Debrief");
  g_assert_cmpint (fixture->meeting->status, ==, QH_MEETING_STATUS_DRAFT);
  g_assert_cmpint (count (fixture, "meeting"), ==, 1);
  g_assert_cmpint (count (fixture, "segment"), ==, 0);
  fixture_ok (qh_store_redo (fixture->store, NULL, &error));
  g_assert_cmpint (count (fixture, "meeting"), ==, 2);
}

/* Without anything to open with there is no opening. */
static void
test_no_opening (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) next = qh_debrief_next (fixture->store, fixture->meeting, "2026-12-04");

  qh_record_set_int ((QhRecord *)fixture->meeting, "output_reached", QH_OUTPUT_REACHED_YES);
  fixture_ok (qh_store_debrief (fixture->store, fixture->meeting, NULL, next, &error));
  g_assert_cmpint (count (fixture, "segment"), ==, 0);
}

/* What is refused leaves nothing: neither a next meeting nor a status. */
static void
test_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) next = qh_debrief_next (fixture->store, fixture->meeting, "2026-12-04");

  fixture_fails (qh_store_debrief (fixture->store, fixture->meeting, NULL, next, &error),
                 QH_ERROR_INVALID);
  qh_record_set_int ((QhRecord *)fixture->meeting, "output_reached", QH_OUTPUT_REACHED_YES);
  qh_record_set_string ((QhRecord *)next, "zone", "Nowhere/Land");
  fixture_fails (qh_store_debrief (fixture->store, fixture->meeting, NULL, next, &error),
                 QH_ERROR_INVALID);
  g_assert_cmpint (fixture->meeting->status, ==, QH_MEETING_STATUS_DRAFT);
  g_assert_cmpint (fixture->meeting->output_reached, ==, 0);
  g_assert_cmpint (count (fixture, "meeting"), ==, 1);
}

/* --- Whether it can be */

static void
set_status (Fixture *fixture, int status)
{
  qh_record_set_int ((QhRecord *)fixture->meeting, "status", status);
  save (fixture, fixture->meeting);
}

static void
test_can (Fixture *fixture, gconstpointer data)
{
  fixture_ok (qh_store_can_debrief (fixture->store, fixture->meeting, &error));
  qh_record_set_int ((QhRecord *)fixture->meeting, "start", instant (FIXTURE_NOW));
  fixture_ok (qh_store_can_debrief (fixture->store, fixture->meeting, &error));
  qh_record_set_int ((QhRecord *)fixture->meeting, "start", instant (FIXTURE_NOW) + 1);
  fixture_fails (qh_store_can_debrief (fixture->store, fixture->meeting, &error), QH_ERROR_REFUSED);
  set_status (fixture, QH_MEETING_STATUS_HELD);
  fixture_ok (qh_store_can_debrief (fixture->store, fixture->meeting, &error));
  set_status (fixture, QH_MEETING_STATUS_CANCELLED);
  fixture_fails (qh_store_can_debrief (fixture->store, fixture->meeting, &error), QH_ERROR_REFUSED);
  set_status (fixture, QH_MEETING_STATUS_DEBRIEFED);
  fixture_fails (qh_store_can_debrief (fixture->store, fixture->meeting, &error), QH_ERROR_REFUSED);
}

/* --- What was caught. Records are made at the fixture's time, 9:00. */

static void
add_promise (Fixture *fixture, QhClient *client)
{
  g_autoptr (QhPromise) promise = qh_promise_new ();

  qh_record_set_string ((QhRecord *)promise, "client", ((QhRecord *)client)->id);
  qh_record_set_string ((QhRecord *)promise, "what", "The chart");
  qh_record_set_string ((QhRecord *)promise, "made", FIXTURE_DATE);
  save (fixture, promise);
}

static void
assert_caught (Fixture *fixture, const char *began, const char *ended, guint n)
{
  g_autoptr (GPtrArray) caught = NULL;

  qh_record_set_int ((QhRecord *)fixture->meeting, "began", instant (began));
  qh_record_set_int ((QhRecord *)fixture->meeting, "ended",
                     ended != NULL ? instant (ended) : QH_NONE);
  fixture_ok (caught = qh_debrief_list_caught (fixture->store, fixture->meeting, QH_NONE,
                                               &qh_promise_entity, &error));
  g_assert_cmpuint (caught->len, ==, n);
}

static void
test_caught (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhClient) other = fixture_client (fixture->store, "Okafor");
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) later = NULL;

  add_promise (fixture, fixture->client);
  add_promise (fixture, other);
  assert_caught (fixture, "2026-11-20T08:50:00Z", "2026-11-20T09:05:00Z", 1);
  assert_caught (fixture, "2026-11-20T09:00:00Z", "2026-11-20T09:15:00Z", 1);
  assert_caught (fixture, "2026-11-20T09:00:01Z", "2026-11-20T09:15:00Z", 0);
  /* On the way out, for an hour. */
  assert_caught (fixture, "2026-11-20T07:45:00Z", "2026-11-20T08:00:00Z", 1);
  assert_caught (fixture, "2026-11-20T07:45:00Z", "2026-11-20T07:59:59Z", 0);
  /* Not run by the clock: it took the ten minutes that were planned. */
  assert_caught (fixture, "2026-11-20T07:50:00Z", NULL, 1);
  assert_caught (fixture, "2026-11-20T07:49:59Z", NULL, 0);
  fixture_ok (later = qh_debrief_list_caught (fixture->store, fixture->meeting,
                                              instant (FIXTURE_NOW), &qh_promise_entity, &error));
  g_assert_cmpuint (later->len, ==, 1);
  /* What was promised before, and is written down only now, was not caught here. */
  g_clear_pointer (&later, g_ptr_array_unref);
  fixture_ok (later = qh_store_select (fixture->store, &qh_promise_entity, "", NULL, &error));
  for (guint i = 0; i < later->len; i++) {
    qh_record_set_string (later->pdata[i], "made", "2026-11-19");
    save (fixture, later->pdata[i]);
  }
  assert_caught (fixture, "2026-11-20T08:50:00Z", "2026-11-20T09:05:00Z", 0);
  fixture_ok (none = qh_debrief_list_caught (fixture->store, fixture->meeting, QH_NONE,
                                             &qh_friction_entity, &error));
  g_assert_cmpuint (none->len, ==, 0);
  qh_store_revert (fixture->store, (QhRecord *)fixture->meeting);
}

/* Words belong to it as promises do. */
static void
test_caught_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRemark) remark = qh_remark_new ();
  g_autoptr (GPtrArray) caught = NULL;

  qh_record_set_string ((QhRecord *)remark, "client", ((QhRecord *)fixture->client)->id);
  qh_record_set_string ((QhRecord *)remark, "words", "Too many invoices");
  qh_record_set_string ((QhRecord *)remark, "said", FIXTURE_DATE);
  save (fixture, remark);
  qh_record_set_int ((QhRecord *)fixture->meeting, "began", instant ("2026-11-20T08:50:00Z"));
  fixture_ok (caught = qh_debrief_list_caught (fixture->store, fixture->meeting, QH_NONE,
                                               &qh_remark_entity, &error));
  g_assert_cmpuint (caught->len, ==, 1);
  g_assert_true (caught->pdata[0] == remark);
  qh_store_revert (fixture->store, (QhRecord *)fixture->meeting);
}

static void
add_outcome (Fixture *fixture, QhClient *client, int status, int reached)
{
  g_autoptr (QhMeeting) meeting = fixture_meeting (fixture->store, client);

  qh_record_set_int ((QhRecord *)meeting, "status", status);
  qh_record_set_int ((QhRecord *)meeting, "output_reached", reached);
  save (fixture, meeting);
}

/* What was debriefed with him counts, and is looked up in an index alone. */
static void
test_reached (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhClient) other = fixture_client (fixture->store, "Okafor");
  const char *client = ((QhRecord *)fixture->client)->id;
  g_autofree char *plan = NULL;
  gint64 reached, held;

  qh_debrief_count_reached (fixture->store, client, &reached, &held);
  g_assert_cmpint (reached, ==, 0);
  g_assert_cmpint (held, ==, 0);
  add_outcome (fixture, fixture->client, QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_YES);
  add_outcome (fixture, fixture->client, QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_PARTLY);
  add_outcome (fixture, fixture->client, QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_NO);
  add_outcome (fixture, fixture->client, QH_MEETING_STATUS_HELD, QH_OUTPUT_REACHED_YES);
  add_outcome (fixture, other, QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_YES);
  qh_debrief_count_reached (fixture->store, client, &reached, &held);
  g_assert_cmpint (reached, ==, 1);
  g_assert_cmpint (held, ==, 3);
  plan = fixture_plan (qh_store_get_db (fixture->store), "output_reached = 'yes'");
  g_assert_nonnull (strstr (plan, "COVERING INDEX meeting_reached"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/debrief-next/next", test_next);
  ADD ("/debrief-next/next-in-summer", test_next_in_summer);
  ADD ("/debrief-next/next-without-time", test_next_without_time);
  ADD ("/debrief-next/one-change", test_one_change);
  ADD ("/debrief-next/no-opening", test_no_opening);
  ADD ("/debrief-next/all-or-nothing", test_all_or_nothing);
  ADD ("/debrief-next/can", test_can);
  ADD ("/debrief-next/caught", test_caught);
  ADD ("/debrief-next/caught-words", test_caught_words);
  ADD ("/debrief-next/reached", test_reached);
  return g_test_run ();
}
