/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Content for one client, in a store of 10,000 items and 500,000 movements: ranking it, and
 * gathering what the design review needs of it. */
#include "bench.h"
#include "generate.h"
#include "store/qh-gather.h"
#include "store/qh-ranking.h"

/* As many as the designer shows. */
#define SHOWN 60
#define ROUNDS 40
#define TARGET_MS 30

typedef struct {
  QhStore *store;
  GPtrArray *plans, *contexts; /* of as many meetings of other clients */
} Scene;

static void
stop_on (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
load_plans (Scene *scene)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = qh_store_select (
      scene->store, &qh_meeting_entity,
      "WHERE status = 'draft' ORDER BY id LIMIT " G_STRINGIFY (ROUNDS), NULL, &error);

  stop_on (error);
  scene->plans = g_ptr_array_new_with_free_func (g_object_unref);
  scene->contexts = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_context_free);
  for (guint i = 0; i < meetings->len; i++) {
    QhPlan *plan = qh_store_load_plan (scene->store, ((QhRecord *)meetings->pdata[i])->id, &error);
    stop_on (error);
    g_ptr_array_add (scene->plans, plan);
    g_ptr_array_add (scene->contexts, qh_store_gather (scene->store, plan, &error));
    stop_on (error);
  }
}

static void
rank (gpointer data, guint round)
{
  Scene *scene = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ranked = qh_store_rank_content (
      scene->store, scene->contexts->pdata[round % scene->contexts->len], SHOWN, &error);

  stop_on (error);
  g_assert_cmpuint (ranked->len, ==, SHOWN);
}

/* Another client each time: nothing is kept from the one before. Then the same again, as with every
 * edit of one plan. */
static void
gather (gpointer data, guint round)
{
  Scene *scene = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QhContext) context =
      qh_store_gather (scene->store, scene->plans->pdata[round % scene->plans->len], &error);

  stop_on (error);
}

static void
measure (Scene *scene, void (*run) (gpointer, guint), const char *first, double target,
         const char *again)
{
  BenchTask task = { NULL, run, scene };
  BenchTimes firsts, agains;

  bench_times_init (&firsts);
  bench_times_init (&agains);
  bench_alternate (&task, &task, ROUNDS, &firsts, &agains);
  bench_row (first, 0, bench_median (&firsts), 0, target);
  bench_row (again, 0, bench_median (&agains), 0, target);
  bench_times_clear (&firsts);
  bench_times_clear (&agains);
}

int
main (void)
{
  QhClock clock = qh_clock_fixed (GENERATE_NOW, NULL);
  g_autofree char *path = bench_ledger_store ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QhStore) store = qh_store_open (path, 0, &clock, &error);
  Scene scene = { .store = store };

  stop_on (error);
  bench_use_clock (BENCH_BUSY);
  load_plans (&scene);
  bench_begin ("Content for one client: 10,000 items, 500,000 movements");
  measure (&scene, rank, "ranking", TARGET_MS, "the same again");
  measure (&scene, gather, "gathering, first edit of a plan", 0, "gathering, later edits");
  g_ptr_array_unref (scene.contexts);
  g_ptr_array_unref (scene.plans);
  return 0;
}
