/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about content: something rare is given, once, while there is some, and what is called
 * ours alone is proven. */
#include "base/qh-text.h"
#include "design/qh-rule.h"
#include "design/qh-scarcity.h"
#include "model/qh-waiting.h"
#include <glib/gi18n-lib.h>

/* So much of an item's title is quoted, and stands on a button. */
#define TITLE_CHARS 80
#define FIX_CHARS 32

/* Days until evidence is to be checked again, where it never said. */
#define RECHECK_DAYS 182

/* --- Items */

static gboolean
is_carried (const QhFacts *facts, QhContent *content)
{
  const char *id = QH_RECORD (content)->id;

  for (guint i = 0; id != NULL && i < facts->segments->len; i++)
    if (g_strcmp0 (QH_SEGMENT (g_ptr_array_index (facts->segments, i))->content, id) == 0)
      return TRUE;
  return FALSE;
}

/* The items that the plan carries, each once, in the order of its segments. (transfer container) */
static GPtrArray *
list_carried (const QhFacts *facts)
{
  GPtrArray *carried = g_ptr_array_new ();

  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    QhContent *content = qh_context_find (facts->context->content, segment->content);
    if (content != NULL && !g_ptr_array_find (carried, content, NULL))
      g_ptr_array_add (carried, content);
  }
  return carried;
}

static gboolean
is_rare (QhContent *content)
{
  return content->rarity == QH_RARITY_OURS_ALONE || content->edition != QH_NONE;
}

static gboolean
can_be_given (const QhFacts *facts, QhContent *content)
{
  const QhStanding *standing = qh_context_standing (facts->context, content);
  const char *day = facts->day != NULL ? facts->day : facts->today;

  return !content->retired && qh_content_is_open (content, day) && qh_standing_is_left (standing) &&
         qh_standing_has_room (standing, content) && !is_carried (facts, content);
}

static gboolean
is_scarcer (const QhFacts *facts, QhContent *a, QhContent *b)
{
  gint64 out_a = qh_standing_out (qh_context_standing (facts->context, a));
  gint64 out_b = qh_standing_out (qh_context_standing (facts->context, b));

  return qh_scarcity_compare (a, out_a, b, out_b) < 0;
}

QhContent *
qh_rule_find_content (const QhFacts *facts, int modality, QhItems which)
{
  GPtrArray *items = facts->context->content;
  QhContent *best = NULL;

  for (guint i = 0; i < items->len; i++) {
    QhContent *content = g_ptr_array_index (items, i);
    if ((modality != 0 && content->modality != modality) ||
        (which == QH_ITEMS_RARE && !is_rare (content)) ||
        (best != NULL && !is_scarcer (facts, content, best)))
      continue;
    if (can_be_given (facts, content))
      best = content;
  }
  return best;
}

/* --- Words */

static char *
title_of (QhContent *content, guint chars)
{
  return qh_text_shorten (content->title, chars);
}

static char *
day_label (const QhFacts *facts, const char *date)
{
  return qh_date_month_label (date, facts->context->now, facts->context->zone);
}

/* A finding about @content, by which it is told from the others of @rule. */
static QhFinding *
add_about (const QhRule *rule, QhContent *content, GPtrArray *findings, char *text)
{
  QhFinding *finding = qh_rule_add (rule, findings, text);

  qh_rule_set_key (finding, QH_RECORD (content)->id);
  return finding;
}

static QhContent *
find_about (const QhFacts *facts, const QhFinding *finding)
{
  return qh_context_find (facts->context->content, finding->key);
}

/* --- Nothing rare */

static void
check_none (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  g_autoptr (GPtrArray) carried = list_carried (facts);
  g_autofree char *title = NULL;
  g_autofree char *fix = NULL;
  QhContent *scarcest;
  QhFinding *finding;

  for (guint i = 0; i < carried->len; i++)
    if (is_rare (g_ptr_array_index (carried, i)))
      return;
  finding = qh_rule_add (rule, findings,
                         g_strdup (_ ("No segment carries an item that is ours alone or of a "
                                      "limited edition.")));
  scarcest = qh_rule_find_content (facts, 0, QH_ITEMS_RARE);
  if (scarcest == NULL)
    return;
  title = title_of (scarcest, FIX_CHARS);
  /* Translators: the title of a content item */
  fix = g_strdup_printf (_ ("Add “%s”"), title);
  qh_rule_set_fix (finding, fix);
}

static void
carry (QhSegment *segment, QhContent *content)
{
  qh_record_set_string (QH_RECORD (segment), "content", QH_RECORD (content)->id);
}

static void
give_title (QhSegment *segment, QhContent *content)
{
  g_autofree char *title = title_of (content, QH_RULE_TITLE_CHARS);

  qh_record_set_string (QH_RECORD (segment), "title", title);
}

static void
fix_none (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  QhContent *scarcest = qh_rule_find_content (facts, 0, QH_ITEMS_RARE);
  QhSegment *segment = qh_rule_insert (facts, qh_modality_kind (scarcest->modality));

  carry (segment, scarcest);
  give_title (segment, scarcest);
}

/* --- Swapping one item for another */

/* Of the same modality, so that the segment stays what it is. */
static QhContent *
find_swap (const QhFacts *facts, QhContent *content)
{
  return qh_rule_find_content (facts, content->modality, QH_ITEMS_ANY);
}

static void
offer_swap (const QhFacts *facts, QhContent *content, QhFinding *finding)
{
  QhContent *other = find_swap (facts, content);
  g_autofree char *title = other != NULL ? title_of (other, FIX_CHARS) : NULL;
  g_autofree char *fix = NULL;

  if (other == NULL)
    return;
  /* Translators: the title of a content item that takes another's place */
  fix = g_strdup_printf (_ ("Swap for “%s”"), title);
  qh_rule_set_fix (finding, fix);
}

/* Every segment that carries @content carries @other, or none, instead. A title that was the
 * item's follows. */
static void
replace (const QhFacts *facts, QhContent *content, QhContent *other)
{
  for (guint i = 0; i < qh_plan_n_segments (facts->plan); i++) {
    QhSegment *segment = qh_plan_segment (facts->plan, i);
    if (g_strcmp0 (segment->content, QH_RECORD (content)->id) != 0)
      continue;
    qh_record_set_string (QH_RECORD (segment), "content",
                          other != NULL ? QH_RECORD (other)->id : NULL);
    if (other != NULL && g_strcmp0 (segment->title, content->title) == 0)
      give_title (segment, other);
  }
}

static void
fix_swap (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  QhContent *content = find_about (facts, finding);

  replace (facts, content, find_swap (facts, content));
}

/* --- Item by item */

static void
check_common (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  g_autoptr (GPtrArray) carried = list_carried (facts);

  for (guint i = 0; i < carried->len; i++) {
    QhContent *content = g_ptr_array_index (carried, i);
    g_autofree char *title = NULL;
    if (content->rarity != QH_RARITY_COMMON)
      continue;
    title = title_of (content, TITLE_CHARS);
    add_about (rule, content, findings,
               /* Translators: the title of a content item */
               g_strdup_printf (_ ("“%s” is common: he can have it from others."), title));
  }
}

static char *
describe_repeat (const QhFacts *facts, QhContent *content, const QhStanding *standing)
{
  g_autofree char *title = title_of (content, TITLE_CHARS);
  g_autofree char *day = NULL;
  int given = (int)standing->given_before, most = (int)content->per_client;

  if (standing->given_on == NULL)
    /* Translators: the title of a content item, and two numbers of copies */
    return g_strdup_printf (_ ("“%s” was given to him: %d of the %d he may have."), title, given,
                            most);
  day = day_label (facts, standing->given_on);
  /* Translators: the title of a content item, a day, and two numbers of copies */
  return g_strdup_printf (_ ("“%s” was given to him on %s: %d of the %d he may have."), title, day,
                          given, most);
}

static void
check_repeat (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  g_autoptr (GPtrArray) carried = list_carried (facts);

  for (guint i = 0; i < carried->len; i++) {
    QhContent *content = g_ptr_array_index (carried, i);
    const QhStanding *standing = qh_context_standing (facts->context, content);
    if (standing == NULL || standing->given_before < content->per_client)
      continue;
    offer_swap (facts, content,
                add_about (rule, content, findings, describe_repeat (facts, content, standing)));
  }
}

static char *
describe_sold_out (QhContent *content, const QhStanding *standing)
{
  g_autofree char *title = title_of (content, TITLE_CHARS);

  /* Translators: the title of a content item, and four numbers of copies: of the edition, and of it
   * reserved, given and handed on to colleagues */
  return g_strdup_printf (_ ("“%s”: none of %d copies is left (%d reserved, %d given, %d handed "
                             "on), and none is reserved for this meeting."),
                          title, (int)content->edition, (int)standing->reserved,
                          (int)standing->delivered, (int)standing->away);
}

/* With nothing to give instead: he waits for the next copy, unless he does, or may have no more. */
static const char *
take_out_label (QhContent *content, const QhStanding *standing)
{
  if (standing->waiting_place > 0)
    return _ ("Take it out; he waits for one");
  return qh_standing_has_room (standing, content) ? _ ("Put him on the waiting list")
                                                  : _ ("Take it out");
}

static void
check_sold_out (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  g_autoptr (GPtrArray) carried = list_carried (facts);

  for (guint i = 0; i < carried->len; i++) {
    QhContent *content = g_ptr_array_index (carried, i);
    const QhStanding *standing = qh_context_standing (facts->context, content);
    QhFinding *finding;
    if (content->edition == QH_NONE || qh_standing_is_left (standing) || standing->here > 0)
      continue;
    finding = add_about (rule, content, findings, describe_sold_out (content, standing));
    offer_swap (facts, content, finding);
    if (finding->fix == NULL)
      qh_rule_set_fix (finding, take_out_label (content, standing));
  }
}

static QhRecord *
waiting_new (const QhFacts *facts, QhContent *content)
{
  QhRecord *waiting = QH_RECORD (qh_waiting_new ());

  qh_record_set_string (waiting, "content", QH_RECORD (content)->id);
  qh_record_set_string (waiting, "client", QH_RECORD (facts->client)->id);
  qh_record_set_int (waiting, "since", facts->context->now);
  return waiting;
}

static void
fix_sold_out (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  QhContent *content = find_about (facts, finding);
  const QhStanding *standing = qh_context_standing (facts->context, content);
  QhContent *other = find_swap (facts, content);

  if (other == NULL && standing->waiting_place == 0 && qh_standing_has_room (standing, content))
    g_ptr_array_add (beside, waiting_new (facts, content));
  replace (facts, content, other);
}

/* NULL while it can be had on the meeting's day; without a day, while that can still come. */
static char *
describe_unavailable (const QhFacts *facts, QhContent *content)
{
  const char *day = facts->day != NULL ? facts->day : facts->today;
  gboolean early = facts->day != NULL && g_strcmp0 (content->available_from, day) > 0;
  gboolean late = content->available_until != NULL && g_strcmp0 (content->available_until, day) < 0;
  g_autofree char *title = title_of (content, TITLE_CHARS);
  g_autofree char *end =
      day_label (facts, early ? content->available_from : content->available_until);
  g_autofree char *on = day_label (facts, day);

  if (early)
    /* Translators: the title of a content item, and two days */
    return g_strdup_printf (_ ("“%s” can be had from %s; the meeting is on %s."), title, end, on);
  if (late && facts->day == NULL)
    /* Translators: the title of a content item, and a day */
    return g_strdup_printf (_ ("“%s” could be had until %s; the meeting has no date yet."), title,
                            end);
  if (late)
    /* Translators: the title of a content item, and two days */
    return g_strdup_printf (_ ("“%s” can be had until %s; the meeting is on %s."), title, end, on);
  return NULL;
}

static void
check_unavailable (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  g_autoptr (GPtrArray) carried = list_carried (facts);

  for (guint i = 0; i < carried->len; i++) {
    QhContent *content = g_ptr_array_index (carried, i);
    char *text = describe_unavailable (facts, content);
    if (text != NULL)
      offer_swap (facts, content, add_about (rule, content, findings, text));
  }
}

/* --- Ours alone */

/* The day by which the evidence counts: the meeting's, or today. */
static gboolean
is_stale (const QhFacts *facts, QhContent *content)
{
  const char *day = facts->day != NULL ? facts->day : facts->today;

  return content->recheck != NULL && g_strcmp0 (content->recheck, day) < 0;
}

static void
check_unproven (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  g_autoptr (GPtrArray) carried = list_carried (facts);

  for (guint i = 0; i < carried->len; i++) {
    QhContent *content = g_ptr_array_index (carried, i);
    g_autofree char *title = NULL;
    g_autofree char *day = NULL;
    QhFinding *finding;
    if (content->rarity != QH_RARITY_OURS_ALONE)
      continue;
    title = title_of (content, TITLE_CHARS);
    if (qh_text_is_empty (content->evidence)) {
      add_about (
          rule, content, findings,
          /* Translators: the title of a content item */
          g_strdup_printf (_ ("“%s” is said to be ours alone, but names no evidence."), title));
      continue;
    }
    if (!is_stale (facts, content))
      continue;
    day = day_label (facts, content->recheck);
    finding = add_about (
        rule, content, findings,
        /* Translators: the title of a content item, and a day */
        g_strdup_printf (_ ("The evidence for “%s” is to be checked again by %s."), title, day));
    qh_rule_set_fix (finding, _ ("Checked today"));
  }
}

/* Checked today, to be checked again after as long as last time, and not before the meeting. */
static void
fix_unproven (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  QhContent *content = find_about (facts, finding);
  int days = content->checked != NULL
                 ? qh_date_to_days (content->recheck) - qh_date_to_days (content->checked)
                 : RECHECK_DAYS;
  g_autofree char *next = qh_date_add_days (facts->today, days);
  gboolean later = g_strcmp0 (facts->day, next) > 0;

  qh_record_set_string (QH_RECORD (content), "checked", facts->today);
  qh_record_set_string (QH_RECORD (content), "recheck", later ? facts->day : next);
  g_ptr_array_add (beside, g_object_ref (content));
}

static const QhRule rules[] = {
  { "scarce.none", QH_LEVEL_WARNING, 10,
    N_ ("No segment carries an item that is ours alone or of a limited edition."),
    N_ ("Nothing that others cannot give"),
    N_ ("What he could have from anybody gives him no reason to see us."), check_none, fix_none },
  { "scarce.common", QH_LEVEL_HINT, 4, N_ ("A segment carries an item that is common."),
    N_ ("Everyone has it"), N_ ("His quarter of an hour is for what he cannot look up."),
    check_common, NULL },
  { "scarce.repeat", QH_LEVEL_WARNING, 8,
    N_ ("The client has been given as many copies of an item as he may have."),
    N_ ("He has it already"), N_ ("Given twice it is not rare, and he sees that we forgot."),
    check_repeat, fix_swap },
  { "scarce.sold-out", QH_LEVEL_BLOCKER, 20,
    N_ ("No copy of an item is left, and none is reserved for the meeting."), N_ ("None left"),
    N_ ("We would promise him what we cannot give."), check_sold_out, fix_sold_out },
  { "scarce.unavailable", QH_LEVEL_BLOCKER, 20,
    N_ ("The meeting is on a day on which an item cannot be had."),
    N_ ("Not to be had on that day"), N_ ("We would promise him what we cannot give."),
    check_unavailable, fix_swap },
  { "scarce.unproven", QH_LEVEL_HINT, 4,
    N_ ("An item is said to be ours alone without evidence, or with evidence that is to be checked "
        "again."),
    N_ ("Is it still ours alone?"),
    N_ ("It is a claim. If he finds it elsewhere, he believes no other."), check_unproven,
    fix_unproven },
};

QH_DEFINE_RULE_GROUP (scarce, rules)
