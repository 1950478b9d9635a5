/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs/qh-message-dialog.h"
#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  g_task_return_boolean (task, g_str_equal (response, "confirm"));
  g_object_unref (task);
}

static void
add_responses (AdwMessageDialog *dialog, const QhMessageDialog *what)
{
  if (what->confirm == NULL) {
    adw_message_dialog_add_response (dialog, "cancel", _ ("_Close"));
    return;
  }
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "confirm", what->confirm,
                                    NULL);
  adw_message_dialog_set_response_appearance (
      dialog, "confirm", what->is_destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, what->is_destructive ? "cancel" : "confirm");
}

void
qh_message_dialog_ask (GtkWidget *parent, const QhMessageDialog *what, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  GtkRoot *root = gtk_widget_get_root (parent);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, what->heading, what->body));

  add_responses (dialog, what);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response),
                    g_task_new (parent, NULL, callback, user_data));
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
qh_message_dialog_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
