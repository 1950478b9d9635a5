/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-heat.h"

static QhHeat
build_heat (void)
{
  QhHeat heat = { 0 };

  heat.counts[QH_TOUCHPOINT_BILLING][3] = 8;
  heat.counts[QH_TOUCHPOINT_BILLING][1] = 1;
  heat.counts[QH_TOUCHPOINT_PHONE][2] = 2;
  heat.counts[QH_TOUCHPOINT_PHONE][4] = 4;
  return heat;
}

static void
test_nothing (void)
{
  QhHeat heat = { 0 };
  QhHeatBox box;

  g_assert_cmpuint (qh_heat_count_rows (&heat), ==, 0);
  g_assert_null (qh_heat_label (&heat));
  g_assert_false (qh_heat_place (&heat, QH_TOUCHPOINT_PHONE, 1, 300, 1, &box));
}

/* The most there is has the strongest colour, what is there at all has one. */
static void
test_levels (void)
{
  QhHeat heat = build_heat ();

  g_assert_cmpint (qh_heat_level (&heat, QH_TOUCHPOINT_BILLING, 3), ==, 4);
  g_assert_cmpint (qh_heat_level (&heat, QH_TOUCHPOINT_PHONE, 4), ==, 2);
  g_assert_cmpint (qh_heat_level (&heat, QH_TOUCHPOINT_PHONE, 2), ==, 1);
  g_assert_cmpint (qh_heat_level (&heat, QH_TOUCHPOINT_BILLING, 1), ==, 1);
  g_assert_cmpint (qh_heat_level (&heat, QH_TOUCHPOINT_BILLING, 2), ==, 0);
}

static void
test_labels (void)
{
  QhHeat heat = build_heat ();
  g_autofree char *cell = qh_heat_cell_label (&heat, QH_TOUCHPOINT_BILLING, 3);
  g_autofree char *one = qh_heat_cell_label (&heat, QH_TOUCHPOINT_BILLING, 1);
  g_autofree char *whole = qh_heat_label (&heat);

  g_assert_cmpstr (cell, ==, "Billing, severity 3: 8 frictions");
  g_assert_cmpstr (one, ==, "Billing, severity 1: 1 friction");
  g_assert_cmpstr (whole, ==, "15 frictions; most in Billing, severity 3: 8 frictions");
}

/* Cells lie inside the drawing and never over each other; a touchpoint without one has no row. */
static void
test_places (void)
{
  QhHeat heat = build_heat ();
  QhHeatBox box, below, beside;

  for (double scale = 1; scale <= 2; scale += 0.5)
    for (double width = 220; width <= 640; width += 20) {
      double height = qh_heat_height (&heat, scale);
      g_assert_true (qh_heat_place (&heat, QH_TOUCHPOINT_PHONE, 1, width * scale, scale, &box));
      g_assert_true (qh_heat_place (&heat, QH_TOUCHPOINT_PHONE, 2, width * scale, scale, &beside));
      g_assert_true (qh_heat_place (&heat, QH_TOUCHPOINT_BILLING, 4, width * scale, scale, &below));
      g_assert_cmpfloat (box.x, >, 0);
      g_assert_cmpfloat (box.x + box.width, <, beside.x);
      g_assert_cmpfloat (box.y + box.height, <, below.y);
      g_assert_cmpfloat (below.x + below.width, <=, width * scale);
      g_assert_cmpfloat (below.y + below.height, <=, height);
    }
  g_assert_false (qh_heat_place (&heat, QH_TOUCHPOINT_MAIL, 1, 300, 1, &box));
  g_assert_cmpuint (qh_heat_count_rows (&heat), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/heat/nothing", test_nothing);
  g_test_add_func ("/paper/heat/levels", test_levels);
  g_test_add_func ("/paper/heat/labels", test_labels);
  g_test_add_func ("/paper/heat/places", test_places);
  return g_test_run ();
}
