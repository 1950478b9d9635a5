/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK builds this window from a description only: it is written from the table of commands. */
#include "dialogs/qh-shortcuts.h"
#include "qh-commands.h"
#include "qh-places.h"
#include <glib/gi18n-lib.h>

static void
append_shortcut (GString *ui, const char *title, const char *keys)
{
  g_autofree char *child = g_markup_printf_escaped (
      "<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
      "<property name='accelerator'>%s</property></object></child>",
      title, keys);

  g_string_append (ui, child);
}

static void
append_places (GString *ui)
{
  for (const QhPlace *place = qh_places (); place->name; place++)
    append_shortcut (ui, _ (place->title), place->key);
}

static void
append_group (GString *ui, QhCommandGroup group)
{
  g_autofree char *begin = g_markup_printf_escaped (
      "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>",
      qh_command_group_title (group));

  g_string_append (ui, begin);
  for (const QhCommand *command = qh_commands (); command->title; command++)
    if (command->group == group && command->keys)
      append_shortcut (ui, _ (command->title), command->keys);
  if (group == QH_COMMANDS_GENERAL)
    append_places (ui);
  g_string_append (ui, "</object></child>");
}

static char *
describe_window (void)
{
  GString *ui = g_string_new ("<interface><object class='GtkShortcutsWindow' id='shortcuts'><child>"
                              "<object class='GtkShortcutsSection'>"
                              "<property name='section-name'>shortcuts</property>");

  for (int group = 0; group < QH_N_COMMAND_GROUPS; group++)
    append_group (ui, group);
  g_string_append (ui, "</object></child></object></interface>");
  return g_string_free (ui, FALSE);
}

void
qh_shortcuts_present (GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  g_autofree char *ui = describe_window ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (ui, -1);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_set_modal (window, TRUE);
  gtk_window_present (window);
}
