/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a brief says in each edition, what it never says, and that it is one page. */
#include "brief-fixture.h"
#include <locale.h>
#include <string.h>

static const QhPaperSize a4 = { 595.276, 841.89 };
static const QhPaperSize letter = { 612, 792 };

static void
add (GString *all, const char *text)
{
  if (text != NULL)
    g_string_append_printf (all, "%s\n", text);
}

static void
add_lines (GString *all, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++) {
    const QhHandoutLine *line = lines->pdata[i];
    add (all, line->text);
    add (all, line->detail);
  }
}

/* Everything that a brief of @sheet says, line by line. */
static char *
all_of (const QhBriefSheet *sheet)
{
  g_autoptr (QhBrief) brief = qh_brief_new (sheet);
  GString *all = g_string_new (NULL);

  add (all, brief->standing);
  add (all, brief->headline);
  add_lines (all, brief->quotes);
  for (guint i = 0; i < brief->figures->len; i++) {
    const QhBriefFigure *figure = brief->figures->pdata[i];
    g_string_append_printf (all, "%s %s\n", figure->figure, figure->words);
  }
  add (all, brief->ask);
  add (all, brief->deadline);
  for (guint i = 0; i < brief->sections->len; i++) {
    const QhHandoutSection *section = brief->sections->pdata[i];
    add (all, section->title);
    add_lines (all, section->lines);
  }
  add (all, brief->footer);
  return g_string_free (all, FALSE);
}

#define BEFORE_THE_NAME                             \
  "Billing · Being fixed · reported 9 Nov 2026\n" \
  "Third wrong invoice since June\n"                \
  "“If I have to call once more about an invoice I will order online somewhere else.”\n"
#define AFTER_THE_NAME                                                                          \
  " · Ferris Dental Group · 9 Nov 2026\n"                                                     \
  "“This is the third one.”\n"                                                              \
  "Ferris Dental Group · 9 Nov 2026\n"                                                         \
  "€1 780 a year\n"                                                                           \
  "1 client touched\n"                                                                          \
  "3 of 4: stops work\n"                                                                        \
  "Let one person check every invoice to him before it goes out.\n"                             \
  "Ines Calder · by 1 Dec 2026\n"                                                              \
  "What it costs in a year\n"                                                                   \
  "Costs the client\n20 min × 24 a year = 8 h × €45 = €360\n"                             \
  "At risk for us\n€14 200 a year × 10 % = €1 420\n"                                       \
  "Together\n€360 + €1 420 = €1 780 a year\n"                                             \
  "Assumed\nAn hour of a client costs €45; severity 3 (stops work) puts 10 % of what he buys" \
  " in a year at risk.\n"                                                                       \
  "Whom it touches\n1 client\nFerris Dental Group\n"                                            \
  "What is behind it\nCause\nProcess\n"                                                         \
  "The promise it breaks\n“Every invoice right the first time”\n"
#define AT_THE_END "Quarterhour · brief of 26 Nov 2026 · prepared by M. Keller\n"

static void
assert_says (const QhBriefSheet *sheet, const char *expected)
{
  g_autofree char *all = all_of (sheet);

  g_assert_cmpstr (all, ==, expected);
}

static void
test_manager (void)
{
  BriefFixture fixture;

  brief_fixture_init (&fixture, QH_EDITION_MANAGER);
  assert_says (&fixture.sheet, BEFORE_THE_NAME "one who guards the gate" AFTER_THE_NAME AT_THE_END);
  brief_fixture_clear (&fixture);
}

static void
test_full (void)
{
  BriefFixture fixture;

  brief_fixture_init (&fixture, QH_EDITION_FULL);
  assert_says (&fixture.sheet,
               BEFORE_THE_NAME "Sarah Okafor" AFTER_THE_NAME
                               "What we learned\nThe price list is typed by hand.\n" AT_THE_END);
  brief_fixture_clear (&fixture);
}

/* What is of no edition is not shown to the client; it falls back to what says less. */
static void
test_editions (void)
{
  BriefFixture fixture;
  g_autofree char *manager = NULL, *client = NULL, *unknown = NULL;

  g_assert_true (qh_brief_has_edition (QH_EDITION_FULL));
  g_assert_true (qh_brief_has_edition (QH_EDITION_MANAGER));
  g_assert_false (qh_brief_has_edition (QH_EDITION_CLIENT));
  g_assert_false (qh_brief_has_edition (QH_EDITION_UNSET));
  g_assert_false (qh_brief_has_edition (31));
  brief_fixture_init (&fixture, QH_EDITION_MANAGER);
  manager = all_of (&fixture.sheet);
  fixture.sheet.edition = QH_EDITION_CLIENT;
  client = all_of (&fixture.sheet);
  fixture.sheet.edition = 31;
  unknown = all_of (&fixture.sheet);
  g_assert_cmpstr (client, ==, manager);
  g_assert_cmpstr (unknown, ==, manager);
  brief_fixture_clear (&fixture);
}

/* Nothing leaves the house but what the list of parts names. */
static void
test_never_says (void)
{
  static const char *const fields[] = { "notes", "address", "phone", "website", "competitors" };

  for (int edition = QH_EDITION_FULL; edition <= QH_EDITION_CLIENT; edition++) {
    BriefFixture fixture;
    g_autofree char *all = NULL;
    brief_fixture_init (&fixture, edition);
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
      qh_record_set_string (fixture.clients->pdata[0], fields[i], "Secret");
    qh_record_set_string (QH_RECORD (fixture.contact), "email", "secret@example.org");
    qh_record_set_string (QH_RECORD (fixture.contact), "phone", "Secret");
    qh_record_set_string (QH_RECORD (fixture.contact), "notes", "Secret");
    qh_record_set_string (QH_RECORD (fixture.entry), "answered_by", "Secret");
    qh_record_set_string (QH_RECORD (fixture.entry), "wanted", "Secret");
    qh_record_set_string (QH_RECORD (fixture.promise), "person", "Secret");
    qh_record_set_string (QH_RECORD (fixture.friction), "reason", "Secret");
    all = all_of (&fixture.sheet);
    g_assert_null (strcasestr (all, "secret"));
    g_assert_cmpint (strstr (all, "Sarah") != NULL, ==, edition == QH_EDITION_FULL);
    brief_fixture_clear (&fixture);
  }
}

/* What is not known is not made up. */
static void
test_bare (void)
{
  BriefFixture fixture;

  brief_fixture_init_bare (&fixture, QH_EDITION_MANAGER);
  assert_says (&fixture.sheet, "Other · Open · reported 9 Nov 2026\n"
                               "Third wrong invoice since June\n"
                               "€0 a year\n0 clients touched\n2 of 4: slows\n"
                               "What it costs in a year\n"
                               "Costs the client\nNo client is named, so nothing is counted.\n"
                               "Whom it touches\nNo client is named.\n"
                               "Quarterhour · brief of 26 Nov 2026\n");
  brief_fixture_clear (&fixture);
}

static void
test_overdue (void)
{
  static const char *const cases[][2] = {
    { "2026-11-25", "Ines Calder · was due 25 Nov 2026" },
    { "2026-11-26", "Ines Calder · by 26 Nov 2026" },
    { "2027-01-02", "Ines Calder · by 2 Jan 2027" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    BriefFixture fixture;
    g_autoptr (QhBrief) brief = NULL;
    brief_fixture_init (&fixture, QH_EDITION_MANAGER);
    qh_record_set_string (QH_RECORD (fixture.friction), "due", cases[i][0]);
    brief = qh_brief_new (&fixture.sheet);
    g_assert_cmpstr (brief->deadline, ==, cases[i][1]);
    brief_fixture_clear (&fixture);
  }
}

/* Who spoke on the phone is not who reported it. */
static void
test_other_speaker (void)
{
  BriefFixture fixture;
  g_autoptr (QhBrief) brief = NULL;
  const QhHandoutLine *line;

  brief_fixture_init (&fixture, QH_EDITION_FULL);
  qh_record_set_string (QH_RECORD (fixture.entry), "contact", QH_RECORD (fixture.contact)->id);
  qh_record_set_string (QH_RECORD (fixture.friction), "contact", NULL);
  brief = qh_brief_new (&fixture.sheet);
  line = brief->quotes->pdata[0];
  g_assert_cmpstr (line->detail, ==, "Ferris Dental Group · 9 Nov 2026");
  line = brief->quotes->pdata[1];
  g_assert_cmpstr (line->detail, ==, "Sarah Okafor · Ferris Dental Group · 9 Nov 2026");
  brief_fixture_clear (&fixture);
}

/* The same words are not said twice. */
static void
test_same_words (void)
{
  BriefFixture fixture;
  g_autoptr (QhBrief) brief = NULL;

  brief_fixture_init (&fixture, QH_EDITION_FULL);
  qh_record_set_string (QH_RECORD (fixture.entry), "words", fixture.friction->words);
  brief = qh_brief_new (&fixture.sheet);
  g_assert_cmpuint (brief->quotes->len, ==, 1);
  brief_fixture_clear (&fixture);
}

static void
assert_one_page (BriefFixture *fixture)
{
  const QhPaperSize sizes[] = { a4, letter };

  for (int edition = QH_EDITION_FULL; edition <= QH_EDITION_MANAGER; edition++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
      g_autoptr (QhBriefPage) page = NULL;
      fixture->sheet.edition = edition;
      page = qh_brief_page_new (&fixture->sheet, sizes[i]);
      g_assert_cmpuint (qh_brief_page_count (page), ==, 1);
    }
}

static void
add_clients (BriefFixture *fixture, guint n, const char *name)
{
  for (guint i = fixture->clients->len; i < n; i++) {
    g_autofree char *numbered = g_strdup_printf ("%s %u", name, i);
    brief_fixture_add_client (fixture, numbered, 100000);
  }
}

static void
test_forty_clients (void)
{
  BriefFixture fixture;
  g_autofree char *all = NULL;

  brief_fixture_init (&fixture, QH_EDITION_MANAGER);
  add_clients (&fixture, 40, "A practice with a rather long name, somewhere in town");
  assert_one_page (&fixture);
  all = all_of (&fixture.sheet);
  g_assert_nonnull (strstr (all, "40 clients touched"));
  g_assert_nonnull (strstr (all, "in town 39"));
  g_assert_null (strstr (all, " more\n"));
  add_clients (&fixture, 340, "One more");
  g_free (all);
  all = all_of (&fixture.sheet);
  g_assert_nonnull (strstr (all, "340 clients touched"));
  g_assert_nonnull (strstr (all, "and 300 more"));
  assert_one_page (&fixture);
  brief_fixture_clear (&fixture);
}

static char *
repeat (const char *text, guint bytes)
{
  GString *long_text = g_string_new (NULL);

  while (long_text->len + strlen (text) <= bytes)
    g_string_append (long_text, text);
  return g_string_free (long_text, FALSE);
}

/* As much as every field holds, in words without an end, in one line a letter, in wide letters,
 * from right to left. */
static void
test_long_texts (void)
{
  static const char *const texts[] = { "invoice ",
                                       "Rechnungsberichtigungsverfahren",
                                       "a\n",
                                       "請求書が三度目の",
                                       "فاتورة خاطئة للمرة الثالثة ",
                                       "👩‍⚕️",
                                       "\xe2\x80\xae"
                                       "x" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    static const char *const fields[] = { "title", "words", "ask", "owner", "learned", "change" };
    g_autofree char *text = repeat (texts[i], 65536);
    BriefFixture fixture;
    brief_fixture_init (&fixture, QH_EDITION_FULL);
    for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
      qh_record_set_string (QH_RECORD (fixture.friction), fields[k], text);
    qh_record_set_string (QH_RECORD (fixture.entry), "words", g_utf8_next_char (text));
    qh_record_set_string (QH_RECORD (fixture.promise), "what", text);
    qh_record_set_string (fixture.clients->pdata[0], "name", text);
    fixture.sheet.author = text;
    g_test_message ("%.20s", text);
    assert_one_page (&fixture);
    brief_fixture_clear (&fixture);
  }
}

static GBytes *
make_pdf (const QhBriefSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = qh_brief_to_pdf (sheet, a4, &error);

  g_assert_no_error (error);
  return pdf;
}

static gboolean
holds (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

static void
test_pdf (void)
{
  BriefFixture fixture;
  g_autoptr (GBytes) once = NULL, again = NULL;

  brief_fixture_init (&fixture, QH_EDITION_MANAGER);
  once = make_pdf (&fixture.sheet);
  again = make_pdf (&fixture.sheet);
  g_assert_true (g_bytes_equal (once, again));
  g_assert_true (holds (once, "%PDF-1.4"));
  g_assert_true (holds (once, "(Third wrong invoice since June)"));
  g_assert_true (holds (once, "/Author (M. Keller)"));
  g_assert_true (holds (once, "/S /BlockQuote"));
  g_assert_true (holds (once, "/S /H1"));
  g_assert_true (holds (once, "/Lang (en)"));
  brief_fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_add_func ("/paper/brief/manager", test_manager);
  g_test_add_func ("/paper/brief/full", test_full);
  g_test_add_func ("/paper/brief/editions", test_editions);
  g_test_add_func ("/paper/brief/never-says", test_never_says);
  g_test_add_func ("/paper/brief/bare", test_bare);
  g_test_add_func ("/paper/brief/overdue", test_overdue);
  g_test_add_func ("/paper/brief/other-speaker", test_other_speaker);
  g_test_add_func ("/paper/brief/same-words", test_same_words);
  g_test_add_func ("/paper/brief/forty-clients", test_forty_clients);
  g_test_add_func ("/paper/brief/long-texts", test_long_texts);
  g_test_add_func ("/paper/brief/pdf", test_pdf);
  return g_test_run ();
}
