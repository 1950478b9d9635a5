/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-team-folder.h"
#include "base/qh-address.h"
#include "exchange/qh-team-look.h"
#include "store/qh-settings.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Characters of a digest that tell a file's name apart. */
#define DIGEST_CHARS 12

char *
qh_team_folder_get (QhStore *store)
{
  return qh_store_get_setting (store, QH_SETTING_TEAM_FOLDER);
}

gboolean
qh_team_folder_set (QhStore *store, const char *folder, GError **error)
{
  if (folder == NULL || g_utf8_validate (folder, -1, NULL))
    return qh_store_set_setting (store, QH_SETTING_TEAM_FOLDER, folder, error);
  g_set_error_literal (
      error, QH_ERROR, QH_ERROR_INVALID,
      _ ("The path of the folder is no text (UTF-8); rename it, or choose another"));
  return FALSE;
}

char *
qh_team_folder_own_name (QhStore *store)
{
  g_autofree char *device = qh_settings_get_device_id (store);

  return device != NULL ? qh_address_code (device) : NULL;
}

char *
qh_team_folder_own (QhStore *store, const char *folder)
{
  g_autofree char *name = qh_team_folder_own_name (store);

  return name != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

/* --- Writing */

static QhError
code_of (int number)
{
  switch (number) {
  case ENOENT:
  case ENOTDIR:
    return QH_ERROR_NOT_FOUND;
  case ENOSPC:
  case EDQUOT:
    return QH_ERROR_FULL;
  case EACCES:
  case EPERM:
  case EROFS:
    return QH_ERROR_READ_ONLY;
  default:
    return QH_ERROR_STORE;
  }
}

gboolean
qh_team_folder_fail (const char *folder, int number, GError **error)
{
  switch (code_of (number)) {
  case QH_ERROR_NOT_FOUND:
    g_set_error (error, QH_ERROR, QH_ERROR_NOT_FOUND,
                 _ ("The team folder “%s” is not there; is it unplugged, or was it moved?"),
                 folder);
    return FALSE;
  case QH_ERROR_FULL:
    g_set_error (error, QH_ERROR, QH_ERROR_FULL, _ ("The team folder “%s” is full"), folder);
    return FALSE;
  case QH_ERROR_READ_ONLY:
    g_set_error (error, QH_ERROR, QH_ERROR_READ_ONLY,
                 _ ("The team folder “%s” may not be written, or not be read"), folder);
    return FALSE;
  default:
    g_set_error (error, QH_ERROR, QH_ERROR_STORE, _ ("The team folder “%s”: %s"), folder,
                 g_strerror (number));
    return FALSE;
  }
}

/* The own subfolder, made where it is missing; never the folder itself: it may be a stick that is
 * not plugged in. */
static gboolean
make_own (const char *folder, const char *own, GError **error)
{
  GStatBuf info;

  if (g_mkdir (own, 0777) != 0 && errno != EEXIST)
    return qh_team_folder_fail (folder, errno, error);
  if (g_lstat (own, &info) != 0)
    return qh_team_folder_fail (folder, errno, error);
  return S_ISDIR (info.st_mode) || qh_team_folder_fail (folder, ENOTDIR, error);
}

/* "2026-12-04 Halden Tools 3f2a….qhplan" */
static char *
unique_name (const char *name, GBytes *bytes)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = dot != NULL ? g_strndup (name, dot - name) : g_strdup (name);

  return g_strdup_printf ("%s %.*s%s", stem, DIGEST_CHARS, digest, dot != NULL ? dot : "");
}

static gboolean
write_all (int file, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0) {
    gssize n = write (file, data, size);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return FALSE;
    data += n;
    size -= n;
  }
  return fsync (file) == 0;
}

static gboolean
write_new (const char *path, GBytes *bytes)
{
  int file = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  gboolean ok;
  int number;

  if (file < 0)
    return FALSE;
  ok = write_all (file, bytes);
  number = errno;
  if (close (file) != 0 && ok)
    return FALSE;
  errno = number;
  return ok;
}

/* What was renamed is there after a power cut too; not every file system can say so. */
static void
sync_folder (const char *path)
{
  int folder = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (folder < 0)
    return;
  fsync (folder);
  close (folder);
}

static gboolean
write_and_rename (const char *folder, const char *own, const char *path, GBytes *bytes,
                  GError **error)
{
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *hidden = g_strconcat (".", random, ".tmp", NULL);
  g_autofree char *temporary = g_build_filename (own, hidden, NULL);

  if (write_new (temporary, bytes) && g_rename (temporary, path) == 0) {
    sync_folder (own);
    return TRUE;
  }
  int number = errno;
  g_unlink (temporary);
  return qh_team_folder_fail (folder, number, error);
}

char *
qh_team_folder_put (QhStore *store, const char *folder, const char *name, GBytes *bytes,
                    GError **error)
{
  g_autofree char *own = qh_team_folder_own (store, folder);
  g_autofree char *unique = unique_name (name, bytes);
  g_autofree char *path = own != NULL ? g_build_filename (own, unique, NULL) : NULL;

  if (path == NULL) {
    qh_team_folder_fail (folder, EROFS, error);
    return NULL;
  }
  if (!make_own (folder, own, error))
    return NULL;
  /* Its name is its contents: what is there under it is the same. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) || write_and_rename (folder, own, path, bytes, error))
    return g_steal_pointer (&path);
  return NULL;
}

static gboolean
put_review (QhStore *store, QhReceivedPlan *plan, GBytes *bytes, GError **error)
{
  g_autofree char *folder = qh_team_folder_get (store);
  g_autofree char *name = qh_review_file_name (plan);
  g_autofree char *path = NULL;

  if (folder == NULL) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, _ ("There is no team folder"));
    return FALSE;
  }
  path = qh_team_folder_put (store, folder, name, bytes, error);
  return path != NULL;
}

gboolean
qh_team_folder_give_review (QhStore *store, QhReceivedPlan *plan, GError **error)
{
  gboolean was_given = plan->state == QH_RECEIVED_STATE_REVIEWED;
  g_autoptr (GBytes) bytes = qh_review_give (store, plan, error);

  if (bytes == NULL)
    return FALSE;
  if (put_review (store, plan, bytes, error))
    return TRUE;
  if (!was_given)
    qh_store_undo (store, NULL, NULL);
  return FALSE;
}
