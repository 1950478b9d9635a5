/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights/qh-decision-dialog.h"
#include "base/qh-text.h"
#include "model/qh-decision.h"
#include "qh-report.h"
#include "widgets/qh-choice-bar.h"
#include "widgets/qh-date-button.h"
#include <glib/gi18n-lib.h>

/* When it is looked at again, if nothing else is said. */
#define DAYS 30

struct _QhDecisionDialog {
  AdwWindow parent_instance;

  GtkLabel *about;
  QhChoiceBar *verdict;
  GtkEditable *reason;
  QhDateButton *day;
  GtkLabel *problem;

  QhStore *store;
  int touchpoint;
};

G_DEFINE_FINAL_TYPE (QhDecisionDialog, qh_decision_dialog, ADW_TYPE_WINDOW)

static void
show_problem (QhDecisionDialog *self, const char *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
on_changed (QhDecisionDialog *self)
{
  show_problem (self, NULL);
}

static QhDecision *
make_decision (QhDecisionDialog *self)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));
  g_autofree char *reason = qh_text_trim (gtk_editable_get_text (self->reason));
  QhRecord *record = qh_record_new (&qh_decision_entity);

  g_object_set (record, "touchpoint", self->touchpoint, "verdict",
                (int)qh_choice_bar_get_value (self->verdict), NULL);
  qh_record_set_string (record, "reason", reason);
  qh_record_set_string (record, "look_again", qh_date_button_get_date (self->day));
  qh_record_set_string (record, "decided", today);
  return QH_DECISION (record);
}

static gboolean
save (QhDecisionDialog *self, GError **error)
{
  g_autoptr (QhDecision) decision = make_decision (self);

  if (decision->verdict == QH_VERDICT_UNSET)
    return qh_error_fail (error, QH_ERROR_INVALID, "%s", _ ("Say what is decided"));
  if (!decision->reason)
    return qh_error_fail (error, QH_ERROR_INVALID, "%s", _ ("Say why"));
  if (!decision->look_again)
    return qh_error_fail (error, QH_ERROR_INVALID, "%s", _ ("Say when to look again"));
  if (!qh_store_begin (self->store, _ ("Decide"), error))
    return FALSE;
  if (qh_store_save (self->store, QH_RECORD (decision), error))
    return qh_store_commit (self->store, error);
  qh_store_rollback (self->store);
  return FALSE;
}

static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhDecisionDialog *self = QH_DECISION_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!save (self, &error)) {
    show_problem (self, error->message);
    return;
  }
  qh_report (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), _ ("Decided"), TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
qh_decision_dialog_dispose (GObject *object)
{
  g_clear_object (&QH_DECISION_DIALOG (object)->store);

  G_OBJECT_CLASS (qh_decision_dialog_parent_class)->dispose (object);
}

static void
qh_decision_dialog_class_init (QhDecisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_decision_dialog_dispose;

  g_type_ensure (QH_TYPE_CHOICE_BAR);
  g_type_ensure (QH_TYPE_DATE_BUTTON);
  gtk_widget_class_install_action (widget_class, "dialog.act", NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/insights/decision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhDecisionDialog, about);
  gtk_widget_class_bind_template_child (widget_class, QhDecisionDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, QhDecisionDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, QhDecisionDialog, day);
  gtk_widget_class_bind_template_child (widget_class, QhDecisionDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
qh_decision_dialog_init (QhDecisionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Translators: what was decided of a friction: remove it, leave it, or decide later */
  qh_choice_bar_add (self->verdict, _ ("_Do"));
  qh_choice_bar_add (self->verdict, _ ("_Not"));
  qh_choice_bar_add (self->verdict, _ ("_Later"));
}

GtkWindow *
qh_decision_dialog_new (GtkWindow *parent, QhStore *store, int touchpoint, const char *about,
                        const char *reason)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhDecisionDialog *self = g_object_new (QH_TYPE_DECISION_DIALOG, "transient-for", parent, NULL);
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));
  g_autofree char *day = qh_date_add_days (today, DAYS);

  self->store = g_object_ref (store);
  self->touchpoint = touchpoint;
  gtk_label_set_label (self->about, about);
  gtk_editable_set_text (self->reason, reason ? reason : "");
  qh_date_button_set_date (self->day, day);
  on_changed (self);
  gtk_widget_child_focus (GTK_WIDGET (self->verdict), GTK_DIR_TAB_FORWARD);
  return GTK_WINDOW (self);
}
