/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "housekeeping/qh-housekeeping-dialog.h"
#include "base/qh-text.h"
#include "qh-field-edit.h"
#include "qh-report.h"
#include "widgets/qh-client-chooser.h"
#include <glib/gi18n-lib.h>

struct _QhHousekeepingDialog {
  AdwWindow parent_instance;

  GtkButton *act;
  GtkEditable *name;
  GtkEditable *minutes;
  QhClientChooser *client;
  GtkLabel *problem;

  QhStore *store;
  QhHousekeeping *task;
  gboolean is_new, is_saved;
};

G_DEFINE_FINAL_TYPE (QhHousekeepingDialog, qh_housekeeping_dialog, ADW_TYPE_WINDOW)

enum { PROP_STORE = 1, PROP_TASK, N_PROPS };
static GParamSpec *props[N_PROPS];

/* It may be nobody's in particular, but not someone's who is not known. */
static void
on_changed (QhHousekeepingDialog *self)
{
  gboolean is_clear = qh_text_is_empty (qh_client_chooser_get_text (self->client)) ||
                      qh_client_chooser_get_client (self->client);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.act",
                                 is_clear &&
                                     !qh_text_is_empty (gtk_editable_get_text (self->name)));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static gboolean
set_fields (QhHousekeepingDialog *self, GError **error)
{
  QhRecord *task = QH_RECORD (self->task);
  QhClient *client = qh_client_chooser_get_client (self->client);
  g_autofree char *minutes = qh_text_trim (gtk_editable_get_text (self->minutes));

  qh_record_set_string (task, "task", gtk_editable_get_text (self->name));
  qh_record_set_string (task, "client", client ? QH_RECORD (client)->id : NULL);
  return qh_record_set_text (task, qh_entity_field (&qh_housekeeping_entity, "minutes"), minutes,
                             error);
}

static gboolean
save (QhHousekeepingDialog *self, GError **error)
{
  if (!set_fields (self, error) ||
      !qh_store_begin (self->store, self->is_new ? _ ("New task") : _ ("Edit task"), error))
    return FALSE;
  if (qh_store_save (self->store, QH_RECORD (self->task), error))
    return qh_store_commit (self->store, error);
  qh_store_rollback (self->store);
  return FALSE;
}

static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhHousekeepingDialog *self = QH_HOUSEKEEPING_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!save (self, &error)) {
    gtk_label_set_label (self->problem, error->message);
    gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    return;
  }
  self->is_saved = TRUE;
  qh_report (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
             self->is_new ? _ ("Task added") : _ ("Task changed"), TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_task (QhHousekeepingDialog *self)
{
  g_autoptr (QhRecord) client =
      self->task->client ? qh_store_get (self->store, &qh_client_entity, self->task->client, NULL)
                         : NULL;
  g_autofree char *minutes =
      self->task->minutes != QH_NONE ? g_strdup_printf ("%d", (int)self->task->minutes) : NULL;

  gtk_window_set_title (GTK_WINDOW (self), self->is_new ? _ ("New Task") : _ ("Task"));
  gtk_button_set_label (self->act, self->is_new ? _ ("_Add") : _ ("_Save"));
  gtk_editable_set_text (self->name, self->task->task ? self->task->task : "");
  gtk_editable_set_text (self->minutes, minutes ? minutes : "");
  g_object_set (self->client, "store", self->store, NULL);
  qh_client_chooser_set_client (self->client, client ? QH_CLIENT (client) : NULL);
  on_changed (self);
}

static void
qh_housekeeping_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhHousekeepingDialog *self = QH_HOUSEKEEPING_DIALOG (object);

  if (id == PROP_STORE)
    g_value_set_object (value, self->store);
  else
    g_value_set_object (value, self->task);
}

static void
qh_housekeeping_dialog_set_property (GObject *object, guint id, const GValue *value,
                                     GParamSpec *pspec)
{
  QhHousekeepingDialog *self = QH_HOUSEKEEPING_DIALOG (object);

  if (id == PROP_STORE) {
    self->store = g_value_dup_object (value);
    return;
  }
  self->task = g_value_dup_object (value);
  self->is_new = !self->task;
  if (self->is_new)
    self->task = qh_housekeeping_new ();
}

static void
qh_housekeeping_dialog_constructed (GObject *object)
{
  G_OBJECT_CLASS (qh_housekeeping_dialog_parent_class)->constructed (object);

  show_task (QH_HOUSEKEEPING_DIALOG (object));
}

/* What was chosen and not saved did not happen. */
static void
qh_housekeeping_dialog_dispose (GObject *object)
{
  QhHousekeepingDialog *self = QH_HOUSEKEEPING_DIALOG (object);

  if (self->task && !self->is_new && !self->is_saved)
    qh_store_revert (self->store, QH_RECORD (self->task));
  g_clear_object (&self->task);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_housekeeping_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (QH_TYPE_CLIENT_CHOOSER);
  g_type_ensure (QH_TYPE_FIELD_EDIT);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/housekeeping/housekeeping-dialog.ui");
  gtk_widget_class_bind_template_child (klass, QhHousekeepingDialog, act);
  gtk_widget_class_bind_template_child (klass, QhHousekeepingDialog, name);
  gtk_widget_class_bind_template_child (klass, QhHousekeepingDialog, minutes);
  gtk_widget_class_bind_template_child (klass, QhHousekeepingDialog, client);
  gtk_widget_class_bind_template_child (klass, QhHousekeepingDialog, problem);
  gtk_widget_class_bind_template_callback (klass, on_changed);
}

static void
qh_housekeeping_dialog_class_init (QhHousekeepingDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_housekeeping_dialog_get_property;
  object_class->set_property = qh_housekeeping_dialog_set_property;
  object_class->constructed = qh_housekeeping_dialog_constructed;
  object_class->dispose = qh_housekeeping_dialog_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_TASK] = g_param_spec_object ("task", NULL, NULL, qh_housekeeping_get_type (), once);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "dialog.act", NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  bind_template (widget_class);
}

static void
qh_housekeeping_dialog_init (QhHousekeepingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
qh_housekeeping_dialog_new (GtkWindow *parent, QhStore *store, QhHousekeeping *task)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  GtkWindow *self = g_object_new (QH_TYPE_HOUSEKEEPING_DIALOG, "transient-for", parent, "store",
                                  store, "task", task, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (QH_HOUSEKEEPING_DIALOG (self)->name));
  return self;
}
