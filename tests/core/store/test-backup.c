/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: made, verified, rotated, restored; and stores set aside. */
#include "fixture.h"
#include "store/qh-backup-rotation.h"
#include "store/qh-backup.h"
#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder;
  char *path;
  QhStore *store;
} Place;

static void
set_up (Place *place, gconstpointer unused)
{
  place->folder = fixture_folder ();
  place->path = g_build_filename (place->folder, "home.db", NULL);
  place->store = fixture_open (place->path, QH_STORE_CREATE);
  g_object_unref (fixture_client (place->store, "Ferris Dental"));
}

static void
tear_down (Place *place, gconstpointer unused)
{
  g_clear_object (&place->store);
  fixture_remove (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

static char *
in_folder (Place *place, const char *name)
{
  return g_build_filename (place->folder, name, NULL);
}

/* What the store file @path holds, as text. */
static char *
dump (const char *path)
{
  g_autoptr (QhStore) store = fixture_open (path, QH_STORE_READ_ONLY);

  return fixture_dump (qh_store_get_db (store), TRUE);
}

static void
assert_same (const char *path, const char *other)
{
  g_autofree char *one = dump (path);
  g_autofree char *two = dump (other);

  g_assert_cmpstr (one, ==, two);
}

static void
open_at (Place *place, const char *when)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  QhClock clock;
  gint64 now;
  GError *error = NULL;

  g_clear_object (&place->store);
  g_assert_true (qh_instant_parse (when, NULL, &now));
  clock = qh_clock_fixed (now, NULL);
  place->store = qh_store_open (place->path, 0, &clock, &error);
  g_assert_no_error (error);
}

static guint
count_backups (Place *place)
{
  g_autoptr (GPtrArray) backups = qh_backup_list (place->path);

  return backups->len;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
damage (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize n;
  GError *error = NULL;

  g_file_get_contents (path, &bytes, &n, &error);
  g_assert_no_error (error);
  memset (bytes + n / 3, 0x5a, n / 3);
  g_file_set_contents (path, bytes, n, &error);
  g_assert_no_error (error);
}

/* --- By hand */

static void
test_copy (Place *place, gconstpointer unused)
{
  g_autofree char *copy = in_folder (place, "copy.db");
  GStatBuf status;

  fixture_ok (qh_store_backup (place->store, copy, NULL, &error));
  assert_same (place->path, copy);
  g_assert_cmpint (g_stat (copy, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  g_object_unref (fixture_client (place->store, "Later"));
  fixture_ok (qh_store_backup (place->store, copy, NULL, &error));
  assert_same (place->path, copy);
  fixture_fails (qh_store_backup (place->store, place->path, NULL, &error), QH_ERROR_INVALID);
}

static void
test_memory (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *copy = g_build_filename (folder, "copy.db", NULL);
  g_autoptr (QhStore) store = fixture_store ();
  g_autofree char *before = NULL, *after = NULL, *path = NULL;

  g_object_unref (fixture_client (store, "Ferris"));
  fixture_ok (qh_store_backup (store, copy, NULL, &error));
  before = fixture_dump (qh_store_get_db (store), TRUE);
  after = dump (copy);
  g_assert_cmpstr (before, ==, after);
  fixture_ok (qh_store_backup_automatic (store, TRUE, &path, &error));
  g_assert_null (path);
  fixture_remove (folder);
}

/* What is not committed is not in it, and what is, is. */
static void
test_within_a_change (Place *place, gconstpointer unused)
{
  g_autofree char *copy = in_folder (place, "copy.db");

  fixture_ok (qh_store_begin (place->store, "Half", &error));
  g_object_unref (fixture_client (place->store, "Half done"));
  fixture_ok (qh_store_backup (place->store, copy, NULL, &error));
  qh_store_rollback (place->store);
  assert_same (place->path, copy);
}

static void
test_cancelled (Place *place, gconstpointer unused)
{
  g_autofree char *copy = in_folder (place, "copy.db");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  fixture_fails (qh_store_backup (place->store, copy, cancellable, &error), QH_ERROR_CANCELLED);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

/* A good backup is not replaced by one of a damaged store, and nothing half-made is left. */
static void
test_damaged_source (Place *place, gconstpointer unused)
{
  g_autofree char *copy = in_folder (place, "copy.db");
  g_autofree char *before = NULL, *after = NULL;
  guint files;

  fixture_ok (qh_store_backup (place->store, copy, NULL, &error));
  before = dump (copy);
  sqlite3_exec (qh_store_get_db (place->store), "UPDATE counter SET n = 99 WHERE name = 'client'",
                NULL, NULL, NULL);
  files = count_files (place->folder);
  fixture_fails (qh_store_backup (place->store, copy, NULL, &error), QH_ERROR_DAMAGED);
  after = dump (copy);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (place->folder), ==, files);
}

static void
test_no_folder (Place *place, gconstpointer unused)
{
  g_autofree char *copy = in_folder (place, "nowhere/copy.db");

  fixture_fails (qh_store_backup (place->store, copy, NULL, &error), QH_ERROR_NOT_FOUND);
}

/* --- By itself */

static void
test_daily (Place *place, gconstpointer unused)
{
  static const struct {
    const char *when;
    gboolean forced;
    guint backups;
  } days[] = {
    { "2026-11-20T09:00:00Z", FALSE, 1 }, { "2026-11-20T23:59:59Z", FALSE, 1 },
    { "2026-11-21T00:00:00Z", FALSE, 2 }, { "2026-11-21T00:00:00Z", TRUE, 3 },
    { "2026-11-21T00:00:00Z", TRUE, 4 },  { "2026-11-21T12:00:00Z", FALSE, 4 },
    { "2026-11-22T08:00:00Z", FALSE, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autofree char *path = NULL;
    guint before = count_backups (place);

    open_at (place, days[i].when);
    fixture_ok (qh_store_backup_automatic (place->store, days[i].forced, &path, &error));
    g_assert_cmpuint (count_backups (place), ==, days[i].backups);
    g_assert_cmpint (path != NULL, ==, days[i].backups > before);
    if (path != NULL)
      assert_same (place->path, path);
  }
}

static void
test_list (Place *place, gconstpointer unused)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *stray = in_folder (place, "backups/home-notes.db");
  g_autofree char *other = in_folder (place, "backups/house-2026-11-20T090000Z.db");

  g_assert_cmpuint (count_backups (place), ==, 0);
  for (guint i = 0; i < 3; i++)
    fixture_ok (qh_store_backup_automatic (place->store, TRUE, NULL, &error));
  g_file_set_contents (stray, "x", 1, NULL);
  g_file_set_contents (other, "x", 1, NULL);
  backups = qh_backup_list (place->path);
  g_assert_cmpuint (backups->len, ==, 3);
  g_assert_cmpstr (backups->pdata[0], >, backups->pdata[1]);
  g_assert_cmpstr (backups->pdata[1], >, backups->pdata[2]);
  g_assert_true (g_file_test (stray, G_FILE_TEST_EXISTS));
}

static void
test_before_migration (Place *place, gconstpointer unused)
{
  QhClock clock = fixture_clock ();
  g_autoptr (GPtrArray) backups = NULL;

  fixture_ok (qh_backup_before_migration (qh_store_get_db (place->store), place->path, &clock, NULL,
                                          &error));
  backups = qh_backup_list (place->path);
  g_assert_cmpuint (backups->len, ==, 1);
  assert_same (place->path, backups->pdata[0]);
}

/* --- Rotation */

static void
test_names (void)
{
  static const char *const wrong[] = {
    "home.db",
    "home-2026-11-20T090000Z.db.part",
    "home-2026-13-20T090000Z.db",
    "home-2026-11-20T09000ZZ.db",
    "home-2026-11-20T090000Z.txt",
    "away-2026-11-20T090000Z.db",
    "home-damaged-2026-11-20T090000Z.db",
  };
  g_autofree char *name = NULL;
  gint64 now, read;

  g_assert_true (qh_instant_parse ("2026-11-20T09:05:07Z", NULL, &now));
  name = qh_backup_name ("home", now);
  g_assert_cmpstr (name, ==, "home-2026-11-20T090507Z.db");
  g_assert_true (qh_backup_name_parse (name, "home", &read));
  g_assert_cmpint (read, ==, now);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (qh_backup_name_parse (wrong[i], "home", &read));
}

/* Which of backups made every @hours hours are left after @days days, asked each time. */
static GArray *
live_through (guint days, guint hours)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  GArray *instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 now;

  g_assert_true (qh_instant_parse ("2024-01-01T09:00:00Z", NULL, &now));
  for (guint i = 0; i < days * 24 / hours; i++, now += hours * G_TIME_SPAN_HOUR) {
    g_autoptr (GArray) keep = NULL;

    g_array_prepend_val (instants, now);
    keep = qh_backup_rotation (instants, zone);
    for (guint k = instants->len; k > 0; k--)
      if (!g_array_index (keep, gboolean, k - 1))
        g_array_remove_index (instants, k - 1);
  }
  return instants;
}

/* How many of @instants are at most @days old. */
static guint
count_within (GArray *instants, guint days)
{
  gint64 newest = g_array_index (instants, gint64, 0);
  guint n = 0;

  for (guint i = 0; i < instants->len; i++)
    n += g_array_index (instants, gint64, i) > newest - (gint64)days * QH_DAY_USEC;
  return n;
}

static void
test_rotation (void)
{
  g_autoptr (GArray) daily = live_through (800, 24);
  g_autoptr (GArray) hourly = live_through (400, 1);
  g_autoptr (GArray) monthly = live_through (800, 24 * 31);
  g_autoptr (GArray) week = live_through (7, 24);

  g_assert_cmpuint (week->len, ==, 7);
  g_assert_cmpuint (count_within (daily, 7), ==, 7);
  g_assert_cmpuint (count_within (daily, 28), >=, 9);
  g_assert_cmpuint (count_within (daily, 366), >=, 19);
  g_assert_cmpuint (daily->len, <=, 7 + 4 + 12);
  g_assert_cmpuint (hourly->len, <=, 5 + 7 + 4 + 12);
  g_assert_cmpuint (count_within (hourly, 8), >=, 7);
  g_assert_cmpuint (monthly->len, >=, 12);
}

/* On disk too. */
static void
test_rotated_files (Place *place, gconstpointer unused)
{
  gint64 now;

  g_assert_true (qh_instant_parse ("2026-01-01T09:00:00Z", NULL, &now));
  for (guint i = 0; i < 20; i++, now += QH_DAY_USEC) {
    g_autofree char *when = qh_instant_format (now, NULL);

    open_at (place, when);
    fixture_ok (qh_store_backup_automatic (place->store, FALSE, NULL, &error));
  }
  /* Seven days, and the Sundays of the two weeks before them; January's newest is among the days.
   */
  g_assert_cmpuint (count_backups (place), ==, 9);
}

/* --- Restoring */

static void
test_restore (Place *place, gconstpointer unused)
{
  QhClock clock = fixture_clock ();
  g_autofree char *backup = NULL, *kept = NULL, *before = NULL, *late = NULL;

  before = dump (place->path);
  fixture_ok (qh_store_backup_automatic (place->store, TRUE, &backup, &error));
  g_object_unref (fixture_client (place->store, "Too late"));
  late = dump (place->path);
  g_clear_object (&place->store);

  fixture_ok (qh_backup_restore (place->path, backup, &clock, &kept, &error));
  place->store = fixture_open (place->path, 0);
  {
    g_autofree char *now = dump (place->path);
    g_autofree char *then = dump (kept);

    g_assert_cmpstr (now, ==, before);
    g_assert_cmpstr (then, ==, late);
  }
  g_object_unref (fixture_client (place->store, "Written on"));
  fixture_verify (qh_store_get_db (place->store));
}

static void
test_restore_in_use (Place *place, gconstpointer unused)
{
  QhClock clock = fixture_clock ();
  g_autofree char *backup = NULL, *before = NULL, *after = NULL;

  fixture_ok (qh_store_backup_automatic (place->store, TRUE, &backup, &error));
  g_object_unref (fixture_client (place->store, "Later"));
  before = dump (place->path);
  fixture_fails (qh_backup_restore (place->path, backup, &clock, NULL, &error), QH_ERROR_REFUSED);
  after = dump (place->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_restore_missing (Place *place, gconstpointer unused)
{
  QhClock clock = fixture_clock ();
  g_autofree char *backup = NULL, *kept = NULL, *before = dump (place->path), *after = NULL;

  fixture_fails (qh_backup_restore (place->path, "/nowhere.db", &clock, NULL, &error),
                 QH_ERROR_NOT_FOUND);
  fixture_ok (qh_store_backup_automatic (place->store, TRUE, &backup, &error));
  g_clear_object (&place->store);
  g_assert_cmpint (g_unlink (place->path), ==, 0);
  fixture_ok (qh_backup_restore (place->path, backup, &clock, &kept, &error));
  g_assert_null (kept);
  after = dump (place->path);
  g_assert_cmpstr (before, ==, after);
}

/* A backup that is not sound is not restored, and nothing is touched. */
static void
test_restore_damaged_backup (Place *place, gconstpointer unused)
{
  QhClock clock = fixture_clock ();
  g_autofree char *backup = NULL, *before = dump (place->path), *after = NULL;
  g_autofree char *foreign = in_folder (place, "foreign.db");

  fixture_ok (qh_store_backup_automatic (place->store, TRUE, &backup, &error));
  g_clear_object (&place->store);
  damage (backup);
  fixture_fails (qh_backup_restore (place->path, backup, &clock, NULL, &error), QH_ERROR_DAMAGED);
  g_file_set_contents (foreign, "not a store at all", -1, NULL);
  fixture_fails (qh_backup_restore (place->path, foreign, &clock, NULL, &error), QH_ERROR_DAMAGED);
  after = dump (place->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_restore_over_damaged (Place *place, gconstpointer unused)
{
  QhClock clock = fixture_clock ();
  g_autofree char *backup = NULL, *kept = NULL, *before = dump (place->path), *after = NULL;

  fixture_ok (qh_store_backup_automatic (place->store, TRUE, &backup, &error));
  g_clear_object (&place->store);
  damage (place->path);
  fixture_ok (qh_backup_restore (place->path, backup, &clock, &kept, &error));
  g_assert_nonnull (strstr (kept, "-damaged-"));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  after = dump (place->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_set_aside (Place *place, gconstpointer unused)
{
  QhClock clock = fixture_clock ();
  g_autofree char *journal = g_strconcat (place->path, "-wal", NULL);
  g_autofree char *aside = NULL, *other = NULL, *aside_journal = NULL;

  g_clear_object (&place->store);
  g_file_set_contents (journal, "journal", -1, NULL);
  fixture_ok (qh_backup_set_aside (place->path, &clock, &aside, &error));
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  aside_journal = g_strconcat (aside, "-wal", NULL);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (aside_journal, G_FILE_TEST_EXISTS));
  g_assert_nonnull (strstr (aside, "home-damaged-" FIXTURE_DATE));

  g_object_unref (fixture_open (place->path, QH_STORE_CREATE));
  fixture_ok (qh_backup_set_aside (place->path, &clock, &other, &error));
  g_assert_cmpstr (aside, !=, other);
  fixture_fails (qh_backup_set_aside (place->path, &clock, NULL, &error), QH_ERROR_NOT_FOUND);
}

static void
add (const char *name, void (*test) (Place *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/backup/", name, NULL);

  g_test_add (path, Place, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("copy", test_copy);
  g_test_add_func ("/backup/memory", test_memory);
  add ("within-a-change", test_within_a_change);
  add ("cancelled", test_cancelled);
  add ("damaged-source", test_damaged_source);
  add ("no-folder", test_no_folder);
  add ("daily", test_daily);
  add ("list", test_list);
  add ("before-migration", test_before_migration);
  g_test_add_func ("/backup/names", test_names);
  g_test_add_func ("/backup/rotation", test_rotation);
  add ("rotated-files", test_rotated_files);
  add ("restore", test_restore);
  add ("restore-in-use", test_restore_in_use);
  add ("restore-missing", test_restore_missing);
  add ("restore-damaged-backup", test_restore_damaged_backup);
  add ("restore-over-damaged", test_restore_over_damaged);
  add ("set-aside", test_set_aside);
  return g_test_run ();
}
