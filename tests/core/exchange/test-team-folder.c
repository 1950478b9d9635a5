/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The team folder: what is put in, what is found there, and what becomes of it when the folder is
 * gone, full or not to be written. */
#include "base/qh-error.h"
#include "exchange/qh-plan-diff.h"
#include "exchange/qh-review-file.h"
#include "exchange/qh-team-folder.h"
#include "scratch.h"
#include "store/qh-settings.h"
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#define NOW G_GINT64_CONSTANT (1795161600000000)
/* More than are read at once. */
#define MANY 40

typedef struct {
  char *folder;
  QhStore *rep, *manager;
  QhRecord *client;
  GAsyncResult *result;
} Fixture;

static QhStore *
open_store (const char *name)
{
  QhClock clock = qh_clock_fixed (NOW, NULL);
  QhStore *store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, NULL);

  g_assert_true (qh_settings_set_user_name (store, name, NULL));
  return store;
}

static void
save (QhStore *store, QhRecord *record)
{
  g_autoptr (GError) error = NULL;

  qh_store_save (store, record, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("qh-team-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->rep = open_store ("Lena Moor");
  fixture->manager = open_store ("M. Keller");
  g_assert_true (qh_team_folder_set (fixture->rep, fixture->folder, NULL));
  fixture->client = qh_record_new (&qh_client_entity);
  qh_record_set_string (fixture->client, "name", "Halden Tools");
  save (fixture->rep, fixture->client);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  scratch_remove (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->client);
  g_clear_object (&fixture->result);
  g_assert_finalize_object (fixture->rep);
  g_clear_object (&fixture->manager);
}

static QhMeeting *
add_meeting (Fixture *fixture)
{
  QhRecord *meeting = qh_record_new (&qh_meeting_entity);

  qh_record_set_string (meeting, "client", fixture->client->id);
  qh_record_set_string (meeting, "output", "He knows");
  save (fixture->rep, meeting);
  return QH_MEETING (meeting);
}

static void
submit (Fixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (QhMeeting) meeting = add_meeting (fixture);
    g_autoptr (GError) error = NULL;

    qh_plan_submit (fixture->rep, QH_RECORD (meeting)->id, QH_EDITION_MANAGER, NULL, &error);
    g_assert_no_error (error);
  }
}

static void
on_scanned (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Fixture *)data)->result = g_object_ref (result);
}

static void
scan_beside (Fixture *fixture, GCancellable *cancellable)
{
  g_clear_object (&fixture->result);
  qh_team_folder_scan_async (fixture->manager, fixture->folder, FALSE, cancellable, on_scanned,
                             fixture);
}

static QhFolderScan *
wait_for_scan (Fixture *fixture, GError **error)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return qh_team_folder_scan_finish (fixture->result, error);
}

static QhFolderScan *
scan (Fixture *fixture, gboolean again)
{
  g_autoptr (GError) error = NULL;
  QhFolderScan *scan = qh_team_folder_scan (fixture->manager, fixture->folder, again, &error);

  g_assert_no_error (error);
  return scan;
}

static gint64
count_plans (Fixture *fixture)
{
  return qh_store_count (fixture->manager, "SELECT count(*) FROM received_plan", NULL);
}

/* --- With a thread */

static void
test_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhFolderScan) first = NULL;
  g_autoptr (QhFolderScan) second = NULL;
  g_autoptr (GError) error = NULL;

  submit (fixture, MANY);
  scan_beside (fixture, NULL);
  g_assert_cmpint (count_plans (fixture), ==, 0);
  first = wait_for_scan (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->n_plans, ==, MANY);
  g_assert_cmpuint (first->n_reviews, ==, 0);
  g_assert_cmpuint (first->n_read, ==, MANY);
  g_assert_cmpuint (first->folders->len, ==, 1);
  g_assert_cmpuint (first->left->len, ==, 0);
  g_assert_cmpint (count_plans (fixture), ==, MANY);
  scan_beside (fixture, NULL);
  second = wait_for_scan (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->n_read, ==, 0);
}

/* What was kept until then stays, and the rest comes the next time. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (QhFolderScan) none = NULL;
  g_autoptr (QhFolderScan) all = NULL;
  g_autoptr (GError) error = NULL;

  submit (fixture, MANY);
  scan_beside (fixture, cancellable);
  g_cancellable_cancel (cancellable);
  none = wait_for_scan (fixture, &error);
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_plans (fixture), <, MANY);
  all = scan (fixture, FALSE);
  g_assert_cmpint (count_plans (fixture), ==, MANY);
}

/* A store that is closed meanwhile is closed. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhFolderScan) none = NULL;
  g_autoptr (GError) error = NULL;

  submit (fixture, MANY);
  scan_beside (fixture, NULL);
  g_assert_finalize_object (g_steal_pointer (&fixture->manager));
  none = wait_for_scan (fixture, &error);
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- What is of no use */

static char *
write_other (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "other", NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_mkdir (folder, 0777);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static gint64
count_noted (Fixture *fixture)
{
  return qh_store_count (fixture->manager, "SELECT count(*) FROM folder_file WHERE state = 'left'",
                         NULL);
}

static void
on_store_changed (gpointer store, guint64 entities, guint *changes)
{
  ++*changes;
}

/* A file of no use is noted once, however often it is tried. */
static void
test_tried_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_other (fixture, "half.qhplan", "{\"format\":");
  guint changes = 0;

  g_signal_connect (fixture->manager, "changed", G_CALLBACK (on_store_changed), &changes);
  for (int i = 0; i < 3; i++) {
    g_autoptr (QhFolderScan) found = scan (fixture, TRUE);
    g_assert_cmpuint (found->n_read, ==, 1);
    g_assert_cmpuint (found->left->len, ==, 1);
    g_assert_cmpint (count_noted (fixture), ==, 1);
    g_assert_cmpuint (changes, <=, 1);
  }
}

static void
test_beside_subfolders (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "loose.qhplan", NULL);
  g_autoptr (QhFolderScan) found = NULL;

  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  found = scan (fixture, FALSE);
  g_assert_cmpuint (found->n_read, ==, 0);
  g_assert_cmpuint (found->left->len, ==, 1);
  g_assert_cmpstr (((QhFolderFile *)found->left->pdata[0])->path, ==, "loose.qhplan");
}

/* Nothing that a link points at is read, wherever on the way it stands. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *far = g_dir_make_tmp ("qh-far-XXXXXX", NULL);
  g_autofree char *plan = g_build_filename (far, "far.qhplan", NULL);
  g_autofree char *file = write_other (fixture, "notes.txt", "-");
  g_autofree char *folder_link = g_build_filename (fixture->folder, "far", NULL);
  g_autofree char *file_link = g_build_filename (fixture->folder, "other", "x.qhplan", NULL);
  g_autoptr (QhFolderScan) found = NULL;

  g_assert_true (g_file_set_contents (plan, "{}", -1, NULL));
  g_assert_cmpint (symlink (far, folder_link), ==, 0);
  g_assert_cmpint (symlink (plan, file_link), ==, 0);
  found = scan (fixture, TRUE);
  g_assert_cmpuint (found->n_read, ==, 0);
  g_assert_cmpuint (found->left->len, ==, 3);
  g_assert_cmpuint (found->folders->len, ==, 1);
  scratch_remove (far);
}

/* One's own subfolder made a link by somebody else is not written through. */
static void
test_own_is_a_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *far = g_dir_make_tmp ("qh-far-XXXXXX", NULL);
  g_autofree char *own = qh_team_folder_own (fixture->rep, fixture->folder);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_cmpint (symlink (far, own), ==, 0);
  path = qh_team_folder_put (fixture->rep, fixture->folder, "a.qhplan", bytes, &error);
  g_assert_null (path);
  g_assert_error (error, QH_ERROR, QH_ERROR_NOT_FOUND);
  dir = g_dir_open (far, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  scratch_remove (far);
}

/* What is kept is text. */
static void
test_no_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  g_assert_false (qh_team_folder_set (fixture->rep, "/tmp/\xff", &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  folder = qh_team_folder_get (fixture->rep);
  g_assert_cmpstr (folder, ==, fixture->folder);
}

/* --- A folder that fails */

/* The plan is where it was, as a draft, and can be submitted when the folder is well again. */
static void
assert_not_submitted (Fixture *fixture, QhMeeting *meeting, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      qh_plan_submit (fixture->rep, QH_RECORD (meeting)->id, QH_EDITION_MANAGER, NULL, &error));
  g_assert_error (error, QH_ERROR, code);
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_assert_cmpint (meeting->status, ==, QH_MEETING_STATUS_DRAFT);
}

static void
assert_submitted (Fixture *fixture, QhMeeting *meeting)
{
  g_autoptr (QhFolderScan) found = NULL;
  g_autoptr (GError) error = NULL;

  qh_plan_submit (fixture->rep, QH_RECORD (meeting)->id, QH_EDITION_MANAGER, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (meeting->status, ==, QH_MEETING_STATUS_SUBMITTED);
  found = scan (fixture, FALSE);
  g_assert_cmpuint (found->n_plans, ==, 1);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = add_meeting (fixture);
  g_autoptr (QhFolderScan) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  assert_not_submitted (fixture, meeting, QH_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  scan_beside (fixture, NULL);
  none = wait_for_scan (fixture, &error);
  g_assert_null (none);
  g_assert_error (error, QH_ERROR, QH_ERROR_NOT_FOUND);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  assert_submitted (fixture, meeting);
}

/* A file stands where the folder was. */
static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = add_meeting (fixture);

  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_true (g_file_set_contents (fixture->folder, "x", -1, NULL));
  assert_not_submitted (fixture, meeting, QH_ERROR_NOT_FOUND);
  g_assert_cmpint (g_remove (fixture->folder), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  assert_submitted (fixture, meeting);
}

/* A view of the file systems of one's own, so that what is mounted goes with this program. */
static gboolean may_mount;

/* Only who may mount can have a file system that is small, or not to be written, for himself. */
static gboolean
mount_small (Fixture *fixture)
{
  if (may_mount && mount ("none", fixture->folder, "tmpfs", 0, "size=64k") == 0)
    return TRUE;
  g_test_skip ("no file system of one's own can be mounted here");
  return FALSE;
}

static void
set_read_only (Fixture *fixture, gboolean read_only)
{
  g_assert_cmpint (mount ("none", fixture->folder, "tmpfs",
                          MS_REMOUNT | (read_only ? MS_RDONLY : 0), "size=64k"),
                   ==, 0);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = add_meeting (fixture);
  g_autofree char *filler = g_build_filename (fixture->folder, "filler", NULL);
  g_autofree char *block = g_strnfill (4096, 'x');
  g_autofree char *own = qh_team_folder_own (fixture->rep, fixture->folder);
  g_autoptr (GDir) dir = NULL;
  FILE *file;

  if (!mount_small (fixture))
    return;
  file = fopen (filler, "w");
  while (fwrite (block, 4096, 1, file) == 1 && fflush (file) == 0)
    ;
  fclose (file);
  assert_not_submitted (fixture, meeting, QH_ERROR_FULL);
  dir = g_dir_open (own, 0, NULL);
  g_assert_true (dir == NULL || g_dir_read_name (dir) == NULL);
  g_clear_pointer (&dir, g_dir_close);
  g_assert_cmpint (g_remove (filler), ==, 0);
  assert_submitted (fixture, meeting);
  g_assert_cmpint (umount (fixture->folder), ==, 0);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = add_meeting (fixture);

  if (!mount_small (fixture))
    return;
  set_read_only (fixture, TRUE);
  assert_not_submitted (fixture, meeting, QH_ERROR_READ_ONLY);
  set_read_only (fixture, FALSE);
  assert_submitted (fixture, meeting);
  set_read_only (fixture, TRUE);
  scan_beside (fixture, NULL); /* to be read it may well be */
  qh_folder_scan_free (wait_for_scan (fixture, NULL));
  g_clear_object (&fixture->result);
  g_assert_cmpint (umount (fixture->folder), ==, 0);
}

/* --- A review on its way back */

static void
decide (QhReviewFile *draft, int decision)
{
  qh_record_set_int (QH_RECORD (draft->review), "decision", decision);
}

static QhReceivedPlan *
receive (Fixture *fixture)
{
  g_autoptr (QhFolderScan) found = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (QhReviewFile) draft = NULL;

  submit (fixture, 1);
  found = scan (fixture, FALSE);
  plans = qh_store_select (fixture->manager, &qh_received_plan_entity, "", NULL, NULL);
  draft = qh_review_draft_read (plans->pdata[0]);
  decide (draft, QH_REVIEW_DECISION_APPROVED);
  g_assert_true (qh_review_draft_save (fixture->manager, plans->pdata[0], draft, NULL));
  return g_object_ref (plans->pdata[0]);
}

/* Where it cannot be put there, the plan waits on with all that was said of it. */
static void
test_review_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhReceivedPlan) plan = receive (fixture);
  g_autofree char *away = g_strconcat (fixture->folder, "-away", NULL);
  g_autoptr (QhFolderScan) back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_team_folder_set (fixture->manager, fixture->folder, NULL));
  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  g_assert_false (qh_team_folder_give_review (fixture->manager, plan, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (plan->state, ==, QH_RECEIVED_STATE_WAITING);
  g_assert_nonnull (strstr (plan->review, "approved"));
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
  g_assert_true (qh_team_folder_give_review (fixture->manager, plan, &error));
  g_assert_no_error (error);
  g_assert_cmpint (plan->state, ==, QH_RECEIVED_STATE_REVIEWED);
  back = qh_team_folder_scan (fixture->rep, fixture->folder, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->n_reviews, ==, 1);
  g_assert_cmpint (
      qh_store_count (fixture->rep, "SELECT count(*) FROM meeting WHERE status = 'approved'", NULL),
      ==, 1);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "beside", test_beside },
    { "cancelled", test_cancelled },
    { "closed", test_closed },
    { "tried-again", test_tried_again },
    { "beside-subfolders", test_beside_subfolders },
    { "links", test_links },
    { "own-is-a-link", test_own_is_a_link },
    { "no-text", test_no_text },
    { "gone", test_gone },
    { "no-folder", test_no_folder },
    { "full", test_full },
    { "read-only", test_read_only },
    { "review-back", test_review_back },
  };

  may_mount =
      unshare (CLONE_NEWNS) == 0 && mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/team-folder/", tests[i].name, NULL);
    g_test_add (path, Fixture, NULL, set_up, tests[i].run, tear_down);
  }
  return g_test_run ();
}
