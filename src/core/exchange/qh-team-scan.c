/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking and reading, then keeping, some files at a time: the one in a thread where somebody waits
 * for other things, the other always where the store is. */
#include "exchange/qh-import.h"
#include "exchange/qh-review-in.h"
#include "exchange/qh-team-look.h"
#include <glib/gi18n-lib.h>

/* Files that are read before they are kept. */
#define PORTION 16

typedef struct {
  QhStore *store; /* weak: one that is closed meanwhile is not kept open for this */
  QhTeamLook *look;
  QhFolderScan *scan;
  GPtrArray *read; /* QhTeamFound: of this portion */
  guint next; /* of the fresh files */
  gboolean has_looked;
} Scanning;

void
qh_folder_scan_free (QhFolderScan *scan)
{
  qh_import_report_free (scan->report);
  g_clear_pointer (&scan->left, g_ptr_array_unref);
  g_clear_pointer (&scan->folders, g_ptr_array_unref);
  g_free (scan);
}

static Scanning *
scanning_new (QhStore *store, const char *folder, gboolean again)
{
  Scanning *self = g_new0 (Scanning, 1);

  g_set_weak_pointer (&self->store, store);
  self->look = qh_team_look_new (store, folder, again);
  self->scan = g_new0 (QhFolderScan, 1);
  self->scan->report = qh_import_report_new ();
  self->read = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_team_found_free);
  return self;
}

static void
scanning_free (Scanning *self)
{
  g_ptr_array_unref (self->read);
  g_clear_pointer (&self->scan, qh_folder_scan_free);
  qh_team_look_free (self->look);
  g_clear_weak_pointer (&self->store);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scanning, scanning_free)

/* --- Reading, in any thread */

static gboolean
read_portion (Scanning *self, GError **error)
{
  if (!self->has_looked && !qh_team_look_around (self->look, error))
    return FALSE;
  self->has_looked = TRUE;
  for (guint i = 0; i < PORTION && self->next < self->look->fresh->len; i++)
    g_ptr_array_add (self->read,
                     qh_team_look_read (self->look, self->look->fresh->pdata[self->next++]));
  return TRUE;
}

static gboolean
is_over (Scanning *self)
{
  return self->has_looked && self->next == self->look->fresh->len;
}

/* --- Keeping, where the store is */

static gboolean
keep (Scanning *self, QhTeamFound *found, GError **error)
{
  const QhReviewFile *review = found->review;
  const char *path = found->file->path;
  QhImportReport *report = self->scan->report;

  if (review == NULL)
    return qh_plan_in_keep (self->store, path, found->plan, report, error);
  return qh_import_note_signer (self->store, review->signer, review->sender, review->device_id,
                                report, error) &&
         qh_review_in_keep (self->store, path, review, report, error);
}

static gboolean
note (Scanning *self, QhFolderFile *file, const char *state, const char *reason, GError **error)
{
  g_free (file->state);
  g_free (file->reason);
  file->state = g_strdup (state);
  file->reason = g_strdup (reason);
  return qh_folder_files_note (self->store, file, error);
}

/* What came of a file, where it brought something. */
static void
count (Scanning *self, const QhTeamFound *found, guint n_before)
{
  if (self->scan->report->ids->len == n_before)
    return;
  if (found->review != NULL)
    self->scan->n_reviews++;
  else
    self->scan->n_plans++;
}

/* One change for each file: one that is not right leaves nothing of itself behind. */
static gboolean
keep_and_note (Scanning *self, QhTeamFound *found, GError **error)
{
  GPtrArray *skipped = self->scan->report->skipped;
  guint n_skipped = skipped->len, n_ids = self->scan->report->ids->len;
  gboolean left_out;

  if (!qh_store_begin (self->store, found->review != NULL ? _ ("Import a review") : NULL, error))
    return FALSE;
  if (!keep (self, found, error)) {
    qh_store_rollback (self->store);
    return FALSE;
  }
  count (self, found, n_ids);
  left_out = skipped->len > n_skipped;
  if (note (self, found->file, left_out ? "skipped" : "taken",
            left_out ? ((QhSkipped *)skipped->pdata[n_skipped])->reason : NULL, error))
    return qh_store_commit (self->store, error);
  qh_store_rollback (self->store);
  return FALSE;
}

/* Whether it is noted already that it is of no use, and why. */
static gboolean
is_noted (Scanning *self, const QhFolderFile *file, const char *reason)
{
  const QhFolderFile *known = g_hash_table_lookup (self->look->known, file->path);

  return known != NULL && known->size == file->size && known->changed == file->changed &&
         g_str_equal (known->state, "left") && g_strcmp0 (known->reason, reason) == 0;
}

static gboolean
note_left (Scanning *self, QhFolderFile *file, const char *reason, GError **error)
{
  qh_team_look_leave (self->look, file->path, reason);
  if (is_noted (self, file, reason))
    return TRUE;
  if (!qh_store_begin (self->store, NULL, error))
    return FALSE;
  if (note (self, file, "left", reason, error))
    return qh_store_commit (self->store, error);
  qh_store_rollback (self->store);
  return FALSE;
}

/* Whether it is the store that failed, and not the file. */
static gboolean
is_stores (const GError *error)
{
  return qh_error_exit_status (error) == 3 && error->code != QH_ERROR_NEWER;
}

static gboolean
take (Scanning *self, QhTeamFound *found, GError **error)
{
  g_autoptr (GError) problem = NULL;

  self->scan->n_read++;
  if (found->is_gone) {
    qh_team_look_leave (self->look, found->file->path, found->reason);
    return TRUE;
  }
  if (found->reason != NULL)
    return note_left (self, found->file, found->reason, error);
  if (keep_and_note (self, found, &problem))
    return TRUE;
  if (!is_stores (problem))
    return note_left (self, found->file, problem->message, error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
take_portion (Scanning *self, GError **error)
{
  for (guint i = 0; i < self->read->len; i++)
    if (!take (self, self->read->pdata[i], error))
      return FALSE;
  g_ptr_array_set_size (self->read, 0);
  return TRUE;
}

static QhFolderScan *
finish (Scanning *self)
{
  self->scan->left = g_ptr_array_ref (self->look->left);
  self->scan->folders = g_ptr_array_ref (self->look->folders);
  return g_steal_pointer (&self->scan);
}

QhFolderScan *
qh_team_folder_scan (QhStore *store, const char *folder, gboolean again, GError **error)
{
  g_autoptr (Scanning) self = scanning_new (store, folder, again);

  while (!is_over (self))
    if (!read_portion (self, error) || !take_portion (self, error))
      return NULL;
  return finish (self);
}

/* --- With a thread */

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (read_portion (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void on_read (GObject *source, GAsyncResult *result, gpointer data);

static void
go_on (GTask *task)
{
  Scanning *self = g_task_get_task_data (task);
  g_autoptr (GTask) reading =
      g_task_new (NULL, g_task_get_cancellable (task), on_read, g_object_ref (task));

  g_task_set_task_data (reading, self, NULL);
  g_task_set_source_tag (reading, go_on);
  g_task_run_in_thread (reading, run);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Scanning *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) ||
      (self->store != NULL && !take_portion (self, &error)))
    g_task_return_error (task, error);
  else if (self->store == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("It was cancelled."));
  else if (is_over (self))
    g_task_return_pointer (task, finish (self), (GDestroyNotify)qh_folder_scan_free);
  else
    go_on (task);
}

void
qh_team_folder_scan_async (QhStore *store, const char *folder, gboolean again,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, qh_team_folder_scan_async);
  g_task_set_task_data (task, scanning_new (store, folder, again), (GDestroyNotify)scanning_free);
  go_on (task);
}

QhFolderScan *
qh_team_folder_scan_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
