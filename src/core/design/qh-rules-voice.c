/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about the client's voice: his words are in the plan, he talks, and nothing goes against
 * what he asked for. */
#include "base/qh-text.h"
#include "design/qh-rule.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* So much of what the client said is said back to him. */
#define SAID_CHARS 160

/* What to open with: the newest remark not heard yet, else the newest; NULL when the plan links to
 * one already, or there is none. */
static QhRemark *
find_unheard (const QhFacts *facts)
{
  GPtrArray *remarks = facts->context->remarks;
  QhRemark *best = NULL;
  gboolean best_heard = TRUE;

  for (guint i = 0; i < remarks->len; i++) {
    QhRemark *remark = g_ptr_array_index (remarks, i);
    const char *id = QH_RECORD (remark)->id;
    gboolean heard = id == NULL || g_hash_table_contains (facts->context->heard, id);
    if (qh_rule_is_linked (facts, QH_LINK_REMARK, QH_RECORD (remark)))
      return NULL;
    if (best == NULL || heard < best_heard ||
        (heard == best_heard && qh_remark_is_newer (remark, best))) {
      best = remark;
      best_heard = heard;
    }
  }
  return best;
}

static void
check_unheard (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  QhRemark *remark = find_unheard (facts);
  guint n = facts->context->remarks->len;
  g_autofree char *quote = NULL;
  QhFinding *finding;

  if (remark == NULL)
    return;
  quote = qh_rule_quote (facts, remark);
  finding =
      qh_rule_add (rule, findings,
                   /* Translators: the newest of a client's remarks, and how many there are */
                   g_strdup_printf (ngettext ("%s No segment links to this remark.",
                                              "%s No segment links to this or any other of the "
                                              "client's %u remarks.",
                                              n),
                                    quote, n));
  if (QH_RECORD (remark)->id != NULL)
    qh_rule_set_fix (finding, _ ("Open with it"));
}

static QhSegment *
find_opening (const QhFacts *facts)
{
  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    if (segment->kind == QH_SEGMENT_KIND_OPEN)
      return segment;
  }
  return NULL;
}

static void
fix_unheard (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  QhRemark *remark = find_unheard (facts);
  QhSegment *opening = find_opening (facts);
  g_autoptr (QhSegment) added = NULL;

  if (opening == NULL) {
    opening = added = qh_segment_new ();
    qh_record_set_int (QH_RECORD (added), "kind", QH_SEGMENT_KIND_OPEN);
    qh_record_set_int (QH_RECORD (added), "seconds", QH_RULE_OPENING);
    qh_record_set_string (QH_RECORD (added), "title", _ ("Open with his words"));
    qh_plan_insert (facts->plan, added, 0);
  }
  qh_record_set_string (QH_RECORD (opening), "remark", QH_RECORD (remark)->id);
}

static void
check_monologue (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  gint64 talking = 0;

  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    talking += segment->seconds * qh_segment_share (segment);
  }
  if (facts->total == 0 || talking >= QH_RULE_SHARE_MIN * facts->total)
    return;
  qh_rule_add (rule, findings,
               /* Translators: two percentages */
               g_strdup_printf (_ ("The client has %d %% of the talking, less than %d %%."),
                                (int)(talking / facts->total), QH_RULE_SHARE_MIN));
}

/* How many segments leave print behind (or take an order), and the first of them. */
static guint
count_segments (const QhFacts *facts, gboolean (*is_one) (QhSegment *), QhSegment **first)
{
  guint n = 0;

  for (guint i = 0; i < facts->segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (facts->segments, i);
    if (is_one (segment) && n++ == 0)
      *first = segment;
  }
  return n;
}

static gboolean
leaves_print (QhSegment *segment)
{
  return segment->leave_behind == QH_LEAVE_BEHIND_PRINT;
}

static gboolean
takes_order (QhSegment *segment)
{
  return segment->takes_order;
}

/* The sentence on a broken access rule, or NULL where the plan keeps it. */
static char *
describe_phone (const QhFacts *facts)
{
  if (!facts->client->no_phone || facts->meeting->mode != QH_MEETING_MODE_PHONE)
    return NULL;
  return g_strdup (_ ("The meeting is planned by phone."));
}

static char *
describe_print (const QhFacts *facts)
{
  QhSegment *first = NULL;
  guint n = count_segments (facts, leaves_print, &first);

  if (!facts->client->no_print || n == 0)
    return NULL;
  if (n == 1)
    /* Translators: the number of a segment */
    return g_strdup_printf (_ ("Segment %d leaves print behind."), (int)first->position + 1);
  return g_strdup_printf (
      ngettext ("%u segment leaves print behind.", "%u segments leave print behind.", n), n);
}

static char *
describe_order (const QhFacts *facts)
{
  QhSegment *first = NULL;
  guint n = count_segments (facts, takes_order, &first);

  if (!facts->client->orders_online || n == 0)
    return NULL;
  if (n == 1)
    /* Translators: the number of a segment */
    return g_strdup_printf (_ ("Segment %d takes an order."), (int)first->position + 1);
  return g_strdup_printf (ngettext ("%u segment takes an order.", "%u segments take an order.", n),
                          n);
}

static void
fix_phone (const QhFacts *facts)
{
  qh_record_set_int (QH_RECORD (facts->meeting), "mode", QH_MEETING_MODE_ON_SITE);
}

static void
fix_print (const QhFacts *facts)
{
  for (guint i = 0; i < facts->segments->len; i++)
    if (leaves_print (g_ptr_array_index (facts->segments, i)))
      qh_record_set_int (g_ptr_array_index (facts->segments, i), "leave_behind",
                         QH_LEAVE_BEHIND_FILE);
}

static void
fix_order (const QhFacts *facts)
{
  for (guint i = 0; i < facts->segments->len; i++)
    qh_record_set_int (g_ptr_array_index (facts->segments, i), "takes_order", FALSE);
}

/* The access rules that a plan can break. */
static const struct {
  const char *key; /* the client's field */
  const char *title, *fix_label;
  char *(*describe) (const QhFacts *facts);
  void (*fix) (const QhFacts *facts);
} access_rules[] = {
  { "no_phone", N_ ("He takes no calls"), N_ ("Meet on site"), describe_phone, fix_phone },
  { "no_print", N_ ("He will not read a flyer"), N_ ("Send it as a file"), describe_print,
    fix_print },
  { "orders_online", N_ ("He orders online"), N_ ("Leave the order to him"), describe_order,
    fix_order },
};

static void
check_against (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  for (guint i = 0; i < G_N_ELEMENTS (access_rules); i++) {
    char *text = access_rules[i].describe (facts);
    QhFinding *finding;
    if (text == NULL)
      continue;
    text = qh_rule_with_words (facts, access_rules[i].key, text);
    finding = qh_rule_add (rule, findings, text);
    qh_rule_set_key (finding, access_rules[i].key);
    qh_rule_set_title (finding, _ (access_rules[i].title));
    qh_rule_set_fix (finding, _ (access_rules[i].fix_label));
  }
}

static void
fix_against (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  for (guint i = 0; i < G_N_ELEMENTS (access_rules); i++)
    if (g_strcmp0 (access_rules[i].key, finding->key) == 0)
      access_rules[i].fix (facts);
}

/* --- voice.changed */

/* It went since he was met last, and nobody told him. */
gboolean
qh_rule_is_untold (const QhFacts *facts, QhFriction *friction)
{
  g_autofree char *met = NULL;

  if (facts->context->last_held == QH_NONE || friction->status != QH_FRICTION_STATUS_REMOVED ||
      friction->removed == NULL || friction->told != NULL ||
      qh_rule_is_linked (facts, QH_LINK_FRICTION, QH_RECORD (friction)))
    return FALSE;
  met = qh_instant_to_date (facts->context->last_held, facts->context->zone);
  return g_strcmp0 (friction->removed, met) >= 0;
}

static void
check_changed (const QhRule *rule, const QhFacts *facts, GPtrArray *findings)
{
  GPtrArray *frictions = facts->context->frictions;
  QhFriction *newest = NULL;
  g_autofree char *removed = NULL;
  QhFinding *finding;
  guint n = 0;

  for (guint i = 0; i < frictions->len; i++) {
    QhFriction *friction = g_ptr_array_index (frictions, i);
    if (!qh_rule_is_untold (facts, friction))
      continue;
    n++;
    if (newest == NULL || g_strcmp0 (friction->removed, newest->removed) > 0)
      newest = friction;
  }
  if (newest == NULL)
    return;
  removed = qh_date_label (newest->removed, facts->context->now, facts->context->zone);
  finding = qh_rule_add (
      rule, findings,
      /* Translators: the title of a friction and a day */
      g_strdup_printf (ngettext ("“%s” was removed on %s, and he has not heard of it from us.",
                                 "“%s” was removed on %s; of %u that are gone he has not heard "
                                 "from us.",
                                 n),
                       newest->title, removed, n));
  if (QH_RECORD (newest)->id != NULL)
    qh_rule_set_fix (finding, ngettext ("Add it to the opening", "Add them to the opening", n));
}

/* Each on its line, however they end. */
char *
qh_rule_say_changed (QhFriction *friction)
{
  const char *said = qh_text_is_empty (friction->words) ? friction->title : friction->words;
  g_autofree char *quote = qh_text_shorten (said, SAID_CHARS);

  if (qh_text_is_empty (friction->change))
    /* Translators: said to the client, with his words, once their cause is removed */
    return g_strdup_printf (_ ("You said: “%s”\nIt is gone."), quote);
  /* Translators: said to the client: his words, and what was changed */
  return g_strdup_printf (_ ("You said: “%s”\nWe changed: %s"), quote, friction->change);
}

/* Below what stands in the notes, once. */
static void
add_note (QhSegment *segment, const char *text)
{
  g_autofree char *notes = NULL;

  if (qh_text_is_empty (segment->notes))
    notes = g_strdup (text);
  else if (strstr (segment->notes, text) == NULL)
    notes = g_strconcat (segment->notes, "\n", text, NULL);
  if (notes != NULL)
    qh_record_set_string (QH_RECORD (segment), "notes", notes);
}

static void
fix_changed (const QhFacts *facts, const QhFinding *finding, GPtrArray *beside)
{
  GPtrArray *frictions = facts->context->frictions;

  for (guint i = 0; i < frictions->len; i++) {
    QhFriction *friction = g_ptr_array_index (frictions, i);
    g_autofree char *text = NULL;
    if (!qh_rule_is_untold (facts, friction))
      continue;
    text = qh_rule_say_changed (friction);
    add_note (qh_rule_open_with (facts, QH_LINK_FRICTION, QH_RECORD (friction), friction->title),
              text);
  }
}

static const QhRule rules[] = {
  { "voice.unheard", QH_LEVEL_WARNING, 8, N_ ("No segment links to anything the client said."),
    N_ ("None of his words"),
    N_ ("He told us what matters to him. To open with it shows that he was heard."), check_unheard,
    fix_unheard },
  { "voice.changed", QH_LEVEL_HINT, 4,
    N_ ("A friction of this client was removed since we met him last; he was not told, and no "
        "segment links to it."),
    N_ ("You said, we changed"),
    N_ ("Who sees that his words changed something says the next thing, too."), check_changed,
    fix_changed },
  { "voice.monologue", QH_LEVEL_WARNING, 6,
    N_ ("The client's planned share of the talking is below 35 %."), N_ ("We talk, he listens"),
    N_ ("What he says himself he believes, and what he does not say we do not learn."),
    check_monologue, NULL },
  { "voice.against", QH_LEVEL_WARNING, 5,
    N_ ("The plan breaks an access rule: a call, print, or an order that he places online."),
    N_ ("Against his own rule"),
    N_ ("He said how he wants to be approached. To do otherwise says that we did not listen."),
    check_against, fix_against },
};

QH_DEFINE_RULE_GROUP (voice, rules)
