/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of content items: they come in whole or not at all, and their loss is noticed. */
#include "fixture.h"
#include "store/qh-attachment.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

typedef struct {
  char *home; /* everything of one test */
  char *files;
  QhStore *store;
  QhContent *item;
} Place;

static Place
place_new (void)
{
  Place place = { fixture_folder () };
  g_autofree char *path = g_build_filename (place.home, "quarterhour.db", NULL);

  place.store = fixture_open (path, QH_STORE_CREATE);
  place.files = qh_attachment_folder (place.store);
  place.item = fixture_content (place.store, "Benchmark clinic", 3, 1);
  return place;
}

static void
place_clear (Place *place)
{
  g_clear_object (&place->item);
  g_assert_finalize_object (place->store);
  fixture_remove (place->home);
  g_free (place->files);
  g_free (place->home);
}

static char *
put (Place *place, const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (place->home, name, NULL);

  fixture_ok (g_file_set_contents (path, text, length, &error));
  return path;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  return n;
}

static char *
attach (Place *place, const char *path)
{
  char *digest = qh_attachment_copy (place->files, path, NULL, NULL, NULL, NULL);

  g_assert_nonnull (digest);
  fixture_ok (qh_attachment_set (place->store, place->item, digest, path, &error));
  return digest;
}

static void
test_copy (void)
{
  Place place = place_new ();
  g_autofree char *path = put (&place, "Survey 2026.pdf", "abc", 3);
  g_autofree char *again = put (&place, "other name", "abc", 3);
  g_autofree char *digest = attach (&place, path);
  g_autofree char *second = qh_attachment_copy (place.files, again, NULL, NULL, NULL, NULL);
  g_autofree char *kept = g_build_filename (place.files, digest, NULL);
  g_autofree char *text = NULL;
  GStatBuf info;

  g_assert_cmpstr (digest, ==, ABC);
  g_assert_cmpstr (second, ==, ABC);
  g_assert_cmpuint (count_files (place.files), ==, 1);
  g_assert_cmpstr (place.item->file, ==, ABC);
  g_assert_cmpstr (place.item->file_name, ==, "Survey 2026.pdf");
  g_assert_cmpint (g_stat (kept, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  fixture_ok (g_file_get_contents (kept, &text, NULL, &error));
  g_assert_cmpstr (text, ==, "abc");
  place_clear (&place);
}

static void
test_undo (void)
{
  Place place = place_new ();
  g_autofree char *path = put (&place, "a", "abc", 3);
  g_autofree char *digest = attach (&place, path);

  fixture_ok (qh_store_undo (place.store, NULL, &error));
  g_assert_null (place.item->file);
  g_assert_null (place.item->file_name);
  fixture_ok (qh_store_redo (place.store, NULL, &error));
  g_assert_cmpstr (place.item->file, ==, digest);
  g_assert_cmpint (qh_attachment_check (place.files, digest, NULL), ==, QH_ATTACHMENT_SOUND);
  place_clear (&place);
}

/* Reading the store's own file beside SQLite would also let go of its locks. */
static void
test_own_file (void)
{
  Place place = place_new ();
  g_autofree char *other = put (&place, "other.db", "abc", 3);
  g_autofree char *again = g_build_filename (place.home, "again", NULL);
  const char *path = qh_store_get_path (place.store);
  const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *own = g_strconcat (path, endings[i], NULL);
    fixture_fails (qh_attachment_may_copy (place.store, own, &error), QH_ERROR_INVALID);
  }
  g_assert_cmpint (link (path, again), ==, 0);
  fixture_fails (qh_attachment_may_copy (place.store, again, &error), QH_ERROR_INVALID);
  fixture_ok (qh_attachment_may_copy (place.store, other, &error));
  place_clear (&place);
}

static void
test_not_plain (void)
{
  Place place = place_new ();
  g_autofree char *path = put (&place, "secret", "abc", 3);
  g_autofree char *link = g_build_filename (place.home, "link", NULL);
  g_autofree char *pipe = g_build_filename (place.home, "pipe", NULL);
  g_autofree char *gone = g_build_filename (place.home, "gone", NULL);

  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  fixture_fails (qh_attachment_copy (place.files, link, NULL, NULL, NULL, &error),
                 QH_ERROR_INVALID);
  fixture_fails (qh_attachment_copy (place.files, pipe, NULL, NULL, NULL, &error),
                 QH_ERROR_INVALID);
  fixture_fails (qh_attachment_copy (place.files, place.home, NULL, NULL, NULL, &error),
                 QH_ERROR_INVALID);
  fixture_fails (qh_attachment_copy (place.files, "/dev/zero", NULL, NULL, NULL, &error),
                 QH_ERROR_INVALID);
  fixture_fails (qh_attachment_copy (place.files, gone, NULL, NULL, NULL, &error),
                 QH_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (place.files), ==, 0);
  place_clear (&place);
}

/* The folder of the files is one, not a way to elsewhere. */
static void
test_folder_is_a_link (void)
{
  Place place = place_new ();
  g_autofree char *path = put (&place, "a", "abc", 3);
  g_autofree char *elsewhere = g_build_filename (place.home, "elsewhere", NULL);

  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  g_assert_cmpint (symlink (elsewhere, place.files), ==, 0);
  fixture_fails (qh_attachment_copy (place.files, path, NULL, NULL, NULL, &error),
                 QH_ERROR_REFUSED);
  g_assert_cmpuint (count_files (elsewhere), ==, 0);
  place_clear (&place);
}

static void
test_too_large (void)
{
  Place place = place_new ();
  g_autofree char *path = put (&place, "large", "", 0);

  g_assert_cmpint (truncate (path, QH_ATTACHMENT_MOST_BYTES + 1), ==, 0);
  fixture_fails (qh_attachment_copy (place.files, path, NULL, NULL, NULL, &error),
                 QH_ERROR_INVALID);
  g_assert_cmpuint (count_files (place.files), ==, 0);
  place_clear (&place);
}

static void
cancel_half_way (gint64 done, gint64 whole, gpointer data)
{
  if (2 * done >= whole)
    g_cancellable_cancel (data);
}

static void
test_cancelled (void)
{
  Place place = place_new ();
  gsize size = 8 << 20;
  g_autofree char *bytes = g_malloc0 (size);
  g_autofree char *path = put (&place, "large", bytes, (gssize)size);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  fixture_fails (
      qh_attachment_copy (place.files, path, cancel_half_way, cancellable, cancellable, &error),
      QH_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (place.files), ==, 0);
  place_clear (&place);
}

/* A disk with no more room than a limit on the size of a file leaves. */
static void
test_full (void)
{
  Place place = place_new ();
  gsize size = 3 << 20;
  g_autofree char *bytes = g_malloc0 (size);
  g_autofree char *path = put (&place, "large", bytes, (gssize)size);
  struct rlimit before, less;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  less = before;
  less.rlim_cur = 1 << 20;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &less), ==, 0);
  fixture_fails (qh_attachment_copy (place.files, path, NULL, NULL, NULL, &error), QH_ERROR_FULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
  g_assert_cmpuint (count_files (place.files), ==, 0);
  g_assert_null (place.item->file);
  place_clear (&place);
}

static void
expect_problems (Place *place, guint n)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  qh_attachment_verify (place->store, problems);
  g_assert_cmpuint (problems->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (strstr (problems->pdata[i], "Benchmark clinic"));
}

static void
test_loss_and_change (void)
{
  Place place = place_new ();
  g_autofree char *path = put (&place, "a", "abc", 3);
  g_autofree char *digest = attach (&place, path);
  g_autofree char *kept = g_build_filename (place.files, digest, NULL);
  g_autofree char *again = NULL;

  expect_problems (&place, 0);
  fixture_ok (g_file_set_contents (kept, "abd", 3, &error));
  g_assert_cmpint (qh_attachment_check (place.files, digest, NULL), ==, QH_ATTACHMENT_CHANGED);
  expect_problems (&place, 1);
  g_assert_cmpint (g_unlink (kept), ==, 0);
  g_assert_cmpint (qh_attachment_check (place.files, digest, NULL), ==, QH_ATTACHMENT_MISSING);
  expect_problems (&place, 1);
  g_assert_cmpint (symlink (path, kept), ==, 0);
  g_assert_cmpint (qh_attachment_check (place.files, digest, NULL), ==, QH_ATTACHMENT_MISSING);
  again = attach (&place, path);
  g_assert_cmpint (qh_attachment_check (place.files, again, NULL), ==, QH_ATTACHMENT_SOUND);
  expect_problems (&place, 0);
  place_clear (&place);
}

/* What is not a digest is no name of a file, wherever it came from. */
static void
test_names_from_outside (void)
{
  static const char *const names[] = { "../quarterhour.db",
                                       "",
                                       "/etc/passwd",
                                       "abc",
                                       ABC "0",
                                       "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9C" };
  static const struct {
    const char *given, *kept;
  } shown[] = { { "/home/x/Survey.pdf", "Survey.pdf" },
                { "..", "file" },
                { ".bashrc", "file" },
                { "/", "file" },
                { "a\nb.pdf", "a b.pdf" } };
  Place place = place_new ();
  g_autofree char *path = put (&place, "a", "abc", 3);
  g_autofree char *digest = attach (&place, path);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (qh_attachment_check (place.files, names[i], NULL), ==, QH_ATTACHMENT_MISSING);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++) {
    fixture_ok (qh_attachment_set (place.store, place.item, digest, shown[i].given, &error));
    g_assert_cmpstr (place.item->file_name, ==, shown[i].kept);
  }
  place_clear (&place);
}

static void
test_take_out (void)
{
  Place place = place_new ();
  g_autofree char *path = put (&place, "a", "abc", 3);
  g_autofree char *digest = attach (&place, path);
  g_autofree char *cache = g_build_filename (place.home, "cache", NULL);
  g_autofree char *out = NULL;
  g_autofree char *again = NULL;
  g_autofree char *name = NULL;
  GStatBuf info;

  out = qh_attachment_take_out (place.files, digest, "../../Survey.pdf", cache, NULL, NULL);
  again = qh_attachment_take_out (place.files, digest, "../../Survey.pdf", cache, NULL, NULL);
  g_assert_cmpstr (out, ==, again);
  g_assert_true (g_str_has_prefix (out, cache));
  name = g_path_get_basename (out);
  g_assert_cmpstr (name, ==, "Survey.pdf");
  g_assert_cmpint (g_stat (out, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0400);
  fixture_fails (qh_attachment_take_out (place.files, "none", "x", cache, NULL, &error),
                 QH_ERROR_NOT_FOUND);
  place_clear (&place);
}

static void
age (const char *path, int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (FIXTURE_NOW, NULL);
  time_t then = (time_t)(g_date_time_to_unix (now) - (gint64)days * 24 * 3600);
  struct utimbuf times = { then, then };

  g_assert_cmpint (utime (path, &times), ==, 0);
}

static void
test_collect (void)
{
  Place place = place_new ();
  g_autofree char *path = put (&place, "a", "abc", 3);
  g_autofree char *other = put (&place, "b", "loose", 5);
  g_autofree char *digest = attach (&place, path);
  g_autofree char *loose = qh_attachment_copy (place.files, other, NULL, NULL, NULL, NULL);
  g_autofree char *kept = g_build_filename (place.files, digest, NULL);
  g_autofree char *unnamed = g_build_filename (place.files, loose, NULL);
  g_autofree char *part = g_build_filename (place.files, ".part-1", NULL);
  g_autofree char *foreign = g_build_filename (place.files, "notes.txt", NULL);

  fixture_ok (g_file_set_contents (part, "half", 4, &error));
  fixture_ok (g_file_set_contents (foreign, "mine", 4, &error));
  age (kept, 100);
  age (unnamed, QH_ATTACHMENT_KEPT_DAYS);
  age (part, 0);
  age (foreign, 1000);
  g_assert_cmpuint (qh_attachment_collect (place.store), ==, 0);
  age (unnamed, QH_ATTACHMENT_KEPT_DAYS + 1);
  age (part, 2);
  g_assert_cmpuint (qh_attachment_collect (place.store), ==, 2);
  /* Taken away, but undo still knows it. */
  fixture_ok (qh_attachment_set (place.store, place.item, NULL, NULL, &error));
  g_assert_cmpuint (qh_attachment_collect (place.store), ==, 0);
  fixture_ok (qh_store_undo (place.store, NULL, &error));
  g_assert_cmpint (qh_attachment_check (place.files, place.item->file, NULL), ==,
                   QH_ATTACHMENT_SOUND);
  fixture_ok (qh_attachment_set (place.store, place.item, NULL, NULL, &error));
  sqlite3_exec (qh_store_get_db (place.store), "DELETE FROM change", NULL, NULL, NULL);
  g_assert_cmpuint (qh_attachment_collect (place.store), ==, 1);
  g_assert_cmpuint (count_files (place.files), ==, 1);
  place_clear (&place);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attachment/copy", test_copy);
  g_test_add_func ("/attachment/undo", test_undo);
  g_test_add_func ("/attachment/not-plain", test_not_plain);
  g_test_add_func ("/attachment/own-file", test_own_file);
  g_test_add_func ("/attachment/folder-is-a-link", test_folder_is_a_link);
  g_test_add_func ("/attachment/too-large", test_too_large);
  g_test_add_func ("/attachment/cancelled", test_cancelled);
  g_test_add_func ("/attachment/full", test_full);
  g_test_add_func ("/attachment/loss-and-change", test_loss_and_change);
  g_test_add_func ("/attachment/names-from-outside", test_names_from_outside);
  g_test_add_func ("/attachment/take-out", test_take_out);
  g_test_add_func ("/attachment/collect", test_collect);
  return g_test_run ();
}
