/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What can be done, by which name and by which keys, said once: the window's shortcuts, the list of
 * shortcuts and the palette are made from it. Places stand in qh-places.h, with their keys. */

typedef enum {
  QH_COMMANDS_GENERAL,
  QH_COMMANDS_LISTS,
  QH_COMMANDS_DESIGNER,
  QH_COMMANDS_INSIGHTS,
  QH_COMMANDS_RUN,
  QH_N_COMMAND_GROUPS
} QhCommandGroup;

typedef struct {
  const char *title; /* untranslated */
  /* As detailed name. NULL: only the keys are told, they mean something where the focus is. One of
   * the window ("win.", "app.") has its keys everywhere, one of a page on that page. */
  const char *action;
  const char *keys; /* separated by spaces; NULL: none */
  QhCommandGroup group;
  gboolean is_plain; /* a key for moving about, of no use among what can be found */
} QhCommand;

/* Ended by one without a title. */
const QhCommand *qh_commands (void);

/* Whether its keys are the window's, and mean the same on every page. */
gboolean qh_command_is_of_window (const QhCommand *command);

/* Translated. */
const char *qh_command_group_title (QhCommandGroup group);

/* The first of @keys as people read it: "Ctrl+N"; NULL for none. Needs the toolkit to be there. */
char *qh_keys_label (const char *keys);

G_END_DECLS
