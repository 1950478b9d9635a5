/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The symbols of the seven kinds, on a grid of 16: what the colour says, said by shape. The same
 * paths are installed as icons; a test keeps them equal. @kind is a QhSegmentKind. */

/* SVG path data of M, L, C and Z, filled by the even-odd rule; NULL for no kind. */
const char *qh_symbol_path (int kind);

/* "qh-educate-symbolic"; NULL for no kind. */
const char *qh_symbol_icon_name (int kind);

/* Fills the symbol into a square of @size at (@x, @y) with the current source. */
void qh_symbol_paint (int kind, cairo_t *cr, double x, double y, double size);

G_END_DECLS
