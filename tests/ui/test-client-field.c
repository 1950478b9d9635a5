/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The client whom a record is about: what is typed, what is saved of it, and what undo takes back.
 */
#include "qh-application.h"
#include "widgets/qh-client-field.h"
#include <sqlite3.h>

typedef struct {
  QhStore *store;
  QhClient *ferris, *hale;
  QhContact *sarah; /* of Ferris */
  QhContactLog *entry;
  GtkWidget *window;
  GtkEditable *name;
} Fixture;

static gpointer
saved (Fixture *fixture, gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_store_save (fixture->store, record, &error));
  return record;
}

static gpointer
named (Fixture *fixture, const QhEntity *entity, const char *name, QhClient *client)
{
  QhRecord *record = qh_record_new (entity);

  qh_record_set_string (record, "name", name);
  if (client)
    qh_record_set_string (record, "client", QH_RECORD (client)->id);
  return saved (fixture, record);
}

static GtkWidget *
find_by_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_type (child, type);
  return found;
}

static void
fixture_start (Fixture *fixture, gconstpointer data)
{
  QhClock clock = qh_clock_system ();
  g_autoptr (GError) error = NULL;
  GtkWidget *field;

  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  fixture->ferris = named (fixture, &qh_client_entity, "Ferris", NULL);
  fixture->hale = named (fixture, &qh_client_entity, "Ferrisson", NULL);
  fixture->sarah = named (fixture, &qh_contact_entity, "Sarah", fixture->ferris);
  fixture->entry = qh_contact_log_new ();
  qh_record_set_int (QH_RECORD (fixture->entry), "at", qh_clock_now (&clock));
  qh_record_set_string (QH_RECORD (fixture->entry), "client", QH_RECORD (fixture->ferris)->id);
  qh_record_set_string (QH_RECORD (fixture->entry), "contact", QH_RECORD (fixture->sarah)->id);
  saved (fixture, fixture->entry);
  field =
      g_object_new (QH_TYPE_CLIENT_FIELD, "store", fixture->store, "record", fixture->entry, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), field);
  fixture->name = GTK_EDITABLE (find_by_type (field, ADW_TYPE_ENTRY_ROW));
}

static void
fixture_end (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->entry);
  g_object_unref (fixture->sarah);
  g_object_unref (fixture->hale);
  g_object_unref (fixture->ferris);
  g_assert_finalize_object (fixture->store);
}

/* The record is about @client, and names @contact; what stands there is @name. */
static void
stands (Fixture *fixture, QhClient *client, QhContact *contact, const char *name)
{
  g_assert_cmpstr (fixture->entry->client, ==, client ? QH_RECORD (client)->id : NULL);
  g_assert_cmpstr (fixture->entry->contact, ==, contact ? QH_RECORD (contact)->id : NULL);
  g_assert_cmpstr (gtk_editable_get_text (fixture->name), ==, name);
}

/* As a key does: setting the text would empty it on the way. */
static void
type (Fixture *fixture, const char *text)
{
  int end = (int)g_utf8_strlen (gtk_editable_get_text (fixture->name), -1);

  gtk_editable_insert_text (fixture->name, text, -1, &end);
}

static void
test_another (Fixture *fixture, gconstpointer data)
{
  stands (fixture, fixture->ferris, fixture->sarah, "Ferris");
  type (fixture, "SON");
  stands (fixture, fixture->hale, NULL, "FerrisSON");
}

/* Half a name is nobody's: the client stays, whatever else happens meanwhile. */
static void
test_half (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhClient) other = NULL;

  type (fixture, "so");
  stands (fixture, fixture->ferris, fixture->sarah, "Ferrisso");
  other = named (fixture, &qh_client_entity, "Moreau", NULL);
  stands (fixture, fixture->ferris, fixture->sarah, "Ferrisso");
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (fixture->name, "");
  stands (fixture, NULL, NULL, "");
}

/* One step of undo, though there was nobody on the way. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (fixture->name, "");
  gtk_editable_set_text (fixture->name, "Ferrisson");
  stands (fixture, fixture->hale, NULL, "Ferrisson");
  g_assert_true (qh_store_undo (fixture->store, NULL, NULL));
  stands (fixture, fixture->ferris, fixture->sarah, "Ferris");
  g_assert_true (qh_store_redo (fixture->store, NULL, NULL));
  stands (fixture, fixture->hale, NULL, "Ferrisson");
}

/* What cannot be saved is as it was. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  sqlite3_exec (qh_store_get_db (fixture->store), "PRAGMA query_only = 1", NULL, NULL, NULL);
  type (fixture, "son");
  stands (fixture, fixture->ferris, fixture->sarah, "Ferris");
  sqlite3_exec (qh_store_get_db (fixture->store), "PRAGMA query_only = 0", NULL, NULL, NULL);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_start, function, fixture_end)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  qh_ui_register_resource ();
  adw_init ();
  ADD ("/client-field/another", test_another);
  ADD ("/client-field/half", test_half);
  ADD ("/client-field/nobody", test_nobody);
  ADD ("/client-field/undo", test_undo);
  ADD ("/client-field/refused", test_refused);
  return g_test_run ();
}
