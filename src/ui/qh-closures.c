/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-closures.h"
#include <glib/gi18n-lib.h>

gboolean
qh_closure_not (gpointer self, gboolean value)
{
  return !value;
}

gboolean
qh_closure_either (gpointer self, gboolean a, gboolean b)
{
  return a || b;
}

gboolean
qh_closure_is_some (gpointer self, const char *text)
{
  return text && *text;
}

char *
qh_closure_undo_tooltip (gpointer self, const char *label)
{
  return label ? g_strdup_printf (_ ("Undo: %s"), label) : g_strdup (_ ("Undo"));
}

char *
qh_closure_redo_tooltip (gpointer self, const char *label)
{
  return label ? g_strdup_printf (_ ("Redo: %s"), label) : g_strdup (_ ("Redo"));
}

void
qh_closures_bind (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, qh_closure_not);
  gtk_widget_class_bind_template_callback (klass, qh_closure_either);
  gtk_widget_class_bind_template_callback (klass, qh_closure_is_some);
  gtk_widget_class_bind_template_callback (klass, qh_closure_undo_tooltip);
  gtk_widget_class_bind_template_callback (klass, qh_closure_redo_tooltip);
}
