/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that appear whole or not at all. */
#include "store/qh-file.h"
#include "base/qh-error.h"
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

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
qh_file_is_replaceable (const char *path, GError **error)
{
  GStatBuf info;

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
  static const char *const ends[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autofree char *name = g_strconcat (path, ends[i], NULL);

    g_unlink (name);
  }
}
