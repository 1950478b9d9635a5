/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one place that asks a question, and only where undo cannot help (AdwMessageDialog). */
typedef struct {
  const char *heading;
  const char *body;
  const char *confirm; /* what is done, with a mnemonic; NULL: there is only something to be read */
  gboolean is_destructive;
} QhMessageDialog;

/* @callback may be NULL where nothing is asked. */
void qh_message_dialog_ask (GtkWidget *parent, const QhMessageDialog *dialog,
                            GAsyncReadyCallback callback, gpointer user_data);

/* Whether it was confirmed. */
gboolean qh_message_dialog_finish (GAsyncResult *result);

/* The same for a name: an entry called @label stands below, with @text in it. */
void qh_message_dialog_ask_text (GtkWidget *parent, const QhMessageDialog *dialog,
                                 const char *label, const char *text, GAsyncReadyCallback callback,
                                 gpointer user_data);

/* What was typed; NULL when it was not confirmed. (transfer full) */
char *qh_message_dialog_finish_text (GAsyncResult *result);

G_END_DECLS
