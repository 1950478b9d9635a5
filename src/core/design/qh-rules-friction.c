/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about what stands in the client's way: the plan faces it, and an escape says from
 * what. */
#include "design/qh-rule.h"
#include <glib/gi18n-lib.h>

static gboolean
is_open (QhFriction *friction)
{
  return friction->status == QH_FRICTION_STATUS_OPEN ||
         friction->status == QH_FRICTION_STATUS_FIXING;
}

QhFriction *
qh_rule_find_friction (const QhFacts *facts, int severity)
{
  GPtrArray *frictions = facts->context->frictions;
  QhFriction *best = NULL;

  for (guint i = 0; i < frictions->len; i++) {
    QhFriction *friction = g_ptr_array_index (frictions, i);
    if (is_open (friction) && friction->severity >= severity &&
        !qh_rule_is_linked (facts, QH_LINK_FRICTION, QH_RECORD (friction)) &&
        (best == NULL || qh_context_compare_costs (facts->context, friction, best) < 0))
      best = friction;
  }
  return best;
}

/* --- friction.unaddressed */

/* How many frictions are to be faced; 0 where the plan faces one of them. */
static guint
count_unaddressed (const QhFacts *facts)
{
  GPtrArray *frictions = facts->context->frictions;
  guint n = 0;

  for (guint i = 0; i < frictions->len; i++) {
    QhFriction *friction = g_ptr_array_index (frictions, i);
    if (!is_open (friction) || friction->severity < QH_RULE_SEVERITY_FACED)
      continue;
    if (qh_rule_is_linked (facts, QH_LINK_FRICTION, QH_RECORD (friction)))
      return 0;
    n++;
  }
  return n;
}

static void
check_unaddressed (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  guint n = count_unaddressed (facts);
  QhFriction *dearest = n > 0 ? qh_rule_find_friction (facts, QH_RULE_SEVERITY_FACED) : NULL;
  QhFinding *finding;

  if (dearest == NULL)
    return;
  finding = qh_rule_add (
      rule, findings,
      /* Translators: the title of a friction, and what it does: "stops work" */
      g_strdup_printf (ngettext ("“%s” (%s) is not removed, and no segment links to it.",
                                 "“%s” (%s) is not removed, and no segment links to it or any "
                                 "other of the %u that weigh as much.",
                                 n),
                       dearest->title, qh_severity_label (dearest->severity), n));
  if (QH_RECORD (dearest)->id != NULL)
    qh_rule_set_fix (finding, _ ("Add two minutes of escape from it"));
}

static void
fix_unaddressed (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  QhFriction *dearest = qh_rule_find_friction (facts, QH_RULE_SEVERITY_FACED);

  qh_rule_link (qh_rule_insert (facts, QH_SEGMENT_KIND_ESCAPE), "friction", QH_RECORD (dearest),
                dearest->title);
}

/* --- friction.escape-empty */

static void
check_empty (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    QhFriction *dearest;
    QhFinding *finding;
    if (segment->kind != QH_SEGMENT_KIND_ESCAPE || segment->friction != NULL ||
        segment->remark != NULL)
      continue;
    finding = qh_rule_add (rule, findings,
                           /* Translators: the number of a segment */
                           g_strdup_printf (_ ("Segment %d links to no friction and to no words "
                                               "of his."),
                                            (int)segment->position + 1));
    qh_rule_set_segment (finding, segment);
    dearest = qh_rule_find_friction (facts, 0);
    if (dearest != NULL && QH_RECORD (dearest)->id != NULL)
      qh_rule_set_fix (finding, _ ("Link the dearest friction"));
  }
}

static void
fix_empty (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  QhFriction *dearest = qh_rule_find_friction (facts, 0);

  qh_record_set_string (QH_RECORD (qh_rule_segment (facts, finding)), "friction",
                        QH_RECORD (dearest)->id);
}

static const QhRule rules[] = {
  { "friction.unaddressed", QH_LEVEL_WARNING, 10,
    N_ ("The client has friction of severity 3 or 4, and no segment links to any of it."),
    N_ ("What stands in his way is left out"),
    N_ ("While it stands, whatever else we bring has to be better by that much."),
    check_unaddressed, fix_unaddressed },
  { "friction.escape-empty", QH_LEVEL_HINT, 3,
    N_ ("An escape segment links to no friction and no remark."), N_ ("Escape from what?"),
    N_ ("He escapes from one thing that he has named, or he does not notice."), check_empty,
    fix_empty },
};

QH_DEFINE_RULE_GROUP (friction, rules)
