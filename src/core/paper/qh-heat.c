/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-heat.h"
#include "paper/qh-lettering.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* At text of 100 %. */
#define TEXT 12.5
#define HEAD 22.0
#define PITCH 29.0
#define GAP 3.0
#define LABEL 92.0
#define ROUND 4.0
#define MOST_WIDTH 60.0

static guint
count_touchpoint (const QhHeat *heat, int touchpoint)
{
  guint n = 0;

  for (int severity = 1; severity <= QH_HEAT_SEVERITIES; severity++)
    n += heat->counts[touchpoint][severity];
  return n;
}

/* Which row a touchpoint has, from 0; -1: none. */
static int
find_row (const QhHeat *heat, int touchpoint)
{
  int row = 0;

  if (count_touchpoint (heat, touchpoint) == 0)
    return -1;
  for (int t = 1; t < touchpoint; t++)
    row += count_touchpoint (heat, t) > 0;
  return row;
}

guint
qh_heat_count_rows (const QhHeat *heat)
{
  guint rows = 0;

  for (int t = 1; t <= QH_HEAT_TOUCHPOINTS; t++)
    rows += count_touchpoint (heat, t) > 0;
  return rows;
}

static guint
find_most (const QhHeat *heat, int *touchpoint, int *severity)
{
  guint most = 0;

  *touchpoint = *severity = 1;
  for (int t = 1; t <= QH_HEAT_TOUCHPOINTS; t++)
    for (int s = 1; s <= QH_HEAT_SEVERITIES; s++)
      if (heat->counts[t][s] > most) {
        most = heat->counts[t][s];
        *touchpoint = t;
        *severity = s;
      }
  return most;
}

int
qh_heat_level (const QhHeat *heat, int touchpoint, int severity)
{
  int t, s;
  guint most = find_most (heat, &t, &s);
  guint n = heat->counts[touchpoint][severity];

  return n == 0 ? 0 : (int)ceil (4.0 * n / most);
}

static double
mix (double from, double to, double part)
{
  return from + (to - from) * part;
}

void
qh_heat_colors (int level, const QhPalette *palette, QhColor *cell, QhColor *text)
{
  static const double parts[] = { 0.04, 0.12, 0.22, 0.34, 1.0 };
  const QhColor *paper = &palette->paper, *bad = &palette->bad;
  double part = parts[CLAMP (level, 0, 4)];

  *cell = (QhColor){ mix (paper->red, bad->red, part), mix (paper->green, bad->green, part),
                     mix (paper->blue, bad->blue, part), 1 };
  *text = level == 4 ? *paper : palette->text;
}

char *
qh_heat_cell_label (const QhHeat *heat, int touchpoint, int severity)
{
  guint n = heat->counts[touchpoint][severity];

  /* Translators: a cell of the heat map: touchpoint, severity, how many */
  return g_strdup_printf (
      ngettext ("%s, severity %d: %u friction", "%s, severity %d: %u frictions", n),
      qh_enum_label (qh_touchpoint_values, touchpoint), severity, n);
}

char *
qh_heat_label (const QhHeat *heat)
{
  int touchpoint, severity;
  guint n = 0;
  g_autofree char *most = NULL;

  for (int t = 1; t <= QH_HEAT_TOUCHPOINTS; t++)
    n += count_touchpoint (heat, t);
  if (n == 0)
    return NULL;
  find_most (heat, &touchpoint, &severity);
  most = qh_heat_cell_label (heat, touchpoint, severity);
  /* Translators: the heat map in a sentence: how many frictions, and its largest cell */
  return g_strdup_printf (ngettext ("%u friction; most in %s", "%u frictions; most in %s", n), n,
                          most);
}

double
qh_heat_height (const QhHeat *heat, double scale)
{
  return (HEAD + PITCH * qh_heat_count_rows (heat)) * scale;
}

gboolean
qh_heat_place (const QhHeat *heat, int touchpoint, int severity, double width, double scale,
               QhHeatBox *box)
{
  int row = find_row (heat, touchpoint);
  double column = MIN ((width / scale - LABEL) / QH_HEAT_SEVERITIES, MOST_WIDTH);

  if (row < 0)
    return FALSE;
  *box = (QhHeatBox){ (LABEL + (severity - 1) * column + GAP) * scale,
                      (HEAD + row * PITCH + GAP / 2) * scale, MAX (column - GAP, 1) * scale,
                      (PITCH - GAP) * scale };
  return TRUE;
}

typedef struct {
  const QhHeat *heat;
  cairo_t *cr;
  double width, scale;
  const QhPalette *palette;
  QhLettering *lettering;
} Painter;

static void
trace_round (cairo_t *cr, const QhHeatBox *box, double r)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, box->x + box->width - r, box->y + box->height - r, r, 0, G_PI / 2);
  cairo_arc (cr, box->x + r, box->y + box->height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
paint_number (const Painter *p, guint number, double x, double y, PangoWeight weight)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) layout =
      qh_lettering_layout (p->lettering, text, TEXT * p->scale, weight);

  qh_layout_paint_centred (layout, p->cr, x, y);
}

static void
paint_cell (const Painter *p, int touchpoint, int severity)
{
  QhColor cell, text;
  QhHeatBox box;

  qh_heat_place (p->heat, touchpoint, severity, p->width, p->scale, &box);
  qh_heat_colors (qh_heat_level (p->heat, touchpoint, severity), p->palette, &cell, &text);
  trace_round (p->cr, &box, ROUND * p->scale);
  qh_color_set (&cell, p->cr);
  cairo_fill (p->cr);
  if (p->heat->counts[touchpoint][severity] == 0)
    return;
  qh_color_set (&text, p->cr);
  paint_number (p, p->heat->counts[touchpoint][severity], box.x + box.width / 2,
                box.y + box.height / 2, PANGO_WEIGHT_BOLD);
}

static void
paint_row (const Painter *p, int touchpoint)
{
  g_autoptr (PangoLayout) layout =
      qh_lettering_line (p->lettering, qh_enum_label (qh_touchpoint_values, touchpoint),
                         TEXT * p->scale, PANGO_WEIGHT_NORMAL, (LABEL - 6) * p->scale);
  QhHeatBox box;
  double width, height;

  if (!qh_heat_place (p->heat, touchpoint, 1, p->width, p->scale, &box))
    return;
  qh_layout_measure (layout, &width, &height);
  qh_color_set (&p->palette->dim, p->cr);
  qh_layout_paint (layout, p->cr, box.x - 6 * p->scale - width, box.y + (box.height - height) / 2);
  for (int severity = 1; severity <= QH_HEAT_SEVERITIES; severity++)
    paint_cell (p, touchpoint, severity);
}

/* The severities, over the columns of the first row. */
static void
paint_head (const Painter *p)
{
  int touchpoint = 1;
  QhHeatBox box;

  while (touchpoint < QH_HEAT_TOUCHPOINTS && find_row (p->heat, touchpoint) < 0)
    touchpoint++;
  qh_color_set (&p->palette->text, p->cr);
  for (int severity = 1; severity <= QH_HEAT_SEVERITIES; severity++)
    if (qh_heat_place (p->heat, touchpoint, severity, p->width, p->scale, &box))
      paint_number (p, severity, box.x + box.width / 2, HEAD * p->scale / 2, PANGO_WEIGHT_BOLD);
}

void
qh_heat_paint (const QhHeat *heat, cairo_t *cr, double width, double scale,
               const QhPalette *palette, const char *font)
{
  g_autoptr (QhLettering) lettering = qh_lettering_new (font);
  Painter p = { heat, cr, width, scale, palette, lettering };

  paint_head (&p);
  for (int touchpoint = 1; touchpoint <= QH_HEAT_TOUCHPOINTS; touchpoint++)
    paint_row (&p, touchpoint);
}
