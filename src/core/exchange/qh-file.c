/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-file.h"
#include "base/qh-error.h"
#include "store/qh-file.h"
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
check_file (const char *path, gsize max_size, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0) {
    g_set_error (error, QH_ERROR, errno == ENOENT ? QH_ERROR_NOT_FOUND : QH_ERROR_INVALID,
                 _ ("%s: %s"), path, g_strerror (errno));
    return FALSE;
  }
  if (!S_ISREG (info.st_mode)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("%s: not a file"), path);
    return FALSE;
  }
  if ((guint64)info.st_size > max_size) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("%s: larger than %d MiB"), path,
                 (int)(max_size >> 20));
    return FALSE;
  }
  return TRUE;
}

GBytes *
qh_file_read (const char *path, gsize max_size, GError **error)
{
  g_autoptr (GError) read_error = NULL;
  char *contents;
  gsize size;

  if (!check_file (path, max_size, error))
    return NULL;
  if (!g_file_get_contents (path, &contents, &size, &read_error)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("%s: %s"), path, read_error->message);
    return NULL;
  }
  return g_bytes_new_take (contents, size);
}

static QhError
code_of (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return QH_ERROR_FULL;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM))
    return QH_ERROR_READ_ONLY;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_IO))
    return QH_ERROR_STORE;
  return QH_ERROR_INVALID; /* a folder that is not there, a name that is none */
}

/* An export put in the place of a store, or of a backup, would be all that is left of it. */
static gboolean
check_target (const char *path, GError **error)
{
  if (!qh_file_is_replaceable (path, error))
    return FALSE;
  if (!qh_file_is_database (path))
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               _ ("“%s” is a store or a backup of one: expected another file to be written"), path);
  return FALSE;
}

gboolean
qh_file_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) write_error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!check_target (path, error))
    return FALSE;
  if (g_file_set_contents_full (path, data, size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &write_error))
    return TRUE;
  g_set_error (error, QH_ERROR, code_of (write_error), _ ("%s was not written: %s"), path,
               write_error->message);
  return FALSE;
}

gboolean
qh_file_check_writable (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!check_target (path, error))
    return FALSE;
  if (g_access (folder, W_OK | X_OK) == 0)
    return TRUE;
  g_set_error (error, QH_ERROR, errno == ENOENT ? QH_ERROR_INVALID : QH_ERROR_READ_ONLY,
               _ ("%s cannot be written: %s"), path, g_strerror (errno));
  return FALSE;
}
