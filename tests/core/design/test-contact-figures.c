/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What contacts say about us, counted by hand, on both sides of every boundary. */
#include "design/qh-contact-figures.h"

typedef struct {
  gint64 rings;
  int solved;
  gboolean failure;
  const char *to, *answer, *change, *told, *learned;
} Entry;

static QhContactFigures
count (const Entry *entries, guint n)
{
  QhContactFigures figures = { 0 };

  for (guint i = 0; i < n; i++) {
    g_autoptr (QhContactLog) entry = qh_contact_log_new ();
    const char *texts[] = { "upgraded_to",     entries[i].to,    "upgrade_answer",
                            entries[i].answer, "upgrade_change", entries[i].change,
                            "upgrade_told",    entries[i].told,  "learned",
                            entries[i].learned };
    qh_record_set_int ((QhRecord *)entry, "rings", entries[i].rings);
    g_object_set (entry, "solved", entries[i].solved, "failure", entries[i].failure, NULL);
    for (guint t = 0; t < G_N_ELEMENTS (texts); t += 2)
      qh_record_set_string ((QhRecord *)entry, texts[t], texts[t + 1]);
    qh_contact_figures_add (&figures, entry);
  }
  return figures;
}

static void
assert_figure (const QhContactFigures *figures, QhContactFigureKind kind, gint64 part, gint64 whole)
{
  g_assert_cmpint (figures->of[kind].part, ==, part);
  g_assert_cmpint (figures->of[kind].whole, ==, whole);
}

static void
test_none (void)
{
  QhContactFigures figures = count (NULL, 0);

  for (int i = 0; i < QH_N_CONTACT_FIGURES; i++) {
    assert_figure (&figures, i, 0, 0);
    g_assert_false (qh_contact_figure_is_enough (&figures.of[i]));
  }
}

/* No ring is as good as one; what was not counted is not there. */
static void
test_rings (void)
{
  const Entry entries[] = { { QH_NONE }, { 0 }, { 1 }, { 2 }, { 99 } };
  QhContactFigures figures = count (entries, G_N_ELEMENTS (entries));

  assert_figure (&figures, QH_CONTACT_FIGURE_RING, 2, 4);
}

static void
test_solved (void)
{
  const Entry entries[] = { { QH_NONE, 0 },
                            { QH_NONE, QH_SOLVED_YES },
                            { QH_NONE, QH_SOLVED_NO },
                            { QH_NONE, QH_SOLVED_YES, TRUE } };
  QhContactFigures figures = count (entries, G_N_ELEMENTS (entries));

  assert_figure (&figures, QH_CONTACT_FIGURE_SOLVED, 2, 3);
  assert_figure (&figures, QH_CONTACT_FIGURE_FAILURE, 1, 4);
}

/* All three make an answer; two of them do not. */
static void
test_upgrades (void)
{
  const Entry entries[] = {
    { QH_NONE },
    { QH_NONE, 0, FALSE, "Ines" },
    { QH_NONE, 0, FALSE, "Ines", "why", "what", NULL },
    { QH_NONE, 0, FALSE, "Ines", "why", NULL, "Jo" },
    { QH_NONE, 0, FALSE, "Ines", NULL, "what", "Jo" },
    { QH_NONE, 0, FALSE, "Ines", "why", "what", "Jo" },
    { QH_NONE, 0, FALSE, NULL, "why", "what", "Jo" },
  };
  QhContactFigures figures = count (entries, G_N_ELEMENTS (entries));

  assert_figure (&figures, QH_CONTACT_FIGURE_UPGRADES, 1, 5);
}

/* By ourselves, or by whom it went to; both at once are one contact. */
static void
test_learned (void)
{
  const Entry entries[] = {
    { QH_NONE },
    { QH_NONE, 0, FALSE, NULL, NULL, NULL, NULL, "that" },
    { QH_NONE, 0, FALSE, "Ines", "why" },
    { QH_NONE, 0, FALSE, "Ines", "why", NULL, NULL, "that" },
  };
  QhContactFigures figures = count (entries, G_N_ELEMENTS (entries));

  assert_figure (&figures, QH_CONTACT_FIGURE_LEARNED, 3, 4);
}

/* 18 of 26 are 69.23 percent, 1 of 8 are 12.5; never all, and never none, by rounding. */
static void
test_words (void)
{
  static const struct {
    QhContactFigure figure;
    const char *value, *basis;
  } cases[] = {
    { { 3, 4 }, "–", "not enough yet (4 of 5)" },
    { { 0, 0 }, "–", "not enough yet (0 of 5)" },
    { { 3, 5 }, "60 %", "3 of 5" },
    { { 18, 26 }, "69 %", "18 of 26" },
    { { 1, 8 }, "13 %", "1 of 8" },
    { { 0, 5 }, "0 %", "0 of 5" },
    { { 5, 5 }, "100 %", "5 of 5" },
    { { 1, 300000 }, "1 %", "1 of 300000" },
    { { 299999, 300000 }, "99 %", "299999 of 300000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *value = qh_contact_figure_value (&cases[i].figure);
    g_autofree char *basis = qh_contact_figure_basis (&cases[i].figure);
    g_assert_cmpstr (value, ==, cases[i].value);
    g_assert_cmpstr (basis, ==, cases[i].basis);
  }
  for (int i = 0; i < QH_N_CONTACT_FIGURES; i++)
    g_assert_nonnull (qh_contact_figure_title (i));
}

/* An upgrade does not close before there is something to tell. */
static void
test_law (void)
{
  static const char *const fields[] = { "upgraded_to", "upgrade_answer", "upgrade_change" };
  g_autoptr (QhContactLog) entry = qh_contact_log_new ();
  QhRecord *record = (QhRecord *)entry;

  qh_record_set_int (record, "at", 0);
  qh_record_set_string (record, "upgrade_told", "Ines, the next morning");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *missing = g_strdup_printf ("%s is missing", fields[i]);
    g_assert_false (qh_record_check (record, &error));
    g_assert_nonnull (strstr (error->message, missing));
    qh_record_set_string (record, fields[i], "something");
  }
  g_assert_true (qh_record_check (record, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact-figures/none", test_none);
  g_test_add_func ("/contact-figures/rings", test_rings);
  g_test_add_func ("/contact-figures/solved", test_solved);
  g_test_add_func ("/contact-figures/upgrades", test_upgrades);
  g_test_add_func ("/contact-figures/learned", test_learned);
  g_test_add_func ("/contact-figures/words", test_words);
  g_test_add_func ("/contact-figures/law", test_law);
  return g_test_run ();
}
