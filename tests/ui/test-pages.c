/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page and dialog of the app is made over the sample territory, and fits where it must. */
#include "base/qh-id.h"
#include "clients/qh-client-page.h"
#include "clients/qh-clients-page.h"
#include "clients/qh-contact-details.h"
#include "clients/qh-remark-details.h"
#include "contact-log/qh-contact-entry-page.h"
#include "contact-log/qh-contact-log-page.h"
#include "contact-log/qh-upgrade-dialog.h"
#include "content/qh-copy-dialog.h"
#include "content/qh-hand-over-dialog.h"
#include "content/qh-item-page.h"
#include "content/qh-ledger-page.h"
#include "content/qh-library-page.h"
#include "debrief/qh-debrief-page.h"
#include "designer/qh-designer-page.h"
#include "dialogs/qh-new-client-dialog.h"
#include "dialogs/qh-new-item-dialog.h"
#include "dialogs/qh-new-meeting-dialog.h"
#include "dialogs/qh-preferences-window.h"
#include "dialogs/qh-team-folder-dialog.h"
#include "exchange/qh-meeting-export.h"
#include "exchange/qh-sample.h"
#include "friction/qh-friction-dialog.h"
#include "friction/qh-friction-page.h"
#include "friction/qh-frictions-page.h"
#include "friction/qh-new-friction-dialog.h"
#include "housekeeping/qh-housekeeping-dialog.h"
#include "housekeeping/qh-housekeeping-page.h"
#include "insights/qh-decision-dialog.h"
#include "insights/qh-insights-page.h"
#include "log/qh-log-window.h"
#include "meetings/qh-meetings-page.h"
#include "paper/qh-symbol.h"
#include "promises/qh-new-promise-dialog.h"
#include "promises/qh-promise-dialog.h"
#include "promises/qh-promise-page.h"
#include "promises/qh-promises-page.h"
#include "qh-application.h"
#include "reviews/qh-across-page.h"
#include "reviews/qh-received-plan-page.h"
#include "reviews/qh-reviews-page.h"
#include "search/qh-search-window.h"
#include "start/qh-welcome-page.h"
#include "today/qh-today-page.h"
#include "touchpoints/qh-check-dialog.h"
#include "touchpoints/qh-touchpoint-page.h"
#include "touchpoints/qh-touchpoints-page.h"
#include "trust/qh-events-page.h"
#include "trust/qh-trust-page.h"

/* The narrowest window, in pixels. */
#define NARROW 360

static QhStore *
build_store (void)
{
  QhClock clock = qh_clock_system ();
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  g_assert_true (qh_sample_fill (store, &error));
  g_assert_no_error (error);
  return store;
}

static QhRecord *
get_any (QhStore *store, const QhEntity *entity)
{
  g_autoptr (GPtrArray) records =
      qh_store_select (store, entity, "ORDER BY id LIMIT 1", NULL, NULL);

  g_assert_cmpuint (records->len, ==, 1);
  return g_object_ref (g_ptr_array_index (records, 0));
}

static GtkWidget *
build_client_page (QhStore *store)
{
  g_autoptr (QhRecord) client = get_any (store, &qh_client_entity);

  return qh_client_page_new (store, QH_CLIENT (client));
}

static GtkWidget *
build_item_page (QhStore *store)
{
  g_autoptr (QhRecord) item = get_any (store, &qh_content_entity);

  return qh_item_page_new (store, QH_CONTENT (item));
}

static GtkWidget *
build_ledger_page (QhStore *store)
{
  g_autoptr (QhRecord) item = get_any (store, &qh_content_entity);

  return qh_ledger_page_new (store, QH_CONTENT (item));
}

static GtkWidget *
build_friction_page (QhStore *store)
{
  g_autoptr (QhRecord) friction = get_any (store, &qh_friction_entity);

  return qh_friction_page_new (store, QH_FRICTION (friction));
}

static GtkWidget *
build_promise_page (QhStore *store)
{
  g_autoptr (QhRecord) promise = get_any (store, &qh_promise_entity);

  return qh_promise_page_new (store, QH_PROMISE (promise));
}

static GtkWidget *
build_events_page (QhStore *store)
{
  return qh_events_page_new (store, NULL, QH_TRUST_KEPT);
}

static GtkWidget *
build_touchpoint_page (QhStore *store)
{
  return qh_touchpoint_page_new (store, QH_TOUCHPOINT_PHONE);
}

static GtkWidget *
build_contact_entry_page (QhStore *store)
{
  g_autoptr (QhRecord) entry = get_any (store, &qh_contact_log_entity);

  return qh_contact_entry_page_new (store, QH_CONTACT_LOG (entry));
}

static GtkWidget *
build_remark_details (QhStore *store)
{
  g_autoptr (QhRecord) remark = get_any (store, &qh_remark_entity);

  return qh_remark_details_new (store, QH_REMARK (remark));
}

static GtkWidget *
build_contact_details (QhStore *store)
{
  g_autoptr (QhRecord) contact = get_any (store, &qh_contact_entity);

  return qh_contact_details_new (store, QH_CONTACT (contact));
}

static GtkWidget *
build_debrief_page (QhStore *store)
{
  g_autoptr (QhRecord) meeting = get_any (store, &qh_meeting_entity);

  return qh_debrief_page_new (store, QH_MEETING (meeting));
}

/* A page over @bytes (NULL: none) that came for @meeting. */
static GtkWidget *
build_received (QhStore *store, const char *meeting, GBytes *bytes)
{
  g_autoptr (QhReceivedPlan) plan = g_object_new (qh_received_plan_get_type (), NULL);
  g_autofree char *text =
      bytes ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (plan, "plan", meeting, "bytes", text, NULL);
  qh_store_save (store, QH_RECORD (plan), &error);
  g_assert_no_error (error);
  return qh_received_plan_page_new (store, plan);
}

/* One's own plan, as others get it. */
static GtkWidget *
build_received_plan_page (QhStore *store)
{
  g_autoptr (QhRecord) meeting = get_any (store, &qh_meeting_entity);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhExportSheet) prepared =
      qh_export_sheet_new (store, meeting->id, QH_EDITION_FULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = qh_sheet_write (&prepared->sheet, QH_FORMAT_PLAN, &error);
  g_assert_no_error (error);
  return build_received (store, meeting->id, bytes);
}

static GtkWidget *
build_unreadable_plan_page (QhStore *store)
{
  g_autoptr (QhRecord) meeting = get_any (store, &qh_meeting_entity);

  return build_received (store, meeting->id, NULL);
}

static const struct {
  const char *name;
  GtkWidget *(*build) (QhStore *store);
} pages[] = {
  { "today", qh_today_page_new },
  { "debrief", build_debrief_page },
  { "meetings", qh_meetings_page_new },
  { "clients", qh_clients_page_new },
  { "client", build_client_page },
  { "content", qh_library_page_new },
  { "item", build_item_page },
  { "ledger", build_ledger_page },
  { "frictions", qh_frictions_page_new },
  { "friction", build_friction_page },
  { "promises", qh_promises_page_new },
  { "promise", build_promise_page },
  { "reviews", qh_reviews_page_new },
  { "across", qh_across_page_new },
  { "insights", qh_insights_page_new },
  { "received-plan", build_received_plan_page },
  { "unreadable-plan", build_unreadable_plan_page },
  { "trust", qh_trust_page_new },
  { "trust-events", build_events_page },
  { "housekeeping", qh_housekeeping_page_new },
  { "touchpoints", qh_touchpoints_page_new },
  { "touchpoint", build_touchpoint_page },
  { "contact-log", qh_contact_log_page_new },
  { "contact-entry", build_contact_entry_page },
  { "remark-details", build_remark_details },
  { "contact-details", build_contact_details },
  { "welcome", qh_welcome_page_new },
};

static void
test_page (gconstpointer data)
{
  GtkWidget *(*build) (QhStore * store) = *(GtkWidget * (*const *)(QhStore *)) data;
  QhStore *store = build_store ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = build (store);
  int least;

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, NARROW);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *)&page);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (page);
  g_assert_finalize_object (store);
}

static void
check_dialog (GtkWindow *dialog)
{
  GtkWindow *gone = dialog;
  int least;

  /* The window itself has a shadow around it. */
  gtk_widget_measure (gtk_window_get_child (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  g_assert_cmpint (least, <=, NARROW);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&gone);
  gtk_window_destroy (dialog);
  g_assert_null (gone);
}

static void
test_dialogs (void)
{
  QhStore *store = build_store ();
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  g_autoptr (QhRecord) client = get_any (store, &qh_client_entity);
  g_autoptr (QhRecord) meeting = get_any (store, &qh_meeting_entity);
  g_autoptr (QhRecord) item = get_any (store, &qh_content_entity);
  g_autoptr (QhRecord) line = get_any (store, &qh_movement_entity);
  g_autoptr (QhRecord) friction = get_any (store, &qh_friction_entity);
  g_autoptr (QhRecord) task = get_any (store, &qh_housekeeping_entity);
  g_autoptr (QhRecord) promise = get_any (store, &qh_promise_entity);
  g_autoptr (QhRecord) check = get_any (store, &qh_touchpoint_check_entity);
  g_autoptr (QhRecord) entry = get_any (store, &qh_contact_log_entity);
  g_autoptr (QhTeamWatch) watch = qh_team_watch_new (store);

  check_dialog (qh_new_client_dialog_new (parent, store));
  check_dialog (qh_new_item_dialog_new (parent, store));
  for (int deed = QH_DEED_RESERVE; deed <= QH_DEED_WAIT; deed++)
    check_dialog (qh_copy_dialog_new (parent, store, QH_CONTENT (item), deed, QH_NONE, NULL));
  check_dialog (qh_hand_over_dialog_new (parent, store, QH_CONTENT (item)));
  check_dialog (qh_copy_dialog_new_for_line (parent, store, QH_CONTENT (item), QH_DEED_CORRECT,
                                             QH_MOVEMENT (line)));
  check_dialog (qh_new_meeting_dialog_new (parent, store, NULL, NULL));
  check_dialog (qh_new_meeting_dialog_new (parent, store, QH_CLIENT (client), NULL));
  check_dialog (
      qh_new_meeting_dialog_new (parent, store, QH_CLIENT (client), QH_MEETING (meeting)));
  check_dialog (qh_new_friction_dialog_new (parent, store));
  for (int step = QH_FRICTION_STEP_HAND_OVER; step <= QH_FRICTION_STEP_ACCEPT; step++)
    check_dialog (qh_friction_dialog_new (parent, store, QH_FRICTION (friction), step));
  check_dialog (qh_housekeeping_dialog_new (parent, store, NULL));
  check_dialog (qh_housekeeping_dialog_new (parent, store, QH_HOUSEKEEPING (task)));
  check_dialog (qh_check_dialog_new (parent, store, NULL, QH_TOUCHPOINT_PHONE));
  check_dialog (qh_check_dialog_new (parent, store, QH_TOUCHPOINT_CHECK (check), 0));
  check_dialog (qh_new_promise_dialog_new (parent, store));
  for (int step = QH_PROMISE_STEP_KEEP; step <= QH_PROMISE_STEP_WITHDRAW; step++)
    check_dialog (qh_promise_dialog_new (parent, store, QH_PROMISE (promise), step));
  check_dialog (qh_decision_dialog_new (parent, store, QH_TOUCHPOINT_PHONE, "Phone", NULL));
  check_dialog (qh_upgrade_dialog_new (parent, store, QH_CONTACT_LOG (entry)));
  check_dialog (qh_log_window_new (parent, store, client->id));
  check_dialog (qh_preferences_window_new (parent, store));
  check_dialog (qh_search_window_new (parent, store, NULL, NULL));
  check_dialog (qh_team_folder_dialog_new (parent, store, watch));
  g_assert_finalize_object (g_steal_pointer (&watch));
  gtk_window_destroy (parent);
  g_clear_object (&client);
  g_clear_object (&meeting);
  g_clear_object (&item);
  g_clear_object (&line);
  g_clear_object (&friction);
  g_clear_object (&task);
  g_clear_object (&check);
  g_clear_object (&promise);
  g_clear_object (&entry);
  g_assert_finalize_object (store);
}

static GtkWidget *
find_entry (GtkWidget *widget, const char *text)
{
  GtkWidget *found =
      GTK_IS_ENTRY (widget) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text)
          ? widget
          : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child, text);
  return found;
}

static void
assert_name (QhStore *store, const char *expected)
{
  const char *values[] = { expected, NULL };

  g_assert_cmpint (
      qh_store_count (store, "SELECT count (*) FROM blueprint WHERE name = ?1", values), ==, 1);
}

/* A blueprint of one's own gets another name where it is chosen; a name is had once. */
static void
test_rename_blueprint (void)
{
  QhClock clock = qh_clock_system ();
  QhStore *store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, NULL);
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  g_autoptr (QhOwnBlueprint) one = qh_own_blueprint_new ();
  g_autoptr (QhOwnBlueprint) other = qh_own_blueprint_new ();
  GtkWindow *dialog;
  GtkWidget *entry;

  qh_record_set_string (QH_RECORD (one), "name", "Zebra");
  qh_record_set_string (QH_RECORD (other), "name", "Ant");
  g_assert_true (qh_store_save (store, QH_RECORD (one), NULL));
  g_assert_true (qh_store_save (store, QH_RECORD (other), NULL));
  dialog = qh_new_meeting_dialog_new (parent, store, NULL, NULL);
  entry = find_entry (GTK_WIDGET (dialog), "Zebra");
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "ant");
  g_signal_emit_by_name (entry, "activate");
  assert_name (store, "Zebra");
  gtk_editable_set_text (GTK_EDITABLE (entry), " ");
  g_signal_emit_by_name (entry, "activate");
  assert_name (store, "Zebra");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Okapi ");
  g_signal_emit_by_name (entry, "activate");
  assert_name (store, "Okapi");
  g_assert_true (qh_store_undo (store, NULL, NULL));
  assert_name (store, "Zebra");
  gtk_window_destroy (dialog);
  gtk_window_destroy (parent);
  g_clear_object (&one);
  g_clear_object (&other);
  g_object_unref (store);
}

/* They stand in a place of libadwaita's, where another version may not look. */
static void
test_icons (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (int kind = QH_SEGMENT_KIND_OPEN; kind <= QH_SEGMENT_KIND_HOUSEKEEPING; kind++)
    g_assert_true (gtk_icon_theme_has_icon (theme, qh_symbol_icon_name (kind)));
  g_assert_true (gtk_icon_theme_has_icon (theme, QH_APPLICATION_ID));
  g_assert_true (gtk_icon_theme_has_icon (theme, QH_APPLICATION_ID "-symbolic"));
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = GTK_IS_LIST_BOX_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

/* A file may bring thousands of records along; the page shows some, and how many more there are. */
static void
test_long_plan (void)
{
  g_autoptr (QhStore) store = build_store ();
  g_autoptr (QhRecord) meeting = get_any (store, &qh_meeting_entity);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhExportSheet) prepared =
      qh_export_sheet_new (store, meeting->id, QH_EDITION_FULL, &error);
  g_autoptr (GBytes) bytes = NULL;
  GtkWidget *page;

  g_assert_no_error (error);
  for (int i = 0; i < 3000; i++) {
    g_autofree char *id = qh_id_new (qh_clock_now (qh_store_get_clock (store)));
    QhRemark *remark =
        g_object_new (qh_remark_get_type (), "id", id, "client", QH_MEETING (meeting)->client,
                      "words", "Again", "said", "2026-11-02", NULL);
    g_ptr_array_add (prepared->context->remarks, remark);
  }
  bytes = qh_sheet_write (&prepared->sheet, QH_FORMAT_PLAN, &error);
  g_assert_no_error (error);
  page = g_object_ref_sink (build_received (store, meeting->id, bytes));
  g_assert_cmpuint (count_rows (page), <, 400);
  g_assert_cmpuint (count_rows (page), >, 50);
  g_object_unref (page);
}

/* What a stack shows is no wider than the stack, which would cut it on both sides. */
static void
check_stacks (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (GTK_IS_STACK (widget) && gtk_widget_get_mapped (child))
      g_assert_cmpint (gtk_widget_get_width (child), <=, gtk_widget_get_width (widget));
    check_stacks (child);
  }
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *frames, gpointer left)
{
  return --*(int *)left > 0;
}

/* What is laid out is laid out by then. */
static void
await_frames (GtkWidget *widget)
{
  int left = 4;

  gtk_widget_add_tick_callback (widget, count_frame, &left, NULL);
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* As the app looks, with its margins. */
static void
add_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/quarterhour/Quarterhour/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* Every plan of the sample, however long the review of it is. */
static void
test_designer (void)
{
  g_autoptr (QhStore) store = build_store ();
  g_autoptr (GPtrArray) meetings =
      qh_store_select (store, &qh_meeting_entity, "ORDER BY id", NULL, NULL);

  g_assert_cmpuint (meetings->len, >, 20);
  for (guint i = 0; i < meetings->len; i++) {
    const char *id = QH_RECORD (meetings->pdata[i])->id;
    GtkWidget *window = adw_window_new ();
    GtkWidget *page = qh_designer_page_new (store, id);

    gtk_window_set_default_size (GTK_WINDOW (window), 1240, 800);
    adw_window_set_content (ADW_WINDOW (window), page);
    gtk_window_present (GTK_WINDOW (window));
    await_frames (page);
    check_stacks (page);
    gtk_window_destroy (GTK_WINDOW (window));
  }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  qh_ui_register_resource ();
  add_style ();
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autofree char *path = g_strdup_printf ("/pages/%s", pages[i].name);
    g_test_add_data_func (path, &pages[i].build, test_page);
  }
  g_test_add_func ("/pages/rename-blueprint", test_rename_blueprint);
  g_test_add_func ("/long-plan", test_long_plan);
  g_test_add_func ("/designer", test_designer);
  g_test_add_func ("/dialogs", test_dialogs);
  g_test_add_func ("/icons", test_icons);
  return g_test_run ();
}
