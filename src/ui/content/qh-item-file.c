/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file is copied, checked and taken out in threads, which know the folder and the digest and
 * nothing of the store. */
#include "content/qh-item-file.h"
#include "dialogs/qh-file-dialog.h"
#include "qh-report.h"
#include "store/qh-attachment.h"
#include <glib/gi18n-lib.h>

/* How often the bar moves, in milliseconds. */
#define PROGRESS_EVERY 100

struct _QhItemFile {
  QhItemPart parent_instance;

  AdwActionRow *row;
  GtkWidget *problem;
  GtkProgressBar *progress;

  char *shown; /* the digest that is shown, or NULL */
  QhAttachmentState state;
  GCancellable *checking;
  GCancellable *copying; /* NULL: nothing is copied */
  guint ticking;
  gint done, whole; /* in KiB, of the copy under way; atomic */
};

G_DEFINE_FINAL_TYPE (QhItemFile, qh_item_file, QH_TYPE_ITEM_PART)

/* What a thread works on. */
typedef struct {
  QhItemFile *self; /* holds a reference */
  char *folder;
  char *path; /* of what is attached */
  char *digest; /* of what is checked or opened */
  char *name;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->self);
  g_free (job->folder);
  g_free (job->path);
  g_free (job->digest);
  g_free (job->name);
  g_free (job);
}

static QhContent *
get_item (QhItemFile *self)
{
  return qh_item_part_get_item (QH_ITEM_PART (self));
}

static Job *
new_job (QhItemFile *self)
{
  Job *job = g_new0 (Job, 1);
  QhContent *item = get_item (self);

  job->self = g_object_ref (self);
  job->folder = qh_attachment_folder (qh_item_part_get_store (QH_ITEM_PART (self)));
  job->digest = g_strdup (item->file);
  job->name = g_strdup (item->file_name);
  return job;
}

static void
run_job (Job *job, GTaskThreadFunc func, GAsyncReadyCallback callback, GCancellable *cancellable)
{
  g_autoptr (GTask) task = g_task_new (job->self, cancellable, callback, NULL);

  g_task_set_task_data (task, job, free_job);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, func);
}

/* --- How it stands */

static const char *
describe_state (QhItemFile *self)
{
  switch (self->state) {
  case QH_ATTACHMENT_MISSING:
    return _ ("The file is not there any more. Attach it again.");
  case QH_ATTACHMENT_CHANGED:
    return _ ("The file is not the one that was attached. Attach it again.");
  default:
    return NULL;
  }
}

static void
show (QhItemFile *self)
{
  QhContent *item = get_item (self);
  const char *problem = describe_state (self);
  g_autofree char *name =
      g_markup_escape_text (item->file_name ? item->file_name : _ ("No file"), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), name);
  adw_action_row_set_subtitle (self->row, item->file ? "" : _ ("Drop one here, or attach it"));
  gtk_label_set_label (GTK_LABEL (self->problem), problem ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), self->copying != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "file.open",
                                 item->file && self->state != QH_ATTACHMENT_MISSING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "file.remove", item->file != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "file.attach", self->copying == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "file.cancel", self->copying != NULL);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_int (task, qh_attachment_check (job->folder, job->digest, cancellable));
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  QhItemFile *self = QH_ITEM_FILE (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!get_item (self) || g_strcmp0 (job->digest, get_item (self)->file) != 0)
    return;
  self->state = (QhAttachmentState)g_task_propagate_int (G_TASK (result), NULL);
  show (self);
}

static void
check (QhItemFile *self)
{
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  self->checking = g_cancellable_new ();
  run_job (new_job (self), check_in_thread, on_checked, self->checking);
}

static void
qh_item_file_update (QhItemPart *part)
{
  QhItemFile *self = QH_ITEM_FILE (part);
  QhContent *item = get_item (self);

  if (g_strcmp0 (self->shown, item->file) != 0) {
    g_free (self->shown);
    self->shown = g_strdup (item->file);
    self->state = item->file ? QH_ATTACHMENT_SOUND : QH_ATTACHMENT_NONE;
    if (item->file)
      check (self);
  }
  show (self);
}

/* --- Attaching */

static void
on_progress (gint64 done, gint64 whole, gpointer data)
{
  QhItemFile *self = data;

  g_atomic_int_set (&self->done, (gint)(done >> 10));
  g_atomic_int_set (&self->whole, (gint)(whole >> 10));
}

static gboolean
on_tick (gpointer user_data)
{
  QhItemFile *self = user_data;
  double whole = g_atomic_int_get (&self->whole);

  if (whole > 0)
    gtk_progress_bar_set_fraction (self->progress, MIN (g_atomic_int_get (&self->done) / whole, 1));
  return G_SOURCE_CONTINUE;
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  char *digest =
      qh_attachment_copy (job->folder, job->path, on_progress, job->self, cancellable, &error);

  if (digest)
    g_task_return_pointer (task, digest, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  QhItemFile *self = QH_ITEM_FILE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = g_task_propagate_pointer (G_TASK (result), &error);
  QhStore *store = qh_item_part_get_store (QH_ITEM_PART (self));

  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_object (&self->copying);
  if (!store)
    return;
  if (digest && qh_attachment_set (store, get_item (self), digest, job->path, &error)) {
    qh_report (GTK_WIDGET (self), _ ("File attached"), TRUE);
    check (self);
  } else if (!g_error_matches (error, QH_ERROR, QH_ERROR_CANCELLED)) {
    qh_report_error (GTK_WIDGET (self), error);
  }
  show (self);
}

void
qh_item_file_attach (QhItemFile *self, const char *path)
{
  g_return_if_fail (QH_IS_ITEM_FILE (self));
  g_return_if_fail (path);

  g_autoptr (GError) error = NULL;
  Job *job;

  if (self->copying)
    return;
  if (!qh_attachment_may_copy (qh_item_part_get_store (QH_ITEM_PART (self)), path, &error)) {
    qh_report_error (GTK_WIDGET (self), error);
    return;
  }
  job = new_job (self);
  job->path = g_strdup (path);
  self->copying = g_cancellable_new ();
  self->done = self->whole = 0;
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->ticking = g_timeout_add (PROGRESS_EVERY, on_tick, self);
  show (self);
  run_job (job, copy_in_thread, on_copied, self->copying);
}

static void
attach_file (QhItemFile *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path)
    qh_item_file_attach (self, path);
  else
    qh_report (GTK_WIDGET (self), _ ("Only files on this computer can be attached"), FALSE);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, QhItemFile *self)
{
  attach_file (self, g_value_get_object (value));
  return TRUE;
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = qh_file_dialog_finish (result);

  if (file)
    attach_file (QH_ITEM_FILE (source), file);
}

static void
attach (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const QhFileDialog dialog = { _ ("Attach a File"), _ ("_Attach"), NULL, NULL };

  qh_file_dialog_open (widget, &dialog, on_file_chosen, NULL);
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (QH_ITEM_FILE (widget)->copying);
}

static void
remove_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhStore *store = qh_item_part_get_store (QH_ITEM_PART (widget));
  g_autoptr (GError) error = NULL;

  if (qh_attachment_set (store, get_item (QH_ITEM_FILE (widget)), NULL, NULL, &error))
    qh_report (widget, _ ("File taken away"), TRUE);
  else
    qh_report_error (widget, error);
}

/* --- Opening: a copy under its own name, so that no program writes into the store. */

static void
take_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "quarterhour", "files", NULL);
  char *path =
      qh_attachment_take_out (job->folder, job->digest, job->name, cache, cancellable, &error);

  if (path)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_taken_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *uri = path ? g_filename_to_uri (path, NULL, &error) : NULL;

  if (!uri)
    qh_report_error (widget, error);
  else if (GTK_IS_WINDOW (root))
    gtk_show_uri (GTK_WINDOW (root), uri, GDK_CURRENT_TIME);
}

static void
open_file (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run_job (new_job (QH_ITEM_FILE (widget)), take_out_in_thread, on_taken_out, NULL);
}

static void
qh_item_file_dispose (GObject *object)
{
  QhItemFile *self = QH_ITEM_FILE (object);

  g_cancellable_cancel (self->checking);
  g_cancellable_cancel (self->copying);
  g_clear_object (&self->checking);
  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (qh_item_file_parent_class)->dispose (object);
}

static void
qh_item_file_finalize (GObject *object)
{
  g_clear_object (&QH_ITEM_FILE (object)->copying);

  G_OBJECT_CLASS (qh_item_file_parent_class)->finalize (object);
}

static void
qh_item_file_class_init (QhItemFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qh_item_file_dispose;
  object_class->finalize = qh_item_file_finalize;
  QH_ITEM_PART_CLASS (klass)->update = qh_item_file_update;

  gtk_widget_class_install_action (widget_class, "file.attach", NULL, attach);
  gtk_widget_class_install_action (widget_class, "file.open", NULL, open_file);
  gtk_widget_class_install_action (widget_class, "file.remove", NULL, remove_file);
  gtk_widget_class_install_action (widget_class, "file.cancel", NULL, cancel);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/content/item-file.ui");
  gtk_widget_class_bind_template_child (widget_class, QhItemFile, row);
  gtk_widget_class_bind_template_child (widget_class, QhItemFile, problem);
  gtk_widget_class_bind_template_child (widget_class, QhItemFile, progress);
}

static void
qh_item_file_init (QhItemFile *self)
{
  GtkDropTarget *target;

  gtk_widget_init_template (GTK_WIDGET (self));
  target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
