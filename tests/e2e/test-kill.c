/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A process edits a store and says each edit that is committed; it is killed at a random moment.
 * The store must then open, be sound, and hold every edit that was said: it must equal a second
 * store on which the same edits were made in peace. The one edit in flight may be there or not.
 *
 *   test-kill [--rounds=N]                     kills N times (20)
 *   test-kill --edit STORE SEED FIRST-NUMBER   the process that is killed */
#include "random-edit.h"
#include "scratch.h"
#include "store/qh-backup.h"
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *program;
static guint rounds = 20;

static QhStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  QhClock clock = qh_clock_system ();
  QhStore *store = qh_store_open (path, QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  return store;
}

/* --- The process that is killed */

static int
edit_for_ever (const char *path, guint32 seed, guint32 first)
{
  g_autoptr (QhStore) store = open_store (path);

  for (guint32 number = first;; number++) {
    g_autoptr (GError) error = NULL;

    if (!random_edit (store, seed, number, &error))
      g_error ("Edit %u: %s", number, error->message);
    if (write (STDOUT_FILENO, &number, sizeof number) != sizeof number)
      return 1;
  }
}

/* --- The one that kills */

typedef struct {
  char *folder;
  char *path;
  guint32 seed;
  QhStore *peaceful; /* where the same edits are made without harm */
  guint32 done; /* the edits that both stores hold */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("qh-kill-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "quarterhour.db", NULL);
  fixture->seed = g_test_rand_int ();
  fixture->peaceful = open_store (":memory:");
  fixture->done = 0;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->peaceful);
  scratch_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GPid
start_editing (Fixture *fixture, int *pipe)
{
  g_autofree char *seed = g_strdup_printf ("%u", fixture->seed);
  g_autofree char *first = g_strdup_printf ("%u", fixture->done + 1);
  const char *command[] = { program, "--edit", fixture->path, seed, first, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **)command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &pid, NULL, pipe, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* Waits for a random number of edits and then for a random part of one, kills, and returns the last
 * edit that was said. */
static guint32
kill_at_random (Fixture *fixture, GPid pid, int pipe)
{
  guint32 said = fixture->done, number;
  int patience = g_test_rand_int_range (0, 40);
  int status;

  while (patience-- > 0 && read (pipe, &number, sizeof number) == sizeof number)
    said = number;
  g_usleep (g_test_rand_int_range (0, 5000));
  kill (pid, SIGKILL);
  while (read (pipe, &number, sizeof number) == sizeof number)
    said = number;
  close (pipe);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  return said;
}

static void
edit_in_peace (Fixture *fixture, guint32 last)
{
  while (fixture->done < last) {
    g_autoptr (GError) error = NULL;

    random_edit (fixture->peaceful, fixture->seed, ++fixture->done, &error);
    g_assert_no_error (error);
  }
}

static void
assert_sound (QhStore *store)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  gboolean sound = qh_store_verify (store, &problems, &error);

  g_assert_no_error (error);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    g_test_message ("%s", (char *)problems->pdata[i]);
  g_assert_true (sound);
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < rounds; round++) {
    int pipe;
    GPid pid = start_editing (fixture, &pipe);
    guint32 said = kill_at_random (fixture, pid, pipe);
    g_autoptr (QhStore) store = open_store (fixture->path);
    g_autofree char *found = random_edit_snapshot (store);
    g_autofree char *expected = NULL;

    assert_sound (store);
    edit_in_peace (fixture, said);
    expected = random_edit_snapshot (fixture->peaceful);
    if (g_strcmp0 (found, expected) != 0) {
      edit_in_peace (fixture, said + 1);
      g_free (expected);
      expected = random_edit_snapshot (fixture->peaceful);
    }
    g_assert_cmpstr (found, ==, expected);
  }
  g_test_message ("%u kills, %u edits", rounds, fixture->done);
  g_assert_cmpuint (fixture->done, >, rounds);
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 5 && g_str_equal (argv[1], "--edit"))
    return edit_for_ever (argv[2], g_ascii_strtoull (argv[3], NULL, 10),
                          g_ascii_strtoull (argv[4], NULL, 10));
  for (int i = 1; i < argc; i++)
    if (g_str_has_prefix (argv[i], "--rounds="))
      rounds = g_ascii_strtoull (argv[i] + strlen ("--rounds="), NULL, 10);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kill/while-editing", Fixture, NULL, set_up, test_kill, tear_down);
  return g_test_run ();
}
