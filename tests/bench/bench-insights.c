/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of Insights in the large store: of a year, of ten, of one client and of a territory,
 * beside those of the sample territory. */
#include "bench.h"
#include "exchange/qh-sample.h"
#include "generate.h"
#include "store/qh-insights.h"

#define ROUNDS 20
#define FILTER_MS 100

typedef struct {
  QhStore *store;
  QhInsightAsk *ask;
} Scene;

static void
stop_on (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
draw (gpointer data, guint round)
{
  Scene *scene = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pictures = qh_store_insights (scene->store, scene->ask, &error);

  stop_on (error);
}

static void
measure (const char *name, Scene *sample, Scene *large)
{
  BenchTask tasks[] = { { NULL, draw, sample }, { NULL, draw, large } };
  BenchTimes times[2];

  for (guint i = 0; i < 2; i++)
    bench_times_init (&times[i]);
  bench_alternate (&tasks[0], &tasks[1], ROUNDS, &times[0], &times[1]);
  bench_row (name, bench_median (&times[0]), bench_median (&times[1]), 0, FILTER_MS);
  for (guint i = 0; i < 2; i++)
    bench_times_clear (&times[i]);
}

static QhStore *
open_store (const char *path, QhStoreFlags flags)
{
  QhClock clock = qh_clock_fixed (GENERATE_NOW, NULL);
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (path, flags, &clock, &error);

  stop_on (error);
  return store;
}

int
main (void)
{
  g_autofree char *path = bench_store (1);
  g_autoptr (QhStore) large = open_store (path, 0);
  g_autoptr (QhStore) small = open_store (":memory:", QH_STORE_CREATE);
  g_autoptr (QhInsightAsk) year = qh_insight_ask_new ("2025-12", "2026-11");
  g_autoptr (QhInsightAsk) decade = qh_insight_ask_new ("2016-12", "2026-11");
  g_autoptr (QhInsightAsk) client = qh_insight_ask_new ("2025-12", "2026-11");
  g_autoptr (QhInsightAsk) territory = qh_insight_ask_new ("2025-12", "2026-11");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients =
      qh_store_select (large, &qh_client_entity, "ORDER BY id LIMIT 1", NULL, &error);
  Scene sample = { small, year };

  stop_on (error);
  qh_sample_fill (small, &error);
  stop_on (error);
  client->client = g_strdup (((QhRecord *)clients->pdata[0])->id);
  territory->territory = g_strdup ("Territory 7");
  bench_use_clock (BENCH_BUSY);
  bench_begin ("Insights: the large store / a year of the sample territory (processor time)");
  measure ("a year", &sample, &(Scene){ large, year });
  measure ("ten years", &sample, &(Scene){ large, decade });
  measure ("of one client", &sample, &(Scene){ large, client });
  measure ("of a territory", &sample, &(Scene){ large, territory });
  return 0;
}
