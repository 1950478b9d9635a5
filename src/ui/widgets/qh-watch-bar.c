/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-watch-bar.h"
#include <glib/gi18n-lib.h>

/* In milliseconds. */
#define LOOK_EVERY 100

struct _QhWatchBar {
  AdwBin parent_instance;

  GtkProgressBar *bar;
  guint looking; /* while it is on the screen */
  gint done, whole; /* told by the thread */
};

G_DEFINE_FINAL_TYPE (QhWatchBar, qh_watch_bar, ADW_TYPE_BIN)

static void
on_progress (guint done, guint whole, gpointer data)
{
  QhWatchBar *self = data;

  g_atomic_int_set (&self->done, (gint)done);
  g_atomic_int_set (&self->whole, (gint)whole);
}

static gboolean
on_look (gpointer user_data)
{
  QhWatchBar *self = user_data;
  gint done = g_atomic_int_get (&self->done), whole = g_atomic_int_get (&self->whole);

  if (whole > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (1.0, (double)done / whole));
  else
    gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

static void
qh_watch_bar_map (GtkWidget *widget)
{
  QhWatchBar *self = QH_WATCH_BAR (widget);

  GTK_WIDGET_CLASS (qh_watch_bar_parent_class)->map (widget);
  self->looking = g_timeout_add (LOOK_EVERY, on_look, self);
}

static void
qh_watch_bar_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&QH_WATCH_BAR (widget)->looking, g_source_remove);
  GTK_WIDGET_CLASS (qh_watch_bar_parent_class)->unmap (widget);
}

static void
qh_watch_bar_class_init (QhWatchBarClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = qh_watch_bar_map;
  GTK_WIDGET_CLASS (klass)->unmap = qh_watch_bar_unmap;
}

static void
qh_watch_bar_init (QhWatchBar *self)
{
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How far it is"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
}

QhWatch
qh_watch_bar_watch (QhWatchBar *self, GCancellable *cancellable)
{
  QhWatch watch = { on_progress, self, cancellable };

  g_assert (QH_IS_WATCH_BAR (self));
  on_progress (0, 0, self);
  gtk_progress_bar_set_fraction (self->bar, 0);
  return watch;
}
