/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The queue takes in a folder while the window goes on, and plans are laid beside each other. */
#include "exchange/qh-meeting-export.h"
#include "qh-application.h"
#include "reviews/qh-across-page.h"
#include "reviews/qh-received-plan-row.h"
#include "reviews/qh-reviews-page.h"
#include "scratch.h"
#include "store/qh-review-queue.h"
#include "widgets/qh-watch-bar.h"

#define FILES 230
#define PATIENCE (30 * G_TIME_SPAN_SECOND)
#define NARROW 360

typedef struct {
  char *folder;
  QhStore *store;
} Fixture;

static QhStore *
open_store (void)
{
  QhClock clock = qh_clock_system ();

  return qh_store_open (":memory:", QH_STORE_CREATE, &clock, NULL);
}

static void
save (QhStore *store, QhRecord *record)
{
  g_autoptr (GError) error = NULL;

  qh_store_save (store, record, &error);
  g_assert_no_error (error);
}

/* Plans with one output each two of which are for different clients. */
static void
write_plans (const char *folder)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < FILES; i++) {
    g_autoptr (QhRecord) client = qh_record_new (&qh_client_entity);
    g_autoptr (QhRecord) meeting = qh_record_new (&qh_meeting_entity);
    g_autofree char *name = g_strdup_printf ("%03u.qhplan", i);
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *output = g_strdup_printf ("Output <%u> & so on", i / 2);
    qh_record_set_string (client, "name", name);
    save (store, client);
    qh_record_set_string (meeting, "client", client->id);
    qh_record_set_string (meeting, "output", output);
    save (store, meeting);
    qh_export_meeting (store, meeting->id, QH_FORMAT_PLAN, QH_EDITION_CLIENT, path, &error);
    g_assert_no_error (error);
  }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("qh-reviews-XXXXXX", NULL);
  fixture->store = open_store ();
  write_plans (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  scratch_remove (fixture->folder);
  g_free (fixture->folder);
  g_assert_finalize_object (fixture->store);
}

static gint64
count_plans (Fixture *fixture)
{
  return qh_store_count (fixture->store, "SELECT count(*) FROM received_plan", NULL);
}

static GtkWidget *
show (GtkWidget *page)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* The first below @widget of that type; NULL. */
static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
wait_until_over (GtkWidget *bar)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (gtk_widget_get_visible (gtk_widget_get_parent (bar))) {
    g_main_context_iteration (NULL, TRUE);
    g_assert_cmpint (g_get_monotonic_time (), <, end);
  }
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = qh_reviews_page_new (fixture->store);
  GtkWidget *window = show (page);
  GtkWidget *bar = find (page, QH_TYPE_WATCH_BAR);

  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (bar)));
  qh_reviews_page_open_folder (QH_REVIEWS_PAGE (page), fixture->folder);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (bar)));
  qh_reviews_page_open_folder (QH_REVIEWS_PAGE (page), fixture->folder); /* one at a time */
  wait_until_over (bar);
  g_assert_cmpint (count_plans (fixture), ==, FILES);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What came until then stays, and the rest comes when it is opened again. */
static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = qh_reviews_page_new (fixture->store);
  GtkWidget *window = show (page);
  GtkWidget *bar = find (page, QH_TYPE_WATCH_BAR);

  qh_reviews_page_open_folder (QH_REVIEWS_PAGE (page), fixture->folder);
  g_assert_true (gtk_widget_activate_action (page, "reviews.stop", NULL));
  wait_until_over (bar);
  g_assert_cmpint (count_plans (fixture), <, FILES);
  qh_reviews_page_open_folder (QH_REVIEWS_PAGE (page), fixture->folder);
  wait_until_over (bar);
  g_assert_cmpint (count_plans (fixture), ==, FILES);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_gone (gpointer page)
{
  return *(gpointer *)page == NULL;
}

/* The page goes while it works. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = qh_reviews_page_new (fixture->store);
  GtkWidget *window = show (page);

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *)&page);
  qh_reviews_page_open_folder (QH_REVIEWS_PAGE (page), fixture->folder);
  gtk_window_destroy (GTK_WINDOW (window));
  while (!is_gone (&page))
    g_main_context_iteration (NULL, TRUE);
}

/* The order that was chosen is there again, and is what "next" follows. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = show (qh_reviews_page_new (fixture->store));
  GtkWidget *page = gtk_window_get_child (GTK_WINDOW (window));
  g_autofree char *order = NULL;

  g_object_set (page, "order", "score", NULL);
  g_assert_cmpstr (qh_queue_get_order (fixture->store)->key, ==, "score");
  gtk_window_destroy (GTK_WINDOW (window));
  window = show (qh_reviews_page_new (fixture->store));
  g_object_get (gtk_window_get_child (GTK_WINDOW (window)), "order", &order, NULL);
  g_assert_cmpstr (order, ==, "score");
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_expanders (GtkWidget *widget)
{
  guint n = ADW_IS_EXPANDER_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_expanders (child);
  return n;
}

static guint
count_actions (GtkWidget *widget)
{
  guint n = ADW_IS_ACTION_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_actions (child);
  return n;
}

/* Some of many, and it stays narrow; what is under one comes when it is unfolded. */
static void
test_across (Fixture *fixture, gconstpointer data)
{
  GtkWidget *reviews = qh_reviews_page_new (fixture->store);
  GtkWidget *window = show (reviews);
  GtkWidget *page, *row;
  int least;
  guint before;

  qh_reviews_page_open_folder (QH_REVIEWS_PAGE (reviews), fixture->folder);
  wait_until_over (find (reviews, QH_TYPE_WATCH_BAR));
  page = qh_across_page_new (fixture->store);
  gtk_window_set_child (GTK_WINDOW (window), page);
  while (count_expanders (page) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_expanders (page), ==, 50);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, NARROW);
  row = find (page, ADW_TYPE_EXPANDER_ROW);
  before = count_actions (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_cmpuint (count_actions (row), ==, before + 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A review that came back: for a client of mine, by whom and how, as one row; a plan that came to
 * be reviewed stands before it. */
static void
test_came_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRecord) client = qh_record_new (&qh_client_entity);
  g_autoptr (QhRecord) meeting = qh_record_new (&qh_meeting_entity);
  g_autoptr (QhRecord) review = qh_record_new (&qh_review_entity);
  g_autofree char *subtitle = NULL;
  GtkWidget *page, *window, *row;
  const char *label;

  qh_record_set_string (client, "name", "Harbour Bakery");
  save (fixture->store, client);
  qh_record_set_string (meeting, "client", client->id);
  save (fixture->store, meeting);
  g_object_set (review, "meeting", meeting->id, "reviewer", "Jo Ward", "decision",
                QH_REVIEW_DECISION_DECLINED, "summary", "Ask him first", "at", (gint64)0,
                "revision", (gint64)2, NULL);
  save (fixture->store, review);
  page = qh_reviews_page_new (fixture->store);
  window = show (page);
  while (!(row = find (page, QH_TYPE_RECEIVED_PLAN_ROW)))
    g_main_context_iteration (NULL, TRUE);
  label = qh_row_get_label (QH_ROW (row));
  g_assert_nonnull (strstr (label, "Harbour Bakery"));
  g_assert_nonnull (strstr (label, "Jo Ward"));
  g_assert_nonnull (strstr (label, "revision 2"));
  g_assert_nonnull (strstr (label, "Ask him first"));
  g_assert_nonnull (strstr (label, "Declined"));
  g_object_get (page, "subtitle", &subtitle, NULL);
  g_assert_cmpstr (subtitle, ==, "0 waiting · 1 came back · 0 reviewed");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  qh_ui_register_resource ();
  adw_init ();
  g_test_add ("/reviews/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/reviews/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  g_test_add ("/reviews/left", Fixture, NULL, set_up, test_left, tear_down);
  g_test_add ("/reviews/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/reviews/across", Fixture, NULL, set_up, test_across, tear_down);
  g_test_add ("/reviews/came-back", Fixture, NULL, set_up, test_came_back, tear_down);
  return g_test_run ();
}
