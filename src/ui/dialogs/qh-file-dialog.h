/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one place that asks for a file's name (GtkFileChooserNative: the desktop's own dialog). */
typedef struct {
  const char *title; /* of the dialog */
  const char *accept; /* its button, with a mnemonic */
  const char *kind; /* "Plan files"; NULL: any file */
  const char *pattern; /* "*.qhplan", or several with a space between */
} QhFileDialog;

/* @dialog's strings are translated, and used at once. */
void qh_file_dialog_open (GtkWidget *parent, const QhFileDialog *dialog,
                          GAsyncReadyCallback callback, gpointer user_data);
void qh_file_dialog_save (GtkWidget *parent, const QhFileDialog *dialog, const char *name,
                          GAsyncReadyCallback callback, gpointer user_data);

/* A folder; @dialog's kind and pattern are of no account. */
void qh_file_dialog_folder (GtkWidget *parent, const QhFileDialog *dialog,
                            GAsyncReadyCallback callback, gpointer user_data);

/* NULL when the person changed his mind. (transfer full) */
GFile *qh_file_dialog_finish (GAsyncResult *result);

/* @path, with ".@extension" behind it where its name has no extension. */
char *qh_path_with_extension (const char *path, const char *extension);

G_END_DECLS
