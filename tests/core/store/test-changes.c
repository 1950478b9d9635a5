/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes, undo and redo, the live objects, and what is told about them. */
#include "fixture.h"
#include <glib/gstdio.h>

static void
rename_client (QhStore *store, QhClient *client, const char *name)
{
  qh_record_set_string ((QhRecord *)client, "name", name);
  fixture_ok (qh_store_save (store, (QhRecord *)client, &error));
}

static void
undo (QhStore *store)
{
  fixture_ok (qh_store_undo (store, NULL, &error));
}

static void
redo (QhStore *store)
{
  fixture_ok (qh_store_redo (store, NULL, &error));
}

static guint
count_changes (QhStore *store)
{
  g_autoptr (GPtrArray) changes = qh_store_list_changes (store, 10000);

  return changes->len;
}

/* --- One live object for a row */

static void
test_one_object (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  QhClient *client = fixture_client (store, "Ferris");
  g_autofree char *id = g_strdup (((QhRecord *)client)->id);
  g_autoptr (QhRecord) same = qh_store_get (store, &qh_client_entity, id, NULL);
  g_autoptr (QhRecord) found = qh_store_find (store, id, NULL);
  g_autoptr (GPtrArray) all = qh_store_select (store, &qh_client_entity, "", NULL, NULL);

  g_assert_true (same == (QhRecord *)client);
  g_assert_true (found == same);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_true (g_ptr_array_index (all, 0) == same);
  fixture_fails (qh_store_get (store, &qh_contact_entity, id, &error), QH_ERROR_NOT_FOUND);

  /* The store does not keep it alive. */
  g_clear_pointer (&all, g_ptr_array_unref);
  g_clear_object (&same);
  g_clear_object (&found);
  g_assert_finalize_object (client);
  same = qh_store_get (store, &qh_client_entity, id, NULL);
  g_assert_cmpstr (((QhClient *)same)->name, ==, "Ferris");
}

static void
test_outlives_store (void)
{
  QhStore *store = fixture_store ();
  QhClient *client = fixture_client (store, "Ferris");

  g_assert_finalize_object (store);
  qh_record_set_string ((QhRecord *)client, "name", "Alone");
  g_assert_finalize_object (client);
}

static void
on_notify (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* A copy that is saved is seen in the live object, once. */
static void
test_copy (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhRecord) copy = qh_record_duplicate ((QhRecord *)client);
  guint n = 0;

  g_signal_connect (client, "notify::name", G_CALLBACK (on_notify), &n);
  rename_client (store, (QhClient *)copy, "Ferris Dental");
  g_assert_cmpstr (client->name, ==, "Ferris Dental");
  g_assert_cmpuint (n, ==, 1);
  rename_client (store, client, "Group");
  g_assert_cmpuint (n, ==, 2);
  undo (store);
  g_assert_cmpstr (client->name, ==, "Ferris Dental");
  g_assert_cmpuint (n, ==, 3);
}

/* A record that was deleted stays what it was, and comes back as another object. */
static void
test_detached (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhRecord) again = NULL;

  fixture_ok (qh_store_delete (store, (QhRecord *)client, &error));
  g_assert_cmpstr (client->name, ==, "Ferris");
  undo (store);
  again = qh_store_get (store, &qh_client_entity, ((QhRecord *)client)->id, NULL);
  g_assert_nonnull (again);
  g_assert_true (again != (QhRecord *)client);
  g_assert_true (qh_record_equal (again, (QhRecord *)client));
}

/* --- What is told */

typedef struct {
  guint n;
  guint64 entities;
  int changeset_size;
} Told;

static void
on_changed (QhStore *store, guint64 entities, Told *told)
{
  told->n++;
  told->entities = entities;
  qh_store_peek_changeset (store, &told->changeset_size);
}

static void
was_told (Told *told, guint64 entities)
{
  g_assert_cmpuint (told->n, ==, 1);
  g_assert_cmphex (told->entities, ==, entities);
  g_assert_cmpint (told->changeset_size, >, 0);
  *told = (Told){ 0 };
}

static void
test_told (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = NULL;
  g_autoptr (QhMeeting) meeting = NULL;
  Told told = { 0 };
  const guint64 client_bit = QH_ENTITY_BIT (&qh_client_entity);
  const guint64 meeting_bit = QH_ENTITY_BIT (&qh_meeting_entity);

  g_signal_connect (store, "changed", G_CALLBACK (on_changed), &told);
  client = fixture_client (store, "Ferris");
  was_told (&told, client_bit);
  fixture_ok (qh_store_begin (store, "Two", &error));
  meeting = fixture_meeting (store, client);
  rename_client (store, client, "Ferris Dental");
  g_assert_cmpuint (told.n, ==, 0);
  fixture_ok (qh_store_commit (store, &error));
  was_told (&told, client_bit | meeting_bit);
  undo (store);
  was_told (&told, client_bit | meeting_bit);
  redo (store);
  was_told (&told, client_bit | meeting_bit);
  /* What changes nothing tells nothing; nor does what is taken back. */
  fixture_ok (qh_store_save (store, (QhRecord *)client, &error));
  fixture_ok (qh_store_begin (store, "None", &error));
  rename_client (store, client, "Else");
  qh_store_rollback (store);
  g_assert_cmpuint (told.n, ==, 0);
  g_assert_null (qh_store_peek_changeset (store, NULL));
}

static void
on_changed_save (QhStore *store, guint64 entities, QhClient *client)
{
  if (g_str_equal (client->name, "first"))
    rename_client (store, client, "second");
}

/* Who is told may save at once. */
static void
test_save_while_told (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");

  g_signal_connect (store, "changed", G_CALLBACK (on_changed_save), client);
  rename_client (store, client, "first");
  g_assert_cmpstr (client->name, ==, "second");
  undo (store);
  g_assert_cmpstr (client->name, ==, "second");
  fixture_verify (qh_store_get_db (store));
}

static void
on_can_undo (QhStore *store, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_labels (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  gboolean can_undo, can_redo;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  g_autofree char *done = NULL;
  guint n = 0;

  g_signal_connect (store, "notify::can-undo", G_CALLBACK (on_can_undo), &n);
  fixture_fails (qh_store_undo (store, NULL, &error), QH_ERROR_REFUSED);
  fixture_fails (qh_store_redo (store, NULL, &error), QH_ERROR_REFUSED);
  fixture_ok (qh_store_begin (store, "Make Ferris", &error));
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  fixture_ok (qh_store_commit (store, &error));
  g_assert_cmpuint (n, ==, 1);
  g_object_get (store, "can-undo", &can_undo, "can-redo", &can_redo, "undo-label", &undo_label,
                NULL);
  g_assert_true (can_undo);
  g_assert_false (can_redo);
  g_assert_cmpstr (undo_label, ==, "Make Ferris");
  fixture_ok (qh_store_undo (store, &done, &error));
  g_assert_cmpstr (done, ==, "Make Ferris");
  g_object_get (store, "can-undo", &can_undo, "can-redo", &can_redo, "redo-label", &redo_label,
                NULL);
  g_assert_false (can_undo);
  g_assert_true (can_redo);
  g_assert_cmpstr (redo_label, ==, "Make Ferris");
}

/* --- Taking back */

static void
test_rollback (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autofree char *before = fixture_dump (qh_store_get_db (store), TRUE);
  g_autofree char *after = NULL;
  gint64 modified = ((QhRecord *)client)->modified;

  fixture_ok (qh_store_begin (store, "Else", &error));
  rename_client (store, client, "Else");
  g_autoptr (QhClient) other = fixture_client (store, "Other");
  qh_store_rollback (store);
  g_assert_cmpstr (client->name, ==, "Ferris");
  g_assert_cmpint (((QhRecord *)client)->modified, ==, modified);
  after = fixture_dump (qh_store_get_db (store), TRUE);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_changes (store), ==, 1);
  /* What was new can be saved again, with the id it had. */
  g_autofree char *id = g_strdup (((QhRecord *)other)->id);
  fixture_ok (qh_store_save (store, (QhRecord *)other, &error));
  g_assert_cmpstr (((QhRecord *)other)->id, ==, id);
}

/* A part that fails takes all of it back, whatever the outer part does. */
static void
test_nested (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");

  fixture_ok (qh_store_begin (store, "Outer", &error));
  fixture_ok (qh_store_begin (store, "Inner", &error));
  rename_client (store, client, "Inner");
  fixture_ok (qh_store_commit (store, &error));
  g_assert_cmpuint (count_changes (store), ==, 1);
  fixture_ok (qh_store_commit (store, &error));
  g_assert_cmpuint (count_changes (store), ==, 2);
  g_autofree char *label = NULL;
  g_object_get (store, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Outer");

  fixture_ok (qh_store_begin (store, "Outer", &error));
  rename_client (store, client, "Outer");
  fixture_ok (qh_store_begin (store, "Inner", &error));
  qh_store_rollback (store);
  g_assert_cmpstr (client->name, ==, "Inner");
  qh_record_set_string ((QhRecord *)client, "name", "Late");
  fixture_fails (qh_store_save (store, (QhRecord *)client, &error), QH_ERROR_STORE);
  fixture_fails (qh_store_commit (store, &error), QH_ERROR_STORE);
  fixture_ok (qh_store_save (store, (QhRecord *)client, &error));
  g_assert_cmpuint (count_changes (store), ==, 3);
}

/* A save that fails leaves what was typed, and nothing in the store. */
static void
test_failed_save (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autofree char *stored = NULL;

  qh_record_set_string ((QhRecord *)client, "name", NULL);
  fixture_fails (qh_store_save (store, (QhRecord *)client, &error), QH_ERROR_INVALID);
  g_assert_null (client->name);
  stored = fixture_ask (qh_store_get_db (store), "SELECT name FROM client");
  g_assert_cmpstr (stored, ==, "Ferris");
  rename_client (store, client, "Ferris Dental");
  g_assert_cmpuint (count_changes (store), ==, 2);
}

/* --- The undo list */

static void
test_new_change_drops_undone (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "0");

  rename_client (store, client, "1");
  rename_client (store, client, "2");
  undo (store);
  undo (store);
  g_assert_cmpstr (client->name, ==, "0");
  rename_client (store, client, "3");
  fixture_fails (qh_store_redo (store, NULL, &error), QH_ERROR_REFUSED);
  undo (store);
  g_assert_cmpstr (client->name, ==, "0");
}

static void
test_bounded (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "x");
  guint undone = 0;

  for (guint i = 0; i < 510; i++) {
    g_autofree char *name = g_strdup_printf ("%u", i);
    rename_client (store, client, name);
  }
  g_assert_cmpuint (count_changes (store), ==, 500);
  while (qh_store_undo (store, NULL, NULL))
    undone++;
  g_assert_cmpuint (undone, ==, 500);
  g_assert_cmpstr (client->name, ==, "9");
  fixture_verify (qh_store_get_db (store));
}

/* Large changes push older ones out, but the newest is always there. */
static void
test_bounded_bytes (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autofree char *bytes = g_strnfill (10 * 1024 * 1024, 'x');

  for (guint i = 0; i < 9; i++) {
    g_autoptr (QhReceivedPlan) plan = qh_received_plan_new ();
    qh_record_set_string ((QhRecord *)plan, "plan", "01a200cd-c0a1-7000-97c0-61f987586dfd");
    qh_record_set_string ((QhRecord *)plan, "bytes", bytes);
    fixture_ok (qh_store_save (store, (QhRecord *)plan, &error));
  }
  g_assert_cmpuint (count_changes (store), ==, 6);
  undo (store);
  g_assert_cmpint (qh_store_count (store, "SELECT count (*) FROM received_plan", NULL), ==, 8);
}

static void
test_across_runs (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "quarterhour.db", NULL);
  char *states[4];

  for (guint i = 0; i < 4; i++) {
    g_autoptr (QhStore) store = fixture_open (path, QH_STORE_CREATE);
    g_autofree char *name = g_strdup_printf ("client %u", i);
    g_autoptr (QhClient) client = fixture_client (store, name);
    states[i] = fixture_dump (qh_store_get_db (store), TRUE);
  }
  for (int i = 2; i >= 0; i--) {
    g_autoptr (QhStore) store = fixture_open (path, 0);
    g_autofree char *state = NULL;
    undo (store);
    state = fixture_dump (qh_store_get_db (store), TRUE);
    g_assert_cmpstr (state, ==, states[i]);
  }
  for (guint i = 1; i < 4; i++) {
    g_autoptr (QhStore) store = fixture_open (path, 0);
    g_autofree char *state = NULL;
    redo (store);
    state = fixture_dump (qh_store_get_db (store), TRUE);
    g_assert_cmpstr (state, ==, states[i]);
    fixture_verify (qh_store_get_db (store));
  }
  for (guint i = 0; i < 4; i++)
    g_free (states[i]);
  fixture_remove (folder);
}

static void
test_list (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "x");
  g_autoptr (GPtrArray) changes = NULL;

  rename_client (store, client, "y");
  changes = qh_store_list_changes (store, 1);
  g_assert_cmpuint (changes->len, ==, 1);
  QhChange *newest = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (newest->label, ==, "Change Client");
  g_assert_cmpint (newest->at, ==, fixture_clock ().fixed);
  undo (store);
  g_assert_cmpuint (count_changes (store), ==, 1);
}

/* --- Typing on */

static void
type (QhStore *store, QhClient *client, const char *key, const char *name)
{
  fixture_ok (qh_store_continue (store, "Type", key, &error));
  rename_client (store, client, name);
  fixture_ok (qh_store_commit (store, &error));
}

static void
test_typing (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "x");

  type (store, client, "name 1", "F");
  type (store, client, "name 1", "Fe");
  type (store, client, "name 1", "Fer");
  g_assert_cmpuint (count_changes (store), ==, 2);
  type (store, client, "name 2", "Ferr");
  g_assert_cmpuint (count_changes (store), ==, 3);
  undo (store);
  g_assert_cmpstr (client->name, ==, "Fer");
  undo (store);
  g_assert_cmpstr (client->name, ==, "x");
  redo (store);
  g_assert_cmpstr (client->name, ==, "Fer");
  /* After undo and redo nothing is continued. */
  type (store, client, "name 1", "Ferr");
  undo (store);
  g_assert_cmpstr (client->name, ==, "Fer");
  fixture_verify (qh_store_get_db (store));
}

/* Something in between ends it, also when it is not a step of undo, or another program's. */
static void
test_typing_interrupted (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "x");
  g_autoptr (QhClient) other = NULL;

  type (store, client, "name", "F");
  other = fixture_client (store, "other");
  type (store, client, "name", "Fe");
  undo (store);
  g_assert_cmpstr (client->name, ==, "F");
  undo (store);
  undo (store);
  g_assert_cmpstr (client->name, ==, "x");
}

/* Typed back to what it was, nothing is left to undo. */
static void
test_typing_back (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "x");

  type (store, client, "name", "xy");
  type (store, client, "name", "x");
  type (store, client, "name", "xyz");
  undo (store);
  g_assert_cmpstr (client->name, ==, "x");
  redo (store);
  g_assert_cmpstr (client->name, ==, "xyz");
}

static void
test_typing_rolled_back (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "x");

  type (store, client, "name", "F");
  fixture_ok (qh_store_continue (store, "Type", "name", &error));
  rename_client (store, client, "Fe");
  qh_store_rollback (store);
  g_assert_cmpstr (client->name, ==, "F");
  type (store, client, "name", "Fer");
  undo (store);
  g_assert_cmpstr (client->name, ==, "F");
}

/* --- Names */

static void
test_resolve (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris  Dental Straße");
  g_autoptr (QhClient) hale = fixture_client (store, "Hale");
  g_autoptr (QhClient) twin = fixture_client (store, "HALE");
  g_autoptr (QhRecord) segment = fixture_saved (store, &qh_segment_entity);
  g_autoptr (QhRecord) found = NULL;
  GError *ambiguous = NULL;

  found = qh_store_resolve (store, &qh_client_entity, " ferris dental STRASSE ", NULL);
  g_assert_true (found == (QhRecord *)ferris);
  g_clear_object (&found);
  found = qh_store_resolve (store, &qh_client_entity, ((QhRecord *)twin)->id, NULL);
  g_assert_true (found == (QhRecord *)twin);
  g_clear_object (&found);
  found = qh_store_resolve (store, &qh_segment_entity, ((QhSegment *)segment)->title, NULL);
  g_assert_true (found == segment);
  fixture_fails (qh_store_resolve (store, &qh_client_entity, "Ferris", &error), QH_ERROR_NOT_FOUND);
  fixture_fails (qh_store_resolve (store, &qh_attendee_entity, "Ferris", &error),
                 QH_ERROR_NOT_FOUND);
  g_assert_null (qh_store_resolve (store, &qh_client_entity, "hale", &ambiguous));
  g_assert_error (ambiguous, QH_ERROR, QH_ERROR_INVALID);
  g_assert_nonnull (strstr (ambiguous->message, ((QhRecord *)hale)->id));
  g_assert_nonnull (strstr (ambiguous->message, ((QhRecord *)twin)->id));
  g_error_free (ambiguous);
  /* A new name is known at once. */
  rename_client (store, twin, "Other");
  g_clear_object (&found);
  found = qh_store_resolve (store, &qh_client_entity, "hale", NULL);
  g_assert_true (found == (QhRecord *)hale);
}

/* An importer brings ids and times; they are kept. */
static void
test_imported (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = qh_client_new ();
  QhRecord *record = (QhRecord *)client;

  qh_record_set_string (record, "id", "01a200cd-c0a1-7000-97c0-61f987586dfd");
  qh_record_set_string (record, "name", "Ferris");
  qh_record_set_int (record, "created", 1000000);
  qh_record_set_int (record, "modified", 2000000);
  fixture_ok (qh_store_save (store, record, &error));
  g_assert_cmpstr (record->id, ==, "01a200cd-c0a1-7000-97c0-61f987586dfd");
  g_assert_cmpint (record->created, ==, 1000000);
  g_assert_cmpint (record->modified, ==, 2000000);
  /* A merge brings a newer time; a clock that was set back does not make it older. */
  qh_record_set_int (record, "modified", fixture_clock ().fixed + 5000000);
  rename_client (store, client, "Ferris Dental");
  g_assert_cmpint (record->modified, ==, fixture_clock ().fixed + 5000000);
  rename_client (store, client, "Group");
  g_assert_cmpint (record->modified, >, fixture_clock ().fixed + 5000000);
  qh_record_set_string (record, "id", "not-an-id");
  fixture_fails (qh_store_save (store, record, &error), QH_ERROR_INVALID);
}

/* --- Exports raise a meeting's revision, by themselves */

static QhRecord *
export_meeting (QhStore *store, QhMeeting *meeting, gint64 revision, const char *label)
{
  QhRecord *export = qh_record_new (&qh_export_entity);

  qh_record_set_string (export, "meeting", ((QhRecord *)meeting)->id);
  qh_record_set_int (export, "revision", revision);
  fixture_ok (qh_store_begin (store, label, &error));
  fixture_ok (qh_store_save (store, export, &error));
  fixture_ok (qh_store_commit (store, &error));
  return export;
}

static void
test_exports (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhMeeting) meeting = fixture_meeting (store, client);
  g_autoptr (QhRecord) first = NULL;
  g_autoptr (QhRecord) second = NULL;

  qh_record_set_string ((QhRecord *)meeting, "output", "A schedule");
  fixture_ok (qh_store_save (store, (QhRecord *)meeting, &error));
  /* What has left the house is no step of undo, and in the way of none. */
  first = export_meeting (store, meeting, 1, NULL);
  g_assert_cmpint (meeting->revision, ==, 1);
  second = export_meeting (store, meeting, 2, "Import");
  undo (store);
  g_assert_cmpint (meeting->revision, ==, 1);
  redo (store);
  g_assert_cmpint (meeting->revision, ==, 2);
  undo (store);
  undo (store);
  g_assert_null (meeting->output);
  undo (store);
  g_assert_cmpint (qh_store_count (store, "SELECT count (*) FROM meeting", NULL), ==, 0);
  redo (store);
  redo (store);
  fixture_verify (qh_store_get_db (store));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/changes/one-object", test_one_object);
  g_test_add_func ("/store/changes/outlives-store", test_outlives_store);
  g_test_add_func ("/store/changes/copy", test_copy);
  g_test_add_func ("/store/changes/detached", test_detached);
  g_test_add_func ("/store/changes/told", test_told);
  g_test_add_func ("/store/changes/save-while-told", test_save_while_told);
  g_test_add_func ("/store/changes/labels", test_labels);
  g_test_add_func ("/store/changes/rollback", test_rollback);
  g_test_add_func ("/store/changes/nested", test_nested);
  g_test_add_func ("/store/changes/failed-save", test_failed_save);
  g_test_add_func ("/store/changes/drops-undone", test_new_change_drops_undone);
  g_test_add_func ("/store/changes/bounded", test_bounded);
  g_test_add_func ("/store/changes/bounded-bytes", test_bounded_bytes);
  g_test_add_func ("/store/changes/across-runs", test_across_runs);
  g_test_add_func ("/store/changes/list", test_list);
  g_test_add_func ("/store/changes/typing", test_typing);
  g_test_add_func ("/store/changes/typing-interrupted", test_typing_interrupted);
  g_test_add_func ("/store/changes/typing-back", test_typing_back);
  g_test_add_func ("/store/changes/typing-rolled-back", test_typing_rolled_back);
  g_test_add_func ("/store/changes/resolve", test_resolve);
  g_test_add_func ("/store/changes/imported", test_imported);
  g_test_add_func ("/store/changes/exports", test_exports);
  return g_test_run ();
}
