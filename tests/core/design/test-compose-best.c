/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Compose proposes, held against random plans of the same candidates: for many clients, the
 * rules score none of them higher, and among equals none is preferred. */
#include "builder.h"
#include "design/qh-compose-private.h"
#include <stdlib.h>
#include <string.h>

/* Each with so many random plans. */
#define CLIENTS 200
#define PLANS 500
static int plans = PLANS;

/* The same clients in every run; others with the torture. */
#define SEED 20261127

/* --- Clients */

static const char *const kinds[] = { "educate", "improve", "escape", "aesthetics" };
static const char *const rarities[] = { "ours_alone", "few", "common" };
static const char *const sorts[] = { "rule", "dislike", "wish", "goal", "threshold", "fact" };
static const char *const words[] = { "recall",        "invoices", "noshows",  "schedule",
                                     "delivery_date", "price",    "training", "clinic" };

static guint
up_to (GRand *rand, guint most)
{
  return (guint)g_rand_int_range (rand, 0, (int)most + 1);
}

static gboolean
one_in (GRand *rand, guint n)
{
  return up_to (rand, n - 1) == 0;
}

#define ANY(rand, list) ((list)[up_to (rand, G_N_ELEMENTS (list) - 1)])

static void
say_words (GRand *rand, GString *line)
{
  for (guint i = 1 + up_to (rand, 2); i > 0; i--)
    g_string_append_printf (line, "_%s", ANY (rand, words));
}

static void
add_remarks (GRand *rand, GString *line)
{
  for (guint i = up_to (rand, 6); i > 0; i--) {
    g_string_append_printf (line, " remark:r%u,2026-10-%02u,He", i, 1 + up_to (rand, 27));
    say_words (rand, line);
    g_string_append_printf (line, ",%s%s", ANY (rand, sorts), one_in (rand, 4) ? ",heard" : "");
  }
}

static void
add_frictions (GRand *rand, GString *line)
{
  for (guint i = up_to (rand, 5); i > 0; i--) {
    g_string_append_printf (line, " friction:f%u,%u,No", i, 1 + up_to (rand, 3));
    say_words (rand, line);
    if (one_in (rand, 3))
      g_string_append_printf (line, ",removed,removed=2026-11-%02u", 1 + up_to (rand, 18));
    else
      g_string_append_printf (line, ",minutes=%u,times_per_year=%u", up_to (rand, 90),
                              up_to (rand, 60));
  }
  if (one_in (rand, 2))
    g_string_append (line, " held=2026-11-05T10:00:00Z");
}

static void
add_content (GRand *rand, GString *line)
{
  for (guint i = up_to (rand, 9); i > 0; i--) {
    const char *rarity = ANY (rand, rarities);
    g_string_append_printf (line, " content:c%u,%s,%s,title=The", i, ANY (rand, kinds), rarity);
    say_words (rand, line);
    if (one_in (rand, 2))
      g_string_append_printf (line, ",12,left=%u,delivered=%u", up_to (rand, 2), up_to (rand, 10));
    if (one_in (rand, 3))
      g_string_append_printf (line, ",given=%u", up_to (rand, 1));
    if (one_in (rand, 2))
      g_string_append (line, ",evidence=A_study,recheck=2027-06-01");
    if (one_in (rand, 4))
      g_string_append_printf (line, ",until=2026-11-%u", 20 + up_to (rand, 9));
  }
}

static void
add_rest (GRand *rand, GString *line)
{
  static const guint limits[] = { 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 15, 15, 15, 20, 30 };
  static const char *const gates[] = { "trust:open", "trust:narrow", "trust:closed",
                                       "trust:closed,promise" };

  g_string_append_printf (line, " limit=%u", ANY (rand, limits));
  if (one_in (rand, 4))
    g_string_append_printf (line, " budget=%u", 30 * (1 + up_to (rand, 30)));
  for (guint i = up_to (rand, 6); i > 3; i--)
    g_string_append_printf (line, " promise:q%u,2026-11-%02u,A_word", i, 1 + up_to (rand, 27));
  if (one_in (rand, 2))
    g_string_append_printf (line, " %s", ANY (rand, gates));
  if (one_in (rand, 2))
    g_string_append (line, " client-value=Calm");
  if (one_in (rand, 3))
    g_string_append_printf (line, " pace:%s,%u,%u,%u", ANY (rand, kinds), 2 + up_to (rand, 3),
                            300 + 60 * up_to (rand, 6), 300 + 60 * up_to (rand, 20));
  if (one_in (rand, 5))
    g_string_append (line, " pace:open,5,300,600 pace:close,4,240,300");
  if (one_in (rand, 5))
    g_string_append (line, " mute:mode.lopsided accept:mode.missing,key=educate,No_time");
  if (one_in (rand, 5))
    g_string_append (line, " no_phone mode=phone gate=Sarah no_print orders_online");
}

static char *
invent_client (GRand *rand)
{
  GString *line = g_string_new ("id=meeting");

  add_remarks (rand, line);
  add_frictions (rand, line);
  add_content (rand, line);
  add_rest (rand, line);
  return g_string_free (line, FALSE);
}

/* --- Random plans */

typedef struct {
  QhComposePick picks[QH_COMPOSE_SEGMENTS];
  guint n;
} Random;

static gboolean
has (const Random *plan, const QhComposeCandidate *candidate, gboolean same_place)
{
  for (guint i = 0; i < plan->n; i++)
    if (plan->picks[i].candidate == candidate ||
        (same_place && plan->picks[i].candidate->place == candidate->place))
      return TRUE;
  return FALSE;
}

static gint64
total_of (const Random *plan)
{
  gint64 total = 0;

  for (guint i = 0; i < plan->n; i++)
    total += plan->picks[i].seconds;
  return total;
}

static int
compare_picks (gconstpointer a, gconstpointer b)
{
  const QhComposePick *one = a, *other = b;

  return (int)one->candidate->place - (int)other->candidate->place;
}

/* Shortened, or made smaller, until it fits. */
static void
fit (GRand *rand, Random *plan, gint64 bound)
{
  while (total_of (plan) > bound) {
    QhComposePick *one = &plan->picks[up_to (rand, plan->n - 1)];
    if (one->seconds > QH_COMPOSE_LEAST)
      one->seconds -= QH_COMPOSE_STEP;
    else if ((gint64)plan->n * QH_COMPOSE_LEAST > bound)
      *one = plan->picks[--plan->n];
  }
}

static void
draw (GRand *rand, GPtrArray *candidates, gint64 bound, Random *plan)
{
  gboolean one_each = one_in (rand, 2), natural = one_in (rand, 2);
  guint wanted = up_to (rand, 9);

  plan->n = 0;
  for (guint i = 0; i < wanted; i++) {
    QhComposeCandidate *candidate =
        g_ptr_array_index (candidates, up_to (rand, candidates->len - 1));
    gint64 seconds = QH_COMPOSE_LEAST + QH_COMPOSE_STEP * up_to (rand, 8);
    if (natural && !one_in (rand, 4))
      seconds = one_in (rand, 2) ? QH_COMPOSE_LEAST : candidate->seconds;
    if (!has (plan, candidate, one_each))
      plan->picks[plan->n++] = (QhComposePick){ candidate, seconds };
  }
  if (!one_in (rand, 3))
    qsort (plan->picks, plan->n, sizeof *plan->picks, compare_picks);
  fit (rand, plan, bound);
}

/* --- The test */

typedef struct {
  QhContext proposed; /* with the plan that was composed */
  QhFacts facts;
  int *prices;
} Judge;

static int
weigh (Judge *judge, const QhComposePick *picks, guint n)
{
  QhSegment *segments[QH_COMPOSE_SEGMENTS];

  for (guint i = 0; i < n; i++) {
    segments[i] = picks[i].candidate->segment;
    segments[i]->seconds = picks[i].seconds;
  }
  qh_facts_set_segments (&judge->facts, segments, n);
  return qh_rules_points (&judge->facts, judge->prices);
}

static char *
describe (const QhComposePick *picks, guint n, const QhComposeWorth *worth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%d/%u:%d ", picks[i].candidate->place, picks[i].candidate->order,
                            (int)picks[i].seconds);
  g_string_append_printf (text, "= %d f%u s%d frame%u cut%d total%d", worth->points,
                          worth->friction, worth->scarcity, worth->frame, (int)worth->cut,
                          (int)worth->total);
  return g_string_free (text, FALSE);
}

/* Whether it is a plan as Compose makes them: one of each place, as long as such segments take. */
static gboolean
is_plain (const Random *plan)
{
  for (guint i = 0; i < plan->n; i++) {
    if (plan->picks[i].seconds != plan->picks[i].candidate->seconds)
      return FALSE;
    for (guint j = 0; j < i; j++)
      if (plan->picks[i].candidate->place == plan->picks[j].candidate->place)
        return FALSE;
  }
  return TRUE;
}

/* No plan scores higher; of plain ones that score as much, none is preferred, but for words shared
 * and the order of what is known. */
static gboolean
is_preferred (const Random *plan, QhComposeWorth a, QhComposeWorth b)
{
  a.fit = b.fit = a.repeats = b.repeats = 0;
  return a.points < b.points || (is_plain (plan) && qh_compose_worth_compare (&a, &b) < 0);
}

static void
hold_against (GRand *rand, const char *line, Judge *judge, GPtrArray *candidates, GArray *found)
{
  const QhComposePick *picks = (const QhComposePick *)(void *)found->data;
  QhComposeWorth best = qh_compose_worth (picks, found->len, weigh (judge, picks, found->len));
  gint64 bound = qh_compose_bound (&judge->proposed);
  g_autoptr (QhEstimate) estimate = qh_estimate_new (&judge->proposed, candidates);
  int settled = best.points - qh_estimate_points (estimate, picks, found->len);

  g_assert_cmpint (best.total, <=, bound);
  for (int i = 0; i < plans; i++) {
    Random plan;
    QhComposeWorth worth;
    draw (rand, candidates, bound, &plan);
    worth = qh_compose_worth (plan.picks, plan.n, weigh (judge, plan.picks, plan.n));
    g_assert_cmpint (worth.points, ==, qh_estimate_points (estimate, plan.picks, plan.n) + settled);
    if (is_preferred (&plan, worth, best)) {
      g_autofree char *theirs = describe (plan.picks, plan.n, &worth);
      g_autofree char *ours = describe (picks, found->len, &best);
      g_error ("%s\nrandom:   %s\ncomposed: %s", line, theirs, ours);
    }
  }
}

static void
check_client (GRand *rand, const char *line)
{
  g_autoptr (QhContext) context = builder_context (line);
  g_autoptr (QhComposed) composed = qh_compose_new (context);
  gboolean is_unknown;
  g_autoptr (GPtrArray) candidates = qh_compose_candidates (context, &is_unknown);
  g_autoptr (GArray) found = qh_compose_search (context, candidates);
  Judge judge = { .proposed = *context };

  judge.proposed.plan = composed->plan;
  judge.prices = qh_rules_prices (context);
  qh_facts_init (&judge.facts, &judge.proposed);
  g_assert_cmpint (
      MAX (100 - weigh (&judge, (const QhComposePick *)(void *)found->data, found->len), 0), ==,
      composed->review->score);
  hold_against (rand, line, &judge, candidates, found);
  qh_facts_clear (&judge.facts);
  g_free (judge.prices);
}

static void
test_best (void)
{
  guint32 seed = plans == PLANS ? SEED : (guint32)g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < CLIENTS; i++) {
    g_autofree char *line = invent_client (rand);
    check_client (rand, line);
  }
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_str_has_prefix (argv[i], "--plans="))
      plans = atoi (argv[i] + strlen ("--plans="));
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose/best", test_best);
  return g_test_run ();
}
