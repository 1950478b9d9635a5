/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The self-test of a touchpoint, against scores worked out by hand, on both sides of every bound.
 */
#include "design/qh-audit.h"

static const struct {
  gboolean live_person;
  gint64 seconds, menus, hours, knew;
  int good, asked;
} cases[] = {
  { FALSE, QH_NONE, QH_NONE, QH_NONE, QH_NONE, 0, 1 },
  { TRUE, QH_NONE, QH_NONE, QH_NONE, QH_NONE, 1, 1 },
  { TRUE, 0, 0, 0, 4, 5, 5 },
  { TRUE, 30, 1, 24, 3, 5, 5 },
  { TRUE, 31, 2, 25, 2, 1, 5 },
  { FALSE, 190, 4, QH_NONE, 2, 0, 4 },
  { TRUE, 55, 2, QH_NONE, 3, 2, 4 },
  { FALSE, QH_NONE, QH_NONE, 30, 0, 0, 3 },
};

static void
test_score (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QhTouchpointCheck) check = qh_touchpoint_check_new ();
    QhAuditScore score;
    check->live_person = cases[i].live_person;
    check->seconds_to_person = cases[i].seconds;
    check->menu_levels = cases[i].menus;
    check->hours_to_answer = cases[i].hours;
    check->knew = cases[i].knew;
    score = qh_audit_score (check);
    g_assert_cmpint (score.good, ==, cases[i].good);
    g_assert_cmpint (score.asked, ==, cases[i].asked);
  }
}

/* Shares are compared, not counts: what was not asked says nothing. */
static void
test_trend (void)
{
  QhAuditScore half = { 2, 4 }, less = { 2, 5 }, also_half = { 1, 2 }, all = { 1, 1 };

  g_assert_cmpint (qh_audit_compare (half, less), >, 0);
  g_assert_cmpint (qh_audit_compare (less, half), <, 0);
  g_assert_cmpint (qh_audit_compare (half, also_half), ==, 0);
  g_assert_cmpint (qh_audit_compare (all, half), >, 0);
  g_assert_cmpstr (qh_audit_trend_label (half, less), ==, "better than before");
  g_assert_cmpstr (qh_audit_trend_label (less, half), ==, "worse than before");
  g_assert_cmpstr (qh_audit_trend_label (half, also_half), ==, "as before");
}

/* 22 August 2026 is 90 days before 20 November. */
static void
test_due (void)
{
  g_assert_true (qh_audit_is_due (NULL, "2026-11-20"));
  g_assert_true (qh_audit_is_due ("2026-08-21", "2026-11-20"));
  g_assert_false (qh_audit_is_due ("2026-08-22", "2026-11-20"));
  g_assert_false (qh_audit_is_due ("2026-11-20", "2026-11-20"));
}

static void
test_label (void)
{
  QhAuditScore score = { 4, 5 };
  g_autofree char *label = qh_audit_score_label (score);

  g_assert_cmpstr (label, ==, "4 of 5 as it should be");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/design/audit/score", test_score);
  g_test_add_func ("/design/audit/trend", test_trend);
  g_test_add_func ("/design/audit/due", test_due);
  g_test_add_func ("/design/audit/label", test_label);
  return g_test_run ();
}
