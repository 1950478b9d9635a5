/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-export-work.h"
#include "exchange/qh-store-json.h"

typedef struct {
  char *store_path, *path, *client;
  QhClock clock;
  QhExportOptions options;
  QhWatch watch;
} Work;

static void
work_free (Work *work)
{
  g_free (work->store_path);
  g_free (work->path);
  g_free (work->client);
  g_free (work);
}

static gboolean
write_out (QhStore *store, Work *work, GError **error)
{
  const QhExportOptions *options = &work->options;

  return qh_export_all (store, options->format, work->client, work->path, &work->watch, error) &&
         (options->format != QH_EXPORT_JSON || !options->with_files ||
          qh_store_json_write_files (store, work->path, &work->watch, error));
}

static void
run_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  g_autoptr (QhStore) store =
      qh_store_open (work->store_path, QH_STORE_READ_ONLY, &work->clock, &error);

  if (store != NULL && write_out (store, work, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
qh_export_work_async (QhStore *store, const QhExportOptions *options, const char *path,
                      const QhWatch *watch, GAsyncReadyCallback callback, gpointer data)
{
  Work *work = g_new0 (Work, 1);
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, data);

  work->store_path = g_strdup (qh_store_get_path (store));
  work->path = g_strdup (path);
  work->client = g_strdup (options->client);
  work->clock = *qh_store_get_clock (store);
  work->options = *options;
  if (watch != NULL)
    work->watch = *watch;
  g_task_set_task_data (task, work, (GDestroyNotify)work_free);
  g_task_run_in_thread (task, run_work);
}

gboolean
qh_export_work_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
