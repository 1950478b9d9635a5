/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trust of one client and of all, in the large store: 200,000 frictions, 300,000 contacts, 100,000
 * promises, 50,000 meetings. */
#include "bench.h"
#include "generate.h"
#include "store/qh-trusts.h"

#define ROUNDS 40
#define ONE_MS 5
#define ALL_MS 100

typedef struct {
  QhStore *store;
  GPtrArray *clients;
} Scene;

static void
stop_on (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
ask (Scene *scene, const char *client)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhTrust) trust = NULL;

  qh_store_trust (scene->store, client, &trust, &error);
  stop_on (error);
}

/* Another client each time. */
static void
ask_one (gpointer data, guint round)
{
  Scene *scene = data;

  ask (scene, ((QhRecord *)scene->clients->pdata[round % scene->clients->len])->id);
}

static void
ask_all (gpointer data, guint round)
{
  ask (data, NULL);
}

int
main (void)
{
  QhClock clock = qh_clock_fixed (GENERATE_NOW, NULL);
  g_autofree char *path = bench_store (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhStore) store = qh_store_open (path, 0, &clock, &error);
  Scene scene = { .store = store };
  BenchTask one = { NULL, ask_one, &scene }, all = { NULL, ask_all, &scene };
  BenchTimes ones, alls;

  stop_on (error);
  scene.clients = qh_store_select (store, &qh_client_entity,
                                   "ORDER BY id LIMIT " G_STRINGIFY (ROUNDS), NULL, &error);
  stop_on (error);
  bench_use_clock (BENCH_BUSY);
  bench_times_init (&ones);
  bench_times_init (&alls);
  bench_alternate (&one, &all, ROUNDS, &ones, &alls);
  bench_begin ("Trust in the large store");
  bench_row ("of one client", 0, bench_median (&ones), 0, ONE_MS);
  bench_row ("of all", 0, bench_median (&alls), 0, ALL_MS);
  bench_times_clear (&ones);
  bench_times_clear (&alls);
  g_ptr_array_unref (scene.clients);
  return 0;
}
