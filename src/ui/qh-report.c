/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-report.h"
#include <glib/gi18n-lib.h>

void
qh_report (GtkWidget *widget, const char *text, gboolean undo)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text);

  gtk_widget_activate_action (widget, "win.toast", "(sb)", text, undo);
}

void
qh_report_saved (GtkWidget *widget, const char *path)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && path);

  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *told = g_strdup_printf (_ ("Saved “%s”"), name);

  qh_report (widget, told, FALSE);
}

void
qh_report_error (GtkWidget *widget, const GError *error)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (error);

  int code = error->domain == QH_ERROR ? error->code : QH_ERROR_INVALID;
  gtk_widget_activate_action (widget, "win.error", "(is)", code, error->message);
}

void
qh_report_flush (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_activate_action (widget, "win.flush", NULL);
}
