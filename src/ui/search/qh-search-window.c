/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/qh-search-window.h"
#include "base/qh-text.h"
#include "search/qh-found-row.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define HITS_MAX 40

/* What the app can do from anywhere. */
static const struct {
  const char *title;
  const char *action;
} commands[] = {
  { N_ ("New meeting"), "win.new-meeting" },
  { N_ ("New client"), "win.new-client" },
  { N_ ("New item"), "win.new-item" },
  { N_ ("New friction"), "win.new-friction" },
  { N_ ("New promise"), "win.new-promise" },
  { N_ ("Log a line"), "win.log" },
  { N_ ("Go to today"), "win.page::today" },
  { N_ ("Go to meetings"), "win.page::meetings" },
  { N_ ("Go to clients"), "win.page::clients" },
  { N_ ("Go to content"), "win.page::content" },
  { N_ ("Go to friction"), "win.page::friction" },
  { N_ ("Go to promises"), "win.page::promises" },
  { N_ ("Go to trust"), "win.open-trust" },
  { N_ ("Go to the touchpoint audit"), "win.open-touchpoints" },
  { N_ ("Go to housekeeping"), "win.open-housekeeping" },
  { N_ ("Import a plan"), "win.import" },
  { N_ ("Back up"), "win.backup" },
  { N_ ("Restore a backup"), "win.restore" },
  { N_ ("Preferences"), "win.preferences" },
  { N_ ("Keyboard shortcuts"), "win.shortcuts" },
};

struct _QhSearchWindow {
  AdwWindow parent_instance;

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListBox *list;

  QhStore *store;
};

G_DEFINE_FINAL_TYPE (QhSearchWindow, qh_search_window, ADW_TYPE_WINDOW)

static void
clear (QhSearchWindow *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
}

static void
add_commands (QhSearchWindow *self, const char *words)
{
  g_autofree char *folded = qh_text_fold (words);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *title = qh_text_fold (_ (commands[i].title));
    if (strstr (title, folded))
      gtk_list_box_append (
          self->list, qh_found_row_new_for_command (_ (commands[i].title), commands[i].action));
  }
}

static void
add_hits (QhSearchWindow *self, const char *words)
{
  g_autoptr (GPtrArray) hits = qh_store_search (self->store, words, HITS_MAX, NULL);

  for (guint i = 0; hits && i < hits->len; i++) {
    GtkWidget *row = qh_found_row_new_for_hit (self->store, g_ptr_array_index (hits, i));
    if (row)
      gtk_list_box_append (self->list, row);
  }
}

static void
update (QhSearchWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GtkListBoxRow *first;

  clear (self);
  add_hits (self, words);
  add_commands (self, words);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_list_box_select_row (self->list, first);
  gtk_stack_set_visible_child_name (self->stack, first ? "found" : "nothing");
}

/* Commands last; of one group in the order they were found. */
static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  guint left = qh_found_row_get_rank (QH_FOUND_ROW (a));
  guint right = qh_found_row_get_rank (QH_FOUND_ROW (b));

  return left < right ? -1 : left > right;
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *group = qh_found_row_get_group (QH_FOUND_ROW (row));
  GtkWidget *header;

  if (before && g_str_equal (group, qh_found_row_get_group (QH_FOUND_ROW (before)))) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  header = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "heading");
  gtk_widget_add_css_class (header, "qh-group");
  gtk_list_box_row_set_header (row, header);
}

static void
open (QhSearchWindow *self, GtkListBoxRow *row)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (!row)
    return;
  g_object_ref (row);
  gtk_window_close (GTK_WINDOW (self));
  qh_found_row_open (QH_FOUND_ROW (row), parent);
  g_object_unref (row);
}

static void
on_entry_activate (QhSearchWindow *self)
{
  open (self, gtk_list_box_get_selected_row (self->list));
}

/* Escape, which the entry keeps for itself. */
static void
on_search_stopped (QhSearchWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_row_activated (QhSearchWindow *self, GtkListBoxRow *row)
{
  open (self, row);
}

/* Up and Down move in the list while one goes on typing. */
static gboolean
on_key_pressed (QhSearchWindow *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;
  GtkListBoxRow *next;

  if (step == 0 || !row)
    return GDK_EVENT_PROPAGATE;
  next = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (next) {
    gtk_list_box_select_row (self->list, next);
    gtk_widget_grab_focus (GTK_WIDGET (next));
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  }
  return GDK_EVENT_STOP;
}

static void
qh_search_window_dispose (GObject *object)
{
  g_clear_object (&QH_SEARCH_WINDOW (object)->store);

  G_OBJECT_CLASS (qh_search_window_parent_class)->dispose (object);
}

static void
qh_search_window_class_init (QhSearchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_search_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/search/search-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QhSearchWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, QhSearchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, QhSearchWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
qh_search_window_init (QhSearchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
}

GtkWindow *
qh_search_window_new (GtkWindow *parent, QhStore *store)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhSearchWindow *self = g_object_new (QH_TYPE_SEARCH_WINDOW, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  update (self);
  return GTK_WINDOW (self);
}
