/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "promises/qh-promise-actions.h"
#include "promises/qh-promise-deeds.h"
#include "promises/qh-promise-dialog.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

static void
tell (GtkWidget *widget, gboolean is_done, const char *told, const GError *error)
{
  if (is_done)
    qh_report (widget, told, TRUE);
  else
    qh_report_error (widget, error);
}

static void
delete_all (GtkWidget *widget, QhStore *store, GPtrArray *promises)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = g_strdup_printf (
      ngettext ("%u promise deleted", "%u promises deleted", promises->len), promises->len);

  tell (widget, qh_promise_delete_all (store, promises, &error), told, error);
}

static void
reopen (GtkWidget *widget, QhStore *store, QhPromise *promise)
{
  g_autoptr (GError) error = NULL;

  tell (widget, qh_promise_reopen (store, promise, &error), _ ("Promise opened again"), error);
}

static void
ask (GtkWidget *widget, QhStore *store, QhPromise *promise, QhPromiseStep step)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root))
    gtk_window_present (qh_promise_dialog_new (GTK_WINDOW (root), store, promise, step));
}

void
qh_promise_act (GtkWidget *widget, QhStore *store, GPtrArray *promises, const char *name)
{
  static const char *const asked[] = { "keep", "break", "move", "withdraw" };

  if (g_str_equal (name, "delete") && promises->len > 0) {
    delete_all (widget, store, promises);
    return;
  }
  if (promises->len != 1)
    return;
  for (int i = 0; i < (int)G_N_ELEMENTS (asked); i++)
    if (g_str_equal (name, asked[i]))
      ask (widget, store, g_ptr_array_index (promises, 0), (QhPromiseStep)i);
  if (g_str_equal (name, "reopen"))
    reopen (widget, store, g_ptr_array_index (promises, 0));
}
