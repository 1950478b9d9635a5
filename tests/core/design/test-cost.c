/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a friction costs, worked out by hand: every factor, both sides of every half, the ends of
 * every range, and the sum in words. */
#include "base/qh-time.h"
#include "design/qh-cost.h"

#define MOST QH_MONEY_MAX

static const QhCostAssumptions shipped = { QH_COST_HOURLY_RATE, QH_COST_SHARES };

typedef struct {
  gint64 severity, minutes, times;
  gint64 values[4];
  guint clients;
  gint64 client_minutes, client_cost, own_loss, cost;
} Case;

static const Case cases[] = {
  /* 20 min × 24 = 480 min = 8 h × 45.00 = 360.00; 14,200.00 × 10 % = 1,420.00 */
  { 3, 20, 24, { 1420000 }, 1, 480, 36000, 142000, 178000 },
  /* Each severity: 0, 2, 10 and 30 % of 14,200.00. */
  { 1, 20, 24, { 1420000 }, 1, 480, 36000, 0, 36000 },
  { 2, 20, 24, { 1420000 }, 1, 480, 36000, 28400, 64400 },
  { 4, 20, 24, { 1420000 }, 1, 480, 36000, 426000, 462000 },
  /* Several clients: the time of each, and each one's own value. 2 × 360.00; 1,420.00 + 100.00 */
  { 3, 20, 24, { 1420000, 100000 }, 2, 960, 72000, 152000, 224000 },
  { 3, 20, 24, { 1420000, QH_NONE, 100000 }, 3, 1440, 108000, 152000, 260000 },
  { 2, 6, 10, { 0, 0, 0, 0 }, 4, 240, 18000, 0, 18000 },
  /* What is not known counts as nothing; so does what touches nobody. */
  { 3, QH_NONE, 24, { 1420000 }, 1, 0, 0, 142000, 142000 },
  { 3, 20, QH_NONE, { 1420000 }, 1, 0, 0, 142000, 142000 },
  { 3, 20, 24, { QH_NONE }, 1, 480, 36000, 0, 36000 },
  { QH_NONE, 20, 24, { 1420000 }, 1, 480, 36000, 0, 36000 },
  { 3, 20, 24, { 0 }, 0, 0, 0, 0, 0 },
  { 3, 0, 24, { 0 }, 1, 0, 0, 0, 0 },
  /* A minute costs 75, so time is exact with the shipped rate; 2 % of 25 is 0.5, of 24 0.48. */
  { 1, 1, 1, { 0 }, 1, 1, 75, 0, 75 },
  { 2, 0, 0, { 24 }, 1, 0, 0, 0, 0 },
  { 2, 0, 0, { 25 }, 1, 0, 0, 1, 1 },
  { 2, 0, 0, { 74 }, 1, 0, 0, 1, 1 },
  { 2, 0, 0, { 75 }, 1, 0, 0, 2, 2 },
  { 3, 0, 0, { 4 }, 1, 0, 0, 0, 0 },
  { 3, 0, 0, { 5 }, 1, 0, 0, 1, 1 },
  /* Rounded for each client: 0.4 twice is nothing, 0.5 twice is two. */
  { 3, 0, 0, { 4, 4 }, 2, 0, 0, 0, 0 },
  { 3, 0, 0, { 5, 5 }, 2, 0, 0, 2, 2 },
  /* The ends of the ranges: 525,600 min × 1,000,000 = 525.6 thousand million min × 75 */
  { 1, 525600, 1000000, { MOST }, 1, 525600000000, 39420000000000, 0, 39420000000000 },
  /* 30 % of 9,007,199,254,740,991 = 2,702,159,776,422,297.3 */
  { 4, 0, 0, { MOST }, 1, 0, 0, 2702159776422297, 2702159776422297 },
  { 4, 0, 0, { MOST, MOST, MOST }, 3, 0, 0, 8106479329266891, 8106479329266891 },
  { 4, 0, 0, { MOST, MOST, MOST, MOST }, 4, 0, 0, MOST, MOST },
};

static void
test_by_hand (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const Case *c = &cases[i];
    QhCostFacts facts = { c->severity, c->minutes, c->times, c->values, c->clients };
    QhCost cost = qh_cost (&shipped, &facts);

    g_test_message ("case %u", i);
    g_assert_cmpint (cost.clients, ==, c->clients);
    g_assert_cmpint (cost.client_minutes, ==, c->client_minutes);
    g_assert_cmpint (cost.client_cost, ==, c->client_cost);
    g_assert_cmpint (cost.own_loss, ==, c->own_loss);
    g_assert_cmpint (cost.cost, ==, c->cost);
  }
}

/* Other assumptions: halves of an hour's price, none at all, and the most there can be. */
static void
test_assumptions (void)
{
  static const struct {
    gint64 rate, minutes, times, client_cost;
  } rates[] = {
    { 0, 60, 10, 0 },
    { 1, 29, 1, 0 }, /* 0.483 */
    { 1, 30, 1, 1 }, /* 0.5 */
    { 1, 89, 1, 1 }, /* 1.483 */
    { 1, 90, 1, 2 }, /* 1.5 */
    { 6000, 1, 1, 100 },
    { 4501, 20, 24, 36008 },
    { MOST, 60, 1, MOST },
    { MOST, 59, 1, 8857079267161974 }, /* × 59 ÷ 60 = …974.483 */
    { MOST, 61, 1, MOST },
    { MOST, 525600, 1000000, MOST },
    { 1028219, 525600, 1000000, 9007198440000000 }, /* 8.76 thousand million h × rate */
    { 1028220, 525600, 1000000, MOST }, /* 9,007,207,200,000,000 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rates); i++) {
    QhCostAssumptions assumptions = { rates[i].rate, { 0, 0, 0, 1000 } };
    gint64 value = 12345;
    QhCostFacts facts = { 4, rates[i].minutes, rates[i].times, &value, 1 };
    QhCost cost = qh_cost (&assumptions, &facts);

    g_test_message ("rate %u", i);
    g_assert_cmpint (cost.client_cost, ==, MIN (rates[i].client_cost, MOST));
    g_assert_cmpint (cost.own_loss, ==, 12345); /* all of it */
    g_assert_cmpint (cost.cost, ==, MIN (cost.client_cost, MOST - 12345) + 12345);
  }
}

static void
test_hours (void)
{
  QhCost cost = { .client_minutes = 500 };

  g_assert_cmpfloat_with_epsilon (qh_cost_hours (&cost), 8.3333333, 1e-6);
}

static void
test_friction (void)
{
  g_autoptr (QhFriction) friction = qh_friction_new ();
  gint64 value = 1420000;
  QhCostFacts facts;

  qh_record_set_int (QH_RECORD (friction), "severity", 3);
  qh_record_set_int (QH_RECORD (friction), "minutes", 20);
  facts = qh_cost_facts (friction, &value, 1);
  g_assert_cmpint (qh_cost (&shipped, &facts).cost, ==, 142000);
  qh_record_set_int (QH_RECORD (friction), "times_per_year", 24);
  facts = qh_cost_facts (friction, &value, 1);
  g_assert_cmpint (qh_cost (&shipped, &facts).cost, ==, 178000);
}

/* --- In words */

#define ASSUMED(severity, does, share)                                                   \
  "Assumed: An hour of a client costs €45; severity " severity " (" does ") puts " share \
  " % of what he buys in a year at risk."

static const struct {
  Case facts;
  const char *lines;
} sums[] = {
  { { 3, 20, 24, { 1420000 }, 1 },
    "Costs the client: 20 min × 24 a year = 8 h × €45 = €360\n"
    "At risk for us: €14 200 a year × 10 % = €1 420\n"
    "Together: €360 + €1 420 = €1 780 a year\n" ASSUMED ("3", "stops work", "10") },
  { { 2, 25, 20, { 100000, 200000 }, 2 },
    "Costs the clients: 25 min × 20 a year × 2 clients = 16.67 h × €45 = €750\n"
    "At risk for us: €3 000 a year from 2 clients × 2 % = €60\n"
    "Together: €750 + €60 = €810 a year\n" ASSUMED ("2", "slows", "2") },
  { { 4, 30, 1, { QH_NONE, 200000, 100000 }, 3 },
    "Costs the clients: 30 min × 1 a year × 3 clients = 1.5 h × €45 = €67.50\n"
    "At risk for us: €3 000 a year from the 2 of 3 clients of whom it is known × 30 % = €900\n"
    "Together: €67.50 + €900 = €968 a year\n" ASSUMED ("4", "may make him leave", "30") },
  { { 1, QH_NONE, 24, { QH_NONE }, 1 },
    "Costs the client: How long it takes each time is not known, so it is not counted.\n"
    "At risk for us: What he buys in a year is not known, so it is not counted.\n"
    "Together: €0 + €0 = €0 a year\n" ASSUMED ("1", "annoys", "0") },
  { { 2, 5, QH_NONE, { QH_NONE, QH_NONE }, 2 },
    "Costs the clients: How often it happens is not known, so it is not counted.\n"
    "At risk for us: What they buy in a year is not known, so it is not counted.\n"
    "Together: €0 + €0 = €0 a year\n" ASSUMED ("2", "slows", "2") },
  { { 3, 20, 24, { 0 }, 0 }, "Costs the client: No client is named, so nothing is counted." },
};

static char *
join (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const QhCostLine *line = g_ptr_array_index (lines, i);
    g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", line->label, line->text);
  }
  return g_string_free (text, FALSE);
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++) {
    const Case *c = &sums[i].facts;
    QhCostFacts facts = { c->severity, c->minutes, c->times, c->values, c->clients };
    g_autoptr (GPtrArray) lines = qh_cost_lines (&shipped, &facts, "EUR");
    g_autofree char *text = join (lines);
    /* Groups of digits are parted by a narrow space where the locale has no sign of its own. */
    g_auto (GStrv) parts = g_strsplit (text, "\u202f", -1);
    g_autofree char *said = g_strjoinv (" ", parts);

    g_assert_cmpstr (said, ==, sums[i].lines);
  }
}

/* A share that is no whole percent, and what time comes to in odd minutes. */
static void
test_decimals (void)
{
  static const struct {
    int share;
    gint64 minutes;
    const char *share_text, *hours;
  } odd[] = {
    { 25, 1, "2.5 %", "0.02 h" }, { 5, 6, "0.5 %", "0.1 h" },      { 0, 59, "0 %", "0.98 h" },
    { 1000, 60, "100 %", "1 h" }, { 999, 99, "99.9 %", "1.65 h" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++) {
    QhCostAssumptions assumptions = { 6000, { 0, 0, 0, odd[i].share } };
    gint64 value = 100000;
    QhCostFacts facts = { 4, odd[i].minutes, 1, &value, 1 };
    g_autoptr (GPtrArray) lines = qh_cost_lines (&assumptions, &facts, "EUR");
    g_autofree char *text = join (lines);

    g_assert_nonnull (strstr (text, odd[i].share_text));
    g_assert_nonnull (strstr (text, odd[i].hours));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cost/by-hand", test_by_hand);
  g_test_add_func ("/cost/assumptions", test_assumptions);
  g_test_add_func ("/cost/hours", test_hours);
  g_test_add_func ("/cost/friction", test_friction);
  g_test_add_func ("/cost/lines", test_lines);
  g_test_add_func ("/cost/decimals", test_decimals);
  return g_test_run ();
}
