/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine: score, order, what is accepted, what is muted, and that the order of the facts does
 * not matter. */
#include "builder.h"
#include "design/qh-balance.h"

static QhDesignReview *
review_line (const char *line)
{
  g_autoptr (QhContext) context = builder_context (line);

  return qh_design_review_new (context);
}

static char *
rules_in_order (const QhDesignReview *review)
{
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *finding = g_ptr_array_index (review->findings, i);
    g_string_append_printf (rules, "%s%s", i > 0 ? " " : "", finding->rule);
    if (finding->key != NULL || finding->segment != NULL)
      g_string_append_printf (rules, "/%s", finding->key != NULL ? finding->key : finding->segment);
  }
  return g_string_free (rules, FALSE);
}

static void
test_order (void)
{
  g_autoptr (QhDesignReview) review =
      review_line ("educate:960,print,title=Price_list close:30,title=Paperwork no_print");
  g_autofree char *rules = rules_in_order (review);

  g_assert_cmpstr (rules, ==,
                   "output.missing time.over-limit scarce.none output.thin advance.missing "
                   "mode.missing/aesthetics mode.missing/escape mode.missing/improve people.none "
                   "voice.monologue voice.against/no_print house.hidden/s0 house.hidden/s1");
}

static void
test_score (void)
{
  static const struct {
    const char *line;
    int score;
    guint blockers, warnings, hints;
    const char *label;
  } scores[] = {
    { BUILDER_GOOD, 100, 0, 0, 0, "Score 100: nothing to change" },
    { BUILDER_GOOD " measure=_", 97, 0, 0, 1, "Score 97: 1 hint" },
    { BUILDER_GOOD " budget=840", 96, 0, 0, 1, "Score 96: 1 hint" },
    { BUILDER_GOOD " limit=13", 75, 1, 0, 0, "Score 75: 1 blocker" },
    { BUILDER_GOOD " ask=_ measure=_ budget=840", 87, 0, 1, 2, "Score 87: 1 warning, 2 hints" },
    { "", 29, 1, 7, 0, "Score 29: 1 blocker, 7 warnings" },
    { "no_phone no_print orders_online mode=phone gate=Sarah remark:r1,2026-11-02,Words "
      "educate:900,print,order,title=Price_list housekeeping:900",
      0, 2, 14, 1, "Score 0: 2 blockers, 14 warnings, 1 hint" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++) {
    g_autoptr (QhDesignReview) review = review_line (scores[i].line);
    g_autofree char *label = qh_design_review_label (review);
    g_assert_cmpstr (label, ==, scores[i].label);
    g_assert_cmpint (review->score, ==, scores[i].score);
    g_assert_cmpuint (review->blockers, ==, scores[i].blockers);
    g_assert_cmpuint (review->warnings, ==, scores[i].warnings);
    g_assert_cmpuint (review->hints, ==, scores[i].hints);
  }
}

static void
test_accepted (void)
{
  g_autoptr (QhDesignReview) review = review_line (
      "educate:60,title=Price_list close:60,title=Paperwork no_print no_phone mode=phone "
      "accept:people.none,He_comes_alone accept:mode.missing,key=escape,No_problem "
      "accept:house.hidden,segment=s1,Needed accept:output.missing,It_is_fine "
      "accept:voice.against,Keyless accept:advance.missing,segment=s0,Elsewhere");
  static const struct {
    const char *rule, *key, *reason;
  } reasons[] = {
    { "people.none", NULL, "He_comes_alone" }, { "mode.missing", "escape", "No_problem" },
    { "mode.missing", "improve", NULL },       { "output.missing", NULL, NULL },
    { "voice.against", "no_phone", NULL },     { "advance.missing", NULL, NULL },
  };
  guint accepted = 0;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++) {
    const QhFinding *finding = builder_find (review, reasons[i].rule, reasons[i].key);
    g_assert_nonnull (finding);
    g_assert_cmpstr (finding->accepted, ==, reasons[i].reason);
  }
  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *finding = g_ptr_array_index (review->findings, i);
    accepted += finding->accepted != NULL;
    if (g_str_equal (finding->rule, "house.hidden"))
      g_assert_true ((finding->accepted != NULL) == (finding->position == 1));
  }
  g_assert_cmpuint (accepted, ==, 3);
  g_assert_cmpuint (review->blockers + review->warnings + review->hints, ==,
                    review->findings->len - 3);
}

/* An accepted finding costs nothing, and keeps its place and its points. */
static void
test_accepted_costs_nothing (void)
{
  g_autoptr (QhDesignReview) plain = review_line ("educate:60");
  g_autoptr (QhDesignReview) accepted = review_line ("educate:60 accept:people.none,Because");
  g_autofree char *order = rules_in_order (plain);
  g_autofree char *same = rules_in_order (accepted);

  g_assert_cmpint (accepted->score, ==, plain->score + 6);
  g_assert_cmpint (builder_find (accepted, "people.none", NULL)->points, ==, 6);
  g_assert_cmpuint (accepted->warnings, ==, plain->warnings - 1);
  g_assert_cmpstr (order, ==, same);
}

/* A segment that was never saved has nothing to be accepted by. */
static void
test_unsaved_is_not_accepted (void)
{
  g_autoptr (QhDesignReview) review =
      review_line ("educate:60,title=Paperwork,unsaved accept:house.hidden,Because");

  g_assert_null (builder_find (review, "house.hidden", NULL)->segment);
  g_assert_null (builder_find (review, "house.hidden", NULL)->accepted);
}

static void
test_newest_reason_counts (void)
{
  g_autoptr (QhContext) context = builder_context ("accept:people.none,New accept:people.none,Old");
  g_autoptr (QhDesignReview) review = NULL;

  QH_RECORD (g_ptr_array_index (context->accepted, 0))->modified = 2;
  QH_RECORD (g_ptr_array_index (context->accepted, 1))->modified = 1;
  review = qh_design_review_new (context);
  g_assert_cmpstr (builder_find (review, "people.none", NULL)->accepted, ==, "New");
}

static void
test_muted (void)
{
  g_autoptr (QhContext) context = builder_context ("educate:930 mute:people.none");
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);

  g_assert_null (builder_find (review, "people.none", NULL));
  g_assert_nonnull (builder_find (review, "time.over-limit", NULL));
  g_assert_false (qh_house_rules_mute (context->rules, "time.over-limit", TRUE));
}

/* A muted finding is not there to be fixed either. */
static void
test_muted_has_no_fix (void)
{
  g_autoptr (QhContext) context = builder_context ("housekeeping:60");
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);
  const QhFinding *finding = builder_find (review, "house.keeping", NULL);

  g_assert_true (qh_house_rules_mute (context->rules, "house.keeping", TRUE));
  g_assert_null (qh_finding_fix (context, finding));
  g_assert_cmpuint (qh_plan_n_segments (context->plan), ==, 1);
}

/* A team's table: blockers can be made acceptable, hints into blockers. */
static void
test_house_rules_count (void)
{
  g_autoptr (QhContext) context =
      builder_context ("accept:output.missing,Because accept:people.none,Because");
  g_autoptr (QhDesignReview) review = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_house_rules_read (
      context->rules,
      "{\"rules\": {\"output.missing\": {\"level\": \"hint\", \"points\": 7},"
      " \"people.none\": {\"level\": \"blocker\"}, \"advance.missing\": {\"points\": 0}}}",
      -1, &error));
  g_assert_no_error (error);
  review = qh_design_review_new (context);
  g_assert_cmpstr (builder_find (review, "output.missing", NULL)->accepted, ==, "Because");
  g_assert_cmpint (builder_find (review, "output.missing", NULL)->points, ==, 7);
  g_assert_null (builder_find (review, "people.none", NULL)->accepted);
  g_assert_cmpuint (review->blockers, ==, 1);
  g_assert_cmpint (review->score, ==, 100 - 6 - 4 * 6 - 10);
}

static void
shuffle (GPtrArray *array, GRand *rand)
{
  for (guint i = array->len; i > 1; i--) {
    guint j = (guint)g_rand_int_range (rand, 0, (gint32)i);
    gpointer kept = array->pdata[j];
    array->pdata[j] = array->pdata[i - 1];
    array->pdata[i - 1] = kept;
  }
}

static void
shuffle_context (QhContext *context, GRand *rand)
{
  shuffle (context->contacts, rand);
  shuffle (context->remarks, rand);
  shuffle (context->frictions, rand);
  shuffle (context->promises, rand);
  shuffle (context->content, rand);
  shuffle (context->same_output, rand);
  shuffle (context->accepted, rand);
}

/* Facts with every tie there can be: same days, same distances, same weights. */
#define TIES                                                                                 \
  "output=A_schedule ask=A_pilot no_phone no_print orders_online mode=phone gate=Sarah "     \
  "remark:r1,2026-11-02,No_flyers remark:r2,2026-11-02,A_flyer_goes_in_the_trash "           \
  "remark:r3,2026-11-02,I_order_online remark:r4,2026-11-02,I_order_on_the_portal "          \
  "remark:r5,2026-11-02,Never_call_me remark:r6,2026-11-01,Don't_call_me,heard "             \
  "copy:3600 copy:-3600 copy:3600,other copy:-3600,other copy:7200 "                         \
  "friction:f1,4 friction:f2,4 friction:f3,3 content:c1,educate,few content:c2,educate,few " \
  "accept:people.none,One accept:people.none,Two accept:mode.missing,key=educate,Three "     \
  "open:60,print,order improve:60,print,title=Paperwork"

static void
test_any_order_of_facts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (90);
  g_autoptr (QhDesignReview) first = review_line (TIES);
  g_autofree char *expected = builder_dump (first);

  for (guint i = 0; i < 200; i++) {
    g_autoptr (QhContext) context = builder_context (TIES);
    g_autoptr (QhDesignReview) review = NULL;
    g_autofree char *dump = NULL;
    shuffle_context (context, rand);
    review = qh_design_review_new (context);
    dump = builder_dump (review);
    g_assert_cmpstr (dump, ==, expected);
  }
}

/* What a fix links to does not depend on the order either. */
static void
test_any_order_for_fixes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (91);

  for (guint i = 0; i < 100; i++) {
    g_autoptr (QhContext) context = builder_context (TIES);
    g_autoptr (QhDesignReview) review = qh_design_review_new (context);
    g_autoptr (GPtrArray) escape = NULL;
    g_autoptr (GPtrArray) educate = NULL;
    g_autoptr (GPtrArray) unheard = NULL;
    shuffle_context (context, rand);
    escape = qh_finding_fix (context, builder_find (review, "mode.missing", "escape"));
    educate = qh_finding_fix (context, builder_find (review, "mode.missing", "educate"));
    unheard = qh_finding_fix (context, builder_find (review, "voice.unheard", NULL));
    g_assert_cmpstr (qh_plan_segment (context->plan, 0)->remark, ==, "r5");
    g_assert_cmpstr (qh_plan_segment (context->plan, 1)->friction, ==, "f1");
    g_assert_cmpstr (qh_plan_segment (context->plan, 3)->content, ==, "c1");
  }
}

/* The same plan twice gives the same review. */
static void
test_review_changes_nothing (void)
{
  g_autoptr (QhContext) context = builder_context (TIES);
  g_autoptr (QhDesignReview) first = qh_design_review_new (context);
  g_autoptr (QhDesignReview) second = qh_design_review_new (context);
  g_autofree char *one = builder_dump (first);
  g_autofree char *two = builder_dump (second);

  g_assert_cmpstr (one, ==, two);
}

static void
test_balance (void)
{
  g_autoptr (QhContext) context = builder_context (
      "open:60 educate:60 educate:120 improve:30 escape:0 aesthetics:90 housekeeping:60");
  QhBalance balance = qh_balance_of_plan (context->plan);
  g_autofree char *label = qh_balance_label (&balance);

  g_assert_cmpint (balance.educate, ==, 180);
  g_assert_cmpint (balance.improve, ==, 30);
  g_assert_cmpint (balance.escape, ==, 0);
  g_assert_cmpint (balance.aesthetics, ==, 90);
  g_assert_cmpstr (label, ==, "Educate 3 min, Improve 30 s, Escape 0 min, Aesthetics 1:30 min");
}

static void
test_context (void)
{
  g_autoptr (QhContext) context =
      builder_context ("friction:f1,2 friction:f2,3 remark:r1,2026-11-02,Words");
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  g_autoptr (QhPlan) plan = qh_plan_new (meeting);
  g_autoptr (QhContext) bare = qh_context_new (plan, NULL, 0, NULL);
  g_autoptr (QhDesignReview) review = qh_design_review_new (bare);

  g_assert_true (qh_context_find (context->frictions, "f2") ==
                 g_ptr_array_index (context->frictions, 1));
  g_assert_null (qh_context_find (context->frictions, "r1"));
  g_assert_null (qh_context_find (context->frictions, NULL));
  g_assert_cmpint (review->limit, ==, 15 * QH_MINUTE);
  g_assert_nonnull (bare->client);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/order", test_order);
  g_test_add_func ("/review/score", test_score);
  g_test_add_func ("/review/accepted", test_accepted);
  g_test_add_func ("/review/accepted-costs-nothing", test_accepted_costs_nothing);
  g_test_add_func ("/review/unsaved-is-not-accepted", test_unsaved_is_not_accepted);
  g_test_add_func ("/review/newest-reason-counts", test_newest_reason_counts);
  g_test_add_func ("/review/muted", test_muted);
  g_test_add_func ("/review/muted-has-no-fix", test_muted_has_no_fix);
  g_test_add_func ("/review/house-rules-count", test_house_rules_count);
  g_test_add_func ("/review/any-order-of-facts", test_any_order_of_facts);
  g_test_add_func ("/review/any-order-for-fixes", test_any_order_for_fixes);
  g_test_add_func ("/review/review-changes-nothing", test_review_changes_nothing);
  g_test_add_func ("/review/balance", test_balance);
  g_test_add_func ("/review/context", test_context);
  return g_test_run ();
}
