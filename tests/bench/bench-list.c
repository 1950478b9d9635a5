/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists over 2,000, 20,000 and 200,000 rows: what one sees of a list costs the same, however long
 * it is. The baseline is the shortest list. */
#include "bench.h"
#include "generate.h"
#include "store/qh-list-model.h"

#define ROUNDS 60
#define PAGE 64
#define SIZES 3

static const double scales[SIZES] = { 0.01, 0.1, 1 };

static const QhQuery all = { &qh_friction_entity, NULL, "reported", TRUE, "friction" };
static const QhQuery some = { &qh_friction_entity, "status = 'open'", "reported", TRUE,
                              "friction.status.open" };

typedef struct {
  QhStore *store;
  const QhQuery *query;
  QhListModel *model;
} Listing;

static void
forget (Listing *self)
{
  g_clear_object (&self->model);
}

static void
show (Listing *self, guint from, guint n)
{
  guint length = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  for (guint i = from; i < MIN (from + n, length); i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (self->model), i));
}

static void
open_list (gpointer data, guint round)
{
  Listing *self = data;

  self->model = qh_list_model_new (self->store, self->query, NULL);
  show (self, 0, PAGE);
}

static void
prepare_closed (gpointer data, guint round)
{
  forget (data);
}

static void
prepare_open (gpointer data, guint round)
{
  forget (data);
  open_list (data, round);
}

static void
next_page (gpointer data, guint round)
{
  show (data, PAGE, PAGE);
}

static void
jump_to_end (gpointer data, guint round)
{
  Listing *self = data;

  show (self, g_list_model_get_n_items (G_LIST_MODEL (self->model)) - PAGE, PAGE);
}

static void
jump_to_middle (gpointer data, guint round)
{
  Listing *self = data;

  show (self, g_list_model_get_n_items (G_LIST_MODEL (self->model)) / 2, PAGE);
}

static const struct {
  const char *name;
  void (*prepare) (gpointer, guint);
  void (*run) (gpointer, guint);
  double ratio; /* 0: not promised */
  double ms;
} steps[] = {
  { "open, and show the first page", prepare_closed, open_list, 1.2, 5 },
  { "the next page", prepare_open, next_page, 1.2, 5 },
  { "jump to the end", prepare_open, jump_to_end, 1.2, 5 },
  { "jump to the middle, the first time", prepare_open, jump_to_middle, 0, 16 },
};

static void
bench_step (Listing *listings, guint step, guint size)
{
  BenchTask baseline = { steps[step].prepare, steps[step].run, &listings[0] };
  BenchTask task = { steps[step].prepare, steps[step].run, &listings[size] };
  g_autofree char *name =
      g_strdup_printf ("%s: %.0f rows", steps[step].name, 200000 * scales[size]);
  BenchTimes baseline_times, times;

  bench_times_init (&baseline_times);
  bench_times_init (&times);
  bench_alternate (&baseline, &task, ROUNDS, &baseline_times, &times);
  bench_row (name, bench_median (&baseline_times), bench_median (&times), steps[step].ratio,
             steps[step].ms);
  bench_times_clear (&baseline_times);
  bench_times_clear (&times);
}

static void
bench_query (QhStore **stores, const char *title, const QhQuery *query)
{
  Listing listings[SIZES] = { 0 };

  for (guint i = 0; i < SIZES; i++) {
    listings[i].store = stores[i];
    listings[i].query = query;
  }
  bench_begin (title);
  for (guint step = 0; step < G_N_ELEMENTS (steps); step++)
    for (guint size = 1; size < SIZES; size++)
      bench_step (listings, step, size);
  for (guint i = 0; i < SIZES; i++)
    forget (&listings[i]);
}

int
main (void)
{
  QhClock clock = qh_clock_system ();
  QhStore *stores[SIZES];

  for (guint i = 0; i < SIZES; i++) {
    g_autofree char *path = bench_store_copy (scales[i]);
    g_autoptr (GError) error = NULL;

    stores[i] = qh_store_open (path, 0, &clock, &error);
    g_assert_no_error (error);
  }
  bench_use_clock (BENCH_BUSY);
  bench_query (stores, "A list of all frictions (processor time)", &all);
  bench_query (stores, "The open ones of them (processor time)", &some);
  for (guint i = 0; i < SIZES; i++)
    g_object_unref (stores[i]);
  bench_end ();
  return 0;
}
