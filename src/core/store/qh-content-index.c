/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-content-index.h"
#include "store/qh-search-schema.h"
#include "store/qh-sqlite.h"
#include <glib/gi18n-lib.h>

static const char tables[] =
    "CREATE TABLE content_number (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;"
    "INSERT INTO content_number (id) SELECT id FROM content ORDER BY id;"
    "CREATE VIEW content_text AS SELECT number, title, summary, evidence"
    "  FROM content_number JOIN content ON content.id = content_number.id;"
    "CREATE VIRTUAL TABLE content_search USING fts5 (title, summary, evidence,"
    "  content='content_text', content_rowid='number', columnsize=0,"
    "  tokenize='" QH_SEARCH_TOKENIZER " remove_diacritics 2');"
    "INSERT INTO content_search (rowid, title, summary, evidence) SELECT * FROM content_text;";

#define PUT                                                      \
  "INSERT INTO content_search (rowid, title, summary, evidence)" \
  "  SELECT number, NEW.title, NEW.summary, NEW.evidence"        \
  "  FROM content_number WHERE id = NEW.id;"
#define TAKE                                                                     \
  "INSERT INTO content_search (content_search, rowid, title, summary, evidence)" \
  "  SELECT 'delete', number, OLD.title, OLD.summary, OLD.evidence"              \
  "  FROM content_number WHERE id = OLD.id;"

static const char triggers[] =
    "CREATE TRIGGER content_index_insert AFTER INSERT ON content BEGIN"
    "  INSERT INTO content_number (id) VALUES (NEW.id);" PUT "END;"
    "CREATE TRIGGER content_index_delete AFTER DELETE ON content BEGIN " TAKE
    "  DELETE FROM content_number WHERE id = OLD.id; END;"
    "CREATE TRIGGER content_index_update AFTER UPDATE OF title, summary, evidence ON content"
    "  WHEN (OLD.title, OLD.summary, OLD.evidence) IS NOT (NEW.title, NEW.summary, NEW.evidence)"
    "  BEGIN " TAKE PUT "END;";

/* What is named so in the schema is made here, and nothing else is. */
#define NAMES                                                    \
  "name IN ('content_number', 'content_text', 'content_search')" \
  " OR name GLOB 'content_index_*'"

gboolean
qh_content_index_install (sqlite3 *db, GError **error)
{
  g_autofree char *schema = g_strconcat (tables, triggers, NULL);

  return qh_sqlite_has_schema (db, schema, NAMES) ||
         (qh_content_index_drop (db, error) && qh_sqlite_exec (db, schema, error));
}

gboolean
qh_content_index_drop (sqlite3 *db, GError **error)
{
  return qh_sqlite_exec (db,
                         "DROP TRIGGER IF EXISTS content_index_insert;"
                         "DROP TRIGGER IF EXISTS content_index_delete;"
                         "DROP TRIGGER IF EXISTS content_index_update;"
                         "DROP TABLE IF EXISTS content_search;"
                         "DROP VIEW IF EXISTS content_text;"
                         "DROP TABLE IF EXISTS content_number;",
                         error);
}

gboolean
qh_content_index_verify (sqlite3 *db, GPtrArray *problems, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      qh_sqlite_prepare (db,
                         "SELECT (SELECT count (*) FROM content) <> (SELECT count (*) FROM"
                         "  content_number) OR EXISTS (SELECT 1 FROM content WHERE id NOT IN"
                         "  (SELECT id FROM content_number))",
                         error);
  gboolean sound;

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW) {
    if (statement != NULL)
      qh_sqlite_set_error (error, db);
    return FALSE;
  }
  sound = !sqlite3_column_int (statement, 0);
  if (sound && sqlite3_db_readonly (db, "main") != 1)
    sound =
        sqlite3_exec (
            db, "INSERT INTO content_search (content_search, rank) VALUES ('integrity-check', 1)",
            NULL, NULL, NULL) == SQLITE_OK;
  if (!sound)
    g_ptr_array_add (problems, g_strdup (_ ("The index of what content is about holds other texts "
                                            "than the items.")));
  return TRUE;
}
