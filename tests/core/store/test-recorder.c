/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The recorder against SQLite's session extension: the same statements run on two databases, one
 * recorded by each, and the changesets say the same. */
#include "fixture.h"
#include "store/qh-connection.h"
#include "store/qh-recorder.h"
#include "store/qh-schema.h"

typedef struct {
  sqlite3 *ours, *theirs;
  const char *const *tables;
  QhRecorder *recorder;
  QhRecording *recording;
  sqlite3_session *session;
} Pair;

/* --- Both at once */

/* What is refused here is refused there. */
static void
run (Pair *pair, const char *sql)
{
  int code = sqlite3_exec (pair->ours, sql, NULL, NULL, NULL);

  g_test_message ("%s", sql);
  g_assert_cmpint (code, ==, sqlite3_exec (pair->theirs, sql, NULL, NULL, NULL));
}

static void
run_well (Pair *pair, const char *sql)
{
  run (pair, sql);
  g_assert_cmpstr (sqlite3_errmsg (pair->ours), ==, "not an error");
}

static void
start (Pair *pair)
{
  pair->recording = qh_recording_start (pair->recorder);
  g_assert_cmpint (sqlite3session_create (pair->theirs, "main", &pair->session), ==, SQLITE_OK);
  for (guint i = 0; pair->tables[i] != NULL; i++)
    g_assert_cmpint (sqlite3session_attach (pair->session, pair->tables[i]), ==, SQLITE_OK);
}

static void
stop (Pair *pair)
{
  g_clear_pointer (&pair->recording, qh_recording_end);
  g_clear_pointer (&pair->session, sqlite3session_delete);
}

static void
open_pair (Pair *pair, const char *const *tables)
{
  fixture_ok ((pair->ours = qh_connection_open (":memory:", 0, &error)) != NULL);
  fixture_ok ((pair->theirs = qh_connection_open (":memory:", 0, &error)) != NULL);
  pair->tables = tables;
  pair->recorder = qh_recorder_new (pair->ours, tables);
}

static void
close_pair (Pair *pair)
{
  qh_recorder_free (pair->recorder);
  sqlite3_close (pair->ours);
  sqlite3_close (pair->theirs);
}

/* --- Comparing */

static void
append_value (GString *text, sqlite3_value *value)
{
  g_autofree char *hex = NULL;

  if (value == NULL) {
    g_string_append (text, " -");
    return;
  }
  g_string_append_printf (text, " %d:", sqlite3_value_type (value));
  if (sqlite3_value_type (value) == SQLITE_BLOB)
    for (int i = 0; i < sqlite3_value_bytes (value); i++)
      g_string_append_printf (text, "%02x", ((const guint8 *)sqlite3_value_blob (value))[i]);
  else if (sqlite3_value_type (value) != SQLITE_NULL)
    g_string_append (text, (const char *)sqlite3_value_text (value));
}

static char *
describe_row (sqlite3_changeset_iter *iter)
{
  GString *text = g_string_new (NULL);
  const char *table;
  int n_columns, operation, indirect;

  sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
  g_string_printf (text, "%s %d %d", table, operation, indirect);
  for (int i = 0; i < 2 * n_columns; i++) {
    sqlite3_value *value = NULL;
    if (i < n_columns && operation != SQLITE_INSERT)
      sqlite3changeset_old (iter, i, &value);
    else if (i >= n_columns && operation != SQLITE_DELETE)
      sqlite3changeset_new (iter, i - n_columns, &value);
    append_value (text, value);
  }
  return g_string_free (text, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Its rows, sorted: a session keeps them in no order inside a table. */
static char *
describe (const void *changeset, int size)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  sqlite3_changeset_iter *iter;

  g_assert_cmpint (sqlite3changeset_start (&iter, size, (void *)changeset), ==, SQLITE_OK);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    g_ptr_array_add (rows, describe_row (iter));
  g_assert_cmpint (sqlite3changeset_finalize (iter), ==, SQLITE_OK);
  g_ptr_array_sort (rows, compare_lines);
  g_ptr_array_add (rows, NULL);
  return g_strjoinv ("\n", (char **)rows->pdata);
}

/* What both recorded is the same; ours is returned. */
static GByteArray *
take (Pair *pair)
{
  g_autoptr (GError) error = NULL;
  GByteArray *ours = qh_recording_take (pair->recording, &error);
  g_autofree char *our_text = NULL, *their_text = NULL;
  void *theirs = NULL;
  int size = 0;

  g_assert_no_error (error);
  g_assert_cmpint (sqlite3session_changeset (pair->session, &size, &theirs), ==, SQLITE_OK);
  our_text = describe (ours->data, ours->len);
  their_text = describe (theirs, size);
  g_assert_cmpstr (our_text, ==, their_text);
  g_assert_cmpuint (ours->len, ==, size);
  sqlite3_free (theirs);
  return ours;
}

static int
abort_apply (void *data, int kind, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static void
apply (sqlite3 *db, const void *changeset, int size)
{
  g_assert_cmpint (sqlite3changeset_apply (db, size, (void *)changeset, NULL, abort_apply, NULL),
                   ==, SQLITE_OK);
}

/* --- Any change */

static const char *const random_tables[] = { "child", "parent", NULL };

static const char random_schema[] =
    "CREATE TABLE parent (id TEXT PRIMARY KEY, n INTEGER, r REAL, t TEXT, b BLOB);"
    "CREATE TABLE child (id TEXT NOT NULL PRIMARY KEY,"
    "  parent TEXT REFERENCES parent (id) ON DELETE CASCADE ON UPDATE CASCADE, n INTEGER);"
    "CREATE TABLE beside (id TEXT NOT NULL PRIMARY KEY, n INTEGER);"
    "CREATE TRIGGER follow AFTER UPDATE OF n ON parent BEGIN"
    "  UPDATE child SET n = NEW.n WHERE parent = NEW.id;"
    "  INSERT INTO beside VALUES (NEW.id, 1) ON CONFLICT DO UPDATE SET n = n + 1;"
    "END;";

static int
draw (int n)
{
  return g_test_rand_int_range (0, n);
}

/* Few values, so that rows often become again what they were; texts of one to three length bytes.
 */
static char *
draw_statement (void)
{
  static const char *const texts[] = { "NULL", "''", "'a'", "hex (zeroblob (90))",
                                       "hex (zeroblob (9000))" };
  static const char *const numbers[] = { "NULL", "0", "1", "-1", "9223372036854775807", "1.5" };
  const char *text = texts[draw (G_N_ELEMENTS (texts))];
  const char *number = numbers[draw (G_N_ELEMENTS (numbers) - 1)];
  const char *real = numbers[draw (G_N_ELEMENTS (numbers))];
  int id = draw (6), other = draw (6);

  switch (draw (8)) {
  case 0:
    return g_strdup_printf ("INSERT INTO parent VALUES ('p%d', %s, %s, %s, x'00ff')", id, number,
                            real, text);
  case 1:
    return g_strdup_printf ("REPLACE INTO parent VALUES ('p%d', %s, %s, %s, %s)", id, number, real,
                            text, number);
  case 2:
    return g_strdup_printf ("INSERT INTO child VALUES ('c%d', 'p%d', %s)", id, other, number);
  case 3:
    return g_strdup_printf ("UPDATE parent SET n = %s, r = %s WHERE id = 'p%d'", number, real, id);
  case 4:
    return g_strdup_printf ("UPDATE parent SET t = %s, b = t WHERE id = 'p%d'", text, id);
  case 5:
    return g_strdup_printf ("UPDATE parent SET id = 'p%d' WHERE id = 'p%d'", other, id);
  case 6:
    return g_strdup_printf ("DELETE FROM parent WHERE id = 'p%d'", id);
  default:
    return g_strdup_printf ("UPDATE child SET n = n + 1, parent = 'p%d' WHERE id = 'c%d'", other,
                            id);
  }
}

static void
run_some (Pair *pair, int n)
{
  while (n-- > 0) {
    g_autofree char *sql = draw_statement ();
    run (pair, sql);
  }
}

static void
change_at_random (Pair *pair)
{
  run_some (pair, 1 + draw (8));
  run_well (pair, "SAVEPOINT here");
  run_some (pair, draw (4));
  if (draw (2) == 0)
    run_well (pair, "ROLLBACK TO here");
  run_well (pair, "RELEASE here");
}

static char *
dump (sqlite3 *db)
{
  return fixture_ask (
      db, "SELECT group_concat (line, x'0a') FROM (SELECT line FROM"
          "  (SELECT id || quote (n) || quote (r) || quote (t) || quote (b) AS line FROM parent"
          "    UNION ALL SELECT id || quote (parent) || quote (n) FROM child) ORDER BY line)");
}

/* Undone and redone, where nothing happens by itself. */
static void
go_back_and_forth (sqlite3 *db, GByteArray *changeset, const char *before)
{
  g_autofree char *after = dump (db), *undone = NULL, *redone = NULL;
  void *inverse = NULL;
  int size = 0;

  sqlite3_exec (db, "PRAGMA foreign_keys = OFF; DROP TRIGGER follow", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3changeset_invert (changeset->len, changeset->data, &size, &inverse), ==,
                   SQLITE_OK);
  apply (db, inverse, size);
  undone = dump (db);
  g_assert_cmpstr (undone, ==, before);
  apply (db, changeset->data, changeset->len);
  redone = dump (db);
  g_assert_cmpstr (redone, ==, after);
  sqlite3_free (inverse);
}

static void
try_at_random (void)
{
  Pair pair = { 0 };
  g_autoptr (GByteArray) first = NULL, both = NULL;
  g_autofree char *before = NULL;

  open_pair (&pair, random_tables);
  run_well (&pair, random_schema);
  run_some (&pair, 12);
  before = dump (pair.ours);
  run_well (&pair, "BEGIN");
  start (&pair);
  change_at_random (&pair);
  first = take (&pair);
  run_well (&pair, "COMMIT");
  /* It goes on, over another transaction. */
  run_some (&pair, draw (4));
  both = take (&pair);
  stop (&pair);
  go_back_and_forth (pair.ours, both, before);
  close_pair (&pair);
}

static void
test_random (void)
{
  for (guint i = 0; i < 400; i++)
    try_at_random ();
}

/* --- Every entity */

/* What they refer to is not copied, so that the transaction could not be committed. */
static char *
copy_rows (const QhEntity *entity, const char *path)
{
  return g_strdup_printf ("ATTACH %s AS source;"
                          "CREATE TEMP TABLE kept AS SELECT * FROM source.%s;"
                          "DETACH source;"
                          "BEGIN; PRAGMA defer_foreign_keys = ON;"
                          "INSERT INTO %s SELECT * FROM kept",
                          path, entity->name, entity->name);
}

static guint
run_recorded (Pair *pair, const char *format, const char *name)
{
  g_autofree char *sql = g_strdup_printf (format, name);
  g_autoptr (GByteArray) changeset = NULL;

  start (pair);
  run_well (pair, sql);
  changeset = take (pair);
  stop (pair);
  return changeset->len;
}

static void
try_entity (const QhEntity *entity)
{
  const char *const tables[] = { entity->name, NULL };
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  g_autofree char *quoted = g_strdup_printf ("'%s'", path);
  g_autofree char *copy = copy_rows (entity, quoted);
  g_autoptr (QhStore) store = fixture_open (path, QH_STORE_CREATE);
  g_autoptr (QhRecord) record = fixture_saved (store, entity);
  Pair pair = { 0 };

  open_pair (&pair, tables);
  fixture_ok (qh_schema_create (pair.ours, &error));
  fixture_ok (qh_schema_create (pair.theirs, &error));
  run_well (&pair, copy);
  g_assert_cmpuint (run_recorded (&pair, "UPDATE %s SET modified = modified + 1", entity->name), >,
                    0);
  g_assert_cmpuint (run_recorded (&pair, "UPDATE %s SET author = author", entity->name), ==, 0);
  g_assert_cmpuint (run_recorded (&pair, "DELETE FROM %s", entity->name), >, 0);
  g_assert_cmpuint (run_recorded (&pair, "INSERT INTO %s SELECT * FROM kept", entity->name), >, 0);
  close_pair (&pair);
  fixture_remove (folder);
}

static void
test_entities (void)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; i < n; i++)
    if (entities[i] != &qh_movement_entity)
      try_entity (entities[i]);
}

/* --- Several */

static void
test_paused (void)
{
  Pair pair = { 0 };
  QhRecording *other;
  g_autoptr (GByteArray) changeset = NULL, rest = NULL;
  g_autofree char *text = NULL;

  open_pair (&pair, random_tables);
  run_well (&pair, random_schema);
  start (&pair);
  other = qh_recording_start (pair.recorder);
  run_well (&pair, "INSERT INTO child VALUES ('c1', NULL, 1)");
  qh_recording_pause (other, TRUE);
  run_well (&pair, "INSERT INTO child VALUES ('c2', NULL, 1)");
  qh_recording_pause (other, FALSE);
  changeset = take (&pair);
  rest = qh_recording_take (other, NULL);
  text = describe (rest->data, rest->len);
  g_assert_cmpstr (text, ==, "child 18 0 - - - 3:c1 5: 1:1");
  qh_recording_end (other);
  stop (&pair);
  close_pair (&pair);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/recorder/random", test_random);
  g_test_add_func ("/store/recorder/entities", test_entities);
  g_test_add_func ("/store/recorder/paused", test_paused);
  return g_test_run ();
}
