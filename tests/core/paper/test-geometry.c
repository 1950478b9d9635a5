/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-dial.h"
#include "paper/qh-kite.h"
#include "paper/qh-strip.h"
#include "paper/qh-trust-bar.h"
#include <math.h>

#define FULL_TURN (2 * G_PI)
#define NEAR 1e-6
#define MOST_BLOCKS 12

typedef struct {
  QhBlock blocks[MOST_BLOCKS];
  guint n;
  gint64 limit;
} Plan;

static Plan
random_plan (void)
{
  Plan plan = { .n = g_test_rand_int_range (0, MOST_BLOCKS + 1),
                .limit = 60 * g_test_rand_int_range (1, 481) };

  for (guint i = 0; i < plan.n; i++)
    plan.blocks[i] = (QhBlock){ .kind = g_test_rand_int_range (1, 8),
                                .seconds = 30 * g_test_rand_int_range (0, 20) };
  return plan;
}

static QhDial
dial_of (const Plan *plan)
{
  return (QhDial){ plan->blocks, plan->n, plan->limit, 50, NULL };
}

static const struct {
  const char *name;
  gint64 seconds[4];
  guint n;
  gint64 limit;
  double degrees[5]; /* where each arc ends; the last is the rest's */
  double limit_degrees;
} dials[] = {
  { "nothing", { 0 }, 0, 900, { 360 }, 360 },
  { "a third", { 300 }, 1, 900, { 120, 360 }, 360 },
  { "just full", { 300, 600 }, 2, 900, { 120, 360, 360 }, 360 },
  { "a block of nothing", { 300, 0, 300 }, 3, 900, { 120, 120, 240, 360 }, 360 },
  { "over the limit", { 900, 900 }, 2, 900, { 180, 360, 360 }, 180 },
  { "a second over", { 900, 1 }, 2, 900, { 359.600444, 360, 360 }, 359.600444 },
  { "a length below nothing", { -60, 450 }, 2, 900, { 0, 180, 360 }, 360 },
};

static void
test_dial_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dials); i++) {
    Plan plan = { .n = dials[i].n, .limit = dials[i].limit };
    QhDial dial = dial_of (&plan);
    QhArc arcs[5];
    g_test_message ("%s", dials[i].name);
    for (guint b = 0; b < plan.n; b++)
      plan.blocks[b].seconds = dials[i].seconds[b];
    qh_dial_measure (&dial, arcs);
    for (guint b = 0; b <= plan.n; b++)
      g_assert_cmpfloat_with_epsilon (arcs[b].end * 180 / G_PI, dials[i].degrees[b], 1e-3);
    g_assert_cmpfloat_with_epsilon (qh_dial_limit_angle (&dial) * 180 / G_PI,
                                    dials[i].limit_degrees, 1e-3);
  }
}

static void
test_dial_arcs_make_the_ring (void)
{
  for (guint round = 0; round < 500; round++) {
    Plan plan = random_plan ();
    QhDial dial = dial_of (&plan);
    QhArc arcs[MOST_BLOCKS + 1];
    double sum = 0;
    qh_dial_measure (&dial, arcs);
    g_assert_cmpfloat (arcs[0].start, ==, 0);
    for (guint i = 0; i <= plan.n; i++) {
      g_assert_cmpfloat (arcs[i].end, >=, arcs[i].start);
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (arcs[i].start, arcs[i - 1].end, NEAR);
      sum += arcs[i].end - arcs[i].start;
    }
    g_assert_cmpfloat_with_epsilon (sum, FULL_TURN, NEAR);
  }
}

static void
test_dial_hit_agrees_with_measure (void)
{
  for (guint round = 0; round < 500; round++) {
    Plan plan = random_plan ();
    QhDial dial = dial_of (&plan);
    QhArc arcs[MOST_BLOCKS + 1];
    double size = g_test_rand_int_range (16, 400);
    double outer, inner;
    qh_dial_ring (size, &outer, &inner);
    qh_dial_measure (&dial, arcs);
    for (guint i = 0; i <= plan.n; i++) {
      double middle = (arcs[i].start + arcs[i].end) / 2;
      double x = size / 2 + sin (middle) * (outer + inner) / 2;
      double y = size / 2 - cos (middle) * (outer + inner) / 2;
      if (arcs[i].end - arcs[i].start > NEAR)
        g_assert_cmpint (qh_dial_hit (&dial, size, x, y), ==, i);
    }
  }
}

static void
test_dial_hit_outside (void)
{
  QhBlock block = { .kind = QH_SEGMENT_KIND_OPEN, .seconds = 900 };
  QhDial dial = { &block, 1, 900, -1, NULL };
  double outer, inner;

  qh_dial_ring (180, &outer, &inner);
  g_assert_cmpint (qh_dial_hit (&dial, 180, 90, 90), ==, -1);
  g_assert_cmpint (qh_dial_hit (&dial, 180, 0, 0), ==, -1);
  g_assert_cmpint (qh_dial_hit (&dial, 180, 90 + inner - 0.1, 90), ==, -1);
  g_assert_cmpint (qh_dial_hit (&dial, 180, 90 + inner + 0.1, 90), ==, 0);
  g_assert_cmpint (qh_dial_hit (&dial, 180, 90 + outer - 0.1, 90), ==, 0);
  g_assert_cmpint (qh_dial_hit (&dial, 180, 90 + outer + 0.1, 90), ==, -1);
}

static void
test_dial_ring_fits (void)
{
  for (double size = 8; size < 500; size += 1) {
    double outer, inner;
    qh_dial_ring (size, &outer, &inner);
    g_assert_cmpfloat (outer, <=, size / 2);
    g_assert_cmpfloat (inner, >, 0);
    g_assert_cmpfloat (outer - inner, >=, 1);
  }
}

static const struct {
  gint64 total, limit;
  const char *caption;
} captions[] = {
  { 840, 900, "14 of 15 minutes" },       { 0, 900, "0 of 15 minutes" },
  { 870, 900, "14:30 of 15 minutes" },    { 90, 60, "1:30 of 1 minute" },
  { 28800, 28800, "480 of 480 minutes" },
};

static void
test_dial_caption (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (captions); i++) {
    g_autofree char *caption = qh_dial_caption (captions[i].total, captions[i].limit);
    g_assert_cmpstr (caption, ==, captions[i].caption);
  }
}

static const struct {
  const char *name;
  gint64 seconds[3];
  guint n;
  gint64 limit;
  QhSpan spans[4]; /* at 900 px */
} strips[] = {
  { "nothing", { 0 }, 0, 900, { { 0, 900 } } },
  { "one, and room", { 300 }, 1, 900, { { 0, 296 }, { 300, 600 } } },
  { "the last one has no gap", { 300, 600 }, 2, 900, { { 0, 296 }, { 300, 600 }, { 900, 0 } } },
  { "nothing lies in the gap",
    { 300, 0, 300 },
    3,
    900,
    { { 0, 296 }, { 296, 4 }, { 300, 296 }, { 600, 300 } } },
  { "nothing comes first", { 0, 300 }, 2, 900, { { 0, 4 }, { 0, 296 }, { 300, 600 } } },
  { "too short for a gap", { 4, 896 }, 2, 900, { { 0, 2 }, { 4, 896 }, { 900, 0 } } },
  { "over the limit", { 900, 900 }, 2, 900, { { 0, 446 }, { 450, 450 }, { 900, 0 } } },
};

static void
test_strip_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (strips); i++) {
    Plan plan = { .n = strips[i].n, .limit = strips[i].limit };
    QhSpan spans[4];
    g_test_message ("%s", strips[i].name);
    for (guint b = 0; b < plan.n; b++)
      plan.blocks[b].seconds = strips[i].seconds[b];
    qh_strip_measure (plan.blocks, plan.n, plan.limit, 900, spans);
    for (guint b = 0; b <= plan.n; b++) {
      g_assert_cmpfloat_with_epsilon (spans[b].x, strips[i].spans[b].x, NEAR);
      g_assert_cmpfloat_with_epsilon (spans[b].width, strips[i].spans[b].width, NEAR);
    }
  }
}

static void
test_strip_spans_lie_on_the_ruler (void)
{
  for (guint round = 0; round < 500; round++) {
    Plan plan = random_plan ();
    QhSpan spans[MOST_BLOCKS + 1];
    double width = g_test_rand_int_range (120, 1500);
    double scale = qh_strip_scale (plan.blocks, plan.n, plan.limit, width);
    double last = 0;
    gint64 before = 0;
    qh_strip_measure (plan.blocks, plan.n, plan.limit, width, spans);
    for (guint i = 0; i < plan.n; i++) {
      g_assert_cmpfloat (spans[i].width, >, 0);
      g_assert_cmpfloat (spans[i].x + spans[i].width, <=, width + NEAR + 4);
      if (plan.blocks[i].seconds == 0)
        continue;
      g_assert_cmpfloat_with_epsilon (spans[i].x * scale, before, NEAR * width);
      g_assert_cmpfloat (spans[i].x, >=, last - NEAR);
      last = spans[i].x + spans[i].width;
      before += plan.blocks[i].seconds;
    }
    g_assert_cmpfloat_with_epsilon (spans[plan.n].x * scale, before, NEAR * width);
    g_assert_cmpfloat_with_epsilon (spans[plan.n].x + spans[plan.n].width, width, NEAR);
  }
}

static void
test_strip_hit_agrees_with_measure (void)
{
  for (guint round = 0; round < 500; round++) {
    Plan plan = random_plan ();
    QhSpan spans[MOST_BLOCKS + 1];
    double width = g_test_rand_int_range (600, 1500);
    qh_strip_measure (plan.blocks, plan.n, plan.limit, width, spans);
    for (guint i = 0; i <= plan.n; i++) {
      double middle = spans[i].x + spans[i].width / 2;
      gboolean hidden = i < plan.n && plan.blocks[i].seconds == 0;
      /* a block of nothing at the very beginning lies over the first 4 */
      if (spans[i].width > 8 && !hidden)
        g_assert_cmpint (qh_strip_hit (plan.blocks, plan.n, plan.limit, width, middle), ==, i);
    }
  }
}

static const struct {
  double x;
  int hit;
} hits[] = {
  { -0.5, -1 }, { 0, 0 },   { 295, 0 },   { 295.9, 0 }, { 298, 1 },
  { 300.1, 2 }, { 599, 2 }, { 600.1, 3 }, { 900, 3 },   { 900.5, -1 },
};

static void
test_strip_hit_table (void)
{
  const QhBlock blocks[] = { { .seconds = 300 }, { .seconds = 0 }, { .seconds = 300 } };

  for (guint i = 0; i < G_N_ELEMENTS (hits); i++)
    g_assert_cmpint (qh_strip_hit (blocks, 3, 900, 900, hits[i].x), ==, hits[i].hit);
}

static const struct {
  int minutes, limit;
  double most;
  int step;
} steps[] = {
  { 15, 15, 15, 1 }, { 15, 15, 14, 3 },      { 15, 15, 10, 3 },    { 15, 15, 5, 3 },
  { 15, 15, 4, 5 },  { 15, 15, 1, 15 },      { 15, 15, 0, 15 },    { 20, 15, 10, 3 },
  { 60, 60, 12, 5 }, { 60, 60, 5, 15 },      { 480, 480, 36, 15 }, { 7, 7, 5, 2 },
  { 1, 1, 10, 1 },   { 4800, 4800, 5, 961 },
};

static void
test_minutes_step (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_test_message ("%d minutes in %g steps", steps[i].minutes, steps[i].most);
    g_assert_cmpint (qh_minutes_step (steps[i].minutes * 60, steps[i].limit * 60, steps[i].most),
                     ==, steps[i].step);
  }
}

static const struct {
  QhBalance balance;
  double reach[4]; /* up, right, down, left */
} kites[] = {
  { { 240, 180, 240, 120 }, { 1, 0.75, 0.5, 1 } }, { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } },
  { { 60, 0, 0, 0 }, { 0.5, 0, 0, 0 } },           { { 120, 0, 0, 60 }, { 1, 0, 0.5, 0 } },
  { { -60, 0, 600, 0 }, { 0, 0, 0, 1 } },
};

static void
test_kite (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kites); i++) {
    double reach[4];
    qh_kite_measure (&kites[i].balance, reach);
    for (guint axis = 0; axis < 4; axis++)
      g_assert_cmpfloat_with_epsilon (reach[axis], kites[i].reach[axis], NEAR);
  }
}

static void
test_blocks_of_a_plan (void)
{
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  g_autoptr (QhPlan) plan = qh_plan_new (meeting);
  g_autoptr (QhSegment) segment = qh_segment_new ();
  g_autofree QhBlock *blocks = NULL;
  g_autofree QhBlock *none = NULL;
  guint n;

  none = qh_plan_blocks (plan, &n);
  g_assert_cmpuint (n, ==, 0);
  segment->kind = QH_SEGMENT_KIND_ESCAPE;
  segment->seconds = 90;
  segment->title = g_strdup ("Out");
  qh_plan_insert (plan, segment, 0);
  blocks = qh_plan_blocks (plan, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (blocks[0].kind, ==, QH_SEGMENT_KIND_ESCAPE);
  g_assert_cmpint (blocks[0].seconds, ==, 90);
  g_assert_cmpstr (blocks[0].title, ==, "Out");
  g_assert_cmpint (qh_blocks_total (blocks, n), ==, 90);
  g_assert_cmpint (qh_blocks_extent (blocks, n, 60), ==, 90);
  g_assert_cmpint (qh_blocks_extent (blocks, n, 900), ==, 900);
  g_assert_cmpint (qh_blocks_extent (NULL, 0, 0), ==, 1);
}

/* 27 of 28 prove 82.3 %; of four events nothing is drawn but the mark. */
static void
test_trust_bar (void)
{
  g_autoptr (QhTrust) trust = qh_trust_new (0, NULL, FALSE);
  QhTrustBar bar;

  trust->year[QH_TRUST_KEPT] = 27;
  trust->year[QH_TRUST_LATE] = 1;
  qh_trust_settle (trust);
  bar = qh_trust_bar (trust, 1000);
  g_assert_cmpfloat_with_epsilon (bar.proved, 822.88, 0.01);
  g_assert_cmpfloat_with_epsilon (bar.seen, 964.29, 0.01);
  g_assert_cmpfloat_with_epsilon (bar.mark, 990, 0.01);
  trust->year[QH_TRUST_KEPT] = 3;
  qh_trust_settle (trust);
  bar = qh_trust_bar (trust, 1000);
  g_assert_cmpfloat (bar.proved, ==, 0);
  g_assert_cmpfloat (bar.seen, ==, 0);
  g_assert_cmpfloat_with_epsilon (bar.mark, 990, 0.01);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/dial/table", test_dial_table);
  g_test_add_func ("/paper/dial/arcs-make-the-ring", test_dial_arcs_make_the_ring);
  g_test_add_func ("/paper/dial/hit-agrees", test_dial_hit_agrees_with_measure);
  g_test_add_func ("/paper/dial/hit-outside", test_dial_hit_outside);
  g_test_add_func ("/paper/dial/ring-fits", test_dial_ring_fits);
  g_test_add_func ("/paper/dial/caption", test_dial_caption);
  g_test_add_func ("/paper/strip/table", test_strip_table);
  g_test_add_func ("/paper/strip/on-the-ruler", test_strip_spans_lie_on_the_ruler);
  g_test_add_func ("/paper/strip/hit-agrees", test_strip_hit_agrees_with_measure);
  g_test_add_func ("/paper/strip/hit-table", test_strip_hit_table);
  g_test_add_func ("/paper/minutes-step", test_minutes_step);
  g_test_add_func ("/paper/kite", test_kite);
  g_test_add_func ("/paper/trust-bar", test_trust_bar);
  g_test_add_func ("/paper/blocks", test_blocks_of_a_plan);
  return g_test_run ();
}
