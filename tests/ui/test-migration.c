/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that stands while an older store is brought up to date. Another program that writes
 * holds it up here, for as long as a test wants it to. */
#include "qh-application.h"
#include "scratch.h"
#include "start/qh-migration-window.h"
#include "store/qh-connection.h"

#define PATIENCE (20 * G_TIME_SPAN_SECOND)

static GtkApplication *application;

typedef struct {
  char *folder;
  char *path;
  sqlite3 *other;
  QhOpening *opening;
  QhMigrationWindow *window;
  gboolean is_over;
} Fixture;

static void
exec (sqlite3 *db, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
on_over (Fixture *fixture)
{
  fixture->is_over = TRUE;
}

/* A store of version 3 that is written to, and the window before it. */
static void
fixture_start (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "core", "store", "store-3.sql", NULL);
  g_autofree char *sql = NULL;

  fixture->folder = g_dir_make_tmp ("quarterhour-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "quarterhour.db", NULL);
  g_assert_true (g_file_get_contents (file, &sql, NULL, NULL));
  g_assert_cmpint (sqlite3_open (fixture->path, &fixture->other), ==, SQLITE_OK);
  exec (fixture->other, sql);
  exec (fixture->other, "PRAGMA journal_mode = WAL");
  sqlite3_close (fixture->other);
  fixture->other = qh_connection_open (fixture->path, 0, NULL);
  exec (fixture->other, "BEGIN IMMEDIATE");
  fixture->opening = qh_opening_new (fixture->path);
  g_assert_false (qh_opening_wait (fixture->opening));
  fixture->window = qh_migration_window_new (application, fixture->opening);
  g_signal_connect_swapped (fixture->window, "over", G_CALLBACK (on_over), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
fixture_end (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  sqlite3_close (fixture->other);
  scratch_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* The button below the bar, not one of the window's. */
static GtkWidget *
find_stop (Fixture *fixture)
{
  GtkWidget *bar = find (GTK_WIDGET (fixture->window), GTK_TYPE_PROGRESS_BAR);

  g_assert_nonnull (bar);
  return find (gtk_widget_get_parent (bar), GTK_TYPE_BUTTON);
}

static void
await_step (Fixture *fixture, QhMigrationStep step)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  QhMigrationStep now;

  do {
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    g_main_context_iteration (NULL, FALSE);
    qh_opening_get_done (fixture->opening, &now);
  } while (now != step);
}

static void
await_end (Fixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  while (!fixture->is_over) {
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    g_main_context_iteration (NULL, TRUE);
  }
}

static int
read_version (Fixture *fixture)
{
  sqlite3_stmt *statement;
  int version;

  sqlite3_prepare_v2 (fixture->other, "PRAGMA user_version", -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return version;
}

static void
test_to_the_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhStore) store = NULL;

  await_step (fixture, QH_MIGRATION_CHECK);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  g_assert_true (gtk_widget_is_sensitive (find_stop (fixture)));
  g_assert_false (fixture->is_over);
  exec (fixture->other, "ROLLBACK");
  await_end (fixture);
  store = qh_opening_finish (fixture->opening, &error);
  g_assert_no_error (error);
  g_assert_nonnull (store);
  g_assert_cmpint (read_version (fixture), >, 3);
}

/* Closed: it stays until what it stands for has stopped, and the store is the old one. */
static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  await_step (fixture, QH_MIGRATION_CHECK);
  if (GPOINTER_TO_INT (data))
    gtk_window_close (GTK_WINDOW (fixture->window));
  else
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "migration.stop", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_false (gtk_widget_is_sensitive (find_stop (fixture)));
  exec (fixture->other, "ROLLBACK");
  await_end (fixture);
  g_assert_null (qh_opening_finish (fixture->opening, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_CANCELLED);
  g_assert_cmpint (read_version (fixture), ==, 3);
}

/* The toolkit has come up before anybody waits for a lock. */
static void
warm_up (void)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (
      adw_application_new ("io.github.quarterhour.Quarterhour.Test", G_APPLICATION_NON_UNIQUE));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  qh_ui_register_resource ();
  warm_up ();
  g_test_add ("/migration/to-the-end", Fixture, NULL, fixture_start, test_to_the_end, fixture_end);
  g_test_add ("/migration/stopped", Fixture, GINT_TO_POINTER (FALSE), fixture_start, test_stopped,
              fixture_end);
  g_test_add ("/migration/closed", Fixture, GINT_TO_POINTER (TRUE), fixture_start, test_stopped,
              fixture_end);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
