/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-dialog.h"
#include "base/qh-text.h"
#include "friction/qh-friction-deeds.h"
#include "qh-report.h"
#include "widgets/qh-date-button.h"
#include <glib/gi18n-lib.h>

/* How a client hears of the change. */
enum { TELL_AT_MEETING, TELL_TOLD };

struct _QhFrictionDialog {
  AdwWindow parent_instance;

  GtkButton *act;
  GtkLabel *about;
  GtkEditable *owner;
  GtkWidget *due_row;
  QhDateButton *due;
  GtkEditable *ask;
  GtkEditable *change;
  GtkWidget *day_row;
  QhDateButton *day;
  GtkEditable *learned;
  AdwComboRow *tell;
  GtkWidget *told_row;
  QhDateButton *told;
  GtkEditable *reason;
  GtkWidget *hint;
  GtkLabel *problem;

  QhStore *store;
  QhFriction *friction;
  QhFrictionStep step;
};

G_DEFINE_FINAL_TYPE (QhFrictionDialog, qh_friction_dialog, ADW_TYPE_WINDOW)

static const struct {
  const char *title, *button, *told;
} steps[] = {
  [QH_FRICTION_STEP_HAND_OVER] = { N_ ("Hand to Someone"), N_ ("_Hand Over"),
                                   N_ ("Handed over; it is being fixed") },
  [QH_FRICTION_STEP_REMOVE] = { N_ ("Friction Removed"), N_ ("_Removed"), N_ ("Friction removed") },
  [QH_FRICTION_STEP_ACCEPT] = { N_ ("Accept Friction"), N_ ("_Accept"), N_ ("Friction accepted") },
};

static GtkEditable *
get_required (QhFrictionDialog *self)
{
  switch (self->step) {
  case QH_FRICTION_STEP_HAND_OVER:
    return self->owner;
  case QH_FRICTION_STEP_REMOVE:
    return self->change;
  default:
    return self->reason;
  }
}

static void
show_problem (QhFrictionDialog *self, const char *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
on_changed (QhFrictionDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.act",
                                 !qh_text_is_empty (gtk_editable_get_text (get_required (self))));
  show_problem (self, NULL);
}

static gboolean
is_told (QhFrictionDialog *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->tell)) &&
         adw_combo_row_get_selected (self->tell) == TELL_TOLD;
}

static void
on_tell_changed (QhFrictionDialog *self)
{
  gtk_widget_set_visible (self->told_row, is_told (self));
  gtk_widget_set_visible (self->hint,
                          gtk_widget_get_visible (GTK_WIDGET (self->tell)) && !is_told (self));
}

static gboolean
take_step (QhFrictionDialog *self, GError **error)
{
  switch (self->step) {
  case QH_FRICTION_STEP_HAND_OVER:
    return qh_friction_hand_over (self->store, self->friction, gtk_editable_get_text (self->owner),
                                  qh_date_button_get_date (self->due),
                                  gtk_editable_get_text (self->ask), error);
  case QH_FRICTION_STEP_REMOVE:
    return qh_friction_remove (self->store, self->friction, gtk_editable_get_text (self->change),
                               qh_date_button_get_date (self->day),
                               gtk_editable_get_text (self->learned),
                               is_told (self) ? qh_date_button_get_date (self->told) : NULL, error);
  default:
    return qh_friction_accept (self->store, self->friction, gtk_editable_get_text (self->reason),
                               error);
  }
}

static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhFrictionDialog *self = QH_FRICTION_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!take_step (self, &error)) {
    show_problem (self, error->message);
    return;
  }
  qh_report (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
             _ (steps[self->step].told), TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
set_text (GtkEditable *editable, const char *text)
{
  gtk_editable_set_text (editable, text ? text : "");
}

/* A friction of nobody in particular has nobody who should hear of it. */
static void
show_removal (QhFrictionDialog *self)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));
  g_autoptr (GPtrArray) clients = qh_friction_list_clients (self->store, self->friction);
  gboolean is_removal = self->step == QH_FRICTION_STEP_REMOVE;

  gtk_widget_set_visible (GTK_WIDGET (self->change), is_removal);
  gtk_widget_set_visible (self->day_row, is_removal);
  gtk_widget_set_visible (GTK_WIDGET (self->learned), is_removal);
  gtk_widget_set_visible (GTK_WIDGET (self->tell), is_removal && clients && clients->len > 0);
  set_text (self->change, self->friction->change);
  set_text (self->learned, self->friction->learned);
  qh_date_button_set_date (self->day, today);
  qh_date_button_set_date (self->told, today);
  on_tell_changed (self);
}

static void
show_step (QhFrictionDialog *self)
{
  gboolean is_hand_over = self->step == QH_FRICTION_STEP_HAND_OVER;

  gtk_window_set_title (GTK_WINDOW (self), _ (steps[self->step].title));
  gtk_button_set_label (self->act, _ (steps[self->step].button));
  gtk_label_set_label (self->about, self->friction->title);
  gtk_widget_set_visible (GTK_WIDGET (self->owner), is_hand_over);
  gtk_widget_set_visible (self->due_row, is_hand_over);
  gtk_widget_set_visible (GTK_WIDGET (self->ask), is_hand_over);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), self->step == QH_FRICTION_STEP_ACCEPT);
  set_text (self->owner, self->friction->owner);
  set_text (self->ask, self->friction->ask);
  set_text (self->reason, self->friction->reason);
  qh_date_button_set_date (self->due, self->friction->due);
  show_removal (self);
  on_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_required (self)));
}

static void
qh_friction_dialog_dispose (GObject *object)
{
  QhFrictionDialog *self = QH_FRICTION_DIALOG (object);

  g_clear_object (&self->friction);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_friction_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/friction/friction-dialog.ui");
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, act);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, about);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, owner);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, due_row);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, due);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, ask);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, change);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, day_row);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, day);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, learned);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, tell);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, told_row);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, told);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, reason);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, hint);
  gtk_widget_class_bind_template_child (klass, QhFrictionDialog, problem);
  gtk_widget_class_bind_template_callback (klass, on_changed);
  gtk_widget_class_bind_template_callback (klass, on_tell_changed);
}

static void
qh_friction_dialog_class_init (QhFrictionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_friction_dialog_dispose;

  g_type_ensure (QH_TYPE_DATE_BUTTON);
  gtk_widget_class_install_action (widget_class, "dialog.act", NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  bind_template (widget_class);
}

static void
qh_friction_dialog_init (QhFrictionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
qh_friction_dialog_new (GtkWindow *parent, QhStore *store, QhFriction *friction,
                        QhFrictionStep step)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_FRICTION (friction), NULL);

  QhFrictionDialog *self = g_object_new (QH_TYPE_FRICTION_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->friction = g_object_ref (friction);
  self->step = step;
  show_step (self);
  return GTK_WINDOW (self);
}
