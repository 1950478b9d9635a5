/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The design review of a full plan: 15 segments, 200 frictions, 500 content items, 200 remarks. */
#include "bench.h"
#include "design/qh-design-review.h"
#include "full-context.h"

#define REVIEWS 100 /* a round */

static void
review (gpointer context, guint round)
{
  for (int i = 0; i < REVIEWS; i++)
    qh_design_review_free (qh_design_review_new (context));
}

int
main (void)
{
  g_autoptr (QhContext) context = full_context_new ();
  BenchTask task = { NULL, review, context };
  BenchTimes nothing, times;

  bench_times_init (&nothing);
  bench_times_init (&times);
  bench_alternate (&task, &task, 40, &nothing, &times);
  bench_begin ("Design review: 15 segments, 200 frictions, 500 content items, 200 remarks");
  bench_row ("one review", 0, bench_median (&times) / REVIEWS, 0, 1.0);
  bench_times_clear (&nothing);
  bench_times_clear (&times);
  return 0;
}
