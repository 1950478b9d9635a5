/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "promises/qh-promise-dialog.h"
#include "base/qh-text.h"
#include "design/qh-trust.h"
#include "promises/qh-promise-deeds.h"
#include "promises/qh-promise-figures.h"
#include "qh-report.h"
#include "widgets/qh-box.h"
#include "widgets/qh-date-button.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

/* So many reasons of before are offered. */
#define REASONS 5
#define REASON_CHARS 40

struct _QhPromiseDialog {
  AdwWindow parent_instance;

  GtkButton *act;
  GtkLabel *about;
  AdwActionRow *day_row;
  QhDateButton *day;
  GtkWidget *consent_row;
  GtkSwitch *consent;
  GtkEditable *reason;
  QhBox *reasons;
  GtkLabel *problem;

  QhStore *store;
  QhPromise *promise;
  QhPromiseStep step;
};

G_DEFINE_FINAL_TYPE (QhPromiseDialog, qh_promise_dialog, ADW_TYPE_WINDOW)

static const struct {
  const char *title, *button, *day, *told;
} steps[] = {
  [QH_PROMISE_STEP_KEEP] = { N_ ("Promise Kept"), N_ ("_Kept"), N_ ("Kept on"),
                             N_ ("Promise kept") },
  [QH_PROMISE_STEP_BREAK] = { N_ ("Promise Broken"), N_ ("_Broken"), N_ ("Broken on"),
                              N_ ("Promise broken") },
  [QH_PROMISE_STEP_MOVE] = { N_ ("Move Promise"), N_ ("_Move"), N_ ("To which day"),
                             N_ ("Promise moved") },
  [QH_PROMISE_STEP_WITHDRAW] = { N_ ("Withdraw Promise"), N_ ("_Withdraw"), NULL,
                                 N_ ("Promise withdrawn") },
};

static void
show_problem (QhPromiseDialog *self, const char *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
on_changed (QhPromiseDialog *self)
{
  show_problem (self, NULL);
}

static gboolean
take_step (QhPromiseDialog *self, GError **error)
{
  const char *day = qh_date_button_get_date (self->day);
  const char *reason = gtk_editable_get_text (self->reason);

  switch (self->step) {
  case QH_PROMISE_STEP_KEEP:
    return qh_promise_keep (self->store, self->promise, day, error);
  case QH_PROMISE_STEP_BREAK:
    return qh_promise_break (self->store, self->promise, day, reason, error);
  case QH_PROMISE_STEP_MOVE:
    return qh_promise_move (self->store, self->promise, day, gtk_switch_get_active (self->consent),
                            error);
  default:
    return qh_promise_withdraw (self->store, self->promise, reason, error);
  }
}

static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhPromiseDialog *self = QH_PROMISE_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!take_step (self, &error)) {
    show_problem (self, error->message);
    return;
  }
  qh_report (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
             _ (steps[self->step].told), TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- Reasons of before: the same word for the same thing is what can be counted */

static void
on_reason_clicked (QhPromiseDialog *self, GtkButton *button)
{
  gtk_editable_set_text (self->reason, gtk_widget_get_tooltip_text (GTK_WIDGET (button)));
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
offer_reason (QhPromiseDialog *self, const char *reason)
{
  g_autofree char *label = qh_text_shorten (reason, REASON_CHARS);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "qh-filter");
  gtk_widget_set_tooltip_text (button, reason);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_reason_clicked), self,
                           G_CONNECT_SWAPPED);
  qh_box_append (self->reasons, button);
}

static void
offer_reasons (QhPromiseDialog *self)
{
  g_autoptr (QhPareto) pareto = qh_promise_read_reasons (self->store, REASONS);

  for (guint i = 0; i < pareto->bars->len; i++) {
    const char *name = ((QhParetoBar *)g_ptr_array_index (pareto->bars, i))->name;
    if (name && *name)
      offer_reason (self, name);
  }
}

/* --- Showing */

/* What is moved, is moved by a week, if nothing else is said. */
static void
show_day (QhPromiseDialog *self)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));
  const char *due = qh_promise_counts_from (self->promise);
  g_autofree char *later = due ? qh_date_add_days (due, 7) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->day_row), steps[self->step].day != NULL);
  if (steps[self->step].day)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->day_row), _ (steps[self->step].day));
  qh_date_button_set_date (self->day, self->step == QH_PROMISE_STEP_MOVE ? later : today);
}

static void
show_step (QhPromiseDialog *self)
{
  gboolean is_break = self->step == QH_PROMISE_STEP_BREAK;

  gtk_window_set_title (GTK_WINDOW (self), _ (steps[self->step].title));
  gtk_button_set_label (self->act, _ (steps[self->step].button));
  gtk_label_set_label (self->about, self->promise->what);
  gtk_widget_set_visible (GTK_WIDGET (self->consent_row), self->step == QH_PROMISE_STEP_MOVE);
  gtk_widget_set_visible (GTK_WIDGET (self->reason),
                          is_break || self->step == QH_PROMISE_STEP_WITHDRAW);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), is_break);
  gtk_editable_set_text (self->reason, self->promise->reason ? self->promise->reason : "");
  if (is_break)
    offer_reasons (self);
  show_day (self);
  on_changed (self);
  gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->reason))
                             ? GTK_WIDGET (self->reason)
                         : self->step == QH_PROMISE_STEP_MOVE ? GTK_WIDGET (self->consent)
                                                              : GTK_WIDGET (self->act));
}

static void
qh_promise_dialog_dispose (GObject *object)
{
  QhPromiseDialog *self = QH_PROMISE_DIALOG (object);

  g_clear_object (&self->promise);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_promise_dialog_parent_class)->dispose (object);
}

static void
qh_promise_dialog_class_init (QhPromiseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_promise_dialog_dispose;

  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_DATE_BUTTON);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_install_action (widget_class, "dialog.act", NULL, act);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/promises/promise-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QhPromiseDialog, act);
  gtk_widget_class_bind_template_child (widget_class, QhPromiseDialog, about);
  gtk_widget_class_bind_template_child (widget_class, QhPromiseDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, QhPromiseDialog, day);
  gtk_widget_class_bind_template_child (widget_class, QhPromiseDialog, consent_row);
  gtk_widget_class_bind_template_child (widget_class, QhPromiseDialog, consent);
  gtk_widget_class_bind_template_child (widget_class, QhPromiseDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, QhPromiseDialog, reasons);
  gtk_widget_class_bind_template_child (widget_class, QhPromiseDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
qh_promise_dialog_init (QhPromiseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
qh_promise_dialog_new (GtkWindow *parent, QhStore *store, QhPromise *promise, QhPromiseStep step)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_PROMISE (promise), NULL);

  QhPromiseDialog *self = g_object_new (QH_TYPE_PROMISE_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->promise = g_object_ref (promise);
  self->step = step;
  show_step (self);
  return GTK_WINDOW (self);
}
