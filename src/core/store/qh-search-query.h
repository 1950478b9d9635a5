/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Words as the search index knows them, on one connection. */

/* Tells @db the function `qh_match` by which found texts are ranked: once for each connection. */
gboolean qh_search_register (sqlite3 *db);

/* What `qh_match` says of a document: how well it matches, and the column to show. */
#define QH_MATCH_COLUMNS 8
#define QH_MATCH_SCORE(match) ((match) / QH_MATCH_COLUMNS)
#define QH_MATCH_COLUMN(match) ((match) % QH_MATCH_COLUMNS)

/* The words of @text, folded as in the index, each once, at most @most. (transfer full) */
GPtrArray *qh_search_split (sqlite3 *db, const char *text, guint most);

/* What @words are worth where they stand in a name, of which @name holds the words: the measure by
 * which texts are ranked, of its first column. 0 unless each begins a word of the name. */
int qh_search_score (GPtrArray *name, GPtrArray *words);

/* About @length characters of @text around the first word that begins with one of @words, in Pango
 * markup with all such words in bold; everything else is escaped, and on one line. */
char *qh_search_snippet (sqlite3 *db, const char *text, GPtrArray *words, guint length);

G_END_DECLS
