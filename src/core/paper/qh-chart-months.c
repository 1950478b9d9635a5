/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Months beside each other: columns, or lines with a mark at each month. */
#include "paper/qh-chart-look.h"
#include "paper/qh-chart-private.h"
#include "paper/qh-picture-words.h"
#include <math.h>

/* At text of 100 %. */
#define GAP 8.0
#define THIN 1.0
#define STROKE 2.0
#define LABEL_GAP 6.0 /* between two months' names */
#define MONTH_LINE 12.0 /* middle of the names, under the columns */
#define YEAR_LINE 26.0
#define LABELS 34.0
#define TOP 16.0
#define LEAST_APART 13.0 /* between the numbers at the ends of lines */

static QhColor
color_of (const QhChartPainter *p, guint part)
{
  const QhPicture *picture = p->chart->picture;

  return qh_chart_color (qh_picture_column (picture, qh_chart_part (p->chart, part))->id, part,
                         p->palette);
}

static double
floor_of (const QhChartPainter *p)
{
  return qh_chart_get_height (p->chart) - LABELS * p->chart->unit;
}

static gboolean
is_readable_half (const QhChartPainter *p)
{
  QhUnit unit = qh_picture_column (p->chart->picture, 1)->unit;

  return unit != QH_UNIT_COUNT || fmod (p->chart->most, 2) == 0;
}

static void
paint_axis (const QhChartPainter *p)
{
  const QhChart *chart = p->chart;
  double bottom = floor_of (p), height = bottom - chart->key - TOP * chart->unit;

  for (int i = 0; i <= 2; i++) {
    double y = bottom - height * i / 2;
    g_autofree char *words = qh_unit_words (qh_picture_column (chart->picture, 1)->unit,
                                            chart->most * i / 2, chart->currency);
    if (i == 1 && !is_readable_half (p))
      continue;
    qh_color_set (i == 0 ? &p->palette->dim : &p->palette->line, p->cr);
    cairo_set_line_width (p->cr, THIN * chart->unit);
    cairo_move_to (p->cr, chart->left, y);
    cairo_rel_line_to (p->cr, chart->plot, 0);
    cairo_stroke (p->cr);
    qh_color_set (&p->palette->dim, p->cr);
    qh_chart_paint_text (p, words, QH_CHART_SMALL, chart->left - GAP * chart->unit, y, 0);
  }
}

static char *
name_of (const QhChart *chart, guint row)
{
  const char *text = qh_picture_row (chart->picture, row)->cells[0].text;

  if (qh_picture_column (chart->picture, 0)->unit == QH_UNIT_MONTH && text)
    return qh_month_short_label (text);
  return g_strdup (text ? text : "");
}

/* Every so many months have a name, so that none stands on another. */
static guint
find_step (const QhChart *chart)
{
  static const guint steps[] = { 1, 2, 3, 6, 12 };
  double widest = 0, room = chart->plot / chart->rows;

  for (guint row = 0; row < chart->rows; row++) {
    g_autofree char *name = name_of (chart, row);
    widest = MAX (widest, qh_chart_text_width (chart, name, QH_CHART_SMALL));
  }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * room >= widest + LABEL_GAP * chart->unit)
      return steps[i];
  return (guint)ceil ((widest + LABEL_GAP * chart->unit) / room);
}

static gboolean
begins_year (const QhChart *chart, guint row, guint step)
{
  const char *text = qh_picture_row (chart->picture, row)->cells[0].text;
  const char *before =
      row < step ? NULL : qh_picture_row (chart->picture, row - step)->cells[0].text;

  if (qh_picture_column (chart->picture, 0)->unit != QH_UNIT_MONTH || !text)
    return FALSE;
  return !before || strncmp (before, text, 4) != 0;
}

static void
paint_labels (const QhChartPainter *p)
{
  const QhChart *chart = p->chart;
  guint step = find_step (chart);
  double y = floor_of (p);

  for (guint row = 0; row < chart->rows; row += step) {
    QhChartBox room = qh_chart_row (chart, row);
    double middle = room.x + room.width / 2;
    g_autofree char *name = name_of (chart, row);
    qh_color_set (&p->palette->text, p->cr);
    qh_chart_paint_text (p, name, QH_CHART_SMALL,
                         middle + qh_chart_text_width (chart, name, QH_CHART_SMALL) / 2,
                         y + MONTH_LINE * chart->unit, 0);
    if (begins_year (chart, row, step)) {
      g_autofree char *year = g_strndup (qh_picture_row (chart->picture, row)->cells[0].text, 4);
      double half = qh_chart_text_width (chart, year, QH_CHART_SMALL) / 2;
      qh_color_set (&p->palette->dim, p->cr);
      qh_chart_paint_text (p, year, QH_CHART_SMALL, middle + half, y + YEAR_LINE * chart->unit, 0);
    }
  }
}

/* The sum over each stack, where all of them have room. */
static void
paint_sums (const QhChartPainter *p)
{
  const QhChart *chart = p->chart;
  double room = chart->plot / chart->rows, height = floor_of (p) - chart->key - TOP * chart->unit;

  for (guint row = 0; row < chart->rows; row++) {
    g_autofree char *words = qh_chart_end_words (chart, row, 0);
    if (qh_chart_text_width (chart, words, QH_CHART_SMALL) > room)
      return;
  }
  qh_color_set (&p->palette->text, p->cr);
  for (guint row = 0; row < chart->rows; row++) {
    g_autofree char *words = qh_chart_end_words (chart, row, 0);
    double sum = 0, half = qh_chart_text_width (chart, words, QH_CHART_SMALL) / 2;
    QhChartBox box, slot = qh_chart_row (chart, row);
    for (guint part = 0; part < qh_chart_n_parts (chart); part++)
      if (qh_chart_place (chart, row, part, &box))
        sum += box.height;
    if (sum > 0)
      qh_chart_paint_text (p, words, QH_CHART_SMALL, slot.x + slot.width / 2 + half,
                           chart->key + TOP * chart->unit + height - sum - GAP * chart->unit, 0);
  }
}

static void
paint_columns (const QhChartPainter *p)
{
  const QhChart *chart = p->chart;
  gboolean is_stack = chart->picture->form == QH_PICTURE_STACKS;
  QhChartBox box;

  for (guint row = 0; row < chart->rows; row++)
    for (guint part = 0; part < qh_chart_n_parts (chart); part++) {
      QhColor color = color_of (p, part);
      if (!qh_chart_place (chart, row, part, &box))
        continue;
      qh_chart_fill (p->cr, box.x, box.y, box.width, box.height, part, &color, chart->unit);
      if (is_stack)
        qh_chart_paint_inside (p, row, part);
    }
  if (is_stack)
    paint_sums (p);
}

/* A gap where nothing is known: no line goes over it. */
static void
paint_line (const QhChartPainter *p, guint part, const QhColor *color)
{
  gboolean is_drawing = FALSE;
  QhChartBox box;

  cairo_save (p->cr);
  cairo_new_path (p->cr);
  for (guint row = 0; row < p->chart->rows; row++) {
    gboolean is_known = qh_chart_place (p->chart, row, part, &box);
    if (is_known && is_drawing)
      cairo_line_to (p->cr, box.x, box.y);
    else if (is_known)
      cairo_move_to (p->cr, box.x, box.y);
    is_drawing = is_known;
  }
  qh_color_set (color, p->cr);
  qh_chart_dash (p->cr, part, p->chart->unit);
  cairo_set_line_width (p->cr, STROKE * p->chart->unit);
  cairo_stroke (p->cr);
  cairo_restore (p->cr);
  for (guint row = 0; row < p->chart->rows; row++)
    if (qh_chart_place (p->chart, row, part, &box))
      qh_chart_mark (p->cr, box.x, box.y, part, color, p->palette, p->chart->unit);
}

/* The last known point of a line. */
static gboolean
find_end (const QhChart *chart, guint part, guint *row, QhChartBox *box)
{
  for (guint i = chart->rows; i-- > 0;)
    if (qh_chart_place (chart, i, part, box)) {
      *row = i;
      return TRUE;
    }
  return FALSE;
}

/* The numbers at the ends, moved up where one would stand on the one below it. */
static void
paint_ends (const QhChartPainter *p)
{
  const QhChart *chart = p->chart;
  double last = G_MAXDOUBLE, x = chart->left + chart->plot + GAP * chart->unit / 2;
  g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint n = 0; n < qh_chart_n_parts (chart); n++) {
    guint lowest = G_MAXUINT, row = 0, at;
    QhChartBox box, found = { 0 };
    for (guint part = 0; part < qh_chart_n_parts (chart); part++) {
      gboolean is_done = FALSE;
      for (guint i = 0; i < done->len; i++)
        is_done |= g_array_index (done, guint, i) == part;
      if (is_done || !find_end (chart, part, &at, &box) ||
          (lowest != G_MAXUINT && box.y <= found.y))
        continue;
      lowest = part;
      found = box;
      row = at;
    }
    if (lowest == G_MAXUINT)
      return;
    g_autofree char *words = qh_chart_end_words (chart, row, lowest);
    QhColor color = color_of (p, lowest);
    double y = MIN (found.y, last - LEAST_APART * chart->unit);
    qh_chart_mark (p->cr, x + 2 * chart->unit, y, lowest, &color, p->palette, chart->unit * 0.8);
    qh_color_set (&p->palette->text, p->cr);
    qh_chart_paint_text (p, words, QH_CHART_SMALL, x + GAP * chart->unit, y, 1);
    last = y;
    g_array_append_val (done, lowest);
  }
}

void
qh_chart_paint_months (const QhChartPainter *p)
{
  paint_axis (p);
  paint_labels (p);
  if (p->chart->picture->form != QH_PICTURE_LINES) {
    paint_columns (p);
    return;
  }
  for (guint part = 0; part < qh_chart_n_parts (p->chart); part++) {
    QhColor color = color_of (p, part);
    paint_line (p, part, &color);
  }
  paint_ends (p);
}
