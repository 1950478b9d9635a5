/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of all rules, and the few words they share. */
#include "design/qh-rule.h"
#include "base/qh-text.h"
#include "design/qh-access.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* So much of a remark is quoted in a finding. */
#define QUOTE_CHARS 160

extern const QhRuleGroup qh_rules_time, qh_rules_output, qh_rules_advance, qh_rules_mode,
    qh_rules_voice, qh_rules_people, qh_rules_house, qh_rules_scarce, qh_rules_trust,
    qh_rules_friction, qh_rules_promise;

static const QhRuleGroup *const groups[] = {
  &qh_rules_time,  &qh_rules_output,   &qh_rules_advance, &qh_rules_mode,
  &qh_rules_voice, &qh_rules_people,   &qh_rules_house,   &qh_rules_scarce,
  &qh_rules_trust, &qh_rules_friction, &qh_rules_promise,
};

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const QhRule *const *)a)->id, (*(const QhRule *const *)b)->id);
}

static GPtrArray *
all_rules (void)
{
  static GPtrArray *rules;

  if (g_once_init_enter (&rules)) {
    GPtrArray *sorted = g_ptr_array_new ();
    for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
      for (guint j = 0; j < groups[i]->n_rules; j++)
        g_ptr_array_add (sorted, (gpointer)&groups[i]->rules[j]);
    g_ptr_array_sort (sorted, compare_rules);
    g_once_init_leave (&rules, sorted);
  }
  return rules;
}

const QhRule *const *
qh_rules (guint *n_rules)
{
  GPtrArray *rules = all_rules ();

  *n_rules = rules->len;
  return (const QhRule *const *)rules->pdata;
}

int
qh_rule_index (const char *id)
{
  GPtrArray *rules = all_rules ();
  guint low = 0, high = rules->len;

  while (low < high) {
    guint middle = (low + high) / 2;
    const QhRule *rule = g_ptr_array_index (rules, middle);
    int order = g_strcmp0 (id, rule->id);
    if (order == 0)
      return (int)middle;
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return -1;
}

static void
take_segment (QhFacts *facts, QhSegment *segment)
{
  if (segment->seconds <= 0)
    return;
  g_ptr_array_add (facts->segments, segment);
  facts->total += segment->seconds;
  if (qh_segment_kind_is_modality (segment->kind))
    facts->modal += segment->seconds;
  facts->seconds[segment->kind] += segment->seconds;
}

void
qh_facts_init (QhFacts *facts, const QhContext *context)
{
  *facts = (QhFacts){ .context = context, .plan = context->plan, .client = context->client };
  facts->meeting = qh_plan_get_meeting (context->plan);
  facts->today = qh_instant_to_date (context->now, context->zone);
  if (facts->meeting->start != QH_NONE)
    facts->day = qh_instant_to_date (facts->meeting->start, context->zone);
  facts->segments = g_ptr_array_new ();
  facts->words = g_new0 (GHashTable *, 1);
  facts->limit = qh_client_limit (context->client);
  facts->budget = qh_plan_budget (context->plan, context->client);
  for (guint i = 0; i < qh_plan_n_segments (context->plan); i++)
    take_segment (facts, qh_plan_segment (context->plan, i));
}

void
qh_facts_set_segments (QhFacts *facts, QhSegment *const *segments, guint n)
{
  g_ptr_array_set_size (facts->segments, 0);
  facts->total = facts->modal = 0;
  memset (facts->seconds, 0, sizeof facts->seconds);
  for (guint i = 0; i < n; i++)
    take_segment (facts, segments[i]);
}

void
qh_facts_clear (QhFacts *facts)
{
  g_clear_pointer (&facts->segments, g_ptr_array_unref);
  if (facts->words != NULL)
    g_clear_pointer (facts->words, g_hash_table_unref);
  g_clear_pointer (&facts->words, g_free);
  g_clear_pointer (&facts->today, g_free);
  g_clear_pointer (&facts->day, g_free);
}

QhFinding *
qh_rule_add (const QhRule *rule, GPtrArray *findings, char *text)
{
  QhFinding *finding = g_new0 (QhFinding, 1);

  finding->rule = g_intern_static_string (rule->id);
  finding->position = -1;
  finding->title = g_strdup (_ (rule->title));
  finding->text = text;
  finding->why = g_strdup (_ (rule->why));
  g_ptr_array_add (findings, finding);
  return finding;
}

void
qh_rule_set_segment (QhFinding *finding, QhSegment *segment)
{
  g_free (finding->segment);
  finding->segment = g_strdup (QH_RECORD (segment)->id);
  finding->position = (int)segment->position;
}

void
qh_rule_set_title (QhFinding *finding, const char *title)
{
  g_free (finding->title);
  finding->title = g_strdup (title);
}

void
qh_rule_set_key (QhFinding *finding, const char *key)
{
  g_free (finding->key);
  finding->key = g_strdup (key);
}

void
qh_rule_set_fix (QhFinding *finding, const char *fix)
{
  g_free (finding->fix);
  finding->fix = g_strdup (fix);
}

QhSegment *
qh_rule_segment (const QhFacts *facts, const QhFinding *finding)
{
  if (finding->position < 0)
    return NULL;
  return qh_plan_segment (facts->plan, finding->position);
}

static guint
place_for (const QhFacts *facts, QhSegmentKind kind)
{
  guint n = qh_plan_n_segments (facts->plan);
  guint first = 0;

  while (first < n && qh_plan_segment (facts->plan, first)->kind == QH_SEGMENT_KIND_OPEN)
    first++;
  if (kind == QH_SEGMENT_KIND_ESCAPE || kind == QH_SEGMENT_KIND_OPEN)
    return first;
  while (first < n && qh_plan_segment (facts->plan, first)->kind != QH_SEGMENT_KIND_CLOSE)
    first++;
  return first;
}

QhSegment *
qh_rule_insert (const QhFacts *facts, QhSegmentKind kind)
{
  g_autoptr (QhSegment) segment = qh_segment_new ();

  qh_record_set_int (QH_RECORD (segment), "kind", kind);
  qh_record_set_int (QH_RECORD (segment), "seconds", QH_RULE_ADDED);
  qh_plan_insert (facts->plan, segment, place_for (facts, kind));
  return segment; /* the plan keeps it */
}

/* --- Links */

/* The fields by which a segment links. */
static const char *const link_fields[] = {
  [QH_LINK_FRICTION] = "friction", [QH_LINK_REMARK] = "remark", [QH_LINK_PROMISE] = "promise"
};

static const char *
link_of (QhSegment *segment, QhLink link)
{
  switch (link) {
  case QH_LINK_FRICTION:
    return segment->friction;
  case QH_LINK_REMARK:
    return segment->remark;
  default:
    return segment->promise;
  }
}

gboolean
qh_rule_is_linked (const QhFacts *facts, QhLink link, QhRecord *record)
{
  for (guint i = 0; record->id != NULL && i < facts->segments->len; i++)
    if (g_strcmp0 (link_of (g_ptr_array_index (facts->segments, i), link), record->id) == 0)
      return TRUE;
  return FALSE;
}

gboolean
qh_rule_link (QhSegment *segment, const char *field, QhRecord *record, const char *title)
{
  g_autofree char *shortened = NULL;

  if (record == NULL || record->id == NULL)
    return FALSE;
  shortened = qh_text_shorten (title, QH_RULE_TITLE_CHARS);
  qh_record_set_string (QH_RECORD (segment), field, record->id);
  qh_record_set_string (QH_RECORD (segment), "title", shortened);
  return TRUE;
}

QhSegment *
qh_rule_open_with (const QhFacts *facts, QhLink link, QhRecord *record, const char *title)
{
  QhSegment *added;

  for (guint i = 0; i < qh_plan_n_segments (facts->plan); i++) {
    QhSegment *segment = qh_plan_segment (facts->plan, i);
    if (segment->kind == QH_SEGMENT_KIND_OPEN && segment->seconds > 0 &&
        link_of (segment, link) == NULL) {
      qh_record_set_string (QH_RECORD (segment), link_fields[link], record->id);
      return segment;
    }
  }
  added = qh_rule_insert (facts, QH_SEGMENT_KIND_OPEN);
  qh_record_set_int (QH_RECORD (added), "seconds", QH_RULE_OPENING);
  qh_rule_link (added, link_fields[link], record, title);
  return added;
}

/* --- Words */

char *
qh_rule_length (gint64 seconds)
{
  if (seconds != 0 && seconds < QH_MINUTE)
    return g_strdup_printf (ngettext ("%d second", "%d seconds", seconds), (int)seconds);
  if (seconds % QH_MINUTE == 0)
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", seconds / QH_MINUTE),
                            (int)(seconds / QH_MINUTE));
  return qh_length_label (seconds);
}

static char *
said_label (const QhFacts *facts, const char *said)
{
  if (said != NULL && facts->today != NULL && strncmp (said, facts->today, 4) == 0)
    return qh_date_short_label (said);
  return qh_date_label (said, facts->context->now, facts->context->zone);
}

char *
qh_rule_quote (const QhFacts *facts, QhRemark *remark)
{
  g_autofree char *words = qh_text_shorten (remark->words, QUOTE_CHARS);
  g_autofree char *said = said_label (facts, remark->said);

  /* Translators: the client's words, and the day he said them */
  return g_strdup_printf (_ ("“%s” (%s)"), words, said);
}

/* Takes @remark for each of the client's access rules that it says and no newer one did. */
static void
take_words (const QhFacts *facts, QhRemark *remark, GHashTable *words)
{
  g_autoptr (GPtrArray) found = qh_access_read (facts->context->phrases, remark->words);

  for (guint i = 0; i < found->len; i++) {
    const QhAccess *access = g_ptr_array_index (found, i);
    QhRemark *present = g_hash_table_lookup (words, access->field);
    if (access->minutes != 0 && access->minutes != facts->limit / QH_MINUTE)
      continue;
    if (present == NULL || qh_remark_is_newer (remark, present))
      g_hash_table_insert (words, (gpointer)access->field, remark);
  }
}

static QhRemark *
find_words (const QhFacts *facts, const char *field)
{
  GPtrArray *remarks = facts->context->remarks;

  if (*facts->words == NULL) {
    *facts->words = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < remarks->len; i++)
      take_words (facts, g_ptr_array_index (remarks, i), *facts->words);
  }
  return g_hash_table_lookup (*facts->words, field);
}

char *
qh_rule_with_words (const QhFacts *facts, const char *field, char *sentence)
{
  QhRemark *remark = find_words (facts, field);
  g_autofree char *taken = sentence;
  g_autofree char *quote = NULL;

  if (remark == NULL)
    return g_steal_pointer (&taken);
  quote = qh_rule_quote (facts, remark);
  return g_strconcat (quote, " ", taken, NULL);
}

gboolean
qh_remark_is_newer (QhRemark *a, QhRemark *b)
{
  int order = g_strcmp0 (a->said, b->said);

  if (order == 0 && QH_RECORD (a)->created != QH_RECORD (b)->created)
    return QH_RECORD (a)->created > QH_RECORD (b)->created;
  if (order == 0)
    order = g_strcmp0 (QH_RECORD (a)->id, QH_RECORD (b)->id);
  return order > 0;
}
