/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Adds a rectangle with round corners to the path; the radius is at most half a side. */
void qh_shape_round_rect (cairo_t *cr, double x, double y, double width, double height,
                          double radius);

/* Strokes diagonal lines, @spacing apart and half as wide, over a rectangle within the clip, with
 * the current source. */
void qh_shape_hatch (cairo_t *cr, double x, double y, double width, double height, double spacing);

G_END_DECLS
