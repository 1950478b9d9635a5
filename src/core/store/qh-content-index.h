/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* An index of its own over what content items are about, so that a client's words are held against
 * content alone, however much else there is to be searched: `content_search` (FTS5 over title,
 * summary and evidence), with the numbers of items in `content_number`. Kept by triggers. */

gboolean qh_content_index_install (sqlite3 *db, GError **error);
gboolean qh_content_index_drop (sqlite3 *db, GError **error);

/* Lines for people about items that are missing or left over, or indexed with another text. */
gboolean qh_content_index_verify (sqlite3 *db, GPtrArray *problems, GError **error);

G_END_DECLS
