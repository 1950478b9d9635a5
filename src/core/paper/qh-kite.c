/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kite. */
#include "paper/qh-kite.h"
#include "paper/qh-lettering.h"
#include "paper/qh-symbol.h"

#include <glib/gi18n-lib.h>

/* In units of a kite 170 high. */
#define FULL_HEIGHT 170.0
#define TEXT 12.0
#define SYMBOL 13.0
#define LINE_HEIGHT 17.0
#define APART 5.0
#define FROM_AXIS 8.0
#define FROM_EDGE 3.0
#define RINGS 3

/* So that a minute here and there does not look like a whole experience. */
#define LEAST_FULL_REACH (2 * QH_MINUTE)

/* Up, right, down, left. */
static const int kinds[] = { QH_SEGMENT_KIND_EDUCATE, QH_SEGMENT_KIND_IMPROVE,
                             QH_SEGMENT_KIND_AESTHETICS, QH_SEGMENT_KIND_ESCAPE };
static const double directions[][2] = { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } };

typedef struct {
  cairo_t *cr;
  const QhPalette *palette;
  QhLettering *lettering;
  double x, y, radius, unit;
} Painter;

static void
list_seconds (const QhBalance *balance, gint64 seconds[4])
{
  seconds[0] = MAX (balance->educate, 0);
  seconds[1] = MAX (balance->improve, 0);
  seconds[2] = MAX (balance->aesthetics, 0);
  seconds[3] = MAX (balance->escape, 0);
}

void
qh_kite_measure (const QhBalance *balance, double reach[4])
{
  gint64 seconds[4];
  gint64 longest = LEAST_FULL_REACH;

  list_seconds (balance, seconds);
  for (guint i = 0; i < 4; i++)
    longest = MAX (longest, seconds[i]);
  for (guint i = 0; i < 4; i++)
    reach[i] = seconds[i] / (double)longest;
}

static void
trace_kite (const Painter *p, const double reach[4])
{
  cairo_new_path (p->cr);
  for (guint i = 0; i < 4; i++)
    cairo_line_to (p->cr, p->x + directions[i][0] * reach[i] * p->radius,
                   p->y + directions[i][1] * reach[i] * p->radius);
  cairo_close_path (p->cr);
}

static void
paint_web (const Painter *p)
{
  qh_color_set (&p->palette->line, p->cr);
  cairo_set_line_width (p->cr, p->unit);
  for (guint ring = 1; ring <= RINGS; ring++) {
    double share = ring / (double)RINGS;
    double reach[] = { share, share, share, share };
    trace_kite (p, reach);
    cairo_stroke (p->cr);
  }
  for (guint i = 0; i < 4; i++) {
    cairo_move_to (p->cr, p->x, p->y);
    cairo_rel_line_to (p->cr, directions[i][0] * p->radius, directions[i][1] * p->radius);
  }
  cairo_stroke (p->cr);
}

static void
paint_surface (const Painter *p, const double reach[4])
{
  QhColor fill = p->palette->accent;

  fill.alpha = 0.18;
  trace_kite (p, reach);
  qh_color_set (&fill, p->cr);
  cairo_fill_preserve (p->cr);
  qh_color_set (&p->palette->accent, p->cr);
  cairo_set_line_width (p->cr, 2 * p->unit);
  cairo_set_line_join (p->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (p->cr);
}

static void
paint_corners (const Painter *p, const double reach[4])
{
  for (guint i = 0; i < 4; i++) {
    double x = p->x + directions[i][0] * reach[i] * p->radius;
    double y = p->y + directions[i][1] * reach[i] * p->radius;
    cairo_new_path (p->cr);
    cairo_arc (p->cr, x, y, 3.5 * p->unit, 0, 2 * G_PI);
    qh_color_set (&p->palette->kind[kinds[i]], p->cr);
    cairo_fill (p->cr);
  }
}

/* "4" or "4:30" minutes after the name of the modality. */
static char *
label_of (int kind, gint64 seconds)
{
  const char *name = qh_enum_label (qh_segment_kind_values, kind);
  g_autofree char *length = seconds % QH_MINUTE == 0
                                ? g_strdup_printf ("%" G_GINT64_FORMAT, seconds / QH_MINUTE)
                                : qh_length_format (seconds);

  /* Translators: a modality and its minutes, as in "Educate 4" or "Educate 4:30" */
  return g_strdup_printf (_ ("%s %s"), name, length);
}

static PangoLayout *
label_layout (const Painter *p, guint i, gint64 seconds, double room)
{
  g_autofree char *text = label_of (kinds[i], seconds);
  return qh_lettering_line (p->lettering, text, TEXT * p->unit, PANGO_WEIGHT_NORMAL, room);
}

/* What the longer of the side labels takes, with its symbol and the room around it. */
static double
measure_sides (const Painter *p, const gint64 seconds[4])
{
  double widest = 0;

  for (guint i = 1; i < 4; i += 2) {
    g_autoptr (PangoLayout) layout = label_layout (p, i, seconds[i], 1000 * p->unit);
    double width;
    qh_layout_measure (layout, &width, NULL);
    widest = MAX (widest, width);
  }
  return widest + (SYMBOL + APART + FROM_AXIS + FROM_EDGE) * p->unit;
}

/* The symbol in its colour, then the words, outside the end of axis @i. */
static void
paint_label (const Painter *p, guint i, gint64 seconds)
{
  double symbol = SYMBOL * p->unit;
  double reach = p->radius + FROM_AXIS * p->unit;
  double room = (i % 2 == 0 ? 2 * p->x : p->x - reach) - symbol - APART * p->unit;
  g_autoptr (PangoLayout) layout = label_layout (p, i, seconds, MAX (room, 1));
  double width, height, x, y;

  qh_layout_measure (layout, &width, &height);
  width += symbol + APART * p->unit;
  x = p->x + directions[i][0] * (reach + width / 2) - width / 2;
  y = p->y + directions[i][1] * (reach + LINE_HEIGHT * p->unit / 2 - 3 * p->unit);
  qh_color_set (&p->palette->kind[kinds[i]], p->cr);
  qh_symbol_paint (kinds[i], p->cr, x, y - symbol / 2, symbol);
  qh_color_set (seconds > 0 ? &p->palette->text : &p->palette->dim, p->cr);
  qh_layout_paint (layout, p->cr, x + symbol + APART * p->unit, y - height / 2);
}

void
qh_kite_paint (const QhBalance *balance, cairo_t *cr, double width, double height,
               const QhPalette *palette, const char *font)
{
  g_autoptr (QhLettering) lettering = qh_lettering_new (font);
  double unit = height / FULL_HEIGHT;
  Painter p = { cr, palette, lettering, width / 2, height / 2, 0, unit };
  gint64 seconds[4];
  double reach[4];

  list_seconds (balance, seconds);
  qh_kite_measure (balance, reach);
  p.radius = MIN (height / 2 - 26 * unit, MAX (width / 2 - measure_sides (&p, seconds), width / 8));
  cairo_save (cr);
  paint_web (&p);
  paint_surface (&p, reach);
  paint_corners (&p, reach);
  for (guint i = 0; i < 4; i++)
    paint_label (&p, i, seconds[i]);
  cairo_restore (cr);
}
