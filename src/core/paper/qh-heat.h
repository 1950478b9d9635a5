/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "paper/qh-palette.h"

G_BEGIN_DECLS

/* Where it hurts: how many frictions there are at each touchpoint, by severity. Each number stands
 * in its cell; the colour only says it again. */

#define QH_HEAT_TOUCHPOINTS QH_TOUCHPOINT_OTHER
#define QH_HEAT_SEVERITIES 4

/* By touchpoint and severity, both from 1. */
typedef struct {
  guint counts[QH_HEAT_TOUCHPOINTS + 1][QH_HEAT_SEVERITIES + 1];
} QhHeat;

typedef struct {
  double x, y, width, height;
} QhHeatBox;

/* How many rows there are: touchpoints where nothing was reported have none. */
guint qh_heat_count_rows (const QhHeat *heat);

/* The colour of a cell, from 0 (nothing was reported) to 4 (the most there is). */
int qh_heat_level (const QhHeat *heat, int touchpoint, int severity);
void qh_heat_colors (int level, const QhPalette *palette, QhColor *cell, QhColor *text);

/* "Billing, severity 3: 7 frictions" */
char *qh_heat_cell_label (const QhHeat *heat, int touchpoint, int severity);

/* The whole in a sentence: "41 frictions, most of them at billing with severity 3: 7"; NULL when
 * there are none. */
char *qh_heat_label (const QhHeat *heat);

/* How high the drawing is where text is @scale times as large as usual, and where a cell lies in a
 * drawing @width wide; FALSE when its touchpoint has no row. */
double qh_heat_height (const QhHeat *heat, double scale);
gboolean qh_heat_place (const QhHeat *heat, int touchpoint, int severity, double width,
                        double scale, QhHeatBox *box);

void qh_heat_paint (const QhHeat *heat, cairo_t *cr, double width, double scale,
                    const QhPalette *palette, const char *font);

G_END_DECLS
