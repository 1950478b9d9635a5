/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-picture-words.h"
#include "base/qh-text.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* No number is written with more digits. */
#define MOST 1e15

/* Seconds are named below so many. */
#define EXACT (10 * QH_MINUTE)

/* Halves up; what is no number is nothing. */
static gint64
whole (double number)
{
  return isnan (number) ? 0 : (gint64)floor (CLAMP (number, -MOST, MOST) + 0.5);
}

/* What takes long is read in minutes. */
static char *
seconds_words (gint64 seconds)
{
  g_autofree char *minutes = NULL;

  if (ABS (seconds) < EXACT)
    return qh_length_label (seconds);
  minutes = qh_count_label (whole (seconds / (double)QH_MINUTE));
  return g_strdup_printf (_ ("%s min"), minutes);
}

char *
qh_unit_words (QhUnit unit, double number, const char *currency)
{
  switch (unit) {
  case QH_UNIT_SECONDS:
    return seconds_words (whole (number));
  case QH_UNIT_MONEY:
    return qh_money_label (whole (number), currency);
  case QH_UNIT_SHARE:
    return g_strdup_printf (_ ("%d %%"), (int)CLAMP (whole (100 * number), -1000000, 1000000));
  default:
    return qh_count_label (whole (number));
  }
}

/* Days of a table may be years apart. */
static char *
date_words (const char *date)
{
  g_autofree char *day = qh_date_short_label (date);

  return *day ? g_strdup_printf ("%s %.4s", day, date) : g_strdup ("–");
}

char *
qh_picture_words (const QhPicture *picture, guint row, guint column, const char *currency)
{
  const QhPictureCell *cell = &qh_picture_row (picture, row)->cells[column];
  QhUnit unit = qh_picture_column (picture, column)->unit;

  if (!cell->is_known)
    return g_strdup ("–");
  if (unit == QH_UNIT_MONTH)
    return qh_month_label (cell->text);
  if (unit == QH_UNIT_DATE)
    return date_words (cell->text);
  return qh_unit_is_text (unit) ? g_strdup (cell->text)
                                : qh_unit_words (unit, cell->number, currency);
}
