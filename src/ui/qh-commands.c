/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-commands.h"
#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

static const char *const group_titles[QH_N_COMMAND_GROUPS] = {
  [QH_COMMANDS_GENERAL] = N_ ("General"),          [QH_COMMANDS_LISTS] = N_ ("Lists"),
  [QH_COMMANDS_DESIGNER] = N_ ("Designer"),        [QH_COMMANDS_INSIGHTS] = N_ ("Insights"),
  [QH_COMMANDS_RUN] = N_ ("While a Meeting Runs"),
};

#define GENERAL QH_COMMANDS_GENERAL
#define LISTS QH_COMMANDS_LISTS
#define DESIGNER QH_COMMANDS_DESIGNER
#define INSIGHTS QH_COMMANDS_INSIGHTS
#define RUN QH_COMMANDS_RUN

static const QhCommand commands[] = {
  { N_ ("New meeting; on Content, new item"), "win.new", "<Control>n", GENERAL, TRUE },
  { N_ ("New meeting"), "win.new-meeting", NULL, GENERAL },
  { N_ ("Compose a meeting"), "client.compose", NULL, GENERAL },
  { N_ ("New client"), "win.new-client", NULL, GENERAL },
  { N_ ("New item"), "win.new-item", NULL, GENERAL },
  { N_ ("New friction"), "win.new-friction", NULL, GENERAL },
  { N_ ("New promise"), "win.new-promise", NULL, GENERAL },
  { N_ ("Log a line"), "win.log", "<Control><Shift>f", GENERAL },
  { N_ ("Log a contact"), "win.log-contact", NULL, GENERAL },
  { N_ ("Search everything"), "win.search", "<Control>k <Control>f", GENERAL, TRUE },
  { N_ ("Undo"), "win.undo", "<Control>z", GENERAL },
  { N_ ("Redo"), "win.redo", "<Control><Shift>z", GENERAL },
  { N_ ("Back"), "win.back", "<Alt>Left", GENERAL, TRUE },
  { N_ ("Make a friction of a contact"), "contacts.make-friction", "<Control>m", GENERAL },
  { N_ ("Import a plan"), "win.import", "<Control>o", GENERAL },
  { N_ ("Export everything"), "win.export", NULL, GENERAL },
  { N_ ("Team folder"), "win.team-folder", NULL, GENERAL },
  { N_ ("Back up"), "win.backup", NULL, GENERAL },
  { N_ ("Restore a backup"), "win.restore", NULL, GENERAL },
  { N_ ("Preferences"), "win.preferences", "<Control>comma", GENERAL },
  { N_ ("Main menu"), "win.menu", "F10", GENERAL, TRUE },
  { N_ ("Keyboard shortcuts"), "win.shortcuts", "<Control>question", GENERAL },
  { N_ ("About Quarterhour"), "win.about", NULL, GENERAL },
  { N_ ("Close the window"), "window.close", "<Control>w", GENERAL },
  { N_ ("Quit"), "app.quit", "<Control>q", GENERAL },

  { N_ ("Open the row"), NULL, "Return", LISTS },
  { N_ ("Delete"), NULL, "Delete", LISTS },
  { N_ ("Select all"), NULL, "<Control>a", LISTS },
  { N_ ("Menu"), NULL, "Menu <Shift>F10", LISTS },
  { N_ ("Show everything"), "view.everything", NULL, LISTS },
  { N_ ("Save the view"), "view.save", NULL, LISTS },
  { N_ ("Rename the view"), "view.rename", NULL, LISTS },
  { N_ ("Delete the view"), "view.delete", NULL, LISTS },

  { N_ ("Compose the plan"), "designer.compose", "<Control>r", DESIGNER },
  { N_ ("Submit for review"), "designer.submit", "<Control><Shift>s", DESIGNER },
  { N_ ("Submit by mail"), "designer.mail", NULL, DESIGNER },
  { N_ ("Export the plan"), "designer.export", "<Control>e", DESIGNER },
  { N_ ("Print the plan"), "designer.print", "<Control>p", DESIGNER },
  { N_ ("Export the client’s page"), "designer.client-page", NULL, DESIGNER },
  { N_ ("Copy as Markdown"), "designer.copy-markdown", NULL, DESIGNER },
  { N_ ("Copy the opening agreement"), "designer.copy-agreement", NULL, DESIGNER },
  { N_ ("Keep as blueprint"), "designer.keep-blueprint", NULL, DESIGNER },
  { N_ ("Debrief the meeting"), "designer.debrief", NULL, DESIGNER },
  { N_ ("Shorter and longer"), NULL, "Left Right", DESIGNER },
  { N_ ("Earlier and later"), NULL, "<Alt>Up <Alt>Down", DESIGNER },
  { N_ ("Delete segment"), NULL, "Delete", DESIGNER },

  { N_ ("Table of the picture"), NULL, "t", INSIGHTS },
  { N_ ("Print all pictures"), "insights.print", "<Control>p", INSIGHTS },
  { N_ ("Export all pictures as PDF"), "insights.export-pdf", "<Control>e", INSIGHTS },

  { N_ ("Begin a meeting, or go on with it"), "win.start-run", "F5", RUN },
  { N_ ("Next segment"), NULL, "space", RUN },
  { N_ ("Segment before"), NULL, "BackSpace", RUN },
  { N_ ("Stop the clock, or go on"), NULL, "h", RUN },
  { N_ ("A minute more, a minute less"), NULL, "plus minus", RUN },
  { N_ ("Short cut to so many minutes"), NULL, "1...9", RUN },
  { N_ ("Short cut to other minutes"), NULL, "m", RUN },
  { N_ ("Undo the short cut"), NULL, "u", RUN },
  { N_ ("His words"), NULL, "w", RUN },
  { N_ ("Friction"), NULL, "f", RUN },
  { N_ ("Promise"), NULL, "p", RUN },
  { N_ ("Delivered"), NULL, "d", RUN },
  { N_ ("Output reached"), NULL, "o", RUN },
  { N_ ("End the meeting"), NULL, "Escape", RUN },
  { N_ ("Full screen"), NULL, "F11", RUN },
  { N_ ("Small window, and large again"), NULL, "s", RUN },
  { NULL },
};

const QhCommand *
qh_commands (void)
{
  return commands;
}

gboolean
qh_command_is_of_window (const QhCommand *command)
{
  return command->action && (g_str_has_prefix (command->action, "win.") ||
                             g_str_has_prefix (command->action, "app.") ||
                             g_str_has_prefix (command->action, "window."));
}

const char *
qh_command_group_title (QhCommandGroup group)
{
  g_return_val_if_fail (group < QH_N_COMMAND_GROUPS, "");

  return _ (group_titles[group]);
}

char *
qh_keys_label (const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys ? keys : "", " ", 2);
  GdkModifierType modifiers;
  guint key;

  if (!each[0] || !gtk_accelerator_parse (each[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}
