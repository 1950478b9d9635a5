/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search for the best plan. Candidates that the rules cannot tell from each other are put aside
 * but for the best, then plans are made of the rest, and changed as long as that makes them better.
 * What is best in the end the rules say. */
#include "design/qh-draft.h"
#include <stdlib.h>
#include <string.h>

/* Of candidates for one place that cost the same alone, so many are looked at; of all for it. */
#define ALIKE_MOST 3
#define OPTIONS_MOST 10
/* From so many plans the search goes on. */
#define POOL 10
/* So many choices are weighed, where there are more. */
#define WEIGHED_MOST 20000
/* So often the search starts, where it is one. */
#define STARTS 4
/* So many of the best get better lengths. */
#define FINISHED 5
/* Where time is tight, so many pairs. */
#define PAIRS_MOST 30000
/* The choice that leaves a place empty. */
#define NONE 0

typedef struct {
  QhDraftJudge judge;
  GPtrArray *options[QH_N_PLACES]; /* QhComposeCandidate */
  QhDraft pool[POOL];
  guint n_pool;
  guint weighed; /* how many choices */
} Search;

/* --- Options */

typedef struct {
  QhComposeCandidate *candidate;
  int points; /* alone */
} Alone;

/* The cheapest first; then what is preferred among equals. */
static int
compare_alone (gconstpointer a, gconstpointer b)
{
  const Alone *one = a, *other = b;

  if (one->points != other->points)
    return one->points < other->points ? -1 : 1;
  if (one->candidate->friction != other->candidate->friction)
    return one->candidate->friction < other->candidate->friction ? -1 : 1;
  if (one->candidate->scarcity != other->candidate->scarcity)
    return one->candidate->scarcity > other->candidate->scarcity ? -1 : 1;
  if (one->candidate->fit != other->candidate->fit)
    return one->candidate->fit > other->candidate->fit ? -1 : 1;
  return one->candidate->order < other->candidate->order ? -1 : 1;
}

static int
weigh_alone (QhDraftJudge *judge, const QhComposeCandidate *candidate)
{
  QhComposePick pick = { candidate, candidate->seconds };

  return qh_estimate_points (judge->estimate, &pick, 1);
}

/* Of those that cost as much from @first on, the place of the one that fits best. */
static guint
find_fittest (GArray *alone, guint first)
{
  guint best = first;

  for (guint i = first + 1; i < alone->len; i++) {
    const Alone *one = &g_array_index (alone, Alone, i);
    if (one->points != g_array_index (alone, Alone, first).points)
      break;
    if (one->candidate->fit > g_array_index (alone, Alone, best).candidate->fit)
      best = i;
  }
  return best;
}

static void
choose (GPtrArray *options, QhComposeCandidate *candidate)
{
  if (!g_ptr_array_find (options, candidate, NULL))
    g_ptr_array_add (options, candidate);
}

/* The one with the dearest friction, and the one with the scarcest item, whatever they cost. */
static void
choose_dearest (GArray *alone, GPtrArray *options)
{
  QhComposeCandidate *dearest = NULL, *scarcest = NULL;

  for (guint i = 0; i < alone->len; i++) {
    QhComposeCandidate *candidate = g_array_index (alone, Alone, i).candidate;
    if (dearest == NULL || candidate->friction < dearest->friction)
      dearest = candidate;
    if (scarcest == NULL || candidate->scarcity > scarcest->scarcity)
      scarcest = candidate;
  }
  if (dearest != NULL)
    choose (options, dearest);
  if (scarcest != NULL)
    choose (options, scarcest);
}

/* Of each cost a few: the first, and the one that fits best. */
static void
choose_options (GArray *alone, GPtrArray *options)
{
  guint alike = 0, fittest = 0;

  for (guint i = 0; i < alone->len && options->len < OPTIONS_MOST; i++) {
    const Alone *one = &g_array_index (alone, Alone, i);
    gboolean again = i > 0 && one->points == g_array_index (alone, Alone, i - 1).points;
    alike = again ? alike + 1 : 0;
    if (!again)
      fittest = find_fittest (alone, i);
    if (alike + 1 < ALIKE_MOST || i == fittest)
      choose (options, one->candidate);
  }
  choose_dearest (alone, options);
}

/* Another escape is one of the same. */
static void
find_second (Search *search)
{
  GPtrArray *escapes = search->options[QH_PLACE_ESCAPE];

  search->options[QH_PLACE_SECOND] = g_ptr_array_ref (escapes);
}

static gboolean
is_group (int place)
{
  return place == QH_PLACE_PROMISED || place == QH_PLACE_TOLD;
}

static void
find_options (Search *search, GPtrArray *candidates, int place)
{
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (Alone));

  search->options[place] = g_ptr_array_new ();
  for (guint i = 0; i < candidates->len; i++) {
    QhComposeCandidate *candidate = g_ptr_array_index (candidates, i);
    Alone one = { candidate, 0 };
    if (candidate->place != place)
      continue;
    if (!is_group (place))
      one.points = weigh_alone (&search->judge, candidate);
    else
      g_ptr_array_add (search->options[place], candidate);
    g_array_append_val (alone, one);
  }
  if (is_group (place))
    return;
  g_array_sort (alone, compare_alone);
  choose_options (alone, search->options[place]);
}

/* --- Choosing */

/* How many choices a place has, none included. Of a group, what is not spoken of elsewhere is there
 * whole or not at all. */
static guint
n_choices (const Search *search, int place)
{
  guint n = search->options[place]->len;

  return is_group (place) ? 1 + (n > 0) : 1 + n;
}

static void
pick (QhDraft *draft, const QhComposeCandidate *candidate)
{
  draft->picks[draft->n++] = (QhComposePick){ candidate, candidate->seconds };
}

/* Whether the draft speaks of the promise, or of the friction that went, of @candidate. */
static gboolean
is_spoken_of (const QhDraft *draft, const QhComposeCandidate *candidate)
{
  const QhSegment *wanted = candidate->segment;

  for (guint i = 0; i < draft->n; i++) {
    const QhSegment *segment = draft->picks[i].candidate->segment;
    if (wanted->promise != NULL ? g_strcmp0 (segment->promise, wanted->promise) == 0
                                : g_strcmp0 (segment->friction, wanted->friction) == 0)
      return TRUE;
  }
  return FALSE;
}

static int
compare_picks (gconstpointer a, gconstpointer b)
{
  const QhComposeCandidate *one = ((const QhComposePick *)a)->candidate;
  const QhComposeCandidate *other = ((const QhComposePick *)b)->candidate;

  return one->place != other->place ? (int)one->place - (int)other->place
                                    : (int)one->order - (int)other->order;
}

/* In the order of the plan. */
static gboolean
weigh_picks (Search *search, QhDraft *draft)
{
  if ((gint64)draft->n * QH_COMPOSE_LEAST > search->judge.bound)
    return FALSE;
  search->weighed++;
  qsort (draft->picks, draft->n, sizeof *draft->picks, compare_picks);
  return qh_draft_fit (&search->judge, draft);
}

/* Turns the choices into picks, and weighs them; FALSE: they do not fit. */
static gboolean
weigh_choice (Search *search, QhDraft *draft)
{
  draft->n = 0;
  if (draft->choice[QH_PLACE_SECOND] != NONE &&
      draft->choice[QH_PLACE_SECOND] <= draft->choice[QH_PLACE_ESCAPE])
    return FALSE; /* each pair once */
  for (int place = 0; place < QH_N_PLACES; place++)
    if (draft->choice[place] != NONE && !is_group (place))
      pick (draft, g_ptr_array_index (search->options[place], draft->choice[place] - 1));
  for (int place = QH_PLACE_PROMISED; place <= QH_PLACE_TOLD; place++)
    for (guint i = 0; draft->choice[place] != NONE && i < search->options[place]->len; i++)
      if (!is_spoken_of (draft, g_ptr_array_index (search->options[place], i)))
        pick (draft, g_ptr_array_index (search->options[place], i));
  return weigh_picks (search, draft);
}

/* The pool holds the best, each once, the best first. */
static void
offer (Search *search, const QhDraft *draft)
{
  guint i = search->n_pool;

  for (guint k = 0; k < search->n_pool; k++)
    if (memcmp (search->pool[k].choice, draft->choice, sizeof draft->choice) == 0)
      return;
  if (i == POOL && qh_compose_worth_compare (&draft->worth, &search->pool[i - 1].worth) >= 0)
    return;
  if (i < POOL)
    search->n_pool++;
  else
    i--;
  for (; i > 0 && qh_compose_worth_compare (&draft->worth, &search->pool[i - 1].worth) < 0; i--)
    search->pool[i] = search->pool[i - 1];
  search->pool[i] = *draft;
}

/* Every set of places, each with its first option; of each number of places the best is kept. */
static void
try_sets (Search *search, QhDraft *best, guint *n)
{
  QhDraft sizes[QH_N_PLACES + 1];
  gboolean known[QH_N_PLACES + 1] = { FALSE };

  for (guint set = 0; set < 1u << QH_N_PLACES; set++) {
    QhDraft draft = { .n = 0 };
    gboolean there = TRUE;
    guint size = 0;
    for (int place = 0; place < QH_N_PLACES; place++) {
      draft.choice[place] = (set >> place) & 1;
      size += draft.choice[place];
      there = there && draft.choice[place] < n_choices (search, place);
    }
    if (!there || !weigh_choice (search, &draft))
      continue;
    if (!known[size])
      sizes[size] = draft;
    else
      qh_draft_keep (&sizes[size], &draft);
    known[size] = TRUE;
  }
  for (guint size = 0; size <= QH_N_PLACES; size++)
    if (known[size])
      best[(*n)++] = sizes[size];
}

/* The next choice in the order of counting; FALSE after the last. */
static gboolean
count_on (const Search *search, guint *choice)
{
  for (int place = 0; place < QH_N_PLACES; place++) {
    if (++choice[place] < n_choices (search, place))
      return TRUE;
    choice[place] = NONE;
  }
  return FALSE;
}

/* Whether there are so few choices that each can be weighed. */
static gboolean
are_few (const Search *search)
{
  guint64 all = 1;

  for (int place = 0; place < QH_N_PLACES; place++)
    all *= n_choices (search, place);
  return all <= WEIGHED_MOST;
}

static void
try_all (Search *search)
{
  QhDraft draft = { .n = 0 };

  while (count_on (search, draft.choice)) {
    QhDraft other = draft;
    if (weigh_choice (search, &other))
      offer (search, &other);
  }
}

/* Another choice for @place and for @other (which may be the same), if one is better. */
static gboolean
choose_again (Search *search, QhDraft *draft, int place, int other)
{
  for (guint i = 0; i < n_choices (search, place); i++)
    for (guint j = 0; j < (place == other ? 1 : n_choices (search, other)); j++) {
      QhDraft changed = *draft;
      changed.choice[other] = j;
      changed.choice[place] = i;
      if (i == draft->choice[place] || (place != other && j == draft->choice[other]))
        continue;
      if (search->weighed > WEIGHED_MOST)
        return FALSE;
      if (weigh_choice (search, &changed) && qh_draft_keep (draft, &changed))
        return TRUE;
    }
  return FALSE;
}

static gboolean
improve_choice (Search *search, QhDraft *draft, gboolean pairs)
{
  for (int place = 0; place < QH_N_PLACES; place++)
    for (int other = pairs ? place + 1 : place; other < (pairs ? QH_N_PLACES : place + 1); other++)
      if (choose_again (search, draft, place, other))
        return TRUE;
  return FALSE;
}

/* By one place; with @pairs, where that does not help, by two. */
static void
improve (Search *search, QhDraft *draft, gboolean pairs)
{
  search->weighed = 0;
  while (improve_choice (search, draft, FALSE) || (pairs && improve_choice (search, draft, TRUE)))
    ;
}

static gboolean
is_picked (const QhDraft *draft, const QhComposeCandidate *candidate)
{
  for (guint i = 0; i < draft->n; i++)
    if (draft->picks[i].candidate == candidate)
      return TRUE;
  return FALSE;
}

/* @candidate in the place of one that is picked, or beside them, if that is better. */
static gboolean
put_in (Search *search, QhDraft *draft, const QhComposeCandidate *candidate)
{
  for (guint i = 0; i <= draft->n && i < QH_COMPOSE_SEGMENTS; i++) {
    QhDraft changed = *draft;
    changed.picks[i] = (QhComposePick){ candidate, candidate->seconds };
    changed.n = MAX (changed.n, i + 1);
    if (weigh_picks (search, &changed) && qh_draft_keep (draft, &changed))
      return TRUE;
  }
  return FALSE;
}

static gboolean
take_out (Search *search, QhDraft *draft)
{
  for (guint i = 0; i < draft->n; i++) {
    QhDraft changed = *draft;
    changed.picks[i] = changed.picks[--changed.n];
    if (weigh_picks (search, &changed) && qh_draft_keep (draft, &changed))
      return TRUE;
  }
  return FALSE;
}

/* Whatever place a candidate is for: a plan may have more than one of some. */
static gboolean
change_one (Search *search, QhDraft *draft)
{
  for (int place = 0; place < QH_N_PLACES; place++)
    for (guint i = 0; i < search->options[place]->len; i++) {
      const QhComposeCandidate *candidate = g_ptr_array_index (search->options[place], i);
      if (place != QH_PLACE_SECOND && !is_picked (draft, candidate) &&
          put_in (search, draft, candidate))
        return TRUE;
    }
  return take_out (search, draft);
}

/* Everything that is looked at, each once. */
static GPtrArray *
list_options (const Search *search)
{
  GPtrArray *all = g_ptr_array_new ();

  for (int place = 0; place < QH_N_PLACES; place++)
    for (guint i = 0; place != QH_PLACE_SECOND && i < search->options[place]->len; i++)
      g_ptr_array_add (all, g_ptr_array_index (search->options[place], i));
  return all;
}

/* Two candidates in the places of two that are picked, if that is better. */
static gboolean
put_in_two (Search *search, QhDraft *draft, const QhComposeCandidate *a,
            const QhComposeCandidate *b)
{
  for (guint i = 0; i < draft->n; i++)
    for (guint j = i + 1; j <= draft->n; j++) {
      QhDraft changed = *draft;
      if (search->weighed > PAIRS_MOST)
        return FALSE;
      changed.picks[i] = (QhComposePick){ a, a->seconds };
      changed.picks[j] = (QhComposePick){ b, b->seconds };
      changed.n = MAX (changed.n, j + 1);
      if (weigh_picks (search, &changed) && qh_draft_keep (draft, &changed))
        return TRUE;
    }
  return FALSE;
}

static gboolean
change_two (Search *search, QhDraft *draft)
{
  g_autoptr (GPtrArray) all = list_options (search);

  for (guint i = 0; i < all->len; i++)
    for (guint j = i + 1; j < all->len; j++)
      if (!is_picked (draft, g_ptr_array_index (all, i)) &&
          !is_picked (draft, g_ptr_array_index (all, j)) &&
          put_in_two (search, draft, g_ptr_array_index (all, i), g_ptr_array_index (all, j)))
        return TRUE;
  return FALSE;
}

/* Where time is tight two at a time are looked at, too. */
static void
refine (Search *search, QhDraft *draft)
{
  search->weighed = 0;
  while (change_one (search, draft) || (search->judge.is_tight && change_two (search, draft)))
    ;
  qh_draft_improve (&search->judge, draft);
}

static void
try_some (Search *search)
{
  QhDraft best[QH_N_PLACES + 1], found[POOL];
  guint n = 0;

  try_sets (search, best, &n);
  for (guint i = 0; i < n; i++) {
    improve (search, &best[i], FALSE);
    offer (search, &best[i]);
  }
  n = MIN (STARTS, search->n_pool);
  memcpy (found, search->pool, sizeof found);
  for (guint i = 0; i < n; i++) {
    improve (search, &found[i], TRUE);
    offer (search, &found[i]);
  }
}

static void
search_init (Search *search, const QhContext *context, GPtrArray *candidates)
{
  qh_draft_judge_init (&search->judge, context, candidates);
  search->n_pool = search->weighed = 0;
  for (int place = 0; place < QH_N_PLACES; place++)
    if (place != QH_PLACE_SECOND)
      find_options (search, candidates, place);
  find_second (search);
}

static void
search_clear (Search *search)
{
  qh_estimate_free (search->judge.estimate);
  for (int place = 0; place < QH_N_PLACES; place++)
    g_ptr_array_unref (search->options[place]);
}

/* What the rules say. */
static void
put_before_rules (QhFacts *facts, const int *prices, QhDraft *draft)
{
  QhSegment *segments[QH_COMPOSE_SEGMENTS];

  for (guint i = 0; i < draft->n; i++) {
    segments[i] = draft->picks[i].candidate->segment;
    segments[i]->seconds = draft->picks[i].seconds;
  }
  qh_facts_set_segments (facts, segments, draft->n);
  draft->worth = qh_compose_worth (draft->picks, draft->n, qh_rules_points (facts, prices));
  for (guint i = 0; i < draft->n; i++)
    segments[i]->seconds = draft->picks[i].candidate->seconds;
}

/* The rules have the last word on the best that were found, and on doing nothing. */
static QhDraft
decide (Search *search, const QhContext *context)
{
  g_autofree int *prices = qh_rules_prices (context);
  QhDraft best = { .n = 0 };
  g_auto (QhFacts) facts;

  qh_facts_init (&facts, context);
  put_before_rules (&facts, prices, &best);
  for (guint i = 0; i < MIN (search->n_pool, FINISHED); i++) {
    put_before_rules (&facts, prices, &search->pool[i]);
    qh_draft_keep (&best, &search->pool[i]);
  }
  return best;
}

GArray *
qh_compose_search (const QhContext *context, GPtrArray *candidates)
{
  GArray *picks = g_array_new (FALSE, FALSE, sizeof (QhComposePick));
  Search search;
  QhDraft best;

  search_init (&search, context, candidates);
  if (are_few (&search))
    try_all (&search);
  else
    try_some (&search);
  for (guint i = 0; i < MIN (search.n_pool, FINISHED); i++) {
    qh_draft_improve (&search.judge, &search.pool[i]);
    refine (&search, &search.pool[i]);
  }
  best = decide (&search, context);
  g_array_append_vals (picks, best.picks, best.n);
  search_clear (&search);
  return picks;
}
