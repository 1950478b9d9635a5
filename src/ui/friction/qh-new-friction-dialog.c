/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-new-friction-dialog.h"
#include "base/qh-text.h"
#include "friction/qh-severity-choices.h"
#include "qh-field-edit.h"
#include "widgets/qh-client-chooser.h"
#include <glib/gi18n-lib.h>

struct _QhNewFrictionDialog {
  AdwWindow parent_instance;

  GtkEditable *title;
  GtkEditable *words;
  AdwComboRow *severity;
  QhClientChooser *client;
  GtkLabel *problem;

  QhStore *store;
  QhFriction *friction;
};

G_DEFINE_FINAL_TYPE (QhNewFrictionDialog, qh_new_friction_dialog, ADW_TYPE_WINDOW)

enum { PROP_FRICTION = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

/* It may be nobody's in particular, but not someone's of whom it is not clear who he is. */
static void
on_changed (QhNewFrictionDialog *self)
{
  gboolean is_clear = qh_text_is_empty (qh_client_chooser_get_text (self->client)) ||
                      qh_client_chooser_is_decided (self->client);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add",
                                 is_clear &&
                                     !qh_text_is_empty (gtk_editable_get_text (self->title)));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

/* The client that is chosen, or a new one of the name that is typed; NULL where none is. */
static gboolean
take_client (QhNewFrictionDialog *self, GError **error)
{
  QhClient *chosen = qh_client_chooser_get_client (self->client);
  const char *name = qh_client_chooser_get_text (self->client);
  g_autoptr (QhClient) client = NULL;

  if (chosen) {
    qh_record_set_string (QH_RECORD (self->friction), "client", QH_RECORD (chosen)->id);
    return TRUE;
  }
  if (qh_text_is_empty (name))
    return TRUE;
  client = qh_client_new ();
  qh_record_set_string (QH_RECORD (client), "name", name);
  if (!qh_store_save (self->store, QH_RECORD (client), error))
    return FALSE;
  qh_record_set_string (QH_RECORD (self->friction), "client", QH_RECORD (client)->id);
  return TRUE;
}

static gboolean
save (QhNewFrictionDialog *self, GError **error)
{
  QhRecord *friction = QH_RECORD (self->friction);
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));

  qh_record_set_string (friction, "title", gtk_editable_get_text (self->title));
  qh_record_set_string (friction, "words", gtk_editable_get_text (self->words));
  qh_record_set_int (friction, "severity", adw_combo_row_get_selected (self->severity) + 1);
  qh_record_set_string (friction, "reported", today);
  if (!qh_store_begin (self->store, _ ("New friction"), error))
    return FALSE;
  if (take_client (self, error) && qh_store_save (self->store, friction, error))
    return qh_store_commit (self->store, error);
  qh_store_rollback (self->store);
  return FALSE;
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhNewFrictionDialog *self = QH_NEW_FRICTION_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!save (self, &error)) {
    gtk_label_set_label (self->problem, error->message);
    gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    return;
  }
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.open-friction", "s", QH_RECORD (self->friction)->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
qh_new_friction_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, QH_NEW_FRICTION_DIALOG (object)->friction);
}

static void
qh_new_friction_dialog_dispose (GObject *object)
{
  QhNewFrictionDialog *self = QH_NEW_FRICTION_DIALOG (object);

  g_clear_object (&self->friction);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_new_friction_dialog_parent_class)->dispose (object);
}

static void
qh_new_friction_dialog_class_init (QhNewFrictionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_new_friction_dialog_get_property;
  object_class->dispose = qh_new_friction_dialog_dispose;

  props[PROP_FRICTION] = g_param_spec_object ("friction", NULL, NULL, qh_friction_get_type (),
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_CLIENT_CHOOSER);
  g_type_ensure (QH_TYPE_FIELD_EDIT);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/friction/new-friction-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhNewFrictionDialog, title);
  gtk_widget_class_bind_template_child (widget_class, QhNewFrictionDialog, words);
  gtk_widget_class_bind_template_child (widget_class, QhNewFrictionDialog, severity);
  gtk_widget_class_bind_template_child (widget_class, QhNewFrictionDialog, client);
  gtk_widget_class_bind_template_child (widget_class, QhNewFrictionDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
qh_new_friction_dialog_init (QhNewFrictionDialog *self)
{
  self->friction = qh_friction_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  qh_severity_choices_fill (GTK_WIDGET (self->severity), NULL);
  adw_combo_row_set_selected (self->severity, (guint)self->friction->severity - 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", FALSE);
}

GtkWindow *
qh_new_friction_dialog_new (GtkWindow *parent, QhStore *store)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhNewFrictionDialog *self =
      g_object_new (QH_TYPE_NEW_FRICTION_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  g_object_set (self->client, "store", store, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  return GTK_WINDOW (self);
}
