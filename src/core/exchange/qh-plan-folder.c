/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reader in a thread of its own, and a keeper on the store's: the one goes ahead by a few
 * portions at the most, so that ten thousand files need no more memory than some hundred. */
#include "exchange/qh-plan-folder.h"
#include "exchange/qh-file.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-plan-in.h"
#include <glib/gi18n-lib.h>

#define SUFFIX ".qhplan"
/* Files that are kept in one transaction, and portions that wait for it. */
#define PORTION 100
#define AHEAD 4

typedef struct {
  QhStore *store; /* the task's own, which keeps it */
  char *folder;
  GPtrArray *names; /* of the files (char *) */
  gint64 now;
  GTimeZone *zone;
  QhWatch watch;
  GMainContext *context; /* where the store is */
  QhImportReport *report;
  GError *error; /* the store's */

  GMutex mutex;
  GCond cond;
  guint waiting; /* portions that are read and not kept yet */
  guint done; /* files */
  gboolean stopped;
} Import;

typedef struct {
  char *where;
  QhPlanIn *plan; /* NULL: not usable, and why */
  char *reason;
} Item;

typedef struct {
  Import *import;
  GPtrArray *items; /* Item */
} Portion;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_free (import->folder);
  g_clear_pointer (&import->names, g_ptr_array_unref);
  g_time_zone_unref (import->zone);
  g_main_context_unref (import->context);
  g_clear_pointer (&import->report, qh_import_report_free);
  g_clear_error (&import->error);
  g_mutex_clear (&import->mutex);
  g_cond_clear (&import->cond);
  g_free (import);
}

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->where);
  g_clear_pointer (&item->plan, qh_plan_in_free);
  g_free (item->reason);
  g_free (item);
}

/* --- Keeping, where the store is */

static gboolean
keep_item (Import *import, Item *item, GError **error)
{
  if (item->plan != NULL)
    return qh_plan_in_keep (import->store, item->where, item->plan, import->report, error);
  qh_import_skip (import->report, item->where, g_steal_pointer (&item->reason));
  return TRUE;
}

static gboolean
keep_items (Import *import, GPtrArray *items, GError **error)
{
  if (!qh_store_begin (import->store, NULL, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!keep_item (import, items->pdata[i], error)) {
      qh_store_rollback (import->store);
      return FALSE;
    }
  return qh_store_commit (import->store, error);
}

static gboolean
on_portion (gpointer data)
{
  Portion *portion = data;
  Import *import = portion->import;
  gboolean kept = import->error == NULL && keep_items (import, portion->items, &import->error);

  g_mutex_lock (&import->mutex);
  import->waiting--;
  import->done += portion->items->len;
  import->stopped = !kept;
  g_cond_signal (&import->cond);
  g_mutex_unlock (&import->mutex);
  if (import->watch.progress != NULL)
    import->watch.progress (import->done, import->names->len, import->watch.data);
  return G_SOURCE_REMOVE;
}

static void
portion_free (gpointer data)
{
  Portion *portion = data;

  g_ptr_array_unref (portion->items);
  g_free (portion);
}

/* --- Reading, in the thread */

static Item *
read_item (Import *import, const char *name)
{
  g_autofree char *path = g_build_filename (import->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qh_file_read (path, QH_JSON_MAX_BYTES, &error);
  g_autoptr (QhPlanFile) file =
      bytes != NULL ? qh_plan_file_read (bytes, import->now, import->zone, &error) : NULL;
  Item *item = g_new0 (Item, 1);

  item->where = g_strdup (name);
  if (file != NULL)
    item->plan = qh_plan_in_new (file, bytes, import->now);
  else
    item->reason = g_strdup (error->message);
  return item;
}

/* Waits until few enough portions wait; FALSE: nothing more is wanted. */
static gboolean
wait_for_room (Import *import, guint most)
{
  gboolean goes_on;

  g_mutex_lock (&import->mutex);
  while (import->waiting > most)
    g_cond_wait (&import->cond, &import->mutex);
  goes_on = !import->stopped;
  g_mutex_unlock (&import->mutex);
  return goes_on;
}

static void
hand_over (Import *import, GPtrArray *items)
{
  Portion *portion = g_new0 (Portion, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  portion->import = import;
  portion->items = items;
  g_mutex_lock (&import->mutex);
  import->waiting++;
  g_mutex_unlock (&import->mutex);
  /* Always a source: an invocation would be carried out here while nobody turns that loop. */
  g_source_set_callback (source, on_portion, portion, portion_free);
  g_source_attach (source, import->context);
}

static void
read_all (Import *import, GCancellable *cancellable)
{
  guint i = 0;

  while (i < import->names->len && wait_for_room (import, AHEAD) &&
         !g_cancellable_is_cancelled (cancellable)) {
    GPtrArray *items = g_ptr_array_new_with_free_func (item_free);
    for (; i < import->names->len && items->len < PORTION &&
           !g_cancellable_is_cancelled (cancellable);
         i++)
      g_ptr_array_add (items, read_item (import, import->names->pdata[i]));
    hand_over (import, items);
  }
  wait_for_room (import, 0);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list_names (const char *folder, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &problem);
  GPtrArray *names;
  const char *name;

  if (dir == NULL) {
    g_set_error (error, QH_ERROR,
                 g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? QH_ERROR_NOT_FOUND
                                                                             : QH_ERROR_INVALID,
                 "%s", problem->message);
    return NULL;
  }
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX) && name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  GError *error = NULL;

  import->names = list_names (import->folder, &error);
  if (import->names == NULL) {
    g_task_return_error (task, error);
    return;
  }
  read_all (import, cancellable);
  if (import->error != NULL)
    g_task_return_error (task, g_steal_pointer (&import->error));
  else if (g_cancellable_is_cancelled (cancellable))
    g_task_return_new_error (task, QH_ERROR, QH_ERROR_CANCELLED, "%s", _ ("It was cancelled."));
  else
    g_task_return_pointer (task, g_steal_pointer (&import->report),
                           (GDestroyNotify)qh_import_report_free);
}

void
qh_plan_folder_import_async (QhStore *store, const char *folder, const QhWatch *watch,
                             GAsyncReadyCallback callback, gpointer data)
{
  const QhWatch unwatched = { 0 };
  const QhWatch *watching = watch != NULL ? watch : &unwatched;
  g_autoptr (GTask) task = g_task_new (store, watching->cancellable, callback, data);
  const QhClock *clock = qh_store_get_clock (store);
  Import *import = g_new0 (Import, 1);

  import->store = store;
  import->folder = g_strdup (folder);
  import->now = qh_clock_now (clock);
  import->zone = qh_clock_zone (clock);
  import->watch = *watching;
  import->context = g_main_context_ref_thread_default ();
  import->report = qh_import_report_new ();
  g_mutex_init (&import->mutex);
  g_cond_init (&import->cond);
  g_task_set_task_data (task, import, import_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, qh_plan_folder_import_async);
  g_task_run_in_thread (task, run);
}

QhImportReport *
qh_plan_folder_import_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Without a main loop */

static void
on_finished (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

QhImportReport *
qh_plan_folder_import (QhStore *store, const char *folder, const QhWatch *watch, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_main_context_push_thread_default (context);
  qh_plan_folder_import_async (store, folder, watch, on_finished, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  return qh_plan_folder_import_finish (result, error);
}
