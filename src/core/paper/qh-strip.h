/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-block.h"
#include "paper/qh-palette.h"

G_BEGIN_DECLS

/* The strip: the blocks on a straight ruler from 0 to the larger of limit and total. Geometry is
 * for painting, hit test and the widget's layout alike. Texts grow with the height that is given:
 * at text of 100 % the strip is 44 px high, or 26 for one line, its ruler 18. */
#define QH_STRIP_HEIGHT 44
#define QH_STRIP_RULER_HEIGHT 18

typedef struct {
  double x, width;
} QhSpan;

/* Fills @spans (n_blocks + 1; the last is the room that is left, width 0 when there is none).
 * Blocks begin where their time begins; the gap is taken off their ends. Blocks of zero seconds lie
 * in the gap before their time. */
void qh_strip_measure (const QhBlock *blocks, guint n_blocks, gint64 limit, double width,
                       QhSpan *spans);
/* Seconds per pixel of that ruler. */
double qh_strip_scale (const QhBlock *blocks, guint n_blocks, gint64 limit, double width);
/* The block at @x, gaps counted to the block before; n_blocks for the room; -1 outside. */
int qh_strip_hit (const QhBlock *blocks, guint n_blocks, gint64 limit, double width, double x);

/* One block into (0, 0, @width, @height): its colour, title and kind as far as there is room. */
void qh_strip_paint_block (const QhBlock *block, cairo_t *cr, double width, double height,
                           const QhPalette *palette, const char *font);
/* The hatched room, and the ruler with its minutes below. A mirrored @cr (where one reads from
 * right to left) mirrors the ruler, and leaves its labels readable. */
void qh_strip_paint_room (cairo_t *cr, double width, double height, const QhPalette *palette,
                          const char *font);
void qh_strip_paint_ruler (const QhBlock *blocks, guint n_blocks, gint64 limit, cairo_t *cr,
                           double width, double height, const QhPalette *palette, const char *font);
/* All blocks and the room, without the ruler. */
void qh_strip_paint_row (const QhBlock *blocks, guint n_blocks, gint64 limit, cairo_t *cr,
                         double width, double height, const QhPalette *palette, const char *font);

G_END_DECLS
