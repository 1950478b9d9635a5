/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-import-work.h"
#include "base/qh-error.h"
#include "store/qh-backup.h"
#include <glib/gi18n-lib.h>

typedef struct {
  char *store_path, *path;
  QhClock clock;
  QhImportOptions options;
  QhWatch watch;
  char *client;
  QhCsvMapping *mapping;
  GHashTable *clients;
} Work;

static void
work_free (Work *work)
{
  g_free (work->store_path);
  g_free (work->path);
  g_free (work->client);
  g_clear_pointer (&work->mapping, qh_csv_mapping_free);
  g_clear_pointer (&work->clients, g_hash_table_unref);
  g_free (work);
}

static Work *
work_new (QhStore *store, const char *path)
{
  Work *work = g_new0 (Work, 1);

  work->store_path = g_strdup (qh_store_get_path (store));
  work->path = g_strdup (path);
  work->clock = *qh_store_get_clock (store);
  return work;
}

static GHashTable *
copy_clients (GHashTable *clients)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter each;
  gpointer uid, client;

  g_hash_table_iter_init (&each, clients);
  while (g_hash_table_iter_next (&each, &uid, &client))
    g_hash_table_insert (copy, g_strdup (uid), g_strdup (client));
  return copy;
}

static void
take_options (Work *work, const QhImportOptions *options)
{
  QhImportOptions *own = &work->options;

  *own = *options;
  own->client = work->client = g_strdup (options->client);
  if (options->mapping != NULL)
    own->mapping = work->mapping = qh_csv_mapping_copy (options->mapping);
  if (options->clients != NULL)
    own->clients = work->clients = copy_clients (options->clients);
  if (options->dialect.encoding != NULL)
    own->dialect.encoding = g_intern_string (options->dialect.encoding);
  if (options->watch != NULL)
    work->watch = *options->watch;
  own->watch = &work->watch;
}

static void
start (QhStore *store, Work *work, GCancellable *cancellable, GTaskThreadFunc func,
       GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, data);

  g_task_set_task_data (task, work, (GDestroyNotify)work_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, func);
}

static void
give (GTask *task, gpointer result, GDestroyNotify free_result, GError *error)
{
  if (result == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, free_result);
}

/* --- Looking */

static void
run_survey (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (QhStore) store =
      qh_store_open (work->store_path, QH_STORE_READ_ONLY, &work->clock, &error);
  QhImportSurvey *survey =
      store != NULL ? qh_import_survey_new (store, work->path, &work->options.dialect, &error)
                    : NULL;

  give (task, survey, (GDestroyNotify)qh_import_survey_free, error);
}

void
qh_import_survey_async (QhStore *store, const char *path, const QhCsvDialect *dialect,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  QhImportOptions options = { .dialect = *dialect };
  Work *work = work_new (store, path);

  take_options (work, &options);
  start (store, work, cancellable, run_survey, callback, data);
}

QhImportSurvey *
qh_import_survey_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (QhImportSurvey) survey = g_task_propagate_pointer (G_TASK (result), error);

  if (survey == NULL || !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return g_steal_pointer (&survey);
  g_set_error_literal (error, QH_ERROR, QH_ERROR_CANCELLED, _ ("It was cancelled."));
  return NULL;
}

/* --- Taking in */

static gboolean
back_up (QhStore *store, const QhImportOptions *options, GError **error)
{
  return options->dry_run || qh_store_is_empty (store) ||
         qh_store_backup_automatic (store, TRUE, NULL, error);
}

static void
run_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (QhStore) store = qh_store_open (work->store_path, 0, &work->clock, &error);
  QhImportReport *report = NULL;

  if (store != NULL && back_up (store, &work->options, &error))
    report = qh_import_file_with (store, work->path, &work->options, &error);
  give (task, report, (GDestroyNotify)qh_import_report_free, error);
}

void
qh_import_work_async (QhStore *store, const char *path, const QhImportOptions *options,
                      GAsyncReadyCallback callback, gpointer data)
{
  Work *work = work_new (store, path);

  take_options (work, options);
  start (store, work, options->watch != NULL ? options->watch->cancellable : NULL, run_work,
         callback, data);
}

QhImportReport *
qh_import_work_finish (GAsyncResult *result, GError **error)
{
  QhStore *store = QH_STORE (g_task_get_source_object (G_TASK (result)));
  QhImportReport *report = g_task_propagate_pointer (G_TASK (result), error);

  qh_store_poll (store);
  return report;
}
