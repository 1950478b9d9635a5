/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights/qh-picture-table.h"
#include "paper/qh-picture-words.h"

/* Beyond that it scrolls. */
#define MOST_HEIGHT 420

/* --- A row: what its cells say */

#define QH_TYPE_PICTURE_LINE (qh_picture_line_get_type ())
G_DECLARE_FINAL_TYPE (QhPictureLine, qh_picture_line, QH, PICTURE_LINE, GObject)

struct _QhPictureLine {
  GObject parent_instance;

  char **words;
};

G_DEFINE_FINAL_TYPE (QhPictureLine, qh_picture_line, G_TYPE_OBJECT)

static void
qh_picture_line_finalize (GObject *object)
{
  g_strfreev (QH_PICTURE_LINE (object)->words);

  G_OBJECT_CLASS (qh_picture_line_parent_class)->finalize (object);
}

static void
qh_picture_line_class_init (QhPictureLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qh_picture_line_finalize;
}

static void
qh_picture_line_init (QhPictureLine *self)
{
}

static QhPictureLine *
qh_picture_line_new (const QhPicture *picture, guint row, const char *currency)
{
  QhPictureLine *line = g_object_new (QH_TYPE_PICTURE_LINE, NULL);
  guint n = picture->columns->len;

  line->words = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    line->words[i] = qh_picture_words (picture, row, i, currency);
  return line;
}

/* --- The table */

struct _QhPictureTable {
  AdwBin parent_instance;

  GtkColumnView *view;
  GListStore *lines;
  guint n_columns;
};

G_DEFINE_FINAL_TYPE (QhPictureTable, qh_picture_table, ADW_TYPE_BIN)

enum { SIGNAL_OPEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Of a column: which one it is, and how its cells stand. */
typedef struct {
  guint column;
  float xalign;
} Column;

static void
column_free (gpointer column, GClosure *closure)
{
  g_free (column);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->xalign);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* A row is called by all that stands in it. */
static void
name_row (GtkListItem *item, QhPictureLine *line)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));
  GtkWidget *row = cell ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *words = g_strjoinv (", ", line->words);

  if (row)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, Column *column)
{
  QhPictureLine *line = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), line->words[column->column]);
  if (column->column == 0)
    name_row (item, line);
}

static void
add_column (QhPictureTable *self, const QhPicture *picture, guint i)
{
  const QhPictureColumn *about = qh_picture_column (picture, i);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (about->title, factory);
  Column *data = g_new (Column, 1);

  *data = (Column){ i, qh_unit_is_text (about->unit) ? 0 : 1 };
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), data, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), data);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, i == 0);
  gtk_column_view_append_column (self->view, column);
}

static void
on_activate (QhPictureTable *self, guint position)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, position);
}

static void
qh_picture_table_dispose (GObject *object)
{
  g_clear_object (&QH_PICTURE_TABLE (object)->lines);

  G_OBJECT_CLASS (qh_picture_table_parent_class)->dispose (object);
}

static void
qh_picture_table_class_init (QhPictureTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_picture_table_dispose;
  signals[SIGNAL_OPEN] = g_signal_new ("open", QH_TYPE_PICTURE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
qh_picture_table_init (QhPictureTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSelectionModel *model;

  self->lines = g_list_store_new (QH_TYPE_PICTURE_LINE);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (model));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "qh-table");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* The row of titles and the list of rows can have the focus too. */
static void
name_parts (GtkWidget *view, const char *title)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (GtkWidget *part = gtk_widget_get_first_child (view); part;
       part = gtk_widget_get_next_sibling (part))
    gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                    -1);
}

static gboolean
says_same (QhPictureTable *self, guint i, QhPictureLine *line)
{
  g_autoptr (QhPictureLine) shown = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

  return shown &&
         g_strv_equal ((const gchar *const *)shown->words, (const gchar *const *)line->words);
}

void
qh_picture_table_show (QhPictureTable *self, const QhPicture *picture, const char *currency)
{
  g_return_if_fail (QH_IS_PICTURE_TABLE (self));
  g_return_if_fail (picture);

  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func (g_object_unref);

  for (; self->n_columns < picture->columns->len; self->n_columns++)
    add_column (self, picture, self->n_columns);
  name_parts (GTK_WIDGET (self->view), picture->title);
  for (guint i = 0; i < picture->rows->len; i++) {
    g_autoptr (QhPictureLine) line = qh_picture_line_new (picture, i, currency);
    if (i >= n)
      g_ptr_array_add (more, g_object_ref (line));
    else if (!says_same (self, i, line))
      g_list_store_splice (self->lines, i, 1, (gpointer *)&line, 1);
  }
  /* All at once: the focus enters a list by the row that came first. */
  g_list_store_splice (self->lines, n, 0, more->pdata, more->len);
  if (n > picture->rows->len)
    g_list_store_splice (self->lines, picture->rows->len, n - picture->rows->len, NULL, 0);
}
