/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules will say of a plan, in figures alone, so that a search can look at very many. It
 * never decides: the best that it finds are put before the rules. A test holds both side by side.
 */
#include "base/qh-text.h"
#include "design/qh-compose-private.h"

/* The rules that a choice of segments can break. */
typedef enum {
  NO_ROOM,
  FRAGMENTED,
  OVER_BUDGET,
  RUNS_OVER,
  THIN,
  LOPSIDED,
  UNALIGNED,
  NOTHING_RARE,
  UNADDRESSED,
  FIX_FIRST,
  MEND,
  ESCAPE_EMPTY,
  OVERDUE,
  UNHEARD,
  UNTOLD,
  MONOLOGUE,
  N_ALONE,
} Alone;

static const char *const rules_alone[N_ALONE] = {
  "time.no-room",
  "time.fragmented",
  "time.over-budget",
  "time.runs-over",
  "output.thin",
  "mode.lopsided",
  "mode.aesthetics-unaligned",
  "scarce.none",
  "friction.unaddressed",
  "trust.fix-first",
  "trust.mend",
  "friction.escape-empty",
  "promise.overdue",
  "voice.unheard",
  "voice.changed",
  "voice.monologue",
};

/* What the rules look at in a candidate. */
typedef struct {
  int kind, share;
  gboolean is_modality, has_output, is_rare, faces, has_words, is_empty;
  guint32 promises, untold; /* one bit each */
  int item; /* what its item costs: common, unproven */
} Traits;

struct _QhEstimate {
  const QhContext *context;
  QhFacts facts;
  int *prices;
  gboolean is_unaligned;
  int alone[N_ALONE], missing[QH_SEGMENT_KIND_HOUSEKEEPING + 1];
  Traits *traits; /* by the candidate's order */
  gint64 takes[QH_SEGMENT_KIND_HOUSEKEEPING + 1]; /* where its kind runs over; else 0 */
  GPtrArray *promises, *untold;
  gboolean must_face, has_remarks;
};

/* --- What is known beforehand */

static gboolean
is_accepted (const QhContext *context, const char *rule, const char *key)
{
  for (guint i = 0; i < context->accepted->len; i++) {
    QhFindingAccepted *accepted = g_ptr_array_index (context->accepted, i);
    if (g_strcmp0 (accepted->rule, rule) == 0 && g_strcmp0 (accepted->key, key) == 0 &&
        accepted->segment == NULL)
      return TRUE;
  }
  return FALSE;
}

static int
price_of (const QhEstimate *estimate, const char *rule, const char *key)
{
  if (qh_house_rules_level (estimate->context->rules, rule) != QH_LEVEL_BLOCKER &&
      is_accepted (estimate->context, rule, key))
    return 0;
  return estimate->prices[qh_rule_index (rule)];
}

static void
read_prices (QhEstimate *estimate)
{
  for (int i = 0; i < N_ALONE; i++)
    estimate->alone[i] = price_of (estimate, rules_alone[i], NULL);
  for (int kind = QH_SEGMENT_KIND_EDUCATE; kind <= QH_SEGMENT_KIND_AESTHETICS; kind++)
    estimate->missing[kind] =
        price_of (estimate, "mode.missing", qh_enum_name (qh_segment_kind_values, kind));
}

static void
read_paces (QhEstimate *estimate)
{
  for (int kind = 1; kind <= QH_SEGMENT_KIND_HOUSEKEEPING; kind++) {
    const QhPace *pace = &estimate->context->paces[kind];
    if (qh_pace_runs_over (pace))
      estimate->takes[kind] = qh_pace_length (pace);
  }
}

static void
read_records (QhEstimate *estimate)
{
  const QhContext *context = estimate->context;

  for (guint i = 0; i < context->frictions->len; i++) {
    QhFriction *friction = g_ptr_array_index (context->frictions, i);
    estimate->must_face |=
        qh_friction_is_open (friction) && friction->severity >= QH_RULE_SEVERITY_FACED;
    if (qh_rule_is_untold (&estimate->facts, friction))
      g_ptr_array_add (estimate->untold, friction);
  }
  for (guint i = 0; i < context->promises->len; i++)
    if (qh_rule_is_overdue (&estimate->facts, g_ptr_array_index (context->promises, i)))
      g_ptr_array_add (estimate->promises, g_ptr_array_index (context->promises, i));
  estimate->has_remarks = context->remarks->len > 0;
  estimate->is_unaligned = qh_text_is_empty (estimate->facts.meeting->value_proposition) &&
                           qh_text_is_empty (estimate->facts.client->value_proposition);
}

/* The bit of the record with @id; past the last there is none, and then all are never there. */
static guint32
bit_of (GPtrArray *records, const char *id)
{
  for (guint i = 0; id != NULL && i < MIN (records->len, 31); i++)
    if (g_strcmp0 (QH_RECORD (g_ptr_array_index (records, i))->id, id) == 0)
      return 1u << i;
  return 0;
}

static guint32
all_of (GPtrArray *records)
{
  return records->len < 31 ? (1u << records->len) - 1 : G_MAXUINT32;
}

static int
price_item (const QhEstimate *estimate, QhContent *content)
{
  const QhFacts *facts = &estimate->facts;
  const char *day = facts->day != NULL ? facts->day : facts->today;
  gboolean is_stale = content->recheck != NULL && g_strcmp0 (content->recheck, day) < 0;

  if (content->rarity == QH_RARITY_COMMON)
    return price_of (estimate, "scarce.common", QH_RECORD (content)->id);
  if (content->rarity == QH_RARITY_OURS_ALONE && (qh_text_is_empty (content->evidence) || is_stale))
    return price_of (estimate, "scarce.unproven", QH_RECORD (content)->id);
  return 0;
}

static void
read_traits (QhEstimate *estimate, const QhComposeCandidate *candidate, Traits *traits)
{
  const QhSegment *segment = candidate->segment;
  const QhContext *context = estimate->context;
  QhContent *content =
      segment->content != NULL ? qh_context_find (context->content, segment->content) : NULL;
  QhFriction *friction =
      segment->friction != NULL ? qh_context_find (context->frictions, segment->friction) : NULL;

  traits->kind = segment->kind;
  traits->share = (int)qh_segment_share (candidate->segment);
  traits->is_modality = qh_segment_kind_is_modality (segment->kind);
  traits->has_output = !qh_text_is_empty (segment->output);
  traits->has_words = segment->remark != NULL;
  traits->faces = friction != NULL && qh_friction_is_open (friction) &&
                  friction->severity >= QH_RULE_SEVERITY_FACED;
  traits->is_empty = segment->kind == QH_SEGMENT_KIND_ESCAPE && segment->friction == NULL &&
                     segment->remark == NULL;
  traits->promises = bit_of (estimate->promises, segment->promise);
  traits->untold = bit_of (estimate->untold, segment->friction);
  if (content == NULL)
    return;
  traits->is_rare = content->rarity == QH_RARITY_OURS_ALONE || content->edition != QH_NONE;
  traits->item = price_item (estimate, content);
}

QhEstimate *
qh_estimate_new (const QhContext *context, GPtrArray *candidates)
{
  QhEstimate *estimate = g_new0 (QhEstimate, 1);

  estimate->context = context;
  estimate->prices = qh_rules_prices (context);
  estimate->promises = g_ptr_array_new ();
  estimate->untold = g_ptr_array_new ();
  estimate->traits = g_new0 (Traits, candidates->len + 1);
  qh_facts_init (&estimate->facts, context);
  qh_facts_set_segments (&estimate->facts, NULL, 0);
  read_prices (estimate);
  read_paces (estimate);
  read_records (estimate);
  for (guint i = 0; i < candidates->len; i++)
    read_traits (estimate, g_ptr_array_index (candidates, i), &estimate->traits[i]);
  return estimate;
}

void
qh_estimate_free (QhEstimate *estimate)
{
  qh_facts_clear (&estimate->facts);
  g_free (estimate->prices);
  g_ptr_array_unref (estimate->promises);
  g_ptr_array_unref (estimate->untold);
  g_free (estimate->traits);
  g_free (estimate);
}

/* --- A plan */

/* What there is of it. */
typedef struct {
  gint64 total, modal, named, talking; /* seconds; of the last times the share */
  gint64 seconds[QH_SEGMENT_KIND_HOUSEKEEPING + 1];
  guint32 promises, untold;
  gboolean is_rare, faces, has_words, runs_over;
  int first; /* the kind of the first modality */
  int points;
} Sum;

static void
take (const QhEstimate *estimate, const Traits *traits, gint64 seconds, Sum *sum)
{
  sum->total += seconds;
  sum->seconds[traits->kind] += seconds;
  sum->modal += traits->is_modality ? seconds : 0;
  sum->named += traits->has_output ? seconds : 0;
  sum->talking += seconds * traits->share;
  sum->promises |= traits->promises;
  sum->untold |= traits->untold;
  sum->is_rare |= traits->is_rare;
  sum->faces |= traits->faces;
  sum->has_words |= traits->has_words;
  sum->runs_over |= seconds < estimate->takes[traits->kind];
  if (sum->first == 0 && traits->is_modality)
    sum->first = traits->kind;
  sum->points += traits->item;
  sum->points += traits->is_empty ? estimate->alone[ESCAPE_EMPTY] : 0;
}

static void
judge_sum (const QhEstimate *estimate, const Sum *sum, gboolean *broken)
{
  const QhTrust *trust = estimate->context->trust;
  gint64 room = estimate->facts.budget - sum->total;
  gboolean has_escape = sum->seconds[QH_SEGMENT_KIND_ESCAPE] > 0;

  broken[NO_ROOM] = sum->total > 0 && room >= 0 && room < QH_MINUTE;
  broken[OVER_BUDGET] = room < 0;
  broken[RUNS_OVER] = sum->runs_over;
  broken[THIN] = sum->total > 0 && sum->named * 2 < sum->total;
  broken[UNALIGNED] = sum->seconds[QH_SEGMENT_KIND_AESTHETICS] > 0 && estimate->is_unaligned;
  broken[NOTHING_RARE] = !sum->is_rare;
  broken[UNADDRESSED] = estimate->must_face && !sum->faces;
  broken[FIX_FIRST] =
      trust != NULL && trust->gate == QH_GATE_CLOSED && sum->first != QH_SEGMENT_KIND_ESCAPE;
  broken[MEND] = trust != NULL && trust->gate == QH_GATE_NARROW && !has_escape;
  broken[OVERDUE] = sum->promises != all_of (estimate->promises);
  broken[UNTOLD] = sum->untold != all_of (estimate->untold);
  broken[UNHEARD] = estimate->has_remarks && !sum->has_words;
  broken[MONOLOGUE] = sum->total > 0 && sum->talking < QH_RULE_SHARE_MIN * sum->total;
}

int
qh_estimate_points (const QhEstimate *estimate, const QhComposePick *picks, guint n)
{
  gboolean broken[N_ALONE] = { FALSE };
  Sum sum = { 0 };
  guint present = 0;
  gint64 most = 0;

  for (guint i = 0; i < n; i++)
    take (estimate, &estimate->traits[picks[i].candidate->order], picks[i].seconds, &sum);
  for (int kind = QH_SEGMENT_KIND_EDUCATE; kind <= QH_SEGMENT_KIND_AESTHETICS; kind++) {
    present += sum.seconds[kind] > 0;
    most = MAX (most, sum.seconds[kind]);
    sum.points += sum.seconds[kind] > 0 ? 0 : estimate->missing[kind];
  }
  judge_sum (estimate, &sum, broken);
  broken[FRAGMENTED] = (gint64)n * QH_RULE_SEGMENT_NEEDS > estimate->facts.budget;
  broken[LOPSIDED] = present >= 2 && most * 5 > sum.modal * 3;
  for (int i = 0; i < N_ALONE; i++)
    sum.points += broken[i] ? estimate->alone[i] : 0;
  return sum.points;
}
