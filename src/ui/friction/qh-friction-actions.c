/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-actions.h"
#include "friction/qh-friction-deeds.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

void
qh_friction_ask (GtkWidget *widget, QhStore *store, QhFriction *friction, QhFrictionStep step)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  qh_report_flush (widget);
  if (GTK_IS_WINDOW (root))
    gtk_window_present (qh_friction_dialog_new (GTK_WINDOW (root), store, friction, step));
}

void
qh_friction_reopen_here (GtkWidget *widget, QhStore *store, QhFriction *friction)
{
  g_autoptr (GError) error = NULL;

  qh_report_flush (widget);
  if (qh_friction_reopen (store, friction, &error))
    qh_report (widget, _ ("Friction opened again"), TRUE);
  else
    qh_report_error (widget, error);
}

static char *
describe_deletion (GPtrArray *frictions)
{
  if (frictions->len == 1)
    return g_strdup_printf (_ ("“%s” deleted"),
                            QH_FRICTION (g_ptr_array_index (frictions, 0))->title);
  return g_strdup_printf (ngettext ("%u friction deleted", "%u frictions deleted", frictions->len),
                          frictions->len);
}

void
qh_frictions_delete (GtkWidget *widget, QhStore *store, GPtrArray *frictions)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  if (frictions->len == 0)
    return;
  told = describe_deletion (frictions);
  if (qh_friction_delete_all (store, frictions, &error))
    qh_report (widget, told, TRUE);
  else
    qh_report_error (widget, error);
}
