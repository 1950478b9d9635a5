/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quick line, word by word. Today is Thursday, 26 November 2026. */
#include "exchange/qh-quick-line.h"
#include <string.h>

#define NOW "2026-11-26T10:00:00Z"

typedef struct {
  QhStore *store;
} Fixture;

static char *
add_client (QhStore *store, const char *name)
{
  g_autoptr (QhClient) client = qh_client_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_string (QH_RECORD (client), "name", name);
  qh_store_save (store, QH_RECORD (client), &error);
  g_assert_no_error (error);
  return g_strdup (QH_RECORD (client)->id);
}

static void
add_contact (QhStore *store, const char *client, const char *name)
{
  g_autoptr (QhContact) contact = qh_contact_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_string (QH_RECORD (contact), "client", client);
  qh_record_set_string (QH_RECORD (contact), "name", name);
  qh_store_save (store, QH_RECORD (contact), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const others[] = { "Ferry & Co",  "Fer",         "Okafor & Sons",
                                        "A/S Nordlys", "Ölmühle Süd", "Ob",
                                        "Obs" };
  g_autoptr (GError) error = NULL;
  g_autofree char *ferris = NULL;
  gint64 now;
  QhClock clock;

  g_assert_true (qh_instant_parse (NOW, NULL, &now));
  clock = qh_clock_fixed (now, NULL);
  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  ferris = add_client (fixture->store, "Ferris Dental Group");
  add_contact (fixture->store, ferris, "Dr Martin Ferris");
  add_contact (fixture->store, ferris, "Sarah Lind");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_free (add_client (fixture->store, others[i]));
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

typedef struct {
  const char *line;
  const char *entity;
  const char *expected; /* `field=value` separated by |; nothing behind = is none */
  guint hints;
} Case;

static const Case cases[] = {
  /* kinds */
  { "third wrong invoice", "friction",
    "title=third wrong invoice|touchpoint=other|severity=2|reported=2026-11-26|client=|status=open",
    0 },
  { "f third wrong invoice", "friction", "title=third wrong invoice", 0 },
  { "fthird", "friction", "title=fthird", 0 },
  { "f", "friction", "title=f", 0 },
  { "  p   call back", "promise",
    "what=call back|made=2026-11-26|status=open|made_by=sales|due=", 0 },
  { "w @Ferris I never pick up", "remark",
    "words=I never pick up|client=Ferris Dental Group|said=2026-11-26", 0 },
  { "c a part by ten", "contact_log",
    "wanted=a part by ten|at=2026-11-26T10:00:00+00:00|channel=phone", 0 },
  { "h copies of invoices", "housekeeping", "task=copies of invoices|status=in_meetings", 0 },
  { "x marks the spot", "friction", "title=x marks the spot", 0 },
  /* all of it, in any order */
  { "third wrong invoice @Ferris Dental #billing !3 20min 2/week >Anne by fri \"once more\"",
    "friction",
    "title=third wrong invoice|client=Ferris Dental Group|touchpoint=billing|severity=3|minutes=20"
    "|times_per_year=104|owner=Anne|due=2026-11-27|words=once more",
    0 },
  { "!3 #billing 20min @Ferris third wrong invoice", "friction",
    "title=third wrong invoice|client=Ferris Dental Group|touchpoint=billing|severity=3|minutes=20",
    0 },
  /* clients */
  { "@Ferri late", "friction", "client=Ferris Dental Group|title=late", 0 },
  { "@ferris DENTAL late", "friction", "client=Ferris Dental Group|title=late", 0 },
  { "@\"Ferris Dental\" late", "friction", "client=Ferris Dental Group|title=late", 0 },
  { "@“Ferris Dental” late", "friction", "client=Ferris Dental Group|title=late", 0 },
  { "@Ferris Dental Group", "friction", "client=Ferris Dental Group|title=@Ferris Dental Group",
    0 },
  { "late at @Ferris, again", "friction", "client=Ferris Dental Group|title=late at, again", 0 },
  { "@Ferr late", "friction", "client=|title=@Ferr late", 1 },
  { "@Fer late", "friction", "client=Fer|title=late", 0 },
  { "@Nobody late", "friction", "client=|title=@Nobody late", 1 },
  { "@Okafor & Sons late", "friction", "client=Okafor & Sons|title=late", 0 },
  { "@A/S late", "friction", "client=A/S Nordlys|title=late", 0 },
  { "@ölmühle süd zu spät", "friction", "client=Ölmühle Süd|title=zu spät", 0 },
  { "@Ob server down", "friction", "client=Ob|title=server down", 0 },
  { "@Obs erver down", "friction", "client=Obs|title=erver down", 0 },
  { "@ alone", "friction", "client=|title=@ alone", 0 },
  { "a@b.example wrote", "friction", "client=|title=a@b.example wrote", 0 },
  { "@Ferris and @Okafor", "friction", "client=Ferris Dental Group|title=and @Okafor", 1 },
  { "@\"Ferris", "friction", "client=|title=@\"Ferris", 1 },
  /* people */
  { "@Ferris/Sarah late", "friction", "client=Ferris Dental Group|contact=Sarah Lind|title=late",
    0 },
  { "@Ferris Dental/Sarah Lind late", "friction",
    "client=Ferris Dental Group|contact=Sarah Lind|title=late", 0 },
  { "@Ferris/Martin late", "friction",
    "client=Ferris Dental Group|contact=Dr Martin Ferris|title=late", 0 },
  { "@\"Ferris Dental\"/\"Sarah Lind\" late", "friction",
    "client=Ferris Dental Group|contact=Sarah Lind|title=late", 0 },
  { "@Ferris/Bob late", "friction", "client=Ferris Dental Group|contact=|title=/Bob late", 1 },
  { "h @Ferris/Sarah forms", "housekeeping", "client=Ferris Dental Group|task=/Sarah forms", 0 },
  /* touchpoints */
  { "late #Delivery", "friction", "touchpoint=delivery|title=late", 0 },
  { "late #moon", "friction", "touchpoint=other|title=late #moon", 1 },
  { "late #delivery #billing", "friction", "touchpoint=delivery|title=late #billing", 1 },
  { "late # delivery", "friction", "touchpoint=other|title=late # delivery", 0 },
  { "w @Ferris no paper #channel #rule", "remark", "theme=channel|sort=rule|words=no paper", 0 },
  { "w @Ferris no paper #rule #channel", "remark", "theme=channel|sort=rule|words=no paper", 0 },
  { "w @Ferris no paper #billing #time", "remark", "theme=billing|sort=|words=no paper #time", 1 },
  { "c hello #chat", "contact_log", "channel=chat|wanted=hello", 0 },
  { "c hello #billing", "contact_log", "channel=phone|wanted=hello #billing", 1 },
  { "p call #phone", "promise", "what=call #phone", 1 },
  /* severity */
  { "late !1", "friction", "severity=1|title=late", 0 },
  { "late !4", "friction", "severity=4|title=late", 0 },
  { "late !0", "friction", "severity=2|title=late !0", 1 },
  { "late !5", "friction", "severity=2|title=late !5", 1 },
  { "late !99999999999999999999", "friction", "severity=2|title=late !99999999999999999999", 1 },
  { "late !3x", "friction", "severity=2|title=late !3x", 0 },
  { "late!", "friction", "severity=2|title=late!", 0 },
  { "late !3 !4", "friction", "severity=3|title=late !4", 1 },
  { "p late !3", "promise", "what=late !3", 1 },
  /* minutes */
  { "late 0min", "friction", "minutes=0|title=late", 0 },
  { "late 20min.", "friction", "minutes=20|title=late.", 0 },
  { "late 525600min", "friction", "minutes=525600|title=late", 0 },
  { "late 525601min", "friction", "minutes=|title=late 525601min", 1 },
  { "late 20 min", "friction", "minutes=|title=late 20 min", 0 },
  { "late min", "friction", "minutes=|title=late min", 0 },
  { "late -5min", "friction", "minutes=|title=late -5min", 0 },
  { "p a 20min call", "promise", "what=a 20min call", 0 },
  { "h forms 20min", "housekeeping", "minutes=20|task=forms", 0 },
  { "h forms 20min 2/week", "housekeeping", "minutes=173|task=forms", 0 },
  { "h forms 2/week 20min", "housekeeping", "minutes=173|task=forms", 0 },
  { "h forms 2/week", "housekeeping", "minutes=|task=forms 2/week", 0 },
  /* how often */
  { "late 1/day", "friction", "times_per_year=365|title=late", 0 },
  { "late 3/month", "friction", "times_per_year=36|title=late", 0 },
  { "late 2/quarter", "friction", "times_per_year=8|title=late", 0 },
  { "late 5/year", "friction", "times_per_year=5|title=late", 0 },
  { "late 5/decade", "friction", "times_per_year=|title=late 5/decade", 0 },
  { "late 24/7", "friction", "times_per_year=|title=late 24/7", 0 },
  { "late 999999999/day", "friction", "times_per_year=|title=late 999999999/day", 1 },
  /* words */
  { "w @Ferris \"I never pick up\"", "remark", "words=I never pick up", 0 },
  { "w @Ferris \"I never pick up\" he said", "remark", "words=\"I never pick up\" he said", 0 },
  { "w @Ferris „Ich hebe nie ab“", "remark", "words=Ich hebe nie ab", 0 },
  { "\"once more\" @Ferris", "friction", "title=once more|words=once more", 0 },
  { "late \"\"", "friction", "title=late \"\"|words=", 0 },
  { "late \"unfinished", "friction", "title=late \"unfinished|words=", 0 },
  { "\"one\" and \"two\"", "friction", "title=and \"two\"|words=one", 1 },
  { "c \"is it there?\" a part", "contact_log", "words=is it there?|wanted=a part", 0 },
  { "c \"is it there?\"", "contact_log", "words=is it there?|wanted=", 0 },
  { "p \"soon\" he said", "promise", "what=\"soon\" he said", 0 },
  /* owners */
  { "late >\"Anne Weber\"", "friction", "owner=Anne Weber|title=late", 0 },
  { "late > Anne", "friction", "owner=|title=late > Anne", 0 },
  { "late >Anne >Bob", "friction", "owner=Anne|title=late >Bob", 1 },
  { "p call back >Jo", "promise", "person=Jo|what=call back", 0 },
  { "c a part >Ines", "contact_log", "upgraded_to=Ines|wanted=a part", 0 },
  { "h forms >portal", "housekeeping", "moved_to=portal|task=forms", 0 },
  { "h forms >Bob", "housekeeping", "moved_to=|task=forms >Bob", 1 },
  { "w @Ferris hi >Bob", "remark", "words=hi >Bob", 1 },
  { "w \"hi\" #channel >Bob", "contact_log", "words=\"hi\" #channel >Bob|client=", 2 },
  /* days */
  { "p call by 2026-12-01", "promise", "due=2026-12-01|what=call", 0 },
  { "p call by thu", "promise", "due=2026-11-26|what=call", 0 },
  { "p call by Friday", "promise", "due=2026-11-27|what=call", 0 },
  { "p call by wed.", "promise", "due=2026-12-02|what=call.", 0 },
  { "p call by today", "promise", "due=2026-11-26|what=call", 0 },
  { "p call by tomorrow", "promise", "due=2026-11-27|what=call", 0 },
  { "p call by 2026-02-30", "promise", "due=|what=call by 2026-02-30", 1 },
  { "p call by 2026-2-3", "promise", "due=|what=call by 2026-2-3", 1 },
  { "p raise it by 2026", "promise", "due=|what=raise it by 2026", 0 },
  { "w @Ferris done by 2026-02-30", "remark", "words=done by 2026-02-30", 0 },
  { "p made by mistake", "promise", "due=|what=made by mistake", 0 },
  { "p stand by", "promise", "due=|what=stand by", 0 },
  { "p standby fri", "promise", "due=|what=standby fri", 0 },
  { "c here by fri", "contact_log", "wanted=here by fri", 0 },
  /* contacts */
  { "c a part rings:2 solved 3min", "contact_log", "rings=2|solved=yes|minutes=3|wanted=a part",
    0 },
  { "c a part rings:99 unsolved", "contact_log", "rings=99|solved=no|wanted=a part", 0 },
  { "c a part rings:100", "contact_log", "rings=|wanted=a part rings:100", 1 },
  { "c a part rings:two", "contact_log", "rings=|wanted=a part rings:two", 1 },
  { "c a part rings:", "contact_log", "rings=|wanted=a part rings:", 0 },
  { "never solved", "friction", "title=never solved", 0 },
  { "late rings:2", "friction", "title=late rings:2", 1 },
  { "c @Ferris rings:1 solved", "contact_log",
    "client=Ferris Dental Group|rings=1|solved=yes|wanted=|words=", 0 },
  /* texts */
  { "two   spaces  stay @Ferris  here", "friction", "title=two   spaces  stay here", 0 },
  { "متأخر 🚚 @Ferris", "friction", "title=متأخر 🚚|client=Ferris Dental Group", 0 },
  { "#billing", "friction", "title=#billing|touchpoint=billing", 0 },
};

static void
check_fields (QhStore *store, const Case *c, QhRecord *record)
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
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QhQuickLine) line = qh_quick_line_new (fixture->store, cases[i].line);
    check_fields (fixture->store, &cases[i], line->record);
    if (line->hints->len != cases[i].hints)
      g_error ("%s: expected %u hints, got %u: %s", cases[i].line, cases[i].hints, line->hints->len,
               line->hints->len > 0 ? (char *)line->hints->pdata[0] : "");
  }
}

/* Tokens lie in the line one behind the other, at the borders of characters, and say what they
 * mean exactly when they were taken. */
static void
test_spans (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QhQuickLine) line = qh_quick_line_new (fixture->store, cases[i].line);
    gsize end = 0;
    for (guint t = 0; t < line->tokens->len; t++) {
      const QhQuickToken *token = line->tokens->pdata[t];
      g_assert_cmpuint (token->start, >=, end);
      g_assert_cmpuint (token->end, >, token->start);
      g_assert_cmpuint (token->end, <=, strlen (cases[i].line));
      g_assert_true (
          g_utf8_validate (cases[i].line + token->start, token->end - token->start, NULL));
      g_assert_true (token->taken == (token->label != NULL));
      end = token->end;
    }
  }
}

/* Every word outside the signs that were taken is in some field of the record. */
static void
assert_nothing_lost (QhStore *store, const char *text)
{
  g_autoptr (QhQuickLine) line = qh_quick_line_new (store, text);
  const QhEntity *entity = qh_record_get_entity (line->record);
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autofree char *rest = g_strdup (text);
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < entity->n_fields; i++) {
    g_autofree char *value = qh_record_get_text (line->record, &entity->fields[i]);
    g_string_append_printf (kept, " %s", value != NULL ? value : "");
  }
  for (guint i = 0; i < line->tokens->len; i++) {
    const QhQuickToken *token = line->tokens->pdata[i];
    if (token->taken)
      memset (rest + token->start, ' ', token->end - token->start);
  }
  words = g_strsplit (rest, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (kept->str, words[i]) == NULL)
      g_error ("“%s” was lost from “%s”", words[i], text);
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
    assert_nothing_lost (fixture->store, text->str);
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

/* What is read can be saved as it is. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QhQuickLine) line = qh_quick_line_new (fixture->store, cases[i].line);
    g_autoptr (GError) error = NULL;
    qh_store_save (fixture->store, line->record, &error);
    g_assert_no_error (error);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/quick-line/cases", Fixture, NULL, set_up, test_cases, tear_down);
  g_test_add ("/quick-line/spans", Fixture, NULL, set_up, test_spans, tear_down);
  g_test_add ("/quick-line/nothing-is-lost", Fixture, NULL, set_up, test_nothing_is_lost,
              tear_down);
  g_test_add ("/quick-line/labels", Fixture, NULL, set_up, test_labels, tear_down);
  g_test_add ("/quick-line/candidates", Fixture, NULL, set_up, test_hints_name_candidates,
              tear_down);
  g_test_add ("/quick-line/saved", Fixture, NULL, set_up, test_saved, tear_down);
  return g_test_run ();
}
