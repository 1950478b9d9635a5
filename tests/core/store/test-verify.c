/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that verification looks at, spoilt on purpose; and what salvage gets out of a file
 * whose pages are damaged. */
#include "fixture.h"
#include "store/qh-backup.h"
#include <glib/gstdio.h>
#include <string.h>

#define PAGE_SIZE 4096

/* A store in a file with something in every table. */
typedef struct {
  char *folder;
  char *path;
} Place;

static void
add_segment (QhStore *store, QhMeeting *meeting, const char *title, int position)
{
  g_autoptr (QhSegment) segment = qh_segment_new ();

  qh_record_set_string ((QhRecord *)segment, "meeting", ((QhRecord *)meeting)->id);
  qh_record_set_string ((QhRecord *)segment, "title", title);
  qh_record_set_int ((QhRecord *)segment, "kind", QH_SEGMENT_KIND_IMPROVE);
  qh_record_set_int ((QhRecord *)segment, "position", position);
  fixture_ok (qh_store_save (store, (QhRecord *)segment, &error));
}

static void
give (QhStore *store, QhContent *content, QhClient *client)
{
  g_autoptr (QhMovement) movement = qh_movement_new ();

  qh_record_set_string ((QhRecord *)movement, "content", ((QhRecord *)content)->id);
  qh_record_set_string ((QhRecord *)movement, "client", ((QhRecord *)client)->id);
  qh_record_set_int ((QhRecord *)movement, "kind", QH_MOVEMENT_KIND_DELIVER);
  qh_record_set_int ((QhRecord *)movement, "at", qh_clock_now (qh_store_get_clock (store)));
  fixture_ok (qh_store_save (store, (QhRecord *)movement, &error));
}

static void
fill (QhStore *store)
{
  g_autoptr (QhClient) client = fixture_client (store, "Ferris Dental");
  g_autoptr (QhMeeting) meeting = fixture_meeting (store, client);
  g_autoptr (QhContent) limited = fixture_content (store, "Benchmark", 3, 1);
  g_autoptr (QhContent) unlimited = fixture_content (store, "Course", QH_NONE, 5);
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (int i = 0; i < 3; i++)
    add_segment (store, meeting, "Segment", i);
  give (store, limited, client);
  give (store, unlimited, client);
  for (guint i = 0; i < n; i++) {
    if (entities[i] != &qh_movement_entity && entities[i] != &qh_segment_entity)
      g_object_unref (fixture_saved (store, entities[i]));
  }
}

static void
set_up (Place *place, gconstpointer unused)
{
  g_autoptr (QhStore) store = NULL;

  place->folder = fixture_folder ();
  place->path = g_build_filename (place->folder, "home.db", NULL);
  store = fixture_open (place->path, QH_STORE_CREATE);
  fill (store);
}

static void
tear_down (Place *place, gconstpointer unused)
{
  fixture_remove (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

/* --- Spoiling */

static const struct {
  const char *name;
  const char *sql;
  const char *told; /* a part of the line */
} spoilings[] = {
  { "counter", "UPDATE counter SET n = n + 1 WHERE name = 'client'", "counter “client”" },
  { "counter-of-status", "UPDATE counter SET n = -4 WHERE name = 'meeting.status.held'",
    "“meeting.status.held” says -4" },
  { "no-document", "DELETE FROM document WHERE entity = 'remark'",
    "missing from the search index" },
  { "stray-document",
    "INSERT INTO document (entity, id) VALUES ('client', '00000000-0000-7000-8000-000000000000')",
    "holds 1 record that is not there" },
  { "other-text",
    "DROP TRIGGER search_client_update; UPDATE client SET value_proposition = 'Something else'",
    "other texts" },
  { "stray-text", "INSERT INTO search (rowid, c0) VALUES (987654, 'stray')", "other texts" },
  { "lost-client",
    "DROP TRIGGER counter_client_delete; DROP TRIGGER search_client_delete;"
    "DELETE FROM client WHERE name = 'Ferris Dental'",
    "refers to a “client” that is not there" },
  { "gap-in-positions", "UPDATE segment SET position = 7 WHERE position = 2",
    "do not stand one after the other" },
  { "no-first-position",
    "UPDATE segment SET position = position + 1 WHERE meeting ="
    "  (SELECT meeting FROM segment WHERE position = 2)",
    "do not stand one after the other" },
  { "twice-in-a-place", "UPDATE segment SET position = 1 WHERE position = 2",
    "do not stand one after the other" },
  { "copy-elsewhere", "DROP TRIGGER holding_changed; UPDATE holding SET state = 'away'",
    "is not where its last line in the ledger put it" },
  { "copy-nowhere", "DROP TRIGGER holding_ended; DELETE FROM holding",
    "is not where its last line in the ledger put it" },
  { "copy-without-line",
    "DROP TRIGGER holding_made; INSERT INTO holding (content, number, state, movement)"
    "  SELECT content, 3, 'away', movement FROM holding LIMIT 1",
    "is not where its last line in the ledger put it" },
  { "edition-overspent",
    "DROP TRIGGER content_edition; DROP TRIGGER holding_changed;"
    "UPDATE holding SET number = 2; UPDATE content SET edition = 1 WHERE edition = 3",
    "has an edition of 1, but 1 are reserved" },
  { "returned-too-often",
    "DROP TRIGGER movement_gives_unlimited; DROP TRIGGER stock_unlimited;"
    "INSERT INTO movement (id, created, modified, content, kind, client, copies, at)"
    "  SELECT '00000000-0000-7000-8000-000000000000', 0, 0, content, 'return', client, 2, at"
    "  FROM movement WHERE number IS NULL AND kind = 'deliver'",
    "came back from a client than he had" },
  { "stock-astray", "UPDATE stock SET delivered = delivered - 1 WHERE delivered > 0",
    "is not what its ledger adds up to" },
};

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA foreign_keys = OFF", NULL, NULL, NULL);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static gboolean
is_told (GPtrArray *problems, const char *part)
{
  for (guint i = 0; i < problems->len; i++) {
    if (strstr (problems->pdata[i], part) != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
test_sound (Place *place, gconstpointer unused)
{
  g_autoptr (QhStore) store = fixture_open (place->path, 0);
  g_autoptr (QhStore) looking = fixture_open (place->path, QH_STORE_READ_ONLY);
  g_autoptr (GPtrArray) problems = NULL;

  fixture_ok (qh_store_verify (store, &problems, &error));
  g_assert_cmpuint (problems->len, ==, 0);
  fixture_ok (qh_store_verify (store, NULL, &error));
  fixture_ok (qh_store_verify (looking, NULL, &error));
}

static void
test_spoilt (Place *place, gconstpointer index)
{
  guint i = GPOINTER_TO_UINT (index);
  g_autoptr (QhStore) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  run_sql (place->path, spoilings[i].sql);
  store = fixture_open (place->path, 0);
  fixture_fails (qh_store_verify (store, &problems, &error), QH_ERROR_REFUSED);
  if (!is_told (problems, spoilings[i].told))
    g_error ("%s: %s", spoilings[i].name,
             problems->len > 0 ? (char *)problems->pdata[0] : "nothing");
  fixture_fails (qh_store_verify (store, NULL, &error), QH_ERROR_REFUSED);
}

/* Many problems of one sort are counted. */
static void
test_many (Place *place, gconstpointer unused)
{
  g_autoptr (QhStore) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  store = fixture_open (place->path, 0);
  for (int i = 0; i < 30; i++) {
    g_autoptr (QhClient) client = fixture_client (store, "One of many");
    g_autoptr (QhMeeting) meeting = fixture_meeting (store, client);

    add_segment (store, meeting, "Only", 0);
  }
  run_sql (place->path, "UPDATE segment SET position = 3 WHERE title = 'Only'");
  fixture_fails (qh_store_verify (store, &problems, &error), QH_ERROR_REFUSED);
  g_assert_cmpuint (problems->len, ==, 21);
  g_assert_true (is_told (problems, "10 more of the same"));
}

/* --- Damaged files */

static char *
read_file (const char *path, gsize *n)
{
  char *bytes;
  GError *error = NULL;

  g_file_get_contents (path, &bytes, n, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
write_file (const char *path, const char *bytes, gsize n)
{
  GError *error = NULL;

  g_file_set_contents (path, bytes, n, &error);
  g_assert_no_error (error);
}

static void
spoil_page (char *bytes, guint page, gboolean with_zeros)
{
  char *start = bytes + (gsize)page * PAGE_SIZE;

  for (guint i = 0; i < PAGE_SIZE; i++)
    start[i] = with_zeros ? 0 : (char)g_test_rand_int ();
}

static guint
root_page (const char *path, const char *name)
{
  g_autoptr (QhStore) store = fixture_open (path, QH_STORE_READ_ONLY);
  const char *values[] = { name, NULL };

  return qh_store_count (store, "SELECT rootpage FROM sqlite_schema WHERE name = ?1", values);
}

/* Damage that only the integrity check can see. */
static void
test_damaged_page (Place *place, gconstpointer unused)
{
  guint page = root_page (place->path, "friction_reported") - 1;
  g_autoptr (QhStore) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *bytes = NULL;
  gsize n;

  bytes = read_file (place->path, &n);
  spoil_page (bytes, page, FALSE);
  write_file (place->path, bytes, n);
  store = fixture_open (place->path, 0);
  fixture_fails (qh_store_verify (store, &problems, &error), QH_ERROR_REFUSED);
  g_assert_true (is_told (problems, "damaged"));
}

/* --- Salvage */

static gint64
count_records (const char *path)
{
  g_autoptr (QhStore) store = fixture_open (path, QH_STORE_READ_ONLY);
  guint n;
  const QhEntity *const *entities = qh_entities (&n);
  gint64 sum = 0;

  for (guint i = 0; i < n; i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", entities[i]->name);

    sum += qh_store_count (store, sql, NULL);
  }
  return sum;
}

/* What is salvaged is a sound store; returns how many records it has, 0 for none at all. */
static gint64
salvage (Place *place, GPtrArray **report)
{
  QhClock clock = fixture_clock ();
  g_autofree char *path = g_build_filename (place->folder, "salvaged.db", NULL);
  g_autoptr (QhStore) store = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 n;

  g_unlink (path);
  if (!qh_backup_salvage (place->path, path, &clock, report, &failure)) {
    g_assert_error (failure, QH_ERROR, QH_ERROR_DAMAGED);
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    return 0;
  }
  store = fixture_open (path, 0);
  fixture_ok (qh_store_verify (store, NULL, &error));
  n = count_records (path);
  g_clear_object (&store);
  g_unlink (path);
  return n;
}

static void
test_salvage_sound (Place *place, gconstpointer unused)
{
  QhClock clock = fixture_clock ();
  g_autofree char *path = g_build_filename (place->folder, "salvaged.db", NULL);
  g_autoptr (QhStore) from = fixture_open (place->path, 0);
  g_autoptr (QhStore) to = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) report = NULL;

  fixture_ok (qh_store_set_setting (from, "name", "Ada", &error));
  fixture_ok (qh_backup_salvage (place->path, path, &clock, &report, &error));
  to = fixture_open (path, 0);
  before = fixture_dump (qh_store_get_db (from), TRUE);
  after = fixture_dump (qh_store_get_db (to), TRUE);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (is_told (report, "Meeting: "));
  g_assert_false (is_told (report, "left out"));
  fixture_fails (qh_backup_salvage (place->path, path, &clock, NULL, &error), QH_ERROR_REFUSED);
}

/* Any one page may be lost: the rest comes through, and is sound. */
static void
test_salvage_pages (Place *place, gconstpointer unused)
{
  gint64 all = count_records (place->path);
  g_autofree char *sound = NULL;
  gsize n;
  gint64 sum = 0;
  guint rounds = g_test_thorough () ? 200 : 25;

  sound = read_file (place->path, &n);
  for (guint i = 0; i < rounds; i++) {
    guint page = g_test_rand_int_range (1, n / PAGE_SIZE);
    g_autofree char *bytes = g_memdup2 (sound, n);
    gint64 saved;

    spoil_page (bytes, page, i % 2 == 0);
    write_file (place->path, bytes, n);
    saved = salvage (place, NULL);
    g_assert_cmpint (saved, <=, all);
    sum += saved;
  }
  /* One page of many holds little. */
  g_assert_cmpint (sum, >, (gint64)rounds * all * 2 / 3);
}

static void
test_salvage_cut (Place *place, gconstpointer unused)
{
  gint64 all = count_records (place->path);
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) report = NULL;
  gsize n;

  bytes = read_file (place->path, &n);
  write_file (place->path, bytes, n / 2);
  g_assert_cmpint (salvage (place, &report), <=, all);
  write_file (place->path, bytes, 10);
  g_assert_cmpint (salvage (place, NULL), ==, 0);
  write_file (place->path, bytes, 0);
  g_assert_cmpint (salvage (place, NULL), ==, 0);
}

/* The beginning of the file, which tells where everything is. */
static void
test_salvage_header (Place *place, gconstpointer unused)
{
  gint64 all = count_records (place->path);
  g_autofree char *bytes = NULL;
  gsize n;

  bytes = read_file (place->path, &n);
  memset (bytes, 0, 100);
  write_file (place->path, bytes, n);
  g_assert_cmpint (salvage (place, NULL), ==, all);
  spoil_page (bytes, 0, FALSE);
  write_file (place->path, bytes, n);
  g_assert_cmpint (salvage (place, NULL), ==, all);
}

static void
test_salvage_nothing (Place *place, gconstpointer unused)
{
  QhClock clock = fixture_clock ();
  g_autofree char *path = g_build_filename (place->folder, "salvaged.db", NULL);

  write_file (place->path, "This was never a store.", 23);
  g_assert_cmpint (salvage (place, NULL), ==, 0);
  fixture_fails (qh_backup_salvage ("/nowhere.db", path, &clock, NULL, &error), QH_ERROR_READ_ONLY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A row between damaged ones that hangs on what is lost. */
static void
test_salvage_references (Place *place, gconstpointer unused)
{
  g_autoptr (GPtrArray) report = NULL;

  run_sql (place->path, "DROP TRIGGER counter_client_delete; DROP TRIGGER search_client_delete;"
                        "DELETE FROM client WHERE name = 'Ferris Dental';"
                        "UPDATE promise SET client = '00000000-0000-7000-8000-000000000000'");
  g_assert_cmpint (salvage (place, &report), >, 0);
  g_assert_true (is_told (report, "left out"));
  g_assert_true (is_told (report, "without something"));
}

static void
add (const char *name, gconstpointer data, void (*test) (Place *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/verify/", name, NULL);

  g_test_add (path, Place, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("sound", NULL, test_sound);
  for (guint i = 0; i < G_N_ELEMENTS (spoilings); i++)
    add (spoilings[i].name, GUINT_TO_POINTER (i), test_spoilt);
  add ("many", NULL, test_many);
  add ("damaged-page", NULL, test_damaged_page);
  add ("salvage-sound", NULL, test_salvage_sound);
  add ("salvage-pages", NULL, test_salvage_pages);
  add ("salvage-cut", NULL, test_salvage_cut);
  add ("salvage-header", NULL, test_salvage_header);
  add ("salvage-nothing", NULL, test_salvage_nothing);
  add ("salvage-references", NULL, test_salvage_references);
  return g_test_run ();
}
