/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One is told of a meeting once, ten minutes before it; when it moves, so does that. */
#include "qh-reminders.h"
#include "store/qh-settings.h"

#define NOON "2026-11-20T12:00:00Z"

typedef struct {
  QhStore *store;
  QhReminders *reminders;
  QhMeeting *meeting; /* at noon */
  gint64 noon;
  int due, past;
} Fixture;

static void
on_due (Fixture *fixture, QhMeeting *meeting)
{
  g_assert_true (meeting == fixture->meeting);
  fixture->due++;
}

static void
on_past (Fixture *fixture, const char *meeting)
{
  g_assert_cmpstr (meeting, ==, QH_RECORD (fixture->meeting)->id);
  fixture->past++;
}

static void
save (Fixture *fixture, gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_store_save (fixture->store, record, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhClient) client = qh_client_new ();
  QhClock clock;

  g_assert_true (qh_instant_parse (NOON, NULL, &fixture->noon));
  /* A day before: what is looked at by itself says nothing. */
  clock = qh_clock_fixed (fixture->noon - QH_DAY_USEC, NULL);
  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, NULL);
  qh_record_set_string (QH_RECORD (client), "name", "Ferris");
  save (fixture, client);
  fixture->meeting = qh_meeting_new ();
  qh_record_set_string (QH_RECORD (fixture->meeting), "client", QH_RECORD (client)->id);
  qh_record_set_int (QH_RECORD (fixture->meeting), "start", fixture->noon);
  save (fixture, fixture->meeting);
  fixture->reminders = qh_reminders_new (fixture->store);
  g_signal_connect_swapped (fixture->reminders, "due", G_CALLBACK (on_due), fixture);
  g_signal_connect_swapped (fixture->reminders, "past", G_CALLBACK (on_past), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->reminders);
  g_object_unref (fixture->meeting);
  g_assert_finalize_object (fixture->store);
}

/* So many minutes and seconds before noon. */
static void
look (Fixture *fixture, int minutes, int seconds, int due, int past)
{
  fixture->due = fixture->past = 0;
  qh_reminders_look (fixture->reminders,
                     fixture->noon - minutes * G_TIME_SPAN_MINUTE - seconds * G_TIME_SPAN_SECOND);
  g_assert_cmpint (fixture->due, ==, due);
  g_assert_cmpint (fixture->past, ==, past);
}

static void
test_once (Fixture *fixture, gconstpointer data)
{
  look (fixture, 10, 1, 0, 0);
  look (fixture, 10, 0, 1, 0);
  look (fixture, 9, 59, 0, 0);
  look (fixture, 0, 1, 0, 0);
  look (fixture, 0, 0, 0, 1);
  look (fixture, -1, 0, 0, 0);
}

/* Who starts the app on the way is told at once, after the start not any more. */
static void
test_late (Fixture *fixture, gconstpointer data)
{
  look (fixture, 0, 1, 1, 0);
  look (fixture, 0, 0, 0, 1);
}

static void
test_past (Fixture *fixture, gconstpointer data)
{
  look (fixture, 0, 0, 0, 0);
}

static void
set_status (Fixture *fixture, int status)
{
  qh_record_set_int (QH_RECORD (fixture->meeting), "status", status);
  save (fixture, fixture->meeting);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  set_status (fixture, QH_MEETING_STATUS_CANCELLED);
  look (fixture, 5, 0, 0, 0);
  set_status (fixture, QH_MEETING_STATUS_APPROVED);
  look (fixture, 5, 0, 1, 0);
  set_status (fixture, QH_MEETING_STATUS_CANCELLED);
  look (fixture, 4, 0, 0, 0); /* said when it was cancelled */
}

/* Who has begun before the time needs no word. */
static void
test_begun (Fixture *fixture, gconstpointer data)
{
  qh_record_set_int (QH_RECORD (fixture->meeting), "began", fixture->noon - 8 * G_TIME_SPAN_MINUTE);
  save (fixture, fixture->meeting);
  look (fixture, 7, 0, 0, 0);
}

static void
test_moved (Fixture *fixture, gconstpointer data)
{
  look (fixture, 10, 0, 1, 0);
  qh_record_set_int (QH_RECORD (fixture->meeting), "start", fixture->noon + 5 * G_TIME_SPAN_MINUTE);
  save (fixture, fixture->meeting);
  look (fixture, 5, 1, 0, 0);
  look (fixture, 5, 0, 1, 0);
  look (fixture, 0, 0, 0, 0);
  look (fixture, -5, 0, 0, 1);
  /* Within the ten minutes: it is told anew, with the new time. */
  qh_record_set_int (QH_RECORD (fixture->meeting), "start",
                     fixture->noon + 15 * G_TIME_SPAN_MINUTE);
  save (fixture, fixture->meeting);
  look (fixture, -6, 0, 1, 0);
}

static void
test_not_wanted (Fixture *fixture, gconstpointer data)
{
  g_assert_true (qh_settings_get_reminders (fixture->store));
  g_assert_true (qh_settings_set_reminders (fixture->store, FALSE, NULL));
  look (fixture, 5, 0, 0, 0);
  g_assert_true (qh_settings_set_reminders (fixture->store, TRUE, NULL));
  look (fixture, 5, 0, 1, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/reminders/once", test_once);
  ADD ("/reminders/late", test_late);
  ADD ("/reminders/past", test_past);
  ADD ("/reminders/cancelled", test_cancelled);
  ADD ("/reminders/begun", test_begun);
  ADD ("/reminders/moved", test_moved);
  ADD ("/reminders/not-wanted", test_not_wanted);
  return g_test_run ();
}
