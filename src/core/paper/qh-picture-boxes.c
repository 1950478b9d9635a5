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

#define LONGEST_NAME 0.4 /* of the width */
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
measure_words (const QhSetting *setting, const char *words, PangoWeight weight)
{
  g_autoptr (PangoLayout) layout =
      qh_lettering_layout (setting->lettering, words, TABLE_TEXT * setting->size, weight);
  double width;

  qh_layout_measure (layout, &width, NULL);
  return width;
}

/* A title may break between its words, a number may not. */
static double
measure_column (const QhSetting *setting, const QhPicture *picture, guint column,
                const char *currency)
{
  g_auto (GStrv) title = g_strsplit (qh_picture_column (picture, column)->title, " ", -1);
  double widest = 0;

  for (guint i = 0; title[i] != NULL; i++)
    widest = MAX (widest, measure_words (setting, title[i], PANGO_WEIGHT_BOLD));
  for (guint row = 0; row < picture->rows->len; row++) {
    g_autofree char *words = qh_picture_words (picture, row, column, currency);
    widest = MAX (widest, measure_words (setting, words, PANGO_WEIGHT_NORMAL));
  }
  return widest + 1;
}

/* Of all columns but the first, which takes what is left; narrower where together they would leave
 * too little for it. */
static double *
measure_columns (const QhSetting *setting, const QhPicture *picture, const char *currency,
                 double width)
{
  guint n = picture->columns->len;
  double *widths = g_new0 (double, n), sum = 0;
  double name = MIN (measure_column (setting, picture, 0, currency), LONGEST_NAME * width);
  double room = width - name - (n - 1) * GUTTER * setting->size;

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

  table->keep = TRUE;
  for (int row = -1; row < (int)picture->rows->len; row++)
    add_table_row (setting, table, picture, row, currency, widths);
}

void
qh_picture_boxes (const QhSetting *setting, QhBox *stack, GPtrArray *charts,
                  const QhPicture *picture, const char *currency, double width, gboolean has_table)
{
  QhBox *head = qh_box_add (stack, qh_box_stack (NULL));

  /* What a picture shows is said on the page where it is drawn. */
  head->keep = TRUE;
  add_heading (setting, head, picture);
  add_drawing (setting, head, charts, picture, currency, width);
  if (!has_table || picture->rows->len == 0)
    return;
  add_space (setting, stack, SPACE);
  add_table (setting, stack, picture, currency, width);
}
