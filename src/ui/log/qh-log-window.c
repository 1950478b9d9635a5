/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "log/qh-log-window.h"
#include "log/qh-log-entry.h"

/* As wide as a line wants to be, where the window behind it is. */
#define WIDTH 620

struct _QhLogWindow {
  AdwWindow parent_instance;

  QhLogEntry *entry;
};

G_DEFINE_FINAL_TYPE (QhLogWindow, qh_log_window, ADW_TYPE_WINDOW)

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  qh_log_entry_save (QH_LOG_WINDOW (widget)->entry);
}

static void
on_saved (QhLogWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* What was typed is there again: it stands in the store, or where that cannot keep it, in a window
 * that is hidden. Not always: GTK 4.8 tells assistive technology that asks for a window which has
 * just closed of one that is hidden, without the path that it lost. */
static gboolean
qh_log_window_close_request (GtkWindow *window)
{
  gboolean is_kept = qh_log_entry_keep (QH_LOG_WINDOW (window)->entry);

  gtk_window_set_hide_on_close (window, !is_kept);
  return GTK_WINDOW_CLASS (qh_log_window_parent_class)->close_request (window);
}

static void
qh_log_window_class_init (QhLogWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = qh_log_window_close_request;

  gtk_widget_class_install_action (widget_class, "log.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (QH_TYPE_LOG_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/log/log-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QhLogWindow, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_saved);
}

static void
qh_log_window_init (QhLogWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
qh_log_window_new (GtkWindow *parent, QhStore *store, const char *client)
{
  QhLogWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  self = g_object_new (QH_TYPE_LOG_WINDOW, "transient-for", parent, NULL);
  g_object_set (self->entry, "store", store, NULL);
  qh_log_entry_set_client (self->entry, client);
  return GTK_WINDOW (self);
}

/* It does not stand out over a narrow window. */
static void
fit_width (GtkWindow *self, GtkWindow *parent)
{
  int width = gtk_widget_get_width (GTK_WIDGET (parent));

  gtk_window_set_default_size (self, width > 0 ? MIN (width, WIDTH) : WIDTH, -1);
}

static QhLogWindow *
find_window (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
    if (QH_IS_LOG_WINDOW (window) && gtk_window_get_transient_for (window) == parent)
      return QH_LOG_WINDOW (window); /* lives as long as its parent */
  }
  return NULL;
}

void
qh_log_window_present (GtkWindow *parent, QhStore *store, const char *client)
{
  QhLogWindow *self = find_window (parent);

  g_return_if_fail (GTK_IS_WINDOW (parent));

  if (self)
    qh_log_entry_set_client (self->entry, client);
  else
    self = QH_LOG_WINDOW (qh_log_window_new (parent, store, client));
  fit_width (GTK_WINDOW (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_window_present (GTK_WINDOW (self));
}

void
qh_log_window_present_with (GtkWindow *parent, QhStore *store, const char *start)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (start);

  qh_log_window_present (parent, store, NULL);
  QhLogEntry *entry = find_window (parent)->entry;
  if (*qh_log_entry_get_text (entry) == '\0')
    qh_log_entry_set_text (entry, start);
}
