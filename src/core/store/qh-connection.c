/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connections to a store: the one place that configures them. */
#include "store/qh-connection.h"
#include "store/qh-search-query.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdarg.h>

static const char settings[] = "PRAGMA foreign_keys = ON;"
                               "PRAGMA recursive_triggers = ON;"
                               "PRAGMA synchronous = FULL;"
                               "PRAGMA temp_store = MEMORY;";

/* The -wal file is cut back to this many bytes after a checkpoint. */
static const char journal[] = "PRAGMA journal_mode = WAL;"
                              "PRAGMA journal_size_limit = 4194304;";

/* --- Locks
 *
 * A lock of fcntl's is the process's: it goes when anybody in it closes the file, as a file chooser
 * does that looks what kind of file each one is. Then another process that closes the store takes
 * itself for the last, puts the journal away, and what is committed into that is lost. A lock of an
 * open file description stays until that is closed (Linux; elsewhere they are as they were). */

#ifdef F_OFD_SETLK

static int
lock_command (int command)
{
  return command == F_SETLK ? F_OFD_SETLK : command == F_GETLK ? F_OFD_GETLK : command;
}

static int
lock_by_description (int fd, int command, ...)
{
  va_list arguments;
  void *argument;
  struct flock lock;
  int code;

  va_start (arguments, command);
  argument = va_arg (arguments, void *);
  va_end (arguments);
  if (lock_command (command) == command)
    return fcntl (fd, command, argument);
  lock = *(struct flock *)argument;
  lock.l_pid = 0; /* as the command asks */
  code = fcntl (fd, lock_command (command), &lock);
  if (code != 0 && errno == EINVAL)
    return fcntl (fd, command, argument);
  *(struct flock *)argument = lock;
  return code;
}

static void
keep_locks (void)
{
  static gsize done = 0;
  sqlite3_vfs *vfs;

  if (!g_once_init_enter (&done))
    return;
  vfs = sqlite3_vfs_find ("unix");
  if (vfs != NULL && vfs->iVersion >= 3)
    vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr)lock_by_description);
  g_once_init_leave (&done, 1);
}

#else

static void
keep_locks (void)
{
}

#endif

/* --- Opening */

static gboolean
open_file (const char *name, int flags, sqlite3 **db, GError **error)
{
  keep_locks ();
  if (sqlite3_open_v2 (name, db, flags, NULL) == SQLITE_OK)
    return TRUE;
  if (*db != NULL)
    qh_sqlite_set_error (error, *db);
  else
    g_set_error_literal (error, QH_ERROR, QH_ERROR_STORE, _ ("There is not enough memory."));
  sqlite3_close_v2 (*db);
  *db = NULL;
  return FALSE;
}

static gboolean
can_read (sqlite3 *db)
{
  return sqlite3_exec (db, "PRAGMA schema_version", NULL, NULL, NULL) != SQLITE_CANTOPEN;
}

/* Reading a store in WAL mode wants to make a file beside it. Where that is not possible nobody can
 * be writing either, and the file is read as it stands. */
static sqlite3 *
open_read_only (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, error);
  g_autofree char *immutable = g_strconcat (uri, "?immutable=1", NULL);

  if (uri == NULL || !open_file (path, SQLITE_OPEN_READONLY, &db, error))
    return NULL;
  if (can_read (db))
    return g_steal_pointer (&db);
  g_clear_pointer (&db, sqlite3_close_v2);
  open_file (immutable, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, &db, error);
  return g_steal_pointer (&db);
}

sqlite3 *
qh_connection_open (const char *path, QhStoreFlags flags, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (flags & QH_STORE_READ_ONLY)
    db = open_read_only (path, error);
  else
    open_file (path, SQLITE_OPEN_READWRITE, &db, error);
  if (db == NULL)
    return NULL;
  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, QH_BUSY_TIMEOUT);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  qh_search_register (db);
  if (!qh_sqlite_exec (db, settings, error))
    return NULL;
  return g_steal_pointer (&db);
}

gboolean
qh_connection_accept (sqlite3 *db, GError **error)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return qh_sqlite_exec (db, journal, error);
}
