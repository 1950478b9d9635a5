/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-chart-look.h"
#include "model/qh-enums.h"
#include "paper/qh-shapes.h"

/* At text of 100 %. */
#define SPACING 5.0
#define DOT 1.3
#define MARK 4.0
#define PALE 0.22

static int
find_kind (const char *id)
{
  for (int kind = QH_SEGMENT_KIND_OPEN; qh_segment_kind_values[kind - 1].name; kind++)
    if (g_str_equal (qh_segment_kind_values[kind - 1].name, id))
      return kind;
  return 0;
}

static gboolean
is_one_of (const char *id, const char *const ids[])
{
  return g_strv_contains ((const gchar *const *)ids, id);
}

QhColor
qh_chart_color (const char *id, guint i, const QhPalette *palette)
{
  static const char *const good[] = { "kept", "removed", "solved", "well", NULL };
  static const char *const bad[] = { "broken", "opened", "failure", NULL };
  const QhColor *series[] = { &palette->accent,
                              &palette->kind[QH_SEGMENT_KIND_ESCAPE],
                              &palette->kind[QH_SEGMENT_KIND_IMPROVE],
                              &palette->kind[QH_SEGMENT_KIND_AESTHETICS],
                              &palette->dim,
                              &palette->text };
  int kind = find_kind (id);

  if (kind > 0)
    return palette->kind[kind];
  if (is_one_of (id, good))
    return palette->good;
  return is_one_of (id, bad) ? palette->bad : *series[i % G_N_ELEMENTS (series)];
}

static void
fill_dots (cairo_t *cr, double x, double y, double width, double height, double spacing)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 2 * DOT * spacing / SPACING);
  for (double down = spacing / 2; down < height; down += spacing)
    for (double along = spacing / 2; along < width; along += spacing) {
      cairo_move_to (cr, x + along, y + down);
      cairo_close_path (cr);
    }
  cairo_stroke (cr);
}

static void
fill_lines (cairo_t *cr, double x, double y, double width, double height, double spacing)
{
  cairo_set_line_width (cr, spacing * 0.28);
  for (double down = spacing / 2; down < height; down += spacing) {
    cairo_move_to (cr, x, y + down);
    cairo_rel_line_to (cr, width, 0);
  }
  cairo_stroke (cr);
}

/* Lines that fall where those of a hatch rise. */
static void
hatch_back (cairo_t *cr, double x, double y, double width, double height, double spacing)
{
  cairo_save (cr);
  cairo_translate (cr, 2 * x + width, 0);
  cairo_scale (cr, -1, 1);
  qh_shape_hatch (cr, x, y, width, height, spacing);
  cairo_restore (cr);
}

static void
fill_pattern (cairo_t *cr, double x, double y, double width, double height, guint i, double unit)
{
  double spacing = MAX (SPACING * unit, MAX (width, height) / 400);

  switch (i % QH_CHART_LOOKS) {
  case 1:
    qh_shape_hatch (cr, x, y, width, height, spacing);
    break;
  case 2:
    fill_dots (cr, x, y, width, height, spacing);
    break;
  case 3:
    hatch_back (cr, x, y, width, height, spacing / 2);
    break;
  case 4:
    fill_lines (cr, x, y, width, height, spacing);
    break;
  case 6:
    qh_shape_hatch (cr, x, y, width, height, spacing * 0.8);
    hatch_back (cr, x, y, width, height, spacing * 0.8);
    break;
  default:
    break;
  }
}

void
qh_chart_fill (cairo_t *cr, double x, double y, double width, double height, guint i,
               const QhColor *color, double unit)
{
  gboolean is_solid = i % QH_CHART_LOOKS == 0;
  QhColor ground = *color;

  if (width <= 0 || height <= 0)
    return;
  ground.alpha = is_solid ? 1 : PALE;
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  qh_color_set (&ground, cr);
  cairo_paint (cr);
  qh_color_set (color, cr);
  fill_pattern (cr, x, y, width, height, i, unit);
  if (!is_solid) {
    cairo_rectangle (cr, x, y, width, height);
    cairo_set_line_width (cr, 2 * unit);
    cairo_stroke (cr);
  }
  cairo_restore (cr);
}

static void
trace_mark (cairo_t *cr, double x, double y, guint i, double r)
{
  cairo_new_path (cr);
  switch (i % QH_CHART_LOOKS) {
  case 0:
  case 4:
    cairo_arc (cr, x, y, r, 0, 2 * G_PI);
    break;
  case 1:
  case 5:
    cairo_rectangle (cr, x - r * 0.9, y - r * 0.9, 1.8 * r, 1.8 * r);
    break;
  case 2:
    cairo_move_to (cr, x, y - 1.2 * r);
    cairo_line_to (cr, x + 1.15 * r, y + r * 0.9);
    cairo_line_to (cr, x - 1.15 * r, y + r * 0.9);
    break;
  default:
    cairo_move_to (cr, x, y - 1.3 * r);
    cairo_line_to (cr, x + 1.3 * r, y);
    cairo_line_to (cr, x, y + 1.3 * r);
    cairo_line_to (cr, x - 1.3 * r, y);
    break;
  }
  cairo_close_path (cr);
}

void
qh_chart_mark (cairo_t *cr, double x, double y, guint i, const QhColor *color,
               const QhPalette *palette, double unit)
{
  gboolean is_hollow = i % QH_CHART_LOOKS >= 4;

  trace_mark (cr, x, y, i, MARK * unit);
  qh_color_set (is_hollow ? &palette->paper : color, cr);
  cairo_fill_preserve (cr);
  qh_color_set (color, cr);
  cairo_set_line_width (cr, 1.5 * unit);
  cairo_stroke (cr);
}

void
qh_chart_dash (cairo_t *cr, guint i, double unit)
{
  static const double dashes[][4] = {
    { 1, 0, 1, 0 }, { 7, 4, 7, 4 }, { 2, 3, 2, 3 }, { 9, 3, 2, 3 }
  };
  double scaled[4];

  for (guint k = 0; k < 4; k++)
    scaled[k] = dashes[i % G_N_ELEMENTS (dashes)][k] * unit;
  cairo_set_dash (cr, scaled, i % G_N_ELEMENTS (dashes) == 0 ? 0 : 4, 0);
}
