/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "touchpoints/qh-check-dialog.h"
#include "qh-field-control.h"
#include "qh-field-edit.h"
#include "qh-report.h"
#include "touchpoints/qh-checks.h"
#include "widgets/qh-date-button.h"
#include <glib/gi18n-lib.h>

struct _QhCheckDialog {
  AdwWindow parent_instance;

  GtkButton *act;
  GtkWidget *live_person;
  GtkEditable *seconds_to_person;
  GtkEditable *menu_levels;
  GtkEditable *hours_to_answer;
  AdwComboRow *knew;
  GtkEditable *finding;
  GtkEditable *owner;
  GtkEditable *ambassador;
  GtkWidget *delete_button;
  GtkLabel *problem;

  QhStore *store;
  QhTouchpointCheck *check;
  gboolean is_new, is_done;
};

G_DEFINE_FINAL_TYPE (QhCheckDialog, qh_check_dialog, ADW_TYPE_WINDOW)

enum { PROP_CHECK = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

#define N_TEXTS 6

/* What is typed is read when it is saved: what is wrong with it is said then. */
static void
list_texts (QhCheckDialog *self, GtkEditable *entries[N_TEXTS], const char *names[N_TEXTS])
{
  GtkEditable *all[] = { self->seconds_to_person, self->menu_levels, self->hours_to_answer,
                         self->finding,           self->owner,       self->ambassador };
  static const char *const fields[] = { "seconds_to_person", "menu_levels", "hours_to_answer",
                                        "finding",           "owner",       "ambassador" };

  for (int i = 0; i < N_TEXTS; i++) {
    entries[i] = all[i];
    names[i] = fields[i];
  }
}

static void
on_changed (QhCheckDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static gboolean
set_fields (QhCheckDialog *self, GError **error)
{
  QhRecord *check = QH_RECORD (self->check);
  GtkEditable *entries[N_TEXTS];
  const char *names[N_TEXTS];
  guint knew = adw_combo_row_get_selected (self->knew);

  list_texts (self, entries, names);
  for (int i = 0; i < N_TEXTS; i++) {
    const QhField *field = qh_entity_field (&qh_touchpoint_check_entity, names[i]);
    g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entries[i])));
    if (!qh_record_set_text (check, field, text, error))
      return FALSE;
  }
  qh_record_set_int (check, "knew", knew > 0 ? (gint64)knew - 1 : QH_NONE);
  return TRUE;
}

static gboolean
save (QhCheckDialog *self, GError **error)
{
  if (!set_fields (self, error) ||
      !qh_store_begin (self->store, self->is_new ? _ ("New check") : _ ("Edit check"), error))
    return FALSE;
  if (qh_store_save (self->store, QH_RECORD (self->check), error))
    return qh_store_commit (self->store, error);
  qh_store_rollback (self->store);
  return FALSE;
}

static void
finish (QhCheckDialog *self, const char *told)
{
  self->is_done = TRUE;
  qh_report (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), told, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_problem (QhCheckDialog *self, const GError *error)
{
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhCheckDialog *self = QH_CHECK_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (save (self, &error))
    finish (self, self->is_new ? _ ("Check added") : _ ("Check changed"));
  else
    show_problem (self, error);
}

static void
delete_it (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhCheckDialog *self = QH_CHECK_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  qh_store_revert (self->store, QH_RECORD (self->check));
  if (qh_store_delete (self->store, QH_RECORD (self->check), &error))
    finish (self, _ ("Check deleted"));
  else
    show_problem (self, error);
}

/* --- Showing */

static void
show_check (QhCheckDialog *self)
{
  GtkEditable *entries[N_TEXTS];
  const char *names[N_TEXTS];
  gint64 knew = self->check->knew;

  list_texts (self, entries, names);
  for (int i = 0; i < N_TEXTS; i++) {
    const QhField *field = qh_entity_field (&qh_touchpoint_check_entity, names[i]);
    g_autofree char *text = qh_record_get_text (QH_RECORD (self->check), field);
    gtk_editable_set_text (entries[i], text ? text : "");
  }
  adw_combo_row_set_selected (self->knew, knew != QH_NONE ? (guint)knew + 1 : 0);
  qh_field_control_name_parts (GTK_WIDGET (self->knew), _ ("Knew the answer"));
  gtk_window_set_title (GTK_WINDOW (self), self->is_new ? _ ("New Check") : _ ("Check"));
  gtk_button_set_label (self->act, self->is_new ? _ ("_Add") : _ ("_Save"));
  gtk_widget_set_visible (self->delete_button, !self->is_new);
  on_changed (self);
}

/* By whom it was checked last, it is likely to be checked again. */
static QhTouchpointCheck *
make_check (QhStore *store, int touchpoint)
{
  QhTouchpointCheck *check = qh_touchpoint_check_new ();
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));
  g_autoptr (GPtrArray) before = qh_checks_list (store, touchpoint, 1);

  g_object_set (check, "touchpoint", touchpoint, NULL);
  qh_record_set_string (QH_RECORD (check), "checked_on", today);
  if (before && before->len > 0) {
    QhTouchpointCheck *last = g_ptr_array_index (before, 0);
    qh_record_set_string (QH_RECORD (check), "owner", last->owner);
    qh_record_set_string (QH_RECORD (check), "ambassador", last->ambassador);
  }
  return check;
}

static void
qh_check_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, QH_CHECK_DIALOG (object)->check);
}

static void
qh_check_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_set_object (&QH_CHECK_DIALOG (object)->check, g_value_get_object (value));
}

/* What was chosen and not saved did not happen. */
static void
qh_check_dialog_dispose (GObject *object)
{
  QhCheckDialog *self = QH_CHECK_DIALOG (object);

  if (self->check && !self->is_new && !self->is_done)
    qh_store_revert (self->store, QH_RECORD (self->check));
  g_clear_object (&self->check);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_check_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (QH_TYPE_DATE_BUTTON);
  g_type_ensure (QH_TYPE_FIELD_EDIT);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/touchpoints/check-dialog.ui");
  gtk_widget_class_bind_template_child (klass, QhCheckDialog, act);
  gtk_widget_class_bind_template_child (klass, QhCheckDialog, live_person);
  gtk_widget_class_bind_template_child (klass, QhCheckDialog, seconds_to_person);
  gtk_widget_class_bind_template_child (klass, QhCheckDialog, menu_levels);
  gtk_widget_class_bind_template_child (klass, QhCheckDialog, hours_to_answer);
  gtk_widget_class_bind_template_child (klass, QhCheckDialog, knew);
  gtk_widget_class_bind_template_child (klass, QhCheckDialog, finding);
  gtk_widget_class_bind_template_child (klass, QhCheckDialog, owner);
  gtk_widget_class_bind_template_child (klass, QhCheckDialog, ambassador);
  gtk_widget_class_bind_template_child (klass, QhCheckDialog, delete_button);
  gtk_widget_class_bind_template_child (klass, QhCheckDialog, problem);
  gtk_widget_class_bind_template_callback (klass, on_changed);
}

static void
qh_check_dialog_class_init (QhCheckDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_check_dialog_get_property;
  object_class->set_property = qh_check_dialog_set_property;
  object_class->dispose = qh_check_dialog_dispose;

  props[PROP_CHECK] =
      g_param_spec_object ("check", NULL, NULL, qh_touchpoint_check_get_type (),
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "dialog.act", NULL, act);
  gtk_widget_class_install_action (widget_class, "dialog.delete", NULL, delete_it);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  bind_template (widget_class);
}

static void
qh_check_dialog_init (QhCheckDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
qh_check_dialog_new (GtkWindow *parent, QhStore *store, QhTouchpointCheck *check, int touchpoint)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  g_autoptr (QhTouchpointCheck) shown =
      check ? g_object_ref (check) : make_check (store, touchpoint);
  QhCheckDialog *self =
      g_object_new (QH_TYPE_CHECK_DIALOG, "transient-for", parent, "check", shown, NULL);
  self->store = g_object_ref (store);
  self->is_new = !check;
  show_check (self);
  gtk_widget_grab_focus (self->live_person);
  return GTK_WINDOW (self);
}
