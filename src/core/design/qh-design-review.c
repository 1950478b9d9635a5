/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The design review: runs the table of rules over a context, takes out what is muted, marks what is
 * accepted, and puts the rest in an order that depends on nothing but what was found. */
#include "design/qh-design-review.h"
#include "design/qh-rule.h"
#include <glib/gi18n-lib.h>

void
qh_finding_free (QhFinding *finding)
{
  g_free (finding->segment);
  g_free (finding->key);
  g_free (finding->title);
  g_free (finding->text);
  g_free (finding->why);
  g_free (finding->fix);
  g_free (finding->accepted);
  g_free (finding);
}

void
qh_design_review_free (QhDesignReview *review)
{
  g_ptr_array_unref (review->findings);
  g_free (review);
}

static GPtrArray *
findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)qh_finding_free);
}

/* Runs one rule, with the level and points that the house gives it. */
static void
run_rule (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  QhHouseRules *house = facts->context->rules;
  guint first = findings->len;

  if (qh_house_rules_is_muted (house, rule->id))
    return;
  rule->check (rule, facts, findings);
  for (guint i = first; i < findings->len; i++) {
    QhFinding *finding = g_ptr_array_index (findings, i);
    finding->level = qh_house_rules_level (house, rule->id);
    finding->points = qh_house_rules_points (house, rule->id);
  }
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const QhFinding *one = *(const QhFinding *const *)a;
  const QhFinding *other = *(const QhFinding *const *)b;
  int order;

  if (one->level != other->level)
    return (int)one->level - (int)other->level;
  if (one->points != other->points)
    return other->points - one->points;
  if ((order = g_strcmp0 (one->rule, other->rule)) != 0)
    return order;
  if (one->position != other->position)
    return one->position - other->position;
  return g_strcmp0 (one->key, other->key);
}

static gboolean
is_accepted_by (const QhFinding *finding, const QhFindingAccepted *accepted)
{
  gboolean nameless = finding->position >= 0 && finding->segment == NULL;

  return !nameless && g_strcmp0 (finding->rule, accepted->rule) == 0 &&
         g_strcmp0 (finding->segment, accepted->segment) == 0 &&
         g_strcmp0 (finding->key, accepted->key) == 0;
}

/* The newer of two reasons for the same finding counts, in whatever order they come. */
static gboolean
is_newer (QhFindingAccepted *a, QhFindingAccepted *b)
{
  if (QH_RECORD (a)->modified != QH_RECORD (b)->modified)
    return QH_RECORD (a)->modified > QH_RECORD (b)->modified;
  return g_strcmp0 (QH_RECORD (a)->id, QH_RECORD (b)->id) > 0;
}

static void
mark_accepted (QhFinding *finding, GPtrArray *all)
{
  QhFindingAccepted *newest = NULL;

  if (finding->level == QH_LEVEL_BLOCKER)
    return;
  for (guint i = 0; i < all->len; i++) {
    QhFindingAccepted *accepted = g_ptr_array_index (all, i);
    if (is_accepted_by (finding, accepted) && (newest == NULL || is_newer (accepted, newest)))
      newest = accepted;
  }
  if (newest != NULL)
    finding->accepted = g_strdup (newest->reason != NULL ? newest->reason : "");
}

int *
qh_rules_prices (const QhContext *context)
{
  const QhRule *const *rules;
  guint n_rules;
  int *prices;

  rules = qh_rules (&n_rules);
  prices = g_new0 (int, n_rules);
  for (guint i = 0; i < n_rules; i++)
    if (!qh_house_rules_is_muted (context->rules, rules[i]->id))
      prices[i] = qh_house_rules_points (context->rules, rules[i]->id);
  return prices;
}

/* What of the findings of one rule is not accepted. */
static guint
count_standing (const QhContext *context, const QhRule *rule, GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++) {
    QhFinding *finding = g_ptr_array_index (findings, i);
    if (context->accepted->len > 0) {
      finding->level = qh_house_rules_level (context->rules, rule->id);
      mark_accepted (finding, context->accepted);
    }
    n += finding->accepted == NULL;
  }
  return n;
}

int
qh_rules_points (const QhFacts *facts, const int *prices)
{
  g_autoptr (GPtrArray) findings = findings_new ();
  const QhRule *const *rules;
  guint n_rules;
  int points = 0;

  rules = qh_rules (&n_rules);
  for (guint i = 0; i < n_rules; i++) {
    if (prices[i] == 0)
      continue;
    rules[i]->check (rules[i], facts, findings);
    points += prices[i] * (int)count_standing (facts->context, rules[i], findings);
    g_ptr_array_set_size (findings, 0);
  }
  return points;
}

static void
count (QhDesignReview *review)
{
  review->score = 100;
  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *finding = g_ptr_array_index (review->findings, i);
    if (finding->accepted != NULL)
      continue;
    review->score = MAX (review->score - finding->points, 0);
    review->blockers += finding->level == QH_LEVEL_BLOCKER;
    review->warnings += finding->level == QH_LEVEL_WARNING;
    review->hints += finding->level == QH_LEVEL_HINT;
  }
}

QhDesignReview *
qh_design_review_new (const QhContext *context)
{
  QhDesignReview *review = g_new0 (QhDesignReview, 1);
  g_auto (QhFacts) facts;
  const QhRule *const *rules;
  guint n_rules;

  qh_facts_init (&facts, context);
  review->limit = facts.limit;
  review->budget = facts.budget;
  review->total = facts.total;
  review->findings = findings_new ();
  rules = qh_rules (&n_rules);
  for (guint i = 0; i < n_rules; i++)
    run_rule (rules[i], &facts, review->findings);
  for (guint i = 0; i < review->findings->len; i++)
    mark_accepted (g_ptr_array_index (review->findings, i), context->accepted);
  g_ptr_array_sort (review->findings, compare_findings);
  count (review);
  return review;
}

static void
append_count (GString *counts, guint n, const char *format)
{
  if (n == 0)
    return;
  if (counts->len > 0)
    /* Translators: between the counts of "1 warning, 2 hints" */
    g_string_append (counts, _ (", "));
  g_string_append_printf (counts, format, n);
}

char *
qh_design_review_label (const QhDesignReview *review)
{
  guint blockers = review->blockers, warnings = review->warnings, hints = review->hints;
  g_autoptr (GString) counts = g_string_new (NULL);

  append_count (counts, blockers, ngettext ("%u blocker", "%u blockers", blockers));
  append_count (counts, warnings, ngettext ("%u warning", "%u warnings", warnings));
  append_count (counts, hints, ngettext ("%u hint", "%u hints", hints));
  if (counts->len == 0)
    /* Translators: the score of a plan with nothing to say about it */
    return g_strdup_printf (_ ("Score %d: nothing to change"), review->score);
  /* Translators: the score of a plan, and what was found, like "1 warning, 2 hints" */
  return g_strdup_printf (_ ("Score %d: %s"), review->score, counts->str);
}

static gboolean
is_same (const QhFinding *a, const QhFinding *b)
{
  if (g_strcmp0 (a->segment, b->segment) != 0 || g_strcmp0 (a->key, b->key) != 0)
    return FALSE;
  return a->segment != NULL || a->position == b->position;
}

GPtrArray *
qh_finding_fix (const QhContext *context, const QhFinding *finding)
{
  g_autoptr (GPtrArray) fresh = findings_new ();
  g_auto (QhFacts) facts;
  const QhRule *const *rules;
  GPtrArray *beside;
  guint n_rules;
  int index = qh_rule_index (finding->rule);

  qh_facts_init (&facts, context);
  rules = qh_rules (&n_rules);
  if (index < 0 || rules[index]->fix == NULL)
    return NULL;
  run_rule (rules[index], &facts, fresh);
  for (guint i = 0; i < fresh->len; i++) {
    const QhFinding *present = g_ptr_array_index (fresh, i);
    if (!is_same (present, finding) || present->fix == NULL)
      continue;
    beside = g_ptr_array_new_with_free_func (g_object_unref);
    rules[index]->fix (&facts, present, beside);
    return beside;
  }
  return NULL;
}
