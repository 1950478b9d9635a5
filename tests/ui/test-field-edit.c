/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-application.h"
#include "qh-field-edit.h"
#include "widgets/qh-date-button.h"
#include "widgets/qh-day-time-field.h"
#include "widgets/qh-text-field.h"
#include <adwaita.h>

typedef struct {
  QhStore *store;
  QhClient *client;
  GtkWidget *window;
} Fixture;

static void
fixture_start (Fixture *fixture, gconstpointer data)
{
  QhClock clock = qh_clock_system ();
  g_autoptr (GError) error = NULL;

  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  fixture->client = qh_client_new ();
  qh_record_set_string (QH_RECORD (fixture->client), "name", "Ferris");
  g_assert_true (qh_store_save (fixture->store, QH_RECORD (fixture->client), &error));
  fixture->window = gtk_window_new ();
}

static void
fixture_end (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->client);
  g_assert_finalize_object (fixture->store);
}

static QhFieldEdit *
edit (Fixture *fixture, GtkWidget *control, const char *field)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), control);
  return qh_field_edit_new (control, field, fixture->store, QH_RECORD (fixture->client));
}

static char *
get_undo_label (QhStore *store)
{
  char *label;

  g_object_get (store, "undo-label", &label, NULL);
  return label;
}

/* What is typed stands in the record and in the store once it is flushed. */
static void
test_entry (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = gtk_entry_new ();
  QhFieldEdit *self = edit (fixture, entry, "industry");
  g_autofree char *label = NULL;

  g_assert_false (qh_field_edit_is_dirty (self));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Dentistry ");
  g_assert_true (qh_field_edit_is_dirty (self));
  g_assert_null (fixture->client->industry);
  g_assert_true (qh_field_edit_flush (self));
  g_assert_cmpstr (fixture->client->industry, ==, "Dentistry");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Dentistry ");
  label = get_undo_label (fixture->store);
  g_assert_cmpstr (label, ==, "Edit Industry");
}

/* Another's change shows; but not over what is being typed. */
static void
test_record_changes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = gtk_entry_new ();
  QhFieldEdit *self = edit (fixture, entry, "industry");

  qh_record_set_string (QH_RECORD (fixture->client), "industry", "Hotel");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Hotel");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Hotels");
  qh_record_set_string (QH_RECORD (fixture->client), "industry", "School");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Hotels");
  g_assert_true (qh_field_edit_flush (self));
  g_assert_cmpstr (fixture->client->industry, ==, "Hotels");
}

/* Several saves between focus and focus are one step of undo, which shows in the control. */
static void
test_one_undo (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "D", "De", "Dentist" };
  GtkWidget *entry = gtk_entry_new ();
  QhFieldEdit *self = edit (fixture, entry, "industry");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
    gtk_editable_set_text (GTK_EDITABLE (entry), typed[i]);
    g_assert_true (qh_field_edit_flush (self));
  }
  g_assert_true (qh_store_undo (fixture->store, NULL, &error));
  g_assert_null (fixture->client->industry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_true (qh_store_redo (fixture->store, NULL, &error));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Dentist");
}

/* What cannot be saved stays in the control, marked, and the record keeps what it had. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = gtk_entry_new ();
  QhFieldEdit *self = edit (fixture, entry, "name");

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_false (qh_field_edit_flush (self));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (fixture->client->name, ==, "Ferris");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Ferris Dental");
  g_assert_true (qh_field_edit_flush (self));
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (fixture->client->name, ==, "Ferris Dental");
}

static void
test_money (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = gtk_entry_new ();
  QhFieldEdit *self = edit (fixture, entry, "yearly_value");

  gtk_editable_set_text (GTK_EDITABLE (entry), "14,200");
  g_assert_true (qh_field_edit_flush (self));
  g_assert_cmpint (fixture->client->yearly_value, ==, 1420000);
  gtk_editable_set_text (GTK_EDITABLE (entry), "a lot");
  g_assert_false (qh_field_edit_flush (self));
  g_assert_cmpint (fixture->client->yearly_value, ==, 1420000);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_true (qh_field_edit_flush (self));
  g_assert_cmpint (fixture->client->yearly_value, ==, QH_NONE);
}

/* A choice is saved at once. */
static void
test_switch (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = gtk_switch_new ();
  g_autoptr (GError) error = NULL;

  edit (fixture, button, "no_phone");
  gtk_switch_set_active (GTK_SWITCH (button), TRUE);
  g_assert_true (fixture->client->no_phone);
  g_assert_true (qh_store_undo (fixture->store, NULL, &error));
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (button)));
}

static void
test_spin_button (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = gtk_spin_button_new_with_range (1, 480, 1);
  QhFieldEdit *self = edit (fixture, button, "minutes_limit");

  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (button)), ==, 15);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (button), 20);
  g_assert_true (qh_field_edit_flush (self));
  g_assert_cmpint (fixture->client->minutes_limit, ==, 20);
}

/* The wheel is for the page on which the button stands. */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = gtk_spin_button_new_with_range (1, 480, 1);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (button);

  edit (fixture, button, "minutes_limit");
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
      g_assert_cmpint (gtk_event_controller_get_propagation_phase (controller), ==, GTK_PHASE_NONE);
  }
}

static void
test_text_field (Fixture *fixture, gconstpointer data)
{
  GtkWidget *field = qh_text_field_new ();
  QhFieldEdit *self = edit (fixture, field, "notes");
  GtkTextView *view = GTK_TEXT_VIEW (qh_text_field_get_view (QH_TEXT_FIELD (field)));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "Two\nlines", -1);
  g_assert_true (qh_field_edit_flush (self));
  g_assert_cmpstr (fixture->client->notes, ==, "Two\nlines");
}

/* The choices of an enum, with "None" where that is allowed; and a day. */
static void
test_choice_and_day (Fixture *fixture, gconstpointer data)
{
  GtkWidget *theme = gtk_drop_down_new (NULL, NULL);
  GtkWidget *day = g_object_new (QH_TYPE_DATE_BUTTON, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (QhRemark) remark = qh_remark_new ();

  gtk_box_append (GTK_BOX (box), theme);
  gtk_box_append (GTK_BOX (box), day);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  qh_field_edit_new (theme, "theme", NULL, QH_RECORD (remark));
  qh_field_edit_new (day, "said", NULL, QH_RECORD (remark));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (theme)), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (theme), QH_REMARK_THEME_TIME);
  g_assert_cmpint (remark->theme, ==, QH_REMARK_THEME_TIME);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (theme), 0);
  g_assert_cmpint (remark->theme, ==, QH_REMARK_THEME_UNSET);
  qh_date_button_set_date (QH_DATE_BUTTON (day), "2026-11-26");
  g_assert_cmpstr (remark->said, ==, "2026-11-26");
  qh_date_button_set_date (QH_DATE_BUTTON (day), "2026-02-30");
  g_assert_null (qh_date_button_get_date (QH_DATE_BUTTON (day)));
}

static gint64
parse (const char *text, GTimeZone *zone)
{
  gint64 instant;

  g_assert_true (qh_instant_parse (text, zone, &instant));
  return instant;
}

/* An instant: a time that is typed moves it, to the minute; one that is none changes nothing. */
static void
test_day_time (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *day, *time;
    const char *at; /* as it is then, in the zone of this machine */
  } cases[] = {
    { "2026-11-26", "10:02", "2026-11-26T10:02:37" }, /* as it was, seconds and all */
    { "2026-11-26", "10:03", "2026-11-26T10:03:00" },
    { "2026-11-26", "2:30 pm", "2026-11-26T14:30:00" },
    { "2026-11-26", "23:59", "2026-11-26T23:59:00" },
    { "2026-11-26", "24:00", "2026-11-26T23:59:00" },
    { "2026-11-26", "", "2026-11-26T23:59:00" },
    { "2026-11-26", "0:00", "2026-11-26T00:00:00" },
    { "2026-03-01", "0:00", "2026-03-01T00:00:00" },
  };
  GtkWidget *field = g_object_new (QH_TYPE_DAY_TIME_FIELD, NULL);
  GtkWidget *box = gtk_widget_get_first_child (field);
  QhDateButton *day = QH_DATE_BUTTON (gtk_widget_get_first_child (box));
  GtkEditable *time = GTK_EDITABLE (gtk_widget_get_last_child (box));
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (QhContactLog) entry = qh_contact_log_new ();
  QhFieldEdit *self;

  gtk_window_set_child (GTK_WINDOW (fixture->window), field);
  qh_record_set_int (QH_RECORD (entry), "at", parse (cases[0].at, zone));
  self = qh_field_edit_new (field, "at", NULL, QH_RECORD (entry));
  g_assert_cmpstr (gtk_editable_get_text (time), ==, "10:02");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    qh_date_button_set_date (day, cases[i].day);
    gtk_editable_set_text (time, cases[i].time);
    g_assert_true (qh_field_edit_flush (self));
    g_assert_cmpint (entry->at, ==, parse (cases[i].at, zone));
  }
  qh_record_set_int (QH_RECORD (entry), "at", parse ("2026-11-26T09:00:00", zone));
  g_assert_cmpstr (gtk_editable_get_text (time), ==, "09:00");
  g_assert_cmpstr (qh_date_button_get_date (day), ==, "2026-11-26");
}

/* What is typed is saved before the control shows another record, and before it goes. */
static void
test_leaving (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = gtk_entry_new ();
  QhFieldEdit *self = edit (fixture, entry, "industry");
  g_autoptr (QhClient) other = qh_client_new ();

  qh_record_set_string (QH_RECORD (other), "name", "Moreau");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Dentistry");
  qh_field_edit_set_record (self, QH_RECORD (other));
  g_assert_cmpstr (fixture->client->industry, ==, "Dentistry");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  qh_field_edit_set_record (self, QH_RECORD (fixture->client));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Dentist");
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  g_assert_cmpstr (fixture->client->industry, ==, "Dentist");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_start, function, fixture_end)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  qh_ui_register_resource ();
  ADD ("/field-edit/entry", test_entry);
  ADD ("/field-edit/record-changes", test_record_changes);
  ADD ("/field-edit/one-undo", test_one_undo);
  ADD ("/field-edit/refused", test_refused);
  ADD ("/field-edit/money", test_money);
  ADD ("/field-edit/switch", test_switch);
  ADD ("/field-edit/spin-button", test_spin_button);
  ADD ("/field-edit/wheel", test_wheel);
  ADD ("/field-edit/text-field", test_text_field);
  ADD ("/field-edit/choice-and-day", test_choice_and_day);
  ADD ("/field-edit/day-time", test_day_time);
  ADD ("/field-edit/leaving", test_leaving);
  return g_test_run ();
}
