/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-team-look.h"
#include "exchange/qh-json-read.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

QhTeamLook *
qh_team_look_new (QhStore *store, const char *folder, gboolean again)
{
  QhTeamLook *self = g_new0 (QhTeamLook, 1);

  self->folder = g_strdup (folder);
  self->own = qh_team_folder_own_name (store);
  self->known = qh_folder_files_load (store);
  self->now = qh_clock_now (qh_store_get_clock (store));
  self->again = again;
  self->fresh = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_folder_file_free);
  self->left = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_folder_file_free);
  self->folders = g_ptr_array_new_with_free_func (g_free);
  self->root = -1;
  return self;
}

void
qh_team_look_free (QhTeamLook *self)
{
  if (self->root >= 0)
    close (self->root);
  g_free (self->folder);
  g_free (self->own);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->fresh);
  g_ptr_array_unref (self->left);
  g_ptr_array_unref (self->folders);
  g_free (self);
}

void
qh_team_found_free (QhTeamFound *found)
{
  g_clear_pointer (&found->plan, qh_plan_in_free);
  g_clear_pointer (&found->review, qh_review_file_free);
  g_free (found->reason);
  g_free (found);
}

/* --- What is there */

void
qh_team_look_leave (QhTeamLook *self, const char *path, const char *reason)
{
  g_ptr_array_add (self->left, qh_folder_file_new (path, 0, 0, "left", reason));
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
is_seen (QhTeamLook *self, const char *path, const struct stat *info)
{
  const QhFolderFile *known = g_hash_table_lookup (self->known, path);

  if (known == NULL || known->size != info->st_size || known->changed != time_of (info))
    return FALSE;
  if (!g_str_equal (known->state, "left"))
    return TRUE;
  if (self->again)
    return FALSE;
  qh_team_look_leave (self, path, known->reason);
  return TRUE;
}

static void
look_at_file (QhTeamLook *self, int folder, const char *folder_name, const char *name)
{
  g_autofree char *path = g_build_filename (folder_name, name, NULL);
  struct stat info;

  if (fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return; /* gone meanwhile */
  if (S_ISLNK (info.st_mode))
    qh_team_look_leave (self, path, _ ("a link, which is not followed"));
  else if (!S_ISREG (info.st_mode))
    return;
  else if (g_str_has_suffix (name, ".qhtransfer"))
    qh_team_look_leave (self, path, _ ("a transfer; open it to receive its copies"));
  else if (!is_ours (name))
    qh_team_look_leave (self, path, _ ("no file of Quarterhour"));
  else if (info.st_size > QH_JSON_MAX_BYTES)
    qh_team_look_leave (self, path, _ ("larger than 16 MiB"));
  else if (!is_seen (self, path, &info))
    g_ptr_array_add (self->fresh,
                     qh_folder_file_new (path, info.st_size, time_of (&info), "left", NULL));
}

/* Visits what is in @folder, an open one, which is closed; hidden files are an engine's own. */
static void
look_into (QhTeamLook *self, int folder, const char *folder_name)
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
look_at_folder (QhTeamLook *self, const char *name)
{
  struct stat info;
  int folder;

  if (fstatat (self->root, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return;
  if (S_ISLNK (info.st_mode)) {
    qh_team_look_leave (self, name, _ ("a link, which is not followed"));
    return;
  }
  if (S_ISREG (info.st_mode) && is_ours (name))
    qh_team_look_leave (self, name, _ ("not in anybody’s subfolder; open it to take it in"));
  if (!S_ISDIR (info.st_mode))
    return;
  folder = openat (self->root, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder < 0)
    qh_team_look_leave (self, name, g_strerror (errno));
  else
    look_into (self, folder, name);
  g_ptr_array_add (self->folders, g_strdup (name));
}

/* Plans first: a name may then be known by its key when his review comes. And in the order in which
 * they were written, which most engines keep, for an older revision is not taken in after a newer
 * one. */
static int
compare_files (gconstpointer a, gconstpointer b)
{
  const QhFolderFile *left = *(QhFolderFile *const *)a, *right = *(QhFolderFile *const *)b;
  int kind =
      g_str_has_suffix (left->path, ".qhreview") - g_str_has_suffix (right->path, ".qhreview");

  if (kind != 0)
    return kind;
  if (left->changed != right->changed)
    return left->changed < right->changed ? -1 : 1;
  return strcmp (left->path, right->path);
}

gboolean
qh_team_look_around (QhTeamLook *self, GError **error)
{
  DIR *dir = opendir (self->folder);
  struct dirent *entry;

  if (dir == NULL)
    return qh_team_folder_fail (self->folder, errno, error);
  self->root = dup (dirfd (dir));
  while ((entry = readdir (dir)) != NULL)
    if (entry->d_name[0] != '.' && g_strcmp0 (entry->d_name, self->own) != 0)
      look_at_folder (self, entry->d_name);
  closedir (dir);
  g_ptr_array_sort (self->fresh, compare_files);
  return TRUE;
}

/* --- What it says */

/* The bytes of a file that was looked at; nothing on the way may have become a link. */
static GBytes *
read_file (QhTeamLook *self, const QhFolderFile *file)
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

static void
read_plan (QhTeamLook *self, GBytes *bytes, QhTeamFound *found, GError **error)
{
  g_autoptr (QhPlanFile) file = qh_plan_file_read (bytes, self->now, NULL, error);

  if (file != NULL)
    found->plan = qh_plan_in_new (file, bytes, self->now);
}

QhTeamFound *
qh_team_look_read (QhTeamLook *self, QhFolderFile *file)
{
  g_autoptr (GBytes) bytes = read_file (self, file);
  QhTeamFound *found = g_new0 (QhTeamFound, 1);
  g_autoptr (GError) error = NULL;

  found->file = file;
  found->is_gone = bytes == NULL;
  if (bytes == NULL)
    found->reason = g_strdup (_ ("cannot be read"));
  else if (g_str_has_suffix (file->path, ".qhreview"))
    found->review = qh_review_file_read (bytes, &error);
  else
    read_plan (self, bytes, found, &error);
  if (error != NULL)
    found->reason = g_strdup (error->message);
  return found;
}
