/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quick line, word by word. Today is Thursday, 26 November 2026. */
#include "base/qh-text.h"
#include "exchange/qh-quick-complete.h"
#include "exchange/qh-quick-line.h"
#include "quick-line-cases.h"
#include "quick-line-law.h"
#include <string.h>

typedef struct {
  QhStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = quick_line_store_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
}

/* The value of a field as a person would say it: references by their titles. */
static char *
field_text (QhStore *store, QhRecord *record, const char *name)
{
  const QhField *field = qh_entity_field (qh_record_get_entity (record), name);
  g_autofree char *text = NULL;
  g_autoptr (QhRecord) target = NULL;

  g_assert_nonnull (field);
  text = qh_record_get_text (record, field);
  if (text == NULL || field->kind != QH_KIND_REFERENCE)
    return g_steal_pointer (&text);
  target = qh_store_get (store, qh_entity_find (field->target), text, NULL);
  return qh_record_title (target);
}

static void
check_fields (QhStore *store, const QuickLineCase *c, QhRecord *record)
{
  g_auto (GStrv) expected = g_strsplit (c->expected, "|", -1);

  g_assert_cmpstr (qh_record_get_entity (record)->name, ==, c->entity);
  for (guint i = 0; expected[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (expected[i], "=", 2);
    g_autofree char *text = field_text (store, record, parts[0]);
    if (g_strcmp0 (text != NULL ? text : "", parts[1]) != 0)
      g_error ("%s: expected %s, got %s", c->line, expected[i], text);
  }
}

static void
test_cases (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < quick_line_n_cases; i++) {
    g_autoptr (QhQuickLine) line = qh_quick_line_new (fixture->store, quick_line_cases[i].line);
    check_fields (fixture->store, &quick_line_cases[i], line->record);
    if (line->hints->len != quick_line_cases[i].hints)
      g_error ("%s: expected %u hints, got %u: %s", quick_line_cases[i].line,
               quick_line_cases[i].hints, line->hints->len,
               line->hints->len > 0 ? (char *)line->hints->pdata[0] : "");
  }
}

static void
test_law (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (quick_line_n_cases, >=, 150);
  for (guint i = 0; i < quick_line_n_cases; i++)
    quick_line_check (fixture->store, quick_line_cases[i].line);
}

static void
test_nothing_is_lost (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "f",
    "w",
    "c",
    "h",
    "@Ferris",
    "@Fer",
    "@/",
    "/Sarah",
    "#billing",
    "#",
    "!3",
    "!",
    "20min",
    "2/week",
    "\"a",
    "b\"",
    "\"c\"",
    ">Anne",
    ">",
    "by",
    "fri",
    "rings:2",
    "solved",
    "late",
    "@\"Ob\"",
    "“",
    "”d",
    "@Ob/x",
    "rings:",
    "2/week",
    "@Ferris/Sarah",
    "🚚",
  };

  for (guint round = 0; round < 2000; round++) {
    g_autoptr (GString) text = g_string_new (NULL);
    int n = g_test_rand_int_range (1, 9);
    for (int i = 0; i < n; i++)
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
    quick_line_check (fixture->store, text->str);
  }
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "Friction",   "Ferris Dental Group / Sarah Lind",
                                          "Billing",    "stops work",
                                          "20 minutes", "104 times a year",
                                          "Anne",       "once more" };
  g_autoptr (QhQuickLine) line = qh_quick_line_new (
      fixture->store, "f late @Ferris/Sarah #billing !3 20min 2/week >Anne \"once more\"");

  g_assert_cmpuint (line->tokens->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (((QhQuickToken *)line->tokens->pdata[i])->label, ==, expected[i]);
}

static void
test_hints_name_candidates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhQuickLine) line = qh_quick_line_new (fixture->store, "@Ferr late");

  g_assert_cmpuint (line->hints->len, ==, 1);
  g_assert_nonnull (strstr (line->hints->pdata[0], "Ferris Dental Group"));
  g_assert_nonnull (strstr (line->hints->pdata[0], "Ferry & Co"));
}

/* A line as long as a field holds, made of one sign over and over. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = {
    "a",       "@Nobody ", "@Fer ", "!3 ", "!9 ", "\"",      "“",      "#billing ",
    "by fri ", ">A ",      "@a/",   "ش ",  " ",   "2/week ", "rings:", "@Ferris Dental Group ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autoptr (GString) text = g_string_new ("late ");
    while (text->len + strlen (parts[i]) <= QH_TEXT_MAX)
      g_string_append (text, parts[i]);
    quick_line_check (fixture->store, text->str);
  }
}

/* On the page of a client he is meant where the line names nobody. */
static void
test_about (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRecord) client =
      qh_store_resolve (fixture->store, &qh_client_entity, "Okafor & Sons", NULL);
  g_autoptr (QhQuickLine) plain = qh_quick_line_new_about (fixture->store, "w hi", client->id);
  g_autoptr (QhQuickLine) named =
      qh_quick_line_new_about (fixture->store, "w hi @Ferris", client->id);

  g_assert_cmpstr (QH_REMARK (plain->record)->client, ==, client->id);
  g_assert_false (qh_quick_line_names_client (plain));
  g_assert_cmpstr (QH_REMARK (named->record)->client, !=, client->id);
  g_assert_true (qh_quick_line_names_client (named));
}

static void
test_sentences (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *line, *sentence;
  } cases[] = {
    { "late", "Friction · Other · slows: late" },
    { "late @Ferris/Sarah #billing !4 1min 1/year >Anne by fri \"again\"",
      "Friction · Ferris Dental Group / Sarah Lind · Billing · may make him leave · 1 minute each "
      "time · 1 time a year · Owner: Anne · by Friday 27 November: late “again”" },
    { "\"again\"", "Friction · Other · slows: “again”" },
    { "w @Ferris #time hi", "Remark · Ferris Dental Group · Time: “hi”" },
    { "p call >Jo by 2027-01-05", "Promise · Person: Jo · by Tuesday 5 January 2027: call" },
    { "c a part rings:2 unsolved 3min >Ines", "Contact log entry · Phone · 2 rings · 3 minutes · "
                                              "not solved at first contact · Upgraded to: "
                                              "Ines: a part" },
    { "h forms 20min >portal", "Housekeeping · 20 minutes a month · Portal: forms" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QhQuickLine) line = qh_quick_line_new (fixture->store, cases[i].line);
    g_autofree char *sentence = qh_quick_line_sentence (fixture->store, line);
    g_assert_cmpstr (sentence, ==, cases[i].sentence);
  }
}

/* What is offered, joined by |, with the cursor at the end. */
static char *
offers_for (Fixture *fixture, const char *line)
{
  gsize start = 0;
  g_autoptr (GPtrArray) offers = qh_quick_complete (fixture->store, line, strlen (line), &start);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < offers->len; i++) {
    const QhQuickOffer *offer = offers->pdata[i];
    g_string_append_printf (text, "%s%.*s%s", i > 0 ? "|" : "", (int)start, line, offer->text);
  }
  return g_string_free (text, FALSE);
}

static void
test_offers (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *line, *offers;
  } cases[] = {
    { "late @Ferr", "late @Ferris Dental Group|late @Ferry & Co" },
    { "@Ferris De", "@Ferris Dental Group" },
    { "@Ferris late", "" },
    { "@Ferris Dental Group", "" },
    { "@dental", "@Ferris Dental Group" },
    { "@Nord", "@\"A/S Nordlys\"" },
    { "@Ferris/", "@Ferris/Dr Martin Ferris|@Ferris/Sarah Lind" },
    { "@Ferris/li", "@Ferris/Sarah Lind" },
    { "late #bil", "late #billing" },
    { "late #billing", "" },
    { "late #bil x", "" },
    { "c late #c", "c late #chat" },
    { "w late #ch", "w late #channel" },
    { "h late #b", "" },
    { "late", "" },
    { "a@Ferr", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *offers = offers_for (fixture, cases[i].line);
    if (!g_str_equal (offers, cases[i].offers))
      g_error ("%s: expected %s, got %s", cases[i].line, cases[i].offers, offers);
  }
}

/* Two clients of one name: no text says which, so the offer does. */
static void
test_offers_of_one_name (Fixture *fixture, gconstpointer data)
{
  gsize start = 0;
  g_autoptr (GPtrArray) offers = NULL;

  for (guint i = 0; i < 2; i++) {
    g_autoptr (QhClient) client = qh_client_new ();
    g_autoptr (GError) error = NULL;
    qh_record_set_string (QH_RECORD (client), "name", "Zwilling");
    qh_store_save (fixture->store, QH_RECORD (client), &error);
    g_assert_no_error (error);
  }
  offers = qh_quick_complete (fixture->store, "@Zw", 3, &start);
  g_assert_cmpuint (offers->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    const QhQuickOffer *offer = offers->pdata[i];
    g_assert_cmpstr (offer->text, ==, "");
    g_assert_nonnull (offer->client);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/quick-line/cases", Fixture, NULL, set_up, test_cases, tear_down);
  g_test_add ("/quick-line/law", Fixture, NULL, set_up, test_law, tear_down);
  g_test_add ("/quick-line/long", Fixture, NULL, set_up, test_long, tear_down);
  g_test_add ("/quick-line/about", Fixture, NULL, set_up, test_about, tear_down);
  g_test_add ("/quick-line/sentences", Fixture, NULL, set_up, test_sentences, tear_down);
  g_test_add ("/quick-line/offers", Fixture, NULL, set_up, test_offers, tear_down);
  g_test_add ("/quick-line/offers-of-one-name", Fixture, NULL, set_up, test_offers_of_one_name,
              tear_down);
  g_test_add ("/quick-line/nothing-is-lost", Fixture, NULL, set_up, test_nothing_is_lost,
              tear_down);
  g_test_add ("/quick-line/labels", Fixture, NULL, set_up, test_labels, tear_down);
  g_test_add ("/quick-line/candidates", Fixture, NULL, set_up, test_hints_name_candidates,
              tear_down);
  return g_test_run ();
}
