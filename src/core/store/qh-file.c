/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that appear whole or not at all. */
#include "store/qh-file.h"
#include "base/qh-error.h"
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* What every SQLite database begins with, the zero included. */
static const char database_head[] = "SQLite format 3";
/* The names of a database and of what it keeps beside it. */
static const char *const database_ends[] = { "", "-journal", "-wal", "-shm" };

static gboolean
set_error (GError **error, const char *path)
{
  int code = errno;
  QhError kind = QH_ERROR_STORE;

  if (code == ENOSPC || code == EDQUOT)
    kind = QH_ERROR_FULL;
  else if (code == EACCES || code == EPERM || code == EROFS)
    kind = QH_ERROR_READ_ONLY;
  else if (code == EEXIST)
    kind = QH_ERROR_REFUSED;
  else if (code == ENOENT)
    kind = QH_ERROR_NOT_FOUND;
  g_set_error (error, QH_ERROR, kind, _ ("“%s” cannot be written: %s"), path, g_strerror (code));
  return FALSE;
}

gboolean
qh_file_make (const char *path, GError **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    return set_error (error, path);
  return close (fd) == 0 || set_error (error, path);
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean ok;

  if (fd < 0)
    return set_error (error, path);
  ok = fsync (fd) == 0 || set_error (error, path);
  close (fd);
  return ok;
}

gboolean
qh_file_put (const char *from, const char *to, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);

  if (!sync_path (from, O_RDWR, error))
    return FALSE;
  if (g_rename (from, to) != 0)
    return set_error (error, to);
  /* Some file systems cannot sync a folder; the name is there all the same. */
  sync_path (folder, O_RDONLY, NULL);
  return TRUE;
}

gboolean
qh_file_is_database (const char *path)
{
  /* Read by SQLite: closing a store's file behind its back would drop the locks it has there. */
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize)vfs->szOsFile);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  sqlite3_filename name = sqlite3_create_filename (absolute, "", "", 0, NULL);
  char head[sizeof database_head] = { 0 };

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
      vfs->xOpen (vfs, name, file, SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY, NULL) == SQLITE_OK)
    file->pMethods->xRead (file, head, sizeof head, 0);
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  sqlite3_free_filename (name);
  return memcmp (head, database_head, sizeof head) == 0;
}

/* Whether @path is a journal or the like, without which its database is not whole. */
static gboolean
belongs_to_database (const char *path)
{
  for (guint i = 1; i < G_N_ELEMENTS (database_ends); i++) {
    g_autofree char *stem = g_strdup (path);
    if (!g_str_has_suffix (path, database_ends[i]))
      continue;
    stem[strlen (path) - strlen (database_ends[i])] = '\0';
    return qh_file_is_database (stem);
  }
  return FALSE;
}

gboolean
qh_file_is_replaceable (const char *path, GError **error)
{
  GStatBuf info;

  if (belongs_to_database (path)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("“%s” cannot be written: the database beside it needs that name"), path);
    return FALSE;
  }
  if (g_lstat (path, &info) != 0 || S_ISREG (info.st_mode))
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               _ ("“%s” cannot be written: expected a file, got a folder, a device or a link"),
               path);
  return FALSE;
}

gboolean
qh_file_make_folder (const char *path, GError **error)
{
  return g_mkdir_with_parents (path, 0700) == 0 || set_error (error, path);
}

void
qh_file_remove_database (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (database_ends); i++) {
    g_autofree char *name = g_strconcat (path, database_ends[i], NULL);

    g_unlink (name);
  }
}
