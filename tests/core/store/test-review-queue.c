/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The next plan of the queue is the next in the order that was chosen, whatever is missing. */
#include "store/qh-review-queue.h"
#include <string.h>

#define N 6

typedef struct {
  QhStore *store;
  char *ids[N];
} Fixture;

static void
add (Fixture *fixture, guint number, gint64 score, gint64 blockers, int state)
{
  g_autoptr (QhRecord) plan = qh_record_new (&qh_received_plan_entity);
  g_autofree char *id = g_strdup_printf ("0193a000-0000-7000-8000-00000000000%u", number);
  g_autoptr (GError) error = NULL;

  qh_record_set_string (plan, "id", id);
  qh_record_set_string (plan, "plan", id);
  qh_record_set_int (plan, "start", 1000 - number);
  qh_record_set_int (plan, "score", score);
  qh_record_set_int (plan, "blockers", blockers);
  qh_record_set_int (plan, "state", state);
  g_assert_true (qh_store_save (fixture->store, plan, &error));
  fixture->ids[number] = g_strdup (plan->id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  QhClock clock = qh_clock_fixed (1, NULL);

  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, NULL);
  add (fixture, 0, 50, 1, QH_RECEIVED_STATE_WAITING);
  add (fixture, 1, 20, 1, QH_RECEIVED_STATE_WAITING);
  add (fixture, 2, QH_NONE, QH_NONE, QH_RECEIVED_STATE_WAITING);
  add (fixture, 3, 90, 3, QH_RECEIVED_STATE_WAITING);
  add (fixture, 4, 30, 0, QH_RECEIVED_STATE_REVIEWED);
  add (fixture, 5, 10, 9, QH_RECEIVED_STATE_ASIDE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N; i++)
    g_free (fixture->ids[i]);
  g_assert_finalize_object (fixture->store);
}

static void
assert_next (Fixture *fixture, guint from, int to)
{
  g_autofree char *next = qh_queue_next (fixture->store, fixture->ids[from]);

  g_assert_cmpstr (next, ==, to >= 0 ? fixture->ids[to] : NULL);
}

static void
choose (Fixture *fixture, guint order)
{
  g_assert_true (qh_queue_set_order (fixture->store, &qh_queue_orders[order], NULL));
  g_assert_true (qh_queue_get_order (fixture->store) == &qh_queue_orders[order]);
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  g_assert_true (qh_queue_get_order (fixture->store) == qh_queue_orders);
  assert_next (fixture, 3, 2);
  assert_next (fixture, 2, 1);
  assert_next (fixture, 1, 0);
  assert_next (fixture, 0, 3); /* from the front again */
  assert_next (fixture, 4, 3); /* one that waits no more has a place all the same */
}

static void
test_score (Fixture *fixture, gconstpointer data)
{
  choose (fixture, 1);
  assert_next (fixture, 2, 1); /* without a score, first */
  assert_next (fixture, 1, 0);
  assert_next (fixture, 4, 0);
  assert_next (fixture, 0, 3);
  assert_next (fixture, 3, 2);
}

static void
test_blockers (Fixture *fixture, gconstpointer data)
{
  choose (fixture, 2);
  assert_next (fixture, 3, 1);
  assert_next (fixture, 1, 0);
  assert_next (fixture, 0, 2);
  assert_next (fixture, 2, 3);
}

static void
test_only (Fixture *fixture, gconstpointer data)
{
  for (guint i = 1; i < 4; i++) {
    g_autoptr (QhRecord) plan =
        qh_store_get (fixture->store, &qh_received_plan_entity, fixture->ids[i], NULL);
    qh_record_set_int (plan, "state", QH_RECEIVED_STATE_REVIEWED);
    g_assert_true (qh_store_save (fixture->store, plan, NULL));
  }
  assert_next (fixture, 0, -1);
  assert_next (fixture, 3, 0);
}

/* How the queue is sorted is no step of undo. */
static void
test_no_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_object_get (fixture->store, "undo-label", &before, NULL);
  choose (fixture, 1);
  g_object_get (fixture->store, "undo-label", &after, NULL);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/review-queue/start", Fixture, NULL, set_up, test_start, tear_down);
  g_test_add ("/review-queue/score", Fixture, NULL, set_up, test_score, tear_down);
  g_test_add ("/review-queue/blockers", Fixture, NULL, set_up, test_blockers, tear_down);
  g_test_add ("/review-queue/only", Fixture, NULL, set_up, test_only, tear_down);
  g_test_add ("/review-queue/no-undo", Fixture, NULL, set_up, test_no_undo, tear_down);
  return g_test_run ();
}
