/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double red, green, blue, alpha;
} QhColor;

/* The colours a drawing uses: light, dark or high contrast on screen, light on paper. The kinds'
 * colours stand here once; `style.css` and `style-dark.css` name the same ones as `qh_educate`,
 * `qh_improve` …, and a test keeps them equal. */
typedef struct {
  QhColor kind[8]; /* by QhSegmentKind; 0 is the unplanned rest */
  QhColor on_kind[8]; /* text on that colour, WCAG AA */
  QhColor hatch[8]; /* lines over that colour: housekeeping, the rest, what is over the limit */
  QhColor text, dim, line, paper, accent;
  QhColor good, middling, bad; /* of a score: from 80, from 50, below */
} QhPalette;

const QhPalette *qh_palette_light (void);
const QhPalette *qh_palette_dark (void);
const QhPalette *qh_palette_high_contrast (gboolean dark);

void qh_color_set (const QhColor *color, cairo_t *cr);
/* "#rrggbb" */
char *qh_color_to_hex (const QhColor *color);
const QhColor *qh_palette_score (const QhPalette *palette, int score);

G_END_DECLS
