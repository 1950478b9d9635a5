/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"
#include "paper/qh-palette.h"

G_BEGIN_DECLS

/* A picture of Insights laid out in a width. Months stand beside each other, the latest on the
 * right; whatever else rows are, they stand one under the other, by name. Each amount has its
 * number, or its place on an axis with numbers; parts are told apart by pattern and mark. */

/* So many rows are drawn one under the other; the table has them all. */
#define QH_CHART_MOST_ROWS 24

typedef struct {
  double x, y, width, height;
} QhChartBox;

typedef struct _QhChart QhChart;

/* @picture, borrowed, must live as long. @scale: how much larger text is than usual; @font: its
 * family, or NULL; @currency: of its money. */
QhChart *qh_chart_new (const QhPicture *picture, double width, double scale, const char *font,
                       const char *currency);
void qh_chart_free (QhChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhChart, qh_chart_free)

/* Nothing where the picture is blank, has no rows, or is a list. */
double qh_chart_get_height (const QhChart *chart);

/* How many columns are drawn, and which; how many rows. */
guint qh_chart_n_parts (const QhChart *chart);
guint qh_chart_part (const QhChart *chart, guint part);
guint qh_chart_n_rows (const QhChart *chart);

/* All that belongs to a row, text included. */
QhChartBox qh_chart_row (const QhChart *chart, guint row);

/* What is drawn for one part of a row: a bar; of an interval, from low to high; of a line, its
 * point, without extent. FALSE where nothing is known. */
gboolean qh_chart_place (const QhChart *chart, guint row, guint part, QhChartBox *box);

/* The number on which the axis ends, 0 at its other end. */
double qh_chart_get_most (const QhChart *chart);

void qh_chart_paint (const QhChart *chart, cairo_t *cr, const QhPalette *palette);

G_END_DECLS
