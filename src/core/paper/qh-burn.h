/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-palette.h"

G_BEGIN_DECLS

/* The burn-down of an edition: how many copies were left, over time. */

/* From @at on, so many are left of so many. */
typedef struct {
  gint64 at; /* instant */
  gint64 left;
  gint64 edition;
} QhBurnStep;

typedef struct {
  const QhBurnStep *steps; /* by time; none: nothing to show */
  guint n_steps;
  gint64 until; /* the instant of now, where the line ends */
  GTimeZone *zone; /* borrowed; NULL: UTC */
} QhBurn;

/* What the drawing shows, in a sentence: "12 copies on 3 May, 2 left on 24 November, 10 went in 205
 * days"; NULL when there is nothing to show. */
char *qh_burn_label (const QhBurn *burn);

/* Where step @i begins in a drawing of @width × @height, and where the line lies: 0 is on top. */
void qh_burn_place (const QhBurn *burn, guint i, double width, double height, double *x, double *y);

/* The most copies there ever were. */
gint64 qh_burn_top (const QhBurn *burn);

/* Texts grow with @height: about 120 at text of 100 %. */
void qh_burn_paint (const QhBurn *burn, cairo_t *cr, double width, double height,
                    const QhPalette *palette, const char *font);

G_END_DECLS
