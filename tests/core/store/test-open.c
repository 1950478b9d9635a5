/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and opening a store: what it leaves on the disk, and what it does not touch. */
#include "fixture.h"
#include "store/qh-connection.h"
#include "store/qh-schema.h"
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = fixture_folder ();
  place->path = g_build_filename (place->folder, "deep", "er", "quarterhour.db", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  fixture_remove (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

static void
fails_to_open (const char *path, QhStoreFlags flags, QhError code)
{
  QhClock clock = fixture_clock ();

  fixture_fails (qh_store_open (path, flags, &clock, &error), code);
}

/* --- Making */

static guint
mode_of (const char *path, const char *suffix)
{
  g_autofree char *file = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (file, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
test_make (Place *place, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (place->path);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  fails_to_open (place->path, 0, QH_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));

  g_autoptr (QhStore) store = fixture_open (place->path, QH_STORE_CREATE);
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_assert_cmpstr (qh_store_get_path (store), ==, place->path);
  g_assert_cmpuint (mode_of (folder, ""), ==, 0700);
  g_assert_cmpuint (mode_of (place->path, ""), ==, 0600);
  g_assert_cmpuint (mode_of (place->path, "-wal"), ==, 0600);
  g_assert_cmpuint (mode_of (place->path, "-shm"), ==, 0600);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_has_prefix (name, "quarterhour.db"));
}

static void
test_settings (Place *place, gconstpointer data)
{
  static const char *const expected[][2] = {
    { "PRAGMA journal_mode", "wal" },
    { "PRAGMA synchronous", "2" },
    { "PRAGMA foreign_keys", "1" },
    { "PRAGMA recursive_triggers", "1" },
    { "PRAGMA application_id", "1363685685" },
    { "PRAGMA user_version", "6" },
  };
  g_autoptr (QhStore) store = fixture_open (place->path, QH_STORE_CREATE);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *value = fixture_ask (qh_store_get_db (store), expected[i][0]);
    g_assert_cmpstr (value, ==, expected[i][1]);
  }
}

static void
test_again (Place *place, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (QhRecord) found = NULL;

  {
    g_autoptr (QhStore) store = fixture_open (place->path, QH_STORE_CREATE);
    g_assert_true (qh_store_is_empty (store));
    g_autoptr (QhClient) client = fixture_client (store, "Ferris");
    g_assert_false (qh_store_is_empty (store));
    id = g_strdup (((QhRecord *)client)->id);
  }
  g_autoptr (QhStore) store = fixture_open (place->path, QH_STORE_CREATE);
  found = qh_store_get (store, &qh_client_entity, id, NULL);
  g_assert_nonnull (found);
  g_assert_cmpstr (((QhClient *)found)->name, ==, "Ferris");
  fixture_verify (qh_store_get_db (store));
}

/* Two programs that make the store at once: both have the same. */
static void
test_make_twice (Place *place, gconstpointer data)
{
  g_autoptr (QhStore) one = fixture_open (place->path, QH_STORE_CREATE);
  g_autoptr (QhClient) client = fixture_client (one, "Ferris");
  g_autoptr (QhStore) two = fixture_open (place->path, QH_STORE_CREATE);
  g_autoptr (QhRecord) found =
      qh_store_get (two, &qh_client_entity, ((QhRecord *)client)->id, NULL);

  g_assert_nonnull (found);
}

static void
test_no_folder (Place *place, gconstpointer data)
{
  g_autofree char *file = g_build_filename (place->folder, "file", NULL);
  g_autofree char *path = g_build_filename (file, "quarterhour.db", NULL);
  QhClock clock = fixture_clock ();
  GError *error = NULL;

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_assert_null (qh_store_open (path, QH_STORE_CREATE, &clock, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_STORE);
  g_clear_error (&error);
}

static void
test_default_path (void)
{
  g_autofree char *path = qh_store_default_path ();

  g_assert_true (g_str_has_suffix (path, "/quarterhour/quarterhour.db"));
  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
}

/* --- What is not touched */

typedef struct {
  const char *name;
  const char *sql; /* run in a store */
  gsize cut; /* then the file ends here */
  gsize spoil; /* and from here 64 bytes are overwritten */
  const char *content; /* or this stands in it */
  QhError code;
} Wreck;

static const Wreck wrecks[] = {
  { "newer", "PRAGMA user_version = 99", 0, 0, NULL, QH_ERROR_NEWER },
  { "next", "PRAGMA user_version = 7", 0, 0, NULL, QH_ERROR_NEWER },
  { "foreign", "PRAGMA application_id = 7", 0, 0, NULL, QH_ERROR_INVALID },
  { "nobody's", "PRAGMA application_id = 0", 0, 0, NULL, QH_ERROR_DAMAGED },
  { "unfinished", "PRAGMA user_version = 0", 0, 0, NULL, QH_ERROR_DAMAGED },
  { "without-table", "DROP TABLE waiting", 0, 0, NULL, QH_ERROR_DAMAGED },
  { "cut-in-half", NULL, 200000, 0, NULL, QH_ERROR_DAMAGED },
  { "cut-in-header", NULL, 50, 0, NULL, QH_ERROR_DAMAGED },
  { "header-gone", NULL, 0, 1, NULL, QH_ERROR_DAMAGED },
  { "schema-gone", NULL, 0, 100, NULL, QH_ERROR_DAMAGED },
  { "empty", NULL, 0, 0, "", QH_ERROR_DAMAGED },
  { "text", NULL, 0, 0, "Dear diary, this is no database at all. ", QH_ERROR_DAMAGED },
};

static void
make_wreck (const char *path, const Wreck *wreck)
{
  g_autofree char *bytes = NULL;
  gsize length;

  {
    g_autoptr (QhStore) store = fixture_open (path, QH_STORE_CREATE);
    g_autoptr (QhClient) client = fixture_client (store, "Ferris");
    if (wreck->sql != NULL)
      g_assert_cmpint (sqlite3_exec (qh_store_get_db (store), wreck->sql, NULL, NULL, NULL), ==,
                       SQLITE_OK);
  }
  if (wreck->content != NULL) {
    g_assert_true (g_file_set_contents (path, wreck->content, -1, NULL));
    return;
  }
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 250000);
  if (wreck->spoil > 0)
    memset (bytes + wreck->spoil - 1, 0xAA, 64);
  g_assert_true (g_file_set_contents (path, bytes, wreck->cut > 0 ? wreck->cut : length, NULL));
}

/* SQLite may leave an empty journal beside a file; the file itself is not touched. */
static char *
look_at (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *)bytes, length);
}

static void
test_wreck (Place *place, gconstpointer data)
{
  const Wreck *wreck = data;

  make_wreck (place->path, wreck);
  g_autofree char *before = look_at (place->path);
  g_autofree char *after = NULL;
  fails_to_open (place->path, QH_STORE_CREATE, wreck->code);
  fails_to_open (place->path, 0, wreck->code);
  fails_to_open (place->path, QH_STORE_READ_ONLY, wreck->code);
  after = look_at (place->path);
  g_assert_cmpstr (before, ==, after);
}

/* --- For looking only */

static void
test_read_only (Place *place, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;

  {
    g_autoptr (QhStore) store = fixture_open (place->path, QH_STORE_CREATE);
    g_autoptr (QhClient) client = fixture_client (store, "Ferris");
    id = g_strdup (((QhRecord *)client)->id);
  }
  fails_to_open ("/nowhere/at/all.db", QH_STORE_READ_ONLY, QH_ERROR_NOT_FOUND);

  g_autofree char *before = look_at (place->path);
  g_autofree char *after = NULL;
  {
    g_autoptr (QhStore) store = fixture_open (place->path, QH_STORE_READ_ONLY);
    g_autoptr (QhRecord) client = qh_store_get (store, &qh_client_entity, id, NULL);
    g_autoptr (QhClient) other = qh_client_new ();
    g_assert_cmpstr (((QhClient *)client)->name, ==, "Ferris");
    qh_record_set_string (client, "name", "Else");
    qh_record_set_string ((QhRecord *)other, "name", "Else");
    fixture_fails (qh_store_save (store, client, &error), QH_ERROR_READ_ONLY);
    fixture_fails (qh_store_save (store, (QhRecord *)other, &error), QH_ERROR_READ_ONLY);
    fixture_fails (qh_store_delete (store, client, &error), QH_ERROR_READ_ONLY);
    fixture_fails (qh_store_undo (store, NULL, &error), QH_ERROR_READ_ONLY);
    fixture_fails (qh_store_set_setting (store, "currency", "USD", &error), QH_ERROR_READ_ONLY);
  }
  after = look_at (place->path);
  g_assert_cmpstr (before, ==, after);
}

/* In a folder where nothing can be made: as when a stick is locked. */
static void
test_read_only_folder (Place *place, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (place->path);

  {
    g_autoptr (QhStore) store = fixture_open (place->path, QH_STORE_CREATE);
    g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  }
  g_chmod (place->path, 0400);
  g_chmod (folder, 0500);
  if (g_access (folder, 2) == 0) {
    g_test_skip ("this account may write everywhere");
  } else {
    fails_to_open (place->path, QH_STORE_CREATE, QH_ERROR_READ_ONLY);
    g_autoptr (QhStore) store = fixture_open (place->path, QH_STORE_READ_ONLY);
    g_assert_false (qh_store_is_empty (store));
  }
  g_chmod (folder, 0700);
}

static void
add (const char *name, void (*test) (Place *, gconstpointer), gconstpointer data)
{
  g_autofree char *path = g_strconcat ("/store/open/", name, NULL);

  g_test_add (path, Place, data, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("make", test_make, NULL);
  add ("settings", test_settings, NULL);
  add ("again", test_again, NULL);
  add ("make-twice", test_make_twice, NULL);
  add ("no-folder", test_no_folder, NULL);
  add ("read-only", test_read_only, NULL);
  add ("read-only-folder", test_read_only_folder, NULL);
  g_test_add_func ("/store/open/default-path", test_default_path);
  for (guint i = 0; i < G_N_ELEMENTS (wrecks); i++) {
    g_autofree char *name = g_strconcat ("wreck/", wrecks[i].name, NULL);
    add (name, test_wreck, &wrecks[i]);
  }
  return g_test_run ();
}
