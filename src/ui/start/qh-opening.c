/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/qh-opening.h"

struct _QhOpening {
  char *path;
  GCancellable *cancellable;
  GThread *thread;

  GMutex lock; /* of what follows */
  GCond moved;
  gboolean is_migrating;
  gboolean is_over;
  QhMigrationStep step;
  double done;
  QhStore *store;
  GError *error;
};

/* In the thread. */
static void
on_told (QhMigrationStep step, double done, gpointer user_data)
{
  QhOpening *self = user_data;

  g_mutex_lock (&self->lock);
  self->is_migrating = TRUE;
  self->step = step;
  self->done = done;
  g_cond_signal (&self->moved);
  g_mutex_unlock (&self->lock);
}

/* A store that can only be read is opened for that; @error says so then, too. */
static QhStore *
open_store (QhOpening *self, GError **error)
{
  QhMigrationWatch watch = { on_told, self, self->cancellable };
  QhClock clock = qh_clock_system ();
  g_autoptr (GError) problem = NULL;
  QhStore *store = qh_store_open_watched (self->path, QH_STORE_CREATE, &clock, &watch, &problem);

  if (!store && g_error_matches (problem, QH_ERROR, QH_ERROR_READ_ONLY))
    store = qh_store_open_watched (self->path, QH_STORE_READ_ONLY, &clock, &watch, NULL);
  if (problem)
    g_propagate_error (error, g_steal_pointer (&problem));
  return store;
}

static gpointer
run (gpointer user_data)
{
  QhOpening *self = user_data;
  GError *error = NULL;
  QhStore *store = open_store (self, &error);

  g_mutex_lock (&self->lock);
  self->store = store;
  self->error = error;
  self->is_over = TRUE;
  g_cond_signal (&self->moved);
  g_mutex_unlock (&self->lock);
  return NULL;
}

QhOpening *
qh_opening_new (const char *path)
{
  QhOpening *self = g_new0 (QhOpening, 1);

  self->path = g_strdup (path);
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->moved);
  self->thread = g_thread_new ("store", run, self);
  return self;
}

gboolean
qh_opening_wait (QhOpening *self)
{
  gboolean is_over;

  g_mutex_lock (&self->lock);
  while (!self->is_over && !self->is_migrating)
    g_cond_wait (&self->moved, &self->lock);
  is_over = self->is_over;
  g_mutex_unlock (&self->lock);
  return is_over;
}

gboolean
qh_opening_is_over (QhOpening *self)
{
  gboolean is_over;

  g_mutex_lock (&self->lock);
  is_over = self->is_over;
  g_mutex_unlock (&self->lock);
  return is_over;
}

double
qh_opening_get_done (QhOpening *self, QhMigrationStep *step)
{
  double done;

  g_mutex_lock (&self->lock);
  done = self->done;
  *step = self->step;
  g_mutex_unlock (&self->lock);
  return done;
}

void
qh_opening_cancel (QhOpening *self)
{
  g_cancellable_cancel (self->cancellable);
}

QhStore *
qh_opening_finish (QhOpening *self, GError **error)
{
  QhStore *store;

  g_thread_join (self->thread);
  store = self->store;
  if (self->error)
    g_propagate_error (error, self->error);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->moved);
  g_free (self->path);
  g_free (self);
  return store;
}
