/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-pdf-words.h"
#include "sheet-fixture.h"
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static const QhPaperSize a4 = { 595.276, 841.89 };
static const QhPaperSize letter = { 612, 792 };

static GBytes *
make_pdf (const QhSheet *sheet, QhPaperSize size)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = qh_sheet_to_pdf (sheet, size, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}

static gboolean
holds (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  return memmem (data, size, text, strlen (text)) != NULL;
}

/* What pdftotext (or pdfinfo) says of @pdf; NULL where it is not installed. */
static char *
read_pdf (GBytes *pdf, const char *tool, const char *option)
{
  g_autofree char *program = g_find_program_in_path (tool);
  g_autofree char *path = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int file;

  if (program == NULL)
    return NULL;
  file = g_file_open_tmp ("qh-page-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  process =
      g_str_equal (tool, "pdftotext")
          ? g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "-enc", "UTF-8",
                              option, path, "-", NULL)
          : g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, option, path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  g_remove (path);
  return text;
}

/* The text of @sheet's PDF on one line; NULL, and the test skipped, without pdftotext. */
static char *
read_text (const QhSheet *sheet)
{
  g_autoptr (GBytes) pdf = make_pdf (sheet, a4);
  g_autofree char *text = read_pdf (pdf, "pdftotext", "-raw");
  g_auto (GStrv) words = NULL;

  if (text == NULL) {
    g_test_skip ("pdftotext is not installed (poppler-utils)");
    return NULL;
  }
  words = g_strsplit_set (text, "\n\f", -1);
  return g_strjoinv (" ", words);
}

static guint
count_pages (const QhSheet *sheet, QhPaperSize size)
{
  g_autoptr (QhPage) page = qh_page_new (sheet, size);
  return qh_page_count (page);
}

static void
test_one_page (void)
{
  for (int edition = QH_EDITION_FULL; edition <= QH_EDITION_CLIENT; edition++) {
    SheetFixture fixture;
    sheet_fixture_init (&fixture, edition);
    g_assert_cmpuint (count_pages (&fixture.sheet, a4), ==, 1);
    g_assert_cmpuint (count_pages (&fixture.sheet, letter), ==, 1);
    sheet_fixture_clear (&fixture);
  }
}

static void
test_empty (void)
{
  for (int edition = QH_EDITION_FULL; edition <= QH_EDITION_CLIENT; edition++) {
    SheetFixture fixture;
    g_autoptr (GBytes) pdf = NULL;
    sheet_fixture_init_empty (&fixture, edition);
    pdf = make_pdf (&fixture.sheet, a4);
    g_assert_true (holds (pdf, "%PDF-1.4"));
    sheet_fixture_clear (&fixture);
  }
}

static void
test_second_page_for_long_lists (void)
{
  SheetFixture fixture;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  for (guint i = 0; i < 35; i++)
    sheet_fixture_add_segment (&fixture, 1 + i % 7, 60, "One more", "An output");
  sheet_fixture_review (&fixture);
  g_assert_cmpuint (count_pages (&fixture.sheet, a4), >, 1);
  g_assert_cmpuint (count_pages (&fixture.sheet, a4), <=, 3);
  sheet_fixture_clear (&fixture);
}

static void
test_same_bytes (void)
{
  SheetFixture fixture;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) other = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  first = make_pdf (&fixture.sheet, a4);
  second = make_pdf (&fixture.sheet, a4);
  fixture.sheet.exported += 60 * G_USEC_PER_SEC;
  other = make_pdf (&fixture.sheet, a4);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, other));
  sheet_fixture_clear (&fixture);
}

static void
test_structure (void)
{
  static const char *const parts[] = { "/Marked true", "/StructTreeRoot", "/S /H1",   "/S /H2",
                                       "/S /Table",    "/S /TR",          "/S /TD",   "/S /L\n",
                                       "/S /LI",       "/S /LBody",       "/S /Lbl",  "/S /Figure",
                                       "/Outlines",    "/Lang (en)",      "/FontFile" };
  SheetFixture fixture;
  g_autoptr (GBytes) pdf = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  pdf = make_pdf (&fixture.sheet, a4);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_test_message ("%s", parts[i]);
    g_assert_true (holds (pdf, parts[i]));
  }
  sheet_fixture_clear (&fixture);
}

/* A text as it stands in the PDF, in UTF-16. */
static gboolean
holds_words (GBytes *pdf, const char *text)
{
  g_autoptr (GString) digits = g_string_new ("/Alt <FEFF");

  for (const char *c = text; *c; c = g_utf8_next_char (c))
    g_string_append_printf (digits, "%04X", g_utf8_get_char (c));
  g_string_append_c (digits, '>');
  return holds (pdf, digits->str);
}

/* Dial and strip are told to whoever cannot see them, and in the client's edition no more than he
 * may know. */
static void
test_figures (void)
{
  SheetFixture fixture;
  g_autoptr (GBytes) full = NULL;
  g_autoptr (GBytes) client = NULL;
  g_autofree char *dial = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  dial = g_strdup_printf ("Score %d, 14 of 15 minutes", fixture.review->score);
  full = make_pdf (&fixture.sheet, a4);
  fixture.sheet.edition = QH_EDITION_CLIENT;
  client = make_pdf (&fixture.sheet, a4);
  g_assert_true (holds_words (full, dial));
  g_assert_true (holds_words (full, "The agenda as a strip of its minutes"));
  g_assert_true (holds_words (client, "14 of 15 minutes"));
  g_assert_true (holds_words (client, "The agenda as a strip of its minutes"));
  sheet_fixture_clear (&fixture);
}

static void
test_about (void)
{
  static const char *const facts[] = {
    "A recall schedule that saves the front desk three hours a week – Ferris Dental Group",
    "M. Keller",
    "Ferris Dental Group · No-shows and wrong invoices",
    "Tagged:          yes",
    "Pages:           1",
    "2026-11-21T17:04:00Z",
  };
  SheetFixture fixture;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *about = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  pdf = make_pdf (&fixture.sheet, a4);
  about = read_pdf (pdf, "pdfinfo", "-isodates");
  if (about == NULL)
    g_test_skip ("pdfinfo is not installed (poppler-utils)");
  for (guint i = 0; about != NULL && i < G_N_ELEMENTS (facts); i++) {
    g_test_message ("%s in %s", facts[i], about);
    g_assert_nonnull (strstr (about, facts[i]));
  }
  sheet_fixture_clear (&fixture);
}

/* The order in which the page is read aloud. */
static void
test_reading_order (void)
{
  static const char *const order[] = {
    "Ferris Dental Group",
    "10:00–10:15",
    "A recall schedule",
    "Measured by Hours on recall calls",
    "We ask for A pilot",
    "If not: Sarah shows us",
    "With Dr Ferris (decides)",
    "10:00 Open with his words",
    "10:01 Take wrong invoices off his desk He leaves with one named contact",
    "Note: Private: do not mention the lawyer Escape 4 min",
    "10:12 Leave the one-page calm",
    "What the client told us",
    "9 Nov",
    "Still in the way",
    "Third wrong invoice since June",
    "Design review",
    "−6 Not cleared at the gate Accepted: She is in the meeting",
    "−5 He will not read a flyer",
    "Scarce content",
    "Benchmark clinic",
    "Questions to ask",
    "Quarterhour · plan 3, exported 21 Nov 2026, 18:04",
    "page 1 of 1",
  };
  SheetFixture fixture;
  g_autofree char *text = NULL;
  const char *place;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  text = read_text (&fixture.sheet);
  place = text;
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (order); i++) {
    const char *found = strstr (place, order[i]);
    g_test_message ("%s after %.60s", order[i], place);
    g_assert_nonnull (found);
    place = found + strlen (order[i]);
  }
  sheet_fixture_clear (&fixture);
}

static void
test_client_text (void)
{
  static const char *const secrets[] = { "Private", "pilot",    "severity",  "Escape", "Aesthetics",
                                         "design",  "Okafor",   "Dr Ferris", "clinic", "Measured",
                                         "Second",  "promised", "flyer",     "Scarce" };
  SheetFixture fixture;
  g_autofree char *text = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_CLIENT);
  text = read_text (&fixture.sheet);
  if (text != NULL)
    g_assert_nonnull (strstr (text, "A no is fine"));
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (secrets); i++) {
    g_test_message ("%s in %s", secrets[i], text);
    g_assert_null (strstr (text, secrets[i]));
  }
  sheet_fixture_clear (&fixture);
}

static char *
repeat (const char *text, gsize bytes)
{
  GString *all = g_string_new (NULL);

  while (all->len + strlen (text) + 4 < bytes)
    g_string_append (all, text);
  g_string_append (all, " END");
  return g_string_free (all, FALSE);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *found = strstr (text, part); found != NULL; found = strstr (found + 1, part))
    n++;
  return n;
}

/* 64 KiB in each place where a text can be: all of it is there, nothing over the footer. */
static void
test_long_texts (void)
{
  SheetFixture fixture;
  QhMeeting *meeting;
  QhSegment *segment;
  QhRemark *remark;
  g_autofree char *words = repeat ("Many words and ", 65536);
  g_autofree char *unbroken = repeat ("Unbroken", 65536);
  g_autofree char *text = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  meeting = qh_plan_get_meeting (fixture.context->plan);
  segment = qh_plan_segment (fixture.context->plan, 1);
  remark = g_ptr_array_index (fixture.context->remarks, 1);
  qh_record_set_string (QH_RECORD (meeting), "output", words);
  qh_record_set_string (QH_RECORD (segment), "title", words);
  qh_record_set_string (QH_RECORD (segment), "notes", unbroken);
  qh_record_set_string (QH_RECORD (remark), "words", words);
  sheet_fixture_review (&fixture);
  text = read_text (&fixture.sheet);
  if (text != NULL) {
    g_assert_cmpuint (count (text, "Many"), >=, 3 * count (words, "Many"));
    g_assert_cmpuint (count (text, "END"), ==, 4);
    g_assert_nonnull (strstr (text, "page 30 of"));
  }
  sheet_fixture_clear (&fixture);
}

static void
test_many_segments (void)
{
  SheetFixture fixture;
  g_autofree char *text = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  for (guint i = 0; i < 40; i++) {
    g_autofree char *title = g_strdup_printf ("Segment number %u.", i);
    sheet_fixture_add_segment (&fixture, 1 + i % 7, i % 5 * 30, title, NULL);
  }
  sheet_fixture_review (&fixture);
  text = read_text (&fixture.sheet);
  for (guint i = 0; text != NULL && i < 40; i++) {
    g_autofree char *title = g_strdup_printf ("Segment number %u.", i);
    g_assert_cmpuint (count (text, title), ==, 1);
  }
  sheet_fixture_clear (&fixture);
}

/* Texts of the world, and what is none: all is set, and nothing warns (warnings are fatal here). */
static void
test_absurd_texts (void)
{
  static const char *const texts[] = {
    "جدول متابعة يوفر ثلاث ساعات أسبوعيا",
    "לוח זמנים שחוסך שלוש שעות בשבוע",
    "每周为前台节省三个小时的召回计划",
    "🦷🎉👩‍👩‍👧‍👦🏳️‍🌈",
    "Z̵a̷l̸g̶o̵ t̵̡̛̳̲e̷̹͘x̸̱͝t̵͓̾",
    "\342\200\256override\342\200\254 and \342\200\250 a line separator",
    "tab\there, bell\007 and escape\033[31m",
    "<b>markup & entities</b> &amp; %s %n %d",
    "\357\277\275\357\273\277\363\240\200\201",
    "\n\n\n",
    " ",
  };
  SheetFixture fixture;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    QhSegment *segment = sheet_fixture_add_segment (&fixture, 1 + i % 7, 30, "x", NULL);
    g_free (segment->title);
    segment->title = g_strdup (texts[i]);
    segment->output = g_strdup (texts[i]);
    segment->notes = g_strdup (texts[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    QhMeeting *meeting = qh_plan_get_meeting (fixture.context->plan);
    g_autoptr (GBytes) pdf = NULL;
    g_autoptr (GBytes) picture = NULL;
    g_free (meeting->output);
    meeting->output = g_strdup (texts[i]);
    g_free (fixture.context->client->name);
    fixture.context->client->name = g_strdup (texts[i]);
    fixture.sheet.author = texts[i];
    pdf = make_pdf (&fixture.sheet, a4);
    g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
    picture = qh_sheet_to_png (&fixture.sheet, 1, NULL);
    g_assert_nonnull (picture);
  }
  sheet_fixture_clear (&fixture);
}

/* A meeting of four hours against a limit of a minute, and one without a second. */
static void
test_absurd_lengths (void)
{
  SheetFixture fixture;
  g_autoptr (GBytes) long_one = NULL;
  g_autoptr (GBytes) short_one = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  fixture.context->client->minutes_limit = 1;
  for (guint i = 0; i < 5; i++)
    qh_plan_segment (fixture.context->plan, i)->seconds = 14400;
  long_one = make_pdf (&fixture.sheet, a4);
  g_assert_true (holds (long_one, "%PDF"));
  for (guint i = 0; i < 5; i++)
    qh_plan_segment (fixture.context->plan, i)->seconds = 0;
  short_one = make_pdf (&fixture.sheet, a4);
  g_assert_true (holds (short_one, "%PDF"));
  sheet_fixture_clear (&fixture);
}

static void
test_narrow_paper (void)
{
  SheetFixture fixture;
  QhPaperSize tiny = { 200, 160 };

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  g_assert_cmpuint (count_pages (&fixture.sheet, tiny), >, 5);
  sheet_fixture_clear (&fixture);
}

static void
test_png (void)
{
  SheetFixture fixture;
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) large = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  once = qh_sheet_to_png (&fixture.sheet, 1, NULL);
  again = qh_sheet_to_png (&fixture.sheet, 1, NULL);
  large = qh_sheet_to_png (&fixture.sheet, 2, NULL);
  g_assert_true (g_bytes_equal (once, again));
  g_assert_cmpint (memcmp (g_bytes_get_data (once, NULL), "\211PNG", 4), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (large), >, g_bytes_get_size (once));
  sheet_fixture_clear (&fixture);
}

static void
test_svg (void)
{
  SheetFixture fixture;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GError) error = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  svg = qh_sheet_to_svg (&fixture.sheet, &error);
  g_assert_no_error (error);
  g_assert_true (holds (svg, "<svg"));
  g_assert_true (holds (svg, "</svg>"));
  sheet_fixture_clear (&fixture);
}

static void
test_paper_of_the_locale (void)
{
  QhPaperSize size = qh_paper_size_for_locale ();

  g_assert_cmpfloat (size.width, ==, a4.width);
  g_assert_cmpfloat (size.height, ==, a4.height);
  if (setlocale (LC_PAPER, "en_US.UTF-8") == NULL) {
    g_test_skip ("the locale en_US.UTF-8 is not installed");
    return;
  }
  size = qh_paper_size_for_locale ();
  g_assert_cmpfloat (size.width, ==, letter.width);
  g_assert_cmpfloat (size.height, ==, letter.height);
  setlocale (LC_PAPER, "");
}

/* Painting changes nothing: the same again, on any surface. */
static void
test_paint_is_pure (void)
{
  SheetFixture fixture;
  g_autoptr (QhPage) page = NULL;
  g_autofree guchar *first = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  page = qh_page_new (&fixture.sheet, a4);
  for (guint round = 0; round < 2; round++) {
    cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
    cairo_t *cr = cairo_create (image);
    gsize size = 842 * cairo_image_surface_get_stride (image);
    qh_page_paint (page, cr, 0);
    g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    cairo_destroy (cr);
    cairo_surface_flush (image);
    if (round == 0)
      first = g_memdup2 (cairo_image_surface_get_data (image), size);
    else
      g_assert_cmpmem (first, size, cairo_image_surface_get_data (image), size);
    cairo_surface_destroy (image);
  }
  sheet_fixture_clear (&fixture);
}

/* What is not a PDF as cairo writes it stays as it is. */
static void
test_words_of_something_else (void)
{
  static const char *const files[] = {
    "",
    "no PDF at all",
    "trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
    "trailer\n<< /Size 3 /Root 1 0 R /Info 2 0 R >>\nstartxref\n9\n%%EOF\n",
    "\n1 0 obj\n<< /Type\ntrailer\n<< /Size 3 /Root 1 0 R /Info 2 0 R >>\nstartxref\n9\n%%EOF\n",
  };

  g_autoptr (GPtrArray) figures = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GByteArray) pdf = g_byte_array_new ();
    g_byte_array_append (pdf, (const guint8 *)files[i], strlen (files[i]));
    qh_pdf_add_words (pdf, "en", figures);
    g_assert_cmpmem (pdf->data, pdf->len, files[i], strlen (files[i]));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/page/one", test_one_page);
  g_test_add_func ("/paper/page/empty", test_empty);
  g_test_add_func ("/paper/page/second", test_second_page_for_long_lists);
  g_test_add_func ("/paper/page/same-bytes", test_same_bytes);
  g_test_add_func ("/paper/page/structure", test_structure);
  g_test_add_func ("/paper/page/figures", test_figures);
  g_test_add_func ("/paper/page/about", test_about);
  g_test_add_func ("/paper/page/reading-order", test_reading_order);
  g_test_add_func ("/paper/page/client-text", test_client_text);
  g_test_add_func ("/paper/page/long-texts", test_long_texts);
  g_test_add_func ("/paper/page/many-segments", test_many_segments);
  g_test_add_func ("/paper/page/absurd-texts", test_absurd_texts);
  g_test_add_func ("/paper/page/absurd-lengths", test_absurd_lengths);
  g_test_add_func ("/paper/page/narrow-paper", test_narrow_paper);
  g_test_add_func ("/paper/page/png", test_png);
  g_test_add_func ("/paper/page/svg", test_svg);
  g_test_add_func ("/paper/page/locale", test_paper_of_the_locale);
  g_test_add_func ("/paper/page/pure", test_paint_is_pure);
  g_test_add_func ("/paper/page/words-of-something-else", test_words_of_something_else);
  return g_test_run ();
}
