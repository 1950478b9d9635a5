/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs/qh-file-dialog.h"
#include <string.h>

static void
on_response (GtkNativeDialog *native, int response, GTask *task)
{
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)),
                           g_object_unref);
  else
    g_task_return_pointer (task, NULL, NULL);
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
  g_object_unref (task);
}

static void
add_filter (GtkFileChooser *chooser, const QhFileDialog *dialog)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) patterns = g_strsplit (dialog->pattern, " ", -1);

  gtk_file_filter_set_name (filter, dialog->kind);
  for (guint i = 0; patterns[i]; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
run (GtkWidget *parent, const QhFileDialog *dialog, GtkFileChooserAction action, const char *name,
     GTask *task)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      dialog->title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, dialog->accept, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  if (dialog->kind)
    add_filter (GTK_FILE_CHOOSER (native), dialog);
  if (name)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  g_signal_connect (native, "response", G_CALLBACK (on_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
qh_file_dialog_open (GtkWidget *parent, const QhFileDialog *dialog, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  run (parent, dialog, GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
       g_task_new (parent, NULL, callback, user_data));
}

void
qh_file_dialog_save (GtkWidget *parent, const QhFileDialog *dialog, const char *name,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  run (parent, dialog, GTK_FILE_CHOOSER_ACTION_SAVE, name,
       g_task_new (parent, NULL, callback, user_data));
}

void
qh_file_dialog_folder (GtkWidget *parent, const QhFileDialog *dialog, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  run (parent, dialog, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL,
       g_task_new (parent, NULL, callback, user_data));
}

GFile *
qh_file_dialog_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

char *
qh_path_with_extension (const char *path, const char *extension)
{
  g_autofree char *name = g_path_get_basename (path);

  return strrchr (name, '.') != NULL ? g_strdup (path) : g_strconcat (path, ".", extension, NULL);
}
