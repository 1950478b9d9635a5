/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of an import: how many, who they will be, and what was left out. */
#include "imports/qh-import-text.h"

static void
check_counts (guint added, guint changed, guint same, guint skipped, const char *expected)
{
  g_autoptr (QhImportReport) report = qh_import_report_new ();
  g_autofree char *text = NULL;

  report->added = added;
  report->changed = changed;
  report->same = same;
  for (guint i = 0; i < skipped; i++)
    qh_import_skip (report, "x.csv", g_strdup ("no name"));
  text = qh_import_text_counts (report);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_counts (void)
{
  g_autofree char *none = qh_import_text_counts (NULL);

  g_assert_cmpstr (none, ==, "");
  check_counts (5, 0, 0, 0, "5 new");
  check_counts (5, 1, 3, 2, "5 new · 1 changed · 3 the same · 2 left out");
  check_counts (0, 0, 7, 0, "7 the same");
  check_counts (0, 0, 0, 1, "1 left out");
  check_counts (0, 0, 0, 0, "There is nothing in it");
}

static void
check_card (const QhCard *card, const char *person, const char *details)
{
  g_autofree char *title = qh_import_text_person (card);
  g_autofree char *subtitle = qh_import_text_details (card);

  g_assert_cmpstr (title, ==, person);
  g_assert_cmpstr (subtitle, ==, details);
}

static void
test_people (void)
{
  g_autoptr (QhCard) card = qh_card_new ();

  check_card (card, NULL, NULL);
  qh_card_fill (&card->organisation, "Northwind");
  qh_card_fill (&card->address, "1 Long Road\nLeeds");
  check_card (card, "Northwind", "1 Long Road Leeds");
  /* Who has a mail address is a person, called by it. */
  qh_card_add_email (card, NULL, "ada@northwind.example");
  check_card (card, "ada@northwind.example", "Northwind · 1 Long Road Leeds");
  qh_card_fill (&card->name, "Ada Lovelace");
  qh_card_note (card, "Cake", "Apple");
  card->no_phone = TRUE;
  check_card (card, "Ada Lovelace",
              "Northwind · ada@northwind.example · 1 Long Road Leeds · No phone · Cake: Apple");
}

static void
test_where (void)
{
  QhSkipped of_line = { (char *)"x.csv, line 7", (char *)"no name", 7 };
  QhSkipped of_event = { (char *)"x.ics, “Lunch”", (char *)"no client", 0 };
  g_autofree char *line = qh_import_text_where (&of_line);
  g_autofree char *event = qh_import_text_where (&of_event);

  g_assert_cmpstr (line, ==, "Line 7");
  g_assert_cmpstr (event, ==, "x.ics, “Lunch”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/imports/counts", test_counts);
  g_test_add_func ("/imports/people", test_people);
  g_test_add_func ("/imports/where", test_where);
  return g_test_run ();
}
