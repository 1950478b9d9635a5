/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs/qh-new-client-dialog.h"
#include "base/qh-text.h"

struct _QhNewClientDialog {
  AdwWindow parent_instance;

  GtkEditable *name;
  GtkEditable *industry;
  GtkLabel *problem;

  QhStore *store;
};

G_DEFINE_FINAL_TYPE (QhNewClientDialog, qh_new_client_dialog, ADW_TYPE_WINDOW)

static void
on_name_changed (QhNewClientDialog *self)
{
  gboolean has_name = !qh_text_is_empty (gtk_editable_get_text (self->name));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", has_name);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
show_problem (QhNewClientDialog *self, const GError *error)
{
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhNewClientDialog *self = QH_NEW_CLIENT_DIALOG (widget);
  g_autoptr (QhClient) client = qh_client_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_string (QH_RECORD (client), "name", gtk_editable_get_text (self->name));
  qh_record_set_string (QH_RECORD (client), "industry", gtk_editable_get_text (self->industry));
  if (!qh_store_save (self->store, QH_RECORD (client), &error)) {
    show_problem (self, error);
    return;
  }
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.open-client", "s", QH_RECORD (client)->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
qh_new_client_dialog_dispose (GObject *object)
{
  g_clear_object (&QH_NEW_CLIENT_DIALOG (object)->store);

  G_OBJECT_CLASS (qh_new_client_dialog_parent_class)->dispose (object);
}

static void
qh_new_client_dialog_class_init (QhNewClientDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_new_client_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/dialogs/new-client-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhNewClientDialog, name);
  gtk_widget_class_bind_template_child (widget_class, QhNewClientDialog, industry);
  gtk_widget_class_bind_template_child (widget_class, QhNewClientDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
}

static void
qh_new_client_dialog_init (QhNewClientDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", FALSE);
}

GtkWindow *
qh_new_client_dialog_new (GtkWindow *parent, QhStore *store)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhNewClientDialog *self = g_object_new (QH_TYPE_NEW_CLIENT_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WINDOW (self);
}
