/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-team-folder.h"
#include "base/qh-address.h"
#include "exchange/qh-import.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-plan-in.h"
#include "exchange/qh-review-in.h"
#include "store/qh-settings.h"
#include <dirent.h>
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
  return qh_store_set_setting (store, QH_SETTING_TEAM_FOLDER, folder, error);
}

static char *
own_name (QhStore *store)
{
  g_autofree char *device = qh_settings_get_device_id (store);

  return device != NULL ? qh_address_code (device) : NULL;
}

char *
qh_team_folder_own (QhStore *store, const char *folder)
{
  g_autofree char *name = own_name (store);

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

static gboolean
fail (const char *folder, int number, GError **error)
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
    return fail (folder, errno, error);
  if (g_lstat (own, &info) != 0)
    return fail (folder, errno, error);
  return S_ISDIR (info.st_mode) || fail (folder, ENOTDIR, error);
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
  return fail (folder, number, error);
}

char *
qh_team_folder_put (QhStore *store, const char *folder, const char *name, GBytes *bytes,
                    GError **error)
{
  g_autofree char *own = qh_team_folder_own (store, folder);
  g_autofree char *unique = unique_name (name, bytes);
  g_autofree char *path = own != NULL ? g_build_filename (own, unique, NULL) : NULL;

  if (path == NULL) {
    fail (folder, EROFS, error);
    return NULL;
  }
  if (!make_own (folder, own, error))
    return NULL;
  /* Its name is its contents: what is there under it is the same. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) || write_and_rename (folder, own, path, bytes, error))
    return g_steal_pointer (&path);
  return NULL;
}

/* --- Reading */

typedef struct {
  QhStore *store;
  GHashTable *known; /* what was seen before */
  GPtrArray *fresh; /* QhFolderFile: to be read; their state is not settled */
  QhFolderScan *scan;
  int root; /* the folder, open */
  gboolean again;
} Scanning;

void
qh_folder_scan_free (QhFolderScan *scan)
{
  qh_import_report_free (scan->report);
  g_ptr_array_unref (scan->left);
  g_free (scan);
}

static void
leave (Scanning *self, const char *path, const char *reason)
{
  g_ptr_array_add (self->scan->left, qh_folder_file_new (path, 0, 0, "left", reason));
}

static gint64
time_of (const struct stat *info)
{
  return (gint64)info->st_mtim.tv_sec * G_USEC_PER_SEC + info->st_mtim.tv_nsec / 1000;
}

static gboolean
is_ours (const char *name)
{
  return g_str_has_suffix (name, ".qhplan") || g_str_has_suffix (name, ".qhreview");
}

/* Whether the file was read as it is. */
static gboolean
is_seen (Scanning *self, const char *path, const struct stat *info)
{
  const QhFolderFile *known = g_hash_table_lookup (self->known, path);

  if (known == NULL || known->size != info->st_size || known->changed != time_of (info))
    return FALSE;
  if (!g_str_equal (known->state, "left"))
    return TRUE;
  if (self->again)
    return FALSE;
  leave (self, path, known->reason);
  return TRUE;
}

static void
look_at_file (Scanning *self, int folder, const char *folder_name, const char *name)
{
  g_autofree char *path = g_build_filename (folder_name, name, NULL);
  struct stat info;

  if (fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return; /* gone meanwhile */
  if (S_ISLNK (info.st_mode))
    leave (self, path, _ ("a link, which is not followed"));
  else if (!S_ISREG (info.st_mode))
    return;
  else if (g_str_has_suffix (name, ".qhtransfer"))
    leave (self, path, _ ("a transfer; open it to receive its copies"));
  else if (!is_ours (name))
    leave (self, path, _ ("no file of Quarterhour"));
  else if (info.st_size > QH_JSON_MAX_BYTES)
    leave (self, path, _ ("larger than 16 MiB"));
  else if (!is_seen (self, path, &info))
    g_ptr_array_add (self->fresh,
                     qh_folder_file_new (path, info.st_size, time_of (&info), "left", NULL));
}

/* Visits what is in @folder, an open one, which is closed; hidden files are an engine's own. */
static void
look_into (Scanning *self, int folder, const char *folder_name)
{
  DIR *dir = fdopendir (folder);
  struct dirent *entry;

  if (dir == NULL) {
    close (folder);
    return;
  }
  while ((entry = readdir (dir)) != NULL)
    if (entry->d_name[0] != '.' && entry->d_name[0] != '~')
      look_at_file (self, folder, folder_name, entry->d_name);
  closedir (dir);
}

static void
look_at_folder (Scanning *self, const char *name)
{
  struct stat info;
  int folder;

  if (fstatat (self->root, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return;
  if (S_ISLNK (info.st_mode)) {
    leave (self, name, _ ("a link, which is not followed"));
    return;
  }
  if (!S_ISDIR (info.st_mode))
    return;
  folder = openat (self->root, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder < 0)
    leave (self, name, g_strerror (errno));
  else
    look_into (self, folder, name);
}

static gboolean
look_around (Scanning *self, const char *folder, GError **error)
{
  g_autofree char *own = own_name (self->store);
  DIR *dir = opendir (folder);
  struct dirent *entry;

  if (dir == NULL)
    return fail (folder, errno, error);
  self->root = dup (dirfd (dir));
  while ((entry = readdir (dir)) != NULL)
    if (entry->d_name[0] != '.' && g_strcmp0 (entry->d_name, own) != 0)
      look_at_folder (self, entry->d_name);
  closedir (dir);
  return TRUE;
}

/* The bytes of a file that was looked at; nothing on the way may have become a link. */
static GBytes *
read_file (Scanning *self, const QhFolderFile *file)
{
  g_auto (GStrv) parts = g_strsplit (file->path, "/", 2);
  int folder = openat (self->root, parts[0], O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  int handle =
      folder >= 0 ? openat (folder, parts[1], O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) : -1;
  g_autofree char *data = g_malloc (file->size + 1);
  gssize size = 0, n = 0;

  while (handle >= 0 && size <= file->size &&
         (n = read (handle, data + size, file->size + 1 - size)) > 0)
    size += n;
  if (handle >= 0)
    close (handle);
  if (folder >= 0)
    close (folder);
  return handle >= 0 && n >= 0 ? g_bytes_new_take (g_steal_pointer (&data), size) : NULL;
}

/* --- Taking in */

static gboolean
keep_plan (Scanning *self, const char *path, GBytes *bytes, GError **error)
{
  const QhClock *clock = qh_store_get_clock (self->store);
  g_autoptr (QhPlanFile) file = qh_plan_file_read (bytes, qh_clock_now (clock), NULL, error);
  g_autoptr (QhPlanIn) plan =
      file != NULL ? qh_plan_in_new (file, bytes, qh_clock_now (clock)) : NULL;

  return plan != NULL && qh_plan_in_keep (self->store, path, plan, self->scan->report, error);
}

static gboolean
keep_review (Scanning *self, const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (QhReviewFile) file = qh_review_file_read (bytes, error);

  return file != NULL &&
         qh_import_note_signer (self->store, file->signer, file->sender, file->device_id,
                                self->scan->report, error) &&
         qh_review_in_keep (self->store, path, file, self->scan->report, error);
}

static gboolean
note (Scanning *self, QhFolderFile *file, const char *state, const char *reason, GError **error)
{
  g_free (file->state);
  g_free (file->reason);
  file->state = g_strdup (state);
  file->reason = g_strdup (reason);
  return qh_folder_files_note (self->store, file, error);
}

/* One change for each file: one that is not right leaves nothing of itself behind. */
static gboolean
keep_and_note (Scanning *self, QhFolderFile *file, GBytes *bytes, GError **error)
{
  gboolean review = g_str_has_suffix (file->path, ".qhreview");
  GPtrArray *skipped = self->scan->report->skipped;
  guint n_skipped = skipped->len;
  gboolean left_out;

  if (!qh_store_begin (self->store, review ? _ ("Import a review") : NULL, error))
    return FALSE;
  if (!(review ? keep_review : keep_plan) (self, file->path, bytes, error)) {
    qh_store_rollback (self->store);
    return FALSE;
  }
  left_out = skipped->len > n_skipped;
  if (note (self, file, left_out ? "skipped" : "taken",
            left_out ? ((QhSkipped *)skipped->pdata[n_skipped])->reason : NULL, error))
    return qh_store_commit (self->store, error);
  qh_store_rollback (self->store);
  return FALSE;
}

static gboolean
note_left (Scanning *self, QhFolderFile *file, const char *reason, GError **error)
{
  leave (self, file->path, reason);
  if (!qh_store_begin (self->store, NULL, error))
    return FALSE;
  if (note (self, file, "left", reason, error))
    return qh_store_commit (self->store, error);
  qh_store_rollback (self->store);
  return FALSE;
}

/* Whether it is the store that failed, and not the file. */
static gboolean
is_stores (const GError *error)
{
  return qh_error_exit_status (error) == 3 && error->code != QH_ERROR_NEWER;
}

static gboolean
take_file (Scanning *self, QhFolderFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = read_file (self, file);
  g_autoptr (GError) problem = NULL;

  self->scan->n_read++;
  if (bytes == NULL)
    return note_left (self, file, _ ("cannot be read"), error);
  if (keep_and_note (self, file, bytes, &problem))
    return TRUE;
  if (!is_stores (problem))
    return note_left (self, file, problem->message, error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Plans first: a name may then be known by its key when his review comes. */
static int
compare_files (gconstpointer a, gconstpointer b)
{
  const QhFolderFile *left = *(QhFolderFile *const *)a, *right = *(QhFolderFile *const *)b;
  int kind =
      g_str_has_suffix (left->path, ".qhreview") - g_str_has_suffix (right->path, ".qhreview");

  return kind != 0 ? kind : strcmp (left->path, right->path);
}

static gboolean
take_all (Scanning *self, GError **error)
{
  g_ptr_array_sort (self->fresh, compare_files);
  for (guint i = 0; i < self->fresh->len; i++)
    if (!take_file (self, self->fresh->pdata[i], error))
      return FALSE;
  return TRUE;
}

QhFolderScan *
qh_team_folder_scan (QhStore *store, const char *folder, gboolean again, GError **error)
{
  g_autoptr (QhFolderScan) scan = g_new0 (QhFolderScan, 1);
  g_autoptr (GHashTable) known = qh_folder_files_load (store);
  g_autoptr (GPtrArray) fresh =
      g_ptr_array_new_with_free_func ((GDestroyNotify)qh_folder_file_free);
  Scanning self = { store, known, fresh, scan, -1, again };
  gboolean ok;

  scan->report = qh_import_report_new ();
  scan->left = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_folder_file_free);
  ok = look_around (&self, folder, error) && take_all (&self, error);
  if (self.root >= 0)
    close (self.root);
  return ok ? g_steal_pointer (&scan) : NULL;
}
