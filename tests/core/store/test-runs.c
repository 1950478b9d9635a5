/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meetings under way in the store: what beginning and ending mean for the records, that each can be
 * undone, and that nothing is lost where the process is killed between two deeds. */
#include "fixture.h"
#include "store/qh-runs.h"
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define BOOT "01890a5d-ac96-774b-bcce-b302099a8057"

typedef struct {
  QhReading now; /* the store's clock shows it */
  char *folder, *path;
  QhStore *store;
  char *meeting;
} Fixture;

static void
open_store (Fixture *fixture, QhStoreFlags flags)
{
  QhClock clock = qh_clock_by_hand (&fixture->now, fixture_clock ().zone);

  fixture_ok (fixture->store = qh_store_open (fixture->path, flags, &clock, &error));
}

static char *
add_meeting (QhStore *store, const char *name)
{
  static const int seconds[] = { 60, 270, 240, 180, 60 };
  g_autoptr (QhClient) client = fixture_client (store, name);
  g_autoptr (QhMeeting) meeting = fixture_meeting (store, client);

  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++) {
    g_autoptr (QhSegment) segment = qh_segment_new ();
    QhRecord *record = (QhRecord *)segment;
    qh_record_set_string (record, "meeting", ((QhRecord *)meeting)->id);
    qh_record_set_int (record, "kind", QH_SEGMENT_KIND_OPEN + (int)i);
    qh_record_set_int (record, "seconds", seconds[i]);
    qh_record_set_int (record, "must", i == 1 || i == 4);
    qh_record_set_string (record, "title", "A part");
    fixture_ok (qh_store_save (store, record, &error));
  }
  return g_strdup (((QhRecord *)meeting)->id);
}

static void
fixture_start (Fixture *fixture, gconstpointer data)
{
  fixture->now = (QhReading){ fixture_clock ().fixed, 5 * G_TIME_SPAN_HOUR, BOOT };
  fixture->folder = fixture_folder ();
  fixture->path = g_build_filename (fixture->folder, "quarterhour.db", NULL);
  open_store (fixture, QH_STORE_CREATE);
  fixture->meeting = add_meeting (fixture->store, "Ferris Dental Group");
}

static void
fixture_end (Fixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL) {
    fixture_verify (qh_store_get_db (fixture->store));
    g_assert_finalize_object (fixture->store);
  }
  fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->meeting);
}

static void
wait_for (Fixture *fixture, double seconds)
{
  fixture->now.wall += (gint64)(seconds * G_USEC_PER_SEC);
  fixture->now.up += (gint64)(seconds * G_USEC_PER_SEC);
}

static QhMeeting *
get_meeting (Fixture *fixture)
{
  QhRecord *meeting = NULL;

  fixture_ok (meeting =
                  qh_store_get (fixture->store, &qh_meeting_entity, fixture->meeting, &error));
  return (QhMeeting *)meeting;
}

static QhRun *
begin (Fixture *fixture)
{
  QhRun *run = NULL;

  fixture_ok (run = qh_runs_prepare (fixture->store, fixture->meeting, &error));
  fixture_ok (qh_runs_begin (fixture->store, run, &error));
  return run;
}

static void
assert_actuals (Fixture *fixture, const char *expected)
{
  g_autofree char *actuals = fixture_ask (
      qh_store_get_db (fixture->store),
      "SELECT group_concat (coalesce (actual, '-'), ' ') FROM (SELECT actual FROM segment"
      "  ORDER BY meeting, position)");

  g_assert_cmpstr (actuals, ==, expected);
}

/* --- Beginning */

static void
test_begin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = get_meeting (fixture);
  g_autoptr (QhRun) run = NULL;
  g_autoptr (QhRun) again = NULL;

  g_assert_false (qh_runs_is_under_way (fixture->store, fixture->meeting));
  run = begin (fixture);
  g_assert_cmpint (run->whole, ==, 900);
  g_assert_cmpint (run->total, ==, 810);
  g_assert_cmpint (meeting->began, ==, fixture->now.wall);
  g_assert_cmpint (meeting->score_at_start, >=, 0);
  g_assert_cmpint (meeting->score_at_start, ==, run->score);
  g_assert_cmpint (meeting->status, ==, QH_MEETING_STATUS_DRAFT);
  g_assert_true (qh_runs_is_under_way (fixture->store, fixture->meeting));
  fixture_ok (again = qh_runs_read (fixture->store, fixture->meeting, &error));
  g_autofree char *text = qh_run_to_json (run);
  g_autofree char *text_again = qh_run_to_json (again);
  g_assert_cmpstr (text, ==, text_again);
}

/* The score is the one at the start, whatever becomes of the plan. */
static void
test_score_is_frozen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = get_meeting (fixture);
  g_autoptr (QhRun) run = begin (fixture);
  gint64 score = meeting->score_at_start;

  qh_record_set_string ((QhRecord *)meeting, "output", "A schedule that works");
  qh_record_set_string ((QhRecord *)meeting, "ask", "A pilot");
  fixture_ok (qh_store_save (fixture->store, (QhRecord *)meeting, &error));
  qh_run_end (run, &fixture->now);
  fixture_ok (qh_runs_end (fixture->store, run, &error));
  g_assert_cmpint (meeting->score_at_start, ==, score);
}

static void
test_begin_is_undone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = get_meeting (fixture);
  g_autoptr (QhRun) run = begin (fixture);
  g_autofree char *label = NULL;

  fixture_ok (qh_runs_keep (fixture->store, run, &error));
  fixture_ok (qh_store_undo (fixture->store, &label, &error));
  g_assert_cmpstr (label, ==, "Begin meeting");
  g_assert_cmpint (meeting->began, ==, QH_NONE);
  g_assert_cmpint (meeting->score_at_start, ==, QH_NONE);
  g_assert_false (qh_runs_is_under_way (fixture->store, fixture->meeting));
  fixture_ok (qh_store_redo (fixture->store, NULL, &error));
  g_assert_true (qh_runs_is_under_way (fixture->store, fixture->meeting));
  /* what is under way can be ended though its beginning was undone */
  fixture_ok (qh_store_undo (fixture->store, NULL, &error));
  wait_for (fixture, 60);
  qh_run_end (run, &fixture->now);
  fixture_ok (qh_runs_end (fixture->store, run, &error));
  g_assert_cmpint (meeting->began, ==, run->began);
  g_assert_cmpint (meeting->ended, ==, run->began + 60 * G_USEC_PER_SEC);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const int statuses[] = { QH_MEETING_STATUS_CANCELLED, QH_MEETING_STATUS_HELD,
                                  QH_MEETING_STATUS_DEBRIEFED };
  g_autoptr (QhMeeting) meeting = get_meeting (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++) {
    qh_record_set_int ((QhRecord *)meeting, "status", statuses[i]);
    fixture_ok (qh_store_save (fixture->store, (QhRecord *)meeting, &error));
    fixture_fails (qh_runs_prepare (fixture->store, fixture->meeting, &error), QH_ERROR_REFUSED);
  }
  fixture_fails (qh_runs_prepare (fixture->store, "no-such-id", &error), QH_ERROR_NOT_FOUND);
}

/* --- Keeping */

/* Keeping is no step of undo, and lets what was undone be redone. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRun) run = begin (fixture);
  g_autoptr (QhMeeting) meeting = get_meeting (fixture);
  g_autofree char *label = NULL;
  gboolean can_redo;

  qh_record_set_string ((QhRecord *)meeting, "title", "Quarterly");
  fixture_ok (qh_store_save (fixture->store, (QhRecord *)meeting, &error));
  fixture_ok (qh_store_undo (fixture->store, NULL, &error));
  wait_for (fixture, 61);
  qh_run_next (run, &fixture->now);
  fixture_ok (qh_runs_keep (fixture->store, run, &error));
  g_object_get (fixture->store, "can-redo", &can_redo, NULL);
  g_assert_true (can_redo);
  g_object_get (fixture->store, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Begin meeting");
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRun) first = begin (fixture);
  g_autofree char *other = add_meeting (fixture->store, "Okafor & Sons");
  g_autoptr (QhRun) second = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  wait_for (fixture, 5);
  fixture_ok (second = qh_runs_prepare (fixture->store, other, &error));
  fixture_ok (qh_runs_begin (fixture->store, second, &error));
  fixture_ok (ids = qh_runs_list (fixture->store, &error));
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (ids->pdata[0], ==, other);
  wait_for (fixture, 5);
  fixture_ok (qh_runs_keep (fixture->store, first, &error));
  g_ptr_array_unref (ids);
  fixture_ok (ids = qh_runs_list (fixture->store, &error));
  g_assert_cmpstr (ids->pdata[0], ==, fixture->meeting);
  qh_run_end (first, &fixture->now);
  fixture_ok (qh_runs_end (fixture->store, first, &error));
  g_ptr_array_unref (ids);
  fixture_ok (ids = qh_runs_list (fixture->store, &error));
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (ids->pdata[0], ==, other);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  GError *error = NULL;

  g_assert_null (qh_runs_read (fixture->store, fixture->meeting, &error));
  g_assert_no_error (error);
}

/* A meeting that is deleted takes what was kept of it along. */
static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRun) run = begin (fixture);
  g_autoptr (QhMeeting) meeting = get_meeting (fixture);
  g_autofree char *left = NULL;

  fixture_ok (qh_store_delete_all (fixture->store, (QhRecord *)meeting, &error));
  left = fixture_ask (qh_store_get_db (fixture->store), "SELECT count (*) FROM run");
  g_assert_cmpstr (left, ==, "0");
  g_assert_false (qh_runs_keep (fixture->store, run, NULL));
  qh_run_end (run, &fixture->now);
  fixture_fails (qh_runs_end (fixture->store, run, &error), QH_ERROR_NOT_FOUND);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRun) run = begin (fixture);

  g_assert_cmpint (sqlite3_exec (qh_store_get_db (fixture->store), "UPDATE run SET state = '{}'",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  fixture_fails (qh_runs_read (fixture->store, fixture->meeting, &error), QH_ERROR_INVALID);
}

/* --- The end */

static void
test_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = get_meeting (fixture);
  g_autoptr (QhRun) run = begin (fixture);
  g_autoptr (QhRun) again = NULL;
  g_autofree char *label = NULL;

  wait_for (fixture, 61.5);
  qh_run_next (run, &fixture->now);
  wait_for (fixture, 200);
  qh_run_set_output (run, QH_OUTPUT_REACHED_YES, "Output", &fixture->now);
  qh_run_fold (run, 300, &fixture->now);
  wait_for (fixture, 100);
  qh_run_next (run, &fixture->now);
  qh_run_pause (run, &fixture->now);
  wait_for (fixture, 30);
  qh_run_resume (run, &fixture->now);
  fixture->now.wall -= 2 * G_TIME_SPAN_HOUR;
  wait_for (fixture, 40);
  qh_run_end (run, &fixture->now);
  fixture_ok (qh_runs_end (fixture->store, run, &error));
  assert_actuals (fixture, "61 300 - - 40");
  g_assert_cmpint (meeting->status, ==, QH_MEETING_STATUS_HELD);
  g_assert_cmpint (meeting->output_reached, ==, QH_OUTPUT_REACHED_YES);
  g_assert_cmpint (meeting->ended - meeting->began, ==, 431500000);
  g_assert_false (qh_runs_is_under_way (fixture->store, fixture->meeting));

  fixture_ok (qh_store_undo (fixture->store, &label, &error));
  g_assert_cmpstr (label, ==, "End meeting");
  assert_actuals (fixture, "- - - - -");
  g_assert_cmpint (meeting->ended, ==, QH_NONE);
  g_assert_cmpint (meeting->status, ==, QH_MEETING_STATUS_DRAFT);
  g_assert_true (qh_runs_is_under_way (fixture->store, fixture->meeting));
  fixture_ok (again = qh_runs_read (fixture->store, fixture->meeting, &error));
  g_assert_true (qh_run_reopen (again));
}

/* Segments that came and went while it ran. */
static void
test_plan_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRun) run = begin (fixture);
  g_autoptr (QhPlan) plan = NULL;
  g_autoptr (QhSegment) added = qh_segment_new ();

  fixture_ok (plan = qh_store_load_plan (fixture->store, fixture->meeting, &error));
  qh_plan_remove (plan, qh_plan_segment (plan, 1));
  qh_record_set_int ((QhRecord *)added, "kind", QH_SEGMENT_KIND_EDUCATE);
  qh_record_set_string ((QhRecord *)added, "title", "Late");
  qh_plan_insert (plan, added, 0);
  fixture_ok (qh_store_save_plan (fixture->store, plan, "Change", &error));
  wait_for (fixture, 50);
  qh_run_next (run, &fixture->now);
  wait_for (fixture, 20);
  qh_run_next (run, &fixture->now);
  wait_for (fixture, 10);
  qh_run_end (run, &fixture->now);
  fixture_ok (qh_runs_end (fixture->store, run, &error));
  assert_actuals (fixture, "- 50 10 - -");
}

/* --- A store that fails */

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRun) run = NULL;
  QhRunFigures figures;

  g_assert_finalize_object (fixture->store);
  open_store (fixture, QH_STORE_READ_ONLY);
  fixture_ok (run = qh_runs_prepare (fixture->store, fixture->meeting, &error));
  fixture_fails (qh_runs_begin (fixture->store, run, &error), QH_ERROR_READ_ONLY);
  wait_for (fixture, 70);
  g_assert_true (qh_run_next (run, &fixture->now));
  fixture_fails (qh_runs_keep (fixture->store, run, &error), QH_ERROR_READ_ONLY);
  qh_run_look (run, &fixture->now, &figures);
  g_assert_cmpint (figures.elapsed, ==, 70);
  qh_run_end (run, &fixture->now);
  fixture_fails (qh_runs_end (fixture->store, run, &error), QH_ERROR_READ_ONLY);
  g_assert_true (qh_run_reopen (run));
}

/* The disk is full when it ends: nothing is half ended, and the next try ends it. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = NULL;
  g_autoptr (QhRun) run = NULL;

  g_assert_finalize_object (fixture->store);
  open_store (fixture, 0);
  meeting = get_meeting (fixture);
  run = begin (fixture);
  wait_for (fixture, 75);
  qh_run_end (run, &fixture->now);
  g_assert_cmpint (sqlite3_exec (qh_store_get_db (fixture->store),
                                 "CREATE TEMP TRIGGER full BEFORE UPDATE OF state ON main.run BEGIN"
                                 "  SELECT raise (ABORT, 'full'); END",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_false (qh_runs_end (fixture->store, run, NULL));
  g_assert_cmpint (meeting->ended, ==, QH_NONE);
  g_assert_cmpint (meeting->status, ==, QH_MEETING_STATUS_DRAFT);
  assert_actuals (fixture, "- - - - -");
  g_assert_true (qh_runs_is_under_way (fixture->store, fixture->meeting));
  sqlite3_exec (qh_store_get_db (fixture->store), "DROP TRIGGER full", NULL, NULL, NULL);
  fixture_ok (qh_runs_end (fixture->store, run, &error));
  assert_actuals (fixture, "75 - - - -");
}

/* --- Killed at any point */

typedef gboolean (*Deed) (QhRun *run, const QhReading *now);

static gboolean
fold (QhRun *run, const QhReading *now)
{
  return qh_run_fold (run, 300, now);
}

static gboolean
add (QhRun *run, const QhReading *now)
{
  return qh_run_add_time (run, 60, now);
}

static gboolean catch (QhRun *run, const QhReading *now)
{
  return qh_run_catch (run, QH_CAUGHT_WORDS, "“We stopped counting.”", now) != NULL;
}

static gboolean
reach (QhRun *run, const QhReading *now)
{
  return qh_run_set_output (run, QH_OUTPUT_REACHED_YES, "Output", now);
}

static const Deed deeds[] = {
  qh_run_next, catch,         qh_run_next,   qh_run_back, qh_run_next,   qh_run_pause,
  catch,       qh_run_resume, add,           fold,        qh_run_unfold, catch,
  qh_run_next, reach,         fold,          catch,       qh_run_pause,  qh_run_resume,
  catch,       qh_run_back,   qh_run_unfold, qh_run_next,
};

/* Each deed comes so long after the one before. */
#define PACE 17.3

static void
do_deed (Fixture *fixture, QhRun *run, guint i)
{
  wait_for (fixture, PACE);
  deeds[i](run, &fixture->now);
}

/* In a process of its own: begins, does so many deeds, keeps each but the last where @torn, and is
 * killed. */
static void
be_killed_after (Fixture *fixture, guint n, gboolean torn)
{
  QhRun *run;

  open_store (fixture, 0);
  run = begin (fixture);
  for (guint i = 0; i < n; i++) {
    do_deed (fixture, run, i);
    if (i + 1 < n || !torn)
      fixture_ok (qh_runs_keep (fixture->store, run, &error));
  }
  kill (getpid (), SIGKILL);
}

static void
kill_after (Fixture *fixture, guint n, gboolean torn)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    be_killed_after (fixture, n, torn);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
}

/* What the run would be had nobody killed anything, but for the deed that was not kept. */
static QhRun *
undisturbed (Fixture *fixture, guint n, gboolean torn)
{
  QhRun *run = NULL;
  QhReading start = fixture->now;

  open_store (fixture, 0);
  fixture_ok (run = qh_runs_read (fixture->store, fixture->meeting, &error));
  g_assert_cmpint (run->began, ==, start.wall);
  qh_run_free (run);
  fixture_ok (run = qh_runs_prepare (fixture->store, fixture->meeting, &error));
  for (guint i = 0; i < n; i++) {
    wait_for (fixture, PACE);
    if (i + 1 < n || !torn)
      deeds[i](run, &fixture->now);
  }
  return run;
}

static void
kill_and_go_on (Fixture *fixture, guint n, gboolean torn)
{
  g_autoptr (QhRun) expected = NULL;
  g_autoptr (QhRun) run = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected_text = NULL;
  QhRunFigures figures, expected_figures;

  kill_after (fixture, n, torn);
  expected = undisturbed (fixture, n, torn);
  g_assert_true (qh_runs_is_under_way (fixture->store, fixture->meeting));
  fixture_ok (run = qh_runs_read (fixture->store, fixture->meeting, &error));
  text = qh_run_to_json (run);
  expected_text = qh_run_to_json (expected);
  g_assert_cmpstr (text, ==, expected_text);
  wait_for (fixture, 12.7);
  qh_run_look (run, &fixture->now, &figures);
  qh_run_look (expected, &fixture->now, &expected_figures);
  g_assert_cmpmem (&figures, sizeof figures, &expected_figures, sizeof expected_figures);
  for (guint i = n; i < G_N_ELEMENTS (deeds); i++) {
    do_deed (fixture, run, i);
    deeds[i](expected, &fixture->now);
    fixture_ok (qh_runs_keep (fixture->store, run, &error));
  }
  qh_run_end (run, &fixture->now);
  qh_run_end (expected, &fixture->now);
  fixture_ok (qh_runs_end (fixture->store, run, &error));
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (qh_run_actual (run, i), ==, qh_run_actual (expected, i));
}

static void
test_killed (gconstpointer torn)
{
  for (guint n = 0; n <= G_N_ELEMENTS (deeds); n++) {
    Fixture fixture = { 0 };

    g_test_message ("killed after %u", n);
    fixture_start (&fixture, NULL);
    g_clear_object (&fixture.store);
    kill_and_go_on (&fixture, n, GPOINTER_TO_INT (torn));
    fixture_end (&fixture, NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/runs/" name, Fixture, NULL, fixture_start, function, fixture_end)
  ADD ("begin", test_begin);
  ADD ("score-is-frozen", test_score_is_frozen);
  ADD ("begin-is-undone", test_begin_is_undone);
  ADD ("refused", test_refused);
  ADD ("keep", test_keep);
  ADD ("list", test_list);
  ADD ("none", test_none);
  ADD ("deleted", test_deleted);
  ADD ("unreadable", test_unreadable);
  ADD ("end", test_end);
  ADD ("plan-changes", test_plan_changes);
  ADD ("read-only", test_read_only);
  ADD ("full", test_full);
#undef ADD
  g_test_add_data_func ("/runs/killed", GINT_TO_POINTER (FALSE), test_killed);
  g_test_add_data_func ("/runs/killed-before-it-was-kept", GINT_TO_POINTER (TRUE), test_killed);
  return g_test_run ();
}
