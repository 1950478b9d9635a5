/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Today page: what it lists, that a row stays a row, what an empty day says, and that nothing
 * is read while it is out of sight. */
#include "qh-application.h"
#include "today/qh-today-page.h"
#include "widgets/qh-figures.h"
#include "widgets/qh-row.h"
#include <string.h>

#define NOW "2026-11-20T09:00:00Z"

/* Of each section no more are shown than this. */
#define SHOWN_AT_MOST 12

typedef struct {
  QhStore *store;
  QhClient *client;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

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

static QhMeeting *
add_meeting (Fixture *fixture, const char *start)
{
  QhMeeting *meeting = qh_meeting_new ();

  qh_record_set_string (QH_RECORD (meeting), "client", QH_RECORD (fixture->client)->id);
  qh_record_set_string (QH_RECORD (meeting), "title", start);
  qh_record_set_int (QH_RECORD (meeting), "start", instant (start));
  save (fixture, meeting);
  return meeting;
}

static void
add_promise (Fixture *fixture, const char *due)
{
  g_autoptr (QhPromise) promise = qh_promise_new ();

  qh_record_set_string (QH_RECORD (promise), "what", "Send the chart");
  qh_record_set_string (QH_RECORD (promise), "made", "2026-11-01");
  qh_record_set_string (QH_RECORD (promise), "due", due);
  save (fixture, promise);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  QhClock clock = qh_clock_fixed (instant (NOW), NULL);

  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, NULL);
  fixture->client = qh_client_new ();
  qh_record_set_string (QH_RECORD (fixture->client), "name", "Ferris");
  save (fixture, fixture->client);
  fixture->window = gtk_window_new ();
  fixture->page = qh_today_page_new (fixture->store);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (fixture->page))
    g_main_context_iteration (NULL, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *)&page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (page);
  g_object_unref (fixture->client);
  g_assert_finalize_object (fixture->store);
}

/* The @nth widget of type @name below @widget, from 0, that can be seen. */
static GtkWidget *
find_nth (GtkWidget *widget, const char *name, int *nth)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
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
  return find_nth (fixture->page, name, &nth);
}

static guint
count (Fixture *fixture, const char *name)
{
  guint n = 0;

  while (find (fixture, name, (int)n))
    n++;
  return n;
}

/* --- What is listed */

static void
test_sections (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) today = add_meeting (fixture, "2026-11-20T10:00:00Z");

  g_assert_cmpuint (count (fixture, "QhTodayGroup"), ==, 1);
  g_assert_cmpuint (count (fixture, "QhTodayMeeting"), ==, 1);
  g_object_unref (add_meeting (fixture, "2026-11-21T10:00:00Z"));
  g_object_unref (add_meeting (fixture, "2026-11-19T10:00:00Z"));
  add_promise (fixture, "2026-11-20");
  g_assert_cmpuint (count (fixture, "QhTodayGroup"), ==, 4);
  g_assert_cmpuint (count (fixture, "QhTodayMeeting"), ==, 2);
  g_assert_cmpuint (count (fixture, "QhTodayRow"), ==, 2);
  g_assert_cmpuint (qh_today_page_count (fixture->store), ==, 3);
  qh_record_set_int (QH_RECORD (today), "status", QH_MEETING_STATUS_CANCELLED);
  save (fixture, today);
  g_assert_cmpuint (count (fixture, "QhTodayGroup"), ==, 3);
  g_assert_cmpuint (qh_today_page_count (fixture->store), ==, 2);
}

/* What blocks a plan stands under it as soon as it is known, and goes when it is mended. */
static void
test_blocking (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = add_meeting (fixture, "2026-11-20T10:00:00Z");
  GtkWidget *row = find (fixture, "QhTodayMeeting", 0);
  GtkWidget *blocking =
      gtk_widget_get_prev_sibling (gtk_widget_get_last_child (gtk_widget_get_first_child (row)));

  while (!gtk_widget_get_visible (blocking))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (blocking)), !=, "");
  g_assert_nonnull (
      strstr (qh_row_get_label (QH_ROW (row)), gtk_label_get_label (GTK_LABEL (blocking))));
  qh_record_set_string (QH_RECORD (meeting), "output", "A list of the empty chairs");
  save (fixture, meeting);
  while (gtk_widget_get_visible (blocking))
    g_main_context_iteration (NULL, TRUE);
}

/* A meeting without a plan is offered one, until it has a segment. */
static void
test_compose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = add_meeting (fixture, "2026-11-20T10:00:00Z");
  g_autoptr (QhRecord) segment = qh_record_new (&qh_segment_entity);
  GtkWidget *row = find (fixture, "QhTodayMeeting", 0);
  GtkWidget *compose = gtk_widget_get_last_child (gtk_widget_get_first_child (row));

  g_assert_true (GTK_IS_BUTTON (compose));
  while (!gtk_widget_get_visible (compose))
    g_main_context_iteration (NULL, TRUE);
  g_object_set (segment, "meeting", QH_RECORD (meeting)->id, "position", (gint64)0, "kind",
                QH_SEGMENT_KIND_OPEN, "seconds", (gint64)60, "title", "His words", NULL);
  save (fixture, segment);
  while (gtk_widget_get_visible (compose))
    g_main_context_iteration (NULL, TRUE);
}

/* An edit keeps the rows, and with them the focus. */
static void
test_rows_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = add_meeting (fixture, "2026-11-20T10:00:00Z");
  GtkWidget *row = find (fixture, "QhTodayMeeting", 0);

  qh_record_set_string (QH_RECORD (meeting), "output", "A list");
  save (fixture, meeting);
  g_object_unref (add_meeting (fixture, "2026-11-20T11:00:00Z"));
  g_assert_true (find (fixture, "QhTodayMeeting", 0) == row);
  g_assert_cmpuint (count (fixture, "QhTodayMeeting"), ==, 2);
}

/* Of many the first are shown, and how many there are. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < SHOWN_AT_MOST + 3; i++)
    add_promise (fixture, "2026-11-20");
  settle ();
  g_assert_cmpuint (count (fixture, "QhTodayRow"), <=, SHOWN_AT_MOST);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (
                       find_nth (find (fixture, "QhTodayGroup", 0), "GtkButton", &(int){ 0 }))),
                   ==, "Show All 15");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count (fixture, "QhTodayGroup"), ==, 0);
  g_assert_nonnull (find (fixture, "AdwStatusPage", 0));
  g_object_unref (add_meeting (fixture, "2026-11-20T10:00:00Z"));
  g_assert_cmpuint (count (fixture, "QhTodayGroup"), ==, 1);
  g_assert_true (qh_store_undo (fixture->store, NULL, NULL));
  g_assert_cmpuint (count (fixture, "QhTodayGroup"), ==, 0);
}

/* --- Out of sight */

static void
test_out_of_sight (Fixture *fixture, gconstpointer data)
{
  g_object_unref (add_meeting (fixture, "2026-11-20T10:00:00Z"));
  gtk_widget_set_visible (fixture->page, FALSE);
  g_object_unref (add_meeting (fixture, "2026-11-20T11:00:00Z"));
  gtk_widget_set_visible (fixture->page, TRUE);
  settle ();
  g_assert_cmpuint (count (fixture, "QhTodayMeeting"), ==, 2);
}

/* A cache at rest works nothing out; afterwards it does what it has missed. */
static void
test_resting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = add_meeting (fixture, "2026-11-20T10:00:00Z");
  g_autoptr (QhFiguresCache) cache = qh_figures_cache_new (fixture->store);
  g_autoptr (QhFigures) figures = qh_figures_cache_get (cache, QH_RECORD (meeting)->id);
  int before;

  qh_figures_cache_settle (cache);
  before = qh_figures_get_score (figures);
  qh_figures_cache_set_resting (cache, TRUE);
  qh_record_set_string (QH_RECORD (meeting), "output", "A list of the empty chairs");
  save (fixture, meeting);
  qh_figures_cache_settle (cache);
  g_assert_cmpint (qh_figures_get_score (figures), ==, before);
  qh_figures_cache_set_resting (cache, FALSE);
  qh_figures_cache_settle (cache);
  g_assert_cmpint (qh_figures_get_score (figures), >, before);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  qh_ui_register_resource ();
  adw_init ();
#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/today-page/sections", test_sections);
  ADD ("/today-page/blocking", test_blocking);
  ADD ("/today-page/compose", test_compose);
  ADD ("/today-page/rows-stay", test_rows_stay);
  ADD ("/today-page/many", test_many);
  ADD ("/today-page/empty", test_empty);
  ADD ("/today-page/out-of-sight", test_out_of_sight);
  ADD ("/today-page/resting", test_resting);
  return g_test_run ();
}
