/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-picture-export.h"
#include "exchange/qh-csv.h"
#include <math.h>

/* Digits of a share that stand behind the point. */
#define SHARE_FORMAT "%.4f"
#define SHARE_SCALE 10000

static const char *const forms[] = {
  [QH_PICTURE_STACKS] = "stacks", [QH_PICTURE_PAIRS] = "pairs",
  [QH_PICTURE_LINES] = "lines",   [QH_PICTURE_INTERVALS] = "intervals",
  [QH_PICTURE_PARETO] = "pareto", [QH_PICTURE_LIST] = "list",
};

static const char *const units[] = {
  [QH_UNIT_TEXT] = "text",   [QH_UNIT_COUNT] = "count", [QH_UNIT_SECONDS] = "seconds",
  [QH_UNIT_MONEY] = "money", [QH_UNIT_SHARE] = "share", [QH_UNIT_MONTH] = "month",
  [QH_UNIT_DATE] = "date",
};

/* --- CSV */

static void
append_number (GString *csv, double number, QhUnit unit)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (csv, g_ascii_formatd (digits, sizeof digits,
                                         unit == QH_UNIT_SHARE ? SHARE_FORMAT : "%.0f", number));
}

static void
append_cell (GString *csv, const QhPictureCell *cell, QhUnit unit)
{
  if (qh_unit_is_text (unit))
    qh_csv_append_cell (csv, cell->text);
  else if (cell->is_known)
    append_number (csv, cell->number, unit);
}

static void
append_row (GString *csv, const QhPicture *picture, const QhPictureRow *row)
{
  for (guint i = 0; i < picture->columns->len; i++) {
    const QhPictureColumn *column = qh_picture_column (picture, i);

    if (i > 0)
      g_string_append_c (csv, ',');
    if (row != NULL)
      append_cell (csv, &row->cells[i], column->unit);
    else
      qh_csv_append_cell (csv, column->id);
  }
  g_string_append (csv, "\r\n");
}

char *
qh_picture_to_csv (const QhPicture *picture)
{
  GString *csv = g_string_new (NULL);

  g_return_val_if_fail (picture != NULL, g_string_free (csv, FALSE));
  append_row (csv, picture, NULL);
  for (guint i = 0; i < picture->rows->len; i++)
    append_row (csv, picture, qh_picture_row (picture, i));
  return g_string_free (csv, FALSE);
}

/* --- JSON */

static JsonObject *
column_to_json (const QhPictureColumn *column)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", column->id);
  json_object_set_string_member (object, "title", column->title);
  json_object_set_string_member (object, "unit", units[column->unit]);
  return object;
}

static void
add_cell (JsonArray *cells, const QhPictureCell *cell, QhUnit unit)
{
  if (!cell->is_known)
    json_array_add_null_element (cells);
  else if (qh_unit_is_text (unit))
    json_array_add_string_element (cells, cell->text);
  else if (unit == QH_UNIT_SHARE)
    json_array_add_double_element (cells, round (cell->number * SHARE_SCALE) / SHARE_SCALE);
  else
    json_array_add_int_element (cells, (gint64)round (cell->number));
}

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static JsonObject *
row_to_json (const QhPicture *picture, const QhPictureRow *row)
{
  JsonObject *object = json_object_new ();
  JsonArray *cells = json_array_sized_new (picture->columns->len);

  for (guint i = 0; i < picture->columns->len; i++)
    add_cell (cells, &row->cells[i], qh_picture_column (picture, i)->unit);
  json_object_set_array_member (object, "cells", cells);
  set_text (object, "key", row->key);
  set_text (object, "kind", row->kind);
  set_text (object, "opens", row->opens);
  return object;
}

JsonObject *
qh_picture_to_json (const QhPicture *picture)
{
  JsonObject *object = json_object_new ();
  JsonArray *columns = json_array_new (), *rows = json_array_new ();

  g_return_val_if_fail (picture != NULL, object);
  for (guint i = 0; i < picture->columns->len; i++)
    json_array_add_object_element (columns, column_to_json (qh_picture_column (picture, i)));
  for (guint i = 0; i < picture->rows->len; i++)
    json_array_add_object_element (rows, row_to_json (picture, qh_picture_row (picture, i)));
  json_object_set_string_member (object, "id", picture->id);
  json_object_set_string_member (object, "title", picture->title);
  json_object_set_string_member (object, "sentence", picture->sentence);
  json_object_set_int_member (object, "n", picture->n);
  json_object_set_int_member (object, "least", picture->least);
  json_object_set_boolean_member (object, "blank", picture->is_blank);
  json_object_set_string_member (object, "form", forms[picture->form]);
  json_object_set_array_member (object, "columns", columns);
  json_object_set_array_member (object, "rows", rows);
  return object;
}
