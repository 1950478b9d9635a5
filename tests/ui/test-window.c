/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window over the sample territory: its places, its deck, undo, and what it says. */
#include "exchange/qh-sample.h"
#include "qh-application.h"
#include "qh-follow.h"
#include "qh-place-row.h"
#include "qh-report.h"
#include "qh-window.h"
#include "start/qh-trouble-window.h"
#include "store/qh-runs.h"
#include "widgets/qh-text-field.h"

/* The narrowest window, in pixels. */
#define NARROW 360
/* How long something may take to be seen. */
#define PATIENCE (20 * G_TIME_SPAN_SECOND)

/* One for all tests: a second one could not stand on the bus beside it. */
static GtkApplication *application;

typedef struct {
  QhStore *store;
  QhWindow *window;
} Fixture;

static void
fixture_start (Fixture *fixture, gconstpointer sample)
{
  QhClock clock = qh_clock_system ();
  g_autoptr (GError) error = NULL;

  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  if (GPOINTER_TO_INT (sample))
    g_assert_true (qh_sample_fill (fixture->store, &error));
  fixture->window = qh_window_new (application, fixture->store);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
fixture_end (Fixture *fixture, gconstpointer sample)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->store);
}

static void
activate (Fixture *fixture, const char *action, const char *argument)
{
  g_assert_true (
      argument ? gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "s", argument)
               : gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  settle ();
}

/* The first widget of type @name below @widget that can be seen; NULL when there is none. */
static GtkWidget *
find (GtkWidget *widget, const char *name)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), name))
    return gtk_widget_get_mapped (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, name);
    if (found)
      return found;
  }
  return NULL;
}

/* Turns the main loop until @name is seen, or is not. */
static void
await (Fixture *fixture, const char *name, gboolean is_seen)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  while ((find (GTK_WIDGET (fixture->window), name) != NULL) != is_seen) {
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    g_main_context_iteration (NULL, FALSE);
  }
}

static char *
get_any_id (QhStore *store, const QhEntity *entity)
{
  g_autoptr (GPtrArray) records =
      qh_store_select (store, entity, "ORDER BY id LIMIT 1", NULL, NULL);

  return g_strdup (QH_RECORD (g_ptr_array_index (records, 0))->id);
}

static void
test_empty_store (Fixture *fixture, gconstpointer sample)
{
  await (fixture, "QhWelcomePage", TRUE);
  activate (fixture, "win.page", "clients");
  await (fixture, "QhWelcomePage", FALSE);
  await (fixture, "QhClientsPage", TRUE);
}

static void
test_places (Fixture *fixture, gconstpointer sample)
{
  await (fixture, "QhTodayPage", TRUE);
  activate (fixture, "win.page", "clients");
  await (fixture, "QhClientsPage", TRUE);
  await (fixture, "QhTodayPage", FALSE);
  activate (fixture, "win.page", "meetings");
  await (fixture, "QhMeetingsPage", TRUE);
}

/* Shift+Tab leads out of every place, back to the sidebar. */
static void
test_back_out (Fixture *fixture, gconstpointer sample)
{
  static const char *const places[] = { "today",    "meetings",    "clients", "content", "friction",
                                        "promises", "contact-log", "reviews", "insights" };
  GtkWidget *window = GTK_WIDGET (fixture->window);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    GtkWidget *focus = NULL;
    guint steps = 0;

    activate (fixture, "win.page", places[i]);
    do {
      gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      if (steps++ == 100)
        g_error ("%s does not let go of the focus", places[i]);
    } while (!focus || !gtk_widget_get_ancestor (focus, qh_place_row_get_type ()));
  }
}

/* From a place to a client, to a meeting, and back the same way. */
static void
test_deck (Fixture *fixture, gconstpointer sample)
{
  g_autofree char *client = get_any_id (fixture->store, &qh_client_entity);
  g_autofree char *meeting = get_any_id (fixture->store, &qh_meeting_entity);

  settle ();
  activate (fixture, "win.open-client", client);
  await (fixture, "QhClientPage", TRUE);
  activate (fixture, "win.open-meeting", meeting);
  await (fixture, "QhDesignerPage", TRUE);
  activate (fixture, "win.back", NULL);
  await (fixture, "QhClientPage", TRUE);
  activate (fixture, "win.back", NULL);
  await (fixture, "QhTodayPage", TRUE);
  await (fixture, "QhClientPage", FALSE);
}

/* The page of a client goes with him. */
/* A page is left, and before it has gone another is opened, as when one plan after another is
 * reviewed. */
static void
test_deck_in_motion (Fixture *fixture, gconstpointer sample)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autofree char *client = get_any_id (fixture->store, &qh_client_entity);
  g_autofree char *meeting = get_any_id (fixture->store, &qh_meeting_entity);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  activate (fixture, "win.page", "clients");
  activate (fixture, "win.open-client", client);
  await (fixture, "QhClientPage", TRUE);
  await (fixture, "QhClientsPage", FALSE);
  gtk_widget_activate_action (window, "win.close-page", "s", client);
  gtk_widget_activate_action (window, "win.open-meeting", "s", meeting);
  await (fixture, "QhDesignerPage", TRUE);
  await (fixture, "QhClientPage", FALSE);
  gtk_widget_activate_action (window, "win.close-page", "s", meeting);
  await (fixture, "QhDesignerPage", FALSE);
  await (fixture, "QhClientsPage", TRUE);
}

static void
test_client_goes (Fixture *fixture, gconstpointer sample)
{
  g_autoptr (QhClient) client = qh_client_new ();
  g_autoptr (GError) error = NULL;

  settle ();
  qh_record_set_string (QH_RECORD (client), "name", "Somebody new");
  g_assert_true (qh_store_save (fixture->store, QH_RECORD (client), &error));
  activate (fixture, "win.open-client", QH_RECORD (client)->id);
  await (fixture, "QhClientPage", TRUE);
  activate (fixture, "win.undo", NULL);
  await (fixture, "QhClientPage", FALSE);
  await (fixture, "QhTodayPage", TRUE);
}

/* Undo and redo are there when there is something to undo or redo. */
static void
test_undo (Fixture *fixture, gconstpointer sample)
{
  g_autoptr (QhClient) client = qh_client_new ();
  g_autoptr (GError) error = NULL;
  const char *count = "SELECT count(*) FROM client";

  activate (fixture, "win.page", "clients");
  qh_record_set_string (QH_RECORD (client), "name", "Somebody new");
  g_assert_true (qh_store_save (fixture->store, QH_RECORD (client), &error));
  g_assert_cmpint (qh_store_count (fixture->store, count, NULL), ==, 1);
  activate (fixture, "win.undo", NULL);
  g_assert_cmpint (qh_store_count (fixture->store, count, NULL), ==, 0);
  activate (fixture, "win.redo", NULL);
  g_assert_cmpint (qh_store_count (fixture->store, count, NULL), ==, 1);
}

/* What passes is a toast; what stays true is a banner, until something can be saved again. */
static void
test_errors (Fixture *fixture, gconstpointer sample)
{
  g_autoptr (QhClient) client = qh_client_new ();
  g_autoptr (GError) full =
      g_error_new_literal (QH_ERROR, QH_ERROR_FULL, "There is no room on the disk.");
  g_autoptr (GError) refused = g_error_new_literal (QH_ERROR, QH_ERROR_REFUSED, "Not <now>.");
  g_autoptr (GError) error = NULL;
  GtkRevealer *revealer;

  activate (fixture, "win.page", "clients");
  qh_report_error (GTK_WIDGET (fixture->window), refused);
  await (fixture, "AdwToastWidget", TRUE);
  g_assert_null (find (GTK_WIDGET (fixture->window), "QhBanner"));
  qh_report_error (GTK_WIDGET (fixture->window), full);
  await (fixture, "QhBanner", TRUE);
  revealer =
      GTK_REVEALER (gtk_widget_get_first_child (find (GTK_WIDGET (fixture->window), "QhBanner")));
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  qh_record_set_string (QH_RECORD (client), "name", "Somebody new");
  g_assert_true (qh_store_save (fixture->store, QH_RECORD (client), &error));
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
}

static void
save_client (Fixture *fixture, const char *name)
{
  g_autoptr (QhClient) client = qh_client_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_string (QH_RECORD (client), "name", name);
  g_assert_true (qh_store_save (fixture->store, QH_RECORD (client), &error));
}

/* The button of a toast speaks of the newest change: the toast goes when another one comes. */
static void
test_toast_goes (Fixture *fixture, gconstpointer sample)
{
  activate (fixture, "win.page", "clients");
  save_client (fixture, "First");
  qh_report (GTK_WIDGET (fixture->window), "First saved", TRUE);
  await (fixture, "AdwToastWidget", TRUE);
  save_client (fixture, "Second");
  await (fixture, "AdwToastWidget", FALSE);
  activate (fixture, "win.undo", NULL);
  await (fixture, "AdwToastWidget", TRUE);
  activate (fixture, "win.redo", NULL);
  await (fixture, "AdwToastWidget", FALSE);
}

static int
get_marked (Fixture *fixture)
{
  GtkWidget *row = find (GTK_WIDGET (fixture->window), "QhPlaceRow");
  GtkListBoxRow *marked =
      gtk_list_box_get_selected_row (GTK_LIST_BOX (gtk_widget_get_parent (row)));

  return marked ? gtk_list_box_row_get_index (marked) : -1;
}

/* The sidebar marks what is shown, wherever it was opened. */
static void
test_marked_place (Fixture *fixture, gconstpointer sample)
{
  g_autofree char *client = get_any_id (fixture->store, &qh_client_entity);
  g_autofree char *item = get_any_id (fixture->store, &qh_content_entity);

  await (fixture, "QhTodayPage", TRUE);
  g_assert_cmpint (get_marked (fixture), ==, 0);
  activate (fixture, "win.open-client", client);
  g_assert_cmpint (get_marked (fixture), ==, 2);
  activate (fixture, "win.back", NULL);
  g_assert_cmpint (get_marked (fixture), ==, 0);
  activate (fixture, "win.open-item", item);
  g_assert_cmpint (get_marked (fixture), ==, 3);
  activate (fixture, "win.open-ledger", item);
  g_assert_cmpint (get_marked (fixture), ==, 3);
}

static char *
get_id (QhStore *store, const QhEntity *entity, const char *tail)
{
  g_autoptr (GPtrArray) records = qh_store_select (store, entity, tail, NULL, NULL);

  return g_strdup (QH_RECORD (g_ptr_array_index (records, 0))->id);
}

/* A debrief stays with Today where the day asked for it, and belongs to the meetings elsewhere. */
static void
test_marked_debrief (Fixture *fixture, gconstpointer sample)
{
  g_autofree char *meeting =
      get_id (fixture->store, &qh_meeting_entity, "WHERE status = 'debriefed' LIMIT 1");

  await (fixture, "QhTodayPage", TRUE);
  activate (fixture, "win.debrief", meeting);
  await (fixture, "QhDebriefPage", TRUE);
  g_assert_cmpint (get_marked (fixture), ==, 0);
  activate (fixture, "win.back", NULL);
  await (fixture, "QhTodayPage", TRUE);
  g_assert_cmpint (get_marked (fixture), ==, 0);
  activate (fixture, "win.page", "clients");
  activate (fixture, "win.debrief", meeting);
  await (fixture, "QhDebriefPage", TRUE);
  g_assert_cmpint (get_marked (fixture), ==, 1);
}

static AdwMessageDialog *
find_question (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GObject) window = g_list_model_get_item (windows, i);
    if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
      return ADW_MESSAGE_DIALOG (window);
  }
  return NULL;
}

static void
close_and_keep (Fixture *fixture)
{
  AdwMessageDialog *question;

  gtk_window_close (GTK_WINDOW (fixture->window));
  settle ();
  question = find_question ();
  g_assert_nonnull (question);
  gtk_window_close (GTK_WINDOW (question));
  settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
}

/* However often the window is closed, what cannot be saved is not lost without a word. */
static void
test_close_unsaved (Fixture *fixture, gconstpointer sample)
{
  g_autofree char *meeting = get_any_id (fixture->store, &qh_meeting_entity);
  sqlite3 *db = qh_store_get_db (fixture->store);
  const char *count = "SELECT count(*) FROM meeting WHERE output = 'Not saved yet'";
  QhTextField *field;

  settle ();
  activate (fixture, "win.open-meeting", meeting);
  await (fixture, "QhTextField", TRUE);
  field = QH_TEXT_FIELD (find (GTK_WIDGET (fixture->window), "QhTextField"));
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (qh_text_field_get_view (field))), "Not saved yet",
      -1);
  sqlite3_exec (db, "PRAGMA query_only = ON", NULL, NULL, NULL);
  close_and_keep (fixture);
  close_and_keep (fixture);
  sqlite3_exec (db, "PRAGMA query_only = OFF", NULL, NULL, NULL);
  activate (fixture, "win.flush", NULL);
  g_assert_cmpint (qh_store_count (fixture->store, count, NULL), ==, 1);
}

static void
await_narrow (Fixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  gboolean narrow = FALSE;

  while (!narrow) {
    g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    g_main_context_iteration (NULL, FALSE);
    g_object_get (fixture->window, "narrow", &narrow, NULL);
  }
}

/* Every page, in its turn, leaves the window as narrow as it may be. */
static void
test_narrow (Fixture *fixture, gconstpointer sample)
{
  g_autofree char *client = get_any_id (fixture->store, &qh_client_entity);
  const struct {
    const char *action, *argument;
  } steps[] = { { "win.page", "today" },
                { "win.page", "meetings" },
                { "win.page", "clients" },
                { "win.open-client", client } };

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), NARROW, 600);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    GtkWidget *content = gtk_window_get_child (GTK_WINDOW (fixture->window));
    int least;
    activate (fixture, steps[i].action, steps[i].argument);
    await_narrow (fixture);
    gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    g_assert_cmpint (least, <=, NARROW);
  }
}

static guint
count_suggested (GtkWidget *widget)
{
  guint n =
      gtk_widget_get_visible (widget) && gtk_widget_has_css_class (widget, "suggested-action");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n += count_suggested (child);
  return n;
}

static GtkWindow *
find_window (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
    if (g_str_equal (G_OBJECT_TYPE_NAME (window), type))
      return window;
  }
  return NULL;
}

static void
answer (const char *response)
{
  GtkWindow *dialog = find_window ("AdwMessageDialog");

  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  settle ();
}

static char *
add_meeting (QhStore *store)
{
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  g_autofree char *client = get_any_id (store, &qh_client_entity);

  qh_record_set_string (QH_RECORD (meeting), "client", client);
  g_assert_true (qh_store_save (store, QH_RECORD (meeting), NULL));
  return g_strdup (QH_RECORD (meeting)->id);
}

static gboolean
has_ended (QhStore *store, const char *meeting)
{
  const char *values[] = { meeting, NULL };

  return qh_store_count (store, "SELECT ended IS NOT NULL FROM meeting WHERE id = ?1", values) == 1;
}

/* What is to become of the meeting that is under way is asked before another begins. */
static void
test_second_run (Fixture *fixture, gconstpointer sample)
{
  g_autofree char *first = add_meeting (fixture->store);
  g_autofree char *second = add_meeting (fixture->store);
  g_autofree char *third = add_meeting (fixture->store);

  activate (fixture, "win.run", first);
  g_assert_null (find_window ("AdwMessageDialog"));
  g_assert_true (qh_runs_is_under_way (fixture->store, first));

  activate (fixture, "win.run", second);
  answer ("cancel");
  g_assert_false (qh_runs_is_under_way (fixture->store, second));

  activate (fixture, "win.run", second);
  answer ("go-on");
  g_assert_false (qh_runs_is_under_way (fixture->store, second));
  g_assert_false (has_ended (fixture->store, first));

  activate (fixture, "win.run", second);
  answer ("start");
  g_assert_true (qh_runs_is_under_way (fixture->store, first));
  g_assert_true (qh_runs_is_under_way (fixture->store, second));

  activate (fixture, "win.run", third);
  answer ("end");
  g_assert_true (qh_runs_is_under_way (fixture->store, third));
  g_assert_true (has_ended (fixture->store, first) != has_ended (fixture->store, second));
}

/* A damaged store without a backup: one way out is the first. */
static void
test_trouble (void)
{
  g_autoptr (GError) error = g_error_new_literal (QH_ERROR, QH_ERROR_DAMAGED, "It is damaged.");
  GtkWindow *window = qh_trouble_window_new (application, "/nowhere/quarterhour.db", error);

  gtk_window_present (window);
  settle ();
  g_assert_cmpuint (count_suggested (GTK_WIDGET (window)), ==, 1);
  gtk_window_destroy (window);
  settle ();
}

#define ADD(path, sample, function) \
  g_test_add (path, Fixture, GINT_TO_POINTER (sample), fixture_start, function, fixture_end)

/* --- What follows the store */

static void
count_call (gpointer widget)
{
  int calls = GPOINTER_TO_INT (g_object_get_data (widget, "calls"));

  g_object_set_data (widget, "calls", GINT_TO_POINTER (calls + 1));
}

static void
assert_calls (GtkWidget *widget, int calls)
{
  g_assert_cmpint (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "calls")), ==, calls);
}

static void
add_client (QhStore *store)
{
  g_autoptr (QhRecord) client = qh_record_new (&qh_client_entity);

  qh_record_set_string (client, "name", "Ferris");
  g_assert_true (qh_store_save (store, client, NULL));
}

/* Out of sight nothing is done, and then once for all; what it does not follow is nothing to it. */
static void
test_follow (Fixture *fixture, gconstpointer sample)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *stack = gtk_stack_new (), *clients = gtk_label_new ("a"),
            *promises = gtk_label_new ("b");

  gtk_stack_add_named (GTK_STACK (stack), clients, "clients");
  gtk_stack_add_named (GTK_STACK (stack), promises, "promises");
  gtk_window_set_child (GTK_WINDOW (window), stack);
  qh_follow (clients, fixture->store, QH_ENTITY_BIT (&qh_client_entity), count_call);
  qh_follow (promises, fixture->store, QH_ENTITY_BIT (&qh_promise_entity), count_call);
  gtk_window_present (GTK_WINDOW (window));
  assert_calls (clients, 1);
  g_assert_true (gtk_widget_get_mapped (clients));
  add_client (fixture->store);
  assert_calls (clients, 2);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "promises");
  g_assert_false (gtk_widget_get_mapped (clients));
  add_client (fixture->store);
  add_client (fixture->store);
  assert_calls (clients, 2);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "clients");
  assert_calls (clients, 3);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "promises");
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "clients");
  assert_calls (clients, 3);
  assert_calls (promises, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  add_client (fixture->store);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (
      adw_application_new ("io.github.quarterhour.Quarterhour.Test", G_APPLICATION_NON_UNIQUE));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  qh_ui_register_resource ();
  ADD ("/window/empty-store", FALSE, test_empty_store);
  ADD ("/window/places", TRUE, test_places);
  ADD ("/window/back-out", TRUE, test_back_out);
  ADD ("/window/deck", TRUE, test_deck);
  ADD ("/window/deck-in-motion", TRUE, test_deck_in_motion);
  ADD ("/window/client-goes", TRUE, test_client_goes);
  ADD ("/window/undo", FALSE, test_undo);
  ADD ("/window/errors", FALSE, test_errors);
  ADD ("/window/toast-goes", FALSE, test_toast_goes);
  ADD ("/window/marked-place", TRUE, test_marked_place);
  ADD ("/window/marked-debrief", TRUE, test_marked_debrief);
  ADD ("/window/close-unsaved", TRUE, test_close_unsaved);
  ADD ("/window/narrow", TRUE, test_narrow);
  ADD ("/window/follow", FALSE, test_follow);
  ADD ("/window/second-run", TRUE, test_second_run);
  g_test_add_func ("/window/trouble", test_trouble);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
