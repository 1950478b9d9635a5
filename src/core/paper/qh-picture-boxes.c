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
#define LEAST_SIZE 0.65 /* of what a table is set in */
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

typedef struct {
  const QhSetting *setting;
  const QhPicture *picture;
  const char *currency;
  double size; /* of its text */
  double *widths; /* of its columns; the first takes what is left */
} Table;

static double
measure_words (const Table *table, const char *words, PangoWeight weight)
{
  g_autoptr (PangoLayout) layout =
      qh_lettering_layout (table->setting->lettering, words, table->size, weight);
  double width;

  qh_layout_measure (layout, &width, NULL);
  return width;
}

/* A title may break between its words, a number may not. */
static double
measure_column (const Table *table, guint column)
{
  g_auto (GStrv) title = g_strsplit (qh_picture_column (table->picture, column)->title, " ", -1);
  double widest = 0;

  for (guint i = 0; title[i] != NULL; i++)
    widest = MAX (widest, measure_words (table, title[i], PANGO_WEIGHT_BOLD));
  for (guint row = 0; row < table->picture->rows->len; row++) {
    g_autofree char *words = qh_picture_words (table->picture, row, column, table->currency);
    widest = MAX (widest, measure_words (table, words, PANGO_WEIGHT_NORMAL));
  }
  return widest + 1;
}

/* Smaller text where columns would be too wide together, and then narrower columns. */
static void
fit (Table *table, double width)
{
  guint n = table->picture->columns->len;
  double name = MIN (measure_column (table, 0), LONGEST_NAME * width), sum = 0, gaps, factor;

  for (guint i = 1; i < n; i++)
    sum += table->widths[i] = measure_column (table, i);
  gaps = (n - 1) * GUTTER * table->size;
  factor = CLAMP (width / (name + sum + gaps), LEAST_SIZE, 1);
  table->size *= factor;
  sum *= factor;
  for (guint i = 1; i < n; i++)
    table->widths[i] *= factor * MIN (1, MAX (width - (name + gaps) * factor, 1) / sum);
}

static void
add_cell (const Table *table, QhBox *line, int row, guint column)
{
  const QhPictureColumn *about = qh_picture_column (table->picture, column);
  g_autofree char *words = row < 0
                               ? g_strdup (about->title)
                               : qh_picture_words (table->picture, row, column, table->currency);
  QhRun run = { words, row < 0 ? QH_RUN_BOLD : QH_RUN_PLAIN };
  QhBox *cell =
      qh_box_add (line, qh_box_text (table->setting, row < 0 ? "TH" : "TD", table->size, &run, 1));

  cell->width = table->widths[column];
  if (!qh_unit_is_text (about->unit))
    pango_layout_set_alignment (cell->layout, PANGO_ALIGN_RIGHT);
}

static void
add_line (const Table *table, QhBox *box, int row)
{
  QhBox *line = qh_box_add (box, qh_box_columns ("TR", GUTTER * table->size));

  line->keep = TRUE;
  for (guint i = 0; i < table->picture->columns->len; i++)
    add_cell (table, line, row, i);
  line->ruled = row < 0;
  add_space (table->setting, box, LINE_SPACE);
}

static void
add_table (const QhSetting *setting, QhBox *stack, const QhPicture *picture, const char *currency,
           double width)
{
  g_autofree double *widths = g_new0 (double, picture->columns->len);
  Table table = { setting, picture, currency, TABLE_TEXT * setting->size, widths };
  QhBox *box = qh_box_add (stack, qh_box_stack ("Table"));

  fit (&table, width);
  box->keep = TRUE;
  for (int row = -1; row < (int)picture->rows->len; row++)
    add_line (&table, box, row);
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
