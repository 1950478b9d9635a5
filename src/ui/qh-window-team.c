/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-window-team.h"
#include "dialogs/qh-team-folder-dialog.h"
#include "qh-news.h"
#include "qh-team-watch.h"
#include <glib/gi18n-lib.h>

struct _QhWindowTeam {
  GObject parent_instance;

  QhWindow *window; /* borrowed */
  QhStore *store;
  QhTeamWatch *watch; /* NULL: the start is not over */
  guint idle;
  gboolean is_failing;
  gboolean has_left; /* it was looked at, and @n_left was of no use */
  guint n_left;
};

G_DEFINE_FINAL_TYPE (QhWindowTeam, qh_window_team, G_TYPE_OBJECT)

/* --- What came */

/* The one plan or meeting that is new; NULL: there are several. */
static const char *
find_only (QhWindowTeam *self, const QhFolderScan *scan, const QhEntity *entity, QhRecord **found)
{
  GPtrArray *ids = scan->report->ids;

  for (guint i = 0; i < ids->len; i++) {
    *found = qh_store_get (self->store, entity, ids->pdata[i], NULL);
    if (*found)
      return (*found)->id;
  }
  return NULL;
}

static void
tell_plans (QhWindowTeam *self, const QhFolderScan *scan)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u plan to review came", "%u plans to review came", scan->n_plans), scan->n_plans);
  g_autoptr (QhRecord) plan = NULL;
  const char *id =
      scan->n_plans == 1 ? find_only (self, scan, &qh_received_plan_entity, &plan) : NULL;

  qh_window_toast_button (self->window, text, _ ("_Show"), id ? "win.open-received" : "win.page",
                          g_variant_new_string (id ? id : "reviews"));
}

static void
tell_reviews (QhWindowTeam *self, const QhFolderScan *scan)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u review came back", "%u reviews came back", scan->n_reviews), scan->n_reviews);
  g_autoptr (QhRecord) review = NULL;
  const char *id = scan->n_reviews == 1 ? find_only (self, scan, &qh_review_entity, &review) : NULL;

  qh_window_toast_button (self->window, text, _ ("_Show"), id ? "win.open-meeting" : "win.page",
                          g_variant_new_string (id ? QH_REVIEW (review)->meeting : "meetings"));
}

static void
on_arrived (QhWindowTeam *self, QhFolderScan *scan)
{
  if (scan->n_plans > 0)
    tell_plans (self, scan);
  if (scan->n_reviews > 0)
    tell_reviews (self, scan);
  qh_news_tell (GTK_WIDGET (self->window), scan->report->news);
}

/* --- What is wrong */

static void
tell_trouble (QhWindowTeam *self, const char *text)
{
  qh_window_toast_button (self->window, text, _ ("_Show"), "win.team-folder", NULL);
}

/* What lay there of no use when it was first looked at is no news. */
static void
on_changed (QhWindowTeam *self)
{
  gboolean was_failing = self->is_failing;
  GPtrArray *left = qh_team_watch_get_left (self->watch);
  guint n = left ? left->len : 0;

  self->is_failing = qh_team_watch_get_problem (self->watch) != NULL;
  if (self->is_failing && !was_failing)
    tell_trouble (self, _ ("The team folder cannot be read"));
  if (left && self->has_left && n > self->n_left)
    tell_trouble (self, _ ("Something in the team folder cannot be used"));
  self->has_left = left != NULL || (self->has_left && self->is_failing);
  self->n_left = left ? n : self->n_left;
}

static void
ensure_watch (QhWindowTeam *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->watch)
    return;
  self->watch = qh_team_watch_new (self->store);
  g_signal_connect_object (self->watch, "arrived", G_CALLBACK (on_arrived), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
on_idle (gpointer data)
{
  QhWindowTeam *self = data;

  self->idle = 0;
  ensure_watch (self);
  return G_SOURCE_REMOVE;
}

static void
qh_window_team_dispose (GObject *object)
{
  QhWindowTeam *self = QH_WINDOW_TEAM (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->watch)
    g_object_run_dispose (G_OBJECT (self->watch));
  g_clear_object (&self->watch);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_window_team_parent_class)->dispose (object);
}

static void
qh_window_team_class_init (QhWindowTeamClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_window_team_dispose;
}

static void
qh_window_team_init (QhWindowTeam *self)
{
}

QhWindowTeam *
qh_window_team_new (QhWindow *window, QhStore *store)
{
  g_return_val_if_fail (QH_IS_WINDOW (window), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhWindowTeam *self = g_object_new (QH_TYPE_WINDOW_TEAM, NULL);
  self->window = window;
  self->store = g_object_ref (store);
  self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
  return self;
}

void
qh_window_team_present (QhWindowTeam *self)
{
  g_return_if_fail (QH_IS_WINDOW_TEAM (self));

  ensure_watch (self);
  gtk_window_present (
      qh_team_folder_dialog_new (GTK_WINDOW (self->window), self->store, self->watch));
}
