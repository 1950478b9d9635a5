/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scarcity: every combination of its factors, the halves, and the order that follows. */
#include "base/qh-time.h"
#include "design/qh-scarcity.h"

static QhContent *
item (int rarity, gint64 edition, const char *until)
{
  QhContent *content = qh_content_new ();

  qh_record_set_int (QH_RECORD (content), "rarity", rarity);
  qh_record_set_int (QH_RECORD (content), "edition", edition);
  qh_record_set_string (QH_RECORD (content), "available_until", until);
  return content;
}

static const struct {
  int rarity;
  gint64 edition, out;
  const char *until;
  double supply;
  int product;
} cases[] = {
  { QH_RARITY_OURS_ALONE, QH_NONE, 0, NULL, 0.5, 40 },
  { QH_RARITY_OURS_ALONE, QH_NONE, 0, "2027-01-31", 0.5, 50 },
  { QH_RARITY_OURS_ALONE, QH_NONE, 400, "2027-01-31", 0.5, 50 },
  { QH_RARITY_OURS_ALONE, 12, 0, NULL, 0.7, 56 },
  { QH_RARITY_OURS_ALONE, 12, 0, "2027-01-31", 0.7, 70 },
  { QH_RARITY_OURS_ALONE, 12, 6, NULL, 0.85, 68 },
  { QH_RARITY_OURS_ALONE, 12, 6, "2027-01-31", 0.85, 85 },
  { QH_RARITY_OURS_ALONE, 12, 9, NULL, 0.925, 74 },
  { QH_RARITY_OURS_ALONE, 12, 9, "2027-01-31", 0.925, 93 }, /* 92.5 */
  { QH_RARITY_OURS_ALONE, 12, 12, NULL, 1.0, 80 },
  { QH_RARITY_OURS_ALONE, 12, 12, "2027-01-31", 1.0, 100 },
  { QH_RARITY_OURS_ALONE, 1, 0, "2027-01-31", 0.7, 70 },
  { QH_RARITY_OURS_ALONE, 1, 1, "2027-01-31", 1.0, 100 },
  { QH_RARITY_FEW, QH_NONE, 0, NULL, 0.5, 24 },
  { QH_RARITY_FEW, QH_NONE, 0, "2027-01-31", 0.5, 30 },
  { QH_RARITY_FEW, 12, 0, NULL, 0.7, 34 }, /* 33.6 */
  { QH_RARITY_FEW, 12, 0, "2027-01-31", 0.7, 42 },
  { QH_RARITY_FEW, 12, 6, NULL, 0.85, 41 }, /* 40.8 */
  { QH_RARITY_FEW, 12, 6, "2027-01-31", 0.85, 51 },
  { QH_RARITY_FEW, 12, 12, NULL, 1.0, 48 },
  { QH_RARITY_FEW, 12, 12, "2027-01-31", 1.0, 60 },
  { QH_RARITY_COMMON, QH_NONE, 0, NULL, 0.5, 8 },
  { QH_RARITY_COMMON, QH_NONE, 0, "2027-01-31", 0.5, 10 },
  { QH_RARITY_COMMON, 12, 0, NULL, 0.7, 11 }, /* 11.2 */
  { QH_RARITY_COMMON, 12, 0, "2027-01-31", 0.7, 14 },
  { QH_RARITY_COMMON, 12, 6, NULL, 0.85, 14 }, /* 13.6 */
  { QH_RARITY_COMMON, 12, 6, "2027-01-31", 0.85, 17 },
  { QH_RARITY_COMMON, 12, 12, NULL, 1.0, 16 },
  { QH_RARITY_COMMON, 12, 12, "2027-01-31", 1.0, 20 },
  { QH_RARITY_UNSET, QH_NONE, 0, NULL, 0.5, 8 },
  /* Halves go up, whatever a double makes of them. */
  { QH_RARITY_OURS_ALONE, 20, 1, "2027-01-31", 0.715, 72 }, /* 71.5 */
  { QH_RARITY_OURS_ALONE, 20, 3, "2027-01-31", 0.745, 75 }, /* 74.5 */
  { QH_RARITY_OURS_ALONE, 1000000, 1000000, "2027-01-31", 1.0, 100 },
  { QH_RARITY_OURS_ALONE, 1000000, 16666, "2027-01-31", 0.7049998, 70 },
  { QH_RARITY_OURS_ALONE, 1000000, 16667, "2027-01-31", 0.7050001, 71 },
};

static void
test_every_combination (void)
{
  static const double rarities[] = { 0.2, 1.0, 0.6, 0.2 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QhContent) content = item (cases[i].rarity, cases[i].edition, cases[i].until);
    QhScarcity scarcity = qh_scarcity (content, cases[i].out);
    g_assert_cmpfloat_with_epsilon (scarcity.rarity, rarities[cases[i].rarity], 1e-9);
    g_assert_cmpfloat_with_epsilon (scarcity.supply, cases[i].supply, 1e-9);
    g_assert_cmpfloat_with_epsilon (scarcity.window, cases[i].until != NULL ? 1.0 : 0.8, 1e-9);
    g_assert_cmpint (scarcity.product, ==, cases[i].product);
  }
}

/* For every edition and every count, what the formula says in hundredths of a thousandth; and one
 * copy more never makes an item less scarce. */
static void
test_formula (void)
{
  static const int rarities[] = { QH_RARITY_OURS_ALONE, QH_RARITY_FEW, QH_RARITY_COMMON };
  static const int tenths[] = { 10, 6, 2 };

  for (guint r = 0; r < G_N_ELEMENTS (rarities); r++)
    for (int edition = 1; edition <= 60; edition++) {
      g_autoptr (QhContent) content = item (rarities[r], edition, r % 2 ? "2027-01-31" : NULL);
      int window = r % 2 ? 10 : 8, last = 0;
      for (int out = 0; out <= edition; out++) {
        int product = qh_scarcity (content, out).product;
        int exact = tenths[r] * window * (7 * edition + 3 * out); /* over ten editions */
        g_assert_cmpint (product * 10 * edition - exact, <=, 5 * edition);
        g_assert_cmpint (exact - product * 10 * edition, <, 5 * edition);
        g_assert_cmpint (product, >=, last);
        last = product;
      }
    }
}

/* A ledger that could not be, read from elsewhere, does not leave the range. */
static void
test_out_of_range (void)
{
  g_autoptr (QhContent) content = item (QH_RARITY_OURS_ALONE, 4, "2027-01-31");

  g_assert_cmpint (qh_scarcity (content, 9).product, ==, 100);
  g_assert_cmpint (qh_scarcity (content, -9).product, ==, 70);
}

static QhContent *
named (const char *id, int rarity, gint64 edition, const char *until)
{
  QhContent *content = item (rarity, edition, until);

  qh_record_set_string (QH_RECORD (content), "id", id);
  return content;
}

static void
test_order (void)
{
  g_autoptr (QhContent) alone = named ("a", QH_RARITY_OURS_ALONE, 12, "2027-01-31");
  g_autoptr (QhContent) few = named ("b", QH_RARITY_FEW, 12, "2027-01-31");
  g_autoptr (QhContent) small = named ("c", QH_RARITY_FEW, 6, "2027-01-31");
  g_autoptr (QhContent) twin = named ("d", QH_RARITY_FEW, 6, "2027-01-31");
  g_autoptr (QhContent) unlimited = named ("e", QH_RARITY_OURS_ALONE, QH_NONE, NULL); /* 40 */
  g_autoptr (QhContent) rare = named ("f", QH_RARITY_FEW, 36, NULL); /* 40 with 16 out */

  g_assert_cmpint (qh_scarcity_compare (alone, 0, few, 12), <, 0);
  g_assert_cmpint (qh_scarcity_compare (few, 12, alone, 0), >, 0);
  g_assert_cmpint (qh_scarcity_compare (few, 1, small, 0), <, 0);
  g_assert_cmpint (qh_scarcity_compare (few, 0, small, 0), >, 0);
  g_assert_cmpint (qh_scarcity_compare (small, 0, twin, 0), <, 0);
  g_assert_cmpint (qh_scarcity_compare (twin, 0, twin, 0), ==, 0);
  g_assert_cmpint (qh_scarcity (rare, 16).product, ==, qh_scarcity (unlimited, 0).product);
  g_assert_cmpint (qh_scarcity_compare (unlimited, 0, rare, 16), <, 0);
}

static void
test_window (void)
{
  static const struct {
    const char *from, *until, *date;
    gboolean open;
  } windows[] = {
    { NULL, NULL, "2026-11-26", TRUE },
    { "2026-11-26", NULL, "2026-11-26", TRUE },
    { "2026-11-27", NULL, "2026-11-26", FALSE },
    { NULL, "2026-11-26", "2026-11-26", TRUE },
    { NULL, "2026-11-25", "2026-11-26", FALSE },
    { "2026-11-26", "2026-11-26", "2026-11-26", TRUE },
    { "2026-11-20", "2026-11-25", "2026-11-26", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++) {
    g_autoptr (QhContent) content = item (QH_RARITY_FEW, QH_NONE, windows[i].until);
    qh_record_set_string (QH_RECORD (content), "available_from", windows[i].from);
    g_assert_cmpint (qh_content_is_open (content, windows[i].date), ==, windows[i].open);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scarcity/every-combination", test_every_combination);
  g_test_add_func ("/scarcity/formula", test_formula);
  g_test_add_func ("/scarcity/out-of-range", test_out_of_range);
  g_test_add_func ("/scarcity/order", test_order);
  g_test_add_func ("/scarcity/window", test_window);
  return g_test_run ();
}
