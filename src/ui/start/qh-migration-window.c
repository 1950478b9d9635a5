/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/qh-migration-window.h"
#include <glib/gi18n-lib.h>

/* Looks at how far it is so many times a second: a bar that moves, and no more. */
#define LOOKS 20

struct _QhMigrationWindow {
  AdwApplicationWindow parent_instance;

  GtkLabel *step;
  GtkProgressBar *bar;

  QhOpening *opening; /* not ours; NULL once it is over */
  guint looking;
  gboolean is_stopping;
};

G_DEFINE_FINAL_TYPE (QhMigrationWindow, qh_migration_window, ADW_TYPE_APPLICATION_WINDOW)

enum { OVER, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
name_step (QhMigrationStep step)
{
  switch (step) {
  case QH_MIGRATION_BACKUP:
    return _ ("Making a backup…");
  case QH_MIGRATION_CHECK:
    return _ ("Checking the backup…");
  case QH_MIGRATION_RECORDS:
    return _ ("Going through the records…");
  default:
    return _ ("Saving…");
  }
}

/* What cannot be counted pulses. */
static void
show_done (QhMigrationWindow *self, QhMigrationStep step, double done)
{
  if (step == QH_MIGRATION_CHECK || self->is_stopping)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, done);
}

static void
show_step (QhMigrationWindow *self, QhMigrationStep step)
{
  const char *text = self->is_stopping ? _ ("Stopping…") : name_step (step);

  if (g_strcmp0 (gtk_label_get_text (self->step), text) == 0)
    return;
  gtk_label_set_text (self->step, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "migration.stop",
                                 !self->is_stopping && step != QH_MIGRATION_SAVE);
}

static gboolean
look (gpointer user_data)
{
  QhMigrationWindow *self = user_data;
  QhMigrationStep step;
  double done;

  if (qh_opening_is_over (self->opening)) {
    self->looking = 0;
    self->opening = NULL;
    g_signal_emit (self, signals[OVER], 0);
    return G_SOURCE_REMOVE;
  }
  done = qh_opening_get_done (self->opening, &step);
  show_step (self, step);
  show_done (self, step, done);
  return G_SOURCE_CONTINUE;
}

static void
stop (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhMigrationWindow *self = QH_MIGRATION_WINDOW (widget);
  QhMigrationStep step;

  if (!self->opening || self->is_stopping)
    return;
  qh_opening_get_done (self->opening, &step);
  if (step == QH_MIGRATION_SAVE)
    return;
  qh_opening_cancel (self->opening);
  self->is_stopping = TRUE;
  show_step (self, step);
}

/* It goes when what it stands for is over. */
static gboolean
qh_migration_window_close_request (GtkWindow *window)
{
  stop (GTK_WIDGET (window), NULL, NULL);
  return TRUE;
}

static void
qh_migration_window_dispose (GObject *object)
{
  g_clear_handle_id (&QH_MIGRATION_WINDOW (object)->looking, g_source_remove);

  G_OBJECT_CLASS (qh_migration_window_parent_class)->dispose (object);
}

static void
qh_migration_window_class_init (QhMigrationWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_migration_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = qh_migration_window_close_request;
  signals[OVER] = g_signal_new ("over", QH_TYPE_MIGRATION_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "migration.stop", NULL, stop);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "migration.stop", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/start/migration-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QhMigrationWindow, step);
  gtk_widget_class_bind_template_child (widget_class, QhMigrationWindow, bar);
}

static void
qh_migration_window_init (QhMigrationWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhMigrationWindow *
qh_migration_window_new (GtkApplication *application, QhOpening *opening)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (opening, NULL);

  QhMigrationWindow *self =
      g_object_new (QH_TYPE_MIGRATION_WINDOW, "application", application, NULL);

  self->opening = opening;
  self->looking = g_timeout_add (1000 / LOOKS, look, self);
  return self;
}
