/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-plan.h"

static QhPlan *
plan_of (guint n_segments)
{
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  QhPlan *plan;

  qh_record_set_string (QH_RECORD (meeting), "id", "00000000-0000-4000-8000-000000000000");
  plan = qh_plan_new (meeting);
  for (guint i = 0; i < n_segments; i++) {
    g_autoptr (QhSegment) segment = qh_segment_new ();
    qh_record_set_int (QH_RECORD (segment), "kind", 1 + i % 7);
    qh_record_set_int (QH_RECORD (segment), "seconds", 60 * (i + 1));
    qh_plan_insert (plan, segment, G_MAXUINT);
  }
  return plan;
}

static void
assert_dense (QhPlan *plan)
{
  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    g_assert_cmpint (qh_plan_segment (plan, i)->position, ==, i);
    g_assert_cmpstr (qh_plan_segment (plan, i)->meeting, ==,
                     "00000000-0000-4000-8000-000000000000");
  }
}

/* Whatever is done to a plan, its positions stay dense and its segments what they were. */
static void
test_positions_stay_dense (void)
{
  g_autoptr (QhPlan) plan = plan_of (5);
  GRand *random = g_rand_new_with_seed (7);

  for (int i = 0; i < 2000; i++) {
    guint n = qh_plan_n_segments (plan);
    int action = g_rand_int_range (random, 0, 3);
    if (action == 0 || n < 2) {
      g_autoptr (QhSegment) segment = qh_segment_new ();
      qh_plan_insert (plan, segment, g_rand_int_range (random, 0, n + 2));
      g_assert_cmpint (qh_plan_n_segments (plan), ==, n + 1);
    } else if (action == 1) {
      qh_plan_remove (plan, qh_plan_segment (plan, g_rand_int_range (random, 0, n)));
      g_assert_cmpint (qh_plan_n_segments (plan), ==, n - 1);
    } else {
      QhSegment *segment = qh_plan_segment (plan, g_rand_int_range (random, 0, n));
      guint to = g_rand_int_range (random, 0, n + 3);
      qh_plan_move (plan, segment, to);
      g_assert_true (qh_plan_segment (plan, MIN (to, n - 1)) == segment);
    }
    assert_dense (plan);
  }
  g_rand_free (random);
}

static void
test_sums (void)
{
  g_autoptr (QhPlan) plan = plan_of (7);
  g_autoptr (QhClient) client = qh_client_new ();

  g_assert_cmpint (qh_plan_total (plan), ==, 28 * 60);
  g_assert_cmpint (qh_plan_modal (plan), ==, (2 + 3 + 4 + 5) * 60);
  g_assert_cmpint (qh_plan_budget (plan, NULL), ==, 900);
  qh_record_set_int (QH_RECORD (client), "minutes-limit", 20);
  g_assert_cmpint (qh_plan_budget (plan, client), ==, 1200);
  qh_record_set_int (QH_RECORD (qh_plan_get_meeting (plan)), "budget", 600);
  g_assert_cmpint (qh_plan_budget (plan, client), ==, 600);
}

static void
test_shares (void)
{
  static const gint64 shares[] = { 50, 30, 60, 50, 20, 50, 20 };
  g_autoptr (QhPlan) plan = plan_of (7);

  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (qh_segment_share (qh_plan_segment (plan, i)), ==, shares[i]);
  qh_record_set_int (QH_RECORD (qh_plan_segment (plan, 0)), "client-share", 0);
  g_assert_cmpint (qh_segment_share (qh_plan_segment (plan, 0)), ==, 0);
}

static void
test_freed (void)
{
  QhPlan *plan = plan_of (3);
  QhSegment *segment = g_object_ref (qh_plan_segment (plan, 1));

  g_assert_finalize_object (plan);
  g_assert_finalize_object (segment);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/positions", test_positions_stay_dense);
  g_test_add_func ("/plan/sums", test_sums);
  g_test_add_func ("/plan/shares", test_shares);
  g_test_add_func ("/plan/freed", test_freed);
  return g_test_run ();
}
