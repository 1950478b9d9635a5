/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-window-pages.h"
#include "housekeeping/qh-housekeeping-page.h"
#include "qh-report.h"
#include "qh-window.h"
#include "touchpoints/qh-touchpoint-page.h"
#include "touchpoints/qh-touchpoints-page.h"

static void
open_housekeeping (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);

  qh_report_flush (widget);
  if (!qh_window_show (self, "housekeeping"))
    qh_window_push (self, qh_housekeeping_page_new (qh_window_get_store (self)), "housekeeping",
                    "friction");
}

static void
open_touchpoints (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);

  qh_report_flush (widget);
  if (!qh_window_show (self, "touchpoints"))
    qh_window_push (self, qh_touchpoints_page_new (qh_window_get_store (self)), "touchpoints",
                    "friction");
}

static void
open_touchpoint (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhWindow *self = QH_WINDOW (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  int touchpoint = qh_field_enum_value (qh_entity_field (&qh_friction_entity, "touchpoint"), name);
  g_autofree char *page = g_strconcat ("touchpoint ", name, NULL);

  qh_report_flush (widget);
  if (touchpoint > 0 && !qh_window_show (self, page))
    qh_window_push (self, qh_touchpoint_page_new (qh_window_get_store (self), touchpoint), page,
                    "friction");
}

void
qh_window_pages_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open-housekeeping", NULL, open_housekeeping);
  gtk_widget_class_install_action (klass, "win.open-touchpoints", NULL, open_touchpoints);
  gtk_widget_class_install_action (klass, "win.open-touchpoint", "s", open_touchpoint);
}
