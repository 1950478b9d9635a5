/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shapes that more than one drawing uses. */
#include "paper/qh-shapes.h"

#include <math.h>

/* Lines beyond this many are too fine to be told apart, and only cost time. */
#define HATCH_LINES_MAX 2000

void
qh_shape_round_rect (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
qh_shape_hatch (cairo_t *cr, double x, double y, double width, double height, double spacing)
{
  double step = MAX (spacing, (width + height) / HATCH_LINES_MAX) * G_SQRT2;

  cairo_save (cr);
  cairo_new_path (cr);
  for (double offset = 0; offset < width + height; offset += step) {
    cairo_move_to (cr, x + offset - height, y + height);
    cairo_line_to (cr, x + offset, y);
  }
  cairo_set_line_width (cr, spacing / 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  cairo_stroke (cr);
  cairo_restore (cr);
}
