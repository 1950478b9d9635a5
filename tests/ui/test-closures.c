/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-time.h"
#include "model/qh-enums.h"
#include "qh-closures.h"
#include "qh-money.h"
#include "qh-places.h"
#include "widgets/qh-header.h"

/* 2026-11-26 is a Thursday. */
#define NOW G_GINT64_CONSTANT (1795687200000000) /* 2026-11-26 10:00 UTC */
#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

static void
test_booleans (void)
{
  g_assert_true (qh_closure_not (NULL, FALSE));
  g_assert_false (qh_closure_not (NULL, TRUE));
  g_assert_true (qh_closure_either (NULL, TRUE, FALSE));
  g_assert_true (qh_closure_either (NULL, FALSE, TRUE));
  g_assert_false (qh_closure_either (NULL, FALSE, FALSE));
  g_assert_true (qh_closure_is_some (NULL, "a"));
  g_assert_false (qh_closure_is_some (NULL, ""));
  g_assert_false (qh_closure_is_some (NULL, NULL));
  g_assert_true (qh_closure_is_other (NULL, "a", "b"));
  g_assert_false (qh_closure_is_other (NULL, "a", "a"));
  g_assert_true (qh_closure_is_other (NULL, NULL, "a"));
  g_assert_true (qh_closure_is_positive (NULL, 1));
  g_assert_false (qh_closure_is_positive (NULL, 0));
}

static void
test_lead (void)
{
  static const struct {
    gboolean narrow;
    const char *joined, *lead;
  } cases[] = {
    { FALSE, "11 open · 3 being fixed", "11 open · 3 being fixed" },
    { TRUE, "11 open · 3 being fixed", "11 open" },
    { TRUE, "11 open · 3 being fixed · €9", "11 open" },
    { TRUE, "39 contacts", "39 contacts" },
    { TRUE, "a·b", "a·b" },
    { TRUE, "", "" },
    { TRUE, NULL, NULL },
    { FALSE, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lead = qh_closure_lead (NULL, cases[i].narrow, cases[i].joined);
    g_assert_cmpstr (lead, ==, cases[i].lead);
  }
}

static void
test_join (void)
{
  static const struct {
    const char *a, *b, *joined;
  } cases[] = {
    { "a", "b", "a · b" }, { "a", NULL, "a" }, { "a", "", "a" }, { NULL, "b", "b" },
    { "", "b", "b" },      { NULL, NULL, "" }, { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *joined = qh_closure_join (NULL, cases[i].a, cases[i].b);
    g_assert_cmpstr (joined, ==, cases[i].joined);
  }
}

static void
test_texts (void)
{
  g_autofree char *quote = qh_closure_quote (NULL, "Never");
  g_autofree char *undo = qh_closure_undo_tooltip (NULL, "Move segment");
  g_autofree char *nothing = qh_closure_undo_tooltip (NULL, NULL);
  g_autofree char *redo = qh_closure_redo_tooltip (NULL, "Move segment");
  g_autofree char *role = qh_closure_role (NULL, QH_CONTACT_ROLE_DECIDES);
  g_autofree char *number = qh_closure_number (NULL, 12);

  g_assert_cmpstr (quote, ==, "“Never”");
  g_assert_null (qh_closure_quote (NULL, NULL));
  g_assert_cmpstr (undo, ==, "Undo: Move segment");
  g_assert_cmpstr (nothing, ==, "Undo");
  g_assert_cmpstr (redo, ==, "Redo: Move segment");
  g_assert_cmpstr (role, ==, "Decides");
  g_assert_null (qh_closure_role (NULL, QH_CONTACT_ROLE_UNSET));
  g_assert_cmpstr (number, ==, "12");
}

static void
test_when (void)
{
  static const struct {
    gint64 start;
    const char *zone, *text, *brief;
  } cases[] = {
    { NOW, "UTC", "Today, 10:00", "Today, 10:00" },
    { NOW + 13 * HOUR, "UTC", "Today, 23:00", "Today, 23:00" },
    { NOW + 14 * HOUR, "UTC", "Tomorrow, 00:00", "Tomorrow, 00:00" },
    { NOW - 10 * HOUR, "UTC", "Today, 00:00", "Today, 00:00" },
    { NOW - 11 * HOUR, "UTC", "Yesterday, 23:00", "Yesterday, 23:00" },
    { NOW + 48 * HOUR, "UTC", "Saturday 28 November, 10:00", "28 Nov" },
    { NOW - 48 * HOUR, "UTC", "Tuesday 24 November, 10:00", "24 Nov" },
    { NOW + 40 * 24 * HOUR, "UTC", "Tuesday 5 January 2027, 10:00", "5 Jan" },
    { NOW + 14 * HOUR, "America/New_York", "Today, 19:00", "Today, 19:00" },
    { QH_NONE, "UTC", "No day yet", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = qh_closure_when (NULL, cases[i].start, cases[i].zone, NOW);
    g_autofree char *brief = qh_closure_when_short (NULL, cases[i].start, cases[i].zone, NOW);
    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_cmpstr (brief, ==, cases[i].brief);
  }
}

static void
test_aim (void)
{
  static const struct {
    const char *output, *title, *aim;
  } cases[] = {
    { "A schedule", "Visit", "A schedule" },
    { NULL, "Visit", "Visit" },
    { "", "Visit", "Visit" },
    { NULL, NULL, "No output yet" },
    { NULL, "", "No output yet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *aim = qh_closure_aim (NULL, cases[i].output, cases[i].title);
    g_assert_cmpstr (aim, ==, cases[i].aim);
  }
}

static void
test_score (void)
{
  static const struct {
    int score;
    const char *grade;
  } cases[] = { { 100, "good" },    { 80, "good" }, { 79, "middling" },
                { 50, "middling" }, { 49, "bad" },  { 0, "bad" } };
  g_auto (GStrv) unknown = qh_closure_score_classes (NULL, FALSE, 100);
  g_autofree char *text = qh_closure_score (NULL, TRUE, 88);
  g_autofree char *none = qh_closure_score (NULL, FALSE, 88);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) classes = qh_closure_score_classes (NULL, TRUE, cases[i].score);
    g_assert_true (g_strv_contains ((const char *const *)classes, cases[i].grade));
    g_assert_cmpuint (g_strv_length (classes), ==, g_strv_length (unknown) + 1);
  }
  g_assert_cmpstr (text, ==, "88");
  g_assert_cmpstr (none, ==, "");
}

static void
test_pill (void)
{
  static const struct {
    int status, reached;
    guint blockers;
    const char *answer, *pill;
    gboolean is_bad;
  } cases[] = {
    { QH_MEETING_STATUS_DRAFT, 0, 0, NULL, NULL, FALSE },
    { QH_MEETING_STATUS_DRAFT, 0, 0, "Declined", "Declined", FALSE },
    { QH_MEETING_STATUS_DRAFT, 0, 1, "Declined", "1 blocker", TRUE },
    { QH_MEETING_STATUS_APPROVED, 0, 2, NULL, "2 blockers", TRUE },
    { QH_MEETING_STATUS_HELD, 0, 2, NULL, "2 blockers", TRUE },
    { QH_MEETING_STATUS_CANCELLED, 0, 2, NULL, "Cancelled", FALSE },
    { QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_YES, 1, NULL, "Output reached", FALSE },
    { QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_PARTLY, 0, NULL, "Partly reached", FALSE },
    { QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_NO, 0, NULL, "Not reached", FALSE },
    { QH_MEETING_STATUS_DEBRIEFED, 0, 3, NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *pill = qh_closure_pill (NULL, cases[i].status, cases[i].reached,
                                             cases[i].blockers, cases[i].answer);
    g_auto (GStrv) classes = qh_closure_pill_classes (NULL, cases[i].status, cases[i].blockers);
    g_assert_cmpstr (pill, ==, cases[i].pill);
    g_assert_cmpint (g_strv_contains ((const char *const *)classes, "bad"), ==, cases[i].is_bad);
  }
}

static void
test_labels (void)
{
  g_autofree char *meeting =
      qh_closure_meeting_label (NULL, "Ferris", "Today, 10:00", "A schedule", "88", "1 blocker");
  g_autofree char *bare =
      qh_closure_meeting_label (NULL, "Ferris", "Today, 10:00", "A schedule", "", NULL);
  g_autofree char *client =
      qh_closure_client_label (NULL, "Ferris", "Dentistry", "26 Nov", "Never call");
  g_autofree char *name = qh_closure_client_label (NULL, "Ferris", NULL, NULL, NULL);

  g_assert_cmpstr (meeting, ==, "Ferris, Today, 10:00: A schedule; score 88, 1 blocker");
  g_assert_cmpstr (bare, ==, "Ferris, Today, 10:00: A schedule");
  g_assert_cmpstr (client, ==, "Ferris, Dentistry; next meeting: 26 Nov; last words: Never call");
  g_assert_cmpstr (name, ==, "Ferris");
}

static void
test_keep_close (void)
{
  static const struct {
    const char *layout, *kept;
  } cases[] = {
    { "menu:minimize,maximize,close", ":close" },
    { "close,minimize:menu", "close:" },
    { "appmenu:close", ":close" },
    { "menu:", ":" },
    { "close", "close:" },
    { "", ":" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *kept = qh_header_keep_close (cases[i].layout);
    g_assert_cmpstr (kept, ==, cases[i].kept);
  }
}

static void
test_money (void)
{
  static const struct {
    const char *text, *currency;
    gint64 amount; /* -1: refused */
  } cases[] = {
    { "14200", "EUR", 1420000 },
    { "14,200", "EUR", 1420000 },
    { "14.200", "EUR", 1420000 },
    { "14 200", "EUR", 1420000 },
    { "14'200.50", "CHF", 1420050 },
    { "€14,200.5", "EUR", 1420050 },
    { "0", "EUR", 0 },
    { "0.01", "EUR", 1 },
    { "1,5", "EUR", 150 },
    { "14200", "JPY", 14200 },
    { "14200.50", "JPY", 14200 },
    { "", "EUR", -1 },
    { "abc", "EUR", -1 },
    { "-5", "EUR", -1 },
    { "€", "EUR", -1 },
    { "99999999999999999999", "EUR", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gint64 amount = -1;
    gboolean is_money = qh_money_parse (cases[i].text, cases[i].currency, &amount);
    g_assert_cmpint (is_money, ==, cases[i].amount >= 0);
    g_assert_cmpint (amount, ==, cases[i].amount);
  }
}

static void
test_money_entry (void)
{
  static const struct {
    gint64 amount;
    const char *currency, *text;
  } cases[] = {
    { 1420000, "EUR", "14200" }, { 1420050, "EUR", "14200.50" }, { 5, "EUR", "0.05" },
    { 14200, "JPY", "14200" },   { QH_NONE, "EUR", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = qh_money_to_entry (cases[i].amount, cases[i].currency);
    gint64 back;
    g_assert_cmpstr (text, ==, cases[i].text);
    if (cases[i].amount != QH_NONE) {
      g_assert_true (qh_money_parse (text, cases[i].currency, &back));
      g_assert_cmpint (back, ==, cases[i].amount);
    }
  }
}

static void
test_places (void)
{
  g_autofree char *names = qh_place_names ();

  g_assert_cmpstr (names, ==,
                   "today, meetings, clients, content, friction, promises, contact-log, reviews, "
                   "insights");
  g_assert_nonnull (qh_place_find ("clients"));
  g_assert_null (qh_place_find ("nowhere"));
  for (const QhPlace *place = qh_places (); place->name; place++) {
    g_assert_true (qh_place_find (place->name) == place);
    g_assert_nonnull (place->build);
    g_assert_true (!place->count == !place->describe);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closures/booleans", test_booleans);
  g_test_add_func ("/closures/join", test_join);
  g_test_add_func ("/closures/lead", test_lead);
  g_test_add_func ("/closures/texts", test_texts);
  g_test_add_func ("/closures/when", test_when);
  g_test_add_func ("/closures/aim", test_aim);
  g_test_add_func ("/closures/score", test_score);
  g_test_add_func ("/closures/pill", test_pill);
  g_test_add_func ("/closures/labels", test_labels);
  g_test_add_func ("/closures/keep-close", test_keep_close);
  g_test_add_func ("/money/parse", test_money);
  g_test_add_func ("/money/entry", test_money_entry);
  g_test_add_func ("/places", test_places);
  return g_test_run ();
}
