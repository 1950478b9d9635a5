/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The team folder is watched: what comes is told by itself, and so is a folder that goes. */
#include "exchange/qh-plan-diff.h"
#include "qh-team-watch.h"
#include "scratch.h"
#include "store/qh-settings.h"
#include <glib/gstdio.h>

#define NOW G_GINT64_CONSTANT (1795161600000000)
#define PATIENCE (20 * G_TIME_SPAN_SECOND)

typedef struct {
  char *folder;
  QhStore *rep, *manager;
  QhTeamWatch *watch;
  guint plans, changes;
} Fixture;

static QhStore *
open_store (const char *name)
{
  QhClock clock = qh_clock_fixed (NOW, NULL);
  QhStore *store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, NULL);

  g_assert_true (qh_settings_set_user_name (store, name, NULL));
  return store;
}

static void
on_arrived (Fixture *fixture, QhFolderScan *scan)
{
  fixture->plans += scan->n_plans;
}

static void
on_changed (Fixture *fixture)
{
  fixture->changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("qh-watch-XXXXXX", NULL);
  fixture->rep = open_store ("Lena Moor");
  fixture->manager = open_store ("M. Keller");
  g_assert_true (qh_team_folder_set (fixture->rep, fixture->folder, NULL));
  fixture->watch = qh_team_watch_new (fixture->manager);
  g_signal_connect_swapped (fixture->watch, "arrived", G_CALLBACK (on_arrived), fixture);
  g_signal_connect_swapped (fixture->watch, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_run_dispose (G_OBJECT (fixture->watch));
  g_object_unref (fixture->watch);
  scratch_remove (fixture->folder);
  g_free (fixture->folder);
  g_assert_finalize_object (fixture->rep);
  g_assert_finalize_object (fixture->manager);
}

static void
submit (Fixture *fixture)
{
  g_autoptr (QhRecord) client = qh_record_new (&qh_client_entity);
  g_autoptr (QhRecord) meeting = qh_record_new (&qh_meeting_entity);
  g_autoptr (GError) error = NULL;

  qh_record_set_string (client, "name", "Halden Tools");
  qh_store_save (fixture->rep, client, &error);
  g_assert_no_error (error);
  qh_record_set_string (meeting, "client", client->id);
  qh_store_save (fixture->rep, meeting, &error);
  g_assert_no_error (error);
  qh_plan_submit (fixture->rep, meeting->id, QH_EDITION_MANAGER, NULL, &error);
  g_assert_no_error (error);
}

typedef gboolean (*Condition) (Fixture *fixture);

static void
wait_until (Fixture *fixture, Condition is_met)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!is_met (fixture)) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (1000);
    g_assert_cmpint (g_get_monotonic_time (), <, end);
  }
}

static gboolean
is_read (Fixture *fixture)
{
  return qh_team_watch_get_left (fixture->watch) != NULL;
}

static gboolean
is_failing (Fixture *fixture)
{
  return qh_team_watch_get_problem (fixture->watch) != NULL;
}

static gboolean
has_plan (Fixture *fixture)
{
  return fixture->plans == 1;
}

static gboolean
has_two (Fixture *fixture)
{
  return fixture->plans == 2;
}

static gboolean
has_left (Fixture *fixture)
{
  return is_read (fixture) && qh_team_watch_get_left (fixture->watch)->len == 1;
}

static void
choose (Fixture *fixture)
{
  g_assert_true (qh_team_folder_set (fixture->manager, fixture->folder, NULL));
  g_assert_cmpstr (qh_team_watch_get_folder (fixture->watch), ==, fixture->folder);
  wait_until (fixture, is_read);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_assert_null (qh_team_watch_get_folder (fixture->watch));
  qh_team_watch_look (fixture->watch, TRUE);
  g_assert_cmpuint (fixture->changes, ==, 0);
}

static void
test_there_already (Fixture *fixture, gconstpointer data)
{
  submit (fixture);
  choose (fixture);
  wait_until (fixture, has_plan);
}

/* Nobody asks for it: the folder tells, for a new subfolder and for one that is known. */
static void
test_comes (Fixture *fixture, gconstpointer data)
{
  choose (fixture);
  submit (fixture);
  wait_until (fixture, has_plan);
  submit (fixture);
  wait_until (fixture, has_two);
}

static void
test_of_no_use (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *path = g_build_filename (folder, "half.qhplan", NULL);

  choose (fixture);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  wait_until (fixture, has_left);
  g_assert_cmpint (g_remove (path), ==, 0);
  qh_team_watch_look (fixture->watch, FALSE);
  wait_until (fixture, is_read);
}

static void
test_goes_and_is_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *away = g_strconcat (fixture->folder, "-away", NULL);

  choose (fixture);
  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  wait_until (fixture, is_failing);
  g_assert_null (qh_team_watch_get_left (fixture->watch));
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
  submit (fixture);
  qh_team_watch_look (fixture->watch, FALSE); /* as it does every now and then */
  wait_until (fixture, has_plan);
  g_assert_null (qh_team_watch_get_problem (fixture->watch));
}

static void
test_left (Fixture *fixture, gconstpointer data)
{
  choose (fixture);
  g_assert_true (qh_team_folder_set (fixture->manager, NULL, NULL));
  g_assert_null (qh_team_watch_get_folder (fixture->watch));
  g_assert_null (qh_team_watch_get_left (fixture->watch));
}

/* It goes while somebody looks. */
static void
test_ends (Fixture *fixture, gconstpointer data)
{
  submit (fixture);
  g_assert_true (qh_team_folder_set (fixture->manager, fixture->folder, NULL));
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "none", test_none },
    { "there-already", test_there_already },
    { "comes", test_comes },
    { "of-no-use", test_of_no_use },
    { "goes-and-is-back", test_goes_and_is_back },
    { "left", test_left },
    { "ends", test_ends },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/team-watch/", tests[i].name, NULL);
    g_test_add (path, Fixture, NULL, set_up, tests[i].run, tear_down);
  }
  return g_test_run ();
}
