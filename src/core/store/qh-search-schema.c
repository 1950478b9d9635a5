/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search index's tables and triggers, generated from the searchable fields of every entity. The
 * texts stand in the entities' tables only; a trigger tells FTS5 the old text before the new one,
 * which keeps the index right through edits, cascades, undo and redo alike. */
#include "store/qh-search-schema.h"
#include "store/qh-sqlite.h"
#include <glib/gi18n-lib.h>
#include <string.h>

const QhField *
qh_search_field (const QhEntity *entity, guint column)
{
  for (guint i = 0; i < entity->n_fields; i++) {
    if ((entity->fields[i].flags & QH_FIELD_SEARCHABLE) != 0 && column-- == 0)
      return &entity->fields[i];
  }
  return NULL;
}

/* --- What an index holds: the texts of entities, by the names of their columns in their order */

typedef struct {
  const QhEntity *entity;
  GPtrArray *columns;
} Texts;

static Texts *
texts_new (const QhEntity *entity)
{
  Texts *texts = g_new (Texts, 1);

  texts->entity = entity;
  texts->columns = g_ptr_array_new_with_free_func (g_free);
  return texts;
}

static void
texts_free (gpointer texts)
{
  g_ptr_array_unref (((Texts *)texts)->columns);
  g_free (texts);
}

/* As it has to be, in the order of the entities. */
static GPtrArray *
list_texts (void)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);
  GPtrArray *list = g_ptr_array_new_with_free_func (texts_free);

  for (guint i = 0; i < n; i++) {
    const QhField *field;
    Texts *texts;

    if (qh_search_field (entities[i], 0) == NULL)
      continue;
    texts = texts_new (entities[i]);
    for (guint k = 0; (field = qh_search_field (entities[i], k)) != NULL; k++)
      g_ptr_array_add (texts->columns, g_strdup (field->name));
    g_ptr_array_add (list, texts);
  }
  return list;
}

static const Texts *
find_texts (GPtrArray *list, const QhEntity *entity)
{
  for (guint i = 0; i < list->len; i++)
    if (((const Texts *)list->pdata[i])->entity == entity)
      return list->pdata[i];
  return NULL;
}

static guint
count_columns (GPtrArray *list)
{
  guint most = 0;

  for (guint i = 0; i < list->len; i++)
    most = MAX (most, ((const Texts *)list->pdata[i])->columns->len);
  return most;
}

static const char *
get_column (const Texts *texts, guint column)
{
  return column < texts->columns->len ? texts->columns->pdata[column] : NULL;
}

/* @format once for each column, with its name for each `$`. */
static char *
each (const Texts *texts, const char *separator, const char *format)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < texts->columns->len; i++) {
    g_auto (GStrv) parts = g_strsplit (format, "$", -1);
    g_autofree char *text = g_strjoinv (texts->columns->pdata[i], parts);

    g_string_append_printf (sql, "%s%s", i > 0 ? separator : "", text);
  }
  return g_string_free (sql, FALSE);
}

/* `c0, c1` */
static char *
column_names (guint n)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%sc%u", i > 0 ? ", " : "", i);
  return g_string_free (names, FALSE);
}

/* --- Tables and triggers */

/* The text of one column of a document, wherever it stands. */
static void
append_column_text (GString *sql, GPtrArray *list, guint column)
{
  g_string_append (sql, ", CASE entity");
  for (guint i = 0; i < list->len; i++) {
    const Texts *texts = list->pdata[i];
    const char *name = get_column (texts, column);

    if (name != NULL)
      g_string_append_printf (sql, " WHEN '%s' THEN (SELECT %s FROM %s AS r WHERE r.id = d.id)",
                              texts->entity->name, name, texts->entity->name);
  }
  g_string_append_printf (sql, " END AS c%u", column);
}

static void
append_view (GString *sql, GPtrArray *list)
{
  g_string_append (sql, "CREATE VIEW document_text AS SELECT number");
  for (guint i = 0; i < count_columns (list); i++)
    append_column_text (sql, list, i);
  g_string_append (sql, " FROM document AS d;");
}

static void
append_tables (GString *sql, GPtrArray *list)
{
  g_autofree char *columns = column_names (count_columns (list));

  g_string_append (sql, "CREATE TABLE document ("
                        "  number INTEGER PRIMARY KEY,"
                        "  entity TEXT NOT NULL,"
                        "  id TEXT NOT NULL UNIQUE"
                        ") STRICT;");
  append_view (sql, list);
  g_string_append_printf (sql,
                          "CREATE VIRTUAL TABLE search USING fts5 (%s, content='document_text',"
                          "  content_rowid='number', columnsize=0, prefix='1 2 3',"
                          "  tokenize='" QH_SEARCH_TOKENIZER " remove_diacritics 2');"
                          "CREATE VIRTUAL TABLE search_term USING fts5vocab (search, instance);",
                          columns);
}

static void
append_insert_trigger (GString *sql, const Texts *texts)
{
  g_autofree char *columns = column_names (texts->columns->len);
  g_autofree char *has_text = each (texts, " OR ", "NEW.$ IS NOT NULL");
  g_autofree char *new_texts = each (texts, ", ", "NEW.$");

  g_string_append_printf (sql,
                          "CREATE TRIGGER search_%1$s_insert AFTER INSERT ON %1$s WHEN %2$s BEGIN"
                          "  INSERT INTO document (entity, id) VALUES ('%1$s', NEW.id);"
                          "  INSERT INTO search (rowid, %3$s)"
                          "    SELECT number, %4$s FROM document WHERE id = NEW.id;"
                          "END;",
                          texts->entity->name, has_text, columns, new_texts);
}

static void
append_delete_trigger (GString *sql, const Texts *texts)
{
  g_autofree char *columns = column_names (texts->columns->len);
  g_autofree char *had_text = each (texts, " OR ", "OLD.$ IS NOT NULL");
  g_autofree char *old_texts = each (texts, ", ", "OLD.$");

  g_string_append_printf (sql,
                          "CREATE TRIGGER search_%1$s_delete AFTER DELETE ON %1$s WHEN %2$s BEGIN"
                          "  INSERT INTO search (search, rowid, %3$s)"
                          "    SELECT 'delete', number, %4$s FROM document WHERE id = OLD.id;"
                          "  DELETE FROM document WHERE id = OLD.id;"
                          "END;",
                          texts->entity->name, had_text, columns, old_texts);
}

static gboolean
always_has_text (const Texts *texts)
{
  for (guint i = 0; i < texts->columns->len; i++) {
    const QhField *field = qh_entity_field (texts->entity, texts->columns->pdata[i]);

    if (field != NULL && (field->flags & QH_FIELD_REQUIRED) != 0)
      return TRUE;
  }
  return FALSE;
}

/* A text may come to a record that had none, and its last text may go. */
static char *
come_and_go (const Texts *texts)
{
  g_autofree char *has_text = each (texts, " OR ", "NEW.$ IS NOT NULL");

  if (always_has_text (texts))
    return g_strdup ("");
  return g_strdup_printf ("  DELETE FROM document WHERE id = OLD.id AND NOT (%2$s);"
                          "  INSERT INTO document (entity, id) SELECT '%1$s', NEW.id WHERE %2$s"
                          "    ON CONFLICT DO NOTHING;",
                          texts->entity->name, has_text);
}

static void
append_update_trigger (GString *sql, const Texts *texts)
{
  g_autofree char *columns = column_names (texts->columns->len);
  g_autofree char *names = each (texts, ", ", "$");
  g_autofree char *differs = each (texts, " OR ", "OLD.$ IS NOT NEW.$");
  g_autofree char *document = come_and_go (texts);
  g_autofree char *old_texts = each (texts, ", ", "OLD.$");
  g_autofree char *new_texts = each (texts, ", ", "NEW.$");

  g_string_append_printf (
      sql,
      "CREATE TRIGGER search_%1$s_update AFTER UPDATE OF %2$s ON %1$s WHEN %3$s BEGIN"
      "  INSERT INTO search (search, rowid, %5$s)"
      "    SELECT 'delete', number, %6$s FROM document WHERE id = OLD.id;"
      "%4$s"
      "  INSERT INTO search (rowid, %5$s)"
      "    SELECT number, %7$s FROM document WHERE id = NEW.id;"
      "END;",
      texts->entity->name, names, differs, document, columns, old_texts, new_texts);
}

static void
append_triggers (GString *sql, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++) {
    append_insert_trigger (sql, list->pdata[i]);
    append_delete_trigger (sql, list->pdata[i]);
    append_update_trigger (sql, list->pdata[i]);
  }
}

static char *
make_schema (GPtrArray *list)
{
  GString *sql = g_string_new (NULL);

  append_tables (sql, list);
  append_triggers (sql, list);
  return g_string_free (sql, FALSE);
}

static void
append_drop_triggers (GString *sql)
{
  static const char *const events[] = { "insert", "delete", "update" };
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (events); k++)
      g_string_append_printf (sql, "DROP TRIGGER IF EXISTS search_%s_%s;", entities[i]->name,
                              events[k]);
}

/* --- Filling it */

/* Every record with text, in the order they were made (which is the order of ids). */
static char *
select_documents (GPtrArray *list)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++) {
    const Texts *texts = list->pdata[i];
    g_autofree char *has_text = each (texts, " OR ", "$ IS NOT NULL");

    g_string_append_printf (sql, "%sSELECT '%s' AS entity, id FROM %s WHERE %s",
                            i > 0 ? " UNION ALL " : "", texts->entity->name, texts->entity->name,
                            has_text);
  }
  return g_string_free (sql, FALSE);
}

/* As many bytes of the index are gathered in memory while it is filled, so that a million texts are
 * written once and not merged again, and in daily use. */
#define FILL_BYTES "134217728"
#define USE_BYTES "1048576"

/* Entity by entity and in the order of the documents, which FTS5 takes fastest. */
static gboolean
fill_entity (sqlite3 *db, const Texts *texts, GError **error)
{
  g_autofree char *columns = column_names (texts->columns->len);
  g_autofree char *values = each (texts, ", ", "r.$");
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO search (rowid, %s) SELECT d.number, %s"
                       "  FROM document AS d CROSS JOIN %s AS r ON r.id = d.id"
                       "  WHERE d.entity = '%s' ORDER BY d.number;",
                       columns, values, texts->entity->name, texts->entity->name);

  return qh_sqlite_exec (db, sql, error);
}

/* Numbers every record with text; a step of @work for each entity, as long as its texts are many.
 */
static gboolean
fill (sqlite3 *db, GPtrArray *list, QhMigrationWork *work, GError **error)
{
  g_autofree char *documents = select_documents (list);
  g_autofree char *number =
      g_strdup_printf ("INSERT INTO document (entity, id) SELECT * FROM (%s) ORDER BY id;"
                       "INSERT INTO search (search, rank) VALUES ('hashsize', " FILL_BYTES ")",
                       documents);
  gint64 all, done = 0;

  if (!qh_sqlite_exec (db, number, error))
    return FALSE;
  all = qh_sqlite_int (db, "SELECT count (*) FROM document", 0);
  for (guint i = 0; i < list->len; i++) {
    if (!fill_entity (db, list->pdata[i], error))
      return FALSE;
    done += sqlite3_changes64 (db);
    qh_migration_work_within (work, all > 0 ? (double)done / all : 1);
  }
  return qh_sqlite_exec (db, "INSERT INTO search (search, rank) VALUES ('hashsize', " USE_BYTES ")",
                         error);
}

gboolean
qh_search_schema_add_rows (sqlite3 *db, const QhEntity *entity, gint64 after, GError **error)
{
  g_autoptr (GPtrArray) list = list_texts ();
  const Texts *its = find_texts (list, entity);
  g_autofree char *columns = its != NULL ? column_names (its->columns->len) : NULL;
  g_autofree char *texts = its != NULL ? each (its, ", ", "r.$") : NULL;
  g_autofree char *has_text = its != NULL ? each (its, " OR ", "$ IS NOT NULL") : NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  gint64 number = qh_sqlite_int (db, "SELECT coalesce (max (number), 0) FROM document", 0);

  if (its == NULL)
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

/* --- Keeping what is right */

/* Whether all of @schema is there as it would be made, and no trigger beside it: then its triggers
 * have kept the index. */
static gboolean
is_there (sqlite3 *db, const char *schema)
{
  return qh_sqlite_has_schema (db, schema,
                               "name IN ('document', 'document_text', 'search', 'search_term')"
                               " OR (type = 'trigger' AND name GLOB 'search_*')");
}

/* What an entity's texts were, by the trigger that kept them. NULL when that cannot be told. */
static Texts *
read_texts (const QhEntity *entity, const char *trigger)
{
  const char *begin = strstr (trigger, " UPDATE OF "), *end = strstr (trigger, " ON ");
  g_autofree char *names = NULL;
  g_auto (GStrv) columns = NULL;
  Texts *texts;

  if (begin == NULL || end == NULL || end < begin)
    return NULL;
  begin += strlen (" UPDATE OF ");
  names = g_strndup (begin, end - begin);
  columns = g_strsplit (names, ", ", -1);
  texts = texts_new (entity);
  for (guint i = 0; columns[i] != NULL; i++)
    g_ptr_array_add (texts->columns, g_strdup (columns[i]));
  return texts;
}

/* What the index in @db holds, where it is sure to: its triggers are, to the letter, those that
 * would be made for these texts. NULL otherwise. */
static GPtrArray *
list_texts_before (sqlite3 *db)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (texts_free);
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (
      db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?1", NULL);
  g_autofree char *schema = NULL;
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; statement != NULL && i < n; i++) {
    g_autofree char *name = g_strdup_printf ("search_%s_update", entities[i]->name);
    Texts *texts = NULL;

    sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
    if (sqlite3_step (statement) == SQLITE_ROW)
      texts = read_texts (entities[i], (const char *)sqlite3_column_text (statement, 0));
    sqlite3_reset (statement);
    if (texts != NULL)
      g_ptr_array_add (list, texts);
  }
  schema = make_schema (list);
  return list->len > 0 && is_there (db, schema) ? g_steal_pointer (&list) : NULL;
}

/* Where the texts of a record are not what they were: column by column. */
static char *
say_differs (const Texts *before, const Texts *now)
{
  GString *sql = g_string_new (NULL);
  guint n = MAX (before->columns->len, now->columns->len);

  for (guint i = 0; i < n; i++) {
    const char *old = get_column (before, i), *new = get_column (now, i);

    if (g_strcmp0 (old, new) != 0)
      g_string_append_printf (sql, "%s%s%s IS NOT %s%s", sql->len > 0 ? " OR " : "",
                              old != NULL ? "r." : "", old != NULL ? old : "NULL",
                              new != NULL ? "r." : "", new != NULL ? new : "NULL");
  }
  return g_string_free (sql, FALSE);
}

/* Takes the old texts of an entity out of the index and puts its new ones in, where they differ; a
 * document keeps its number. */
static char *
renew_entity (const Texts *before, const Texts *now, const char *differs)
{
  const char *name = now->entity->name;
  g_autofree char *old_columns = column_names (before->columns->len);
  g_autofree char *old_texts = each (before, ", ", "r.$");
  g_autofree char *columns = column_names (now->columns->len);
  g_autofree char *texts = each (now, ", ", "r.$");
  g_autofree char *has_text = each (now, " OR ", "$ IS NOT NULL");
  g_autofree char *take =
      before->columns->len == 0
          ? g_strdup ("")
          : g_strdup_printf ("INSERT INTO search (search, rowid, %s) SELECT 'delete', d.number, %s"
                             "  FROM document AS d CROSS JOIN %s AS r ON r.id = d.id"
                             "  WHERE d.entity = '%s' AND (%s) ORDER BY d.number;",
                             old_columns, old_texts, name, name, differs);

  return g_strdup_printf ("%1$s"
                          "DELETE FROM document WHERE entity = '%2$s'"
                          "  AND id NOT IN (SELECT id FROM %2$s WHERE %3$s);"
                          "INSERT INTO document (entity, id) SELECT '%2$s', id FROM %2$s"
                          "  WHERE (%3$s) AND id NOT IN (SELECT id FROM document) ORDER BY id;"
                          "INSERT INTO search (rowid, %4$s) SELECT d.number, %5$s"
                          "  FROM document AS d CROSS JOIN %2$s AS r ON r.id = d.id"
                          "  WHERE d.entity = '%2$s' AND (%6$s) ORDER BY d.number;",
                          take, name, has_text, columns, texts, differs);
}

/* Every entity with texts has them in the index already, or is indexed now: only where they are
 * other columns than before is a record looked at. */
static gboolean
renew (sqlite3 *db, GPtrArray *before, GPtrArray *now, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  append_drop_triggers (sql);
  for (guint i = 0; i < now->len; i++) {
    const Texts *texts = now->pdata[i];
    g_autoptr (GPtrArray) none = g_ptr_array_new ();
    Texts nothing = { texts->entity, none };
    const Texts *old = find_texts (before, texts->entity);
    g_autofree char *differs = say_differs (old != NULL ? old : &nothing, texts);
    g_autofree char *work = NULL;

    if (*differs == '\0')
      continue;
    work = renew_entity (old != NULL ? old : &nothing, texts, differs);
    g_string_append (sql, work);
  }
  g_string_append (sql, "DROP VIEW document_text;");
  append_view (sql, now);
  append_triggers (sql, now);
  return qh_sqlite_exec (db, sql->str, error);
}

/* Whether an index of @before can become one of @now: it is as wide, and no entity is gone. */
static gboolean
is_renewable (GPtrArray *before, GPtrArray *now)
{
  if (before == NULL || count_columns (before) != count_columns (now))
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    if (find_texts (now, ((const Texts *)before->pdata[i])->entity) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
qh_search_schema_install (sqlite3 *db, QhMigrationWork *work, GError **error)
{
  g_autoptr (GPtrArray) now = list_texts ();
  g_autofree char *schema = make_schema (now);
  g_autoptr (GPtrArray) before = NULL;

  if (is_there (db, schema))
    return TRUE;
  before = list_texts_before (db);
  if (is_renewable (before, now))
    return renew (db, before, now, error);
  return qh_search_schema_drop (db, error) && qh_sqlite_exec (db, schema, error) &&
         fill (db, now, work, error);
}

gboolean
qh_search_schema_drop (sqlite3 *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  append_drop_triggers (sql);
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
  g_autoptr (GPtrArray) texts = list_texts ();
  g_autofree char *documents = select_documents (texts);
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
