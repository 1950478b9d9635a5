/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of figures worked out by hand: what they say at each side of a boundary. */
#include "design/qh-insight.h"
#include <locale.h>
#include <string.h>

static QhInsightFacts *
build (void)
{
  QhInsightFacts *facts = qh_insight_facts_new ("2025-11", "2026-01");

  facts->today = g_strdup ("2026-01-15");
  facts->currency = g_strdup ("EUR");
  return facts;
}

static QhPicture *
find (GPtrArray *pictures, const char *id)
{
  for (guint i = 0; i < pictures->len; i++)
    if (strcmp (((QhPicture *)pictures->pdata[i])->id, id) == 0)
      return pictures->pdata[i];
  g_assert_not_reached ();
}

static void
assert_says (const QhInsightFacts *facts, const char *id, const char *part)
{
  g_autoptr (GPtrArray) pictures = qh_insight_pictures (facts);

  if (strstr (find (pictures, id)->sentence, part) == NULL)
    g_error ("%s: %s", id, find (pictures, id)->sentence);
}

static void
test_months (void)
{
  g_autoptr (QhInsightFacts) facts = build ();

  g_assert_cmpuint (qh_insight_count_months ("2026-01", "2026-01"), ==, 1);
  g_assert_cmpuint (qh_insight_count_months ("2025-12", "2026-01"), ==, 2);
  g_assert_cmpuint (qh_insight_count_months ("2026-02", "2026-01"), ==, 0);
  g_assert_cmpuint (qh_insight_count_months ("2026-00", "2026-01"), ==, 0);
  g_assert_cmpuint (qh_insight_count_months ("0001-01", "9999-12"), ==, 9999 * 12);
  g_assert_null (qh_insight_facts_month (facts, "2025-10-31"));
  g_assert_true (qh_insight_facts_month (facts, "2025-11-01") == &facts->months[0]);
  g_assert_true (qh_insight_facts_month (facts, "2026-01") == &facts->months[2]);
  g_assert_null (qh_insight_facts_month (facts, "2026-02"));
  g_assert_null (qh_insight_facts_month (facts, ""));
}

/* The months of a picture go over the end of a year; one without data is there, with zeros. */
static void
test_rows (void)
{
  g_autoptr (QhInsightFacts) facts = build ();
  g_autoptr (GPtrArray) pictures = NULL;
  const QhPicture *picture;

  facts->months[0].opened = 3;
  facts->months[2].opened = 2;
  pictures = qh_insight_pictures (facts);
  picture = find (pictures, "friction-months");
  g_assert_cmpuint (picture->rows->len, ==, 3);
  g_assert_cmpstr (qh_picture_row (picture, 1)->cells[0].text, ==, "2025-12");
  g_assert_cmpstr (qh_picture_row (picture, 2)->cells[0].text, ==, "2026-01");
  g_assert_true (qh_picture_row (picture, 1)->cells[1].is_known);
  g_assert_cmpfloat (qh_picture_row (picture, 1)->cells[1].number, ==, 0);
}

static void
test_least (void)
{
  g_autoptr (QhInsightFacts) facts = build ();

  facts->months[1].contacts = QH_INSIGHT_LEAST - 1;
  assert_says (facts, "contacts", "4 contacts came in so far; from 5 on");
  facts->months[1].contacts++;
  assert_says (facts, "contacts", "first ring: not known.");
}

/* What one meeting in one band proves, and a hundred in two. */
static void
test_overlap (void)
{
  g_autoptr (QhInsightFacts) facts = build ();

  facts->bands[0] = (QhInsightBand){ 5, 0 };
  facts->bands[4] = (QhInsightBand){ 3, 3 };
  assert_says (facts, "scores", "Not all intervals overlap");
  facts->bands[4] = (QhInsightBand){ 2, 2 };
  assert_says (facts, "scores", "overlap: that a better score reaches more is not proven");
  facts->bands[4] = (QhInsightBand){ 100, 90 };
  assert_says (facts, "scores", "by more than chance, but why is not shown");
}

static void
test_over (void)
{
  g_autoptr (QhInsightFacts) facts = build ();

  facts->kinds[QH_SEGMENT_KIND_OPEN] = (QhInsightKind){ 5, 1000, 1249 };
  facts->kinds[QH_SEGMENT_KIND_CLOSE] = (QhInsightKind){ 4, 100, 400 };
  assert_says (facts, "times", "No kind runs over");
  facts->kinds[QH_SEGMENT_KIND_OPEN].actual = 1250;
  assert_says (facts, "times", "“Open” runs over most: 4:10 min instead of 3:20 min");
}

/* A day to look again that has come is due; so is what nobody decided, if it costs anything. */
static void
test_due (void)
{
  QhInsightSpot spot = { .open = 1, .cost = 0 };

  g_assert_false (qh_insight_spot_is_due (&spot, "2026-01-15"));
  spot.cost = 1;
  g_assert_true (qh_insight_spot_is_due (&spot, "2026-01-15"));
  spot.verdict = QH_VERDICT_NOT;
  g_assert_false (qh_insight_spot_is_due (&spot, "2026-01-15"));
  spot.look_again = (char *)"2026-01-16";
  g_assert_false (qh_insight_spot_is_due (&spot, "2026-01-15"));
  spot.look_again = (char *)"2026-01-15";
  g_assert_true (qh_insight_spot_is_due (&spot, "2026-01-15"));
}

/* Four fifths are reached by what reaches them, no less and no more. */
static void
test_heavy (void)
{
  g_autoptr (QhInsightFacts) facts = build ();

  facts->touchpoints[QH_TOUCHPOINT_MAIL] = (QhInsightSpot){ .open = 1, .cost = 80 };
  facts->touchpoints[QH_TOUCHPOINT_PHONE] = (QhInsightSpot){ .open = 1, .cost = 20 };
  assert_says (facts, "pareto", "1 of 2 touchpoints carry four fifths");
  facts->touchpoints[QH_TOUCHPOINT_MAIL].cost = 79;
  assert_says (facts, "pareto", "2 of 2 touchpoints carry four fifths");
}

/* The same reason is one, however it is written; of very many the rest is together. */
static void
test_reasons (void)
{
  g_autoptr (QhInsightFacts) facts = build ();
  g_autoptr (GPtrArray) pictures = NULL;
  const QhPicture *picture;

  qh_insight_facts_add_reason (facts, "ÜBER  Mittag", QH_PROMISE_MAKER_SALES, FALSE, 2);
  qh_insight_facts_add_reason (facts, "über mittag ", QH_PROMISE_MAKER_SALES, TRUE, 1);
  qh_insight_facts_add_reason (facts, "über mittag", QH_PROMISE_MAKER_SUPPORT, TRUE, 1);
  g_assert_cmpuint (facts->reasons->len, ==, 2);
  for (int i = 0; i < 30; i++) {
    g_autofree char *text = g_strdup_printf ("Reason %d", i);
    qh_insight_facts_add_reason (facts, text, QH_PROMISE_MAKER_SALES, FALSE, 1);
  }
  pictures = qh_insight_pictures (facts);
  picture = find (pictures, "promise-reasons");
  g_assert_cmpint (picture->n, ==, 34);
  g_assert_cmpuint (picture->rows->len, ==, QH_INSIGHT_LIST_MAX + 1);
  g_assert_cmpfloat (qh_picture_row (picture, 0)->cells[1].number, ==, 2);
  g_assert_cmpfloat (qh_picture_row (picture, QH_INSIGHT_LIST_MAX)->cells[1].number, ==, 11);
  g_assert_cmpfloat (qh_picture_row (picture, QH_INSIGHT_LIST_MAX)->cells[2].number, ==, 1);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/months", test_months);
  g_test_add_func ("/insight/rows", test_rows);
  g_test_add_func ("/insight/least", test_least);
  g_test_add_func ("/insight/overlap", test_overlap);
  g_test_add_func ("/insight/over", test_over);
  g_test_add_func ("/insight/due", test_due);
  g_test_add_func ("/insight/heavy", test_heavy);
  g_test_add_func ("/insight/reasons", test_reasons);
  return g_test_run ();
}
