/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-box.h"

struct _QhBox {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (QhBox, qh_box, GTK_TYPE_WIDGET)

static void
qh_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (qh_box_parent_class)->dispose (object);
}

static void
qh_box_compute_expand (GtkWidget *widget, gboolean *hexpand, gboolean *vexpand)
{
  *hexpand = *vexpand = FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    *hexpand |= gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    *vexpand |= gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
  }
}

static void
qh_box_class_init (QhBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_box_dispose;
  widget_class->compute_expand = qh_box_compute_expand;
}

static void
qh_box_init (QhBox *self)
{
}

void
qh_box_append (QhBox *self, GtkWidget *child)
{
  g_return_if_fail (QH_IS_BOX (self));
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}
