/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings beside the pictures of them in tests/data/paper. Compared in squares of 8 pixels, so
 * that another version of a font makes no difference, and another colour or shape does.
 *
 * QH_UPDATE_PICTURES=1 writes the pictures anew: look at them before you commit them. */
#include "brief-fixture.h"
#include "paper/qh-burn.h"
#include "paper/qh-chart.h"
#include "paper/qh-dial.h"
#include "paper/qh-heat.h"
#include "paper/qh-kite.h"
#include "paper/qh-pips.h"
#include "paper/qh-strip.h"
#include "paper/qh-symbol.h"
#include "picture-fixture.h"
#include "sheet-fixture.h"
#include <math.h>
#include <pango/pangocairo.h>

#define SQUARE 8
#define MOST_MEAN 0.02 /* of full scale */
#define MOST_SQUARE 0.30 /* a square that differs more is wrong … */
#define MOST_WRONG 0.01 /* … and so many may be, where words end elsewhere */

static const QhBlock plan[] = {
  { QH_SEGMENT_KIND_OPEN, 60, "Open with his words" },
  { QH_SEGMENT_KIND_ESCAPE, 240, "Wrong invoices" },
  { QH_SEGMENT_KIND_EDUCATE, 240, "No-shows benchmark" },
  { QH_SEGMENT_KIND_IMPROVE, 180, "Recall schedule" },
  { QH_SEGMENT_KIND_AESTHETICS, 120, "Calm card" },
};

static const QhBlock excess[] = {
  { QH_SEGMENT_KIND_OPEN, 60, "Open" },
  { QH_SEGMENT_KIND_ESCAPE, 300, "Paper order forms that nobody reads" },
  { QH_SEGMENT_KIND_HOUSEKEEPING, 120, "Order status" },
  { QH_SEGMENT_KIND_EDUCATE, 330, "Benchmark" },
  { QH_SEGMENT_KIND_IMPROVE, 180, "Recall schedule" },
  { QH_SEGMENT_KIND_AESTHETICS, 0, "Nothing" },
  { QH_SEGMENT_KIND_CLOSE, 120, "Agree" },
};

static void
paint_dial (cairo_t *cr, double size, const QhPalette *palette)
{
  QhDial dial = { plan, G_N_ELEMENTS (plan), 900, 88, "14 of 15 minutes" };
  qh_dial_paint (&dial, cr, size, palette, NULL);
}

static void
paint_excess (cairo_t *cr, double size, const QhPalette *palette)
{
  QhDial dial = { excess, G_N_ELEMENTS (excess), 900, 42, "18:30 of 15 minutes" };
  qh_dial_paint (&dial, cr, size, palette, NULL);
}

static void
paint_bare_dial (cairo_t *cr, double size, const QhPalette *palette)
{
  QhDial dial = { plan, 0, 900, -1, "15 minutes" };
  qh_dial_paint (&dial, cr, size, palette, NULL);
}

static void
paint_running (cairo_t *cr, double size, const QhPalette *palette)
{
  QhDial dial = { plan, G_N_ELEMENTS (plan), 900, -1, NULL };
  QhDialHand hand = { .passed = 396,
                      .present = 2,
                      .above = "EDUCATE · 2:24 left",
                      .figure = "8:24",
                      .below = "left of 15 minutes" };
  qh_dial_paint_running (&dial, &hand, cr, size, palette, NULL);
}

static void
paint_running_soon (cairo_t *cr, double size, const QhPalette *palette)
{
  QhDial dial = { plan, G_N_ELEMENTS (plan), 900, -1, NULL };
  QhDialHand hand = { .passed = 500, .present = 2, .warning = QH_HAND_SOON, .figure = "6:40" };
  qh_dial_paint_running (&dial, &hand, cr, size, palette, NULL);
}

static void
paint_running_late (cairo_t *cr, double size, const QhPalette *palette)
{
  QhDial dial = { excess, G_N_ELEMENTS (excess), 900, -1, NULL };
  QhDialHand hand = { .passed = 940,
                      .present = 4,
                      .warning = QH_HAND_OVER,
                      .above = "IMPROVE · 0:12 over",
                      .figure = "+0:40",
                      .below = "over 15 minutes",
                      .is_late = TRUE };
  qh_dial_paint_running (&dial, &hand, cr, size, palette, NULL);
}

static void
paint_strip (cairo_t *cr, double size, const QhPalette *palette)
{
  qh_strip_paint_row (plan, G_N_ELEMENTS (plan), 900, cr, size, QH_STRIP_HEIGHT, palette, NULL);
  cairo_translate (cr, 0, QH_STRIP_HEIGHT + 3);
  qh_strip_paint_ruler (plan, G_N_ELEMENTS (plan), 900, cr, size, QH_STRIP_RULER_HEIGHT, palette,
                        NULL);
}

static void
paint_strip_excess (cairo_t *cr, double size, const QhPalette *palette)
{
  qh_strip_paint_row (excess, G_N_ELEMENTS (excess), 900, cr, size, QH_STRIP_HEIGHT, palette, NULL);
  cairo_translate (cr, 0, QH_STRIP_HEIGHT + 3);
  qh_strip_paint_ruler (excess, G_N_ELEMENTS (excess), 900, cr, size, QH_STRIP_RULER_HEIGHT,
                        palette, NULL);
}

static void
paint_kite (cairo_t *cr, double size, const QhPalette *palette)
{
  QhBalance balance = { 240, 180, 270, 120 };
  qh_kite_paint (&balance, cr, size, 170, palette, NULL);
}

static void
paint_pips (cairo_t *cr, double size, const QhPalette *palette)
{
  QhPips pips = { 14, { 5, 3, 4, 2 } };
  QhPips many = { 400, { 120, 60, 200, 20 } };

  for (guint i = 0; i < 9; i++)
    pips.pips[i] = i < 4 ? QH_PIP_GIVEN : i < 7 ? QH_PIP_RESERVED : QH_PIP_AWAY;
  qh_pips_paint (&pips, cr, size, 32, palette, NULL);
  cairo_translate (cr, 0, 72);
  qh_pips_paint (&many, cr, size, 32, palette, NULL);
}

static void
paint_burn (cairo_t *cr, double size, const QhPalette *palette)
{
  static const QhBurnStep steps[] = {
    { 0, 12, 12 },
    { 20 * G_TIME_SPAN_DAY, 11, 12 },
    { 60 * G_TIME_SPAN_DAY, 7, 12 },
    { 90 * G_TIME_SPAN_DAY, 9, 14 },
    { 150 * G_TIME_SPAN_DAY, 3, 14 },
  };
  QhBurn burn = { steps, G_N_ELEMENTS (steps), 190 * G_TIME_SPAN_DAY, NULL };

  qh_burn_paint (&burn, cr, size, 128, palette, NULL);
}

static void
paint_heat (cairo_t *cr, double size, const QhPalette *palette)
{
  QhHeat heat = { 0 };
  static const guint counts[][QH_HEAT_SEVERITIES] = {
    { 2, 5, 3, 1 }, { 1, 4, 6, 0 }, { 0, 2, 7, 2 }, { 3, 4, 1, 0 }, { 2, 1, 0, 0 }, { 1, 2, 2, 0 },
  };
  static const int touchpoints[] = { QH_TOUCHPOINT_PHONE,   QH_TOUCHPOINT_ORDERING,
                                     QH_TOUCHPOINT_BILLING, QH_TOUCHPOINT_DELIVERY,
                                     QH_TOUCHPOINT_PRODUCT, QH_TOUCHPOINT_SUPPORT };

  for (guint i = 0; i < G_N_ELEMENTS (touchpoints); i++)
    for (int severity = 1; severity <= QH_HEAT_SEVERITIES; severity++)
      heat.counts[touchpoints[i]][severity] = counts[i][severity - 1];
  qh_heat_paint (&heat, cr, size, 1, palette, NULL);
}

static void
paint_symbols (cairo_t *cr, double size, const QhPalette *palette)
{
  for (int kind = 1; kind <= QH_SEGMENT_KIND_HOUSEKEEPING; kind++) {
    qh_color_set (&palette->kind[kind], cr);
    qh_symbol_paint (kind, cr, (kind - 1) * size / 7 + 4, 4, 48);
  }
}

static void
paint_page (cairo_t *cr, double size, int edition)
{
  SheetFixture fixture;
  g_autoptr (QhPage) page = NULL;

  sheet_fixture_init (&fixture, edition);
  page = qh_page_new (&fixture.sheet, (QhPaperSize){ 595.276, 841.89 });
  cairo_scale (cr, size / 595.276, size / 595.276);
  qh_page_paint (page, cr, 0);
  sheet_fixture_clear (&fixture);
}

static void
paint_full_page (cairo_t *cr, double size, const QhPalette *palette)
{
  paint_page (cr, size, QH_EDITION_FULL);
}

static void
paint_client_page (cairo_t *cr, double size, const QhPalette *palette)
{
  paint_page (cr, size, QH_EDITION_CLIENT);
}

static void
paint_brief_with (cairo_t *cr, double size, guint more)
{
  BriefFixture fixture;
  g_autoptr (QhBriefPage) page = NULL;

  brief_fixture_init (&fixture, QH_EDITION_MANAGER);
  for (guint i = 0; i < more; i++)
    brief_fixture_add_client (&fixture, "Harbour Street Bakery", 300000);
  page = qh_brief_page_new (&fixture.sheet, (QhPaperSize){ 595.276, 841.89 });
  cairo_scale (cr, size / 595.276, size / 595.276);
  qh_brief_page_paint (page, cr, 0);
  brief_fixture_clear (&fixture);
}

static void
paint_brief (cairo_t *cr, double size, const QhPalette *palette)
{
  paint_brief_with (cr, size, 0);
}

static void
paint_brief_of_many (cairo_t *cr, double size, const QhPalette *palette)
{
  paint_brief_with (cr, size, 39);
}

static void
paint_chart (cairo_t *cr, double size, const QhPalette *palette, QhPicture *taken)
{
  g_autoptr (QhPicture) picture = taken;
  g_autoptr (QhChart) chart = qh_chart_new (picture, size, 1, NULL, "EUR");

  qh_chart_paint (chart, cr, palette);
}

static void
paint_stacks (cairo_t *cr, double size, const QhPalette *palette)
{
  paint_chart (cr, size, palette, picture_fixture_stacks (12));
}

static void
paint_pairs (cairo_t *cr, double size, const QhPalette *palette)
{
  paint_chart (cr, size, palette, picture_fixture_pairs ());
}

static void
paint_lines (cairo_t *cr, double size, const QhPalette *palette)
{
  paint_chart (cr, size, palette, picture_fixture_lines ());
}

static void
paint_intervals (cairo_t *cr, double size, const QhPalette *palette)
{
  paint_chart (cr, size, palette, picture_fixture_intervals ());
}

static void
paint_pareto (cairo_t *cr, double size, const QhPalette *palette)
{
  paint_chart (cr, size, palette, picture_fixture_pareto (4));
}

typedef enum { LIGHT, DARK, STRONG, STRONG_DARK } Scheme;

static const struct {
  const char *name;
  void (*paint) (cairo_t *cr, double size, const QhPalette *palette);
  int width, height;
  Scheme scheme;
} pictures[] = {
  { "dial-24", paint_dial, 24, 24, LIGHT },
  { "dial-48", paint_dial, 48, 48, LIGHT },
  { "dial", paint_dial, 184, 184, LIGHT },
  { "dial-dark", paint_dial, 184, 184, DARK },
  { "dial-strong", paint_dial, 184, 184, STRONG },
  { "dial-excess", paint_excess, 184, 184, LIGHT },
  { "dial-excess-24", paint_excess, 24, 24, LIGHT },
  { "dial-running", paint_running, 416, 416, LIGHT },
  { "dial-running-dark", paint_running, 416, 416, DARK },
  { "dial-running-144", paint_running_soon, 144, 144, LIGHT },
  { "dial-running-late", paint_running_late, 256, 256, LIGHT },
  { "dial-running-late-strong", paint_running_late, 256, 256, STRONG_DARK },
  { "dial-bare", paint_bare_dial, 184, 184, LIGHT },
  { "strip", paint_strip, 664, 72, LIGHT },
  { "strip-dark", paint_strip, 664, 72, DARK },
  { "strip-narrow", paint_strip, 304, 72, LIGHT },
  { "strip-excess", paint_strip_excess, 664, 72, LIGHT },
  { "strip-excess-strong-dark", paint_strip_excess, 664, 72, STRONG_DARK },
  { "kite", paint_kite, 296, 176, LIGHT },
  { "kite-dark", paint_kite, 296, 176, DARK },
  { "pips", paint_pips, 264, 96, LIGHT },
  { "pips-dark", paint_pips, 264, 96, DARK },
  { "pips-strong", paint_pips, 264, 96, STRONG },
  { "burn", paint_burn, 344, 128, LIGHT },
  { "burn-dark", paint_burn, 344, 128, DARK },
  { "heat", paint_heat, 296, 200, LIGHT },
  { "heat-dark", paint_heat, 296, 200, DARK },
  { "heat-strong", paint_heat, 296, 200, STRONG },
  { "heat-strong-dark", paint_heat, 296, 200, STRONG_DARK },
  { "chart-stacks", paint_stacks, 712, 232, LIGHT },
  { "chart-stacks-dark", paint_stacks, 712, 232, DARK },
  { "chart-stacks-narrow", paint_stacks, 328, 256, LIGHT },
  { "chart-pairs", paint_pairs, 712, 136, LIGHT },
  { "chart-pairs-narrow", paint_pairs, 328, 200, STRONG_DARK },
  { "chart-lines", paint_lines, 712, 232, LIGHT },
  { "chart-lines-strong", paint_lines, 328, 232, STRONG },
  { "chart-intervals", paint_intervals, 712, 160, LIGHT },
  { "chart-intervals-narrow", paint_intervals, 328, 216, DARK },
  { "chart-pareto", paint_pareto, 712, 184, LIGHT },
  { "chart-pareto-narrow", paint_pareto, 328, 256, LIGHT },
  { "symbols", paint_symbols, 392, 56, LIGHT },
  { "page", paint_full_page, 448, 632, LIGHT },
  { "page-client", paint_client_page, 448, 632, LIGHT },
  { "brief", paint_brief, 448, 632, LIGHT },
  { "brief-many", paint_brief_of_many, 480, 680, LIGHT },
};

static const QhPalette *
palette_of (Scheme scheme)
{
  switch (scheme) {
  case DARK:
    return qh_palette_dark ();
  case STRONG:
    return qh_palette_high_contrast (FALSE);
  case STRONG_DARK:
    return qh_palette_high_contrast (TRUE);
  default:
    return qh_palette_light ();
  }
}

static cairo_surface_t *
draw (guint index)
{
  const QhPalette *palette = palette_of (pictures[index].scheme);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, pictures[index].width,
                                                       pictures[index].height);
  cairo_t *cr = cairo_create (image);

  qh_color_set (&palette->paper, cr);
  cairo_paint (cr);
  pictures[index].paint (cr, pictures[index].width, palette);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

static char *
path_of (guint index)
{
  g_autofree char *file = g_strconcat (pictures[index].name, ".png", NULL);
  return g_test_build_filename (G_TEST_DIST, "data", "paper", file, NULL);
}

/* The mean of one colour (0 to 2) over the square at (@x, @y), 0 to 1. */
static double
mean_of (cairo_surface_t *image, int x, int y, int colour)
{
  const guchar *data = cairo_image_surface_get_data (image);
  int stride = cairo_image_surface_get_stride (image);
  guint sum = 0;

  for (int row = y; row < y + SQUARE; row++)
    for (int column = x; column < x + SQUARE; column++)
      sum += (((const guint32 *)(data + row * stride))[column] >> (8 * colour)) & 0xff;
  return sum / (255.0 * SQUARE * SQUARE);
}

typedef struct {
  double mean, wrong;
} Difference;

static Difference
compare (cairo_surface_t *a, cairo_surface_t *b)
{
  Difference difference = { 0, 0 };
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  guint squares = 0;

  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, height);
  for (int y = 0; y + SQUARE <= height; y += SQUARE)
    for (int x = 0; x + SQUARE <= width; x += SQUARE) {
      double most = 0;
      for (int colour = 0; colour < 3; colour++)
        most = MAX (most, fabs (mean_of (a, x, y, colour) - mean_of (b, x, y, colour)));
      difference.mean += most;
      difference.wrong += most > MOST_SQUARE;
      squares++;
    }
  difference.mean /= squares;
  difference.wrong /= squares;
  return difference;
}

static gboolean
is_alike (Difference difference)
{
  return difference.mean <= MOST_MEAN && difference.wrong <= MOST_WRONG;
}

/* The pictures are set in Cantarell; in another family words end elsewhere. */
static gboolean
has_cantarell (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoFontFamily **families;
  gboolean found = FALSE;
  int n;

  pango_font_map_list_families (map, &families, &n);
  for (int i = 0; i < n; i++)
    found = found || g_str_equal (pango_font_family_get_name (families[i]), "Cantarell");
  g_free (families);
  return found;
}

static void
test_picture (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autofree char *path = path_of (index);
  cairo_surface_t *image, *expected;
  Difference difference;

  if (!has_cantarell ()) {
    g_test_skip ("the font Cantarell is not installed (fonts-cantarell)");
    return;
  }
  image = draw (index);
  if (g_getenv ("QH_UPDATE_PICTURES") != NULL)
    g_assert_cmpint (cairo_surface_write_to_png (image, path), ==, CAIRO_STATUS_SUCCESS);
  expected = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (expected), ==, CAIRO_STATUS_SUCCESS);
  difference = compare (image, expected);
  g_test_message ("%s: mean %.4f, wrong %.4f", path, difference.mean, difference.wrong);
  if (!is_alike (difference)) {
    g_autofree char *name = g_strdup_printf ("%s.png", pictures[index].name);
    g_autofree char *drawn = g_test_build_filename (G_TEST_BUILT, name, NULL);
    cairo_surface_write_to_png (image, drawn);
    g_test_message ("what was drawn: %s", drawn);
    g_test_fail ();
  }
  cairo_surface_destroy (expected);
  cairo_surface_destroy (image);
}

/* The comparison sees what a person would: each drawing differs from each other of its size. */
static void
test_comparison_can_fail (void)
{
  guint pairs = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    for (guint k = 0; k < i; k++) {
      cairo_surface_t *a, *b;
      if (pictures[i].width != pictures[k].width || pictures[i].height != pictures[k].height)
        continue;
      a = draw (i);
      b = draw (k);
      g_test_message ("%s and %s", pictures[i].name, pictures[k].name);
      g_assert_false (is_alike (compare (a, b)));
      cairo_surface_destroy (a);
      cairo_surface_destroy (b);
      pairs++;
    }
  g_assert_cmpuint (pairs, >, 10);
}

static cairo_surface_t *
paint_on (void (*paint) (cairo_t *cr, double width, const QhPalette *palette))
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 664, 48);
  cairo_t *cr = cairo_create (image);

  qh_color_set (&qh_palette_light ()->paper, cr);
  cairo_paint (cr);
  paint (cr, 664, qh_palette_light ());
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

static void
paint_row (cairo_t *cr, double width, const QhPalette *palette)
{
  qh_strip_paint_row (plan, G_N_ELEMENTS (plan), 900, cr, width, QH_STRIP_HEIGHT, palette, NULL);
}

static void
paint_pieces (cairo_t *cr, double width, const QhPalette *palette)
{
  QhSpan spans[G_N_ELEMENTS (plan) + 1];

  qh_strip_measure (plan, G_N_ELEMENTS (plan), 900, width, spans);
  for (guint i = 0; i <= G_N_ELEMENTS (plan); i++) {
    cairo_save (cr);
    cairo_translate (cr, spans[i].x, 0);
    if (i < G_N_ELEMENTS (plan))
      qh_strip_paint_block (&plan[i], cr, spans[i].width, QH_STRIP_HEIGHT, palette, NULL);
    else
      qh_strip_paint_room (cr, spans[i].width, QH_STRIP_HEIGHT, palette, NULL);
    cairo_restore (cr);
  }
}

/* A strip put together by a widget is the strip on paper. */
static void
test_strip_of_pieces (void)
{
  cairo_surface_t *row = paint_on (paint_row);
  cairo_surface_t *pieces = paint_on (paint_pieces);
  gsize size = 48 * cairo_image_surface_get_stride (row);

  g_assert_cmpmem (cairo_image_surface_get_data (row), size, cairo_image_surface_get_data (pieces),
                   size);
  cairo_surface_destroy (row);
  cairo_surface_destroy (pieces);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++) {
    g_autofree char *name = g_strconcat ("/paper/picture/", pictures[i].name, NULL);
    g_test_add_data_func (name, GUINT_TO_POINTER (i), test_picture);
  }
  g_test_add_func ("/paper/strip-of-pieces", test_strip_of_pieces);
  g_test_add_func ("/paper/comparison-can-fail", test_comparison_can_fail);
  return g_test_run ();
}
