/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything lies. The key and the numbers behind the bars are as wide as their text. */
#include "paper/qh-chart-private.h"
#include "paper/qh-picture-words.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* At text of 100 %. */
#define WIDE 560.0
#define LONGEST_NAME 230.0
#define NAME_SHARE 0.32
#define GAP 8.0
#define ROW_GAP 10.0
#define BAR 16.0
#define MARK 6.0 /* half of the mark of a share, which may be 0 % */
#define PAIR_BAR 13.0
#define SAMPLE 22.0
#define AFTER_SAMPLE 6.0
#define KEY_GAP 16.0
#define AXIS 20.0
#define MONTH_PLOT 150.0
#define MONTH_TOP 16.0 /* for the numbers over the columns */
#define MONTH_LABELS 34.0
#define END_LABEL 46.0 /* behind the last point of a line */
#define COLUMN_SHARE 0.62 /* of the room of a month */
#define WIDEST_COLUMN 46.0

static QhPictureForm
form_of (const QhChart *self)
{
  return self->picture->form;
}

static QhUnit
unit_of (const QhChart *self)
{
  return qh_picture_column (self->picture, 1)->unit;
}

static const QhPictureCell *
cell_at (const QhChart *self, guint row, guint column)
{
  return &qh_picture_row (self->picture, row)->cells[column];
}

/* What a part amounts to: no bar is shorter than nothing. */
static double
amount (const QhChart *self, guint row, guint part)
{
  const QhPictureCell *cell = cell_at (self, row, qh_chart_part (self, part));

  return cell->is_known && isfinite (cell->number) ? MAX (cell->number, 0) : 0;
}

static gboolean
is_single (QhPictureForm form)
{
  return form == QH_PICTURE_INTERVALS || form == QH_PICTURE_PARETO;
}

static void
sort_columns (QhChart *self)
{
  for (guint i = 1; i < self->picture->columns->len; i++) {
    gboolean drawn = qh_picture_column (self->picture, i)->unit == unit_of (self);
    gboolean bound = form_of (self) == QH_PICTURE_INTERVALS && (i == 2 || i == 3);
    if (is_single (form_of (self)))
      drawn = i == 1;
    if (!bound)
      g_array_append_val (drawn ? self->parts : self->beside, i);
  }
}

static double
most_of_row (const QhChart *self, guint row)
{
  double sum = 0, most = 0;

  for (guint part = 0; part < self->parts->len; part++) {
    sum += amount (self, row, part);
    most = MAX (most, amount (self, row, part));
  }
  return form_of (self) == QH_PICTURE_STACKS ? sum : most;
}

/* The least round number that is not less, in what the axis is read in. */
static double
round_up (double number, QhUnit unit)
{
  static const double steps[] = { 1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10 };
  double read = unit == QH_UNIT_SECONDS ? QH_MINUTE : unit == QH_UNIT_MONEY ? 100 : 1;
  double power = pow (10, floor (log10 (MAX (number / read, 1))));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power * read >= number)
      return steps[i] * power * read;
  return 10 * power * read;
}

static void
find_most (QhChart *self)
{
  double most = 0;

  for (guint row = 0; row < self->rows; row++)
    most = MAX (most, most_of_row (self, row));
  if (unit_of (self) == QH_UNIT_SHARE && form_of (self) != QH_PICTURE_PARETO)
    self->most = 1;
  else if (self->is_upright)
    self->most = round_up (most, unit_of (self));
  else
    self->most = most > 0 ? most : 1;
}

double
qh_chart_text_width (const QhChart *self, const char *text, double size)
{
  g_autoptr (PangoLayout) layout =
      qh_lettering_layout (self->lettering, text, size * self->unit, PANGO_WEIGHT_NORMAL);
  double width;

  qh_layout_measure (layout, &width, NULL);
  return width;
}

static char *
interval_words (const QhChart *self, guint row)
{
  g_autofree char *share = qh_picture_words (self->picture, row, 1, self->currency);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (self->picture->columns->len < 4 || !cell_at (self, row, 1)->is_known)
    return g_steal_pointer (&share);
  low = qh_picture_words (self->picture, row, 2, self->currency);
  high = qh_picture_words (self->picture, row, 3, self->currency);
  /* Translators: a share, and the ends of the interval around it: "62 % (41 % – 79 %)" */
  return g_strdup_printf (_ ("%s (%s – %s)"), share, low, high);
}

char *
qh_chart_end_words (const QhChart *self, guint row, guint part)
{
  if (form_of (self) == QH_PICTURE_INTERVALS)
    return interval_words (self, row);
  if (form_of (self) == QH_PICTURE_STACKS)
    return qh_unit_words (unit_of (self), most_of_row (self, row), self->currency);
  return qh_picture_words (self->picture, row, qh_chart_part (self, part), self->currency);
}

char *
qh_chart_beside_words (const QhChart *self, guint row)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->beside->len; i++) {
    guint column = g_array_index (self->beside, guint, i);
    const QhPictureColumn *about = qh_picture_column (self->picture, column);
    g_autofree char *text = qh_picture_words (self->picture, row, column, self->currency);
    if (!cell_at (self, row, column)->is_known || !*text)
      continue;
    g_string_append (words, words->len > 0 ? " · " : "");
    if (about->unit != QH_UNIT_TEXT)
      g_string_append_printf (words, "%s: ", about->title);
    g_string_append (words, text);
  }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* The widest of what stands behind the bars. */
static double
measure_ends (const QhChart *self)
{
  double widest = 0;

  for (guint row = 0; row < self->rows; row++)
    for (guint part = 0; part < (form_of (self) == QH_PICTURE_PAIRS ? self->parts->len : 1);
         part++) {
      g_autofree char *words = qh_chart_end_words (self, row, part);
      widest = MAX (widest, qh_chart_text_width (self, words, QH_CHART_SMALL));
    }
  return widest + 2 * GAP * self->unit;
}

static gboolean
has_beside (const QhChart *self)
{
  for (guint row = 0; row < self->rows; row++) {
    g_autofree char *words = qh_chart_beside_words (self, row);
    if (*words)
      return TRUE;
  }
  return FALSE;
}

static void
lay_out_rows (QhChart *self)
{
  double room;

  self->is_wide = self->width >= WIDE * self->unit;
  self->left = self->is_wide ? MIN (LONGEST_NAME * self->unit, NAME_SHARE * self->width) : 0;
  if (form_of (self) == QH_PICTURE_INTERVALS)
    self->left += MARK * self->unit;
  room = self->width - self->left;
  self->plot = MAX (room - MIN (measure_ends (self), room * 0.6), 1);
  self->has_under = has_beside (self);
}

static void
lay_out_months (QhChart *self)
{
  g_autofree char *most = qh_unit_words (unit_of (self), self->most, self->currency);
  double right = form_of (self) == QH_PICTURE_LINES ? END_LABEL * self->unit : 0;

  self->left = qh_chart_text_width (self, most, QH_CHART_SMALL) + GAP * self->unit;
  self->plot = MAX (self->width - self->left - right, 1);
}

static gboolean
has_key (const QhChart *self)
{
  return !is_single (form_of (self)) && self->parts->len > 0;
}

QhChartBox
qh_chart_key (const QhChart *self, guint part)
{
  double x = 0, y = 0, line = QH_CHART_LINE * self->unit;

  for (guint i = 0;; i++) {
    const char *title = qh_picture_column (self->picture, qh_chart_part (self, i))->title;
    double width =
        qh_chart_text_width (self, title, QH_CHART_SMALL) + (SAMPLE + AFTER_SAMPLE) * self->unit;
    if (x > 0 && x + width > self->width) {
      x = 0;
      y += line;
    }
    if (i == part)
      return (QhChartBox){ x, y, SAMPLE * self->unit, line };
    x += width + KEY_GAP * self->unit;
  }
}

static void
lay_out_key (QhChart *self)
{
  QhChartBox last;

  if (!has_key (self))
    return;
  last = qh_chart_key (self, self->parts->len - 1);
  self->key = last.y + last.height + GAP * self->unit;
}

static gboolean
is_drawn (const QhPicture *picture)
{
  return !picture->is_blank && picture->form != QH_PICTURE_LIST && picture->rows->len > 0 &&
         picture->columns->len > 1 && !qh_unit_is_text (qh_picture_column (picture, 1)->unit);
}

QhChart *
qh_chart_new (const QhPicture *picture, double width, double scale, const char *font,
              const char *currency)
{
  QhChart *self = g_new0 (QhChart, 1);

  self->picture = picture;
  self->width = width;
  self->unit = scale;
  self->currency = g_strdup (currency);
  self->lettering = qh_lettering_new (font);
  self->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->beside = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!is_drawn (picture))
    return self;
  self->is_upright =
      picture->form == QH_PICTURE_LINES || qh_picture_column (picture, 0)->unit == QH_UNIT_MONTH;
  self->rows = picture->rows->len;
  if (!self->is_upright)
    self->rows = MIN (self->rows, QH_CHART_MOST_ROWS);
  sort_columns (self);
  find_most (self);
  if (self->is_upright)
    lay_out_months (self);
  else
    lay_out_rows (self);
  lay_out_key (self);
  return self;
}

void
qh_chart_free (QhChart *self)
{
  qh_lettering_free (self->lettering);
  g_array_unref (self->parts);
  g_array_unref (self->beside);
  g_free (self->currency);
  g_free (self);
}

guint
qh_chart_n_parts (const QhChart *self)
{
  return self->parts->len;
}

guint
qh_chart_part (const QhChart *self, guint part)
{
  return g_array_index (self->parts, guint, part);
}

guint
qh_chart_n_rows (const QhChart *self)
{
  return self->rows;
}

double
qh_chart_get_most (const QhChart *self)
{
  return self->most;
}

double
qh_chart_bar (const QhChart *self)
{
  return (form_of (self) == QH_PICTURE_PAIRS ? PAIR_BAR : BAR) * self->unit;
}

static double
bars_height (const QhChart *self)
{
  return qh_chart_bar (self) * (form_of (self) == QH_PICTURE_PAIRS ? self->parts->len : 1);
}

/* An interval is read on an axis over the rows. */
static double
rows_top (const QhChart *self)
{
  return self->key + (form_of (self) == QH_PICTURE_INTERVALS ? AXIS * self->unit : 0);
}

static double
row_pitch (const QhChart *self)
{
  double lines = (!self->is_wide) + self->has_under;

  return MAX (bars_height (self), self->is_wide ? QH_CHART_LINE * self->unit : 0) +
         (lines * QH_CHART_LINE + ROW_GAP) * self->unit;
}

double
qh_chart_get_height (const QhChart *self)
{
  if (self->rows == 0)
    return 0;
  if (self->is_upright)
    return self->key + (MONTH_TOP + MONTH_PLOT + MONTH_LABELS) * self->unit;
  return rows_top (self) + row_pitch (self) * self->rows +
         (self->rows < self->picture->rows->len ? QH_CHART_LINE * self->unit : 0);
}

QhChartBox
qh_chart_row (const QhChart *self, guint row)
{
  double room = self->plot / MAX (self->rows, 1);

  if (self->is_upright)
    return (QhChartBox){ self->left + room * row, self->key, room,
                         (MONTH_TOP + MONTH_PLOT + MONTH_LABELS) * self->unit };
  return (QhChartBox){ 0, rows_top (self) + row_pitch (self) * row, self->width, row_pitch (self) };
}

/* How much lies before part @part in a stack. */
static double
amount_before (const QhChart *self, guint row, guint part)
{
  double before = 0;

  for (guint i = 0; form_of (self) == QH_PICTURE_STACKS && i < part; i++)
    before += amount (self, row, i);
  return before;
}

static void
place_upright (const QhChart *self, guint row, guint part, QhChartBox *box)
{
  QhChartBox room = qh_chart_row (self, row);
  gboolean is_pair = form_of (self) == QH_PICTURE_PAIRS;
  double width = MIN (room.width * COLUMN_SHARE, WIDEST_COLUMN * self->unit);
  double column = is_pair ? width / self->parts->len : width;
  double height = MONTH_PLOT * self->unit * MIN (amount (self, row, part) / self->most, 1);
  double below = MONTH_PLOT * self->unit * amount_before (self, row, part) / self->most;

  *box = (QhChartBox){ room.x + (room.width - width) / 2 + (is_pair ? column * part : 0),
                       room.y + (MONTH_TOP + MONTH_PLOT) * self->unit - below - height, column,
                       height };
  if (form_of (self) == QH_PICTURE_LINES)
    *box = (QhChartBox){ room.x + room.width / 2, box->y, 0, 0 };
}

static void
place_interval (const QhChart *self, guint row, QhChartBox *box)
{
  double low = CLAMP (cell_at (self, row, 2)->number, 0, 1);
  double high = CLAMP (cell_at (self, row, 3)->number, low, 1);

  box->x = self->left + self->plot * low;
  box->width = self->plot * (high - low);
}

gboolean
qh_chart_place (const QhChart *self, guint row, guint part, QhChartBox *box)
{
  double top = qh_chart_row (self, row).y + (self->is_wide ? 0 : QH_CHART_LINE * self->unit);
  gboolean is_pair = form_of (self) == QH_PICTURE_PAIRS;

  if (!cell_at (self, row, qh_chart_part (self, part))->is_known)
    return FALSE;
  if (self->is_upright) {
    place_upright (self, row, part, box);
    return TRUE;
  }
  *box = (QhChartBox){ self->left + self->plot * amount_before (self, row, part) / self->most,
                       top + (is_pair ? qh_chart_bar (self) * part : 0),
                       self->plot * MIN (amount (self, row, part) / self->most, 1),
                       qh_chart_bar (self) };
  if (form_of (self) == QH_PICTURE_INTERVALS && self->picture->columns->len > 3)
    place_interval (self, row, box);
  return TRUE;
}
