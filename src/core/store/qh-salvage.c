/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Salvage: reads a damaged store row by row, leaps over what cannot be read, and writes into a new
 * store what its laws accept. A row whose obligatory references are lost is left out; another
 * reference that is lost becomes none. */
#include "store/qh-backup.h"
#include "store/qh-connection.h"
#include "store/qh-derived.h"
#include "store/qh-file.h"
#include "store/qh-schema.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* Of SQLite's file format. */
#define PAGE_SIZE 4096
#define HEADER_WRITE_VERSION 18
#define HEADER_READ_VERSION 19
#define HEADER_CHANGED 24
#define HEADER_PAGES 28
#define HEADER_FREE_LIST 32
#define HEADER_FREE_PAGES 36
#define HEADER_VALID_FOR 92

/* One table on its way. */
typedef struct {
  sqlite3 *from;
  sqlite3 *to;
  const QhEntity *entity; /* NULL: a table of the store's own */
  char *name;
  sqlite3_stmt *read; /* rowid, then the columns, from the row ?1 on */
  sqlite3_stmt *write; /* the columns */
  guint saved;
  guint left_out; /* not accepted */
  guint unlinked; /* saved without a reference that is lost */
  gboolean holes; /* some of it could not be read */
} Table;

static void
table_clear (Table *table)
{
  g_free (table->name);
  sqlite3_finalize (table->read);
  sqlite3_finalize (table->write);
}

/* --- Reading */

/* Stands @table's reading at the first row from @rowid on. FALSE when that cannot be read. */
static gboolean
seek (Table *table, gint64 rowid, int *code)
{
  sqlite3_reset (table->read);
  sqlite3_bind_int64 (table->read, 1, rowid);
  *code = sqlite3_step (table->read);
  return *code == SQLITE_ROW || *code == SQLITE_DONE;
}

/* The first row number after @last from which on it can be read again; G_MAXINT64: none. */
static gint64
leap (Table *table, gint64 last)
{
  gint64 step = 1, low, high;
  int code;

  while (step < G_MAXINT64 / 4 && last + step < G_MAXINT64 / 2 && !seek (table, last + step, &code))
    step *= 2;
  if (!seek (table, last + step, &code))
    return G_MAXINT64;
  low = last + step / 2;
  high = last + step;
  while (high - low > 1) {
    gint64 middle = low + (high - low) / 2;

    if (seek (table, middle, &code))
      high = middle;
    else
      low = middle;
  }
  return high;
}

/* --- Writing */

static gboolean
is_text_sound (sqlite3_stmt *row, int column)
{
  const char *text;

  if (sqlite3_column_type (row, column) != SQLITE_TEXT)
    return TRUE;
  text = (const char *)sqlite3_column_text (row, column);
  return g_utf8_validate_len (text, sqlite3_column_bytes (row, column), NULL) &&
         strlen (text) == (gsize)sqlite3_column_bytes (row, column);
}

static gboolean
has_record (sqlite3 *db, const char *entity, const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1", entity);
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, sql, NULL);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  return sqlite3_step (statement) == SQLITE_ROW;
}

/* Binds one column. FALSE when the row cannot be saved for its sake. */
static gboolean
bind_column (Table *table, int column, gboolean *unlinked)
{
  const char *name = sqlite3_column_name (table->read, column);
  const QhField *field = table->entity != NULL ? qh_entity_field (table->entity, name) : NULL;
  const char *id;

  if (!is_text_sound (table->read, column))
    return FALSE;
  sqlite3_bind_value (table->write, column, sqlite3_column_value (table->read, column));
  if (field == NULL || field->kind != QH_KIND_REFERENCE ||
      sqlite3_column_type (table->read, column) != SQLITE_TEXT)
    return TRUE;
  id = (const char *)sqlite3_column_text (table->read, column);
  if (has_record (table->to, field->target, id))
    return TRUE;
  if (field->flags & QH_FIELD_REQUIRED)
    return FALSE;
  sqlite3_bind_null (table->write, column);
  *unlinked = TRUE;
  return TRUE;
}

static void
write_row (Table *table)
{
  gboolean unlinked = FALSE;
  gboolean ok = TRUE;

  sqlite3_reset (table->write);
  for (int i = 1; ok && i < sqlite3_column_count (table->read); i++)
    ok = bind_column (table, i, &unlinked);
  if (!ok || sqlite3_step (table->write) != SQLITE_DONE) {
    table->left_out++;
    return;
  }
  table->saved++;
  table->unlinked += unlinked;
}

static void
copy_rows (Table *table)
{
  gint64 last = G_MININT64 / 2;
  int code;

  if (!seek (table, 0, &code))
    code = SQLITE_CORRUPT;
  last = 0;
  while (code != SQLITE_DONE) {
    if (code == SQLITE_ROW) {
      last = sqlite3_column_int64 (table->read, 0);
      write_row (table);
      code = sqlite3_step (table->read);
      continue;
    }
    table->holes = TRUE;
    last = leap (table, last);
    if (last == G_MAXINT64 || !seek (table, last, &code))
      return;
  }
}

/* The columns that the new table has; the old one may lack those of a newer version. */
static char *
list_columns (sqlite3 *db, const char *table, const char *format)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, sql, NULL);
  GString *columns = g_string_new (NULL);

  for (int i = 0; statement != NULL && i < sqlite3_column_count (statement); i++) {
    g_string_append (columns, i > 0 ? ", " : "");
    g_string_append_printf (columns, format, sqlite3_column_name (statement, i));
  }
  return g_string_free (columns, FALSE);
}

/* FALSE when the table cannot be read at all. */
static gboolean
copy_table (Table *table)
{
  g_autofree char *names = list_columns (table->from, table->name, "%s");
  g_autofree char *parameters = list_columns (table->from, table->name, ":%s");
  g_autofree char *read = g_strdup_printf (
      "SELECT rowid, %s FROM %s NOT INDEXED WHERE rowid >= ?1 ORDER BY rowid", names, table->name);
  g_autofree char *write =
      g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table->name, names, parameters);

  table->read = qh_sqlite_prepare (table->from, read, NULL);
  table->write = qh_sqlite_prepare (table->to, write, NULL);
  if (table->read == NULL || table->write == NULL)
    return FALSE;
  copy_rows (table);
  return TRUE;
}

/* --- The report */

static void
tell (const Table *table, GPtrArray *report)
{
  const char *label = table->entity != NULL ? _ (table->entity->label) : _ ("Settings");
  g_autoptr (GString) line = g_string_new (NULL);

  if (table->saved == 0 && table->left_out == 0 && !table->holes)
    return;
  g_string_append_printf (line,
                          ngettext ("%s: %u record saved", "%s: %u records saved", table->saved),
                          label, table->saved);
  if (table->left_out > 0)
    g_string_append_printf (line, ngettext (", %u left out", ", %u left out", table->left_out),
                            table->left_out);
  if (table->unlinked > 0)
    g_string_append_printf (line,
                            ngettext (", %u without something it referred to",
                                      ", %u without something they referred to", table->unlinked),
                            table->unlinked);
  if (table->holes)
    g_string_append (line, _ (", others could not be read"));
  g_ptr_array_add (report, g_strdup (line->str));
}

static guint
salvage_table (sqlite3 *from, sqlite3 *to, const QhEntity *entity, const char *name,
               GPtrArray *report)
{
  Table table = { .from = from, .to = to, .entity = entity, .name = g_strdup (name) };
  guint saved;

  if (!copy_table (&table))
    table.holes = TRUE;
  tell (&table, report);
  saved = table.saved;
  table_clear (&table);
  return saved;
}

/* --- The whole */

/* Where segments were lost, the others move together. */
static const char close_ranks[] =
    "UPDATE segment SET position = place.n FROM (SELECT id AS one, row_number () OVER"
    "  (PARTITION BY meeting ORDER BY position, id) - 1 AS n FROM segment) AS place"
    "  WHERE id = place.one AND position IS NOT place.n";

static gboolean
set_nothing (GError **error)
{
  g_set_error_literal (error, QH_ERROR, QH_ERROR_DAMAGED,
                       _ ("Nothing could be read from the damaged store."));
  return FALSE;
}

static gboolean
salvage_tables (sqlite3 *from, sqlite3 *to, GPtrArray *report, GError **error)
{
  guint n, saved = 0;
  const QhEntity *const *entities = qh_entities (&n);

  if (!qh_sqlite_exec (to, "BEGIN IMMEDIATE", error) || !qh_derived_drop (to, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    saved += salvage_table (from, to, entities[i], entities[i]->name, report);
  salvage_table (from, to, NULL, "setting", report);
  if (saved == 0)
    return set_nothing (error);
  return qh_sqlite_exec (to, close_ranks, error) && qh_derived_install (to, NULL, error) &&
         qh_sqlite_exec (to, "COMMIT", error);
}

/* A store without undo log, made anew. */
static sqlite3 *
make_new (const char *path, const QhClock *clock, GError **error)
{
  g_autoptr (QhStore) store = qh_store_open (path, QH_STORE_CREATE, clock, error);
  g_autoptr (sqlite3) db = NULL;

  if (store == NULL)
    return NULL;
  g_clear_object (&store);
  db = qh_connection_open (path, 0, error);
  if (db == NULL || !qh_connection_accept (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

/* --- A store whose beginning is lost. The first page of a new store of the same version points to
 * the same places, because the schema is always made in the same order. */

static gboolean
can_read_schema (sqlite3 *db)
{
  return sqlite3_exec (db, "SELECT count (*) FROM sqlite_schema WHERE type = 'table'", NULL, NULL,
                       NULL) == SQLITE_OK;
}

static void
put_number (char *header, guint offset, guint32 number)
{
  guint32 bytes = GUINT32_TO_BE (number);

  memcpy (header + offset, &bytes, sizeof bytes);
}

/* Makes a copy of @damaged at @copy that begins as the sound store @sound does. */
static gboolean
graft (const char *damaged, const char *sound, const char *copy, GError **error)
{
  g_autofree char *body = NULL, *head = NULL;
  gsize body_length, head_length;

  if (!g_file_get_contents (damaged, &body, &body_length, NULL) ||
      !g_file_get_contents (sound, &head, &head_length, NULL) || body_length <= PAGE_SIZE ||
      head_length < PAGE_SIZE)
    return set_nothing (error);
  memcpy (body, head, PAGE_SIZE);
  /* One file without a journal, of its own length, with nothing on the list of free pages. */
  body[HEADER_WRITE_VERSION] = body[HEADER_READ_VERSION] = 1;
  put_number (body, HEADER_PAGES, body_length / PAGE_SIZE);
  put_number (body, HEADER_FREE_LIST, 0);
  put_number (body, HEADER_FREE_PAGES, 0);
  put_number (body, HEADER_VALID_FOR, 1);
  put_number (body, HEADER_CHANGED, 1);
  return g_file_set_contents_full (copy, body, body_length, G_FILE_SET_CONTENTS_NONE, 0600, NULL) ||
         set_nothing (error);
}

static gboolean
salvage_grafted (const char *damaged, sqlite3 *to, const char *path, GPtrArray *report,
                 GError **error)
{
  g_autofree char *copy = g_strconcat (path, ".part", NULL);
  g_autoptr (sqlite3) from = NULL;
  gboolean ok = FALSE;

  sqlite3_wal_checkpoint_v2 (to, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  if (graft (damaged, path, copy, error))
    from = qh_connection_open (copy, QH_STORE_READ_ONLY, error);
  if (from != NULL)
    ok = salvage_tables (from, to, report, error);
  g_clear_pointer (&from, sqlite3_close);
  qh_file_remove_database (copy);
  return ok;
}

static gboolean
salvage (const char *damaged, sqlite3 *to, const char *path, GPtrArray *report, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (sqlite3) from = qh_connection_open (damaged, QH_STORE_READ_ONLY, &failure);

  if (from != NULL && can_read_schema (from))
    return salvage_tables (from, to, report, error);
  g_clear_pointer (&from, sqlite3_close);
  if (failure == NULL || g_error_matches (failure, QH_ERROR, QH_ERROR_DAMAGED))
    return salvage_grafted (damaged, to, path, report, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
qh_backup_salvage (const char *damaged, const char *path, const QhClock *clock, GPtrArray **report,
                   GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3) to = NULL;
  gboolean ok;

  g_return_val_if_fail (damaged != NULL && path != NULL && clock != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 _ ("“%s” is there already; name a new file for what is salvaged."), path);
    return FALSE;
  }
  to = make_new (path, clock, error);
  if (to == NULL)
    return FALSE;
  ok = salvage (damaged, to, path, lines, error);
  g_clear_pointer (&to, sqlite3_close);
  if (!ok)
    qh_file_remove_database (path);
  if (ok && report != NULL)
    *report = g_steal_pointer (&lines);
  return ok;
}
