/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about the output: what the client has when we leave that he did not have before. */
#include "base/qh-text.h"
#include "design/qh-rule.h"
#include <glib/gi18n-lib.h>

/* The same output within so many days of 24 hours is a copy. */
#define COPIED_DAYS 90

/* So much of an output is quoted. */
#define OUTPUT_CHARS 80

static void
check_missing (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  if (!qh_text_is_empty (facts->meeting->output))
    return;
  qh_rule_add (rule, findings,
               g_strdup (_ ("The plan does not say what the client will have that he did not have "
                            "before.")));
}

static void
check_activity (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  const char *phrase = qh_phrases_find_activity (facts->context->phrases, facts->meeting->output);
  g_autofree char *output = NULL;

  if (phrase == NULL)
    return;
  output = qh_text_shorten (facts->meeting->output, OUTPUT_CHARS);
  qh_rule_add (
      rule, findings,
      /* Translators: the output, and the phrase that it begins with */
      g_strdup_printf (_ ("“%s” begins with “%s”: that is something we do."), output, phrase));
}

static void
check_unmeasured (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  g_autofree char *output = NULL;

  if (qh_text_is_empty (facts->meeting->output) || !qh_text_is_empty (facts->meeting->measure))
    return;
  output = qh_text_shorten (facts->meeting->output, OUTPUT_CHARS);
  /* Translators: the output */
  qh_rule_add (rule, findings, g_strdup_printf (_ ("“%s” has no measure."), output));
}

static void
check_thin (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  g_autofree char *held = NULL;
  g_autofree char *total = NULL;
  gint64 named = 0;

  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    if (!qh_text_is_empty (segment->output))
      named += segment->seconds;
  }
  if (facts->total == 0 || named * 2 >= facts->total)
    return;
  if (named == 0) {
    qh_rule_add (rule, findings, g_strdup (_ ("No segment names an output of its own.")));
    return;
  }
  held = qh_rule_length (named);
  total = qh_rule_length (facts->total);
  qh_rule_add (rule, findings,
               /* Translators: two lengths: "… hold 5 minutes of 14 minutes, less than half." */
               g_strdup_printf (_ ("Segments that name an output of their own hold %s of %s, less "
                                   "than half."),
                                held, total));
}

/* How far @other is from this meeting, in microseconds; -1 when its output does not count as the
 * same one. */
static gint64
distance_of_copy (const QhFacts *facts, const char *output, QhMeeting *other)
{
  const char *id = QH_RECORD (facts->meeting)->id;
  g_autofree char *its_output = NULL;

  if (other == facts->meeting || (id != NULL && g_strcmp0 (id, QH_RECORD (other)->id) == 0))
    return -1;
  if (other->status == QH_MEETING_STATUS_CANCELLED || other->start == QH_NONE)
    return -1;
  its_output = qh_text_fold (other->output);
  return g_str_equal (output, its_output) ? ABS (other->start - facts->meeting->start) : -1;
}

/* The nearest other meeting with the same output, or NULL. */
static QhMeeting *
find_copy (const QhFacts *facts)
{
  GPtrArray *others = facts->context->same_output;
  g_autofree char *output = qh_text_fold (facts->meeting->output);
  gint64 nearest = COPIED_DAYS * QH_DAY_USEC;
  QhMeeting *copy = NULL;

  for (guint i = 0; i < others->len; i++) {
    QhMeeting *other = g_ptr_array_index (others, i);
    gint64 distance = distance_of_copy (facts, output, other);
    if (distance < 0 || distance > nearest)
      continue;
    if (copy != NULL && distance == nearest &&
        (other->start > copy->start ||
         (other->start == copy->start &&
          g_strcmp0 (QH_RECORD (other)->id, QH_RECORD (copy)->id) >= 0)))
      continue;
    nearest = distance;
    copy = other;
  }
  return copy;
}

static void
check_copied (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  g_autofree char *date = NULL;
  g_autofree char *day = NULL;
  QhMeeting *copy;
  const char *format;

  if (facts->meeting->start == QH_NONE || qh_text_is_empty (facts->meeting->output) ||
      (copy = find_copy (facts)) == NULL)
    return;
  date = qh_instant_to_date (copy->start, facts->context->zone);
  day = qh_date_label (date, facts->context->now, facts->context->zone);
  if (g_strcmp0 (copy->client, facts->meeting->client) == 0)
    /* Translators: a day */
    format = _ ("The meeting with this client on %s has the same output.");
  else
    /* Translators: a day */
    format = _ ("A meeting with another client on %s has the same output.");
  qh_rule_add (rule, findings, g_strdup_printf (format, day));
}

static const QhRule rules[] = {
  { "output.missing", QH_LEVEL_BLOCKER, 25, N_ ("The meeting has no output."), N_ ("No output yet"),
    N_ ("A meeting that leaves nothing behind is a visit. He gave his time for a result."),
    check_missing, NULL },
  { "output.activity", QH_LEVEL_WARNING, 12,
    N_ ("The output begins with an activity, like “introduce” or “check in”."),
    N_ ("An activity, not an output"),
    N_ ("What we do is not what he has. Say what is in his hands when we leave."), check_activity,
    NULL },
  { "output.unmeasured", QH_LEVEL_HINT, 3, N_ ("There is an output, but no measure."),
    N_ ("How will both of you know?"),
    N_ ("Without a measure nobody can tell afterwards whether the meeting was worth it."),
    check_unmeasured, NULL },
  { "output.thin", QH_LEVEL_WARNING, 8,
    N_ ("Segments that name an output of their own hold less than half of the plan."),
    N_ ("Most of it leaves nothing behind"),
    N_ ("Minutes without an output are minutes for us, not for him."), check_thin, NULL },
  { "output.copied", QH_LEVEL_WARNING, 8,
    N_ ("The same output stands in another meeting within 90 days."), N_ ("Said before"),
    N_ ("An output that fits everybody was designed for nobody."), check_copied, NULL },
};

QH_DEFINE_RULE_GROUP (output, rules)
