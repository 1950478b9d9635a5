/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped blueprints: complete, good by the design review as they are, and scaled to any limit.
 */
#include "base/qh-error.h"
#include "base/qh-text.h"
#include "builder.h"
#include "design/qh-blueprint.h"
#include <string.h>

static const char *const ids[] = {
  "fix-first",
  "teach-one-thing",
  "output-clinic",
  "escape-hatch",
  "earn-the-second-meeting",
  "rare-insight",
  "renewal-in-fifteen",
  "five-minutes-at-the-counter",
};

static void
test_all (void)
{
  g_autoptr (GPtrArray) all = qh_blueprints ();

  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < all->len; i++) {
    const QhBlueprint *blueprint = g_ptr_array_index (all, i);
    g_autoptr (QhBlueprint) found = qh_blueprint_find (ids[i]);
    g_assert_cmpstr (blueprint->id, ==, ids[i]);
    g_assert_cmpstr (found->title, ==, blueprint->title);
    g_assert_false (qh_text_is_empty (blueprint->when));
    g_assert_false (qh_text_is_empty (blueprint->output));
    g_assert_false (qh_text_is_empty (blueprint->measure));
    g_assert_false (qh_text_is_empty (blueprint->ask));
    g_assert_false (qh_text_is_empty (blueprint->fallback));
  }
  g_assert_null (qh_blueprint_find ("no-such-blueprint"));
  g_assert_null (qh_blueprint_find (NULL));
}

static void
test_segments_are_complete (void)
{
  g_autoptr (GPtrArray) all = qh_blueprints ();

  for (guint i = 0; i < all->len; i++) {
    const QhBlueprint *blueprint = g_ptr_array_index (all, i);
    gboolean must = FALSE;
    for (guint j = 0; j < blueprint->segments->len; j++) {
      QhSegment *segment = g_ptr_array_index (blueprint->segments, j);
      g_assert_cmpint (segment->position, ==, j);
      g_assert_false (qh_text_is_empty (segment->title));
      g_assert_false (qh_text_is_empty (segment->notes));
      g_assert_cmpint (segment->seconds % 30, ==, 0);
      g_assert_null (QH_RECORD (segment)->id);
      must |= segment->must;
    }
    g_assert_true (must);
  }
}

/* Applied to a client with somebody to meet and something rare to give, a blueprint needs no fix:
 * only the short one lacks modalities, and what to escape from is the client's to say. */
static void
test_holds_against_the_review (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (QhBlueprint) blueprint = qh_blueprint_find (ids[i]);
    g_autoptr (QhContext) context =
        builder_context ("attendee client-value=Calm no_print no_phone orders_online "
                         "content:c0,educate,few,12");
    g_autoptr (QhDesignReview) review = NULL;
    qh_blueprint_apply (blueprint, context->plan, 900);
    qh_record_set_string (QH_RECORD (qh_plan_segment (context->plan, 1)), "content", "c0");
    review = qh_design_review_new (context);
    int points = blueprint->length == 0 ? 0 : 12;
    for (guint j = 0; j < review->findings->len; j++) {
      const QhFinding *finding = g_ptr_array_index (review->findings, j);
      if (g_str_equal (finding->rule, "friction.escape-empty"))
        points += 3;
      else if (blueprint->length == 0 || !g_str_equal (finding->rule, "mode.missing"))
        g_error ("%s: %s", ids[i], finding->text);
    }
    g_assert_cmpint (review->score, ==, 100 - points);
  }
}

/* At its own length a blueprint is as it was written. */
static void
test_own_length (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (QhBlueprint) blueprint = qh_blueprint_find (ids[i]);
    g_autoptr (QhContext) context = builder_context ("");
    qh_blueprint_apply (blueprint, context->plan, 900);
    g_assert_cmpuint (qh_plan_n_segments (context->plan), ==, blueprint->segments->len);
    for (guint j = 0; j < blueprint->segments->len; j++)
      g_assert_cmpint (qh_plan_segment (context->plan, j)->seconds, ==,
                       QH_SEGMENT (g_ptr_array_index (blueprint->segments, j))->seconds);
  }
}

/* For every limit that a client can set: whole steps that add up, a minute free where there can be
 * one, and what must stay goes last. */
static void
test_scales_to_every_limit (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (gint64 minutes = 1; minutes <= 480; minutes++) {
      g_autoptr (QhBlueprint) blueprint = qh_blueprint_find (ids[i]);
      g_autoptr (QhMeeting) meeting = qh_meeting_new ();
      g_autoptr (QhPlan) plan = qh_plan_new (meeting);
      gint64 limit = minutes * QH_MINUTE;
      gint64 length = blueprint->length > 0 ? MIN (limit, blueprint->length) : limit;
      qh_blueprint_apply (blueprint, plan, limit);
      g_assert_cmpint (qh_plan_total (plan), ==, length >= 180 ? length - 60 : length);
      for (guint j = 0; j < qh_plan_n_segments (plan); j++) {
        g_assert_cmpint (qh_plan_segment (plan, j)->seconds, >=, 30);
        g_assert_cmpint (qh_plan_segment (plan, j)->seconds, <=, 14400);
        g_assert_cmpint (qh_plan_segment (plan, j)->seconds % 30, ==, 0);
      }
    }
}

static void
test_what_must_stay_stays (void)
{
  g_autoptr (QhBlueprint) blueprint = qh_blueprint_find ("fix-first");
  g_autoptr (QhContext) context = builder_context ("");

  qh_blueprint_apply (blueprint, context->plan, 120);
  g_assert_cmpuint (qh_plan_n_segments (context->plan), ==, 4);
  g_assert_cmpint (qh_plan_segment (context->plan, 0)->kind, ==, QH_SEGMENT_KIND_OPEN);
  g_assert_cmpint (qh_plan_segment (context->plan, 1)->kind, ==, QH_SEGMENT_KIND_ESCAPE);
  g_assert_cmpint (qh_plan_segment (context->plan, 2)->kind, ==, QH_SEGMENT_KIND_IMPROVE);
  g_assert_cmpint (qh_plan_segment (context->plan, 3)->kind, ==, QH_SEGMENT_KIND_CLOSE);
  g_assert_cmpint (qh_plan_total (context->plan), ==, 120);
}

/* Ten minutes of fifteen: each segment as near to its part as whole steps allow, the earlier first.
 */
static void
test_proportions (void)
{
  static const gint64 seconds[] = { 30, 150, 120, 90, 90, 60 };
  g_autoptr (QhBlueprint) blueprint = qh_blueprint_find ("fix-first");
  g_autoptr (QhContext) context = builder_context ("");

  qh_blueprint_apply (blueprint, context->plan, 600);
  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++)
    g_assert_cmpint (qh_plan_segment (context->plan, i)->seconds, ==, seconds[i]);
}

/* Even a limit below one step gives a plan, and one that is no whole number of steps is not
 * overrun. */
static void
test_odd_limits (void)
{
  static const gint64 limits[][2] = {
    { 1, 30 }, { 59, 30 }, { 179, 150 }, { 181, 120 }, { 905, 840 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++) {
    g_autoptr (QhBlueprint) blueprint = qh_blueprint_find ("escape-hatch");
    g_autoptr (QhContext) context = builder_context ("");
    qh_blueprint_apply (blueprint, context->plan, limits[i][0]);
    g_assert_cmpint (qh_plan_total (context->plan), ==, limits[i][1]);
  }
}

/* What the plan has is kept. */
static void
test_fills_only_what_is_empty (void)
{
  g_autoptr (QhBlueprint) blueprint = qh_blueprint_find ("fix-first");
  g_autoptr (QhContext) context = builder_context ("output=Mine title=Visit educate:60");
  QhMeeting *meeting = qh_plan_get_meeting (context->plan);

  qh_blueprint_apply (blueprint, context->plan, 900);
  g_assert_cmpstr (meeting->output, ==, "Mine");
  g_assert_cmpstr (meeting->title, ==, "Visit");
  g_assert_cmpstr (meeting->ask, ==, blueprint->ask);
  g_assert_cmpstr (meeting->fallback, ==, blueprint->fallback);
  g_assert_cmpstr (meeting->measure, ==, blueprint->measure);
  g_assert_cmpuint (qh_plan_n_segments (context->plan), ==, 1);
  g_assert_cmpint (meeting->budget, ==, QH_NONE);
}

static void
test_short_one_plans_its_length (void)
{
  g_autoptr (QhBlueprint) blueprint = qh_blueprint_find ("five-minutes-at-the-counter");
  g_autoptr (QhContext) context = builder_context ("");
  g_autoptr (QhContext) planned = builder_context ("budget=600");
  g_autoptr (QhContext) shorter = builder_context ("limit=4");

  qh_blueprint_apply (blueprint, context->plan, 900);
  g_assert_cmpint (qh_plan_get_meeting (context->plan)->budget, ==, 300);
  qh_blueprint_apply (blueprint, planned->plan, 600);
  g_assert_cmpint (qh_plan_get_meeting (planned->plan)->budget, ==, 600);
  qh_blueprint_apply (blueprint, shorter->plan, 240);
  g_assert_cmpint (qh_plan_get_meeting (shorter->plan)->budget, ==, QH_NONE);
  g_assert_cmpint (qh_plan_total (shorter->plan), ==, 180);
}

/* A plan that is kept and read again has its texts and segments, and none of its links. */
static void
test_keep (void)
{
  g_autoptr (QhContext) context =
      builder_context (BUILDER_GOOD " budget=900 friction:f0,2 remark:r0,2026-11-02,Words "
                                    "escape:90,title=Last,notes=Slowly,must,share=70,order,print,"
                                    "friction=f0,remark=r0,content=c0");
  QhMeeting *meeting = qh_plan_get_meeting (context->plan);
  g_autoptr (QhOwnBlueprint) own = qh_blueprint_keep (context->plan);
  g_autoptr (QhBlueprint) read = NULL;
  g_autoptr (GError) error = NULL;
  QhSegment *last;

  g_assert_cmpstr (own->name, ==, meeting->output);
  qh_record_set_string (QH_RECORD (meeting), "title", "Mine");
  g_clear_object (&own);
  own = qh_blueprint_keep (context->plan);
  g_assert_cmpstr (own->name, ==, "Mine");
  read = qh_blueprint_read (own, &error);
  g_assert_no_error (error);
  g_assert_true (read->is_own);
  g_assert_cmpstr (read->ask, ==, meeting->ask);
  g_assert_cmpint (read->length, ==, 900);
  g_assert_cmpuint (read->segments->len, ==, qh_plan_n_segments (context->plan));
  last = read->segments->pdata[read->segments->len - 1];
  g_assert_cmpstr (last->title, ==, "Last");
  g_assert_cmpstr (last->notes, ==, "Slowly");
  g_assert_cmpint (last->kind, ==, QH_SEGMENT_KIND_ESCAPE);
  g_assert_cmpint (last->seconds, ==, 90);
  g_assert_cmpint (last->client_share, ==, 70);
  g_assert_true (last->must && last->takes_order);
  g_assert_cmpint (last->leave_behind, ==, QH_LEAVE_BEHIND_PRINT);
  g_assert_null (last->content);
  g_assert_null (last->friction);
  g_assert_null (last->remark);
  g_assert_null (last->meeting);
  g_assert_null (QH_RECORD (last)->id);
}

/* What was written by other means is refused with its place, and brings no links along. */
static void
test_read (void)
{
  static const struct {
    const char *segments, *problem;
  } cases[] = {
    { NULL, NULL },
    { "[]", NULL },
    { "[{\"kind\":\"open\",\"title\":\"a\",\"seconds\":0}]", NULL },
    { "[{\"kind\":\"open\",\"title\":\"a\",\"content\":\"no-id\",\"actual\":-1}]", NULL },
    { "{}", "segments" },
    { "[", "segments" },
    { "[[[[[]]]]]", "segments" },
    { "[1]", "segments[0]" },
    { "[{\"kind\":\"open\",\"title\":\"a\"},{\"kind\":\"open\"}]", "segments[1]" },
    { "[{\"kind\":\"dance\",\"title\":\"a\"}]", "segments[0]" },
    { "[{\"kind\":\"open\",\"title\":\"a\",\"seconds\":14401}]", "segments[0]" },
    { "[{\"kind\":\"open\",\"title\":\"a\",\"seconds\":-1}]", "segments[0]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QhOwnBlueprint) own = qh_own_blueprint_new ();
    g_autoptr (QhBlueprint) read = NULL;
    g_autoptr (GError) error = NULL;
    qh_record_set_string (QH_RECORD (own), "name", "Mine");
    qh_record_set_string (QH_RECORD (own), "segments", cases[i].segments);
    read = qh_blueprint_read (own, &error);
    if (cases[i].problem == NULL) {
      g_assert_no_error (error);
      continue;
    }
    g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, cases[i].problem));
  }
}

static void
test_achieved (void)
{
  QhBlueprint blueprint = { 0 };
  g_autofree char *one = NULL;
  g_autofree char *seven = NULL;

  g_assert_null (qh_blueprint_achieved (&blueprint));
  blueprint.held = 1;
  one = qh_blueprint_achieved (&blueprint);
  g_assert_cmpstr (one, ==, "Reached its output in 0 of 1 meeting");
  blueprint.held = 7;
  blueprint.reached = 5;
  seven = qh_blueprint_achieved (&blueprint);
  g_assert_cmpstr (seven, ==, "Reached its output in 5 of 7 meetings");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blueprints/all", test_all);
  g_test_add_func ("/blueprints/segments-are-complete", test_segments_are_complete);
  g_test_add_func ("/blueprints/holds-against-the-review", test_holds_against_the_review);
  g_test_add_func ("/blueprints/own-length", test_own_length);
  g_test_add_func ("/blueprints/scales-to-every-limit", test_scales_to_every_limit);
  g_test_add_func ("/blueprints/what-must-stay-stays", test_what_must_stay_stays);
  g_test_add_func ("/blueprints/proportions", test_proportions);
  g_test_add_func ("/blueprints/odd-limits", test_odd_limits);
  g_test_add_func ("/blueprints/fills-only-what-is-empty", test_fills_only_what_is_empty);
  g_test_add_func ("/blueprints/short-one-plans-its-length", test_short_one_plans_its_length);
  g_test_add_func ("/design/blueprints/keep", test_keep);
  g_test_add_func ("/design/blueprints/read", test_read);
  g_test_add_func ("/design/blueprints/achieved", test_achieved);
  return g_test_run ();
}
