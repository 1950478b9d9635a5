/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-attachment.h"
#include "base/qh-text.h"
#include "store/qh-file.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define CHUNK (1 << 20)
#define DIGEST_LENGTH 64
#define PART_PREFIX ".part-"
#define NAME_CHARS 120

/* A copy under way. */
typedef struct {
  const char *path; /* of what is copied, for error texts */
  int from, to;
  gint64 done, whole;
  GChecksum *checksum;
  QhAttachmentProgress progress;
  gpointer data;
  GCancellable *cancellable;
} Copy;

char *
qh_attachment_folder (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  const char *path = qh_store_get_path (store);
  g_autofree char *folder = NULL;

  if (g_str_equal (path, ":memory:"))
    return NULL;
  folder = g_path_get_dirname (path);
  return g_build_filename (folder, "files", NULL);
}

static gboolean
is_digest (const char *text)
{
  return text && strlen (text) == DIGEST_LENGTH &&
         strspn (text, "0123456789abcdef") == DIGEST_LENGTH;
}

/* What is not a digest is never used as a name. */
static char *
path_of (const char *folder, const char *digest)
{
  return folder && is_digest (digest) ? g_build_filename (folder, digest, NULL) : NULL;
}

/* --- Errors */

static gboolean
set_io_error (GError **error, const char *path, const char *format)
{
  int code = errno;
  QhError kind = code == ENOSPC || code == EDQUOT || code == EFBIG  ? QH_ERROR_FULL
                 : code == EACCES || code == EPERM || code == EROFS ? QH_ERROR_READ_ONLY
                 : code == ENOENT                                   ? QH_ERROR_NOT_FOUND
                                                                    : QH_ERROR_STORE;

  g_set_error (error, QH_ERROR, kind, format, path, g_strerror (code));
  return FALSE;
}

static gboolean
set_not_plain (GError **error, const char *path)
{
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               _ ("“%s” cannot be attached: expected a file, got a folder, a device or a link"),
               path);
  return FALSE;
}

static gboolean
set_too_large (GError **error, const char *path, gint64 size)
{
  g_autofree char *found = g_format_size ((guint64)size);
  g_autofree char *most = g_format_size ((guint64)QH_ATTACHMENT_MOST_BYTES);

  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               _ ("“%s” cannot be attached: it has %s, at most %s are taken"), path, found, most);
  return FALSE;
}

/* --- Copying */

static gboolean
is_same_file (const char *left, const char *right)
{
  GStatBuf a, b;

  return g_stat (left, &a) == 0 && g_stat (right, &b) == 0 && a.st_dev == b.st_dev &&
         a.st_ino == b.st_ino;
}

gboolean
qh_attachment_may_copy (QhStore *store, const char *path, GError **error)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  g_return_val_if_fail (QH_IS_STORE (store), FALSE);
  g_return_val_if_fail (path, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *own = g_strconcat (qh_store_get_path (store), endings[i], NULL);
    if (!is_same_file (own, path))
      continue;
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("“%s” cannot be attached: it is the store itself; make a backup of it"), path);
    return FALSE;
  }
  return TRUE;
}

/* Opens a plain file, and nothing else: a link is not followed, a pipe not waited for. */
static int
open_plain (const char *path, GStatBuf *info, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);

  if (fd < 0 && (errno == ELOOP || errno == EMLINK || errno == ENXIO)) {
    set_not_plain (error, path);
    return -1;
  }
  if (fd < 0) {
    set_io_error (error, path, _ ("“%s” cannot be read: %s"));
    return -1;
  }
  if (fstat (fd, info) == 0 && S_ISREG (info->st_mode))
    return fd;
  close (fd);
  set_not_plain (error, path);
  return -1;
}

static gboolean
write_all (int fd, const guint8 *bytes, gsize n)
{
  while (n > 0) {
    gssize written = write (fd, bytes, n);
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return FALSE;
    bytes += written;
    n -= (gsize)written;
  }
  return TRUE;
}

/* Copies one piece: 1, 0 at the end, -1 on error. */
static int
copy_chunk (Copy *copy, guint8 *bytes, GError **error)
{
  gssize n = read (copy->from, bytes, CHUNK);

  if (n < 0 && errno == EINTR)
    return 1;
  if (n < 0)
    return set_io_error (error, copy->path, _ ("“%s” cannot be read: %s")) - 1;
  if (n == 0)
    return 0;
  copy->done += n;
  if (copy->done > QH_ATTACHMENT_MOST_BYTES)
    return set_too_large (error, copy->path, copy->done) - 1;
  if (copy->checksum)
    g_checksum_update (copy->checksum, bytes, n);
  if (copy->to >= 0 && !write_all (copy->to, bytes, (gsize)n))
    return set_io_error (error, copy->path, _ ("“%s” cannot be copied: %s")) - 1;
  if (copy->progress)
    copy->progress (copy->done, copy->whole, copy->data);
  return 1;
}

static gboolean
copy_all (Copy *copy, GError **error)
{
  g_autofree guint8 *bytes = g_malloc (CHUNK);
  int more = 1;

  while (more > 0) {
    if (g_cancellable_is_cancelled (copy->cancellable)) {
      g_set_error (error, QH_ERROR, QH_ERROR_CANCELLED, _ ("“%s” was not attached: cancelled"),
                   copy->path);
      return FALSE;
    }
    more = copy_chunk (copy, bytes, error);
  }
  return more == 0;
}

/* The folder is made, and is one: a link to elsewhere is not followed. */
static gboolean
make_folder (const char *folder, GError **error)
{
  GStatBuf info;

  if (!qh_file_make_folder (folder, error))
    return FALSE;
  if (g_lstat (folder, &info) == 0 && S_ISDIR (info.st_mode))
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               _ ("“%s” is not a folder; the files of content items are kept there"), folder);
  return FALSE;
}

/* Copies what @copy reads into the new file @part. */
static gboolean
fill_part (Copy *copy, const char *part, GError **error)
{
  gboolean ok;

  copy->to = g_open (part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (copy->to < 0)
    return set_io_error (error, part, _ ("“%s” cannot be written: %s"));
  ok = copy_all (copy, error);
  return (close (copy->to) == 0 || set_io_error (error, part, _ ("“%s” cannot be written: %s"))) &&
         ok;
}

/* A part that is whole gets the name of its content, once it is on the disk. */
static char *
keep_part (Copy *copy, const char *folder, const char *part, GError **error)
{
  const char *digest = g_checksum_get_string (copy->checksum);
  g_autofree char *path = path_of (folder, digest);

  return qh_file_put (part, path, error) ? g_strdup (digest) : NULL;
}

char *
qh_attachment_copy (const char *folder, const char *path, QhAttachmentProgress progress,
                    gpointer data, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (folder && path, NULL);

  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (PART_PREFIX, random, NULL);
  g_autofree char *part = g_build_filename (folder, name, NULL);
  GStatBuf info;
  Copy copy = { path,       open_plain (path, &info, error), -1, 0, 0, checksum, progress, data,
                cancellable };
  char *digest = NULL;

  if (copy.from < 0)
    return NULL;
  copy.whole = info.st_size;
  if (copy.whole > QH_ATTACHMENT_MOST_BYTES)
    set_too_large (error, path, copy.whole);
  else if (make_folder (folder, error) && fill_part (&copy, part, error))
    digest = keep_part (&copy, folder, part, error);
  close (copy.from);
  if (!digest)
    g_unlink (part);
  return digest;
}

/* --- What an item names */

/* A name from outside is shown, and given to a copy; it is never a path. */
static char *
clean_name (const char *name)
{
  g_autofree char *base = name ? g_path_get_basename (name) : NULL;
  g_autofree char *valid = base ? g_utf8_make_valid (base, -1) : NULL;
  g_autofree char *shown = valid ? qh_text_shorten (valid, NAME_CHARS) : NULL;

  if (qh_text_is_empty (shown) || strpbrk (shown, "/") || shown[0] == '.')
    return name ? g_strdup (_ ("file")) : NULL;
  return g_steal_pointer (&shown);
}

gboolean
qh_attachment_set (QhStore *store, QhContent *content, const char *digest, const char *name,
                   GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store), FALSE);
  g_return_val_if_fail (QH_IS_CONTENT (content), FALSE);
  g_return_val_if_fail (!digest || is_digest (digest), FALSE);

  QhRecord *record = QH_RECORD (content);
  g_autofree char *clean = digest ? clean_name (name) : NULL;

  if (!qh_store_begin (store, digest ? _ ("Attach a file") : _ ("Take the file away"), error))
    return FALSE;
  qh_record_set_string (record, "file", digest);
  qh_record_set_string (record, "file_name", clean);
  if (qh_store_save (store, record, error))
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  qh_store_revert (store, record);
  return FALSE;
}

QhAttachmentState
qh_attachment_check (const char *folder, const char *digest, GCancellable *cancellable)
{
  g_autofree char *path = path_of (folder, digest);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  gboolean read;

  if (!digest)
    return QH_ATTACHMENT_NONE;
  Copy copy = { .path = path,
                .from = path ? open_plain (path, &info, NULL) : -1,
                .to = -1,
                .checksum = checksum,
                .cancellable = cancellable };
  if (copy.from < 0)
    return QH_ATTACHMENT_MISSING;
  read = copy_all (&copy, &error);
  close (copy.from);
  if (g_error_matches (error, QH_ERROR, QH_ERROR_CANCELLED))
    return QH_ATTACHMENT_SOUND;
  return read && g_str_equal (g_checksum_get_string (checksum), digest) ? QH_ATTACHMENT_SOUND
                                                                        : QH_ATTACHMENT_CHANGED;
}

char *
qh_attachment_take_out (const char *folder, const char *digest, const char *name, const char *cache,
                        GCancellable *cancellable, GError **error)
{
  g_autofree char *path = path_of (folder, digest);
  g_autofree char *own = g_build_filename (cache, is_digest (digest) ? digest : "none", NULL);
  g_autofree char *clean = clean_name (name ? name : "file");
  g_autofree char *out = g_build_filename (own, clean, NULL);
  GStatBuf info;
  gboolean ok;

  if (!path) {
    g_set_error (error, QH_ERROR, QH_ERROR_NOT_FOUND, _ ("The file “%s” is not there."), clean);
    return NULL;
  }
  Copy copy = {
    .path = path, .from = open_plain (path, &info, error), .to = -1, .cancellable = cancellable
  };
  if (copy.from < 0)
    return NULL;
  g_unlink (out);
  ok = qh_file_make_folder (own, error) && fill_part (&copy, out, error);
  close (copy.from);
  if (ok && g_chmod (out, 0400) == 0)
    return g_steal_pointer (&out);
  g_unlink (out);
  return NULL;
}

/* --- Upkeep */

void
qh_attachment_verify (QhStore *store, GPtrArray *problems)
{
  g_return_if_fail (QH_IS_STORE (store));

  g_autofree char *folder = qh_attachment_folder (store);
  g_autoptr (GPtrArray) items = qh_store_select (
      store, &qh_content_entity, "WHERE file IS NOT NULL ORDER BY title_key, id", NULL, NULL);

  for (guint i = 0; items && i < items->len; i++) {
    QhContent *item = g_ptr_array_index (items, i);
    QhAttachmentState state = qh_attachment_check (folder, item->file, NULL);
    const char *name = item->file_name ? item->file_name : item->file;
    if (state == QH_ATTACHMENT_MISSING)
      g_ptr_array_add (
          problems, g_strdup_printf (_ ("The file “%s” of “%s” is not there."), name, item->title));
    else if (state == QH_ATTACHMENT_CHANGED)
      g_ptr_array_add (problems, g_strdup_printf (_ ("The file “%s” of “%s” is not the one that "
                                                     "was attached."),
                                                  name, item->title));
  }
}

/* A record names it, or what undo and redo would bring back. */
static gboolean
is_named (QhStore *store, const char *digest)
{
  const char *values[] = { digest, NULL };

  return qh_store_count (store,
                         "SELECT EXISTS (SELECT 1 FROM content WHERE file = ?1) OR"
                         "  EXISTS (SELECT 1 FROM change WHERE instr (changeset,"
                         "    CAST (?1 AS BLOB)) > 0)",
                         values) != 0;
}

static gboolean
is_left_over (QhStore *store, const char *name, gint64 age)
{
  if (g_str_has_prefix (name, PART_PREFIX))
    return age > QH_DAY_USEC;
  return is_digest (name) && age > QH_ATTACHMENT_KEPT_DAYS * QH_DAY_USEC && !is_named (store, name);
}

guint
qh_attachment_collect (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), 0);

  g_autofree char *folder = qh_attachment_folder (store);
  g_autoptr (GDir) dir = folder ? g_dir_open (folder, 0, NULL) : NULL;
  gint64 now = qh_clock_now (qh_store_get_clock (store));
  const char *name;
  guint n = 0;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    GStatBuf info;
    if (g_lstat (path, &info) == 0 && S_ISREG (info.st_mode) &&
        is_left_over (store, name, now - (gint64)info.st_mtime * G_USEC_PER_SEC))
      n += g_unlink (path) == 0;
  }
  return n;
}
