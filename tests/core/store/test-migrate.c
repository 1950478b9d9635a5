/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store of an earlier version is brought up to date with all that is in it, its undo list
 * included, after a backup; or it is left as it was. */
#include "fixture.h"
#include "store/qh-backup.h"
#include "store/qh-connection.h"
#include "store/qh-schema.h"
#include "store/qh-verify.h"
#include <string.h>

typedef struct {
  char *folder;
  char *path;
} Place;

/* Makes the store that a version left; @data is its number. */
static void
set_up (Place *place, gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("store-%d.sql", GPOINTER_TO_INT (data));
  g_autofree char *sql = g_test_build_filename (G_TEST_DIST, "core", "store", name, NULL);
  g_autofree char *text = NULL;
  sqlite3 *db;

  place->folder = fixture_folder ();
  place->path = g_build_filename (place->folder, "quarterhour.db", NULL);
  g_assert_true (g_file_get_contents (sql, &text, NULL, NULL));
  g_assert_cmpint (sqlite3_open (place->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, text, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
tear_down (Place *place, gconstpointer data)
{
  fixture_remove (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

static char *
ask_file (const char *path, const char *sql)
{
  g_autoptr (sqlite3) db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return fixture_ask (db, sql);
}

static void
assert_answer (sqlite3 *db, const char *sql, const char *expected)
{
  g_autofree char *answer = fixture_ask (db, sql);

  g_assert_cmpstr (answer, ==, expected);
}

/* The version that this program makes. */
#define NOW "6"

#define WHERE_COPIES_ARE                                                                    \
  "SELECT group_concat (edition || ' ' || available || ' ' || reserved || ' ' || delivered" \
  "  || ' ' || away) FROM ledger WHERE edition IS NOT NULL"

static void
test_forward (Place *place, gconstpointer data)
{
  g_autofree char *before = ask_file (place->path, WHERE_COPIES_ARE);
  g_autoptr (QhStore) store = fixture_open (place->path, 0);
  sqlite3 *db = qh_store_get_db (store);

  assert_answer (db, "PRAGMA user_version", NOW);
  assert_answer (db, WHERE_COPIES_ARE, before);
  assert_answer (db, "SELECT reserved || ' ' || delivered FROM ledger WHERE edition IS NULL",
                 "1 1");
  assert_answer (db, "SELECT n FROM counter WHERE name = 'transfer'", "0");
  fixture_verify (db);
  fixture_ok (qh_verify_sound (db, &error));
}

/* What was made long ago is the same as what is made now. */
static void
test_same_schema (Place *place, gconstpointer data)
{
  const char *sql = "SELECT group_concat (name || sql, char (10)) FROM"
                    "  (SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'search_%'"
                    "    AND sql IS NOT NULL ORDER BY name)";
  g_autoptr (QhStore) migrated = fixture_open (place->path, 0);
  g_autoptr (QhStore) made = fixture_store ();
  g_autofree char *expected = fixture_ask (qh_store_get_db (made), sql);

  g_assert_cmpuint (strlen (expected), >, 50000);
  assert_answer (qh_store_get_db (migrated), sql, expected);
}

static void
test_backup (Place *place, gconstpointer data)
{
  g_autoptr (QhStore) store = fixture_open (place->path, 0);
  g_autoptr (GPtrArray) backups = qh_backup_list (place->path);
  QhClock clock = fixture_clock ();
  g_autofree char *version = NULL;

  g_assert_cmpuint (backups->len, ==, 1);
  version = ask_file (backups->pdata[0], "PRAGMA user_version");
  g_assert_cmpint (atoi (version), ==, GPOINTER_TO_INT (data));
  g_clear_object (&store);
  fixture_ok (qh_backup_restore (place->path, backups->pdata[0], &clock, NULL, &error));
  store = fixture_open (place->path, 0);
  assert_answer (qh_store_get_db (store), "PRAGMA user_version", NOW);
}

/* Back to the beginning, and forth to the end. */
static void
test_undo (Place *place, gconstpointer data)
{
  g_autoptr (QhStore) store = fixture_open (place->path, 0);
  sqlite3 *db = qh_store_get_db (store);
  g_autofree char *n = fixture_ask (db, "SELECT count (*) FROM change WHERE NOT undone");
  g_autofree char *before = fixture_dump (db, FALSE);
  g_autofree char *after = NULL;
  int steps = atoi (n);

  g_assert_cmpint (steps, >, 10);
  for (int i = 0; i < steps; i++) {
    fixture_ok (qh_store_undo (store, NULL, &error));
    fixture_verify (db);
  }
  g_assert_true (qh_store_is_empty (store));
  for (int i = 0; i < steps; i++)
    fixture_ok (qh_store_redo (store, NULL, &error));
  after = fixture_dump (db, FALSE);
  g_assert_cmpstr (after, ==, before);
  fixture_ok (qh_store_redo (store, NULL, &error));
  fixture_ok (qh_verify_sound (db, &error));
}

static void
test_use (Place *place, gconstpointer data)
{
  g_autoptr (QhStore) store = fixture_open (place->path, 0);
  g_autoptr (QhRecord) item = qh_store_resolve (store, &qh_content_entity, "Checklist", NULL);
  g_autoptr (QhRecord) received = qh_record_new (&qh_content_entity);

  qh_record_set_string (item, "file_name", "checklist.pdf");
  fixture_ok (qh_store_save (store, item, &error));
  qh_record_set_string (received, "title", "From Petra");
  qh_record_set_string (received, "issuer", "Petra");
  qh_record_set_int (received, "edition", 5);
  fixture_ok (qh_store_save (store, received, &error));
  assert_answer (qh_store_get_db (store),
                 "SELECT group_concat (coalesce (issuer, '-') || coalesce (file_name, '-'), ' ')"
                 "  FROM content WHERE issuer IS NOT NULL OR file_name IS NOT NULL ORDER BY id",
                 "-checklist.pdf Petra-");
  /* Who issued an item stays. */
  qh_record_set_string (received, "issuer", "Tom");
  fixture_fails (qh_store_save (store, received, &error), QH_ERROR_REFUSED);
  qh_store_revert (store, received);
  fixture_ok (qh_store_undo (store, NULL, &error));
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_assert_null (((QhContent *)item)->file_name);
  fixture_verify (qh_store_get_db (store));
}

static char *
digest_of (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes, size);
}

/* Who only looks sees it as it will be, and leaves it as it is. */
static void
test_read_only (Place *place, gconstpointer data)
{
  g_autofree char *before = digest_of (place->path);
  g_autoptr (QhStore) store = fixture_open (place->path, QH_STORE_READ_ONLY);
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *after = NULL;

  assert_answer (qh_store_get_db (store), "SELECT count (*) FROM transfer", "0");
  assert_answer (qh_store_get_db (store), "SELECT count (*) FROM client", "3");
  g_clear_object (&store);
  after = digest_of (place->path);
  backups = qh_backup_list (place->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (backups->len, ==, 0);
}

/* A second process that saw the old version finds the work done. */
static void
test_twice (Place *place, gconstpointer data)
{
  g_autoptr (sqlite3) first = qh_connection_open (place->path, 0, NULL);
  g_autoptr (sqlite3) second = qh_connection_open (place->path, 0, NULL);

  g_assert_false (qh_schema_is_current (second));
  fixture_ok (qh_schema_create (first, &error));
  fixture_ok (qh_schema_create (second, &error));
  g_assert_true (qh_schema_is_current (second));
  fixture_verify (second);
}

/* What frictions cost is worked out when a store is brought up to date, with what was set in it:
 * 8 h × 60 and 10 % of 14,200; twice 8 h 40 min × 60 and 2 % of 14,200; 1 h × 60. */
static void
test_costs (Place *place, gconstpointer data)
{
  g_autoptr (QhStore) store = fixture_open (place->path, 0);
  sqlite3 *db = qh_store_get_db (store);

  if (GPOINTER_TO_INT (data) == 1) {
    assert_answer (db, "SELECT group_concat (cost || ' ' || clients, ', ') FROM friction_cost",
                   "0 1");
    return;
  }
  assert_answer (db,
                 "SELECT group_concat (status || ' ' || cost || ' ' || clients, ', ')"
                 "  FROM (SELECT * FROM friction_cost ORDER BY cost DESC)",
                 "open 190000 1, open 132400 2, removed 6000 1");
  assert_answer (db, "SELECT rate FROM friction_assumption", "6000");
  assert_answer (db, "SELECT millions || ' ' || rest FROM friction_total WHERE status = 'open'",
                 "0 322400");
}

/* What a queue shows is filled in from the bytes that came, and again when it is done again. */
static void
test_received (Place *place, gconstpointer data)
{
  const char *sql = "SELECT (sender_key IS NOT NULL) || ' ' || client || ' ' || client_key || ' '"
                    "  || title || ' ' || start || ' ' || score || ' ' || blockers || ' '"
                    "  || output_key || ' ' || substr (digest, 1, 7) || ' ' || conflict"
                    "  FROM received_plan WHERE bytes IS NOT NULL";
  const char *expected = "1 Halden Tools halden tools Fewer returns 1796374800000000 43 0"
                         " he knows which two parts come back most sha256: 0";
  g_autoptr (QhStore) store = fixture_open (place->path, 0);
  sqlite3 *db = qh_store_get_db (store);

  assert_answer (db, sql, expected);
  for (int i = 0; i < 3; i++)
    fixture_ok (qh_store_undo (store, NULL, &error));
  assert_answer (db, sql, NULL);
  fixture_ok (qh_store_redo (store, NULL, &error));
  assert_answer (db, sql, expected);
}

/* Bytes that are no plan stay as they came, and stop nothing. */
static void
test_received_odd (Place *place, gconstpointer data)
{
  static const char *const odd[] = {
    "{",
    "[]",
    "7",
    "{\"digest\": 1, \"findings\": 3, \"score\": 1000}",
    "{\"digest\": \"  \", \"findings\": [\"{\", 1, [], {\"level\": {}}], \"client\": []}",
    "{\"meeting\": {\"start\": \"0000-01-01T00:00:00Z\", \"title\": \"\"}, \"score\": -1}",
    "{\"meeting\": {\"start\": \"now\"}, \"score\": \"7\"}",
    "{\"findings\": [{\"level\": \"blocker\"}, {\"level\": \"warning\"},"
    "  {\"level\": \"blocker\", \"accepted\": \"So be it\"}]}",
  };
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (QhStore) store = NULL;

  g_assert_cmpint (sqlite3_open (place->path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++) {
    char *sql =
        sqlite3_mprintf ("INSERT INTO received_plan (id, created, modified, plan, bytes)"
                         "  VALUES ('01a1f7f8-3000-7000-a01a-00000000000%u', 0, 0, 'x', %Q)",
                         i, odd[i]);
    g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
    sqlite3_free (sql);
  }
  g_clear_pointer (&db, sqlite3_close_v2);
  store = fixture_open (place->path, 0);
  assert_answer (qh_store_get_db (store),
                 "SELECT count (*) || ' ' || count (title) || count (client) || count (start)"
                 "  || count (score) || ' ' || sum (blockers) FROM received_plan WHERE plan = 'x'",
                 "8 0000 1");
  fixture_verify (qh_store_get_db (store));
}

/* Half a migration is none. */
static void
test_failed (Place *place, gconstpointer data)
{
  QhClock clock = fixture_clock ();
  g_autofree char *version = NULL;
  g_autofree char *columns = NULL;
  g_autoptr (sqlite3) db = NULL;

  g_assert_cmpint (sqlite3_open (place->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE stock (n)", NULL, NULL, NULL), ==, SQLITE_OK);
  fixture_fails (qh_store_open (place->path, 0, &clock, &error), QH_ERROR_STORE);
  version = fixture_ask (db, "PRAGMA user_version");
  columns = fixture_ask (db, "SELECT count (*) FROM pragma_table_info ('content')"
                             "  WHERE name IN ('issuer', 'file_name')");
  g_assert_cmpstr (version, ==, "1");
  g_assert_cmpstr (columns, ==, "0");
}

/* --- Somebody waits for it */

typedef struct {
  GCancellable *cancellable;
  double stop_at; /* is cancelled there */
  QhMigrationStep stop_in; /* and in this step */
  QhMigrationStep step;
  double done;
  guint told;
} Waiting;

static void
on_told (QhMigrationStep step, double done, gpointer user_data)
{
  Waiting *waiting = user_data;

  g_assert_cmpint (step, >=, waiting->step);
  g_assert_cmpfloat (done, >=, waiting->done);
  g_assert_cmpfloat (done, <=, 1);
  waiting->step = step;
  waiting->done = done;
  waiting->told++;
  if (done >= waiting->stop_at || step == waiting->stop_in)
    g_cancellable_cancel (waiting->cancellable);
}

static QhStore *
open_waiting (Place *place, Waiting *waiting, double stop_at, QhMigrationStep stop_in,
              GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  QhMigrationWatch watch = { on_told, waiting, cancellable };
  QhClock clock = fixture_clock ();

  *waiting = (Waiting){ .cancellable = cancellable, .stop_at = stop_at, .stop_in = stop_in };
  return qh_store_open_watched (place->path, 0, &clock, &watch, error);
}

/* It is told of to its end, and of a store that is up to date nothing is told. */
static void
test_watched (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhStore) store = NULL;
  Waiting waiting;

  store = open_waiting (place, &waiting, 2, QH_MIGRATION_SAVE, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (waiting.done, ==, 1);
  g_assert_cmpint (waiting.step, ==, QH_MIGRATION_SAVE);
  g_assert_cmpuint (waiting.told, >, 10);
  fixture_verify (qh_store_get_db (store));
  g_clear_object (&store);
  store = open_waiting (place, &waiting, 2, QH_MIGRATION_SAVE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (waiting.told, ==, 0);
}

static char *
describe_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_string_append (names, name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Wherever it is stopped, the store is what it was to the byte, and can be brought up to date
 * another time; once it is saved, it can no longer be stopped. */
static void
test_stopped (Place *place, gconstpointer data)
{
  g_autofree char *before = digest_of (place->path);
  g_autofree char *backups = g_build_filename (place->folder, "backups", NULL);

  for (int percent = 0; percent < 97; percent += 6) {
    g_autoptr (GError) error = NULL;
    g_autofree char *after = NULL, *left = NULL;
    Waiting waiting;

    g_assert_null (open_waiting (place, &waiting, percent / 100.0, QH_MIGRATION_SAVE, &error));
    g_assert_error (error, QH_ERROR, QH_ERROR_CANCELLED);
    g_assert_cmpfloat (waiting.done, <, 1);
    after = digest_of (place->path);
    left = describe_folder (backups);
    g_assert_cmpstr (after, ==, before);
    g_assert_null (strstr (left, ".part"));
  }
  {
    g_autoptr (GError) error = NULL;
    Waiting waiting;
    g_autoptr (QhStore) store = open_waiting (place, &waiting, 2, QH_MIGRATION_SAVE, &error);

    g_assert_no_error (error);
    g_assert_cmpfloat (waiting.done, ==, 1);
    fixture_verify (qh_store_get_db (store));
  }
}

/* A backup that was not looked through to its end is none. */
static void
test_stopped_check (Place *place, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (place->folder, "backups", NULL);
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;
  Waiting waiting;

  g_assert_null (open_waiting (place, &waiting, 2, QH_MIGRATION_CHECK, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_CANCELLED);
  g_assert_cmpint (waiting.step, ==, QH_MIGRATION_CHECK);
  left = describe_folder (backups);
  g_assert_cmpstr (left, ==, "");
}

/* What is derived just as before is not made again: that would cost as much as the store is large.
 */
static void
test_kept (Place *place, gconstpointer data)
{
  const char *sql = "SELECT group_concat (id || hex (block)) FROM search_data";
  g_autofree char *before = ask_file (place->path, sql);
  g_autoptr (QhStore) store = NULL;

  {
    g_autoptr (sqlite3) db = NULL;
    g_assert_cmpint (sqlite3_open (place->path, &db), ==, SQLITE_OK);
    g_assert_cmpint (
        sqlite3_exec (db, "UPDATE trust_sum SET n = n + 7 WHERE client = ''", NULL, NULL, NULL), ==,
        SQLITE_OK);
  }
  store = fixture_open (place->path, 0);
  assert_answer (qh_store_get_db (store), sql, before);
  assert_answer (qh_store_get_db (store), "SELECT min (n) > 7 FROM trust_sum WHERE client = ''",
                 "1");
}

static void
add_version (const char *name, int version, void (*test) (Place *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/store/migrate/%d/%s", version, name);

  g_test_add (path, Place, GINT_TO_POINTER (version), set_up, test, tear_down);
}

/* From every version there was. */
static void
add (const char *name, void (*test) (Place *, gconstpointer))
{
  for (int version = 1; version < qh_schema_version (); version++)
    add_version (name, version, test);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("forward", test_forward);
  add ("same-schema", test_same_schema);
  add ("backup", test_backup);
  add ("undo", test_undo);
  add ("use", test_use);
  add ("read-only", test_read_only);
  add ("twice", test_twice);
  add ("costs", test_costs);
  add ("watched", test_watched);
  add ("stopped", test_stopped);
  add ("stopped-check", test_stopped_check);
  add_version ("kept", 4, test_kept);
  add_version ("failed", 1, test_failed);
  add_version ("received", 4, test_received);
  for (int version = 1; version < 5; version++)
    add_version ("received-odd", version, test_received_odd);
  return g_test_run ();
}
