/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/qh-run-deliveries.h"
#include "qh-report.h"
#include "run/qh-run-text.h"
#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* --- The choice: a small window, which a window of any size has room before */

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, GtkWindow *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);
  const char *content = gtk_widget_get_name (GTK_WIDGET (row));

  if (parent)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.deliver", "s", content);
  gtk_window_close (window);
}

static void
append_row (GtkListBox *list, QhStore *store, QhMovement *line)
{
  g_autofree char *text = qh_copy_text (store, line);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "qh-text-row");
  gtk_widget_set_name (row, line->content);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (list, row);
}

static GtkWidget *
list_new (QhStore *store, GPtrArray *lines)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_margin_start (list, 12);
  gtk_widget_set_margin_end (list, 12);
  gtk_widget_set_margin_top (list, 12);
  gtk_widget_set_margin_bottom (list, 12);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reserved for this meeting"), -1);
  for (guint i = 0; i < lines->len; i++)
    append_row (GTK_LIST_BOX (list), store, g_ptr_array_index (lines, i));
  return list;
}

static GtkWidget *
content_new (GtkWidget *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *pane = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (pane), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (pane), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (pane), 400);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (pane), list);
  gtk_widget_set_vexpand (pane, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), pane);
  return box;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
choose (GtkWidget *page, QhStore *store, GPtrArray *lines)
{
  GtkWidget *list = list_new (store, lines);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "title", _ ("Delivered"), "modal", TRUE,
                                    "transient-for", gtk_widget_get_root (page), "default-width",
                                    340, "destroy-with-parent", TRUE, NULL);

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  adw_window_set_content (ADW_WINDOW (window), content_new (list));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), window, 0);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)));
}

/* --- Delivering */

static QhMovement *
find_line (GPtrArray *lines, const char *content)
{
  for (guint i = 0; i < lines->len; i++) {
    QhMovement *line = g_ptr_array_index (lines, i);
    if (g_strcmp0 (line->content, content) == 0)
      return line;
  }
  return *content == '\0' && lines->len == 1 ? g_ptr_array_index (lines, 0) : NULL;
}

void
qh_run_deliver (GtkWidget *page, QhStore *store, QhRunner *runner, const char *content)
{
  g_autoptr (GPtrArray) lines = qh_runner_list_reserved (runner);
  QhMovement *line = find_line (lines, content);
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  if (lines->len == 0) {
    qh_report (page, _ ("Nothing that is left is reserved for this meeting"), FALSE);
    return;
  }
  if (!line) {
    choose (page, store, lines);
    return;
  }
  if (!qh_runner_deliver (runner, line, &error)) {
    qh_report_error (page, error);
    return;
  }
  g_autofree char *copy = qh_copy_text (store, line);
  told = g_strdup_printf (_ ("Delivered: %s"), copy);
  qh_report (page, told, TRUE);
}
