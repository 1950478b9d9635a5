/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "promises/qh-new-promise-dialog.h"
#include "base/qh-text.h"
#include "qh-field-edit.h"
#include "widgets/qh-client-chooser.h"
#include "widgets/qh-date-button.h"
#include <glib/gi18n-lib.h>

struct _QhNewPromiseDialog {
  AdwWindow parent_instance;

  GtkEditable *what;
  GtkEditable *person;
  QhClientChooser *client;
  GtkLabel *problem;

  QhStore *store;
  QhPromise *promise;
};

G_DEFINE_FINAL_TYPE (QhNewPromiseDialog, qh_new_promise_dialog, ADW_TYPE_WINDOW)

enum { PROP_PROMISE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

/* It may be nobody's in particular, but not someone's of whom it is not clear who he is. */
static void
on_changed (QhNewPromiseDialog *self)
{
  gboolean is_clear = qh_text_is_empty (qh_client_chooser_get_text (self->client)) ||
                      qh_client_chooser_is_decided (self->client);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add",
                                 is_clear &&
                                     !qh_text_is_empty (gtk_editable_get_text (self->what)));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

/* The client that is chosen, or a new one of the name that is typed; NULL where none is. */
static gboolean
take_client (QhNewPromiseDialog *self, GError **error)
{
  QhClient *chosen = qh_client_chooser_get_client (self->client);
  const char *name = qh_client_chooser_get_text (self->client);
  g_autoptr (QhClient) client = NULL;

  if (chosen) {
    qh_record_set_string (QH_RECORD (self->promise), "client", QH_RECORD (chosen)->id);
    return TRUE;
  }
  if (qh_text_is_empty (name))
    return TRUE;
  client = qh_client_new ();
  qh_record_set_string (QH_RECORD (client), "name", name);
  if (!qh_store_save (self->store, QH_RECORD (client), error))
    return FALSE;
  qh_record_set_string (QH_RECORD (self->promise), "client", QH_RECORD (client)->id);
  return TRUE;
}

static gboolean
save (QhNewPromiseDialog *self, GError **error)
{
  QhRecord *promise = QH_RECORD (self->promise);

  qh_record_set_string (promise, "what", gtk_editable_get_text (self->what));
  qh_record_set_string (promise, "person", gtk_editable_get_text (self->person));
  if (!qh_store_begin (self->store, _ ("New promise"), error))
    return FALSE;
  if (take_client (self, error) && qh_store_save (self->store, promise, error))
    return qh_store_commit (self->store, error);
  qh_store_rollback (self->store);
  return FALSE;
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhNewPromiseDialog *self = QH_NEW_PROMISE_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!save (self, &error)) {
    gtk_label_set_label (self->problem, error->message);
    gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    return;
  }
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.open-promise", "s", QH_RECORD (self->promise)->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
qh_new_promise_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, QH_NEW_PROMISE_DIALOG (object)->promise);
}

static void
qh_new_promise_dialog_dispose (GObject *object)
{
  QhNewPromiseDialog *self = QH_NEW_PROMISE_DIALOG (object);

  g_clear_object (&self->promise);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_new_promise_dialog_parent_class)->dispose (object);
}

static void
qh_new_promise_dialog_class_init (QhNewPromiseDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_new_promise_dialog_get_property;
  object_class->dispose = qh_new_promise_dialog_dispose;

  props[PROP_PROMISE] = g_param_spec_object ("promise", NULL, NULL, qh_promise_get_type (),
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_CLIENT_CHOOSER);
  g_type_ensure (QH_TYPE_DATE_BUTTON);
  g_type_ensure (QH_TYPE_FIELD_EDIT);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/promises/new-promise-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhNewPromiseDialog, what);
  gtk_widget_class_bind_template_child (widget_class, QhNewPromiseDialog, person);
  gtk_widget_class_bind_template_child (widget_class, QhNewPromiseDialog, client);
  gtk_widget_class_bind_template_child (widget_class, QhNewPromiseDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
qh_new_promise_dialog_init (QhNewPromiseDialog *self)
{
  self->promise = qh_promise_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", FALSE);
}

GtkWindow *
qh_new_promise_dialog_new (GtkWindow *parent, QhStore *store)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhNewPromiseDialog *self =
      g_object_new (QH_TYPE_NEW_PROMISE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));

  self->store = g_object_ref (store);
  qh_record_set_string (QH_RECORD (self->promise), "made", today);
  g_object_set (self->client, "store", store, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->what));
  return GTK_WINDOW (self);
}
