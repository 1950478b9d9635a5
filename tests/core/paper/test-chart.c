/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-chart-look.h"
#include "paper/qh-chart.h"
#include "paper/qh-insight-pages.h"
#include "paper/qh-picture-files.h"
#include "paper/qh-picture-words.h"
#include "picture-fixture.h"
#include <math.h>
#include <string.h>

#define NEAR 0.001

static QhChart *
lay_out (const QhPicture *picture, double width, double scale)
{
  return qh_chart_new (picture, width, scale, NULL, "EUR");
}

static QhChartBox
place (const QhChart *chart, guint row, guint part)
{
  QhChartBox box;

  g_assert_true (qh_chart_place (chart, row, part, &box));
  return box;
}

static void
check_words (QhUnit unit, double number, const char *expected)
{
  g_autofree char *words = qh_unit_words (unit, number, "EUR");

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  check_words (QH_UNIT_COUNT, 12, "12");
  check_words (QH_UNIT_COUNT, -3, "−3");
  check_words (QH_UNIT_SECONDS, 0, "0 min");
  check_words (QH_UNIT_SECONDS, 59, "59 s");
  check_words (QH_UNIT_SECONDS, 60, "1 min");
  check_words (QH_UNIT_SECONDS, 90, "1:30 min");
  check_words (QH_UNIT_SECONDS, 599, "9:59 min");
  check_words (QH_UNIT_SECONDS, 601, "10 min");
  check_words (QH_UNIT_MONEY, 124000, "€1 240");
  check_words (QH_UNIT_SHARE, 0.624, "62 %");
  check_words (QH_UNIT_SHARE, 0.625, "63 %");
  check_words (QH_UNIT_COUNT, NAN, "0");
}

static void
check_cell (const QhPicture *picture, guint row, guint column, const char *expected)
{
  g_autofree char *words = qh_picture_words (picture, row, column, "EUR");

  g_assert_cmpstr (words, ==, expected);
}

/* What is not known is no zero. */
static void
test_cells (void)
{
  g_autoptr (QhPicture) stacks = picture_fixture_stacks (3);
  g_autoptr (QhPicture) list = picture_fixture_list ();

  check_cell (stacks, 0, 0, "November 2025");
  check_cell (stacks, 0, 1, "40 min");
  check_cell (stacks, 2, 1, "–");
  check_cell (list, 0, 1, "2 Mar 2026");
}

/* What is drawn is of one unit; an axis ends on a round number that is not less. */
static void
test_stacks (void)
{
  g_autoptr (QhPicture) picture = picture_fixture_stacks (4);
  g_autoptr (QhChart) chart = lay_out (picture, 600, 1);
  QhChartBox first = place (chart, 0, 0), second = place (chart, 0, 1), box;

  g_assert_cmpuint (qh_chart_n_parts (chart), ==, 4);
  g_assert_cmpuint (qh_chart_part (chart, 3), ==, 4);
  g_assert_cmpfloat (qh_chart_get_most (chart), ==, 120 * 60);
  g_assert_cmpfloat_with_epsilon (second.y + second.height, first.y, NEAR);
  g_assert_cmpfloat_with_epsilon (first.height, 2 * second.height, NEAR);
  g_assert_cmpfloat_with_epsilon (first.width, second.width, NEAR);
  g_assert_false (qh_chart_place (chart, 2, 0, &box));
}

/* Months follow each other from left to right, within the width, however many there are. */
static void
test_months (void)
{
  g_autoptr (QhPicture) picture = picture_fixture_stacks (24);
  g_autoptr (QhChart) chart = lay_out (picture, 300, 1);

  g_assert_cmpuint (qh_chart_n_rows (chart), ==, 24);
  for (guint row = 1; row < 24; row++) {
    QhChartBox before = qh_chart_row (chart, row - 1), box = qh_chart_row (chart, row);
    g_assert_cmpfloat_with_epsilon (before.x + before.width, box.x, NEAR);
    g_assert_cmpfloat (box.x + box.width, <=, 300 + NEAR);
  }
}

static void
test_pairs (void)
{
  g_autoptr (QhPicture) picture = picture_fixture_pairs ();
  g_autoptr (QhChart) chart = lay_out (picture, 360, 1);
  QhChartBox opened = place (chart, 0, 0), removed = place (chart, 0, 1), box;

  g_assert_cmpfloat (qh_chart_get_most (chart), ==, 120000);
  g_assert_cmpfloat_with_epsilon (opened.width, 4 * removed.width, NEAR);
  g_assert_cmpfloat_with_epsilon (removed.y, opened.y + opened.height, NEAR);
  g_assert_cmpfloat (opened.x + opened.width, <, 360);
  g_assert_false (qh_chart_place (chart, 1, 1, &box));
  g_assert_cmpfloat (place (chart, 2, 0).width, ==, 0);
}

/* Shares have an axis to 100 %, however small they are. */
static void
test_lines (void)
{
  g_autoptr (QhPicture) picture = picture_fixture_lines ();
  g_autoptr (QhChart) chart = lay_out (picture, 600, 1);
  QhChartBox half = place (chart, 0, 0), all = place (chart, 7, 0), box;
  QhChartBox room = qh_chart_row (chart, 0);

  g_assert_cmpfloat (qh_chart_get_most (chart), ==, 1);
  g_assert_cmpfloat_with_epsilon (half.x, room.x + room.width / 2, NEAR);
  g_assert_cmpfloat (all.y, <, half.y);
  g_assert_cmpfloat (half.width + half.height, ==, 0);
  g_assert_false (qh_chart_place (chart, 3, 0, &box));
  g_assert_false (qh_chart_place (chart, 4, 1, &box));
}

static void
test_intervals (void)
{
  g_autoptr (QhPicture) picture = picture_fixture_intervals ();
  g_autoptr (QhChart) chart = lay_out (picture, 600, 1);
  QhChartBox low = place (chart, 0, 0), high = place (chart, 2, 0), box;

  g_assert_cmpuint (qh_chart_n_parts (chart), ==, 1);
  g_assert_cmpfloat_with_epsilon (low.width * 0.38, high.width * 0.52, NEAR);
  g_assert_cmpfloat (high.x, >, low.x);
  g_assert_false (qh_chart_place (chart, 1, 0, &box));
}

/* So many bars as can be read are drawn, the longest first. */
static void
test_pareto (void)
{
  g_autoptr (QhPicture) picture = picture_fixture_pareto (QH_CHART_MOST_ROWS);
  g_autoptr (QhPicture) more = picture_fixture_pareto (QH_CHART_MOST_ROWS + 1);
  g_autoptr (QhChart) chart = lay_out (picture, 600, 1);
  g_autoptr (QhChart) cut = lay_out (more, 600, 1);

  g_assert_cmpuint (qh_chart_n_parts (chart), ==, 1);
  g_assert_cmpuint (qh_chart_n_rows (chart), ==, QH_CHART_MOST_ROWS);
  g_assert_cmpuint (qh_chart_n_rows (cut), ==, QH_CHART_MOST_ROWS);
  g_assert_cmpfloat (qh_chart_get_height (cut), >, qh_chart_get_height (chart));
  g_assert_cmpfloat_with_epsilon (place (chart, 0, 0).width, 2 * place (chart, 1, 0).width, NEAR);
}

static void
check_nothing (const QhPicture *picture)
{
  g_autoptr (QhChart) chart = lay_out (picture, 600, 1);

  g_assert_cmpfloat (qh_chart_get_height (chart), ==, 0);
  g_assert_cmpuint (qh_chart_n_rows (chart), ==, 0);
}

static void
test_nothing (void)
{
  g_autoptr (QhPicture) list = picture_fixture_list ();
  g_autoptr (QhPicture) blank = picture_fixture_blank ();
  g_autoptr (QhPicture) empty = picture_fixture_pareto (0);

  check_nothing (list);
  check_nothing (blank);
  check_nothing (empty);
}

/* What no record should hold is drawn as nothing, or as long as the axis. */
static void
test_absurd (void)
{
  static const double absurd[] = { -5, 0, NAN, INFINITY, 1e300 };

  for (guint i = 0; i < G_N_ELEMENTS (absurd); i++) {
    g_autoptr (QhPicture) picture = picture_fixture_pareto (2);
    g_autoptr (QhChart) chart = NULL;
    qh_picture_row_set_number (picture->rows->pdata[0], 1, absurd[i]);
    chart = lay_out (picture, 320, 1);
    g_assert_cmpfloat (place (chart, 0, 0).width, >=, 0);
    g_assert_cmpfloat (place (chart, 0, 0).width, <=, 320);
  }
}

static void
check_within (const QhPicture *picture, double width, double scale)
{
  g_autoptr (QhChart) chart = lay_out (picture, width, scale);
  double height = qh_chart_get_height (chart);
  QhChartBox box;

  for (guint row = 0; row < qh_chart_n_rows (chart); row++)
    for (guint part = 0; part < qh_chart_n_parts (chart); part++) {
      if (!qh_chart_place (chart, row, part, &box))
        continue;
      g_assert_cmpfloat (box.x, >=, 0);
      g_assert_cmpfloat (box.y, >=, 0);
      g_assert_cmpfloat (box.x + box.width, <=, width + NEAR);
      g_assert_cmpfloat (box.y + box.height, <=, height + NEAR);
    }
}

/* At every width and size of text all of it lies inside. */
static void
test_inside (void)
{
  static const double widths[] = { 200, 328, 559, 560, 960 }, scales[] = { 0.8, 1, 2 };
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_picture_free);

  g_ptr_array_add (pictures, picture_fixture_stacks (12));
  g_ptr_array_add (pictures, picture_fixture_pairs ());
  g_ptr_array_add (pictures, picture_fixture_lines ());
  g_ptr_array_add (pictures, picture_fixture_intervals ());
  g_ptr_array_add (pictures, picture_fixture_pareto (30));
  for (guint i = 0; i < pictures->len; i++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
        check_within (pictures->pdata[i], widths[w], scales[s]);
}

/* A dark or a light part of a bar: how much ink its pattern takes. */
static double
ink_of (guint part)
{
  const QhColor black = { 0, 0, 0, 1 };
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, 64, 64);
  cairo_t *cr = cairo_create (image);
  double ink = 0;

  qh_chart_fill (cr, 0, 0, 64, 64, part, &black, 1);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  for (int i = 0; i < 64 * 64; i++)
    ink += cairo_image_surface_get_data (
        image)[i / 64 * cairo_image_surface_get_stride (image) + i % 64];
  cairo_surface_destroy (image);
  return ink / (255.0 * 64 * 64);
}

/* In one ink no two parts that stand beside each other are as dark. */
static void
test_black_and_white (void)
{
  for (guint part = 1; part < QH_CHART_LOOKS; part++)
    g_assert_cmpfloat (fabs (ink_of (part) - ink_of (part - 1)), >, 0.05);
}

static void
test_files (void)
{
  g_autoptr (QhPicture) picture = picture_fixture_pairs ();
  g_autoptr (QhPicture) list = picture_fixture_list ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = qh_picture_to_png (picture, "EUR", 2, &error);
  g_autoptr (GBytes) svg = qh_picture_to_svg (picture, "EUR", &error);
  g_autoptr (GBytes) table = qh_picture_to_svg (list, "EUR", &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (png, NULL), 4, "\x89PNG", 4);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), 200, "<svg"));
  g_assert_cmpuint (g_bytes_get_size (table), >, 1000);
}

/* Every picture with its table, one after the other, over as many pages as it takes. */
static void
test_report (void)
{
  g_autoptr (QhInsightSheet) sheet = g_new0 (QhInsightSheet, 1);
  QhPaperSize size = { 595.276, 841.89 };
  g_autoptr (QhInsightPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;

  sheet->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_picture_free);
  sheet->period = g_strdup ("November 2025 – October 2026");
  sheet->currency = g_strdup ("EUR");
  sheet->today = g_strdup ("2026-11-27");
  g_ptr_array_add (sheet->pictures, picture_fixture_stacks (24));
  g_ptr_array_add (sheet->pictures, picture_fixture_blank ());
  g_ptr_array_add (sheet->pictures, picture_fixture_list ());
  g_ptr_array_add (sheet->pictures, picture_fixture_pareto (40));
  pages = qh_insight_pages_new (sheet, size);
  g_assert_cmpuint (qh_insight_pages_count (pages), >=, 3);
  pdf = qh_insight_sheet_to_pdf (sheet, size, &error);
  again = qh_insight_sheet_to_pdf (sheet, size, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/chart/words", test_words);
  g_test_add_func ("/paper/chart/cells", test_cells);
  g_test_add_func ("/paper/chart/stacks", test_stacks);
  g_test_add_func ("/paper/chart/months", test_months);
  g_test_add_func ("/paper/chart/pairs", test_pairs);
  g_test_add_func ("/paper/chart/lines", test_lines);
  g_test_add_func ("/paper/chart/intervals", test_intervals);
  g_test_add_func ("/paper/chart/pareto", test_pareto);
  g_test_add_func ("/paper/chart/nothing", test_nothing);
  g_test_add_func ("/paper/chart/absurd", test_absurd);
  g_test_add_func ("/paper/chart/inside", test_inside);
  g_test_add_func ("/paper/chart/black-and-white", test_black_and_white);
  g_test_add_func ("/paper/chart/files", test_files);
  g_test_add_func ("/paper/chart/report", test_report);
  return g_test_run ();
}
