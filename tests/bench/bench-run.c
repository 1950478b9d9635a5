/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a meeting under way costs: processor time over a minute of the window that runs one, against
 * a window with a label in it. QH_BENCH_SECONDS measures for less. */
#include "exchange/qh-sample.h"
#include "qh-application.h"
#include "run/qh-run-page.h"
#include <stdlib.h>
#include <sys/resource.h>

#define SECONDS 60
/* Of a core, in percent. */
#define TARGET 1.0

static double
processor_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static gboolean
on_over (gpointer is_over)
{
  *(gboolean *)is_over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
turn_for (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, on_over, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

/* Percent of a core that @child costs in a window, once it stands there. */
static double
measure (GtkWidget *child, guint seconds)
{
  GtkWidget *window = gtk_window_new ();
  double before;

  gtk_window_set_default_size (GTK_WINDOW (window), 1240, 800);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  turn_for (2000);
  before = processor_seconds ();
  turn_for (seconds * 1000);
  before = (processor_seconds () - before) / seconds * 100;
  gtk_window_destroy (GTK_WINDOW (window));
  return before;
}

/* A meeting of the sample that can be run. */
static QhRunner *
runner_new (QhStore *store)
{
  g_autoptr (GPtrArray) meetings = qh_store_select (
      store, &qh_meeting_entity, "WHERE status = 'draft' ORDER BY id LIMIT 1", NULL, NULL);
  QhRunner *runner = qh_runner_new (store, QH_RECORD (meetings->pdata[0])->id, NULL);

  qh_runner_start (runner);
  return runner;
}

int
main (int argc, char **argv)
{
  const char *set = g_getenv ("QH_BENCH_SECONDS");
  guint seconds = set ? (guint)MAX (atoi (set), 1) : SECONDS;
  QhClock clock = qh_clock_system ();
  g_autoptr (QhStore) store = NULL;
  g_autoptr (QhRunner) runner = NULL;
  double idle, run;
  guint ticks;

  gtk_init ();
  qh_ui_register_resource ();
  adw_init ();
  store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, NULL);
  if (!store || !qh_sample_fill (store, NULL))
    return 1;
  idle = measure (gtk_label_new ("Idle"), seconds);
  runner = runner_new (store);
  ticks = qh_runner_count_ticks (runner);
  run = measure (qh_run_page_new (store, runner), seconds);
  ticks = qh_runner_count_ticks (runner) - ticks;
  g_print ("%-44s %11s %11s   %10s   target\n", "Run", "idle", "measured", "difference");
  g_print ("%-44s %9.3f %% %9.3f %%   %8.3f %%   ≤ %.2f %%%s\n", "processor time, of a core", idle,
           run, run - idle, TARGET, run - idle <= TARGET ? "" : "  missed");
  g_print ("%-44s %11s %9.2f /s   %10s   ≤ 1.00 /s%s\n", "looks at the clock", "",
           (double)ticks / (seconds + 2), "", ticks <= seconds + 3 ? "" : "  missed");
  return 0;
}
