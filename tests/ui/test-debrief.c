/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The debrief's page: what is entered is saved at once, half of it is there again, Done closes it,
 * and what cannot be is said. */
#include "debrief/qh-debrief-page.h"
#include "debrief/qh-debrief-strips.h"
#include "qh-application.h"
#include "store/qh-debriefs.h"
#include "store/qh-ledger.h"
#include "widgets/qh-choice-bar.h"
#include "widgets/qh-date-button.h"
#include <string.h>

#define NOW "2026-11-20T09:00:00Z"

typedef struct {
  QhStore *store;
  QhClient *client;
  QhContent *item;
  QhMeeting *meeting; /* began an hour ago, with a copy of the item reserved */
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static gint64
instant (const char *text)
{
  gint64 at;

  g_assert_true (qh_instant_parse (text, NULL, &at));
  return at;
}

static void
save (Fixture *fixture, gpointer record)
{
  g_autoptr (GError) error = NULL;

  qh_store_save (fixture->store, record, &error);
  g_assert_no_error (error);
}

static void
add_segment (Fixture *fixture, int kind, gint64 seconds, gint64 actual)
{
  g_autoptr (QhSegment) segment = qh_segment_new ();

  qh_record_set_string (QH_RECORD (segment), "meeting", QH_RECORD (fixture->meeting)->id);
  qh_record_set_string (QH_RECORD (segment), "title", "A part of it");
  qh_record_set_int (QH_RECORD (segment), "kind", kind);
  qh_record_set_int (QH_RECORD (segment), "seconds", seconds);
  qh_record_set_int (QH_RECORD (segment), "actual", actual);
  if (kind == QH_SEGMENT_KIND_EDUCATE)
    qh_record_set_string (QH_RECORD (segment), "content", QH_RECORD (fixture->item)->id);
  save (fixture, segment);
}

static void
make_records (Fixture *fixture)
{
  fixture->client = qh_client_new ();
  qh_record_set_string (QH_RECORD (fixture->client), "name", "Ferris");
  save (fixture, fixture->client);
  fixture->item = qh_content_new ();
  qh_record_set_string (QH_RECORD (fixture->item), "title", "Chart");
  qh_record_set_int (QH_RECORD (fixture->item), "edition", 3);
  save (fixture, fixture->item);
  fixture->meeting = qh_meeting_new ();
  qh_record_set_string (QH_RECORD (fixture->meeting), "client", QH_RECORD (fixture->client)->id);
  qh_record_set_string (QH_RECORD (fixture->meeting), "zone", "UTC");
  qh_record_set_string (QH_RECORD (fixture->meeting), "ask", "A second meeting");
  qh_record_set_int (QH_RECORD (fixture->meeting), "start", instant ("2026-11-20T08:00:00Z"));
  save (fixture, fixture->meeting);
  add_segment (fixture, QH_SEGMENT_KIND_EDUCATE, 240, QH_NONE);
}

static void
open_page (Fixture *fixture)
{
  fixture->page = qh_debrief_page_new (fixture->store, fixture->meeting);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  QhClock clock = qh_clock_fixed (instant (NOW), NULL);

  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, NULL);
  make_records (fixture);
  fixture->window = gtk_window_new ();
  open_page (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *)&page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (page);
  g_object_unref (fixture->meeting);
  g_object_unref (fixture->item);
  g_object_unref (fixture->client);
  g_assert_finalize_object (fixture->store);
}

/* The @nth widget of type @name below @widget, from 0. */
static GtkWidget *
find_nth (GtkWidget *widget, const char *name, int *nth)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), name) && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_nth (child, name, nth);
    if (found)
      return found;
  }
  return NULL;
}

static GtkWidget *
find (Fixture *fixture, const char *name, int nth)
{
  GtkWidget *found = find_nth (fixture->page, name, &nth);

  g_assert_nonnull (found);
  return found;
}

/* Clicks choice @number, from 1, of bar @nth: 0 output, 1 result, 2 ease. */
static void
choose (Fixture *fixture, int nth, int number)
{
  int index = number - 1;
  GtkWidget *bar = find (fixture, "QhChoiceBar", nth);
  GtkWidget *button = find_nth (bar, "GtkToggleButton", &index);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
done (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->page, "debrief.done", NULL);
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* --- Choices */

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  choose (fixture, 0, 2);
  g_assert_cmpint (fixture->meeting->output_reached, ==, QH_OUTPUT_REACHED_PARTLY);
  choose (fixture, 1, 4);
  g_assert_cmpint (fixture->meeting->result, ==, QH_MEETING_RESULT_ORDER);
  choose (fixture, 2, 7);
  g_assert_cmpint (fixture->meeting->ease, ==, 7);
  choose (fixture, 0, 3);
  g_assert_cmpint (fixture->meeting->output_reached, ==, QH_OUTPUT_REACHED_NO);
  /* Undo takes them back one by one, and the page follows. */
  g_assert_true (qh_store_undo (fixture->store, NULL, NULL));
  g_assert_cmpuint (qh_choice_bar_get_value (QH_CHOICE_BAR (find (fixture, "QhChoiceBar", 0))), ==,
                    2);
}

/* What was taken is let go by a second click. */
static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  int index = 6;
  GtkWidget *button = find_nth (find (fixture, "QhChoiceBar", 2), "GtkToggleButton", &index);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_cmpint (fixture->meeting->ease, ==, 7);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  g_assert_cmpint (fixture->meeting->ease, ==, QH_NONE);
}

/* --- Done */

static void
assert_ledger (Fixture *fixture, gint64 available, gint64 reserved, gint64 delivered)
{
  QhLedgerCounts counts;

  g_assert_true (qh_ledger_count (fixture->store, QH_RECORD (fixture->item)->id, &counts, NULL));
  g_assert_cmpint (counts.available, ==, available);
  g_assert_cmpint (counts.reserved, ==, reserved);
  g_assert_cmpint (counts.delivered, ==, delivered);
}

static void
test_done (Fixture *fixture, gconstpointer data)
{
  assert_ledger (fixture, 2, 1, 0);
  choose (fixture, 0, 1);
  done (fixture);
  g_assert_cmpint (fixture->meeting->status, ==, QH_MEETING_STATUS_DEBRIEFED);
  assert_ledger (fixture, 2, 0, 1);
  g_assert_cmpint (qh_store_count (fixture->store, "SELECT count (*) FROM meeting", NULL), ==, 1);
  g_assert_true (qh_store_undo (fixture->store, NULL, NULL));
  g_assert_cmpint (fixture->meeting->status, ==, QH_MEETING_STATUS_DRAFT);
  assert_ledger (fixture, 2, 1, 0);
}

static void
test_nothing_said (Fixture *fixture, gconstpointer data)
{
  g_assert_false (says (fixture->page, "whether the output was reached"));
  done (fixture);
  g_assert_cmpint (fixture->meeting->status, ==, QH_MEETING_STATUS_DRAFT);
  g_assert_true (says (fixture->page, "whether the output was reached"));
  choose (fixture, 0, 1);
  g_assert_false (says (fixture->page, "whether the output was reached"));
}

static void
test_not_given (Fixture *fixture, gconstpointer data)
{
  gtk_switch_set_active (GTK_SWITCH (find (fixture, "GtkSwitch", 0)), FALSE);
  choose (fixture, 0, 1);
  done (fixture);
  assert_ledger (fixture, 3, 0, 0);
}

/* What was given in the meeting already is no question any more. */
static void
test_given_already (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines =
      qh_ledger_list_reserved (fixture->store, QH_RECORD (fixture->meeting)->id, NULL);

  g_assert_false (says (fixture->page, "Copy 1 of 3 · given"));
  g_assert_true (qh_ledger_move (fixture->store, lines->pdata[0], NULL));
  g_assert_true (says (fixture->page, "Copy 1 of 3 · given"));
  choose (fixture, 0, 1);
  done (fixture);
  assert_ledger (fixture, 2, 0, 1);
}

static void
want_next (Fixture *fixture, const char *date)
{
  GtkWidget *next = find (fixture, "QhDebriefNext", 0);
  int first = 0, day = 0;

  adw_expander_row_set_enable_expansion (
      ADW_EXPANDER_ROW (find_nth (next, "AdwExpanderRow", &first)), TRUE);
  qh_date_button_set_date (QH_DATE_BUTTON (find_nth (next, "QhDateButton", &day)), date);
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) meetings = NULL;

  want_next (fixture, "2026-12-04");
  choose (fixture, 0, 1);
  done (fixture);
  meetings = qh_store_select (fixture->store, &qh_meeting_entity, "ORDER BY start", NULL, NULL);
  g_assert_cmpuint (meetings->len, ==, 2);
  g_assert_cmpint (QH_MEETING (meetings->pdata[1])->start, ==, instant ("2026-12-04T08:00:00Z"));
  g_assert_cmpstr (QH_MEETING (meetings->pdata[1])->ask, ==, "A second meeting");
}

/* Half a debrief is there again when its page is opened anew. */
static void
test_half (Fixture *fixture, gconstpointer data)
{
  gtk_switch_set_active (GTK_SWITCH (find (fixture, "GtkSwitch", 0)), FALSE);
  want_next (fixture, "2026-12-04");
  choose (fixture, 0, 2);
  open_page (fixture);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (find (fixture, "GtkSwitch", 0))));
  g_assert_cmpuint (qh_choice_bar_get_value (QH_CHOICE_BAR (find (fixture, "QhChoiceBar", 0))), ==,
                    2);
  done (fixture);
  assert_ledger (fixture, 3, 0, 0);
  g_assert_cmpint (qh_store_count (fixture->store, "SELECT count (*) FROM meeting", NULL), ==, 2);
  /* Nothing of it is kept behind. */
  g_assert_cmpint (qh_store_count (fixture->store,
                                   "SELECT count (*) FROM setting WHERE key LIKE 'draft_debrief%'",
                                   NULL),
                   ==, 0);
}

/* --- Times */

static void
set_time (Fixture *fixture, int nth, const char *text)
{
  GtkWidget *times = find (fixture, "QhDebriefTimes", 0);
  GtkWidget *row = find_nth (times, "AdwEntryRow", &nth);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

static void
test_times (Fixture *fixture, gconstpointer data)
{
  set_time (fixture, 0, "8:02");
  g_assert_cmpint (fixture->meeting->began, ==, instant ("2026-11-20T08:02:00Z"));
  set_time (fixture, 1, "8:01");
  g_assert_cmpint (fixture->meeting->ended, ==, QH_NONE);
  g_assert_true (says (fixture->page, "cannot end before it began"));
  choose (fixture, 0, 1);
  done (fixture);
  g_assert_cmpint (fixture->meeting->status, ==, QH_MEETING_STATUS_DRAFT);
  set_time (fixture, 1, "8:02");
  g_assert_cmpint (fixture->meeting->ended, ==, instant ("2026-11-20T08:02:00Z"));
  g_assert_false (says (fixture->page, "cannot end before it began"));
  set_time (fixture, 1, "later");
  g_assert_true (says (fixture->page, "Write the time like"));
  g_assert_cmpint (fixture->meeting->ended, ==, instant ("2026-11-20T08:02:00Z"));
  set_time (fixture, 1, "");
  g_assert_cmpint (fixture->meeting->ended, ==, QH_NONE);
}

/* --- Strips */

static void
assert_lengths (Fixture *fixture, const char *expected)
{
  g_autoptr (QhPlan) plan =
      qh_store_load_plan (fixture->store, QH_RECORD (fixture->meeting)->id, NULL);
  g_autofree char *lengths = qh_debrief_strips_describe (plan);

  g_assert_cmpstr (lengths, ==, expected);
}

static void
test_lengths (Fixture *fixture, gconstpointer data)
{
  assert_lengths (fixture, "Planned 4 min. What each segment took is not known.");
  add_segment (fixture, QH_SEGMENT_KIND_CLOSE, 60, 300);
  assert_lengths (fixture, "Planned 5 min, and so it was.");
  add_segment (fixture, QH_SEGMENT_KIND_CLOSE, 0, 30);
  assert_lengths (fixture, "Planned 5 min, took 5:30 min: 30 s more.");
  add_segment (fixture, QH_SEGMENT_KIND_CLOSE, 60, QH_NONE);
  assert_lengths (fixture, "Planned 6 min, took 5:30 min: 30 s less.");
}

static void
test_no_segments (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) segments =
      qh_store_select (fixture->store, &qh_segment_entity, "", NULL, NULL);

  g_assert_true (qh_store_delete (fixture->store, segments->pdata[0], NULL));
  assert_lengths (fixture, "The plan had no segments.");
  g_assert_true (says (fixture->page, "The plan had no segments."));
  choose (fixture, 0, 3);
  done (fixture);
  g_assert_cmpint (fixture->meeting->status, ==, QH_MEETING_STATUS_DEBRIEFED);
}

/* --- Caught */

static void
test_caught (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhPromise) promise = qh_promise_new ();

  g_assert_true (says (fixture->page, "Nothing was caught"));
  qh_record_set_string (QH_RECORD (promise), "client", QH_RECORD (fixture->client)->id);
  qh_record_set_string (QH_RECORD (promise), "what", "Send the chart");
  qh_record_set_string (QH_RECORD (promise), "made", "2026-11-20");
  save (fixture, promise);
  g_assert_false (says (fixture->page, "Nothing was caught"));
  g_assert_true (says (fixture->page, "Send the chart"));
  qh_date_button_set_date (
      QH_DATE_BUTTON (find_nth (find (fixture, "QhDebriefCaught", 0), "QhDateButton", &(int){ 0 })),
      "2026-11-27");
  g_assert_cmpstr (promise->due, ==, "2026-11-27");
}

/* His words too, and a line that is typed only now. */
static void
test_caught_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRemark) remark = qh_remark_new ();

  qh_record_set_string (QH_RECORD (remark), "client", QH_RECORD (fixture->client)->id);
  qh_record_set_string (QH_RECORD (remark), "words", "Too many invoices");
  qh_record_set_string (QH_RECORD (remark), "said", "2026-11-20");
  save (fixture, remark);
  g_assert_true (says (fixture->page, "Too many invoices"));
  g_assert_false (says (fixture->page, "Nothing was caught"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  qh_ui_register_resource ();
  adw_init ();
#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/debrief/choices", test_choices);
  ADD ("/debrief/let-go", test_let_go);
  ADD ("/debrief/done", test_done);
  ADD ("/debrief/nothing-said", test_nothing_said);
  ADD ("/debrief/not-given", test_not_given);
  ADD ("/debrief/given-already", test_given_already);
  ADD ("/debrief/next", test_next);
  ADD ("/debrief/half", test_half);
  ADD ("/debrief/times", test_times);
  ADD ("/debrief/lengths", test_lengths);
  ADD ("/debrief/no-segments", test_no_segments);
  ADD ("/debrief/caught", test_caught);
  ADD ("/debrief/caught-words", test_caught_words);
  return g_test_run ();
}
