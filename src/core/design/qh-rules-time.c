/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about length: the client's limit, the meeting's budget, room to breathe. */
#include "design/qh-rule.h"
#include <glib/gi18n-lib.h>

/* What has to stay free (seconds). */
#define ROOM QH_MINUTE

static gboolean
is_eligible (QhSegment *segment, gboolean modalities_only)
{
  return !modalities_only || qh_segment_kind_is_modality (segment->kind);
}

/* Whether shortening alone, no segment below one step, can bring the plan to @goal seconds. */
static gboolean
can_shorten (const QhFacts *facts, gint64 goal, gboolean modalities_only)
{
  gint64 slack = 0;

  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    if (is_eligible (segment, modalities_only))
      slack += MAX (segment->seconds - QH_RULE_STEP, 0);
  }
  return facts->total - slack <= goal;
}

/* Which segment gives the next step: the longest, among equals one that need not stay in the short
 * cut, then the last. -1: none can. */
static int
find_longest (const QhFacts *facts, const gint64 *seconds, gboolean modalities_only)
{
  int longest = -1;
  gboolean longest_must = FALSE;

  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    if (!is_eligible (segment, modalities_only) || seconds[i] <= QH_RULE_STEP)
      continue;
    if (longest < 0 || seconds[i] > seconds[longest] ||
        (seconds[i] == seconds[longest] && (longest_must || !segment->must))) {
      longest = (int)i;
      longest_must = segment->must;
    }
  }
  return longest;
}

static void
shorten (const QhFacts *facts, gint64 goal, gboolean modalities_only)
{
  g_autofree gint64 *seconds = g_new0 (gint64, facts->segments->len + 1);
  gint64 total = facts->total;
  int longest;

  for (guint i = 0; i < facts->segments->len; i++)
    seconds[i] = QH_SEGMENT (g_ptr_array_index (facts->segments, i))->seconds;
  while (total > goal && (longest = find_longest (facts, seconds, modalities_only)) >= 0) {
    gint64 step = MIN (QH_RULE_STEP, seconds[longest] - QH_RULE_STEP);
    seconds[longest] -= step;
    total -= step;
  }
  for (guint i = 0; i < facts->segments->len; i++)
    qh_record_set_int (g_ptr_array_index (facts->segments, i), "seconds", seconds[i]);
}

static void
check_over_limit (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  g_autofree char *total = NULL;
  g_autofree char *limit = NULL;
  QhFinding *finding;
  char *text;

  if (facts->total <= facts->limit)
    return;
  total = qh_rule_length (facts->total);
  limit = qh_rule_length (facts->limit);
  /* Translators: two lengths: "The plan takes 17 minutes; the client gives 15 minutes." */
  text = g_strdup_printf (_ ("The plan takes %s; the client gives %s."), total, limit);
  finding = qh_rule_add (rule, findings, qh_rule_with_words (facts, "minutes_limit", text));
  if (can_shorten (facts, facts->limit, TRUE))
    qh_rule_set_fix (finding, _ ("Shorten until it fits"));
}

static void
fix_over_limit (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  shorten (facts, facts->limit, TRUE);
}

static void
check_over_budget (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  g_autofree char *total = NULL;
  g_autofree char *budget = NULL;
  QhFinding *finding;

  if (facts->total <= facts->budget || facts->total > facts->limit)
    return;
  total = qh_rule_length (facts->total);
  budget = qh_rule_length (facts->budget);
  finding = qh_rule_add (rule, findings,
                         /* Translators: two lengths */
                         g_strdup_printf (_ ("The segments add up to %s; the meeting is planned "
                                             "for %s."),
                                          total, budget));
  if (can_shorten (facts, facts->budget, TRUE))
    qh_rule_set_fix (finding, _ ("Shorten until it fits"));
}

static void
fix_over_budget (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  shorten (facts, facts->budget, TRUE);
}

static void
check_no_room (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  gint64 room = facts->budget - facts->total;
  g_autofree char *budget = NULL;
  g_autofree char *left = NULL;
  QhFinding *finding;
  char *text;

  if (facts->total == 0 || room < 0 || room >= ROOM)
    return;
  budget = qh_rule_length (facts->budget);
  left = qh_rule_length (room);
  if (room == 0)
    /* Translators: a length */
    text = g_strdup_printf (_ ("The segments leave nothing of the %s free."), budget);
  else
    /* Translators: two lengths: "… leave 30 seconds of the 15 minutes free." */
    text = g_strdup_printf (_ ("The segments leave %s of the %s free."), left, budget);
  finding = qh_rule_add (rule, findings, text);
  if (can_shorten (facts, facts->budget - ROOM, FALSE))
    qh_rule_set_fix (finding, _ ("Free a minute"));
}

static void
fix_no_room (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  shorten (facts, facts->budget - ROOM, FALSE);
}

static void
check_fragmented (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  guint n = facts->segments->len;
  g_autofree char *budget = NULL;

  if ((gint64)n * QH_RULE_SEGMENT_NEEDS <= facts->budget)
    return;
  budget = qh_rule_length (facts->budget);
  qh_rule_add (rule, findings,
               /* Translators: a number of segments, and a length */
               g_strdup_printf (ngettext ("%u segment in %s: less than two minutes for it.",
                                          "%u segments in %s: less than two minutes for each.", n),
                                n, budget));
}

/* --- time.runs-over */

/* What stands in the plan of @kind is planned shorter than such segments turn out. */
static gboolean
is_too_short (const QhFacts *facts, int kind)
{
  gint64 takes = qh_pace_length (&facts->context->paces[kind]);

  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    if (segment->kind == kind && segment->seconds < takes)
      return TRUE;
  }
  return FALSE;
}

static gboolean
runs_over (const QhFacts *facts, int kind)
{
  return facts->seconds[kind] > 0 && qh_pace_runs_over (&facts->context->paces[kind]) &&
         is_too_short (facts, kind);
}

/* Whether @a took more of its plan than @b. */
static gboolean
is_worse (const QhPace *a, const QhPace *b)
{
  return a->actual * b->planned > b->actual * a->planned;
}

/* The kind that runs over most; of equals the first; 0: none does. */
static int
find_worst_kind (const QhFacts *facts)
{
  const QhPace *paces = facts->context->paces;
  int worst = 0;

  for (int kind = 1; kind <= QH_SEGMENT_KIND_HOUSEKEEPING; kind++)
    if (runs_over (facts, kind) && (worst == 0 || is_worse (&paces[kind], &paces[worst])))
      worst = kind;
  return worst;
}

static void
check_runs_over (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  int kind = find_worst_kind (facts);
  const QhPace *pace = &facts->context->paces[kind];
  g_autofree char *took = NULL;
  g_autofree char *planned = NULL;
  QhFinding *finding;

  if (kind == 0)
    return;
  took = qh_rule_length (pace->actual);
  planned = qh_rule_length (pace->planned);
  finding = qh_rule_add (
      rule, findings,
      /* Translators: a kind of segment, how many, and two lengths: "Educate: the last 5 took 24
       * minutes instead of 16 minutes." */
      g_strdup_printf (ngettext ("%s: the last %u took %s instead of %s.",
                                 "%s: the last %u took %s instead of %s.", pace->n),
                       qh_enum_label (qh_segment_kind_values, kind), pace->n, took, planned));
  qh_rule_set_key (finding, qh_enum_name (qh_segment_kind_values, kind));
  qh_rule_set_fix (finding, _ ("Set it to what it really takes"));
}

static void
fix_runs_over (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  int kind = find_worst_kind (facts);
  gint64 takes = qh_pace_length (&facts->context->paces[kind]);

  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    if (segment->kind == kind && segment->seconds < takes)
      qh_record_set_int (QH_RECORD (segment), "seconds", takes);
  }
}

static const QhRule rules[] = {
  { "time.over-limit", QH_LEVEL_BLOCKER, 25, N_ ("The plan takes longer than the client gives."),
    N_ ("Longer than the client gives"),
    N_ ("Time that was not granted is taken from him, and that is what he will remember."),
    check_over_limit, fix_over_limit },
  { "time.over-budget", QH_LEVEL_WARNING, 10,
    N_ ("The segments add up to more than the planned length, within the client's limit."),
    N_ ("Longer than planned"),
    N_ ("A plan that does not fit its own length is finished by dropping the end: the ask."),
    check_over_budget, fix_over_budget },
  { "time.no-room", QH_LEVEL_HINT, 4, N_ ("Less than a minute of the planned length is free."),
    N_ ("No minute to spare"),
    N_ ("The first question the client asks will push the plan over its end."), check_no_room,
    fix_no_room },
  { "time.fragmented", QH_LEVEL_HINT, 4,
    N_ ("More segments than one for every two planned minutes."), N_ ("Too many pieces"),
    N_ ("What gets less than two minutes is mentioned, not understood."), check_fragmented, NULL },
  { "time.runs-over", QH_LEVEL_WARNING, 6,
    N_ ("A kind of segment that took a quarter more than planned the last times, planned shorter "
        "than it takes."),
    N_ ("Runs over every time"),
    N_ ("What took longer the last times will take longer again, and the end pays for it: the "
        "ask."),
    check_runs_over, fix_runs_over },
};

QH_DEFINE_RULE_GROUP (time, rules)
