/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs/qh-message-dialog.h"
#include "base/qh-text.h"
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

static AdwMessageDialog *
build (GtkWidget *parent, const QhMessageDialog *what)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, what->heading, what->body));

  add_responses (dialog, what);
  adw_message_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

void
qh_message_dialog_ask (GtkWidget *parent, const QhMessageDialog *what, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  AdwMessageDialog *dialog = build (parent, what);

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

/* --- A name */

static void
on_text_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  gboolean is_confirmed = g_str_equal (response, "confirm");

  g_task_return_pointer (task, is_confirmed ? g_strdup (gtk_editable_get_text (entry)) : NULL,
                         g_free);
  g_object_unref (task);
}

/* Without a name there is nothing to confirm. */
static void
on_text_changed (AdwMessageDialog *dialog, GtkEditable *entry)
{
  adw_message_dialog_set_response_enabled (dialog, "confirm",
                                           !qh_text_is_empty (gtk_editable_get_text (entry)));
}

void
qh_message_dialog_ask_text (GtkWidget *parent, const QhMessageDialog *what, const char *label,
                            const char *text, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (label && text);

  AdwMessageDialog *dialog = build (parent, what);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_text_changed), dialog,
                           G_CONNECT_SWAPPED);
  on_text_changed (dialog, GTK_EDITABLE (entry));
  g_signal_connect (dialog, "response", G_CALLBACK (on_text_response),
                    g_task_new (parent, NULL, callback, user_data));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

char *
qh_message_dialog_finish_text (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
