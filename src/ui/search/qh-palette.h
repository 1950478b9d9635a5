/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/qh-found.h"

G_BEGIN_DECLS

/* What the palette finds, without a widget: pages and actions by their names, in memory, and
 * records by theirs and by every text, in the store. */
typedef struct _QhPalette QhPalette;

QhPalette *qh_palette_new (QhStore *store);
void qh_palette_free (QhPalette *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhPalette, qh_palette_free)

/* Adds the places, each with its saved views, and the pages that lie behind one. */
void qh_palette_add_pages (QhPalette *self);

/* Adds every command for which @is_enabled answers TRUE to its detailed action. */
void qh_palette_add_actions (QhPalette *self, gboolean (*is_enabled) (const char *, gpointer),
                             gpointer user_data);

/* Adds what was in view before, newest first: ids of records. What is gone is left out; clients
 * that were touched last fill up what is missing. */
void qh_palette_add_recent (QhPalette *self, const char *const *ids);

/* What @text finds, in groups, the group of the best first: (QhFound, transfer full). Without words
 * what was in view before, and all pages and actions. Any text is a valid question. */
GPtrArray *qh_palette_find (QhPalette *self, const char *text);

/* Whether @text is meant as a quick line: it begins with one of its letters, or has a sign of it.
 */
gboolean qh_palette_is_line (const char *text);

G_END_DECLS
