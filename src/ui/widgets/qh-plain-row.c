/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-plain-row.h"
#include "widgets/qh-column-layout.h"

/* Between title and subtitle. */
#define SPACING 3

void
qh_plain_row_set_text (AdwActionRow *row, const char *title, const char *subtitle)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));
  g_return_if_fail (title);

  g_autofree char *plain_title = g_markup_escape_text (title, -1);
  g_autofree char *plain_subtitle = g_markup_escape_text (subtitle ? subtitle : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain_title);
  adw_action_row_set_subtitle (row, plain_subtitle);
}

static void
lay_out_texts (GtkWidget *texts)
{
  gtk_widget_set_valign (texts, GTK_ALIGN_FILL);
  gtk_widget_set_layout_manager (texts,
                                 g_object_new (QH_TYPE_COLUMN_LAYOUT, "spacing", SPACING, NULL));
}

/* As the row lays itself out, but like a table: without boxes, see QhColumnLayout. */
static void
lay_out (GtkListBoxRow *row)
{
  GtkWidget *parts = gtk_list_box_row_get_child (row);
  GtkLayoutManager *grid = gtk_grid_layout_new ();
  int column = 0;

  gtk_grid_layout_set_row_homogeneous (GTK_GRID_LAYOUT (grid), TRUE);
  gtk_widget_set_layout_manager (parts, grid);
  for (GtkWidget *part = gtk_widget_get_first_child (parts); part;
       part = gtk_widget_get_next_sibling (part)) {
    gtk_grid_layout_child_set_column (
        GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (grid, part)), column++);
    if (gtk_widget_has_css_class (part, "title"))
      lay_out_texts (part);
  }
}

GtkWidget *
qh_plain_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  lay_out (GTK_LIST_BOX_ROW (row));
  qh_plain_row_set_text (ADW_ACTION_ROW (row), title, subtitle);
  return row;
}
