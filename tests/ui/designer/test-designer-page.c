/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page in a window: it keeps focus, cursor and rows through everything that changes around
 * them. */
#include "designer/qh-designer-page.h"
#include "designer/qh-export-dialog.h"
#include "designer/qh-finding-row.h"
#include "designer/qh-output-card.h"
#include "designer/qh-print.h"
#include "designer/qh-segment-row.h"
#include "plan-fixture.h"
#include "widgets/qh-dial-view.h"
#include "widgets/qh-text-field.h"
#include <glib/gstdio.h>

void qh_ui_register_resource (void);

typedef struct {
  PlanFixture plan;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
turn (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  plan_fixture_set_up (&fixture->plan);
  fixture->window = adw_window_new ();
  fixture->page = qh_designer_page_new (fixture->plan.store, fixture->plan.meeting);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (fixture->page) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  turn ();
  plan_fixture_tear_down (&fixture->plan);
}

/* The widgets of @type below @widget, in order. */
static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (G_TYPE_CHECK_INSTANCE_TYPE (child, type))
      g_ptr_array_add (found, child);
    collect (child, type, found);
  }
}

static GtkWidget *
nth (GtkWidget *widget, GType type, guint position)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  return position < found->len ? found->pdata[position] : NULL;
}

static guint
count (GtkWidget *widget, GType type)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  return found->len;
}

static GtkTextBuffer *
output_buffer (Fixture *fixture)
{
  GtkWidget *card = nth (fixture->page, QH_TYPE_OUTPUT_CARD, 0);
  GtkWidget *field = nth (card, QH_TYPE_TEXT_FIELD, 0);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (qh_text_field_get_view (QH_TEXT_FIELD (field))));
}

static char *
text_of (GtkTextBuffer *buffer)
{
  char *text;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static void
test_shows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dial = nth (fixture->page, QH_TYPE_DIAL_VIEW, 0);
  g_autofree char *output = text_of (output_buffer (fixture));

  g_assert_cmpstr (output, ==, "A recall schedule");
  g_assert_cmpuint (count (fixture->page, QH_TYPE_SEGMENT_ROW), ==, 4);
  g_assert_cmpuint (count (fixture->page, QH_TYPE_FINDING_ROW), >, 2);
  g_assert_true (g_str_has_suffix (qh_dial_view_get_description (QH_DIAL_VIEW (dial)),
                                   "11 of 15 minutes; Open 1, Escape 4, Educate 4, Aesthetics 2"));
}

/* Someone else's change does not touch what is being typed, nor the cursor. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = output_buffer (fixture);
  g_autofree char *text = NULL;
  g_autofree char *stored = NULL;
  GtkTextIter at;
  int cursor;

  gtk_text_buffer_get_iter_at_offset (buffer, &at, 2);
  gtk_text_buffer_place_cursor (buffer, &at);
  gtk_text_buffer_insert_at_cursor (buffer, "new ", -1);
  qh_record_set_string (QH_RECORD (fixture->plan.client), "name", "Ferris & Sons");
  fixture_ok (qh_store_save (fixture->plan.store, QH_RECORD (fixture->plan.client), &error));
  turn ();
  text = text_of (buffer);
  g_object_get (buffer, "cursor-position", &cursor, NULL);
  g_assert_cmpstr (text, ==, "A new recall schedule");
  g_assert_cmpint (cursor, ==, 6);

  /* Leaving saves it. */
  gtk_widget_set_visible (fixture->page, FALSE);
  stored = fixture_ask (qh_store_get_db (fixture->plan.store), "SELECT output FROM meeting");
  g_assert_cmpstr (stored, ==, "A new recall schedule");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = output_buffer (fixture);
  g_autofree char *text = NULL;

  gtk_text_buffer_set_text (buffer, "Something else", -1);
  gtk_widget_set_visible (fixture->page, FALSE);
  gtk_widget_set_visible (fixture->page, TRUE);
  fixture_ok (qh_store_undo (fixture->plan.store, NULL, &error));
  text = text_of (buffer);
  g_assert_cmpstr (text, ==, "A recall schedule");
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row, *focus;

  g_assert_true (
      gtk_widget_activate_action (fixture->page, "designer.add-segment", "s", "improve"));
  row = nth (fixture->page, QH_TYPE_SEGMENT_ROW, 4);
  g_assert_nonnull (row);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, row));
  gtk_widget_activate_action (fixture->page, "designer.add-segment", "s", "nonsense");
  g_assert_cmpuint (count (fixture->page, QH_TYPE_SEGMENT_ROW), ==, 5);
}

/* A row goes along with its segment, with the focus in it. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = nth (fixture->page, QH_TYPE_SEGMENT_ROW, 1);
  GtkWidget *focus;

  qh_segment_row_edit (QH_SEGMENT_ROW (row));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_activate_action (row, "segment.later", NULL));
  turn ();
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 2);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);

  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_activate_action (row, "segment.remove", NULL));
  turn ();
  row = nth (fixture->page, QH_TYPE_SEGMENT_ROW, 2);
  g_assert_true (gtk_widget_is_focus (row));
}

/* Shift+Tab leads out of a title, to its row. */
static void
test_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = nth (fixture->page, QH_TYPE_SEGMENT_ROW, 1);

  qh_segment_row_edit (QH_SEGMENT_ROW (row));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_is_focus (row));
}

/* A finding that stays keeps its row through an edit that changes another. */
static void
test_findings (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = nth (fixture->page, QH_TYPE_FINDING_ROW, 0);
  g_autofree char *name = g_strdup (qh_finding_row_get_name (QH_FINDING_ROW (first)));
  guint before = count (fixture->page, QH_TYPE_FINDING_ROW);

  gtk_widget_activate_action (nth (fixture->page, QH_TYPE_SEGMENT_ROW, 1), "segment.kind", "s",
                              "close");
  turn ();
  g_assert_cmpuint (count (fixture->page, QH_TYPE_FINDING_ROW), >, before);
  g_assert_true (gtk_widget_get_root (first) != NULL);
  g_assert_cmpstr (qh_finding_row_get_name (QH_FINDING_ROW (first)), ==, name);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  while ((row = nth (fixture->page, QH_TYPE_SEGMENT_ROW, 0)) != NULL) {
    gtk_widget_activate_action (row, "segment.remove", NULL);
    turn ();
  }
  g_assert_cmpuint (count (fixture->page, ADW_TYPE_ACTION_ROW), >=, 8);
  gtk_widget_activate_action (fixture->page, "designer.blueprint", "s", "fix-first");
  turn ();
  g_assert_cmpuint (count (fixture->page, QH_TYPE_SEGMENT_ROW), >, 2);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRecord) meeting = NULL;

  fixture_ok (meeting = qh_store_find (fixture->plan.store, fixture->plan.meeting, &error));
  fixture_ok (qh_store_delete_all (fixture->plan.store, meeting, &error));
  turn ();
  g_assert_false (gtk_widget_is_sensitive (nth (fixture->page, QH_TYPE_DIAL_VIEW, 0)));
}

/* A meeting that is not there makes a page that says so. */
static void
test_missing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = g_object_ref_sink (qh_designer_page_new (fixture->plan.store, "nothing"));

  g_assert_cmpuint (count (page, QH_TYPE_SEGMENT_ROW), ==, 0);
  g_assert_finalize_object (page);
}

static void
take_choice (GtkWidget *dialog, int format, int edition, int *chosen)
{
  chosen[0] = format;
  chosen[1] = edition;
}

static void
test_export_dialog (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog =
      qh_export_dialog_new (GTK_WINDOW (fixture->window), QH_FORMAT_HTML, QH_EDITION_CLIENT);
  int chosen[2] = { -1, -1 };

  g_signal_connect (dialog, "chosen", G_CALLBACK (take_choice), chosen);
  gtk_window_present (GTK_WINDOW (dialog));
  turn ();
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  g_assert_cmpint (chosen[0], ==, QH_FORMAT_HTML);
  g_assert_cmpint (chosen[1], ==, QH_EDITION_CLIENT);
  turn ();
}

/* What is printed is a page. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "plan.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *bytes = NULL;

  fixture_ok (operation = qh_print_operation_new (fixture->plan.store, fixture->plan.meeting,
                                                  QH_EDITION_FULL, &error));
  gtk_print_operation_set_export_filename (operation, path);
  fixture_ok (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                       &error) == GTK_PRINT_OPERATION_RESULT_APPLY);
  fixture_ok (g_file_get_contents (path, &bytes, NULL, &error));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  fixture_remove (folder);
}

#define add(name, function) \
  g_test_add ("/designer-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  qh_ui_register_resource ();
  add ("shows", test_shows);
  add ("typing", test_typing);
  add ("undo", test_undo);
  add ("add", test_add);
  add ("move", test_move);
  add ("back", test_back);
  add ("findings", test_findings);
  add ("empty", test_empty);
  add ("gone", test_gone);
  add ("missing", test_missing);
  add ("export-dialog", test_export_dialog);
  add ("print", test_print);
  return g_test_run ();
}
