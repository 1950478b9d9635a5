/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Painting a chart: what both ways of laying it out have in common. */
#include "paper/qh-chart-look.h"
#include "paper/qh-chart-private.h"
#include "paper/qh-picture-words.h"
#include "paper/qh-shapes.h"
#include <glib/gi18n-lib.h>

/* At text of 100 %. */
#define SAMPLE_HEIGHT 12.0
#define PLATE 13.0
#define PLATE_EDGE 3.0
#define AFTER_SAMPLE 6.0
#define STROKE 2.0

void
qh_chart_paint_text (const QhChartPainter *p, const char *text, double size, double x, double y,
                     double at)
{
  g_autoptr (PangoLayout) layout =
      qh_lettering_layout (p->chart->lettering, text, size * p->chart->unit, PANGO_WEIGHT_NORMAL);
  double width, height;

  qh_layout_measure (layout, &width, &height);
  qh_layout_paint (layout, p->cr, x - width * (1 - at), y - height / 2);
}

void
qh_chart_paint_line (const QhChartPainter *p, const char *text, double size, double x, double y,
                     double width)
{
  g_autoptr (PangoLayout) layout = qh_lettering_line (
      p->chart->lettering, text, size * p->chart->unit, PANGO_WEIGHT_NORMAL, width);
  double height;

  qh_layout_measure (layout, NULL, &height);
  qh_layout_paint (layout, p->cr, x, y - height / 2);
}

/* On a plate, so that it is read on any pattern, of which enough is seen beside it. */
void
qh_chart_paint_inside (const QhChartPainter *p, guint row, guint part)
{
  g_autofree char *words =
      qh_picture_words (p->chart->picture, row, qh_chart_part (p->chart, part), p->chart->currency);
  double edge = PLATE_EDGE * p->chart->unit, height = PLATE * p->chart->unit;
  double least = p->chart->is_upright ? 2 * height : height;
  double width = qh_chart_text_width (p->chart, words, QH_CHART_SMALL) + 2 * edge;
  QhChartBox box;

  if (!qh_chart_place (p->chart, row, part, &box) || box.width < width + 2 * edge ||
      box.height < least)
    return;
  qh_shape_round_rect (p->cr, box.x + (box.width - width) / 2, box.y + (box.height - height) / 2,
                       width, height, edge);
  qh_color_set (&p->palette->paper, p->cr);
  cairo_fill (p->cr);
  qh_color_set (&p->palette->text, p->cr);
  qh_chart_paint_text (p, words, QH_CHART_SMALL, box.x + box.width / 2 + width / 2 - edge,
                       box.y + box.height / 2, 0);
}

static void
paint_sample (const QhChartPainter *p, guint part, const QhChartBox *box, const QhColor *color)
{
  double unit = p->chart->unit, middle = box->y + box->height / 2;

  if (p->chart->picture->form != QH_PICTURE_LINES) {
    qh_chart_fill (p->cr, box->x, middle - SAMPLE_HEIGHT * unit / 2, box->width,
                   SAMPLE_HEIGHT * unit, part, color, unit);
    return;
  }
  qh_color_set (color, p->cr);
  cairo_save (p->cr);
  qh_chart_dash (p->cr, part, unit);
  cairo_set_line_width (p->cr, STROKE * unit);
  cairo_move_to (p->cr, box->x, middle);
  cairo_rel_line_to (p->cr, box->width, 0);
  cairo_stroke (p->cr);
  cairo_restore (p->cr);
  qh_chart_mark (p->cr, box->x + box->width / 2, middle, part, color, p->palette, unit);
}

static void
paint_key (const QhChartPainter *p)
{
  for (guint part = 0; part < qh_chart_n_parts (p->chart); part++) {
    const QhPictureColumn *column =
        qh_picture_column (p->chart->picture, qh_chart_part (p->chart, part));
    QhChartBox box = qh_chart_key (p->chart, part);
    QhColor color = qh_chart_color (column->id, part, p->palette);
    double x = box.x + box.width + AFTER_SAMPLE * p->chart->unit;
    paint_sample (p, part, &box, &color);
    qh_color_set (&p->palette->text, p->cr);
    qh_chart_paint_line (p, column->title, QH_CHART_SMALL, x, box.y + box.height / 2,
                         p->chart->width - x);
  }
}

void
qh_chart_paint (const QhChart *chart, cairo_t *cr, const QhPalette *palette)
{
  QhChartPainter p = { chart, cr, palette };

  if (chart->rows == 0)
    return;
  cairo_save (cr);
  if (chart->key > 0)
    paint_key (&p);
  if (chart->is_upright)
    qh_chart_paint_months (&p);
  else
    qh_chart_paint_rows (&p);
  cairo_restore (cr);
}
