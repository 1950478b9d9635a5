/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-hand-over-dialog.h"
#include "base/qh-text.h"
#include "dialogs/qh-file-dialog.h"
#include "exchange/qh-transfer-file.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

struct _QhHandOverDialog {
  AdwWindow parent_instance;

  GtkLabel *about;
  GtkEditable *person;
  GtkEditable *copies;
  GtkLabel *problem;

  QhStore *store;
  QhContent *item;
};

G_DEFINE_FINAL_TYPE (QhHandOverDialog, qh_hand_over_dialog, ADW_TYPE_WINDOW)

static void
show_problem (QhHandOverDialog *self, const char *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static gboolean
read_copies (QhHandOverDialog *self, gint64 *copies, GError **error)
{
  g_autofree char *text = qh_text_trim (gtk_editable_get_text (self->copies));

  if (text && g_ascii_string_to_signed (text, 10, 1, QH_TRANSFER_COPIES_MAX, copies, NULL))
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("Copies: expected 1 to %d, got “%s”"),
               QH_TRANSFER_COPIES_MAX, text ? text : "");
  return FALSE;
}

/* Whom it is for, and how many; NULL, and said, when that cannot be. */
static QhAddress *
read_fields (QhHandOverDialog *self, gint64 *copies)
{
  g_autoptr (GError) error = NULL;
  QhAddress *to = NULL;

  if (read_copies (self, copies, &error))
    to = qh_transfer_resolve (self->store, gtk_editable_get_text (self->person), &error);
  show_problem (self, error ? error->message : NULL);
  return to;
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  QhHandOverDialog *self = QH_HAND_OVER_DIALOG (source);
  g_autoptr (GFile) file = qh_file_dialog_finish (result);
  g_autoptr (QhAddress) to = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  gint64 copies;

  if (!file || !self->store)
    return;
  to = read_fields (self, &copies);
  if (!to)
    return;
  id = qh_transfer_give (self->store, QH_RECORD (self->item)->id, copies, to,
                         g_file_peek_path (file), &error);
  if (!id) {
    show_problem (self, error->message);
    return;
  }
  qh_report (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
             _ ("Handed over; give them the file"), FALSE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
hand_over (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhHandOverDialog *self = QH_HAND_OVER_DIALOG (widget);
  const QhFileDialog dialog = { _ ("Hand Over Copies"), _ ("_Hand Over"), _ ("Transfer files"),
                                "*.qhtransfer" };
  gint64 copies;
  g_autoptr (QhAddress) to = read_fields (self, &copies);

  if (to)
    qh_file_dialog_save (widget, &dialog, _ ("copies.qhtransfer"), on_file_chosen, NULL);
}

static void
on_changed (QhHandOverDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.act",
                                 !qh_text_is_empty (gtk_editable_get_text (self->person)) &&
                                     !qh_text_is_empty (gtk_editable_get_text (self->copies)));
  show_problem (self, NULL);
}

static void
qh_hand_over_dialog_dispose (GObject *object)
{
  QhHandOverDialog *self = QH_HAND_OVER_DIALOG (object);

  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_hand_over_dialog_parent_class)->dispose (object);
}

static void
qh_hand_over_dialog_class_init (QhHandOverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_hand_over_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "dialog.act", NULL, hand_over);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/content/hand-over-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhHandOverDialog, about);
  gtk_widget_class_bind_template_child (widget_class, QhHandOverDialog, person);
  gtk_widget_class_bind_template_child (widget_class, QhHandOverDialog, copies);
  gtk_widget_class_bind_template_child (widget_class, QhHandOverDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
qh_hand_over_dialog_init (QhHandOverDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  on_changed (self);
}

GtkWindow *
qh_hand_over_dialog_new (GtkWindow *parent, QhStore *store, QhContent *item)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CONTENT (item), NULL);

  QhHandOverDialog *self = g_object_new (QH_TYPE_HAND_OVER_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->item = g_object_ref (item);
  gtk_label_set_label (self->about, item->title);
  gtk_widget_grab_focus (GTK_WIDGET (self->person));
  return GTK_WINDOW (self);
}
