/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-window-upkeep.h"
#include "qh-report.h"
#include "store/qh-attachment.h"
#include "store/qh-backup.h"

/* In seconds. */
#define POLL_EVERY 2
#define BACKUP_AFTER 10

struct _QhWindowUpkeep {
  GObject parent_instance;

  GtkWindow *window; /* borrowed */
  QhStore *store;
  guint polling; /* while the window is on the screen */
  guint backup;
};

G_DEFINE_FINAL_TYPE (QhWindowUpkeep, qh_window_upkeep, G_TYPE_OBJECT)

static gboolean
on_poll (gpointer user_data)
{
  qh_store_poll (QH_WINDOW_UPKEEP (user_data)->store);
  return G_SOURCE_CONTINUE;
}

static void
on_window_active (QhWindowUpkeep *self)
{
  if (gtk_window_is_active (self->window))
    qh_store_poll (self->store);
}

static void
on_window_map (QhWindowUpkeep *self)
{
  if (self->polling == 0)
    self->polling = g_timeout_add_seconds (POLL_EVERY, on_poll, self);
}

static void
on_window_unmap (QhWindowUpkeep *self)
{
  g_clear_handle_id (&self->polling, g_source_remove);
}

/* The backup reads through a connection of its own. */
static void
run_backup (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (qh_store_backup_automatic (QH_STORE (source), FALSE, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_backup_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QhWindowUpkeep) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) && self->window)
    qh_report_error (GTK_WIDGET (self->window), error);
  if (self->store)
    qh_attachment_collect (self->store);
}

static gboolean
on_backup_due (gpointer user_data)
{
  QhWindowUpkeep *self = user_data;
  g_autoptr (GTask) task = g_task_new (self->store, NULL, on_backup_done, g_object_ref (self));

  self->backup = 0;
  g_task_run_in_thread (task, run_backup);
  return G_SOURCE_REMOVE;
}

static void
qh_window_upkeep_dispose (GObject *object)
{
  QhWindowUpkeep *self = QH_WINDOW_UPKEEP (object);

  g_clear_handle_id (&self->polling, g_source_remove);
  g_clear_handle_id (&self->backup, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_window_upkeep_parent_class)->dispose (object);
}

static void
qh_window_upkeep_class_init (QhWindowUpkeepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_window_upkeep_dispose;
}

static void
qh_window_upkeep_init (QhWindowUpkeep *self)
{
}

QhWindowUpkeep *
qh_window_upkeep_new (GtkWindow *window, QhStore *store)
{
  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhWindowUpkeep *self = g_object_new (QH_TYPE_WINDOW_UPKEEP, NULL);
  g_set_weak_pointer (&self->window, window);
  self->store = g_object_ref (store);
  self->backup = g_timeout_add_seconds (BACKUP_AFTER, on_backup_due, self);
  g_signal_connect_object (window, "map", G_CALLBACK (on_window_map), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "unmap", G_CALLBACK (on_window_unmap), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_window_active), self,
                           G_CONNECT_SWAPPED);
  return self;
}
