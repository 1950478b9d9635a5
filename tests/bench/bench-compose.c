/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compose for a client of whom much is known: 200 frictions, 500 content items, 200 remarks. */
#include "bench.h"
#include "design/qh-compose.h"
#include "full-context.h"

static void
compose (gpointer context, guint round)
{
  qh_composed_free (qh_compose_new (context));
}

/* No two frictions and items are alike, so that there is something to search. */
static void
vary (QhContext *context)
{
  for (guint i = 0; i < context->frictions->len; i++) {
    QhRecord *friction = g_ptr_array_index (context->frictions, i);
    qh_record_set_int (friction, "severity", 1 + i % 4);
    qh_record_set_int (friction, "minutes", 5 + i * 7 % 60);
    qh_record_set_int (friction, "times-per-year", 4 + i * 11 % 50);
  }
  for (guint i = 0; i < context->remarks->len; i++)
    qh_record_set_int (g_ptr_array_index (context->remarks, i), "sort", 1 + i % 6);
  for (guint i = 0; i < context->content->len; i++)
    qh_record_set_int (g_ptr_array_index (context->content, i), "rarity", 1 + i % 3);
}

int
main (void)
{
  g_autoptr (QhContext) context = full_context_new ();
  BenchTask task = { NULL, compose, context };
  BenchTimes nothing, times;

  vary (context);
  bench_times_init (&nothing);
  bench_times_init (&times);
  bench_alternate (&task, &task, 20, &nothing, &times);
  bench_begin ("Compose: 200 frictions, 500 content items, 200 remarks");
  bench_row ("one plan", 0, bench_median (&times), 0, 50.0);
  bench_times_clear (&nothing);
  bench_times_clear (&times);
  return 0;
}
