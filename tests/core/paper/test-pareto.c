/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-pareto.h"

static QhPareto *
build (guint max)
{
  QhPareto *pareto = qh_pareto_new ();

  qh_pareto_add (pareto, "No time", 4, max);
  qh_pareto_add (pareto, "", 3, max);
  qh_pareto_add (pareto, "No stock", 2, max);
  qh_pareto_add (pareto, "Forgotten", 1, max);
  return pareto;
}

static void
check (const QhPareto *pareto, guint i, const char *name, int share, int together)
{
  g_autofree char *shown = qh_pareto_name (pareto, i);

  g_assert_cmpstr (shown, ==, name);
  g_assert_cmpint (qh_pareto_share (pareto, i), ==, share);
  g_assert_cmpint (qh_pareto_together (pareto, i), ==, together);
}

static void
test_shares (void)
{
  g_autoptr (QhPareto) pareto = build (6);

  g_assert_cmpuint (pareto->total, ==, 10);
  g_assert_cmpuint (pareto->bars->len, ==, 4);
  check (pareto, 0, "No time", 40, 40);
  check (pareto, 1, "No reason given", 30, 70);
  check (pareto, 2, "No stock", 20, 90);
  check (pareto, 3, "Forgotten", 10, 100);
}

/* As many as there is room for have a bar; the rest have one together. */
static void
test_rest (void)
{
  g_autoptr (QhPareto) all = build (4);
  g_autoptr (QhPareto) some = build (2);

  g_assert_cmpuint (all->bars->len, ==, 4);
  g_assert_cmpuint (some->bars->len, ==, 3);
  check (some, 2, "Others", 30, 100);
}

static void
test_nothing (void)
{
  g_autoptr (QhPareto) pareto = qh_pareto_new ();

  g_assert_null (qh_pareto_label (pareto));
  g_assert_cmpfloat (qh_pareto_height (pareto, 2), ==, 0);
}

/* Bars are as long as their numbers say, leave room for those, and never lie over each other. */
static void
test_places (void)
{
  g_autoptr (QhPareto) pareto = build (6);
  double longest = qh_pareto_length (pareto, 0, 300, 1);

  g_assert_cmpfloat (longest, <, 300);
  g_assert_cmpfloat_with_epsilon (qh_pareto_length (pareto, 2, 300, 1), longest / 2, 0.001);
  for (guint i = 1; i < pareto->bars->len; i++)
    g_assert_cmpfloat (qh_pareto_top (pareto, i, 1), >, qh_pareto_top (pareto, i - 1, 1));
  g_assert_cmpfloat (qh_pareto_height (pareto, 2), ==, 2 * qh_pareto_height (pareto, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/pareto/shares", test_shares);
  g_test_add_func ("/paper/pareto/rest", test_rest);
  g_test_add_func ("/paper/pareto/nothing", test_nothing);
  g_test_add_func ("/paper/pareto/places", test_places);
  return g_test_run ();
}
