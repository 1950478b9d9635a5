/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a page in a window of the large store, against the same page of the sample territory:
 * processor time from the action to the frame that shows it. (The clock on the wall would mostly
 * count the wait for the next frame.)   bench-pages [NAME…]   these rows only */
#include "bench.h"
#include "exchange/qh-sample.h"
#include "generate.h"
#include "qh-application.h"
#include "qh-window.h"
#include "store/qh-backup.h"
#include <time.h>

#define ROUNDS 15
#define REST 300 /* milliseconds */
#define FIRST_PAGE "the window with Today"

typedef struct {
  const char *name, *action, *id_sql; /* the SQL for the parameter, or the parameter itself */
} Place;

static const Place places[] = {
  { "Meetings", "win.page", "meetings" },
  { "Clients", "win.page", "clients" },
  { "a client", "win.open-client", "SELECT client FROM remark ORDER BY id LIMIT 1" },
  { "the designer", "win.open-meeting",
    "SELECT meeting FROM segment WHERE meeting IN (SELECT id FROM meeting WHERE status = 'draft') "
    "ORDER BY meeting LIMIT 1" },
  { "Friction", "win.page", "friction" },
  { "Insights", "win.page", "insights" },
  { "Promises", "win.page", "promises" },
  { "a promise", "win.open-promise", "SELECT id FROM promise ORDER BY id LIMIT 1" },
  { "Contact log", "win.page", "contact-log" },
  { "a contact", "win.open-contact-log", "SELECT id FROM contact_log ORDER BY id LIMIT 1" },
  { "a friction", "win.open-friction", "SELECT id FROM friction ORDER BY id LIMIT 1" },
};

/* Against the store that is all ledger. */
static const Place content_places[] = {
  { "Content", "win.page", "content" },
  { "an item", "win.open-item",
    "SELECT content FROM movement WHERE number IS NOT NULL ORDER BY id LIMIT 1" },
};

static double
busy_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
on_after_paint (gboolean *painted)
{
  *painted = TRUE;
}

/* Turns the main loop until the next frame of @window is painted. */
static void
wait_for_frame (GtkWidget *window)
{
  gboolean painted = FALSE;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong handler =
      g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_after_paint), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static gboolean
on_rested (gboolean *rested)
{
  *rested = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until what the first page does behind its first frame is done: it begins a moment later. */
static void
settle (GtkWidget *window)
{
  gboolean rested = FALSE;

  for (int i = 0; i < 3; i++)
    wait_for_frame (window);
  g_timeout_add_full (G_PRIORITY_LOW, REST, G_SOURCE_FUNC (on_rested), &rested, NULL);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static char *
parameter_of (QhStore *store, const Place *place)
{
  sqlite3_stmt *statement;
  char *id;

  if (!g_str_has_prefix (place->id_sql, "SELECT"))
    return g_strdup (place->id_sql);
  statement = qh_store_prepare (store, place->id_sql);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  id = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return id;
}

/* A new window of @store, with its first page. */
static GtkWidget *
open_window (GtkApplication *application, QhStore *store)
{
  GtkWidget *window = GTK_WIDGET (qh_window_new (application, store));

  gtk_window_set_default_size (GTK_WINDOW (window), 1240, 800);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_frame_clock (window) == NULL || !gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (window);
  return window;
}

static double
measure_first_page (GtkApplication *application, QhStore *store)
{
  double start = busy_milliseconds ();
  GtkWidget *window = open_window (application, store);
  double spent = busy_milliseconds () - start;

  settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
  return spent;
}

static double
measure_place (GtkApplication *application, QhStore *store, const Place *place)
{
  g_autofree char *parameter = parameter_of (store, place);
  GtkWidget *window = open_window (application, store);
  double start;

  settle (window);
  start = busy_milliseconds ();
  gtk_widget_activate_action (window, place->action, "s", parameter);
  wait_for_frame (window);
  double spent = busy_milliseconds () - start;
  settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
  return spent;
}

static void
bench_place (GtkApplication *application, QhStore *sample, QhStore *large, const Place *place)
{
  BenchTimes times[2];
  QhStore *stores[2] = { sample, large };

  bench_times_init (&times[0]);
  bench_times_init (&times[1]);
  for (int round = 0; round <= ROUNDS; round++)
    for (int s = 0; s < 2; s++) {
      double ms = place == NULL ? measure_first_page (application, stores[s])
                                : measure_place (application, stores[s], place);
      if (round > 0)
        bench_times_add (&times[s], ms);
    }
  bench_row (place != NULL ? place->name : FIRST_PAGE, bench_median (&times[0]),
             bench_median (&times[1]), 1.2, 0);
  bench_times_clear (&times[0]);
  bench_times_clear (&times[1]);
}

/* With the backup of the day, which a window would make in the midst of the measuring. */
static QhStore *
open_store (const char *path, gboolean fill)
{
  QhClock clock = qh_clock_fixed (GENERATE_NOW, NULL);
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (path, QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  if (fill)
    g_assert_true (qh_sample_fill (store, &error));
  qh_store_backup_automatic (store, FALSE, NULL, &error);
  g_assert_no_error (error);
  return store;
}

/* Whether the row called @name is wanted: with names on the command line, only those. */
static gboolean
is_wanted (char **names, const char *name)
{
  return *names == NULL || g_strv_contains ((const char *const *)names, name);
}

int
main (int argc, char **argv)
{
  GtkApplication *gtk;
  g_autofree char *sample_path = bench_temporary ("sample.db");
  g_autofree char *large_path = bench_store_copy (1.0);
  g_autoptr (QhStore) sample = open_store (sample_path, TRUE);
  g_autoptr (QhStore) large = open_store (large_path, FALSE);
  g_autofree char *ledger_path = bench_ledger_store ();
  g_autoptr (QhStore) ledger = open_store (ledger_path, FALSE);
  g_autoptr (QhApplication) application = qh_application_new ();

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  bench_begin ("Opening a page: the large store / the sample territory (processor time)");
  gtk = GTK_APPLICATION (application);
  if (is_wanted (argv + 1, FIRST_PAGE))
    bench_place (gtk, sample, large, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (is_wanted (argv + 1, places[i].name))
      bench_place (gtk, sample, large, &places[i]);
  for (guint i = 0; i < G_N_ELEMENTS (content_places); i++)
    if (is_wanted (argv + 1, content_places[i].name))
      bench_place (gtk, sample, ledger, &content_places[i]);
  bench_end ();
  return 0;
}
