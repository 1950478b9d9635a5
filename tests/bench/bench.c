/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alternating medians, the table, and the stores that benchmarks share. */
#include "bench.h"
#include "generate.h"
#include "scratch.h"
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Part of a kept store's name; to be raised when the generator or the schema changes. */
#define STORE_EDITION 5

static char *folder;
static clockid_t clock_id = CLOCK_MONOTONIC;

void
bench_times_init (BenchTimes *times)
{
  times->ms = g_array_new (FALSE, FALSE, sizeof (double));
}

void
bench_times_clear (BenchTimes *times)
{
  g_clear_pointer (&times->ms, g_array_unref);
}

void
bench_times_add (BenchTimes *times, double ms)
{
  g_array_append_val (times->ms, ms);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, other = *(const double *)b;

  return (one > other) - (one < other);
}

double
bench_percentile (BenchTimes *times, double percent)
{
  guint n = times->ms->len;

  if (n == 0)
    return 0;
  g_array_sort (times->ms, compare);
  return g_array_index (times->ms, double, MIN (n - 1, (guint)(n * percent / 100)));
}

double
bench_median (BenchTimes *times)
{
  return bench_percentile (times, 50);
}

void
bench_use_clock (BenchClock which)
{
  clock_id = which == BENCH_BUSY ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC;
}

double
bench_now (void)
{
  struct timespec now;

  clock_gettime (clock_id, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static double
run_once (const BenchTask *task, guint round)
{
  double start;

  if (task->prepare != NULL)
    task->prepare (task->data, round);
  start = bench_now ();
  task->run (task->data, round);
  return bench_now () - start;
}

void
bench_alternate (const BenchTask *baseline, const BenchTask *task, guint rounds,
                 BenchTimes *baseline_times, BenchTimes *times)
{
  for (guint round = 0; round <= rounds; round++) {
    double a = run_once (baseline, round);
    double b = run_once (task, round);

    if (round == 0)
      continue;
    bench_times_add (baseline_times, a);
    bench_times_add (times, b);
  }
}

/* --- The table */

void
bench_begin (const char *title)
{
  printf ("\n%s\n%-44s %10s %10s %7s  %-16s\n", title, "", "baseline", "here", "ratio", "target");
}

static char *
describe_target (double ratio, double ms)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (ratio > 0)
    g_string_append_printf (text, "≤ %.2f ×", ratio);
  if (ms > 0)
    g_string_append_printf (text, "%s< %g ms", ratio > 0 ? ", " : "", ms);
  return g_strdup (text->str);
}

void
bench_row (const char *name, double baseline, double ms, double target_ratio, double target_ms)
{
  g_autofree char *target = describe_target (target_ratio, target_ms);
  double ratio = baseline > 0 ? ms / baseline : 0;
  gboolean missed =
      (target_ratio > 0 && ratio > target_ratio) || (target_ms > 0 && ms >= target_ms);

  printf ("%-44s ", name);
  if (baseline > 0)
    printf ("%7.3f ms %7.3f ms %6.2f× ", baseline, ms, ratio);
  else
    printf ("%10s %7.3f ms %7s ", "–", ms, "–");
  printf (" %s%s\n", target, missed ? "  MISSED" : "");
  fflush (stdout);
}

void
bench_note (const char *format, ...)
{
  va_list values;

  va_start (values, format);
  vprintf (format, values);
  va_end (values);
  putchar ('\n');
}

/* --- Stores */

static void
stop_on (GError *error)
{
  if (error == NULL)
    return;
  fprintf (stderr, "%s\n", error->message);
  exit (1);
}

char *
bench_temporary (const char *name)
{
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    folder = g_dir_make_tmp ("qh-bench-XXXXXX", &error);
  stop_on (error);
  return g_build_filename (folder, name, NULL);
}

/* The store called @name, made where it is not there yet; scale 0: the one that is all ledger. */
static char *
get_store (const char *name, double scale)
{
  const char *build = g_getenv ("QH_BENCH_STORES");
  g_autofree char *path = g_build_filename (build != NULL ? build : ".", name, NULL);
  g_autofree char *made = g_strconcat (path, ".new", NULL);
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_unlink (made);
  if (scale > 0)
    generate_store (made, scale, GENERATE_NOW, &error);
  else
    generate_ledger_store (made, GENERATE_NOW, &error);
  stop_on (error);
  if (g_rename (made, path) != 0)
    fprintf (stderr, "%s cannot be named\n", path);
  return g_steal_pointer (&path);
}

char *
bench_store (double scale)
{
  g_autofree char *name = g_strdup_printf ("territory-%g-%d.db", scale, STORE_EDITION);

  return get_store (name, scale);
}

char *
bench_ledger_store (void)
{
  g_autofree char *name = g_strdup_printf ("ledger-%d.db", STORE_EDITION);

  return get_store (name, 0);
}

char *
bench_store_copy (double scale)
{
  g_autofree char *path = bench_store (scale);
  g_autofree char *name = g_strdup_printf ("copy-%g.db", scale);
  char *copy = bench_temporary (name);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  g_autoptr (GError) error = NULL;

  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  stop_on (error);
  return copy;
}

void
bench_end (void)
{
  if (folder != NULL)
    scratch_remove (folder);
  g_clear_pointer (&folder, g_free);
}
