/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-trust-bar.h"
#include <math.h>

/* Of the bar's height. */
#define GROOVE 0.5
#define HATCH 4.0

QhTrustBar
qh_trust_bar (const QhTrust *trust, double width)
{
  gboolean enough = trust->trust >= 0;

  return (QhTrustBar){ .proved = enough ? width * trust->at_least : 0,
                       .seen = enough ? width * trust->trust : 0,
                       .mark = width * QH_TRUST_BAR };
}

static void
groove (cairo_t *cr, double width, double height)
{
  double radius = height * GROOVE / 2, y = height / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, width - radius, y, radius, -G_PI_2, G_PI_2);
  cairo_arc (cr, radius, y, radius, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
}

static const QhColor *
bar_color (const QhTrust *trust, const QhPalette *palette)
{
  switch (trust->gate) {
  case QH_GATE_CLOSED:
    return &palette->bad;
  case QH_GATE_NARROW:
    return &palette->middling;
  default:
    return &palette->good;
  }
}

static void
hatch (cairo_t *cr, double from, double until, double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, from, 0, MAX (until - from, 0), height);
  cairo_clip (cr);
  for (double x = from - height; x < until; x += HATCH) {
    cairo_move_to (cr, x, height);
    cairo_line_to (cr, x + height, 0);
  }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
qh_trust_bar_paint (const QhTrust *trust, cairo_t *cr, double width, double height,
                    const QhPalette *palette)
{
  QhTrustBar bar = qh_trust_bar (trust, width);

  cairo_save (cr);
  groove (cr, width, height);
  cairo_clip (cr);
  qh_color_set (&palette->kind[0], cr);
  cairo_paint (cr);
  qh_color_set (bar_color (trust, palette), cr);
  cairo_rectangle (cr, 0, 0, bar.proved, height);
  cairo_fill (cr);
  hatch (cr, bar.proved, bar.seen, height);
  cairo_restore (cr);
  qh_color_set (&palette->text, cr);
  cairo_rectangle (cr, floor (bar.mark) - 1, 0, 2, height);
  cairo_fill (cr);
}
