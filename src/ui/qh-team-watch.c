/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-team-watch.h"
#include <gio/gio.h>

/* What stirs is mostly half there: a moment is waited for the rest, in milliseconds. */
#define SETTLE_MS 400
/* Where nothing tells, in seconds; and every so many times what was of no use is tried again. */
#define LOOK_EVERY 30
#define AGAIN_EVERY 10

struct _QhTeamWatch {
  GObject parent_instance;

  QhStore *store;
  char *folder; /* NULL: none is chosen */
  char *problem;
  GPtrArray *left;
  GPtrArray *monitors; /* GFileMonitor: of the folder and of the others' subfolders */
  GPtrArray *watched; /* names of those subfolders; NULL: nothing is watched */
  GCancellable *looking; /* NULL: nobody looks */
  guint timeout, settling;
  guint looks;
  gboolean wants_look, wants_again; /* when the look under way is over */
};

G_DEFINE_FINAL_TYPE (QhTeamWatch, qh_team_watch, G_TYPE_OBJECT)

enum { SIGNAL_ARRIVED, SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- What stirs */

static gboolean
on_settled (gpointer data)
{
  QhTeamWatch *self = data;

  self->settling = 0;
  qh_team_watch_look (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
on_stir (QhTeamWatch *self)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add (SETTLE_MS, on_settled, self);
}

static void
watch_folder (QhTeamWatch *self, const char *name)
{
  g_autofree char *path = name ? g_build_filename (self->folder, name, NULL) : NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path ? path : self->folder);
  GFileMonitor *monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (!monitor) /* it is looked at now and then */
    return;
  g_signal_connect_object (monitor, "changed", G_CALLBACK (on_stir), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->monitors, monitor);
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_ptr_array_find_with_equal_func (b, a->pdata[i], g_str_equal, NULL))
      return FALSE;
  return TRUE;
}

static void
stop_watching (QhTeamWatch *self)
{
  g_ptr_array_set_size (self->monitors, 0);
  g_clear_pointer (&self->watched, g_ptr_array_unref);
}

static void
watch (QhTeamWatch *self, GPtrArray *folders)
{
  if (self->watched && is_same (self->watched, folders))
    return;
  stop_watching (self);
  self->watched = g_ptr_array_ref (folders);
  watch_folder (self, NULL);
  for (guint i = 0; i < folders->len; i++)
    watch_folder (self, folders->pdata[i]);
  self->wants_look = TRUE; /* what came before it was watched */
}

/* --- Looking */

static gboolean
has_news (const QhFolderScan *scan)
{
  return scan->report->ids->len > 0 || scan->report->news->len > 0;
}

static void
settle (QhTeamWatch *self, const char *problem, GPtrArray *left)
{
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  self->left = left ? g_ptr_array_ref (left) : NULL;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* A folder that is gone has nothing that tells when it is back. */
static void
take (QhTeamWatch *self, QhFolderScan *scan, const GError *error)
{
  if (!scan) {
    stop_watching (self);
    settle (self, error->message, NULL);
    return;
  }
  watch (self, scan->folders);
  settle (self, NULL, scan->left);
  if (has_news (scan))
    g_signal_emit (self, signals[SIGNAL_ARRIVED], 0, scan);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QhTeamWatch) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QhFolderScan) scan = qh_team_folder_scan_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->looking);
  take (self, scan, error);
  if (self->wants_look)
    qh_team_watch_look (self, self->wants_again);
}

void
qh_team_watch_look (QhTeamWatch *self, gboolean again)
{
  g_return_if_fail (QH_IS_TEAM_WATCH (self));

  if (!self->folder)
    return;
  if (self->looking) {
    self->wants_look = TRUE;
    self->wants_again = self->wants_again || again;
    return;
  }
  self->wants_look = self->wants_again = FALSE;
  self->looking = g_cancellable_new ();
  qh_team_folder_scan_async (self->store, self->folder, again, self->looking, on_looked,
                             g_object_ref (self));
}

static gboolean
on_timeout (gpointer data)
{
  QhTeamWatch *self = data;

  qh_team_watch_look (self, ++self->looks % AGAIN_EVERY == 0);
  return G_SOURCE_CONTINUE;
}

/* --- The setting */

static void
stop (QhTeamWatch *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->settling, g_source_remove);
  stop_watching (self);
  self->wants_look = FALSE;
}

static void
follow (QhTeamWatch *self)
{
  g_autofree char *folder = qh_team_folder_get (self->store);

  if (g_strcmp0 (folder, self->folder) == 0)
    return;
  stop (self);
  g_free (self->folder);
  self->folder = g_steal_pointer (&folder);
  settle (self, NULL, NULL);
  if (!self->folder)
    return;
  self->timeout = g_timeout_add_seconds (LOOK_EVERY, on_timeout, self);
  qh_team_watch_look (self, TRUE);
}

static void
qh_team_watch_dispose (GObject *object)
{
  QhTeamWatch *self = QH_TEAM_WATCH (object);

  stop (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_team_watch_parent_class)->dispose (object);
}

static void
qh_team_watch_finalize (GObject *object)
{
  QhTeamWatch *self = QH_TEAM_WATCH (object);

  g_free (self->folder);
  g_free (self->problem);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_ptr_array_unref (self->monitors);

  G_OBJECT_CLASS (qh_team_watch_parent_class)->finalize (object);
}

static void
qh_team_watch_class_init (QhTeamWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qh_team_watch_dispose;
  object_class->finalize = qh_team_watch_finalize;

  signals[SIGNAL_ARRIVED] = g_signal_new ("arrived", QH_TYPE_TEAM_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QH_TYPE_TEAM_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
qh_team_watch_init (QhTeamWatch *self)
{
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
}

QhTeamWatch *
qh_team_watch_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhTeamWatch *self = g_object_new (QH_TYPE_TEAM_WATCH, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
  return self;
}

const char *
qh_team_watch_get_folder (QhTeamWatch *self)
{
  g_return_val_if_fail (QH_IS_TEAM_WATCH (self), NULL);

  return self->folder;
}

const char *
qh_team_watch_get_problem (QhTeamWatch *self)
{
  g_return_val_if_fail (QH_IS_TEAM_WATCH (self), NULL);

  return self->problem;
}

GPtrArray *
qh_team_watch_get_left (QhTeamWatch *self)
{
  g_return_val_if_fail (QH_IS_TEAM_WATCH (self), NULL);

  return self->left;
}
