/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-handout.h"
#include "sheet-fixture.h"

/* Every text of a handout, a line each. */
static void
add (GString *all, const char *text)
{
  if (text != NULL)
    g_string_append_printf (all, "%s\n", text);
}

static char *
all_texts (const QhHandout *handout)
{
  GString *all = g_string_new (NULL);
  const char *texts[] = { handout->document_title, handout->author,   handout->subject,
                          handout->schedule,       handout->occasion, handout->headline,
                          handout->measure,        handout->ask,      handout->fallback,
                          handout->people,         handout->caption,  handout->footer };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add (all, texts[i]);
  for (guint i = 0; i < handout->segments->len; i++) {
    QhHandoutSegment *segment = g_ptr_array_index (handout->segments, i);
    add (all, segment->start);
    add (all, segment->title);
    add (all, segment->output);
    add (all, segment->quote);
    add (all, segment->notes);
    add (all, segment->kind_label);
    add (all, segment->length);
    add (all, handout->blocks[i].title);
  }
  for (guint i = 0; i < handout->sections->len; i++) {
    QhHandoutSection *section = g_ptr_array_index (handout->sections, i);
    add (all, section->title);
    for (guint l = 0; l < section->lines->len; l++) {
      QhHandoutLine *line = g_ptr_array_index (section->lines, l);
      add (all, line->label);
      add (all, line->text);
      add (all, line->detail);
    }
  }
  return g_string_free (all, FALSE);
}

static QhHandoutSection *
find_section (const QhHandout *handout, const char *title)
{
  for (guint i = 0; i < handout->sections->len; i++) {
    QhHandoutSection *section = g_ptr_array_index (handout->sections, i);
    if (g_strcmp0 (section->title, title) == 0)
      return section;
  }
  return NULL;
}

static QhHandoutLine *
line_of (const QhHandout *handout, const char *title, guint index)
{
  QhHandoutSection *section = find_section (handout, title);

  g_assert_nonnull (section);
  g_assert_cmpuint (section->lines->len, >, index);
  return g_ptr_array_index (section->lines, index);
}

static void
test_head (void)
{
  SheetFixture fixture;
  g_autoptr (QhHandout) handout = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  handout = qh_handout_new (&fixture.sheet);
  g_assert_cmpstr (handout->subject, ==, "Ferris Dental Group · No-shows and wrong invoices");
  g_assert_cmpstr (handout->schedule, ==,
                   "Thursday 26 November 2026, 10:00–10:15 · On site · Second floor");
  g_assert_cmpstr (handout->headline, ==,
                   "A recall schedule that saves the front desk three hours a week");
  g_assert_cmpstr (handout->people, ==,
                   "With Dr Ferris (decides), Sarah Okafor (front desk) · prepared by M. Keller");
  g_assert_cmpstr (handout->caption, ==, "14 of 15 minutes");
  g_assert_cmpstr (handout->footer, ==, "Quarterhour · plan 3, exported 21 Nov 2026, 18:04");
  g_assert_cmpstr (
      handout->document_title, ==,
      "A recall schedule that saves the front desk three hours a week – Ferris Dental Group");
  g_assert_cmpstr (handout->language, ==, "en");
  g_assert_cmpint (handout->score, ==, fixture.review->score);
  g_assert_cmpint (handout->limit, ==, 900);
  sheet_fixture_clear (&fixture);
}

static void
test_agenda (void)
{
  static const struct {
    const char *start, *title, *kind, *length;
  } rows[] = {
    { "10:00", "Open with his words", "Open", "1 min" },
    { "10:01", "Take wrong invoices off his desk", "Escape", "4 min" },
    { "10:05", "What 38 practices do about no-shows", "Educate", "4 min" },
    { "10:09", "Build his recall schedule together", "Improve", "3 min" },
    { "10:12", "Leave the one-page calm", "Aesthetics", "2 min" },
  };
  SheetFixture fixture;
  g_autoptr (QhHandout) handout = NULL;
  QhHandoutSegment *first;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  handout = qh_handout_new (&fixture.sheet);
  g_assert_cmpuint (handout->segments->len, ==, G_N_ELEMENTS (rows));
  g_assert_cmpuint (handout->n_blocks, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    QhHandoutSegment *segment = g_ptr_array_index (handout->segments, i);
    g_assert_cmpstr (segment->start, ==, rows[i].start);
    g_assert_cmpstr (segment->title, ==, rows[i].title);
    g_assert_cmpstr (segment->kind_label, ==, rows[i].kind);
    g_assert_cmpstr (segment->length, ==, rows[i].length);
    g_assert_true (handout->blocks[i].title == segment->title);
  }
  first = g_ptr_array_index (handout->segments, 0);
  g_assert_cmpstr (first->quote, ==, "“I don’t need a meeting that lasts more than 15 minutes.”");
  sheet_fixture_clear (&fixture);
}

/* Without a start, times count from the beginning; a night with two half past twos is no matter. */
static void
test_starts (void)
{
  SheetFixture fixture;
  QhMeeting *meeting;
  g_autoptr (QhHandout) without = NULL;
  g_autoptr (QhHandout) twice = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  meeting = qh_plan_get_meeting (fixture.context->plan);
  meeting->start = QH_NONE;
  without = qh_handout_new (&fixture.sheet);
  g_assert_cmpstr (without->schedule, ==, "On site · Second floor");
  g_assert_cmpstr (((QhHandoutSegment *)without->segments->pdata[2])->start, ==, "5:00");
  g_assert_true (qh_instant_parse ("2026-10-25T02:58:00+02:00", NULL, &meeting->start));
  twice = qh_handout_new (&fixture.sheet);
  g_assert_cmpstr (((QhHandoutSegment *)twice->segments->pdata[1])->start, ==, "02:59");
  g_assert_cmpstr (((QhHandoutSegment *)twice->segments->pdata[2])->start, ==, "02:03");
  sheet_fixture_clear (&fixture);
}

static void
test_sections (void)
{
  SheetFixture fixture;
  g_autoptr (QhHandout) handout = NULL;
  QhHandoutLine *line;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  handout = qh_handout_new (&fixture.sheet);
  line = line_of (handout, "What the client told us", 2);
  g_assert_cmpstr (line->text, ==, "“We stopped counting no-shows in spring.”");
  g_assert_cmpstr (line->detail, ==, "2 Mar 2025");
  line = line_of (handout, "Still in the way", 0);
  g_assert_cmpint (line->mark, ==, QH_MARK_FRICTION);
  g_assert_cmpstr (line->text, ==, "Third wrong invoice since June");
  g_assert_nonnull (strstr (line->detail, "severity 3"));
  g_assert_nonnull (strstr (line->detail, "by 1 Dec"));
  line = line_of (handout, "Still in the way", 2);
  g_assert_cmpint (line->mark, ==, QH_MARK_PROMISE);
  g_assert_cmpstr (line->detail, ==, "promised, overdue since 13 Nov");
  g_assert_true (line->strong);
  line = line_of (handout, "Still in the way", 3);
  g_assert_cmpstr (line->detail, ==, "promised by 25 Nov");
  g_assert_false (line->strong);
  line = line_of (handout, "Scarce content", 0);
  g_assert_cmpstr (line->text, ==, "Benchmark clinic");
  g_assert_nonnull (strstr (line->detail, "edition of 12 copies"));
  g_assert_nonnull (strstr (line->detail, "until 31 Jan 2027"));
  g_assert_cmpstr (line_of (handout, "Questions to ask", 1)->text, ==, "What did spring cost?");
  g_assert_nonnull (find_section (handout, "Objections, and our answers"));
  sheet_fixture_clear (&fixture);
}

/* A promise is due on its day, and overdue from the next. */
static void
test_promise_due_today (void)
{
  SheetFixture fixture;
  g_autoptr (QhHandout) handout = NULL;
  QhPromise *promise;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  promise = g_ptr_array_index (fixture.context->promises, 1);
  qh_record_set_string (QH_RECORD (promise), "due", "2026-11-21");
  handout = qh_handout_new (&fixture.sheet);
  g_assert_cmpstr (line_of (handout, "Still in the way", 2)->detail, ==, "promised by 21 Nov");
  sheet_fixture_clear (&fixture);
}

static void
test_findings (void)
{
  SheetFixture fixture;
  g_autoptr (QhHandout) handout = NULL;
  guint struck = 0;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  handout = qh_handout_new (&fixture.sheet);
  for (guint i = 0; i < fixture.review->findings->len; i++) {
    const QhFinding *finding = g_ptr_array_index (fixture.review->findings, i);
    QhHandoutLine *line = line_of (handout, "Design review", i);
    g_autofree char *label = g_strdup_printf ("−%d", finding->points);
    g_assert_cmpstr (line->label, ==, label);
    g_assert_cmpint (line->struck, ==, finding->accepted != NULL);
    g_assert_cmpint (line->strong, ==, finding->level == QH_LEVEL_BLOCKER);
    if (line->struck)
      g_assert_cmpstr (line->detail, ==, "Accepted: She is in the meeting");
    struck += line->struck;
  }
  g_assert_cmpuint (struck, ==, 1);
  sheet_fixture_clear (&fixture);
}

/* What is closed is not in the way. */
static void
test_only_what_is_open (void)
{
  SheetFixture fixture;
  g_autoptr (QhHandout) handout = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  for (guint i = 0; i < 2; i++) {
    QhFriction *friction = g_ptr_array_index (fixture.context->frictions, i);
    QhPromise *promise = g_ptr_array_index (fixture.context->promises, i);
    friction->status = i == 0 ? QH_FRICTION_STATUS_REMOVED : QH_FRICTION_STATUS_ACCEPTED;
    promise->status = i == 0 ? QH_PROMISE_STATUS_KEPT : QH_PROMISE_STATUS_WITHDRAWN;
  }
  handout = qh_handout_new (&fixture.sheet);
  g_assert_null (find_section (handout, "Still in the way"));
  sheet_fixture_clear (&fixture);
}

static void
test_nothing (void)
{
  SheetFixture fixture;
  g_autoptr (QhHandout) handout = NULL;

  sheet_fixture_init_empty (&fixture, QH_EDITION_FULL);
  fixture.sheet.author = "  ";
  fixture.sheet.review = NULL;
  handout = qh_handout_new (&fixture.sheet);
  g_assert_cmpstr (handout->headline, ==, "No output yet");
  g_assert_null (handout->subject);
  g_assert_null (handout->people);
  g_assert_null (handout->author);
  g_assert_cmpint (handout->score, ==, -1);
  g_assert_cmpuint (handout->sections->len, ==, 0);
  g_assert_cmpuint (handout->segments->len, ==, 0);
  sheet_fixture_clear (&fixture);
}

static void
add_remarks (SheetFixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (fixture->context->remarks,
                     sheet_fixture_record (&qh_remark_entity, "more", "words", "More", "said",
                                           "2026-01-01", NULL));
}

/* Six remarks and those that the plan refers to; the others are counted. */
static void
test_long_lists_are_counted (void)
{
  SheetFixture fixture;
  g_autoptr (QhHandout) six = NULL;
  g_autoptr (QhHandout) more = NULL;
  QhRemark *last;

  sheet_fixture_init (&fixture, QH_EDITION_FULL);
  add_remarks (&fixture, 3);
  six = qh_handout_new (&fixture.sheet);
  g_assert_cmpuint (find_section (six, "What the client told us")->lines->len, ==, 6);
  add_remarks (&fixture, 5);
  last = g_ptr_array_index (fixture.context->remarks, fixture.context->remarks->len - 1);
  g_free (QH_RECORD (last)->id);
  QH_RECORD (last)->id = g_strdup ("linked");
  qh_plan_segment (fixture.context->plan, 3)->remark = g_strdup ("linked");
  more = qh_handout_new (&fixture.sheet);
  g_assert_cmpuint (find_section (more, "What the client told us")->lines->len, ==, 8);
  g_assert_cmpstr (line_of (more, "What the client told us", 7)->detail, ==, "and 4 more");
  sheet_fixture_clear (&fixture);
}

/* Editions. */

/* What the fixture says, and in which editions it may be read. */
static const struct {
  const char *text;
  gboolean manager, client;
} secrets[] = {
  { "Private: do not mention the lawyer", FALSE, FALSE },
  { "Private: pays late", FALSE, FALSE },
  { "Who calls the patients?", FALSE, FALSE },
  { "No time: it takes her", FALSE, FALSE },
  { "Dr Ferris", FALSE, FALSE },
  { "Okafor", FALSE, FALSE },
  { "Hours on recall calls", TRUE, FALSE },
  { "A pilot in one surgery", TRUE, FALSE },
  { "the call list", TRUE, FALSE },
  { "Second floor", TRUE, FALSE },
  { "He leaves with one named contact", TRUE, FALSE },
  { "I don’t need a meeting", TRUE, FALSE },
  { "We stopped counting", TRUE, FALSE },
  { "Third wrong invoice since June", TRUE, FALSE },
  { "No live person", TRUE, FALSE },
  { "severity", TRUE, FALSE },
  { "Send the corrected", TRUE, FALSE },
  { "Name one contact for billing", TRUE, FALSE },
  { "Benchmark clinic", TRUE, FALSE },
  { "He will not read a flyer", TRUE, FALSE },
  { "Escape", TRUE, FALSE },
  { "Aesthetics", TRUE, FALSE },
  { "decides", TRUE, FALSE },
  { "A recall schedule", TRUE, TRUE },
  { "Ferris Dental Group", TRUE, TRUE },
  { "Take wrong invoices off his desk", TRUE, TRUE },
  { "10:00–10:15", TRUE, TRUE },
  { "M. Keller", TRUE, TRUE },
  { "A no is fine", FALSE, TRUE },
};

static void
assert_edition (int edition)
{
  SheetFixture fixture;
  g_autoptr (QhHandout) handout = NULL;
  g_autofree char *texts = NULL;

  sheet_fixture_init (&fixture, edition);
  /* The person's name comes up in the words of a finding. */
  g_ptr_array_set_size (fixture.context->accepted, 0);
  qh_record_set_string (QH_RECORD (fixture.context->client), "gatekeeper", "Joan Okafor");
  qh_record_set_string (QH_RECORD (qh_plan_get_meeting (fixture.context->plan)), "fallback",
                        "Someone shows us the call list");
  sheet_fixture_review (&fixture);
  handout = qh_handout_new (&fixture.sheet);
  texts = all_texts (handout);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++) {
    gboolean may = edition == QH_EDITION_MANAGER ? secrets[i].manager : secrets[i].client;
    g_test_message ("edition %d: %s", edition, secrets[i].text);
    g_assert_cmpint (strstr (texts, secrets[i].text) != NULL, ==, may);
  }
  g_assert_cmpint (handout->score >= 0, ==, edition == QH_EDITION_MANAGER);
  sheet_fixture_clear (&fixture);
}

static void
test_manager_edition (void)
{
  assert_edition (QH_EDITION_MANAGER);
}

static void
test_client_edition (void)
{
  assert_edition (QH_EDITION_CLIENT);
}

/* What is not known to be for somebody else is for the client. */
static void
test_unknown_edition (void)
{
  assert_edition (QH_EDITION_UNSET);
}

static void
test_client_agreement (void)
{
  SheetFixture fixture;
  g_autoptr (QhHandout) whole = NULL;
  g_autoptr (QhHandout) odd = NULL;
  const char *title = "What we agree on before we begin";

  sheet_fixture_init (&fixture, QH_EDITION_CLIENT);
  whole = qh_handout_new (&fixture.sheet);
  g_assert_cmpstr (line_of (whole, title, 0)->text, ==, "It takes 15 minutes, and we end on time.");
  g_assert_cmpstr (line_of (whole, title, 2)->text, ==,
                   "When we leave, you have: A recall schedule that saves the front desk three "
                   "hours a week");
  qh_plan_get_meeting (fixture.context->plan)->budget = 750;
  qh_record_set_string (QH_RECORD (qh_plan_get_meeting (fixture.context->plan)), "output", NULL);
  odd = qh_handout_new (&fixture.sheet);
  g_assert_cmpstr (line_of (odd, title, 0)->text, ==, "It takes 12:30 min, and we end on time.");
  g_assert_cmpuint (find_section (odd, title)->lines->len, ==, 3);
  sheet_fixture_clear (&fixture);
}

/* He is told how much there is of what a segment gives him, and of that alone. */
static void
test_client_supply (void)
{
  SheetFixture fixture;
  g_autoptr (QhHandout) handout = NULL;
  g_autofree char *texts = NULL;
  QhStanding *standing = qh_standing_new ();
  QhHandoutSection *section;
  QhContent *content;

  sheet_fixture_init (&fixture, QH_EDITION_CLIENT);
  content = g_ptr_array_index (fixture.context->content, 0);
  standing->available = 3;
  standing->reserved = standing->his_reserved = standing->here = 1;
  standing->delivered = 8;
  standing->reserved_number = 9;
  g_hash_table_insert (fixture.context->standings, g_strdup (QH_RECORD (content)->id), standing);
  handout = qh_handout_new (&fixture.sheet);
  section = find_section (handout, "How much there is of it");
  g_assert_nonnull (section);
  g_assert_cmpuint (section->lines->len, ==, 1);
  g_assert_true (g_str_has_prefix (line_of (handout, "How much there is of it", 0)->detail,
                                   "Three of twelve are left; yours, copy 9, is reserved."));
  texts = all_texts (handout);
  g_assert_null (strstr (texts, content->title));
  sheet_fixture_clear (&fixture);
}

static void
test_roles (void)
{
  SheetFixture fixture;
  g_autoptr (QhHandout) handout = NULL;

  sheet_fixture_init (&fixture, QH_EDITION_MANAGER);
  handout = qh_handout_new (&fixture.sheet);
  g_assert_cmpstr (handout->people, ==,
                   "With one who decides, one who guards the gate · prepared by M. Keller");
  sheet_fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/handout/head", test_head);
  g_test_add_func ("/paper/handout/agenda", test_agenda);
  g_test_add_func ("/paper/handout/starts", test_starts);
  g_test_add_func ("/paper/handout/sections", test_sections);
  g_test_add_func ("/paper/handout/promise-due-today", test_promise_due_today);
  g_test_add_func ("/paper/handout/findings", test_findings);
  g_test_add_func ("/paper/handout/only-what-is-open", test_only_what_is_open);
  g_test_add_func ("/paper/handout/nothing", test_nothing);
  g_test_add_func ("/paper/handout/long-lists", test_long_lists_are_counted);
  g_test_add_func ("/paper/handout/manager", test_manager_edition);
  g_test_add_func ("/paper/handout/client", test_client_edition);
  g_test_add_func ("/paper/handout/unknown-edition", test_unknown_edition);
  g_test_add_func ("/paper/handout/agreement", test_client_agreement);
  g_test_add_func ("/paper/handout/client-supply", test_client_supply);
  g_test_add_func ("/paper/handout/roles", test_roles);
  return g_test_run ();
}
