/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two programs with one store: the app and the tool. */
#include "fixture.h"
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
  QhStore *app;
  QhStore *tool;
  QhClient *client; /* of the app */
} Pair;

static void
set_up (Pair *pair, gconstpointer data)
{
  pair->folder = fixture_folder ();
  pair->path = g_build_filename (pair->folder, "quarterhour.db", NULL);
  pair->app = fixture_open (pair->path, QH_STORE_CREATE);
  pair->tool = fixture_open (pair->path, 0);
  pair->client = fixture_client (pair->app, "Ferris");
}

static void
tear_down (Pair *pair, gconstpointer data)
{
  fixture_verify (qh_store_get_db (pair->app));
  g_clear_object (&pair->client);
  g_assert_finalize_object (pair->app);
  g_assert_finalize_object (pair->tool);
  fixture_remove (pair->folder);
  g_free (pair->folder);
  g_free (pair->path);
}

static QhClient *
in_tool (Pair *pair)
{
  GError *error = NULL;
  QhRecord *client =
      qh_store_get (pair->tool, &qh_client_entity, ((QhRecord *)pair->client)->id, &error);

  g_assert_no_error (error);
  return (QhClient *)client;
}

static void
save (QhStore *store, QhClient *client, const char *field, const char *value)
{
  qh_record_set_string ((QhRecord *)client, field, value);
  fixture_ok (qh_store_save (store, (QhRecord *)client, &error));
}

static void
on_changed (QhStore *store, guint64 entities, guint64 *seen)
{
  g_assert_cmphex (*seen, ==, 0);
  *seen = entities;
}

static void
test_poll (Pair *pair, gconstpointer data)
{
  g_autoptr (QhClient) theirs = in_tool (pair);
  g_autofree char *label = NULL;
  guint64 seen = 0;

  g_assert_true (qh_store_poll (pair->tool));
  g_assert_false (qh_store_poll (pair->tool));
  g_signal_connect (pair->app, "changed", G_CALLBACK (on_changed), &seen);
  g_assert_false (qh_store_poll (pair->app));
  save (pair->tool, theirs, "industry", "Dental");
  g_assert_null (pair->client->industry);
  g_assert_true (qh_store_poll (pair->app));
  g_assert_cmpstr (pair->client->industry, ==, "Dental");
  g_assert_cmphex (seen, ==, G_MAXUINT64);
  g_object_get (pair->app, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Change Client");
  /* Its own changes are no news. */
  seen = 0;
  save (pair->app, pair->client, "industry", "Teeth");
  seen = 0;
  g_assert_false (qh_store_poll (pair->app));
}

static void
test_poll_deleted (Pair *pair, gconstpointer data)
{
  g_autoptr (QhClient) theirs = in_tool (pair);

  fixture_ok (qh_store_delete (pair->tool, (QhRecord *)theirs, &error));
  g_assert_true (qh_store_poll (pair->app));
  fixture_fails (qh_store_get (pair->app, &qh_client_entity, ((QhRecord *)theirs)->id, &error),
                 QH_ERROR_NOT_FOUND);
}

/* Both change the same record before they hear of each other: what differs is kept from both. */
static void
test_merge (Pair *pair, gconstpointer data)
{
  g_autoptr (QhClient) theirs = in_tool (pair);
  g_autofree char *stored = NULL;

  save (pair->tool, theirs, "phone", "123");
  save (pair->app, pair->client, "industry", "Dental");
  g_assert_cmpstr (pair->client->phone, ==, "123");
  g_assert_true (qh_store_poll (pair->tool));
  g_assert_cmpstr (theirs->industry, ==, "Dental");
  g_assert_cmpstr (theirs->phone, ==, "123");
  /* In the same field the later one stands. */
  save (pair->tool, theirs, "name", "Tool");
  save (pair->app, pair->client, "name", "App");
  stored = fixture_ask (qh_store_get_db (pair->tool), "SELECT name || ' ' || phone FROM client");
  g_assert_cmpstr (stored, ==, "App 123");
  /* And both steps can be undone, by either. */
  fixture_ok (qh_store_undo (pair->tool, NULL, &error));
  g_assert_cmpstr (theirs->name, ==, "Tool");
  fixture_ok (qh_store_undo (pair->app, NULL, &error));
  g_assert_cmpstr (pair->client->name, ==, "Ferris");
  g_assert_cmpstr (pair->client->phone, ==, "123");
}

static void
test_deleted_meanwhile (Pair *pair, gconstpointer data)
{
  g_autoptr (QhClient) theirs = in_tool (pair);

  fixture_ok (qh_store_delete (pair->tool, (QhRecord *)theirs, &error));
  qh_record_set_string ((QhRecord *)pair->client, "name", "Late");
  fixture_fails (qh_store_save (pair->app, (QhRecord *)pair->client, &error), QH_ERROR_NOT_FOUND);
  g_assert_cmpstr (pair->client->name, ==, "Late");
  fixture_fails (qh_store_delete (pair->app, (QhRecord *)pair->client, &error), QH_ERROR_NOT_FOUND);
}

/* Typing on does not swallow what another program did in between. */
static void
test_typing (Pair *pair, gconstpointer data)
{
  g_autoptr (QhClient) theirs = in_tool (pair);

  for (guint i = 0; i < 2; i++) {
    fixture_ok (qh_store_continue (pair->app, "Type", "name", &error));
    save (pair->app, pair->client, "name", i == 0 ? "F" : "Fe");
    fixture_ok (qh_store_commit (pair->app, &error));
    if (i == 0)
      save (pair->tool, theirs, "phone", "123");
  }
  fixture_ok (qh_store_undo (pair->app, NULL, &error));
  g_assert_cmpstr (pair->client->name, ==, "F");
  fixture_ok (qh_store_undo (pair->app, NULL, &error));
  g_assert_null (pair->client->phone);
  g_assert_cmpstr (pair->client->name, ==, "F");
}

/* The one that comes second waits, then says so, and can try again. */
static void
test_busy (Pair *pair, gconstpointer data)
{
  g_autoptr (QhClient) theirs = in_tool (pair);

  sqlite3_busy_timeout (qh_store_get_db (pair->tool), 10);
  fixture_ok (qh_store_begin (pair->app, "Long", &error));
  save (pair->app, pair->client, "name", "App");
  qh_record_set_string ((QhRecord *)theirs, "phone", "123");
  fixture_fails (qh_store_save (pair->tool, (QhRecord *)theirs, &error), QH_ERROR_STORE);
  fixture_fails (qh_store_undo (pair->tool, NULL, &error), QH_ERROR_STORE);
  g_assert_cmpstr (theirs->phone, ==, "123");
  fixture_ok (qh_store_commit (pair->app, &error));
  fixture_ok (qh_store_save (pair->tool, (QhRecord *)theirs, &error));
  g_assert_cmpstr (theirs->name, ==, "App");
}

/* The last copy: one has it, the other is told who. */
static void
test_last_copy (Pair *pair, gconstpointer data)
{
  g_autoptr (QhClient) hale = fixture_client (pair->app, "Hale");
  g_autoptr (QhContent) item = fixture_content (pair->app, "Benchmark", 1, 1);
  const char *clients[] = { ((QhRecord *)pair->client)->id, ((QhRecord *)hale)->id };
  QhStore *stores[] = { pair->app, pair->tool };

  for (guint i = 0; i < 2; i++) {
    g_autoptr (QhRecord) line = qh_record_new (&qh_movement_entity);
    qh_record_set_int (line, "kind", QH_MOVEMENT_KIND_RESERVE);
    qh_record_set_string (line, "content", ((QhRecord *)item)->id);
    qh_record_set_string (line, "client", clients[i]);
    if (i == 0)
      fixture_ok (qh_store_save (stores[i], line, &error));
    else
      fixture_fails (qh_store_save (stores[i], line, &error), QH_ERROR_REFUSED);
  }
}

#define N_WRITERS 3
#define N_WRITES 25

/* A process of its own that adds clients, each change with a meeting. */
static void
write_many (const char *path, int writer)
{
  QhStore *store = fixture_open (path, 0);

  for (int i = 0; i < N_WRITES; i++) {
    g_autofree char *name = g_strdup_printf ("%d %d", writer, i);
    fixture_ok (qh_store_begin (store, name, &error));
    g_autoptr (QhClient) client = fixture_client (store, name);
    g_autoptr (QhMeeting) meeting = fixture_meeting (store, client);
    fixture_ok (qh_store_commit (store, &error));
  }
  g_object_unref (store);
  _exit (0);
}

static void
test_many_writers (Pair *pair, gconstpointer data)
{
  pid_t writers[N_WRITERS];
  guint undone = 0;

  /* SQLite is not carried into a child. */
  g_clear_object (&pair->client);
  g_clear_object (&pair->tool);
  g_clear_object (&pair->app);
  for (int i = 0; i < N_WRITERS; i++) {
    writers[i] = fork ();
    g_assert_cmpint (writers[i], >=, 0);
    if (writers[i] == 0)
      write_many (pair->path, i);
  }
  for (int i = 0; i < N_WRITERS; i++) {
    int status;
    g_assert_cmpint (waitpid (writers[i], &status, 0), ==, writers[i]);
    g_assert_cmpint (status, ==, 0);
  }
  pair->app = fixture_open (pair->path, 0);
  pair->tool = fixture_open (pair->path, 0);
  g_assert_cmpint (qh_store_count (pair->app, "SELECT count (*) FROM meeting", NULL), ==,
                   N_WRITERS * N_WRITES);
  while (qh_store_undo (pair->app, NULL, NULL))
    undone++;
  g_assert_cmpuint (undone, ==, 1 + N_WRITERS * N_WRITES);
  g_assert_true (qh_store_is_empty (pair->app));
}

static void
add (const char *name, void (*test) (Pair *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/store/two/", name, NULL);

  g_test_add (path, Pair, NULL, set_up, test, tear_down);
}

/* --- Locks */

/* Where SQLite locks a file to say that somebody has it open. */
#define SHARED_FIRST (0x40000000 + 2)
#define SHARED_SIZE 510

/* As another process sees it; one's own locks are never in the way. */
static gboolean
is_locked (const char *path)
{
  struct flock lock = { .l_type = F_WRLCK, .l_start = SHARED_FIRST, .l_len = SHARED_SIZE };
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    int fd = open (path, O_RDWR);
    _exit (fd < 0 || fcntl (fd, F_GETLK, &lock) != 0 ? 2 : lock.l_type != F_UNLCK);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) < 2);
  return WEXITSTATUS (status) == 1;
}

/* Who has a store open holds its lock all the time: else another process that closes it takes
 * itself for the last, puts the journal away, and what is committed into that is lost. */
static void
test_locked (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "quarterhour.db", NULL);
  static const QhStoreFlags flags[] = { QH_STORE_CREATE, 0, QH_STORE_READ_ONLY };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    g_autoptr (QhStore) store = fixture_open (path, flags[i]);
    g_assert_cmpint (qh_store_count (store, "SELECT count (*) FROM client", NULL), ==, 0);
    g_assert_true (is_locked (path));
    g_clear_object (&store);
    g_assert_false (is_locked (path));
  }
  fixture_remove (folder);
}

/* What looks at every file of a folder, as a file chooser does. */
static void
look_at (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autofree char *name = g_strconcat (path, ends[i], NULL);
    int fd = open (name, O_RDONLY);
    g_assert_cmpint (fd, >=, 0);
    close (fd);
  }
}

/* Another process, which opens the store when it is told to, adds a client or not, counts them and
 * closes it. It begins before this one has the store open: SQLite is not carried into a child. */
typedef struct {
  pid_t child;
  int start;
} Other;

static void
be_other (const char *path, gboolean adds, int start)
{
  QhClock clock = fixture_clock ();
  g_autoptr (QhStore) store = NULL;
  g_autoptr (QhRecord) client = qh_record_new (&qh_client_entity);
  char byte;
  int n;

  if (read (start, &byte, 1) != 1)
    _exit (99);
  store = qh_store_open (path, 0, &clock, NULL);
  qh_record_set_string (client, "name", "Theirs");
  if (store == NULL || (adds && !qh_store_save (store, client, NULL)))
    _exit (99);
  n = (int)qh_store_count (store, "SELECT count (*) FROM client", NULL);
  g_clear_object (&store);
  _exit (n);
}

static Other
other_new (const char *path, gboolean adds)
{
  Other other;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  other.child = fork ();
  g_assert_cmpint (other.child, >=, 0);
  if (other.child == 0) {
    close (ends[1]);
    be_other (path, adds, ends[0]);
  }
  close (ends[0]);
  other.start = ends[1];
  return other;
}

/* How many clients it found. */
static int
other_run (Other *other)
{
  int status;

  g_assert_cmpint (write (other->start, "", 1), ==, 1);
  close (other->start);
  g_assert_cmpint (waitpid (other->child, &status, 0), ==, other->child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

/* The locks stay whoever looks at the files; so nothing is lost that is saved after another process
 * has closed the store. */
static void
test_looked_at (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "quarterhour.db", NULL);
  Other adds = other_new (path, TRUE);
  Other counts = other_new (path, FALSE);
  Other comes_late = other_new (path, FALSE);
  g_autoptr (QhStore) store = fixture_open (path, QH_STORE_CREATE);
  g_autoptr (QhClient) first = fixture_client (store, "First");
  g_autoptr (QhClient) last = NULL;

  look_at (path);
  g_assert_true (is_locked (path));
  g_assert_cmpint (other_run (&adds), ==, 2);
  look_at (path);
  last = fixture_client (store, "Last");
  g_assert_cmpint (other_run (&counts), ==, 3);
  fixture_verify (qh_store_get_db (store));
  g_clear_object (&store);
  g_assert_false (is_locked (path));
  g_assert_cmpint (other_run (&comes_late), ==, 3);
  fixture_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("poll", test_poll);
  add ("poll-deleted", test_poll_deleted);
  add ("merge", test_merge);
  add ("deleted-meanwhile", test_deleted_meanwhile);
  add ("typing", test_typing);
  add ("busy", test_busy);
  add ("last-copy", test_last_copy);
  add ("many-writers", test_many_writers);
  g_test_add_func ("/store/two/locked", test_locked);
  g_test_add_func ("/store/two/looked-at", test_looked_at);
  return g_test_run ();
}
