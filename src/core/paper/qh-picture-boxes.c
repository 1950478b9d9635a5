/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture as boxes of a page. Its drawing is a figure whose words are its sentence; its table has
 * columns as wide as their texts, and what is left goes to the name of the row. */
#include "paper/qh-picture-boxes.h"
#include "paper/qh-chart.h"
#include "paper/qh-picture-words.h"

/* In sizes of the text. */
#define HEADING 1.25
#define SPACE 0.6
#define LINE_SPACE 0.25
#define TABLE_TEXT 0.86
#define GUTTER 1.2
#define NEED 9.0 /* a heading does not stand alone at the end of a page */

#define LEAST_NAME 0.22 /* of the width */
#define DRAWING_TEXT 13.5 /* size of the text for which drawings are made */

static void
add_space (const QhSetting *setting, QhBox *stack, double sizes)
{
  qh_box_add (stack, qh_box_space (sizes * setting->size));
}

static void
add_heading (const QhSetting *setting, QhBox *stack, const QhPicture *picture)
{
  QhRun run = { picture->title, QH_RUN_BOLD };
  QhBox *heading =
      qh_box_add (stack, qh_box_text (setting, "H2", HEADING * setting->size, &run, 1));

  heading->outline = g_strdup (picture->title);
  heading->need = NEED * setting->size;
  add_space (setting, stack, LINE_SPACE);
  qh_box_add (stack, qh_box_words (setting, "P", picture->sentence, QH_RUN_PLAIN));
}

static void
draw_chart (cairo_t *cr, double width, double height, gconstpointer chart)
{
  qh_chart_paint (chart, cr, qh_palette_light ());
}

static void
add_drawing (const QhSetting *setting, QhBox *stack, GPtrArray *charts, const QhPicture *picture,
             const char *currency, double width)
{
  QhChart *chart = qh_chart_new (picture, width, setting->size / DRAWING_TEXT, NULL, currency);

  g_ptr_array_add (charts, chart);
  if (qh_chart_get_height (chart) <= 0)
    return;
  add_space (setting, stack, SPACE);
  qh_box_add (stack,
              qh_box_figure (qh_chart_get_height (chart), draw_chart, chart, picture->sentence));
}

/* --- The table */

static char *
cell_words (const QhPicture *picture, int row, guint column, const char *currency)
{
  return row < 0 ? g_strdup (qh_picture_column (picture, column)->title)
                 : qh_picture_words (picture, row, column, currency);
}

static double
measure_column (const QhSetting *setting, const QhPicture *picture, guint column,
                const char *currency)
{
  double widest = 0, width;

  for (int row = -1; row < (int)picture->rows->len; row++) {
    g_autofree char *words = cell_words (picture, row, column, currency);
    g_autoptr (PangoLayout) layout =
        qh_lettering_layout (setting->lettering, words, TABLE_TEXT * setting->size,
                             row < 0 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    qh_layout_measure (layout, &width, NULL);
    widest = MAX (widest, width);
  }
  return widest + 1;
}

/* Of all columns but the first; narrower where together they would leave too little for it. */
static double *
measure_columns (const QhSetting *setting, const QhPicture *picture, const char *currency,
                 double width)
{
  guint n = picture->columns->len;
  double *widths = g_new0 (double, n), sum = 0;
  double room = width * (1 - LEAST_NAME) - (n - 1) * GUTTER * setting->size;

  for (guint i = 1; i < n; i++)
    sum += widths[i] = measure_column (setting, picture, i, currency);
  for (guint i = 1; i < n && sum > room; i++)
    widths[i] *= room / sum;
  return widths;
}

static void
add_table_row (const QhSetting *setting, QhBox *table, const QhPicture *picture, int row,
               const char *currency, const double *widths)
{
  QhBox *line = qh_box_add (table, qh_box_columns ("TR", GUTTER * setting->size));

  line->keep = TRUE;
  for (guint i = 0; i < picture->columns->len; i++) {
    g_autofree char *words = cell_words (picture, row, i, currency);
    QhRun run = { words, row < 0 ? QH_RUN_BOLD : QH_RUN_PLAIN };
    QhBox *cell = qh_box_add (
        line, qh_box_text (setting, row < 0 ? "TH" : "TD", TABLE_TEXT * setting->size, &run, 1));
    cell->width = widths[i];
    if (!qh_unit_is_text (qh_picture_column (picture, i)->unit))
      pango_layout_set_alignment (cell->layout, PANGO_ALIGN_RIGHT);
  }
  line->ruled = row < 0;
  add_space (setting, table, LINE_SPACE);
}

static void
add_table (const QhSetting *setting, QhBox *stack, const QhPicture *picture, const char *currency,
           double width)
{
  QhBox *table = qh_box_add (stack, qh_box_stack ("Table"));
  g_autofree double *widths = measure_columns (setting, picture, currency, width);

  for (int row = -1; row < (int)picture->rows->len; row++)
    add_table_row (setting, table, picture, row, currency, widths);
}

void
qh_picture_boxes (const QhSetting *setting, QhBox *stack, GPtrArray *charts,
                  const QhPicture *picture, const char *currency, double width, gboolean has_table)
{
  add_heading (setting, stack, picture);
  add_drawing (setting, stack, charts, picture, currency, width);
  if (!has_table || picture->rows->len == 0)
    return;
  add_space (setting, stack, SPACE);
  add_table (setting, stack, picture, currency, width);
}
