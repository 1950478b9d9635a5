/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/qh-found-row.h"
#include "qh-closures.h"

/* What a quick line becomes is read before it is saved: it has room. */
#define LINE_ROWS 4

struct _QhFoundRow {
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *keys;
  GtkLabel *snippet;

  QhFound *found;
};

G_DEFINE_FINAL_TYPE (QhFoundRow, qh_found_row, GTK_TYPE_LIST_BOX_ROW)

static void
qh_found_row_finalize (GObject *object)
{
  g_clear_pointer (&QH_FOUND_ROW (object)->found, qh_found_unref);

  G_OBJECT_CLASS (qh_found_row_parent_class)->finalize (object);
}

static void
qh_found_row_class_init (QhFoundRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qh_found_row_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/search/found-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QhFoundRow, title);
  gtk_widget_class_bind_template_child (widget_class, QhFoundRow, detail);
  gtk_widget_class_bind_template_child (widget_class, QhFoundRow, keys);
  gtk_widget_class_bind_template_child (widget_class, QhFoundRow, snippet);
}

static void
qh_found_row_init (QhFoundRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_found_row_new (void)
{
  return g_object_new (QH_TYPE_FOUND_ROW, NULL);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

static void
show (QhFoundRow *self, QhFound *found)
{
  g_autofree char *name = qh_closure_join (NULL, found->title, found->detail);

  if (found->marked)
    gtk_label_set_markup (self->title, found->marked);
  else
    gtk_label_set_text (self->title, found->title);
  gtk_label_set_wrap (self->title, found->group == QH_FOUND_LOG);
  gtk_label_set_lines (self->title, found->group == QH_FOUND_LOG ? LINE_ROWS : 1);
  show_text (self->detail, found->detail);
  show_text (self->keys, found->keys);
  show_text (self->snippet, found->snippet);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
qh_found_row_set (QhFoundRow *self, QhFound *found)
{
  g_return_if_fail (QH_IS_FOUND_ROW (self));

  QhFound *before = self->found;
  self->found = found ? qh_found_ref (found) : NULL;
  g_clear_pointer (&before, qh_found_unref);
  if (found)
    show (self, found);
  gtk_widget_set_visible (GTK_WIDGET (self), found != NULL);
}

QhFound *
qh_found_row_get (QhFoundRow *self)
{
  g_return_val_if_fail (QH_IS_FOUND_ROW (self), NULL);

  return self->found;
}
