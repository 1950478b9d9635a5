/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-window-beside.h"
#include "qh-report.h"
#include "qh-window.h"

static void
open_beside (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *detailed = g_variant_get_string (parameter, NULL);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  QhWindow *window;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    return;
  qh_report_flush (widget);
  window = qh_window_new_beside (QH_WINDOW (widget));
  qh_window_ensure_page (window);
  gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target);
  gtk_window_present (GTK_WINDOW (window));
}

void
qh_window_beside_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.beside", "s", open_beside);
}
