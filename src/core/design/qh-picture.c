/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "design/qh-picture.h"

static void
clear_column (gpointer column)
{
  g_free (((QhPictureColumn *)column)->title);
}

QhPicture *
qh_picture_new (const char *id, const char *title, QhPictureForm form)
{
  QhPicture *picture = g_new0 (QhPicture, 1);

  picture->id = id;
  picture->title = g_strdup (title);
  picture->sentence = g_strdup ("");
  picture->form = form;
  picture->columns = g_array_new (FALSE, TRUE, sizeof (QhPictureColumn));
  g_array_set_clear_func (picture->columns, clear_column);
  picture->rows = g_ptr_array_new ();
  return picture;
}

static void
free_row (const QhPicture *picture, QhPictureRow *row)
{
  for (guint i = 0; i < picture->columns->len; i++)
    g_free (row->cells[i].text);
  g_free (row->cells);
  g_free (row->opens);
  g_free (row);
}

static void
clear_rows (QhPicture *picture)
{
  for (guint i = 0; i < picture->rows->len; i++)
    free_row (picture, picture->rows->pdata[i]);
  g_ptr_array_set_size (picture->rows, 0);
}

void
qh_picture_free (QhPicture *picture)
{
  clear_rows (picture);
  g_ptr_array_unref (picture->rows);
  g_array_unref (picture->columns);
  g_free (picture->title);
  g_free (picture->sentence);
  g_free (picture);
}

void
qh_picture_add_column (QhPicture *picture, const char *id, const char *title, QhUnit unit)
{
  QhPictureColumn column = { id, g_strdup (title), unit };

  g_return_if_fail (picture->rows->len == 0);
  g_array_append_val (picture->columns, column);
}

QhPictureRow *
qh_picture_add_row (QhPicture *picture, const char *name, const char *kind, const char *opens)
{
  QhPictureRow *row = g_new0 (QhPictureRow, 1);

  g_assert (picture->columns->len > 0);
  row->cells = g_new0 (QhPictureCell, picture->columns->len);
  row->kind = kind;
  row->opens = g_strdup (opens);
  qh_picture_row_set_text (row, 0, name);
  g_ptr_array_add (picture->rows, row);
  return row;
}

void
qh_picture_row_set_number (QhPictureRow *row, guint column, double number)
{
  row->cells[column].number = number;
  row->cells[column].is_known = TRUE;
}

void
qh_picture_row_set_text (QhPictureRow *row, guint column, const char *text)
{
  g_free (row->cells[column].text);
  row->cells[column].text = g_strdup (text);
  row->cells[column].is_known = text != NULL;
}

void
qh_picture_say (QhPicture *picture, char *sentence, gint64 n, gint64 least)
{
  g_free (picture->sentence);
  picture->sentence = sentence;
  picture->n = n;
  picture->least = least;
  picture->is_blank = n < least;
  if (picture->is_blank)
    clear_rows (picture);
}

const QhPictureColumn *
qh_picture_column (const QhPicture *picture, guint i)
{
  return &g_array_index (picture->columns, QhPictureColumn, i);
}

const QhPictureRow *
qh_picture_row (const QhPicture *picture, guint i)
{
  return picture->rows->pdata[i];
}

gboolean
qh_unit_is_text (QhUnit unit)
{
  return unit == QH_UNIT_TEXT || unit == QH_UNIT_MONTH || unit == QH_UNIT_DATE;
}
