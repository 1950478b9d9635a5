/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-focus.h"

gboolean
qh_focus_is_within (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, widget);
}

gboolean
qh_focus_hand_on (GtkWidget *widget, GtkWidget *child)
{
  g_return_val_if_fail (GTK_IS_WIDGET (child), FALSE);

  return !qh_focus_is_within (widget) && gtk_widget_grab_focus (child);
}
