/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: copies through SQLite's online backup, verified before they get their name, kept in
 * `backups/` beside the store. Everything here works on files with connections of its own, so it
 * may run in a thread. */
#include "store/qh-backup.h"
#include "store/qh-backup-rotation.h"
#include "store/qh-connection.h"
#include "store/qh-file.h"
#include "store/qh-schema.h"
#include "store/qh-verify.h"
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Pages copied between two looks at the cancellable. */
#define STEP_PAGES 4096
/* How long a restore waits for other programs to let go of the store, in milliseconds. */
#define CLAIM_TIMEOUT 1000

/* --- Copying */

static void
tell_pages (sqlite3_backup *backup, QhMigrationWork *work)
{
  double all = sqlite3_backup_pagecount (backup);

  if (all > 0)
    qh_migration_work_within (work, 1 - sqlite3_backup_remaining (backup) / all);
}

/* Copies all pages. @from must stand in a read transaction, so that it is one moment's state. */
static gboolean
copy_pages (sqlite3 *from, sqlite3 *to, QhMigrationWork *work, GError **error)
{
  GCancellable *cancellable = qh_migration_work_cancellable (work);
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code = SQLITE_OK;

  while (backup != NULL && code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable)) {
    code = sqlite3_backup_step (backup, STEP_PAGES);
    tell_pages (backup, work);
  }
  if (g_cancellable_is_cancelled (cancellable)) {
    sqlite3_backup_finish (backup);
    g_set_error_literal (error, QH_ERROR, QH_ERROR_CANCELLED, _ ("The work was stopped."));
    return FALSE;
  }
  if (backup != NULL && sqlite3_backup_finish (backup) == SQLITE_OK && code == SQLITE_DONE)
    return TRUE;
  qh_sqlite_set_error (error, sqlite3_errcode (to) != SQLITE_OK ? to : from);
  return FALSE;
}

/* Copies @from into the file @path, which is empty, and verifies it. It is one file then, without
 * a journal. */
static gboolean
fill_copy (sqlite3 *from, const char *path, QhMigrationWork *work, GError **error)
{
  g_autoptr (sqlite3) to = qh_connection_open (path, 0, error);
  gboolean ok;

  qh_migration_work_step (work, QH_MIGRATION_BACKUP);
  ok = to != NULL && qh_sqlite_exec (to, "PRAGMA synchronous = OFF", error) &&
       copy_pages (from, to, work, error) &&
       qh_sqlite_exec (to, "PRAGMA journal_mode = DELETE", error);
  if (!ok)
    return FALSE;
  qh_migration_work_step (work, QH_MIGRATION_CHECK);
  qh_migration_work_take (work, to);
  ok = qh_verify_sound (to, error);
  qh_migration_work_let_go (work, to);
  return ok;
}

/* Makes the verified copy @path.part; its name comes back. NULL on error, with nothing left. */
static char *
make_part (sqlite3 *from, const char *path, QhMigrationWork *work, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  gboolean own = sqlite3_get_autocommit (from) != 0;
  gboolean ok;

  qh_file_remove_database (part);
  if (!qh_file_make (part, error))
    return NULL;
  ok = !own || qh_sqlite_exec (from, "BEGIN; SELECT count (*) FROM sqlite_schema", error);
  ok = ok && fill_copy (from, part, work, error);
  if (own)
    sqlite3_exec (from, "ROLLBACK", NULL, NULL, NULL);
  if (ok)
    return g_steal_pointer (&part);
  qh_file_remove_database (part);
  return NULL;
}

static gboolean
copy (sqlite3 *from, const char *path, QhMigrationWork *work, GError **error)
{
  g_autofree char *part = make_part (from, path, work, error);

  if (part == NULL)
    return FALSE;
  if (qh_file_put (part, path, error))
    return TRUE;
  qh_file_remove_database (part);
  return FALSE;
}

/* A connection that sees what is committed; the store's own where it is only in memory. */
static sqlite3 *
open_source (QhStore *store, GError **error)
{
  return qh_connection_open (qh_store_get_path (store), QH_STORE_READ_ONLY, error);
}

static gboolean
is_in_memory (QhStore *store)
{
  return g_str_equal (qh_store_get_path (store), ":memory:");
}

/* Whether @path leads to the store's file, by whatever name. */
static gboolean
is_the_store (QhStore *store, const char *path)
{
  GStatBuf named, own;

  if (g_str_equal (path, qh_store_get_path (store)))
    return TRUE;
  return g_stat (path, &named) == 0 && g_stat (qh_store_get_path (store), &own) == 0 &&
         named.st_dev == own.st_dev && named.st_ino == own.st_ino;
}

gboolean
qh_store_backup (QhStore *store, const char *path, GCancellable *cancellable, GError **error)
{
  QhMigrationWatch watch = { .cancellable = cancellable };
  QhMigrationWork work = qh_migration_work (&watch);
  g_autoptr (sqlite3) source = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && path != NULL, FALSE);

  if (is_the_store (store, path)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("“%s” is the store itself; a backup needs another file."), path);
    return FALSE;
  }
  if (!qh_file_is_replaceable (path, error))
    return FALSE;
  if (is_in_memory (store))
    return copy (qh_store_get_db (store), path, &work, error);
  source = open_source (store, error);
  return source != NULL && copy (source, path, &work, error);
}

/* --- The automatic ones */

static char *
get_folder (const char *store_path)
{
  g_autofree char *folder = g_path_get_dirname (store_path);

  return g_build_filename (folder, "backups", NULL);
}

/* The name of the store without its ending. */
static char *
get_stem (const char *store_path)
{
  char *stem = g_path_get_basename (store_path);

  if (g_str_has_suffix (stem, ".db"))
    stem[strlen (stem) - strlen (".db")] = '\0';
  return stem;
}

typedef struct {
  gint64 instant;
  char *path;
} Backup;

static void
backup_clear (Backup *backup)
{
  g_free (backup->path);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const Backup *one = a, *other = b;

  return (other->instant > one->instant) - (other->instant < one->instant);
}

static GArray *
find_backups (const char *store_path)
{
  g_autofree char *folder = get_folder (store_path);
  g_autofree char *stem = get_stem (store_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GArray *backups = g_array_new (FALSE, FALSE, sizeof (Backup));
  const char *name;

  g_array_set_clear_func (backups, (GDestroyNotify)backup_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    Backup backup = { 0 };

    if (!qh_backup_name_parse (name, stem, &backup.instant))
      continue;
    backup.path = g_build_filename (folder, name, NULL);
    g_array_append_val (backups, backup);
  }
  g_array_sort (backups, compare_newest_first);
  return backups;
}

GPtrArray *
qh_backup_list (const char *store_path)
{
  g_autoptr (GArray) backups = NULL;
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (store_path != NULL, paths);

  backups = find_backups (store_path);
  for (guint i = 0; i < backups->len; i++)
    g_ptr_array_add (paths, g_strdup (g_array_index (backups, Backup, i).path));
  return paths;
}

static void
rotate (const char *store_path, const QhClock *clock)
{
  g_autoptr (GArray) backups = find_backups (store_path);
  g_autoptr (GArray) instants = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GTimeZone) zone = qh_clock_zone (clock);
  g_autoptr (GArray) keep = NULL;

  for (guint i = 0; i < backups->len; i++)
    g_array_append_val (instants, g_array_index (backups, Backup, i).instant);
  keep = qh_backup_rotation (instants, zone);
  for (guint i = 0; i < backups->len; i++) {
    if (!g_array_index (keep, gboolean, i))
      g_unlink (g_array_index (backups, Backup, i).path);
  }
}

static gboolean
has_todays (const char *store_path, const QhClock *clock)
{
  g_autoptr (GArray) backups = find_backups (store_path);
  g_autoptr (GTimeZone) zone = qh_clock_zone (clock);
  g_autofree char *today = qh_clock_today (clock);
  g_autofree char *newest = NULL;

  if (backups->len == 0)
    return FALSE;
  newest = qh_instant_to_date (g_array_index (backups, Backup, 0).instant, zone);
  return g_str_equal (newest, today);
}

/* A name in the folder that no backup has yet. */
static char *
find_free_path (const char *store_path, const QhClock *clock)
{
  g_autofree char *folder = get_folder (store_path);
  g_autofree char *stem = get_stem (store_path);

  for (gint64 instant = qh_clock_now (clock);; instant += G_USEC_PER_SEC) {
    g_autofree char *name = qh_backup_name (stem, instant);
    char *path = g_build_filename (folder, name, NULL);

    if (!g_file_test (path, G_FILE_TEST_EXISTS))
      return path;
    g_free (path);
  }
}

static char *
backup_beside (sqlite3 *db, const char *store_path, const QhClock *clock, QhMigrationWork *work,
               GError **error)
{
  g_autofree char *folder = get_folder (store_path);
  g_autofree char *path = find_free_path (store_path, clock);

  if (!qh_file_make_folder (folder, error) || !copy (db, path, work, error))
    return NULL;
  rotate (store_path, clock);
  return g_steal_pointer (&path);
}

gboolean
qh_store_backup_automatic (QhStore *store, gboolean forced, char **path, GError **error)
{
  g_autoptr (sqlite3) source = NULL;
  g_autofree char *made = NULL;
  const char *store_path;

  g_return_val_if_fail (QH_IS_STORE (store), FALSE);

  if (path != NULL)
    *path = NULL;
  store_path = qh_store_get_path (store);
  if (is_in_memory (store) || (!forced && has_todays (store_path, qh_store_get_clock (store))))
    return TRUE;
  source = open_source (store, error);
  if (source != NULL)
    made = backup_beside (source, store_path, qh_store_get_clock (store), NULL, error);
  if (made == NULL)
    return FALSE;
  if (path != NULL)
    *path = g_steal_pointer (&made);
  return TRUE;
}

gboolean
qh_backup_before_migration (sqlite3 *db, const char *store_path, const QhClock *clock,
                            QhMigrationWork *work, GError **error)
{
  g_autofree char *path = backup_beside (db, store_path, clock, work, error);

  return path != NULL;
}

/* --- Setting aside and restoring */

static char *
find_aside_path (const char *store_path, const QhClock *clock)
{
  g_autofree char *folder = g_path_get_dirname (store_path);
  g_autofree char *stem = get_stem (store_path);
  g_autofree char *damaged = g_strconcat (stem, "-damaged", NULL);

  for (gint64 instant = qh_clock_now (clock);; instant += G_USEC_PER_SEC) {
    g_autofree char *name = qh_backup_name (damaged, instant);
    char *path = g_build_filename (folder, name, NULL);

    if (!g_file_test (path, G_FILE_TEST_EXISTS))
      return path;
    g_free (path);
  }
}

gboolean
qh_backup_set_aside (const char *store_path, const QhClock *clock, char **aside, GError **error)
{
  static const char *const ends[] = { "-wal", "-shm", "-journal" };
  g_autofree char *path = NULL;

  g_return_val_if_fail (store_path != NULL && clock != NULL, FALSE);

  path = find_aside_path (store_path, clock);
  /* The journals first: a store without its journal is old, one with another's is damaged. */
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autofree char *from = g_strconcat (store_path, ends[i], NULL);
    g_autofree char *to = g_strconcat (path, ends[i], NULL);

    if (g_file_test (from, G_FILE_TEST_EXISTS) && !qh_file_put (from, to, error))
      return FALSE;
  }
  if (!qh_file_put (store_path, path, error))
    return FALSE;
  if (aside != NULL)
    *aside = g_steal_pointer (&path);
  return TRUE;
}

/* Sees to it that nobody else has the store open, now and until @db is closed. */
static gboolean
claim (sqlite3 *db, const char *store_path, GError **error)
{
  sqlite3_busy_timeout (db, CLAIM_TIMEOUT);
  if (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", NULL, NULL,
                    NULL) == SQLITE_OK)
    return TRUE;
  if ((sqlite3_errcode (db) & 0xff) == SQLITE_BUSY)
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 _ ("“%s” is in use. Close Quarterhour everywhere and try again."), store_path);
  else
    qh_sqlite_set_error (error, db);
  return FALSE;
}

/* Makes a backup of the present store and leaves it without a journal, so that another file can
 * take its name. (transfer full: the claim on it) */
static sqlite3 *
keep_sound (const char *store_path, const QhClock *clock, char **kept, GError **error)
{
  g_autoptr (sqlite3) db = qh_connection_open (store_path, 0, error);

  if (db == NULL || !claim (db, store_path, error))
    return NULL;
  *kept = backup_beside (db, store_path, clock, NULL, error);
  if (*kept == NULL || !qh_sqlite_exec (db, "PRAGMA journal_mode = DELETE", error))
    return NULL;
  return g_steal_pointer (&db);
}

/* Keeps the present store: as a backup, or aside when it is damaged. */
static gboolean
keep_present (const char *store_path, const QhClock *clock, sqlite3 **claimed, char **kept,
              GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!g_file_test (store_path, G_FILE_TEST_EXISTS))
    return TRUE;
  *claimed = keep_sound (store_path, clock, kept, &failure);
  if (*claimed != NULL)
    return TRUE;
  g_clear_pointer (kept, g_free);
  if (g_error_matches (failure, QH_ERROR, QH_ERROR_DAMAGED))
    return qh_backup_set_aside (store_path, clock, kept, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* A verified copy of @backup, ready to take the store's name. */
static char *
prepare_restore (const char *store_path, const char *backup, GError **error)
{
  g_autoptr (sqlite3) source = NULL;

  if (!g_file_test (backup, G_FILE_TEST_EXISTS)) {
    g_set_error (error, QH_ERROR, QH_ERROR_NOT_FOUND, _ ("There is no backup “%s”."), backup);
    return NULL;
  }
  source = qh_connection_open (backup, QH_STORE_READ_ONLY, error);
  if (source == NULL || !qh_schema_check (source, backup, error))
    return NULL;
  return make_part (source, store_path, NULL, error);
}

gboolean
qh_backup_restore (const char *store_path, const char *backup, const QhClock *clock, char **kept,
                   GError **error)
{
  g_autoptr (sqlite3) claimed = NULL;
  g_autofree char *part = NULL, *present = NULL;

  g_return_val_if_fail (store_path != NULL && backup != NULL && clock != NULL, FALSE);

  part = prepare_restore (store_path, backup, error);
  if (part == NULL)
    return FALSE;
  if (!keep_present (store_path, clock, &claimed, &present, error) ||
      !qh_file_put (part, store_path, error)) {
    qh_file_remove_database (part);
    return FALSE;
  }
  if (kept != NULL)
    *kept = g_steal_pointer (&present);
  return TRUE;
}
