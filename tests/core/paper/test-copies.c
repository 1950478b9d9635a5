/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pips and burn-down: where things stand in the drawing, and what is said of it. */
#include "base/qh-time.h"
#include "paper/qh-burn.h"
#include "paper/qh-pips.h"
#include <math.h>

#define NEAR 1e-6

static const struct {
  gint64 edition;
  double width;
  guint columns;
} rows[] = {
  { 1, 10, 1 },   { 12, 240, 12 }, { 12, 238, 12 }, /* the last gap is not needed */
  { 12, 230, 6 }, { 24, 240, 12 }, { 20, 240, 10 }, /* rows of the same length */
  { 13, 240, 7 }, { 3, 5, 1 },
};

static void
test_columns (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (qh_pips_columns (rows[i].edition, rows[i].width, 20), ==, rows[i].columns);
}

/* Whatever the width, the pips fit into it (or stand one below the other), and none is lost. */
static void
test_measure (void)
{
  for (gint64 edition = 1; edition <= QH_PIPS_MOST; edition++)
    for (double room = 20; room < 600; room += 7) {
      guint columns = qh_pips_columns (edition, room, 20);
      double width, height;
      qh_pips_measure (edition, columns, 20, &width, &height);
      g_assert_true (width <= room + NEAR || columns == 1);
      g_assert_cmpint (columns * (gint64)ceil (height / 20), >=, edition);
    }
}

static QhPips
random_bar (void)
{
  QhPips pips = { 0 };

  for (int i = 0; i < QH_N_PIPS; i++) {
    pips.counts[i] = g_test_rand_bit () ? g_test_rand_int_range (0, 100000) : 0;
    pips.edition += pips.counts[i];
  }
  pips.edition += pips.edition == 0;
  pips.counts[QH_PIP_LEFT] += pips.edition == 1;
  return pips;
}

/* The parts fill the bar, and what is there at all is seen. */
static void
test_split (void)
{
  for (int round = 0; round < 1000; round++) {
    QhPips pips = random_bar ();
    double widths[QH_N_PIPS], sum = 0;
    static const QhPip order[] = { QH_PIP_GIVEN, QH_PIP_AWAY, QH_PIP_RESERVED, QH_PIP_LEFT };
    qh_pips_split (&pips, 200, 4, widths);
    for (int i = 0; i < QH_N_PIPS; i++) {
      sum += widths[i];
      g_assert_true (pips.counts[order[i]] == 0 ? widths[i] == 0 : widths[i] >= 4 - NEAR);
    }
    g_assert_true (fabs (sum - 200) < NEAR);
  }
}

static const struct {
  QhPips pips;
  const char *label;
} labels[] = {
  { { 12, { 3, 1, 8, 0 } }, "3 of 12 copies left: 1 reserved, 8 given" },
  { { 12, { 12, 0, 0, 0 } }, "12 of 12 copies left" },
  { { 4, { 0, 0, 1, 3 } }, "0 of 4 copies left: 1 given, 3 handed on" },
  { { 1, { 1, 0, 0, 0 } }, "1 of 1 copy left" },
  { { QH_NONE, { QH_NONE, 0, 3, 0 } }, "Without limit: 3 given" },
};

static void
test_label (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    g_autofree char *label = qh_pips_label (&labels[i].pips);
    g_assert_cmpstr (label, ==, labels[i].label);
  }
}

#define DAY(n) ((gint64)(n)*QH_DAY_USEC)

static const QhBurnStep steps[] = { { DAY (0), 4, 4 }, { DAY (10), 3, 4 }, { DAY (20), 5, 6 } };

static void
test_burn_places (void)
{
  QhBurn burn = { steps, G_N_ELEMENTS (steps), DAY (40), NULL };
  double x, y;

  g_assert_cmpint (qh_burn_top (&burn), ==, 6);
  qh_burn_place (&burn, 0, 100, 60, &x, &y);
  g_assert_true (fabs (x) < NEAR && fabs (y - 20) < NEAR);
  qh_burn_place (&burn, 1, 100, 60, &x, &y);
  g_assert_true (fabs (x - 25) < NEAR && fabs (y - 30) < NEAR);
  qh_burn_place (&burn, 2, 100, 60, &x, &y);
  g_assert_true (fabs (x - 50) < NEAR && fabs (y - 10) < NEAR);
}

/* One moment, and more left than there were, stay inside the drawing. */
static void
test_burn_odd (void)
{
  static const QhBurnStep odd[] = { { DAY (5), 9, 4 } };
  QhBurn burn = { odd, 1, DAY (5), NULL };
  QhBurn nothing = { NULL, 0, DAY (5), NULL };
  double x, y;

  qh_burn_place (&burn, 0, 100, 60, &x, &y);
  g_assert_true (x == 0 && y == 0);
  g_assert_null (qh_burn_label (&nothing));
}

static void
test_burn_label (void)
{
  QhBurn burn = { steps, G_N_ELEMENTS (steps), DAY (40), NULL };
  g_autofree char *label = qh_burn_label (&burn);

  g_assert_cmpstr (label, ==,
                   "4 of 4 left on Thursday 1 January, 5 of 6 left on Tuesday 10 February");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pips/columns", test_columns);
  g_test_add_func ("/pips/measure", test_measure);
  g_test_add_func ("/pips/split", test_split);
  g_test_add_func ("/pips/label", test_label);
  g_test_add_func ("/burn/places", test_burn_places);
  g_test_add_func ("/burn/odd", test_burn_odd);
  g_test_add_func ("/burn/label", test_burn_label);
  return g_test_run ();
}
