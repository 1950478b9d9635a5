/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Activity and housekeeping phrases of each language: what they match, and what they must not. */
#include "design/qh-phrases.h"

typedef struct {
  const char *language;
  const char *text;
  const char *activity, *housekeeping; /* the phrase that is found, or NULL */
} Case;

static const Case cases[] = {
  { NULL, NULL, NULL, NULL },
  { NULL, "", NULL, NULL },
  { NULL, "Check in", "check in", NULL },
  { NULL, "  CHECK \t in again", "check in", NULL },
  { NULL, "Check-in counter", NULL, NULL },
  { NULL, "Check into it", NULL, NULL },
  { NULL, "We check in", NULL, NULL },
  { NULL, "Meet with Sarah", "meet with", NULL },
  { NULL, "Meet Sarah", "meet", NULL },
  { NULL, "Ｐｉｔｃｈ the line", "pitch", NULL },
  { NULL, "Pitchers for the bar", NULL, NULL },
  { NULL, "Presentation ready to send", NULL, NULL },
  { NULL, "Re-order of the list", NULL, "re-order" },
  { NULL, "Go through the paperwork", NULL, "paperwork" },
  { NULL, "Paperworks", NULL, NULL },
  { NULL, "(price list)", NULL, "price list" },
  { NULL, "Price  List, new", NULL, "price list" },
  { NULL, "Vorstellen der Linie", NULL, NULL },
  { "en_GB.UTF-8", "Vorstellen der Linie", NULL, NULL },
  { "de", "Vorstellen der Linie", "vorstellen", NULL },
  { "de_DE.UTF-8", "PRÄSENTATION der Linie", "präsentation", NULL },
  { "de_AT", "Schauen, wie es geht", "schauen, wie", NULL },
  { "de", "Check in", "check in", NULL },
  { "de", "Die neue Preisliste", NULL, "preisliste" },
  { "de", "Preislistenfrei", NULL, NULL },
  { "de", "Austausch der Pumpe, gemessen", NULL, NULL },
  { "de", "Order status", NULL, "order status" },
  { "fr_FR", "Check in", "check in", NULL },
  { "C", "Check in", "check in", NULL },
  { "../de", "Vorstellen", NULL, NULL },
  { "", "Check in", "check in", NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (QhPhrases) phrases = qh_phrases_new (one->language);

  g_assert_cmpstr (qh_phrases_find_activity (phrases, one->text), ==, one->activity);
  g_assert_cmpstr (qh_phrases_find_housekeeping (phrases, one->text), ==, one->housekeeping);
}

/* The lists of rules.md, every phrase of them. */
static void
test_every_english_phrase (void)
{
  static const char *const activity[] = {
    "check in",      "checking in", "touch base", "catch up",     "follow up",
    "introduce",     "present",     "pitch",      "show",         "drop by",
    "drop in",       "drop off",    "stop by",    "go over",      "walk through",
    "talk about",    "discuss",     "meet",       "meet with",    "spark interest",
    "build rapport", "say hello",   "hand out",   "leave a card", "see how",
  };
  static const char *const housekeeping[] = {
    "order status",    "reorder",      "re-order",           "take the order", "price list",
    "price update",    "invoice copy", "delivery date",      "restock",        "stock check",
    "account details", "paperwork",    "update the contact",
  };
  g_autoptr (QhPhrases) phrases = qh_phrases_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (activity); i++)
    g_assert_cmpstr (qh_phrases_find_activity (phrases, activity[i]), ==, activity[i]);
  for (guint i = 0; i < G_N_ELEMENTS (housekeeping); i++)
    g_assert_cmpstr (qh_phrases_find_housekeeping (phrases, housekeeping[i]), ==, housekeeping[i]);
}

static void
test_references (void)
{
  QhPhrases *phrases = qh_phrases_new ("de");
  QhPhrases *second = qh_phrases_ref (phrases);

  qh_phrases_unref (phrases);
  g_assert_cmpstr (qh_phrases_find_activity (second, "Treffen"), ==, "treffen");
  qh_phrases_unref (second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/phrases/%02u", i);
    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/phrases/every-english-phrase", test_every_english_phrase);
  g_test_add_func ("/phrases/references", test_references);
  return g_test_run ();
}
