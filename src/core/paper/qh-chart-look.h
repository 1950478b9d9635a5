/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-palette.h"

G_BEGIN_DECLS

/* How the parts of a chart are told apart: by a pattern or a mark each, and by colour only as well,
 * so that a copy in black and white says the same. */

/* So many parts look different from each other; from there on they begin again. */
#define QH_CHART_LOOKS 7

/* The colour of part @i. @id: the column's; a kind of segment has its own, as has what is good or
 * bad. */
QhColor qh_chart_color (const char *id, guint i, const QhPalette *palette);

/* Fills a rectangle with the pattern of part @i. @unit: of lengths, 1 at text of 100 %. */
void qh_chart_fill (cairo_t *cr, double x, double y, double width, double height, guint i,
                    const QhColor *color, double unit);

/* The mark of part @i with its middle there, and the dashes of its line. */
void qh_chart_mark (cairo_t *cr, double x, double y, guint i, const QhColor *color,
                    const QhPalette *palette, double unit);
void qh_chart_dash (cairo_t *cr, guint i, double unit);

G_END_DECLS
