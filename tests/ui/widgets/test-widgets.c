/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widgets in a window: where they lie, what they are called, what they ask for. */
#include "fixture.h"
#include "paper/qh-strip.h"
#include "widgets/qh-box.h"
#include "widgets/qh-column-layout.h"
#include "widgets/qh-dial-view.h"
#include "widgets/qh-kite-view.h"
#include "widgets/qh-length-entry.h"
#include "widgets/qh-pair-layout.h"
#include "widgets/qh-plain-row.h"
#include "widgets/qh-strip-view.h"
#include "widgets/qh-text-field.h"
#include "widgets/qh-wrap-layout.h"
#include <adwaita.h>

void qh_ui_register_resource (void);

/* A window of @width that shows @child and has been laid out. */
static GtkWidget *
show_in_window (GtkWidget *child, int width)
{
  GtkWidget *window = adw_window_new ();

  gtk_widget_set_size_request (child, width, -1);
  gtk_widget_set_halign (child, GTK_ALIGN_START);
  gtk_widget_set_valign (child, GTK_ALIGN_START);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (child) == 0 || !gtk_widget_get_mapped (child))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

/* Until the next layout is done. */
static void
settle (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (widget);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (gdk_frame_clock_get_frame_counter (clock) < frame + 2) {
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
    g_main_context_iteration (NULL, TRUE);
  }
}

static QhPlan *
build_plan (void)
{
  static const struct {
    int kind;
    gint64 seconds;
    const char *title;
  } segments[] = {
    { QH_SEGMENT_KIND_OPEN, 60, "Hello" },
    { QH_SEGMENT_KIND_ESCAPE, 240, "Wrong invoices" },
    { QH_SEGMENT_KIND_EDUCATE, 240, "No-shows" },
  };
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  QhPlan *plan = qh_plan_new (meeting);

  for (guint i = 0; i < G_N_ELEMENTS (segments); i++) {
    g_autoptr (QhSegment) segment = qh_segment_new ();

    qh_record_set_int (QH_RECORD (segment), "kind", segments[i].kind);
    qh_record_set_int (QH_RECORD (segment), "seconds", segments[i].seconds);
    qh_record_set_string (QH_RECORD (segment), "title", segments[i].title);
    qh_plan_insert (plan, segment, i);
  }
  return plan;
}

static graphene_rect_t
bounds_in (GtkWidget *child, GtkWidget *parent)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, parent, &bounds));
  return bounds;
}

static void
test_dial (void)
{
  g_autoptr (QhPlan) plan = build_plan ();
  GtkWidget *dial = g_object_ref_sink (qh_dial_view_new (24));
  int natural;

  qh_dial_view_show (QH_DIAL_VIEW (dial), plan, 900, 88);
  g_assert_cmpstr (qh_dial_view_get_description (QH_DIAL_VIEW (dial)), ==,
                   "Score 88, 9 of 15 minutes; Open 1, Escape 4, Educate 4");
  qh_dial_view_show (QH_DIAL_VIEW (dial), NULL, 600, -1);
  g_assert_cmpstr (qh_dial_view_get_description (QH_DIAL_VIEW (dial)), ==, "0 of 10 minutes");
  gtk_widget_measure (dial, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 24);
  g_assert_finalize_object (dial);
}

static void
test_kite (void)
{
  GtkWidget *kite = qh_kite_view_new ();
  GtkWidget *window = show_in_window (kite, 300);

  qh_kite_view_show (QH_KITE_VIEW (kite), &(QhBalance){ 240, 180, 240, 120 });
  settle (kite);
  g_assert_cmpint (gtk_widget_get_height (kite), >, 100);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The blocks lie where paper's ruler says, from the left or from the right. */
static void
check_blocks (QhStripView *strip, QhPlan *plan, gboolean rtl)
{
  guint n_blocks;
  g_autofree QhBlock *blocks = qh_plan_blocks (plan, &n_blocks);
  g_autofree QhSpan *spans = g_new0 (QhSpan, n_blocks + 1);
  int width = gtk_widget_get_width (GTK_WIDGET (strip));

  qh_strip_measure (blocks, n_blocks, 900, width, spans);
  for (guint i = 0; i < n_blocks; i++) {
    QhStripBlock *block = qh_strip_view_get_block (strip, qh_plan_segment (plan, i));
    graphene_rect_t bounds = bounds_in (GTK_WIDGET (block), GTK_WIDGET (strip));
    double start = rtl ? width - bounds.origin.x - bounds.size.width : bounds.origin.x;

    g_assert_cmpfloat_with_epsilon (start, spans[i].x, 1);
    g_assert_cmpfloat_with_epsilon (bounds.size.width, spans[i].width, 1.5);
  }
}

static void
test_strip_layout (void)
{
  g_autoptr (QhPlan) plan = build_plan ();
  QhStripView *strip = QH_STRIP_VIEW (qh_strip_view_new ());
  GtkWidget *window = show_in_window (GTK_WIDGET (strip), 600);

  qh_strip_view_set_plan (strip, plan, NULL);
  settle (GTK_WIDGET (strip));
  check_blocks (strip, plan, FALSE);
  g_assert_true (qh_strip_view_segment_at (strip, 5) == qh_plan_segment (plan, 0));
  g_assert_true (qh_strip_view_segment_at (strip, 100) == qh_plan_segment (plan, 1));
  g_assert_null (qh_strip_view_segment_at (strip, 590));

  qh_record_set_int (QH_RECORD (qh_plan_segment (plan, 1)), "seconds", 420);
  settle (GTK_WIDGET (strip));
  check_blocks (strip, plan, FALSE);

  gtk_widget_set_direction (GTK_WIDGET (strip), GTK_TEXT_DIR_RTL);
  settle (GTK_WIDGET (strip));
  check_blocks (strip, plan, TRUE);
  g_assert_true (qh_strip_view_segment_at (strip, 595) == qh_plan_segment (plan, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A block stays the same widget wherever its segment goes, and keeps the focus; when it goes, its
 * neighbour has it. */
static void
test_strip_follow (void)
{
  g_autoptr (QhPlan) plan = build_plan ();
  g_autoptr (QhSegment) escape = g_object_ref (qh_plan_segment (plan, 1));
  QhStripView *strip = QH_STRIP_VIEW (qh_strip_view_new ());
  GtkWidget *window = show_in_window (GTK_WIDGET (strip), 600);
  QhStripBlock *block;

  qh_strip_view_set_plan (strip, plan, NULL);
  block = qh_strip_view_get_block (strip, escape);
  g_assert_cmpstr (qh_strip_block_get_description (block), ==,
                   "Wrong invoices, Escape, 4 minutes, 2 of 3");
  gtk_widget_grab_focus (GTK_WIDGET (block));
  qh_plan_move (plan, escape, 2);
  settle (GTK_WIDGET (strip));
  g_assert_true (qh_strip_view_get_block (strip, escape) == block);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (block)));
  g_assert_cmpstr (qh_strip_block_get_description (block), ==,
                   "Wrong invoices, Escape, 4 minutes, 3 of 3");

  qh_plan_remove (plan, escape);
  settle (GTK_WIDGET (strip));
  g_assert_null (qh_strip_view_get_block (strip, escape));
  block = qh_strip_view_get_block (strip, qh_plan_segment (plan, 1));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (block)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_activation (GSimpleAction *action, GVariant *parameter, guint *counter)
{
  (*counter)++;
}

static void
on_setup_block (QhStripView *strip, QhStripBlock *block, guint *counter)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) longer = g_simple_action_new ("longer", NULL);

  g_signal_connect (longer, "activate", G_CALLBACK (count_activation), counter);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (longer));
  gtk_widget_insert_action_group (GTK_WIDGET (block), "segment", G_ACTION_GROUP (group));
}

/* What the strip asks for goes through the actions that its owner put on each block. */
static void
test_strip_actions (void)
{
  g_autoptr (QhPlan) plan = build_plan ();
  QhStripView *strip = QH_STRIP_VIEW (g_object_ref_sink (qh_strip_view_new ()));
  guint activations = 0;

  g_signal_connect (strip, "setup-block", G_CALLBACK (on_setup_block), &activations);
  qh_strip_view_set_plan (strip, plan, NULL);
  for (guint i = 0; i < 3; i++) {
    QhStripBlock *block = qh_strip_view_get_block (strip, qh_plan_segment (plan, i));
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (block), "segment.longer", NULL));
  }
  g_assert_cmpuint (activations, ==, 3);
  g_assert_finalize_object (strip);
}

static int
field_height (GtkWidget *field, int width)
{
  int height;

  gtk_widget_measure (field, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
test_text_field (void)
{
  GtkWidget *field = qh_text_field_new ();
  GtkWidget *window = show_in_window (field, 200);
  GtkTextBuffer *buffer =
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (qh_text_field_get_view (QH_TEXT_FIELD (field))));
  int one = field_height (field, 200);

  g_object_set (field, "placeholder",
                "A prompt that is long enough to need more than one line of this width", NULL);
  g_assert_cmpint (field_height (field, 200), >, one);
  gtk_text_buffer_set_text (buffer, "Short", -1);
  g_assert_cmpint (field_height (field, 200), ==, one);
  gtk_text_buffer_set_text (buffer, "One\nTwo\nThree", -1);
  g_assert_cmpint (field_height (field, 200), >, 2 * one);
  settle (field);
  g_assert_cmpint (gtk_widget_get_height (field), ==, field_height (field, 200));
  g_assert_false (gtk_text_buffer_get_enable_undo (buffer));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_type (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
take_length (gint64 *taken, gint64 seconds)
{
  *taken = seconds;
}

static void
test_length_entry (void)
{
  GtkWidget *length = qh_length_entry_new ();
  GtkWidget *window = show_in_window (length, 160);
  GtkWidget *entry = find_type (length, GTK_TYPE_ENTRY);
  gint64 taken = QH_NONE;

  g_signal_connect_swapped (length, "set", G_CALLBACK (take_length), &taken);
  qh_length_entry_set_seconds (QH_LENGTH_ENTRY (length), 240);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "4 min");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2:30");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (taken, ==, 150);

  taken = QH_NONE;
  gtk_editable_set_text (GTK_EDITABLE (entry), "long");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (taken, ==, QH_NONE);
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  qh_length_entry_set_seconds (QH_LENGTH_ENTRY (length), 60);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1 min");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
block_of_size (int width, int height)
{
  GtkWidget *block = adw_bin_new ();

  gtk_widget_set_size_request (block, width, height);
  return block;
}

/* @layout: (transfer full) */
static GtkWidget *
new_box (GtkLayoutManager *layout)
{
  GtkWidget *box = g_object_new (QH_TYPE_BOX, NULL);

  gtk_widget_set_layout_manager (box, layout);
  return box;
}

static void
test_pair (void)
{
  GtkWidget *pair = new_box (
      g_object_new (QH_TYPE_PAIR_LAYOUT, "room", 200, "spacing", 10, "line-spacing", 6, NULL));
  GtkWidget *first = block_of_size (100, 40), *second = block_of_size (50, 20);
  GtkWidget *window;

  gtk_widget_set_hexpand (second, TRUE);
  qh_box_append (QH_BOX (pair), first);
  qh_box_append (QH_BOX (pair), second);
  g_assert_cmpint (field_height (pair, 310), ==, 40);
  g_assert_cmpint (field_height (pair, 309), ==, 66);

  window = show_in_window (pair, 400);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 100);
  g_assert_cmpint (gtk_widget_get_width (second), ==, 290);
  gtk_widget_set_direction (pair, GTK_TEXT_DIR_RTL);
  settle (pair);
  g_assert_cmpfloat (bounds_in (second, pair).origin.x, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What could be spread out beside the other half does not drive it away. */
static void
test_pair_side (void)
{
  GtkWidget *pair =
      new_box (g_object_new (QH_TYPE_PAIR_LAYOUT, "room", 200, "side", 80, "spacing", 10, NULL));
  GtkWidget *first = block_of_size (100, 40);
  GtkWidget *second = new_box (g_object_new (QH_TYPE_WRAP_LAYOUT, NULL));
  GtkWidget *window;

  gtk_widget_set_hexpand (first, TRUE);
  for (guint i = 0; i < 3; i++)
    qh_box_append (QH_BOX (second), block_of_size (50, 20));
  qh_box_append (QH_BOX (pair), first);
  qh_box_append (QH_BOX (pair), second);
  g_assert_cmpint (field_height (pair, 290), ==, 60); /* one to a line */
  g_assert_cmpint (field_height (pair, 289), ==, 60); /* all in one line, below the other */

  window = show_in_window (pair, 290);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 200);
  g_assert_cmpint (gtk_widget_get_width (second), ==, 80);
  qh_box_append (QH_BOX (second), block_of_size (90, 20));
  settle (pair);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 290);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_wrap (void)
{
  GtkWidget *box =
      new_box (g_object_new (QH_TYPE_WRAP_LAYOUT, "spacing", 5, "line-spacing", 3, NULL));
  GtkWidget *window;

  for (guint i = 0; i < 3; i++)
    qh_box_append (QH_BOX (box), block_of_size (80, 20));
  g_assert_cmpint (field_height (box, 250), ==, 20);
  g_assert_cmpint (field_height (box, 249), ==, 43);
  window = show_in_window (box, 250);
  g_assert_cmpfloat (bounds_in (gtk_widget_get_last_child (box), box).origin.x, ==, 170);
  gtk_widget_set_size_request (box, -1, -1);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 170, 43 }, -1);
  g_assert_cmpfloat (bounds_in (gtk_widget_get_last_child (box), box).origin.y, ==, 23);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* As high as its children, and where there is more, in the middle of it. */
static void
test_column (void)
{
  GtkWidget *column =
      g_object_ref_sink (new_box (g_object_new (QH_TYPE_COLUMN_LAYOUT, "spacing", 4, NULL)));
  GtkWidget *first = block_of_size (40, 10), *second = block_of_size (60, 20);
  GtkWidget *hidden = block_of_size (90, 90);
  int minimum, natural;

  gtk_widget_set_visible (hidden, FALSE);
  qh_box_append (QH_BOX (column), first);
  qh_box_append (QH_BOX (column), hidden);
  qh_box_append (QH_BOX (column), second);
  gtk_widget_measure (column, GTK_ORIENTATION_HORIZONTAL, 34, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 60);
  g_assert_cmpint (natural, ==, 60);
  g_assert_cmpint (field_height (column, 60), ==, 34);
  gtk_widget_size_allocate (column, &(GtkAllocation){ 0, 0, 100, 50 }, -1);
  g_assert_cmpfloat (bounds_in (first, column).origin.y, ==, 8);
  g_assert_cmpfloat (bounds_in (second, column).origin.y, ==, 22);
  g_assert_cmpint (gtk_widget_get_width (second), ==, 100);
  g_object_unref (column);
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

/* A text that is no markup would be warned of, one that is would lose its tags. */
static void
test_plain_row (void)
{
  GtkWidget *row = g_object_ref_sink (qh_plain_row_new ("Okafor & Sons", "<b>Car</b> repair"));

  g_assert_nonnull (find_label (row, "Okafor & Sons"));
  g_assert_nonnull (find_label (row, "<b>Car</b> repair"));
  g_object_unref (row);
}

/* One text stands in the middle of its row, two stand below each other. */
static void
test_plain_row_layout (void)
{
  GtkWidget *list = gtk_list_box_new (), *row = qh_plain_row_new ("Title", NULL), *window;
  graphene_rect_t title, subtitle;

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = show_in_window (list, 300);
  title = bounds_in (find_label (row, "Title"), row);
  g_assert_cmpint (
      abs ((int)(2 * title.origin.y + title.size.height) - gtk_widget_get_height (row)), <=, 2);
  qh_plain_row_set_text (ADW_ACTION_ROW (row), "Title", "Subtitle");
  settle (row);
  title = bounds_in (find_label (row, "Title"), row);
  subtitle = bounds_in (find_label (row, "Subtitle"), row);
  g_assert_cmpfloat (subtitle.origin.y, >=, title.origin.y + title.size.height);
  g_assert_cmpfloat (subtitle.origin.x, ==, title.origin.x);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  qh_ui_register_resource ();
  g_test_add_func ("/widgets/dial", test_dial);
  g_test_add_func ("/widgets/kite", test_kite);
  g_test_add_func ("/widgets/strip/layout", test_strip_layout);
  g_test_add_func ("/widgets/strip/follow", test_strip_follow);
  g_test_add_func ("/widgets/strip/actions", test_strip_actions);
  g_test_add_func ("/widgets/text-field", test_text_field);
  g_test_add_func ("/widgets/length-entry", test_length_entry);
  g_test_add_func ("/widgets/pair", test_pair);
  g_test_add_func ("/widgets/pair-side", test_pair_side);
  g_test_add_func ("/widgets/wrap", test_wrap);
  g_test_add_func ("/widgets/column", test_column);
  g_test_add_func ("/widgets/plain-row", test_plain_row);
  g_test_add_func ("/widgets/plain-row-layout", test_plain_row_layout);
  return g_test_run ();
}
