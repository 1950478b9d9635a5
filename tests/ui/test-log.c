/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quick line's entry: what it marks, says and saves, and that it loses nothing. */
#include "log/qh-log-entry.h"
#include "log/qh-log-window.h"
#include "qh-application.h"
#include "store/qh-settings.h"
#include <sqlite3.h>
#include <string.h>

typedef struct {
  QhStore *store;
  char *ferris, *okafor;
  GtkWidget *window;
  QhLogEntry *entry;
} Fixture;

static char *
add_client (QhStore *store, const char *name)
{
  g_autoptr (QhClient) client = qh_client_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_string (QH_RECORD (client), "name", name);
  g_assert_true (qh_store_save (store, QH_RECORD (client), &error));
  return g_strdup (QH_RECORD (client)->id);
}

static void
fixture_start (Fixture *fixture, gconstpointer data)
{
  QhClock clock = qh_clock_system ();
  g_autoptr (GError) error = NULL;

  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  fixture->ferris = add_client (fixture->store, "Ferris Dental Group");
  fixture->okafor = add_client (fixture->store, "Okafor & Sons");
  fixture->window = gtk_window_new ();
  fixture->entry = QH_LOG_ENTRY (qh_log_entry_new (fixture->store, "test"));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->entry));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
fixture_end (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_free (fixture->ferris);
  g_free (fixture->okafor);
  g_assert_finalize_object (fixture->store);
}

static QhFriction *
get_only_friction (Fixture *fixture)
{
  g_autoptr (GPtrArray) records =
      qh_store_select (fixture->store, &qh_friction_entity, "", NULL, NULL);

  g_assert_cmpuint (records->len, ==, 1);
  return g_object_ref (g_ptr_array_index (records, 0));
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

static GtkButton *
get_chip (Fixture *fixture)
{
  return GTK_BUTTON (find_by_type (GTK_WIDGET (fixture->entry), GTK_TYPE_BUTTON));
}

static void
test_saves (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhFriction) friction = NULL;

  qh_log_entry_set_text (fixture->entry, "third wrong invoice @Ferris #billing !3 20min");
  g_assert_cmpstr (qh_log_entry_get_sentence (fixture->entry), ==,
                   "Friction · Ferris Dental Group · Billing · stops work · 20 minutes each time: "
                   "third wrong invoice");
  g_assert_true (qh_log_entry_save (fixture->entry));
  g_assert_cmpstr (qh_log_entry_get_text (fixture->entry), ==, "");
  friction = get_only_friction (fixture);
  g_assert_cmpstr (friction->title, ==, "third wrong invoice");
  g_assert_cmpstr (friction->client, ==, fixture->ferris);
  g_assert_cmpint (friction->severity, ==, 3);
  g_assert_cmpint (friction->minutes, ==, 20);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_false (qh_log_entry_save (fixture->entry));
  qh_log_entry_set_text (fixture->entry, "   ");
  g_assert_false (qh_log_entry_save (fixture->entry));
  g_assert_cmpstr (qh_log_entry_get_sentence (fixture->entry), ==, "");
}

/* The page's client is meant until the line names another, or he is taken out. */
static void
test_client (Fixture *fixture, gconstpointer data)
{
  GtkButton *chip = get_chip (fixture);

  qh_log_entry_set_client (fixture->entry, fixture->ferris);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chip)));
  qh_log_entry_set_text (fixture->entry, "late");
  g_assert_nonnull (strstr (qh_log_entry_get_sentence (fixture->entry), "Ferris Dental Group"));
  qh_log_entry_set_text (fixture->entry, "late @Okafor");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chip)));
  g_assert_null (strstr (qh_log_entry_get_sentence (fixture->entry), "Ferris Dental Group"));
  qh_log_entry_set_text (fixture->entry, "late");
  g_signal_emit_by_name (chip, "clicked");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chip)));
  g_assert_cmpstr (qh_log_entry_get_sentence (fixture->entry), ==,
                   "Friction · Other · slows: late");
}

/* Words with the page's client are a remark of his. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) remarks = NULL;
  QhRemark *remark;

  qh_log_entry_set_client (fixture->entry, fixture->ferris);
  qh_log_entry_set_text (fixture->entry, "w \"I never pick up\"");
  g_assert_true (qh_log_entry_save (fixture->entry));
  remarks = qh_store_select (fixture->store, &qh_remark_entity, "", NULL, NULL);
  g_assert_cmpuint (remarks->len, ==, 1);
  remark = g_ptr_array_index (remarks, 0);
  g_assert_cmpstr (remark->words, ==, "I never pick up");
  g_assert_cmpstr (remark->client, ==, fixture->ferris);
}

static guint
count_marks (Fixture *fixture, PangoAttrType type, guint start, guint end)
{
  GtkWidget *entry = find_by_type (GTK_WIDGET (fixture->entry), GTK_TYPE_ENTRY);
  PangoAttrList *marks = gtk_entry_get_attributes (GTK_ENTRY (entry));
  GSList *all = marks ? pango_attr_list_get_attributes (marks) : NULL;
  guint found = 0;

  for (GSList *l = all; l; l = l->next) {
    const PangoAttribute *mark = l->data;
    if (mark->klass->type == type && mark->start_index == start && mark->end_index == end)
      found++;
  }
  g_slist_free_full (all, (GDestroyNotify)pango_attribute_destroy);
  return found;
}

/* Marks lie on bytes: on the sign, behind letters of several. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  const char *text = "متأخر 🚚 !3 !9";
  guint start = (guint)(strchr (text, '!') - text);

  qh_log_entry_set_text (fixture->entry, text);
  g_assert_cmpuint (count_marks (fixture, PANGO_ATTR_WEIGHT, start, start + 2), ==, 1);
  g_assert_cmpuint (count_marks (fixture, PANGO_ATTR_FOREGROUND, start, start + 2), ==, 1);
  g_assert_cmpuint (count_marks (fixture, PANGO_ATTR_UNDERLINE, start + 3, start + 5), ==, 1);
  qh_log_entry_set_text (fixture->entry, "");
  g_assert_cmpuint (count_marks (fixture, PANGO_ATTR_WEIGHT, start, start + 2), ==, 0);
}

static void
test_draft (Fixture *fixture, gconstpointer data)
{
  GtkWidget *again;

  qh_log_entry_set_text (fixture->entry, "half a th");
  gtk_widget_set_visible (fixture->window, FALSE);
  again = g_object_ref_sink (qh_log_entry_new (fixture->store, "test"));
  g_assert_cmpstr (qh_log_entry_get_text (QH_LOG_ENTRY (again)), ==, "half a th");
  g_assert_true (qh_log_entry_save (QH_LOG_ENTRY (again)));
  g_object_unref (again);
  again = g_object_ref_sink (qh_log_entry_new (fixture->store, "test"));
  g_assert_cmpstr (qh_log_entry_get_text (QH_LOG_ENTRY (again)), ==, "");
  g_object_unref (again);
}

/* Undo takes the line back; what is typed meanwhile is no step of it. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left = NULL;

  qh_log_entry_set_text (fixture->entry, "late");
  g_assert_true (qh_log_entry_save (fixture->entry));
  qh_log_entry_set_text (fixture->entry, "half a th");
  qh_log_entry_keep (fixture->entry);
  g_assert_true (qh_store_undo (fixture->store, NULL, &error));
  left = qh_store_select (fixture->store, &qh_friction_entity, "", NULL, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpstr (qh_log_entry_get_text (fixture->entry), ==, "half a th");
}

/* What cannot be written stays where it was typed, and the reason is told. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("qh-log-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "quarterhour.db", NULL);
  QhClock clock = qh_clock_system ();
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (path, QH_STORE_CREATE, &clock, &error);
  GtkWidget *entry;

  g_assert_finalize_object (store);
  store = qh_store_open (path, QH_STORE_READ_ONLY, &clock, &error);
  g_assert_no_error (error);
  entry = g_object_ref_sink (qh_log_entry_new (store, "test"));
  qh_log_entry_set_text (QH_LOG_ENTRY (entry), "late");
  g_assert_false (qh_log_entry_save (QH_LOG_ENTRY (entry)));
  g_assert_cmpstr (qh_log_entry_get_text (QH_LOG_ENTRY (entry)), ==, "late");
  g_assert_true (gtk_widget_has_css_class (find_by_type (entry, GTK_TYPE_ENTRY), "error"));
  qh_log_entry_set_text (QH_LOG_ENTRY (entry), "later");
  g_assert_false (gtk_widget_has_css_class (find_by_type (entry, GTK_TYPE_ENTRY), "error"));
  g_object_unref (entry);
  g_assert_finalize_object (store);
}

/* As much as an entry holds is saved. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *line = g_strnfill (65534, 'a');
  g_autoptr (QhFriction) friction = NULL;

  qh_log_entry_set_text (fixture->entry, line);
  g_assert_cmpuint (strlen (qh_log_entry_get_sentence (fixture->entry)), <, 200);
  g_assert_true (qh_log_entry_save (fixture->entry));
  friction = get_only_friction (fixture);
  g_assert_cmpstr (friction->title, ==, line);
}

static gboolean
says_left_out (GtkWidget *widget)
{
  gboolean found = GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
                   strstr (gtk_label_get_label (GTK_LABEL (widget)), "is left out") != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = says_left_out (child);
  return found;
}

/* More than that is not taken without a word. */
static void
test_too_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fits = g_strnfill (65534, 'a');
  g_autofree char *too_long = g_strnfill (65535, 'a');

  qh_log_entry_set_text (fixture->entry, fits);
  g_assert_false (says_left_out (GTK_WIDGET (fixture->entry)));
  qh_log_entry_set_text (fixture->entry, too_long);
  g_assert_true (says_left_out (GTK_WIDGET (fixture->entry)));
  qh_log_entry_set_text (fixture->entry, "short");
  g_assert_false (says_left_out (GTK_WIDGET (fixture->entry)));
}

/* The entry of the line's window before @parent; NULL where there is none, hidden ones included. */
static QhLogEntry *
find_line (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
    if (QH_IS_LOG_WINDOW (window) && gtk_window_get_transient_for (window) == parent)
      return QH_LOG_ENTRY (find_by_type (GTK_WIDGET (window), QH_TYPE_LOG_ENTRY));
  }
  return NULL;
}

static QhLogEntry *
show_line (Fixture *fixture)
{
  qh_log_window_present (GTK_WINDOW (fixture->window), fixture->store, NULL);
  return find_line (GTK_WINDOW (fixture->window));
}

static void
close_line (QhLogEntry *entry)
{
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (entry))));
}

/* Closed it is gone, not hidden; what was typed is not. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  GtkWindow *parent = GTK_WINDOW (fixture->window);
  QhLogEntry *entry = show_line (fixture);

  qh_log_entry_set_text (entry, "half");
  g_assert_true (show_line (fixture) == entry);
  close_line (entry);
  g_assert_null (find_line (parent));
  entry = show_line (fixture);
  g_assert_cmpstr (qh_log_entry_get_text (entry), ==, "half");
  g_assert_true (qh_log_entry_save (entry));
  g_assert_null (find_line (parent));
  entry = show_line (fixture);
  g_assert_cmpstr (qh_log_entry_get_text (entry), ==, "");
  close_line (entry);
}

/* Where the store cannot keep what was typed, the window does. */
static void
test_window_alone (Fixture *fixture, gconstpointer data)
{
  QhLogEntry *entry = show_line (fixture);

  qh_log_entry_set_text (entry, "half");
  sqlite3_exec (qh_store_get_db (fixture->store), "PRAGMA query_only = 1", NULL, NULL, NULL);
  close_line (entry);
  g_assert_true (find_line (GTK_WINDOW (fixture->window)) == entry);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (entry)));
  sqlite3_exec (qh_store_get_db (fixture->store), "PRAGMA query_only = 0", NULL, NULL, NULL);
  g_assert_true (show_line (fixture) == entry);
  g_assert_cmpstr (qh_log_entry_get_text (entry), ==, "half");
  close_line (entry);
  g_assert_null (find_line (GTK_WINDOW (fixture->window)));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  qh_ui_register_resource ();
  adw_init ();
#define ADD(name, function) \
  g_test_add ("/log/" name, Fixture, NULL, fixture_start, function, fixture_end)
  ADD ("saves", test_saves);
  ADD ("empty", test_empty);
  ADD ("client", test_client);
  ADD ("words", test_words);
  ADD ("marks", test_marks);
  ADD ("draft", test_draft);
  ADD ("undo", test_undo);
  ADD ("refused", test_refused);
  ADD ("long", test_long);
  ADD ("too-long", test_too_long);
  ADD ("window", test_window);
  ADD ("window-alone", test_window_alone);
#undef ADD
  return g_test_run ();
}
