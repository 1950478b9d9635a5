/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index's tables and triggers, generated from the searchable fields of every entity. The
 * texts stand in the entities' tables only; a trigger tells FTS5 the old text before the new one,
 * which keeps the index right through edits, cascades, undo and redo alike. */
#include "store/qh-search-schema.h"
#include "store/qh-sqlite.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* document, document_text, search, search_term */
#define TABLES 4

const QhField *
qh_search_field (const QhEntity *entity, guint column)
{
  for (guint i = 0; i < entity->n_fields; i++) {
    if ((entity->fields[i].flags & QH_FIELD_SEARCHABLE) != 0 && column-- == 0)
      return &entity->fields[i];
  }
  return NULL;
}

static guint
count_columns (void)
{
  guint n, most = 0;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; i < n; i++) {
    guint columns = 0;

    while (qh_search_field (entities[i], columns) != NULL)
      columns++;
    most = MAX (most, columns);
  }
  return most;
}

/* Appends @format once for each searchable field of @entity, with the field's name for each `$`. */
static void
append_each (GString *sql, const QhEntity *entity, const char *separator, const char *format)
{
  const QhField *field;

  for (guint i = 0; (field = qh_search_field (entity, i)) != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (format, "$", -1);
    g_autofree char *text = g_strjoinv (field->name, parts);

    g_string_append_printf (sql, "%s%s", i > 0 ? separator : "", text);
  }
}

static char *
each (const QhEntity *entity, const char *separator, const char *format)
{
  GString *sql = g_string_new (NULL);

  append_each (sql, entity, separator, format);
  return g_string_free (sql, FALSE);
}

/* `c0, c1`: as many columns as @entity has searchable fields. */
static char *
column_names (guint n)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%sc%u", i > 0 ? ", " : "", i);
  return g_string_free (names, FALSE);
}

static char *
columns_of (const QhEntity *entity)
{
  guint n = 0;

  while (qh_search_field (entity, n) != NULL)
    n++;
  return column_names (n);
}

/* The text of one column of a document, wherever it stands. */
static void
append_column_text (GString *sql, guint column)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  g_string_append (sql, ", CASE entity");
  for (guint i = 0; i < n; i++) {
    const QhField *field = qh_search_field (entities[i], column);

    if (field != NULL)
      g_string_append_printf (sql, " WHEN '%s' THEN (SELECT %s FROM %s AS r WHERE r.id = d.id)",
                              entities[i]->name, field->name, entities[i]->name);
  }
  g_string_append_printf (sql, " END AS c%u", column);
}

static void
append_tables (GString *sql)
{
  guint n = count_columns ();
  g_autofree char *columns = column_names (n);

  g_string_append (sql, "CREATE TABLE document ("
                        "  number INTEGER PRIMARY KEY,"
                        "  entity TEXT NOT NULL,"
                        "  id TEXT NOT NULL UNIQUE"
                        ") STRICT;"
                        "CREATE VIEW document_text AS SELECT number");
  for (guint i = 0; i < n; i++)
    append_column_text (sql, i);
  g_string_append_printf (sql,
                          " FROM document AS d;"
                          "CREATE VIRTUAL TABLE search USING fts5 (%s, content='document_text',"
                          "  content_rowid='number', columnsize=0, prefix='1 2 3',"
                          "  tokenize='" QH_SEARCH_TOKENIZER " remove_diacritics 2');"
                          "CREATE VIRTUAL TABLE search_term USING fts5vocab (search, instance);",
                          columns);
}

static void
append_insert_trigger (GString *sql, const QhEntity *entity)
{
  g_autofree char *columns = columns_of (entity);
  g_autofree char *has_text = each (entity, " OR ", "NEW.$ IS NOT NULL");
  g_autofree char *new_texts = each (entity, ", ", "NEW.$");

  g_string_append_printf (sql,
                          "CREATE TRIGGER search_%1$s_insert AFTER INSERT ON %1$s WHEN %2$s BEGIN"
                          "  INSERT INTO document (entity, id) VALUES ('%1$s', NEW.id);"
                          "  INSERT INTO search (rowid, %3$s)"
                          "    SELECT number, %4$s FROM document WHERE id = NEW.id;"
                          "END;",
                          entity->name, has_text, columns, new_texts);
}

static void
append_delete_trigger (GString *sql, const QhEntity *entity)
{
  g_autofree char *columns = columns_of (entity);
  g_autofree char *had_text = each (entity, " OR ", "OLD.$ IS NOT NULL");
  g_autofree char *old_texts = each (entity, ", ", "OLD.$");

  g_string_append_printf (sql,
                          "CREATE TRIGGER search_%1$s_delete AFTER DELETE ON %1$s WHEN %2$s BEGIN"
                          "  INSERT INTO search (search, rowid, %3$s)"
                          "    SELECT 'delete', number, %4$s FROM document WHERE id = OLD.id;"
                          "  DELETE FROM document WHERE id = OLD.id;"
                          "END;",
                          entity->name, had_text, columns, old_texts);
}

static gboolean
always_has_text (const QhEntity *entity)
{
  const QhField *field;

  for (guint i = 0; (field = qh_search_field (entity, i)) != NULL; i++)
    if (field->flags & QH_FIELD_REQUIRED)
      return TRUE;
  return FALSE;
}

/* A text may come to a record that had none, and its last text may go. */
static char *
come_and_go (const QhEntity *entity)
{
  g_autofree char *has_text = each (entity, " OR ", "NEW.$ IS NOT NULL");

  if (always_has_text (entity))
    return g_strdup ("");
  return g_strdup_printf ("  DELETE FROM document WHERE id = OLD.id AND NOT (%2$s);"
                          "  INSERT INTO document (entity, id) SELECT '%1$s', NEW.id WHERE %2$s"
                          "    ON CONFLICT DO NOTHING;",
                          entity->name, has_text);
}

static void
append_update_trigger (GString *sql, const QhEntity *entity)
{
  g_autofree char *columns = columns_of (entity);
  g_autofree char *names = each (entity, ", ", "$");
  g_autofree char *differs = each (entity, " OR ", "OLD.$ IS NOT NEW.$");
  g_autofree char *document = come_and_go (entity);
  g_autofree char *old_texts = each (entity, ", ", "OLD.$");
  g_autofree char *new_texts = each (entity, ", ", "NEW.$");

  g_string_append_printf (
      sql,
      "CREATE TRIGGER search_%1$s_update AFTER UPDATE OF %2$s ON %1$s WHEN %3$s BEGIN"
      "  INSERT INTO search (search, rowid, %5$s)"
      "    SELECT 'delete', number, %6$s FROM document WHERE id = OLD.id;"
      "%4$s"
      "  INSERT INTO search (rowid, %5$s)"
      "    SELECT number, %7$s FROM document WHERE id = NEW.id;"
      "END;",
      entity->name, names, differs, document, columns, old_texts, new_texts);
}

static void
append_drop_triggers (GString *sql, const QhEntity *entity)
{
  static const char *const events[] = { "insert", "delete", "update" };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    g_string_append_printf (sql, "DROP TRIGGER IF EXISTS search_%s_%s;", entity->name, events[i]);
}

/* Every record with text, in the order they were made (which is the order of ids). */
static char *
select_documents (void)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    g_autofree char *has_text = each (entities[i], " OR ", "$ IS NOT NULL");

    if (has_text[0] != '\0')
      g_string_append_printf (sql, "%sSELECT '%s' AS entity, id FROM %s WHERE %s",
                              sql->len > 0 ? " UNION ALL " : "", entities[i]->name,
                              entities[i]->name, has_text);
  }
  return g_string_free (sql, FALSE);
}

/* As many bytes of the index are gathered in memory while it is filled, and in daily use. */
#define FILL_BYTES "67108864"
#define USE_BYTES "1048576"

/* Entity by entity and in the order of the documents, which FTS5 takes fastest. */
static void
append_fill (GString *sql, const QhEntity *entity)
{
  g_autofree char *columns = columns_of (entity);
  g_autofree char *texts = each (entity, ", ", "r.$");

  g_string_append_printf (sql,
                          "INSERT INTO search (rowid, %s) SELECT d.number, %s"
                          "  FROM document AS d CROSS JOIN %s AS r ON r.id = d.id"
                          "  WHERE d.entity = '%s' ORDER BY d.number;",
                          columns, texts, entity->name, entity->name);
}

static gboolean
fill (sqlite3 *db, GError **error)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);
  g_autofree char *documents = select_documents ();
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql,
                          "INSERT INTO document (entity, id) SELECT * FROM (%s) ORDER BY id;"
                          "INSERT INTO search (search, rank) VALUES ('hashsize', " FILL_BYTES ");",
                          documents);
  for (guint i = 0; i < n; i++) {
    if (qh_search_field (entities[i], 0) != NULL)
      append_fill (sql, entities[i]);
  }
  g_string_append (sql, "INSERT INTO search (search, rank) VALUES ('hashsize', " USE_BYTES ");");
  return qh_sqlite_exec (db, sql->str, error);
}

gboolean
qh_search_schema_add_rows (sqlite3 *db, const QhEntity *entity, gint64 after, GError **error)
{
  g_autofree char *columns = columns_of (entity);
  g_autofree char *texts = each (entity, ", ", "r.$");
  g_autofree char *has_text = each (entity, " OR ", "$ IS NOT NULL");
  g_autoptr (GString) sql = g_string_new (NULL);
  gint64 number = qh_sqlite_int (db, "SELECT coalesce (max (number), 0) FROM document", 0);

  if (*columns == '\0')
    return TRUE;
  g_string_append_printf (sql,
                          "INSERT INTO search (search, rank) VALUES ('hashsize', " FILL_BYTES ");"
                          "INSERT INTO document (entity, id) SELECT '%1$s', id FROM %1$s"
                          "  WHERE rowid > %2$" G_GINT64_FORMAT " AND (%3$s) ORDER BY rowid;"
                          "INSERT INTO search (rowid, %4$s) SELECT d.number, %5$s"
                          "  FROM document AS d CROSS JOIN %1$s AS r ON r.id = d.id"
                          "  WHERE d.number > %6$" G_GINT64_FORMAT " ORDER BY d.number;"
                          "INSERT INTO search (search, rank) VALUES ('hashsize', " USE_BYTES ");",
                          entity->name, after, has_text, columns, texts, number);
  return qh_sqlite_exec (db, sql->str, error);
}

/* The tables and all triggers; @n: how many statements that are. */
static char *
make_schema (guint *n)
{
  guint n_entities;
  const QhEntity *const *entities = qh_entities (&n_entities);
  GString *sql = g_string_new (NULL);

  append_tables (sql);
  *n = TABLES;
  for (guint i = 0; i < n_entities; i++) {
    if (qh_search_field (entities[i], 0) == NULL)
      continue;
    append_insert_trigger (sql, entities[i]);
    append_delete_trigger (sql, entities[i]);
    append_update_trigger (sql, entities[i]);
    *n += 3;
  }
  return g_string_free (sql, FALSE);
}

/* Whether all of @schema is there as it would be made: then its triggers have kept the index, and a
 * store of a million texts need not be read again. */
static gboolean
is_there (sqlite3 *db, const char *schema, guint n)
{
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (
      db,
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND (name IN ('document',"
      "  'document_text', 'search', 'search_term') OR (type = 'trigger' AND name GLOB 'search_*'))",
      NULL);
  guint found = 0;

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW) {
    if (strstr (schema, (const char *)sqlite3_column_text (statement, 0)) == NULL)
      return FALSE;
    found++;
  }
  return found == n;
}

gboolean
qh_search_schema_install (sqlite3 *db, GError **error)
{
  guint n;
  g_autofree char *schema = make_schema (&n);

  return is_there (db, schema, n) || (qh_search_schema_drop (db, error) &&
                                      qh_sqlite_exec (db, schema, error) && fill (db, error));
}

gboolean
qh_search_schema_drop (sqlite3 *db, GError **error)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    append_drop_triggers (sql, entities[i]);
  g_string_append (sql, "DROP TABLE IF EXISTS search_term;"
                        "DROP TABLE IF EXISTS search;"
                        "DROP VIEW IF EXISTS document_text;"
                        "DROP TABLE IF EXISTS document;");
  return qh_sqlite_exec (db, sql->str, error);
}

/* FTS5 compares its index with the texts itself; that needs a store that can be written. */
static void
verify_texts (sqlite3 *db, GPtrArray *problems)
{
  const char *sql = "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)";

  if (sqlite3_db_readonly (db, "main") == 1)
    return;
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_ptr_array_add (problems, g_strdup (_ ("The search index holds other texts than the "
                                            "records.")));
}

gboolean
qh_search_schema_verify (sqlite3 *db, GPtrArray *problems, GError **error)
{
  g_autofree char *documents = select_documents ();
  g_autofree char *sql = g_strdup_printf (
      "WITH has (entity, id) AS (%s) SELECT"
      "  (SELECT count (*) FROM has WHERE id NOT IN (SELECT id FROM document)),"
      "  (SELECT count (*) FROM document WHERE (entity, id) NOT IN (SELECT entity, id FROM has))",
      documents);
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, sql, error);
  long missing, left_over;

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW) {
    if (statement != NULL)
      qh_sqlite_set_error (error, db);
    return FALSE;
  }
  missing = sqlite3_column_int64 (statement, 0);
  left_over = sqlite3_column_int64 (statement, 1);
  if (missing > 0)
    g_ptr_array_add (
        problems,
        g_strdup_printf (ngettext ("%ld record is missing from the search index.",
                                   "%ld records are missing from the search index.", missing),
                         missing));
  if (left_over > 0)
    g_ptr_array_add (
        problems,
        g_strdup_printf (ngettext ("The search index holds %ld record that is not there.",
                                   "The search index holds %ld records that are not there.",
                                   left_over),
                         left_over));
  verify_texts (db, problems);
  return TRUE;
}
