/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-follow.h"

typedef struct {
  GtkWidget *widget; /* borrowed: it takes its handlers with it */
  QhEntities entities;
  QhFollowFunc update;
  gboolean is_behind;
} Follow;

static void
release (gpointer follow, GClosure *closure)
{
  g_rc_box_release (follow);
}

static void
on_store_changed (Follow *self, guint64 entities)
{
  if ((entities & self->entities) == 0)
    return;
  if (gtk_widget_get_mapped (self->widget))
    self->update (self->widget);
  else
    self->is_behind = TRUE;
}

static void
on_map (Follow *self)
{
  if (!self->is_behind)
    return;
  self->is_behind = FALSE;
  self->update (self->widget);
}

/* Ends with the widget. */
static void
connect_to (Follow *self, gpointer instance, const char *signal, GCallback callback)
{
  GClosure *closure = g_cclosure_new_swap (callback, g_rc_box_acquire (self), release);

  g_object_watch_closure (G_OBJECT (self->widget), closure);
  g_signal_connect_closure (instance, signal, closure, TRUE);
}

void
qh_follow (gpointer widget, QhStore *store, QhEntities entities, QhFollowFunc update)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (QH_IS_STORE (store));
  g_return_if_fail (update);

  Follow *self = g_rc_box_new0 (Follow);
  self->widget = widget;
  self->entities = entities;
  self->update = update;
  connect_to (self, store, "changed", G_CALLBACK (on_store_changed));
  connect_to (self, widget, "map", G_CALLBACK (on_map));
  g_rc_box_release (self);
  update (widget);
}
