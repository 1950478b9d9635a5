/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails at one operation, for every operation there is: an error is reported, nothing
 * is half-written, what was reported as saved is there, and the next try works. */
#include "fault-vfs.h"
#include "fixture.h"
#include <glib/gstdio.h>
#include <string.h>

/* More operations than any step here needs. */
#define N_MAX 3000

typedef struct {
  char *folder;
  char *path;
  char *bytes; /* of a store with something in it, and something to undo and redo */
  gsize length;
  char *ids[3]; /* its client, item and meeting */
  QhStore *store;
  QhClient *client;
  QhContent *item;
  QhPlan *plan;
} Scene;

static QhPlan *
make_plan (QhStore *store, QhClient *client)
{
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  QhPlan *plan;

  qh_record_set_string ((QhRecord *)meeting, "client", ((QhRecord *)client)->id);
  plan = qh_plan_new (meeting);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (QhSegment) segment = qh_segment_new ();
    qh_record_set_int ((QhRecord *)segment, "kind", QH_SEGMENT_KIND_EDUCATE);
    qh_record_set_string ((QhRecord *)segment, "title", "Show it");
    qh_plan_insert (plan, segment, i);
  }
  fixture_ok (qh_store_save_plan (store, plan, "Plan", &error));
  return plan;
}

static void
make_bytes (Scene *scene)
{
  g_autoptr (QhStore) store = fixture_open (scene->path, QH_STORE_CREATE);
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 3, 3);
  g_autoptr (QhPlan) plan = make_plan (store, client);

  scene->ids[0] = g_strdup (((QhRecord *)client)->id);
  scene->ids[1] = g_strdup (((QhRecord *)item)->id);
  scene->ids[2] = g_strdup (((QhRecord *)qh_plan_get_meeting (plan))->id);
  qh_record_set_string ((QhRecord *)client, "industry", "Dental");
  fixture_ok (qh_store_save (store, (QhRecord *)client, &error));
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_clear_object (&store);
  g_assert_true (g_file_get_contents (scene->path, &scene->bytes, &scene->length, NULL));
}

/* The store as it was at first, its pages not in memory yet. */
static void
open_scene (Scene *scene)
{
  if (scene->bytes == NULL)
    make_bytes (scene);
  fixture_remove (scene->folder);
  g_assert_cmpint (g_mkdir (scene->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents_full (scene->path, scene->bytes, scene->length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  scene->store = fixture_open (scene->path, 0);
  scene->client = (QhClient *)qh_store_get (scene->store, &qh_client_entity, scene->ids[0], NULL);
  scene->item = (QhContent *)qh_store_get (scene->store, &qh_content_entity, scene->ids[1], NULL);
  scene->plan = qh_store_load_plan (scene->store, scene->ids[2], NULL);
  g_assert_true (scene->client != NULL && scene->item != NULL && scene->plan != NULL);
}

static void
close_scene (Scene *scene)
{
  g_clear_object (&scene->plan);
  g_clear_object (&scene->client);
  g_clear_object (&scene->item);
  if (scene->store != NULL)
    g_assert_finalize_object (g_steal_pointer (&scene->store));
}

static void
set_up (Scene *scene, gconstpointer data)
{
  fault_install ();
  scene->folder = fixture_folder ();
  scene->path = g_build_filename (scene->folder, "quarterhour.db", NULL);
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  close_scene (scene);
  fixture_remove (scene->folder);
  g_free (scene->folder);
  g_free (scene->path);
  g_free (scene->bytes);
  for (guint i = 0; i < G_N_ELEMENTS (scene->ids); i++)
    g_free (scene->ids[i]);
}

/* --- What is done while the disk fails */

static gboolean
save_new (Scene *scene, GError **error)
{
  g_autoptr (QhRecord) friction = qh_record_new (&qh_friction_entity);

  qh_record_set_string (friction, "title", "the price list came twice");
  qh_record_set_string (friction, "reported", FIXTURE_DATE);
  qh_record_set_string (friction, "client", ((QhRecord *)scene->client)->id);
  return qh_store_save (scene->store, friction, error);
}

static gboolean
save_changed (Scene *scene, GError **error)
{
  qh_record_set_string ((QhRecord *)scene->client, "name", "Ferris Dental Group");
  return qh_store_save (scene->store, (QhRecord *)scene->client, error);
}

static gboolean
save_plan (Scene *scene, GError **error)
{
  if (qh_plan_n_segments (scene->plan) == 3) {
    qh_plan_remove (scene->plan, qh_plan_segment (scene->plan, 1));
    qh_record_set_string ((QhRecord *)qh_plan_segment (scene->plan, 1), "title", "Say it");
    qh_record_set_string ((QhRecord *)qh_plan_get_meeting (scene->plan), "output", "A schedule");
  }
  return qh_store_save_plan (scene->store, scene->plan, "Edit", error);
}

static gboolean
move_copy (Scene *scene, GError **error)
{
  g_autoptr (QhRecord) line = qh_record_new (&qh_movement_entity);

  qh_record_set_int (line, "kind", QH_MOVEMENT_KIND_DELIVER);
  qh_record_set_string (line, "content", ((QhRecord *)scene->item)->id);
  qh_record_set_string (line, "client", ((QhRecord *)scene->client)->id);
  return qh_store_save (scene->store, line, error);
}

static gboolean
delete_all (Scene *scene, GError **error)
{
  return qh_store_delete_all (scene->store, (QhRecord *)scene->client, error);
}

static gboolean
undo (Scene *scene, GError **error)
{
  return qh_store_undo (scene->store, NULL, error);
}

static gboolean
redo (Scene *scene, GError **error)
{
  return qh_store_redo (scene->store, NULL, error);
}

static const struct {
  const char *name;
  gboolean (*run) (Scene *scene, GError **error);
} steps[] = {
  { "save-new", save_new },   { "save-changed", save_changed }, { "save-plan", save_plan },
  { "move-copy", move_copy }, { "delete-all", delete_all },     { "undo", undo },
  { "redo", redo },
};

/* --- Looking */

static char *
dump (Scene *scene)
{
  return fixture_dump (qh_store_get_db (scene->store), TRUE);
}

/* Too long to be printed. */
static void
same (const char *a, const char *b)
{
  g_assert_true (g_str_equal (a, b));
}

/* Opened anew, the store says the same. */
static void
says_the_same (Scene *scene, const char *state)
{
  g_autoptr (QhStore) other = fixture_open (scene->path, 0);
  g_autofree char *anew = fixture_dump (qh_store_get_db (other), TRUE);

  same (anew, state);
  fixture_verify (qh_store_get_db (other));
}

static void
is_a_store_error (GError *error, FaultSort sort)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == QH_ERROR);
  if (sort == FAULT_FULL)
    g_assert_cmpint (error->code, ==, QH_ERROR_FULL);
  else if (error->code != QH_ERROR_STORE && error->code != QH_ERROR_READ_ONLY)
    g_error ("%d: %s", error->code, error->message);
}

/* One step with the fault at the @n-th operation; FALSE when it did not come to that. */
static gboolean
try (Scene *scene, guint step, FaultSort sort, guint n)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean ok, failed;

  open_scene (scene);
  before = dump (scene);
  sqlite3_db_release_memory (qh_store_get_db (scene->store));
  fault_arm (sort, n);
  ok = steps[step].run (scene, &failure);
  failed = fault_disarm ();
  after = dump (scene);
  if (!ok) {
    g_assert_true (failed);
    is_a_store_error (failure, sort);
    same (before, after);
    fixture_ok (steps[step].run (scene, &error));
    g_free (after);
    after = dump (scene);
  }
  g_assert_false (g_str_equal (before, after));
  says_the_same (scene, after);
  close_scene (scene);
  return failed;
}

/* With a full disk, SQLite itself may still have to write. */
static void
test_step (Scene *scene, gconstpointer data)
{
  guint step = GPOINTER_TO_UINT (data) >> 8;
  FaultSort sort = GPOINTER_TO_UINT (data) & 0xff;
  guint n = 1;

  while (n < N_MAX && try (scene, step, sort, n))
    n++;
  /* It was tried at many, and at last the fault came too late. */
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (n, <, N_MAX);
}

/* Making a store: it is there whole, or not at all. */
static void
test_create (Scene *scene, gconstpointer data)
{
  FaultSort sort = GPOINTER_TO_UINT (data);
  QhClock clock = fixture_clock ();
  guint n = 1;

  /* A schema has many pages; not every one of them is tried. */
  for (gboolean failed = TRUE; failed && n < N_MAX; n += 7) {
    g_autoptr (GError) failure = NULL;
    fault_arm (sort, n);
    g_autoptr (QhStore) store = qh_store_open (scene->path, QH_STORE_CREATE, &clock, &failure);
    failed = fault_disarm ();
    if (store == NULL)
      is_a_store_error (failure, sort);
    g_clear_object (&store);
    store = fixture_open (scene->path, QH_STORE_CREATE);
    fixture_verify (qh_store_get_db (store));
    g_clear_object (&store);
    fixture_remove (scene->folder);
    g_mkdir (scene->folder, 0700);
  }
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (n, <, N_MAX);
}

/* Opening one that is there leaves it as it is. */
static void
test_open (Scene *scene, gconstpointer data)
{
  QhClock clock = fixture_clock ();
  g_autofree char *before = NULL;
  guint n = 1;

  open_scene (scene);
  before = dump (scene);
  close_scene (scene);
  for (gboolean failed = TRUE; failed && n < N_MAX; n++) {
    g_autoptr (GError) failure = NULL;
    fault_arm (FAULT_FROM_THEN_ON, n);
    g_autoptr (QhStore) store = qh_store_open (scene->path, 0, &clock, &failure);
    failed = fault_disarm ();
    if (store == NULL)
      is_a_store_error (failure, FAULT_FROM_THEN_ON);
    g_clear_object (&store);
    says_the_same (scene, before);
  }
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (n, <, N_MAX);
}

static void
add (const char *name, const char *sort, guint data, void (*test) (Scene *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/store/faults/%s/%s", name, sort);

  g_test_add (path, Scene, GUINT_TO_POINTER (data), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  static const char *const sorts[] = { "once", "from-then-on", "full" };

  g_test_init (&argc, &argv, NULL);
  for (guint sort = 0; sort < G_N_ELEMENTS (sorts); sort++) {
    for (guint step = 0; step < G_N_ELEMENTS (steps); step++)
      add (steps[step].name, sorts[sort], step << 8 | sort, test_step);
    add ("create", sorts[sort], sort, test_create);
  }
  add ("open", sorts[FAULT_FROM_THEN_ON], 0, test_open);
  return g_test_run ();
}
