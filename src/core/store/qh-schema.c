/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema's history, and how a store is known, made, and brought up to date. */
#include "store/qh-schema.h"
#include "store/qh-backup.h"
#include "store/qh-derived.h"
#include "store/qh-received-fill.h"
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SQL_FOLDER "/io/github/quarterhour/Quarterhour/sql/"

/* One line for each version; its files are run in this order. Counters and the search index are
 * made from the field tables, after them. */
static const struct {
  int version;
  const char *files[4];
} history[] = {
  { 1, { "0001.sql", "0001-ledger.sql" } }, /* the entities, the ledger's law, changes, settings */
  { 2, { "0002.sql", "0002-transfer.sql" } }, /* issuers, transfers, stock */
  { 3, { "0003.sql" } }, /* derived: what frictions cost, trust */
  { 4, { "0004.sql" } }, /* meetings under way, one's own blueprints */
  { 5, { "0005.sql" } }, /* seals and signers, the queue of plans, calendar events */
  { 6, { "0006.sql" } }, /* decisions about frictions; derived: Insights */
};

#define HEADER_SIZE 100
#define HEADER_PAGE_SIZE 16
#define HEADER_CHANGED 24
#define HEADER_PAGES 28
#define HEADER_PAGES_VALID_FOR 92

int
qh_schema_version (void)
{
  return history[G_N_ELEMENTS (history) - 1].version;
}

static gboolean
run_file (sqlite3 *db, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (SQL_FOLDER, name, NULL);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  /* Resources end with a zero byte that is not counted. */
  return sql != NULL && qh_sqlite_exec (db, g_bytes_get_data (sql, NULL), error);
}

static gboolean
run_versions_after (sqlite3 *db, int version, QhMigrationWork *work, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (history); i++) {
    for (guint k = 0; history[i].version > version && history[i].files[k] != NULL; k++)
      if (!run_file (db, history[i].files[k], error))
        return FALSE;
  }
  return qh_received_fill (db, error) && qh_derived_install (db, work, error);
}

gboolean
qh_schema_is_current (sqlite3 *db)
{
  return qh_sqlite_int (db, "PRAGMA user_version", 0) == qh_schema_version ();
}

/* The version is read inside the transaction: another process may have been quicker. */
static gboolean
run_missing_versions (sqlite3 *db, QhMigrationWork *work, GError **error)
{
  int version = (int)qh_sqlite_int (db, "PRAGMA user_version", 0);

  return version == qh_schema_version () ||
         (run_versions_after (db, version, work, error) &&
          qh_sqlite_execf (db, error, "PRAGMA application_id = %d; PRAGMA user_version = %d",
                           QH_APPLICATION_ID_NUMBER, qh_schema_version ()));
}

/* The last moment at which it can be stopped: what is written then stays. */
static gboolean
save (sqlite3 *db, QhMigrationWork *work, GError **error)
{
  qh_migration_work_within (work, 1);
  if (g_cancellable_is_cancelled (qh_migration_work_cancellable (work))) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_CANCELLED, _ ("The work was stopped."));
    return FALSE;
  }
  qh_migration_work_let_go (work, db);
  qh_migration_work_step (work, QH_MIGRATION_SAVE);
  return qh_sqlite_exec (db, "COMMIT", error);
}

static gboolean
create (sqlite3 *db, QhMigrationWork *work, GError **error)
{
  gboolean ok;

  if (!qh_sqlite_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  qh_migration_work_take (work, db);
  qh_migration_work_step (work, QH_MIGRATION_RECORDS);
  ok = run_missing_versions (db, work, error) && save (db, work, error);
  qh_migration_work_let_go (work, db);
  if (!ok)
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  else
    qh_migration_work_within (work, 1);
  return ok;
}

gboolean
qh_schema_create (sqlite3 *db, GError **error)
{
  return create (db, NULL, error);
}

static guint32
header_number (const guint8 *header, guint offset)
{
  return (guint32)header[offset] << 24 | header[offset + 1] << 16 | header[offset + 2] << 8 |
         header[offset + 3];
}

static gboolean
has_bytes (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && status.st_size > 0;
}

/* The header of @db's file. By SQLite's own hand: closing any other would give up every lock that
 * this process has on the file. */
static gboolean
read_header (sqlite3 *db, guint8 *header, gint64 *size)
{
  sqlite3_file *file = NULL;

  return sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK &&
         file != NULL && file->pMethods != NULL &&
         file->pMethods->xFileSize (file, (sqlite3_int64 *)size) == SQLITE_OK &&
         file->pMethods->xRead (file, header, (int)MIN (*size, HEADER_SIZE), 0) == SQLITE_OK;
}

/* Whether a file is shorter than its header says; with a journal beside it that cannot be told. */
static gboolean
is_cut (sqlite3 *db, const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);
  guint8 header[HEADER_SIZE] = { 0 };
  gint64 size = 0;

  if (has_bytes (journal) && has_bytes (path))
    return FALSE;
  if (!read_header (db, header, &size))
    return FALSE;
  if (size < HEADER_SIZE)
    return TRUE;
  guint64 page = header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];
  return header_number (header, HEADER_CHANGED) == header_number (header, HEADER_PAGES_VALID_FOR) &&
         (guint64)size < header_number (header, HEADER_PAGES) * MAX (page, 512);
}

static gboolean
set_damaged (const char *path, GError **error)
{
  g_set_error (error, QH_ERROR, QH_ERROR_DAMAGED,
               _ ("“%s” is damaged, or is not a Quarterhour store. It was left as it is."), path);
  return FALSE;
}

static gboolean
is_unreadable (sqlite3 *db)
{
  int code = sqlite3_errcode (db) & 0xff;

  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

/* What could not be read is damaged, unless it is the disk that fails. */
static gboolean
set_read_error (sqlite3 *db, const char *path, GError **error)
{
  if (is_unreadable (db))
    return set_damaged (path, error);
  qh_sqlite_set_error (error, db);
  return FALSE;
}

static gboolean
read_number (sqlite3 *db, const char *path, const char *sql, int *number, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, sql, NULL);

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return set_read_error (db, path, error);
  *number = sqlite3_column_int (statement, 0);
  return TRUE;
}

/* Looks into every table that the model needs; an older store may lack some. */
static gboolean
check_tables (sqlite3 *db, const char *path, int version, GError **error)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s LIMIT 1", entities[i]->name);
    g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, sql, NULL);

    if (statement == NULL && sqlite3_errcode (db) == SQLITE_ERROR) {
      if (version < qh_schema_version () && !qh_sqlite_has_table (db, entities[i]->name))
        continue;
      return set_damaged (path, error);
    }
    int code = statement != NULL ? sqlite3_step (statement) : SQLITE_ERROR;
    if (code != SQLITE_ROW && code != SQLITE_DONE)
      return set_read_error (db, path, error);
  }
  return TRUE;
}

gboolean
qh_schema_check (sqlite3 *db, const char *path, GError **error)
{
  int tables, application, version;

  if (is_cut (db, path))
    return set_damaged (path, error);
  if (!read_number (db, path, "SELECT count (*) FROM sqlite_schema", &tables, error) ||
      !read_number (db, path, "PRAGMA application_id", &application, error) ||
      !read_number (db, path, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application != QH_APPLICATION_ID_NUMBER) {
    g_set_error (error, QH_ERROR, application != 0 ? QH_ERROR_INVALID : QH_ERROR_DAMAGED,
                 _ ("“%s” is a database, but not a Quarterhour store."), path);
    return FALSE;
  }
  if (version > qh_schema_version ()) {
    g_set_error (error, QH_ERROR, QH_ERROR_NEWER,
                 _ ("“%s” was written by a newer Quarterhour (store version %d; this one knows up "
                    "to %d). It was left as it is."),
                 path, version, qh_schema_version ());
    return FALSE;
  }
  return version > 0 ? check_tables (db, path, version, error) : set_damaged (path, error);
}

gboolean
qh_schema_migrate (sqlite3 *db, const char *path, const QhClock *clock,
                   const QhMigrationWatch *watch, GError **error)
{
  QhMigrationWork work = qh_migration_work (watch);

  return qh_schema_is_current (db) ||
         (qh_backup_before_migration (db, path, clock, &work, error) && create (db, &work, error));
}

/* Copies @from, whole, into @to. */
static gboolean
copy_database (sqlite3 *from, sqlite3 *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

  if (backup != NULL)
    sqlite3_backup_step (backup, -1);
  if (backup != NULL && sqlite3_backup_finish (backup) == SQLITE_OK)
    return TRUE;
  qh_sqlite_set_error (error, to);
  return FALSE;
}

sqlite3 *
qh_schema_copy (sqlite3 *db, const QhMigrationWatch *watch, GError **error)
{
  QhMigrationWork work = qh_migration_work (watch);
  g_autoptr (sqlite3) copy = qh_connection_open (":memory:", 0, error);

  qh_migration_work_step (&work, QH_MIGRATION_BACKUP);
  if (copy == NULL || !copy_database (db, copy, error) || !create (copy, &work, error))
    return NULL;
  return g_steal_pointer (&copy);
}
