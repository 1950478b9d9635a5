/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-model.h"
#include "store/qh-migration.h"
#include <sqlite3.h>

G_BEGIN_DECLS

/* The search index: `document` numbers every record that has searchable text (row numbers of tables
 * keyed by text do not survive VACUUM), `search` is the FTS5 index over the texts of a document,
 * one column each in the order of the entity's table, `document_text` shows FTS5 the texts where
 * they stand, and `search_term` lists the indexed words. */

/* The words of an index are split and folded by this. */
#define QH_SEARCH_TOKENIZER "unicode61"
#define QH_SEARCH_TOKENIZER_ARGUMENTS \
  {                                   \
    "remove_diacritics", "2"          \
  }

/* Prefixes of up to this many characters have an index of their own. */
#define QH_SEARCH_PREFIX_MAX 3

/* Makes the tables and triggers, and fills them. What is there already as it would be made is kept;
 * so is what an earlier version made, but for the texts that it did not have. */
gboolean qh_search_schema_install (sqlite3 *db, QhMigrationWork *work, GError **error);
gboolean qh_search_schema_drop (sqlite3 *db, GError **error);

/* Indexes the rows of @entity behind the row number @after, of which none is indexed yet: what its
 * trigger would have done row by row. */
gboolean qh_search_schema_add_rows (sqlite3 *db, const QhEntity *entity, gint64 after,
                                    GError **error);

/* Lines for people about documents that are missing, left over, or indexed with another text. */
gboolean qh_search_schema_verify (sqlite3 *db, GPtrArray *problems, GError **error);

/* The @column-th searchable field of @entity; NULL past the last. */
const QhField *qh_search_field (const QhEntity *entity, guint column);

G_END_DECLS
