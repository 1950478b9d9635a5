/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of every row that is touched, the first touch keeps what it was; when the changeset is taken, the
 * row says what it has become. So a row is in it once, whatever happened to it between. */
#include "store/qh-recorder.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* In a changeset: a column that did not change. */
#define UNDEFINED 0

typedef struct {
  const char *name;
  sqlite3_stmt *select; /* a row by its id; made when it is first needed */
  sqlite3_stmt *scan; /* those from a place on, in the order of the table */
  gboolean scanning;
} Table;

struct _QhRecorder {
  sqlite3 *db;
  GArray *tables; /* Table */
  GPtrArray *recordings; /* those that run, borrowed */
};

/* A row as it was before the recording. */
typedef struct {
  char *id;
  GByteArray *was; /* its columns; NULL: it was not there */
  gint64 place; /* its rowid, when it was last written */
  gboolean indirect; /* touched by triggers and references only */
} Row;

typedef struct {
  GPtrArray *rows; /* in the order in which they were touched; NULL: none was */
  GHashTable *by_id;
} Touched;

struct _QhRecording {
  QhRecorder *recorder;
  Touched *touched; /* for each table */
  gboolean paused;
  int code; /* why a row could not be recorded; else SQLITE_OK */
};

/* --- Values as they stand in a changeset */

static void
append_byte (GByteArray *bytes, guint8 byte)
{
  g_byte_array_append (bytes, &byte, 1);
}

/* SQLite's integers of variable length: seven bits a byte, the highest first. */
static void
append_length (GByteArray *bytes, guint32 n)
{
  for (int shift = 28; shift > 0; shift -= 7)
    if (n >> shift != 0)
      append_byte (bytes, 0x80 | (n >> shift & 0x7f));
  append_byte (bytes, n & 0x7f);
}

static void
append_number (GByteArray *bytes, int type, guint64 bits)
{
  guint64 ordered = GUINT64_TO_BE (bits);

  append_byte (bytes, type);
  g_byte_array_append (bytes, (const guint8 *)&ordered, sizeof ordered);
}

static void
append_bytes (GByteArray *bytes, int type, const void *data, int n)
{
  append_byte (bytes, type);
  append_length (bytes, n);
  g_byte_array_append (bytes, data, n);
}

static guint64
bits_of (double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  return bits;
}

static void
append_value (GByteArray *bytes, sqlite3_value *value)
{
  int type = sqlite3_value_type (value);

  if (type == SQLITE_INTEGER)
    append_number (bytes, type, sqlite3_value_int64 (value));
  else if (type == SQLITE_FLOAT)
    append_number (bytes, type, bits_of (sqlite3_value_double (value)));
  else if (type == SQLITE_NULL)
    append_byte (bytes, type);
  else
    append_bytes (bytes, type,
                  type == SQLITE_TEXT ? sqlite3_value_text (value) : sqlite3_value_blob (value),
                  sqlite3_value_bytes (value));
}

static void
append_column (GByteArray *bytes, sqlite3_stmt *row, int column)
{
  int type = sqlite3_column_type (row, column);

  if (type == SQLITE_INTEGER)
    append_number (bytes, type, sqlite3_column_int64 (row, column));
  else if (type == SQLITE_FLOAT)
    append_number (bytes, type, bits_of (sqlite3_column_double (row, column)));
  else if (type == SQLITE_NULL)
    append_byte (bytes, type);
  else
    append_bytes (bytes, type,
                  type == SQLITE_TEXT ? sqlite3_column_text (row, column)
                                      : sqlite3_column_blob (row, column),
                  sqlite3_column_bytes (row, column));
}

/* How many bytes the value at @value has. */
static gsize
size_of (const guint8 *value)
{
  guint32 n = 0;
  gsize size = 1;

  if (value[0] == SQLITE_NULL)
    return size;
  if (value[0] == SQLITE_INTEGER || value[0] == SQLITE_FLOAT)
    return size + sizeof (guint64);
  do
    n = n << 7 | (value[size] & 0x7f);
  while (value[size++] & 0x80);
  return size + n;
}

/* --- Recording */

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->id);
  g_clear_pointer (&row->was, g_byte_array_unref);
  g_free (row);
}

/* What the row says that is about to be changed; NULL when it cannot be read. */
static GByteArray *
read_old (sqlite3 *db, int *code)
{
  g_autoptr (GByteArray) was = g_byte_array_new ();
  int n = sqlite3_preupdate_count (db);

  for (int i = 0; i < n; i++) {
    sqlite3_value *value = NULL;
    *code = sqlite3_preupdate_old (db, i, &value);
    if (*code != SQLITE_OK)
      return NULL;
    append_value (was, value);
  }
  return g_steal_pointer (&was);
}

static Row *
add_row (QhRecording *self, Touched *touched, const char *id, gboolean was_there)
{
  sqlite3 *db = self->recorder->db;
  GByteArray *was = was_there ? read_old (db, &self->code) : NULL;
  Row *row;

  if (self->code != SQLITE_OK)
    return NULL;
  if (touched->rows == NULL) {
    touched->rows = g_ptr_array_new_with_free_func (row_free);
    touched->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  }
  row = g_new0 (Row, 1);
  row->id = g_strdup (id);
  row->was = was;
  row->indirect = sqlite3_preupdate_depth (db) > 0;
  g_ptr_array_add (touched->rows, row);
  g_hash_table_insert (touched->by_id, row->id, row);
  return row;
}

/* The row with the id @value is about to be changed, and is (or is not yet) there; @place is its
 * rowid. */
static void
touch (QhRecording *self, guint table, sqlite3_value *value, gboolean is_there, gint64 place)
{
  Touched *touched = &self->touched[table];
  const char *id = (const char *)sqlite3_value_text (value);
  Row *row = NULL;

  if (id == NULL)
    return;
  if (touched->by_id != NULL)
    row = g_hash_table_lookup (touched->by_id, id);
  if (row == NULL)
    row = add_row (self, touched, id, is_there);
  else if (sqlite3_preupdate_depth (self->recorder->db) == 0)
    row->indirect = FALSE;
  if (row != NULL)
    row->place = place;
}

/* A row that gets another id goes under the one, and comes under the other. */
static void
record (QhRecording *self, guint table, int operation, gint64 before, gint64 after)
{
  sqlite3 *db = self->recorder->db;
  sqlite3_value *value = NULL;

  if (self->paused || self->code != SQLITE_OK)
    return;
  if (operation != SQLITE_INSERT) {
    self->code = sqlite3_preupdate_old (db, 0, &value);
    if (self->code == SQLITE_OK)
      touch (self, table, value, TRUE, before);
  }
  if (operation != SQLITE_DELETE && self->code == SQLITE_OK) {
    self->code = sqlite3_preupdate_new (db, 0, &value);
    if (self->code == SQLITE_OK)
      touch (self, table, value, FALSE, after);
  }
}

static int
find_table (QhRecorder *self, const char *name)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (strcmp (g_array_index (self->tables, Table, i).name, name) == 0)
      return i;
  return -1;
}

static void
on_row (void *data, sqlite3 *db, int operation, const char *schema, const char *name,
        sqlite3_int64 before, sqlite3_int64 after)
{
  QhRecorder *self = data;
  int table = self->recordings->len > 0 ? find_table (self, name) : -1;

  if (table < 0 || strcmp (schema, "main") != 0)
    return;
  for (guint i = 0; i < self->recordings->len; i++)
    record (g_ptr_array_index (self->recordings, i), table, operation, before, after);
}

/* --- The changeset */

static gboolean
prepare (QhRecorder *self, char *sql, sqlite3_stmt **statement, GError **error)
{
  g_autofree char *owned = sql;

  if (sqlite3_prepare_v3 (self->db, owned, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL) ==
      SQLITE_OK)
    return TRUE;
  qh_sqlite_set_error (error, self->db);
  return FALSE;
}

static gboolean
prepare_select (QhRecorder *self, Table *table, GError **error)
{
  sqlite3_stmt *columns;
  g_autofree char *id = NULL;
  g_autofree char *sql = NULL;

  if (table->select != NULL)
    return TRUE;
  sql = g_strdup_printf ("SELECT * FROM %s", table->name);
  columns = qh_sqlite_prepare (self->db, sql, error);
  if (columns == NULL)
    return FALSE;
  id = g_strdup (sqlite3_column_name (columns, 0));
  sqlite3_finalize (columns);
  return prepare (self, g_strdup_printf ("SELECT * FROM %s WHERE %s = ?1", table->name, id),
                  &table->select, error) &&
         prepare (
             self,
             g_strdup_printf ("SELECT * FROM %s WHERE rowid >= ?1 ORDER BY rowid", table->name),
             &table->scan, error);
}

static void
append_columns (GByteArray *is, sqlite3_stmt *row)
{
  for (int i = 0; i < sqlite3_column_count (row); i++)
    append_column (is, row, i);
}

static void
end_scan (Table *table)
{
  sqlite3_reset (table->scan);
  table->scanning = FALSE;
}

/* Of many rows that were added one after the other, the next one is the next of the table: to go on
 * from one to the other costs less than to look each up. FALSE: it is somebody else's row. */
static gboolean
read_next (Table *table, Row *row, GByteArray *is)
{
  if (!table->scanning) {
    sqlite3_bind_int64 (table->scan, 1, row->place);
    table->scanning = TRUE;
  }
  if (sqlite3_step (table->scan) == SQLITE_ROW &&
      g_strcmp0 ((const char *)sqlite3_column_text (table->scan, 0), row->id) == 0) {
    append_columns (is, table->scan);
    return TRUE;
  }
  end_scan (table);
  return FALSE;
}

/* What the row says now into @is, which is left empty when it is not there. */
static gboolean
read_now (Table *table, Row *row, GByteArray *is, GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_byte_array_set_size (is, 0);
  if (read_next (table, row, is))
    return TRUE;
  sqlite3_bind_text (table->select, 1, row->id, -1, SQLITE_STATIC);
  if (qh_sqlite_step (table->select, &failure))
    append_columns (is, table->select);
  sqlite3_reset (table->select);
  sqlite3_clear_bindings (table->select);
  return qh_error_pass_on (&failure, error);
}

static void
append_operation (GByteArray *changeset, int operation, Row *row)
{
  append_byte (changeset, operation);
  append_byte (changeset, row->indirect);
}

/* The columns that differ, as they were and as they are; and always what the id was. */
static void
append_update (GByteArray *changeset, Row *row, GByteArray *is)
{
  g_autoptr (GByteArray) news = g_byte_array_new ();
  const guint8 *old = row->was->data, *new = is->data;

  if (row->was->len == is->len && memcmp (old, new, is->len) == 0)
    return;
  append_operation (changeset, SQLITE_UPDATE, row);
  while (new < is->data + is->len) {
    gsize old_size = size_of (old), new_size = size_of (new);
    gboolean same = old_size == new_size && memcmp (old, new, new_size) == 0;
    if (same && old != row->was->data)
      append_byte (changeset, UNDEFINED);
    else
      g_byte_array_append (changeset, old, old_size);
    if (same)
      append_byte (news, UNDEFINED);
    else
      g_byte_array_append (news, new, new_size);
    old += old_size;
    new += new_size;
  }
  g_byte_array_append (changeset, news->data, news->len);
}

static void
append_row (GByteArray *changeset, Row *row, GByteArray *is)
{
  if (row->was != NULL && is->len > 0) {
    append_update (changeset, row, is);
  } else if (row->was != NULL) {
    append_operation (changeset, SQLITE_DELETE, row);
    g_byte_array_append (changeset, row->was->data, row->was->len);
  } else if (is->len > 0) {
    append_operation (changeset, SQLITE_INSERT, row);
    g_byte_array_append (changeset, is->data, is->len);
  }
}

static void
append_header (GByteArray *changeset, Table *table)
{
  int n_columns = sqlite3_column_count (table->select);

  append_byte (changeset, 'T');
  append_length (changeset, n_columns);
  for (int i = 0; i < n_columns; i++)
    append_byte (changeset, i == 0); /* the primary key */
  g_byte_array_append (changeset, (const guint8 *)table->name, strlen (table->name) + 1);
}

static gboolean
append_table (GByteArray *changeset, Table *table, GPtrArray *rows, GError **error)
{
  g_autoptr (GByteArray) is = g_byte_array_new ();
  guint start = changeset->len, first;
  gboolean ok = TRUE;

  append_header (changeset, table);
  first = changeset->len;
  for (guint i = 0; ok && i < rows->len; i++) {
    Row *row = g_ptr_array_index (rows, i);
    ok = read_now (table, row, is, error);
    if (ok)
      append_row (changeset, row, is);
  }
  end_scan (table);
  if (changeset->len == first)
    g_byte_array_set_size (changeset, start);
  return ok;
}

GByteArray *
qh_recording_take (QhRecording *self, GError **error)
{
  g_autoptr (GByteArray) changeset = g_byte_array_new ();
  GArray *tables = self->recorder->tables;

  if (self->code != SQLITE_OK) {
    g_set_error (error, QH_ERROR, QH_ERROR_STORE, _ ("The store could not be used: %s"),
                 sqlite3_errstr (self->code));
    return NULL;
  }
  for (guint i = 0; i < tables->len; i++) {
    Table *table = &g_array_index (tables, Table, i);
    GPtrArray *rows = self->touched[i].rows;
    if (rows != NULL && (!prepare_select (self->recorder, table, error) ||
                         !append_table (changeset, table, rows, error)))
      return NULL;
  }
  return g_steal_pointer (&changeset);
}

/* --- Beginning and end */

QhRecording *
qh_recording_start (QhRecorder *recorder)
{
  QhRecording *self = g_new0 (QhRecording, 1);

  self->recorder = recorder;
  self->touched = g_new0 (Touched, recorder->tables->len);
  g_ptr_array_add (recorder->recordings, self);
  return self;
}

void
qh_recording_end (QhRecording *self)
{
  g_ptr_array_remove (self->recorder->recordings, self);
  for (guint i = 0; i < self->recorder->tables->len; i++) {
    g_clear_pointer (&self->touched[i].by_id, g_hash_table_unref);
    g_clear_pointer (&self->touched[i].rows, g_ptr_array_unref);
  }
  g_free (self->touched);
  g_free (self);
}

void
qh_recording_pause (QhRecording *self, gboolean paused)
{
  self->paused = paused;
}

QhRecorder *
qh_recorder_new (sqlite3 *db, const char *const *tables)
{
  QhRecorder *self = g_new0 (QhRecorder, 1);

  self->db = db;
  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  self->recordings = g_ptr_array_new ();
  for (guint i = 0; tables[i] != NULL; i++) {
    Table table = { .name = tables[i] };
    g_array_append_val (self->tables, table);
  }
  sqlite3_preupdate_hook (db, on_row, self);
  return self;
}

void
qh_recorder_free (QhRecorder *self)
{
  sqlite3_preupdate_hook (self->db, NULL, NULL);
  for (guint i = 0; i < self->tables->len; i++) {
    sqlite3_finalize (g_array_index (self->tables, Table, i).select);
    sqlite3_finalize (g_array_index (self->tables, Table, i).scan);
  }
  g_array_unref (self->tables);
  g_ptr_array_unref (self->recordings);
  g_free (self);
}
