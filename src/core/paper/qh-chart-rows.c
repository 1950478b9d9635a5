/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows one under the other: a name, bars, their numbers, and what is written beside. */
#include "paper/qh-chart-look.h"
#include "paper/qh-chart-private.h"
#include "paper/qh-picture-words.h"
#include <glib/gi18n-lib.h>

/* At text of 100 %. */
#define GAP 8.0
#define THIN 1.0
#define STROKE 2.0
#define CAP 5.0 /* half of the ends of an interval */
#define UNDER 9.0 /* middle of its line, from its top */

static QhColor
color_of (const QhChartPainter *p, guint part)
{
  const QhPicture *picture = p->chart->picture;

  return qh_chart_color (qh_picture_column (picture, qh_chart_part (p->chart, part))->id, part,
                         p->palette);
}

static void
paint_name (const QhChartPainter *p, guint row)
{
  const QhChart *chart = p->chart;
  g_autofree char *name = qh_picture_words (chart->picture, row, 0, chart->currency);
  QhChartBox box = qh_chart_row (chart, row);
  double line = chart->is_wide ? qh_chart_bar (chart) : QH_CHART_LINE * chart->unit;
  double width = chart->is_wide ? chart->left - 2 * GAP * chart->unit : chart->width;

  qh_color_set (&p->palette->text, p->cr);
  qh_chart_paint_line (p, name, QH_CHART_TEXT, 0, box.y + line / 2, width);
}

static void
paint_under (const QhChartPainter *p, guint row, double bottom)
{
  g_autofree char *words = qh_chart_beside_words (p->chart, row);

  qh_color_set (&p->palette->dim, p->cr);
  qh_chart_paint_line (p, words, QH_CHART_SMALL, p->chart->left, bottom + UNDER * p->chart->unit,
                       p->chart->width - p->chart->left);
}

static void
paint_end (const QhChartPainter *p, guint row, guint part, double x, double y)
{
  g_autofree char *words = qh_chart_end_words (p->chart, row, part);

  x += GAP * p->chart->unit;
  qh_color_set (&p->palette->text, p->cr);
  qh_chart_paint_line (p, words, QH_CHART_SMALL, x, y, p->chart->width - x);
}

/* The lower edge of it. Nothing known: its number says so where the bar would begin. */
static double
paint_bar (const QhChartPainter *p, guint row, guint part, gboolean has_end)
{
  QhColor color = color_of (p, part);
  double unit = p->chart->unit;
  QhChartBox box = { p->chart->left, qh_chart_row (p->chart, row).y, 0, qh_chart_bar (p->chart) };

  if (!p->chart->is_wide)
    box.y += QH_CHART_LINE * unit;
  if (p->chart->picture->form == QH_PICTURE_PAIRS)
    box.y += qh_chart_bar (p->chart) * part;
  qh_chart_place (p->chart, row, part, &box);
  qh_chart_fill (p->cr, box.x, box.y + unit / 2, box.width, box.height - unit, part, &color, unit);
  if (has_end)
    paint_end (p, row, part, box.x + box.width, box.y + box.height / 2);
  return box.y + box.height;
}

static double
paint_bars (const QhChartPainter *p, guint row)
{
  gboolean is_stack = p->chart->picture->form == QH_PICTURE_STACKS;
  guint n = qh_chart_n_parts (p->chart);
  double bottom = 0;

  for (guint part = 0; part < n; part++) {
    bottom = paint_bar (p, row, part, !is_stack);
    if (is_stack)
      qh_chart_paint_inside (p, row, part);
  }
  if (is_stack) {
    QhChartBox last = { p->chart->left, 0, 0, 0 };
    for (guint part = 0; part < n; part++) {
      QhChartBox box;
      if (qh_chart_place (p->chart, row, part, &box) && box.x + box.width > last.x + last.width)
        last = box;
    }
    paint_end (p, row, 0, last.x + last.width, bottom - qh_chart_bar (p->chart) / 2);
  }
  return bottom;
}

static void
stroke_line (cairo_t *cr, double x, double y, double dx, double dy, double width)
{
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, dx, dy);
  cairo_stroke (cr);
}

/* A line from low to high with its ends, and a mark where the share is. */
static double
paint_interval (const QhChartPainter *p, guint row)
{
  const QhChart *chart = p->chart;
  const QhPictureCell *share = &qh_picture_row (chart->picture, row)->cells[1];
  double unit = chart->unit, cap = CAP * unit;
  QhColor color = p->palette->accent;
  QhChartBox box;

  if (!qh_chart_place (chart, row, 0, &box))
    return paint_bar (p, row, 0, TRUE);
  double y = box.y + box.height / 2;
  qh_color_set (&color, p->cr);
  stroke_line (p->cr, box.x, y, box.width, 0, STROKE * unit);
  stroke_line (p->cr, box.x, y - cap, 0, 2 * cap, STROKE * unit);
  stroke_line (p->cr, box.x + box.width, y - cap, 0, 2 * cap, STROKE * unit);
  qh_chart_mark (p->cr, chart->left + chart->plot * CLAMP (share->number, 0, 1), y, 3, &color,
                 p->palette, unit * 1.2);
  paint_end (p, row, 0, chart->left + chart->plot + CAP * unit, y);
  return box.y + box.height;
}

/* 0 %, 50 % and 100 % over the rows, and lines down through them. */
static void
paint_axis (const QhChartPainter *p)
{
  const QhChart *chart = p->chart;
  double bottom = qh_chart_get_height (chart), unit = chart->unit;

  for (int i = 0; i <= 2; i++) {
    double x = chart->left + chart->plot * i / 2;
    g_autofree char *words = qh_unit_words (QH_UNIT_SHARE, i / 2.0, NULL);
    qh_color_set (&p->palette->dim, p->cr);
    qh_chart_paint_text (p, words, QH_CHART_SMALL, x, chart->key + GAP * unit,
                         i == 0   ? 1
                         : i == 1 ? 0.5
                                  : 0);
    qh_color_set (&p->palette->line, p->cr);
    stroke_line (p->cr, x, chart->key + 2 * GAP * unit, 0, bottom - chart->key - 2 * GAP * unit,
                 THIN * unit);
  }
}

static void
paint_rest (const QhChartPainter *p)
{
  guint left = p->chart->picture->rows->len - p->chart->rows;
  double y = qh_chart_get_height (p->chart) - UNDER * p->chart->unit;
  g_autofree char *words = NULL;

  if (left == 0)
    return;
  words = g_strdup_printf (ngettext ("%u more is in the table", "%u more are in the table", left),
                           left);
  qh_color_set (&p->palette->dim, p->cr);
  qh_chart_paint_line (p, words, QH_CHART_SMALL, p->chart->left, y,
                       p->chart->width - p->chart->left);
}

void
qh_chart_paint_rows (const QhChartPainter *p)
{
  gboolean is_interval = p->chart->picture->form == QH_PICTURE_INTERVALS;

  if (is_interval)
    paint_axis (p);
  for (guint row = 0; row < p->chart->rows; row++) {
    double bottom = is_interval ? paint_interval (p, row) : paint_bars (p, row);
    paint_name (p, row);
    if (p->chart->has_under)
      paint_under (p, row, bottom);
  }
  paint_rest (p);
}
