/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-chart.h"
#include "paper/qh-lettering.h"

G_BEGIN_DECLS

/* What the files that lay out and paint a chart share. Lengths are in pixels, scaled. */
struct _QhChart {
  const QhPicture *picture;
  QhLettering *lettering;
  char *currency;
  double width, unit; /* @unit: 1 at text of 100 % */
  GArray *parts, *beside; /* guint: columns drawn, columns written */
  guint rows;
  gboolean is_upright; /* rows stand beside each other */
  gboolean is_wide; /* names stand left of the bars, not over them */
  gboolean has_under; /* what is written beside has a line of its own */
  double most; /* where the axis ends */
  double key; /* height of the key */
  double left, plot; /* where bars begin, and how long the longest is */
};

/* At text of 100 %. */
#define QH_CHART_TEXT 12.5
#define QH_CHART_SMALL 11.0
#define QH_CHART_LINE 18.0 /* of text */

double qh_chart_text_width (const QhChart *chart, const char *text, double size);

/* What is written behind a row's first part: its number, or its numbers. */
char *qh_chart_end_words (const QhChart *chart, guint row, guint part);
/* What is written beside a row: "" where there is nothing. */
char *qh_chart_beside_words (const QhChart *chart, guint row);

/* The sample of part @part in the key, in a drawing of that width. */
QhChartBox qh_chart_key (const QhChart *chart, guint part);

/* How high a row's bar is. */
double qh_chart_bar (const QhChart *chart);

/* What is drawn with. */
typedef struct {
  const QhChart *chart;
  cairo_t *cr;
  const QhPalette *palette;
} QhChartPainter;

/* @at: 0 ends at x, 0.5 is centred there, 1 begins there; y is the middle of the line. */
void qh_chart_paint_text (const QhChartPainter *p, const char *text, double size, double x,
                          double y, double at);
/* Begins at x, and ends with an ellipsis where @width is not enough. */
void qh_chart_paint_line (const QhChartPainter *p, const char *text, double size, double x,
                          double y, double width);
/* The number of a part in the middle of its bar, where it has room. */
void qh_chart_paint_inside (const QhChartPainter *p, guint row, guint part);

void qh_chart_paint_rows (const QhChartPainter *p);
void qh_chart_paint_months (const QhChartPainter *p);

G_END_DECLS
