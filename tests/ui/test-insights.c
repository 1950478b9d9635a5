/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Insights: every picture has its card, and a change shows in its place. */
#include "exchange/qh-sample.h"
#include "insights/qh-insight-card.h"
#include "insights/qh-insight-filter.h"
#include "insights/qh-insights-page.h"
#include "insights/qh-picture-table.h"
#include "qh-application.h"

typedef struct {
  QhStore *store;
  GtkWidget *window, *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer is_empty)
{
  QhClock clock = qh_clock_system ();
  g_autoptr (GError) error = NULL;

  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  if (!is_empty)
    g_assert_true (qh_sample_fill (fixture->store, &error));
  fixture->window = gtk_window_new ();
  fixture->page = qh_insights_page_new (fixture->store);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (fixture->page))
    g_main_context_iteration (NULL, TRUE);
  qh_insights_page_settle (QH_INSIGHTS_PAGE (fixture->page));
}

static void
tear_down (Fixture *fixture, gconstpointer is_empty)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->store);
}

/* The widgets of @type below @widget. */
static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (GtkWidget *widget, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);
  return found;
}

static QhInsightCard *
get_card (Fixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) cards = find_all (fixture->page, QH_TYPE_INSIGHT_CARD);

  for (guint i = 0; i < cards->len; i++)
    if (g_str_equal (qh_insight_card_get_picture (cards->pdata[i])->id, id))
      return cards->pdata[i];
  g_error ("there is no card %s", id);
}

static void
test_cards (Fixture *fixture, gconstpointer is_empty)
{
  g_autoptr (GPtrArray) cards = find_all (fixture->page, QH_TYPE_INSIGHT_CARD);
  g_autofree char *subtitle = NULL;

  g_assert_cmpuint (cards->len, ==, 16);
  g_object_get (fixture->page, "subtitle", &subtitle, NULL);
  g_assert_nonnull (strstr (subtitle, " – "));
}

/* A list is its table; of other pictures it is made when it is asked for. */
static void
test_tables (Fixture *fixture, gconstpointer is_empty)
{
  QhInsightCard *list = get_card (fixture, "exclusives"), *drawn = get_card (fixture, "times");
  g_autoptr (GPtrArray) of_list = find_all (GTK_WIDGET (list), QH_TYPE_PICTURE_TABLE);
  g_autoptr (GPtrArray) before = find_all (GTK_WIDGET (drawn), QH_TYPE_PICTURE_TABLE);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpuint (of_list->len, ==, 1);
  g_assert_cmpuint (before->len, ==, 0);
  g_object_set (drawn, "table-shown", TRUE, NULL);
  after = find_all (GTK_WIDGET (drawn), QH_TYPE_PICTURE_TABLE);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_true (gtk_widget_get_mapped (after->pdata[0]));
  g_object_set (drawn, "table-shown", FALSE, NULL);
  g_assert_false (gtk_widget_get_mapped (after->pdata[0]));
}

/* The card that was there shows the other numbers. */
static void
test_change (Fixture *fixture, gconstpointer is_empty)
{
  QhInsightCard *card = get_card (fixture, "friction-touchpoints");
  gint64 before = qh_insight_card_get_picture (card)->n;
  g_autoptr (QhRecord) friction = qh_record_new (&qh_friction_entity);
  g_autofree char *today = qh_clock_today (qh_store_get_clock (fixture->store));
  g_autoptr (GError) error = NULL;

  qh_record_set_string (friction, "title", "Nobody answers");
  qh_record_set_string (friction, "reported", today);
  g_object_set (friction, "touchpoint", QH_TOUCHPOINT_PHONE, NULL);
  g_assert_true (qh_store_save (fixture->store, friction, &error));
  g_assert_no_error (error);
  g_assert_true (get_card (fixture, "friction-touchpoints") == card);
  g_assert_cmpint (qh_insight_card_get_picture (card)->n, ==, before + 1);
}

static void
test_empty (Fixture *fixture, gconstpointer is_empty)
{
  g_autoptr (GPtrArray) empty = find_all (fixture->page, ADW_TYPE_STATUS_PAGE);

  g_assert_cmpuint (empty->len, ==, 1);
  g_assert_true (gtk_widget_get_mapped (empty->pdata[0]));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  qh_ui_register_resource ();
  adw_init ();
  g_test_add ("/ui/insights/cards", Fixture, NULL, set_up, test_cards, tear_down);
  g_test_add ("/ui/insights/tables", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/ui/insights/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/ui/insights/empty", Fixture, "empty", set_up, test_empty, tear_down);
  return g_test_run ();
}
