/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the segments of a plan are: what they take, as long as that fits and costs nothing. */
#include "design/qh-draft.h"

/* Where no more segments than this fit, time is tight. */
#define TIGHT 7
/* Lengths change by so many steps at once. */
#define STEPS_MOST 4

/* --- Worth */

int
qh_compose_worth_compare (const QhComposeWorth *a, const QhComposeWorth *b)
{
  if (a->points != b->points)
    return a->points < b->points ? -1 : 1;
  if (a->friction != b->friction)
    return a->friction < b->friction ? -1 : 1;
  if (a->scarcity != b->scarcity)
    return a->scarcity > b->scarcity ? -1 : 1;
  if (a->frame != b->frame)
    return a->frame > b->frame ? -1 : 1;
  if (a->cut != b->cut)
    return a->cut < b->cut ? -1 : 1;
  if (a->total != b->total)
    return a->total < b->total ? -1 : 1;
  if (a->repeats != b->repeats)
    return a->repeats < b->repeats ? -1 : 1;
  return a->fit != b->fit ? (a->fit > b->fit ? -1 : 1) : 0;
}

QhComposeWorth
qh_compose_worth (const QhComposePick *picks, guint n, int points)
{
  QhComposeWorth worth = { .points = points, .friction = QH_COMPOSE_NO_FRICTION };
  gboolean open = FALSE, close = FALSE;

  for (guint i = 0; i < n; i++) {
    const QhComposeCandidate *candidate = picks[i].candidate;
    worth.friction = MIN (worth.friction, candidate->friction);
    worth.scarcity = MAX (worth.scarcity, candidate->scarcity);
    worth.cut += MAX (candidate->seconds - picks[i].seconds, 0);
    worth.total += picks[i].seconds;
    worth.fit += candidate->fit;
    for (guint j = 0; j < i && candidate->said != 0; j++)
      worth.repeats += picks[j].candidate->said == candidate->said;
    open |= candidate->place == QH_PLACE_OPEN;
    close |= candidate->place == QH_PLACE_CLOSE;
  }
  worth.frame = open + close;
  return worth;
}

/* --- The judge */

gint64
qh_compose_bound (const QhContext *context)
{
  return MIN (qh_client_limit (context->client), qh_plan_budget (context->plan, context->client));
}

void
qh_draft_judge_init (QhDraftJudge *judge, const QhContext *context, GPtrArray *candidates)
{
  judge->context = context;
  judge->estimate = qh_estimate_new (context, candidates);
  judge->bound = qh_compose_bound (context);
  judge->room = MIN (judge->bound, qh_plan_budget (context->plan, context->client) - QH_MINUTE);
  judge->is_tight = judge->bound <= TIGHT * QH_COMPOSE_LEAST;
}

/* What a draft will cost. */
static void
weigh (QhDraftJudge *judge, QhDraft *draft)
{
  draft->worth = qh_compose_worth (draft->picks, draft->n,
                                   qh_estimate_points (judge->estimate, draft->picks, draft->n));
}

/* --- Lengths */

static gint64
total_of (const QhDraft *draft)
{
  gint64 total = 0;

  for (guint i = 0; i < draft->n; i++)
    total += draft->picks[i].seconds;
  return total;
}

static gboolean
is_modality (const QhDraft *draft, guint i)
{
  return qh_segment_kind_is_modality (draft->picks[i].candidate->segment->kind);
}

static gint64
modal_of (const QhDraft *draft)
{
  gint64 modal = 0;

  for (guint i = 0; i < draft->n; i++)
    if (is_modality (draft, i))
      modal += draft->picks[i].seconds;
  return modal;
}

/* Which segment is shortened next: the longest, among equals the last. With @keep, what it takes is
 * kept where that is known, as long as others can give. */
static guint
find_longest (const QhDraft *draft, gboolean keep)
{
  guint longest = 0;
  gint64 most = 0;

  for (guint i = 0; i < draft->n; i++) {
    gint64 spare = draft->picks[i].seconds - QH_COMPOSE_LEAST;
    if (keep && spare > 0 && !draft->picks[i].candidate->is_known)
      spare += QH_COMPOSE_MOST;
    if (spare < most)
      continue;
    most = spare;
    longest = i;
  }
  return longest;
}

/* Every segment as long as such segments take, shortened until they fit @most. FALSE where they
 * cannot. */
static gboolean
fit (QhDraft *draft, gint64 most, gboolean keep)
{
  gint64 total;

  if ((gint64)draft->n * QH_COMPOSE_LEAST > most)
    return FALSE;
  for (guint i = 0; i < draft->n; i++)
    draft->picks[i].seconds = draft->picks[i].candidate->seconds;
  for (total = total_of (draft); total > most; total -= QH_COMPOSE_STEP)
    draft->picks[find_longest (draft, keep)].seconds -= QH_COMPOSE_STEP;
  return TRUE;
}

gboolean
qh_draft_keep (QhDraft *best, const QhDraft *draft)
{
  if (qh_compose_worth_compare (&draft->worth, &best->worth) >= 0)
    return FALSE;
  *best = *draft;
  return TRUE;
}

static void
weigh_way (QhDraftJudge *judge, QhDraft *draft, gint64 most, gboolean keep)
{
  QhDraft other = *draft;

  if (!fit (&other, most, keep))
    return;
  weigh (judge, &other);
  qh_draft_keep (draft, &other);
}

/* With modalities as long as there is time, where the rest would outweigh them. */
static void
weigh_long (QhDraftJudge *judge, QhDraft *draft)
{
  QhDraft other = *draft;
  gint64 total = total_of (draft), modal = modal_of (draft);
  guint i = 0, idle = 0;

  if (modal == 0 || modal * 2 >= total)
    return;
  for (; idle < other.n && total + QH_COMPOSE_STEP <= judge->room; i = (i + 1) % other.n) {
    idle++;
    if (!is_modality (&other, i) || other.picks[i].seconds >= QH_COMPOSE_MOST)
      continue;
    other.picks[i].seconds += QH_COMPOSE_STEP;
    total += QH_COMPOSE_STEP;
    idle = 0;
  }
  weigh (judge, &other);
  qh_draft_keep (draft, &other);
}

/* All modalities as long as the longest takes, where one takes longer than others; then they are
 * shortened together. */
static void
weigh_even (QhDraftJudge *judge, QhDraft *draft)
{
  QhDraft other = *draft;
  gint64 longest = 0;
  gboolean uneven = FALSE;

  for (guint i = 0; i < other.n; i++)
    if (is_modality (&other, i)) {
      gint64 seconds = other.picks[i].candidate->seconds;
      uneven |= longest > 0 && seconds != longest;
      longest = MAX (longest, seconds);
    }
  if (!uneven)
    return;
  for (; longest >= QH_COMPOSE_LEAST; longest -= QH_COMPOSE_STEP) {
    for (guint i = 0; i < other.n; i++)
      if (is_modality (&other, i))
        other.picks[i].seconds = longest;
    if (total_of (&other) <= judge->room)
      break;
  }
  if (longest < QH_COMPOSE_LEAST)
    return;
  weigh (judge, &other);
  qh_draft_keep (draft, &other);
}

/* A segment of the modality that has least, and can have more; none: the number of them. */
static guint
find_least (const QhDraft *draft, const gint64 *seconds)
{
  guint least = draft->n;

  for (guint i = 0; i < draft->n; i++)
    if (is_modality (draft, i) && draft->picks[i].seconds < QH_COMPOSE_MOST &&
        (least == draft->n || seconds[draft->picks[i].candidate->segment->kind] <
                                  seconds[draft->picks[least].candidate->segment->kind]))
      least = i;
  return least;
}

/* Where we would talk most: as short as can be what we talk in. */
static void
weigh_talk (QhDraftJudge *judge, QhDraft *draft)
{
  QhDraft other = *draft;

  for (guint i = 0; i < other.n; i++)
    if (qh_segment_share (other.picks[i].candidate->segment) < QH_RULE_SHARE_MIN)
      other.picks[i].seconds = QH_COMPOSE_LEAST;
  weigh (judge, &other);
  qh_draft_keep (draft, &other);
}

/* Everything short, and then a step for the modality that has least, until none has too much. */
static void
weigh_balanced (QhDraftJudge *judge, QhDraft *draft)
{
  gint64 seconds[QH_SEGMENT_KIND_HOUSEKEEPING + 1] = { 0 };
  QhDraft other = *draft;
  gint64 total = (gint64)draft->n * QH_COMPOSE_LEAST, most = 0, modal = 0;

  for (guint i = 0; i < other.n; i++) {
    int kind = other.picks[i].candidate->segment->kind;
    other.picks[i].seconds = QH_COMPOSE_LEAST;
    if (!is_modality (&other, i))
      continue;
    seconds[kind] += QH_COMPOSE_LEAST;
    modal += QH_COMPOSE_LEAST;
    most = MAX (most, seconds[kind]);
  }
  while (most * 5 > modal * 3 && total + QH_COMPOSE_STEP <= judge->bound) {
    guint least = find_least (&other, seconds);
    if (least == other.n)
      return;
    other.picks[least].seconds += QH_COMPOSE_STEP;
    seconds[other.picks[least].candidate->segment->kind] += QH_COMPOSE_STEP;
    modal += QH_COMPOSE_STEP;
    total += QH_COMPOSE_STEP;
  }
  weigh (judge, &other);
  qh_draft_keep (draft, &other);
}

/* Everything as short as can be: where there is little time, or what it takes costs more. */
static void
weigh_least (QhDraftJudge *judge, QhDraft *draft)
{
  QhDraft other = *draft;

  for (guint i = 0; i < other.n; i++)
    other.picks[i].seconds = QH_COMPOSE_LEAST;
  weigh (judge, &other);
  qh_draft_keep (draft, &other);
}

/* The best of a few: with a minute to spare and without, with what is known to be needed and
 * without. FALSE: it fits in no way. */
gboolean
qh_draft_fit (QhDraftJudge *judge, QhDraft *draft)
{
  gboolean is_short;

  if (!fit (draft, judge->bound, TRUE))
    return FALSE;
  weigh (judge, draft);
  is_short = draft->worth.cut == 0;
  weigh_long (judge, draft);
  weigh_even (judge, draft);
  weigh_talk (judge, draft);
  weigh_balanced (judge, draft);
  weigh_least (judge, draft);
  if (!is_short)
    weigh_way (judge, draft, judge->bound, FALSE);
  if (is_short && draft->worth.total <= judge->room)
    return TRUE;
  weigh_way (judge, draft, judge->room, TRUE);
  weigh_way (judge, draft, judge->room, FALSE);
  return TRUE;
}

static gboolean
change_length (QhDraft *draft, guint i, gint64 change)
{
  draft->picks[i].seconds += change;
  return draft->picks[i].seconds >= QH_COMPOSE_LEAST && draft->picks[i].seconds <= QH_COMPOSE_MOST;
}

static gboolean
try_lengths (QhDraftJudge *judge, QhDraft *draft, guint i, guint j, gint64 change)
{
  QhDraft other = *draft;

  if (!change_length (&other, i, change) || (i != j && !change_length (&other, j, -change)) ||
      total_of (&other) > judge->bound)
    return FALSE;
  weigh (judge, &other);
  return qh_draft_keep (draft, &other);
}

/* Some steps longer or shorter, if that is better. */
static gboolean
take_steps (QhDraftJudge *judge, QhDraft *draft)
{
  for (guint i = 0; i < draft->n; i++)
    for (gint64 change = QH_COMPOSE_STEP; change <= STEPS_MOST * QH_COMPOSE_STEP;
         change += QH_COMPOSE_STEP)
      if (try_lengths (judge, draft, i, i, -change) || try_lengths (judge, draft, i, i, change))
        return TRUE;
  return FALSE;
}

/* One step from one segment to another, if that is better. */
static gboolean
shift_step (QhDraftJudge *judge, QhDraft *draft)
{
  for (guint i = 0; i < draft->n; i++)
    for (guint j = 0; j < draft->n; j++)
      if (i != j && try_lengths (judge, draft, i, j, QH_COMPOSE_STEP))
        return TRUE;
  return FALSE;
}

/* From where to improve lengths: all as long as they take, or as short as can be, and one of them
 * as long as there is time. */
static gboolean
stretch (QhDraft *draft, guint which, gint64 most, gboolean shortest)
{
  if (!fit (draft, most, TRUE))
    return FALSE;
  for (guint i = 0; shortest && i < draft->n; i++)
    draft->picks[i].seconds = QH_COMPOSE_LEAST;
  while (which < draft->n && total_of (draft) + QH_COMPOSE_STEP <= most &&
         draft->picks[which].seconds < QH_COMPOSE_MOST)
    draft->picks[which].seconds += QH_COMPOSE_STEP;
  return TRUE;
}

void
qh_draft_improve (QhDraftJudge *judge, QhDraft *draft)
{
  QhDraft best = *draft;

  for (guint i = 0; i <= draft->n; i++)
    for (int way = 0; way < 4; way++) {
      QhDraft other = *draft;
      if (!stretch (&other, i, way % 2 == 0 ? judge->room : judge->bound, way < 2))
        continue;
      weigh (judge, &other);
      qh_draft_keep (&best, &other);
    }
  while (take_steps (judge, &best) || shift_step (judge, &best))
    ;
  *draft = best;
}
