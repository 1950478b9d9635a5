/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about trust: before anything else, what holds the client's gate is mended. Where
 * nothing is known of it they are silent. */
#include "base/qh-text.h"
#include "design/qh-rule.h"
#include <glib/gi18n-lib.h>

static gboolean
gate_is (const QhFacts *facts, QhGate gate)
{
  return facts->context->trust != NULL && facts->context->trust->gate == gate;
}

static QhSegment *
find_modality (const QhFacts *facts)
{
  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    if (qh_segment_kind_is_modality (segment->kind))
      return segment;
  }
  return NULL;
}

static QhSegment *
find_escape (const QhFacts *facts)
{
  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    if (segment->kind == QH_SEGMENT_KIND_ESCAPE)
      return segment;
  }
  return NULL;
}

/* What holds the gate: the worst, and how many more. @alone and @more say it in a sentence. */
static char *
gate_text (const QhFacts *facts, const char *alone, const char *more)
{
  const QhTrust *trust = facts->context->trust;
  const QhTrustReason *worst = g_ptr_array_index (trust->because, 0);

  if (trust->n_because == 1)
    return g_strdup_printf (alone, worst->text);
  return g_strdup_printf (more, worst->text, (int)(trust->n_because - 1));
}

static void
check_fix_first (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  QhSegment *first = find_modality (facts);
  QhSegment *escape = find_escape (facts);
  QhFinding *finding;

  if (!gate_is (facts, QH_GATE_CLOSED) || (escape != NULL && first == escape))
    return;
  finding = qh_rule_add (
      rule, findings,
      /* Translators: what holds the client's gate: a sentence without its full stop */
      gate_text (facts, _ ("His gate is closed: %s."), _ ("His gate is closed: %s, and %d more.")));
  qh_rule_set_fix (finding, escape != NULL ? _ ("Move the escape segment to the front")
                                           : _ ("Add two minutes of escape"));
}

/* The promise that holds the gate, if it is one. */
static QhPromise *
find_promise (const QhFacts *facts)
{
  const GPtrArray *because = facts->context->trust->because;

  for (guint i = 0; i < because->len; i++) {
    const QhTrustReason *reason = g_ptr_array_index (because, i);
    QhPromise *promise = qh_context_find (facts->context->promises, reason->id);
    if (promise != NULL)
      return promise;
  }
  return NULL;
}

/* An escape from the dearest friction; else from the promise that was not kept. */
static void
add_escape (const QhFacts *facts)
{
  QhSegment *segment = qh_rule_insert_best (facts, QH_SEGMENT_KIND_ESCAPE);
  QhPromise *promise = segment->friction == NULL ? find_promise (facts) : NULL;
  g_autofree char *title = NULL;

  if (promise == NULL)
    return;
  title = qh_text_shorten (promise->what, QH_RULE_TITLE_CHARS);
  qh_record_set_string (QH_RECORD (segment), "content", NULL);
  qh_record_set_string (QH_RECORD (segment), "remark", NULL);
  qh_record_set_string (QH_RECORD (segment), "promise", QH_RECORD (promise)->id);
  qh_record_set_string (QH_RECORD (segment), "title", title);
}

static void
fix_fix_first (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  QhSegment *escape = find_escape (facts);

  if (escape != NULL)
    qh_plan_move (facts->plan, escape, (guint)find_modality (facts)->position);
  else
    add_escape (facts);
}

static void
check_mend (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  QhFinding *finding;

  if (!gate_is (facts, QH_GATE_NARROW) || find_escape (facts) != NULL)
    return;
  finding = qh_rule_add (
      rule, findings,
      gate_text (facts, _ ("His gate is narrow: %s."), _ ("His gate is narrow: %s, and %d more.")));
  qh_rule_set_fix (finding, _ ("Add two minutes of escape"));
}

static void
fix_mend (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  add_escape (facts);
}

static const QhRule rules[] = {
  { "trust.fix-first", QH_LEVEL_WARNING, 8,
    N_ ("The client's gate is closed, and the first modality is not escape."), N_ ("Fix first"),
    N_ ("Until what went wrong is mended, nothing else we bring is worth his time."),
    check_fix_first, fix_fix_first },
  { "trust.mend", QH_LEVEL_HINT, 3,
    N_ ("The client's gate is narrow, and no segment is an escape."), N_ ("Mend it first"),
    N_ ("What went wrong of late is still in the room. A few minutes for it open the gate."),
    check_mend, fix_mend },
};

QH_DEFINE_RULE_GROUP (trust, rules)
