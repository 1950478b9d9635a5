/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about housekeeping: it will be automated, so it leaves the meeting. */
#include "base/qh-text.h"
#include "design/qh-rule.h"
#include <glib/gi18n-lib.h>

/* So much of a segment's title is quoted. */
#define TITLE_CHARS 60

static void
check_keeping (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  gint64 held = facts->seconds[QH_SEGMENT_KIND_HOUSEKEEPING];
  g_autofree char *housekeeping = NULL;
  g_autofree char *total = NULL;
  QhFinding *finding;

  if (held * 10 <= facts->total)
    return;
  housekeeping = qh_rule_length (held);
  total = qh_rule_length (facts->total);
  finding = qh_rule_add (
      rule, findings,
      /* Translators: two lengths */
      g_strdup_printf (_ ("Housekeeping holds %s of %s, more than a tenth."), housekeeping, total));
  qh_rule_set_fix (finding, _ ("Move it out of the meeting"));
}

static void
fix_keeping (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    QhHousekeeping *task;
    if (segment->kind != QH_SEGMENT_KIND_HOUSEKEEPING)
      continue;
    task = qh_housekeeping_new ();
    qh_record_set_string (QH_RECORD (task), "client", QH_RECORD (facts->client)->id);
    qh_record_set_string (QH_RECORD (task), "task",
                          segment->title != NULL ? segment->title : _ ("Housekeeping"));
    g_ptr_array_add (beside, task);
    qh_plan_remove (facts->plan, segment);
  }
}

static void
check_segment (const QhRule *rule, const QhFacts *facts, QhSegment *segment, GPtrArray *findings)
{
  g_autofree char *title = NULL;
  QhFinding *finding;
  const char *phrase;

  phrase = qh_phrases_find_housekeeping (facts->context->phrases, segment->title);
  if (phrase == NULL)
    phrase = qh_phrases_find_housekeeping (facts->context->phrases, segment->notes);
  if (phrase == NULL)
    return;
  title = qh_text_shorten (segment->title, TITLE_CHARS);
  finding = qh_rule_add (rule, findings,
                         /* Translators: number and title of a segment, and what it speaks of */
                         g_strdup_printf (_ ("Segment %d, “%s”, speaks of “%s”."),
                                          (int)segment->position + 1, title, phrase));
  qh_rule_set_segment (finding, segment);
  qh_rule_set_fix (finding, _ ("Mark it as housekeeping"));
}

static void
check_hidden (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    if (segment->kind != QH_SEGMENT_KIND_HOUSEKEEPING)
      check_segment (rule, facts, segment, findings);
  }
}

static void
fix_hidden (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  qh_record_set_int (QH_RECORD (qh_rule_segment (facts, finding)), "kind",
                     QH_SEGMENT_KIND_HOUSEKEEPING);
}

static const QhRule rules[] = {
  { "house.keeping", QH_LEVEL_WARNING, 8, N_ ("Housekeeping holds more than a tenth of the plan."),
    N_ ("Too much housekeeping"),
    N_ ("Orders and paperwork do not need a meeting; they take the place of what does."),
    check_keeping, fix_keeping },
  { "house.hidden", QH_LEVEL_HINT, 4,
    N_ ("A segment of another kind speaks of housekeeping, like “order status”."),
    N_ ("Housekeeping under another name"),
    N_ ("Named for what it is, it can be counted, and moved out of the meeting."), check_hidden,
    fix_hidden },
};

QH_DEFINE_RULE_GROUP (house, rules)
