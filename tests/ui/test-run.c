/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A meeting under way on screen, by a clock that the test moves: what each key does, to the second;
 * what is drawn anew; and that a store that fails stops nothing. */
#include "log/qh-log-entry.h"
#include "qh-application.h"
#include "run/qh-run-dial.h"
#include "run/qh-run-keys.h"
#include "run/qh-run-layout.h"
#include "run/qh-run-page.h"
#include "run/qh-run-text.h"
#include "store/qh-file.h"
#include "store/qh-runs.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define BOOT "01890a5d-ac96-774b-bcce-b302099a8057"

typedef struct {
  QhReading now; /* the store's clock shows it */
  GTimeZone *zone;
  QhStore *store;
  char *client, *meeting, *content;
  QhRunner *runner;
  GtkWidget *window;
  QhRunPage *page;
} Fixture;

static void
save (Fixture *fixture, QhRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_store_save (fixture->store, record, &error));
  g_assert_no_error (error);
}

static char *
add_client (Fixture *fixture)
{
  g_autoptr (QhClient) client = qh_client_new ();

  qh_record_set_string (QH_RECORD (client), "name", "Ferris Dental Group");
  save (fixture, QH_RECORD (client));
  return g_strdup (QH_RECORD (client)->id);
}

static char *
add_content (Fixture *fixture, const char *title)
{
  g_autoptr (QhContent) content = qh_content_new ();

  qh_record_set_string (QH_RECORD (content), "title", title);
  qh_record_set_int (QH_RECORD (content), "edition", 12);
  save (fixture, QH_RECORD (content));
  return g_strdup (QH_RECORD (content)->id);
}

static void
add_segment (Fixture *fixture, int kind, gint64 seconds, const char *title, const char *content)
{
  g_autoptr (QhSegment) segment = qh_segment_new ();
  QhRecord *record = QH_RECORD (segment);

  qh_record_set_string (record, "meeting", fixture->meeting);
  qh_record_set_int (record, "kind", kind);
  qh_record_set_int (record, "seconds", seconds);
  qh_record_set_int (record, "must", kind == QH_SEGMENT_KIND_CLOSE);
  qh_record_set_string (record, "title", title);
  qh_record_set_string (record, "content", content);
  save (fixture, record);
}

static void
add_meeting (Fixture *fixture)
{
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();

  qh_record_set_string (QH_RECORD (meeting), "client", fixture->client);
  qh_record_set_string (QH_RECORD (meeting), "output", "A schedule");
  qh_record_set_int (QH_RECORD (meeting), "start", fixture->now.wall);
  save (fixture, QH_RECORD (meeting));
  fixture->meeting = g_strdup (QH_RECORD (meeting)->id);
  add_segment (fixture, QH_SEGMENT_KIND_OPEN, 60, "Open", NULL);
  add_segment (fixture, QH_SEGMENT_KIND_EDUCATE, 300, "Teach", fixture->content);
  add_segment (fixture, QH_SEGMENT_KIND_CLOSE, 60, "Close", NULL);
}

static void
open_page (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->runner = qh_runner_new (fixture->store, fixture->meeting, &error);
  g_assert_no_error (error);
  fixture->window = gtk_window_new ();
  fixture->page = QH_RUN_PAGE (qh_run_page_new (fixture->store, fixture->runner));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  qh_runner_start (fixture->runner);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
close_page (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->runner);
}

static void
fixture_start (Fixture *fixture, gconstpointer data)
{
  QhClock clock;
  g_autoptr (GError) error = NULL;

  fixture->zone = g_time_zone_new_utc ();
  fixture->now = (QhReading){ .up = 5 * G_TIME_SPAN_HOUR, .boot = BOOT };
  g_assert_true (qh_instant_parse ("2026-11-20T10:00:00Z", NULL, &fixture->now.wall));
  clock = qh_clock_by_hand (&fixture->now, fixture->zone);
  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  fixture->client = add_client (fixture);
  fixture->content = add_content (fixture, "Benchmark clinic");
  add_meeting (fixture);
  open_page (fixture);
}

static void
fixture_end (Fixture *fixture, gconstpointer data)
{
  close_page (fixture);
  g_assert_finalize_object (fixture->store);
  g_free (fixture->client);
  g_free (fixture->content);
  g_free (fixture->meeting);
  g_time_zone_unref (fixture->zone);
}

static void
wait_for (Fixture *fixture, double seconds)
{
  fixture->now.wall += (gint64)(seconds * G_USEC_PER_SEC);
  fixture->now.up += (gint64)(seconds * G_USEC_PER_SEC);
}

static void
press (Fixture *fixture, guint key)
{
  g_assert_true (qh_run_key_activate (GTK_WIDGET (fixture->page), key));
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

/* Whether a label that can be seen says @text. */
static gboolean
says (GtkWidget *widget, const char *text)
{
  gboolean found = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
                   strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = says (child, text);
  return found;
}

static gboolean
page_says (Fixture *fixture, const char *text)
{
  return says (GTK_WIDGET (fixture->page), text);
}

static QhLogEntry *
get_entry (Fixture *fixture)
{
  return QH_LOG_ENTRY (find_by_type (GTK_WIDGET (fixture->page), QH_TYPE_LOG_ENTRY));
}

static QhRunFigures
look (Fixture *fixture)
{
  QhRunFigures figures;

  qh_runner_look (fixture->runner, &figures);
  return figures;
}

static gint64
count (Fixture *fixture, const char *sql)
{
  return qh_store_count (fixture->store, sql, NULL);
}

/* --- The whole way */

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  const QhRun *run = qh_runner_get_run (fixture->runner);

  g_assert_true (page_says (fixture, "1 of 3 · Open"));
  wait_for (fixture, 45.5);
  press (fixture, GDK_KEY_space);
  g_assert_true (page_says (fixture, "2 of 3 · Educate"));
  g_assert_true (page_says (fixture, "0:15 ahead · ends 10:06"));
  press (fixture, GDK_KEY_BackSpace);
  g_assert_true (page_says (fixture, "1 of 3 · Open"));
  press (fixture, GDK_KEY_Page_Down);
  wait_for (fixture, 14.5);
  press (fixture, GDK_KEY_h);
  wait_for (fixture, 100);
  g_assert_true (page_says (fixture, "Paused"));
  g_assert_cmpint (look (fixture).elapsed, ==, 60);
  press (fixture, GDK_KEY_h);
  press (fixture, GDK_KEY_plus);
  g_assert_cmpint (run->whole, ==, 960);
  press (fixture, GDK_KEY_minus);
  g_assert_cmpint (run->whole, ==, 900);
  press (fixture, GDK_KEY_5);
  g_assert_true (page_says (fixture, "3 of 3 · Close"));
  g_assert_cmpint (look (fixture).left, ==, 300);
  press (fixture, GDK_KEY_u);
  g_assert_true (page_says (fixture, "2 of 3 · Educate"));
  g_assert_cmpint (look (fixture).left, ==, 840);
  press (fixture, GDK_KEY_KP_3);
  g_assert_cmpint (look (fixture).left, ==, 180);
  press (fixture, GDK_KEY_U);
  press (fixture, GDK_KEY_o);
  g_assert_cmpint (run->output_reached, ==, QH_OUTPUT_REACHED_YES);
  g_assert_true (page_says (fixture, "10:02 Output reached — A schedule"));
  press (fixture, GDK_KEY_o);
  g_assert_cmpint (run->output_reached, ==, 0);
  g_assert_false (qh_run_key_activate (GTK_WIDGET (fixture->page), GDK_KEY_x));
}

static void
test_catch (Fixture *fixture, gconstpointer data)
{
  static const struct {
    guint key;
    const char *typed, *said, *sql;
  } lines[] = {
    { GDK_KEY_w, "We stopped counting", "His words — “We stopped counting”",
      "SELECT count (*) FROM remark WHERE meeting IS NOT NULL AND client IS NOT NULL" },
    { GDK_KEY_f, "late again #delivery", "Friction — late again",
      "SELECT count (*) FROM friction WHERE client IS NOT NULL" },
    { GDK_KEY_p, "send the list", "Promise — send the list",
      "SELECT count (*) FROM promise WHERE client IS NOT NULL" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    QhLogEntry *entry = get_entry (fixture);
    g_autofree char *line = NULL;
    press (fixture, lines[i].key);
    line = g_strconcat (qh_log_entry_get_text (entry), lines[i].typed, NULL);
    qh_log_entry_set_text (entry, line);
    wait_for (fixture, 5);
    g_assert_true (qh_log_entry_save (entry));
    g_assert_true (page_says (fixture, lines[i].said));
    g_assert_cmpint (count (fixture, lines[i].sql), ==, 1);
    g_assert_cmpint (look (fixture).elapsed, ==, 5 * (i + 1));
  }
}

static void
test_deliver (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  press (fixture, GDK_KEY_d);
  g_assert_true (page_says (fixture, "Delivered — Benchmark clinic, copy 1 of 12"));
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM holding WHERE state = 'delivered'"), ==,
                   1);
  /* nothing is left to be given */
  press (fixture, GDK_KEY_d);
  g_assert_cmpuint (qh_runner_get_run (fixture->runner)->caught->len, ==, 1);
  g_assert_true (qh_store_undo (fixture->store, NULL, &error));
  g_assert_false (page_says (fixture, "Delivered — Benchmark clinic"));
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM holding WHERE state = 'reserved'"), ==,
                   1);
}

/* What undo takes back is not said any more; redone, it is again. */
static void
test_undo_of_a_line (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  press (fixture, GDK_KEY_f);
  qh_log_entry_set_text (get_entry (fixture), "late again");
  g_assert_true (qh_log_entry_save (get_entry (fixture)));
  g_assert_true (qh_store_undo (fixture->store, NULL, &error));
  g_assert_false (page_says (fixture, "late again"));
  g_assert_true (qh_store_redo (fixture->store, NULL, &error));
  g_assert_true (page_says (fixture, "late again"));
}

static void
test_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRecord) meeting =
      qh_store_get (fixture->store, &qh_meeting_entity, fixture->meeting, NULL);

  wait_for (fixture, 50);
  press (fixture, GDK_KEY_space);
  wait_for (fixture, 20);
  press (fixture, GDK_KEY_h);
  press (fixture, GDK_KEY_Escape);
  g_assert_cmpint (QH_MEETING (meeting)->status, ==, QH_MEETING_STATUS_HELD);
  g_assert_cmpint (QH_MEETING (meeting)->ended - QH_MEETING (meeting)->began, ==,
                   70 * G_USEC_PER_SEC);
  g_assert_cmpint (count (fixture, "SELECT actual FROM segment WHERE position = 0"), ==, 50);
  g_assert_cmpint (count (fixture, "SELECT actual FROM segment WHERE position = 1"), ==, 20);
}

/* A new page goes on where the last one was, as after a crash. */
static void
test_goes_on (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, 50);
  press (fixture, GDK_KEY_space);
  press (fixture, GDK_KEY_d);
  close_page (fixture);
  wait_for (fixture, 30);
  open_page (fixture);
  g_assert_true (page_says (fixture, "2 of 3 · Educate"));
  g_assert_true (page_says (fixture, "Delivered — Benchmark clinic, copy 1 of 12"));
  g_assert_cmpint (look (fixture).elapsed, ==, 80);
  g_assert_cmpint (look (fixture).segment_left, ==, 270);
}

/* What was kept of it is damaged: it began when it began all the same. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, 50);
  close_page (fixture);
  sqlite3_exec (qh_store_get_db (fixture->store), "UPDATE run SET state = '{}'", NULL, NULL, NULL);
  wait_for (fixture, 30);
  open_page (fixture);
  g_assert_cmpint (look (fixture).elapsed, ==, 80);
  press (fixture, GDK_KEY_space);
  g_assert_true (page_says (fixture, "2 of 3 · Educate"));
}

/* Asleep for a day: it can go on, and can be ended with the last thing done. */
static void
test_forgotten (Fixture *fixture, gconstpointer data)
{
  wait_for (fixture, 50);
  press (fixture, GDK_KEY_space);
  wait_for (fixture, 86400);
  g_signal_emit_by_name (fixture->runner, "ticked");
  g_assert_true (page_says (fixture, "Nothing was done here since 10:00."));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "run.end-at-last", NULL));
  g_assert_cmpint (count (fixture, "SELECT (ended - began) / 1000000 FROM meeting"), ==, 50);
}

static void
on_gone (gboolean *is_gone)
{
  *is_gone = TRUE;
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRecord) meeting =
      qh_store_get (fixture->store, &qh_meeting_entity, fixture->meeting, NULL);
  gboolean is_gone = FALSE;

  g_signal_connect_swapped (fixture->runner, "gone", G_CALLBACK (on_gone), &is_gone);
  g_assert_true (qh_store_delete_all (fixture->store, meeting, NULL));
  g_assert_true (is_gone);
}

/* --- A store that fails */

static void
set_room (Fixture *fixture, const char *pages)
{
  g_autofree char *sql = g_strconcat ("PRAGMA max_page_count = ", pages, NULL);

  sqlite3_exec (qh_store_get_db (fixture->store), sql, NULL, NULL, NULL);
}

/* The disk is full: the clock goes on, the line is kept, and saved once there is room. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (60000, 'a');
  QhLogEntry *entry = get_entry (fixture);

  set_room (fixture, "1");
  press (fixture, GDK_KEY_f);
  qh_log_entry_set_text (entry, long_text);
  g_assert_true (qh_log_entry_save (entry));
  g_assert_cmpstr (qh_log_entry_get_text (entry), ==, "");
  g_assert_true (page_says (fixture, "not saved yet"));
  g_assert_true (page_says (fixture, "This cannot be saved just now."));
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM friction"), ==, 0);
  wait_for (fixture, 60);
  press (fixture, GDK_KEY_space);
  g_assert_true (page_says (fixture, "2 of 3 · Educate"));
  g_assert_cmpint (look (fixture).elapsed, ==, 60);
  set_room (fixture, "1000000");
  press (fixture, GDK_KEY_h);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM friction"), ==, 1);
  g_assert_false (page_says (fixture, "not saved yet"));
}

/* --- A process that is killed while the store fails */

#define KILLED_STORE "QH_TEST_KILLED_STORE"

static QhStore *
open_file (const char *path)
{
  QhClock clock = qh_clock_system ();
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (path, QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  return store;
}

/* Catches two lines that the store does not take, and is gone. */
static void
be_killed (const char *path)
{
  Fixture fixture = { .store = open_file (path) };
  g_autoptr (GPtrArray) meetings =
      qh_store_select (fixture.store, &qh_meeting_entity, "", NULL, NULL);
  g_autofree char *long_text = g_strnfill (60000, 'a');
  g_autofree char *line = g_strconcat ("f ", long_text, NULL);
  g_autoptr (QhRunner) runner =
      qh_runner_new (fixture.store, QH_RECORD (meetings->pdata[0])->id, NULL);

  qh_runner_start (runner);
  set_room (&fixture, "1");
  qh_runner_catch_line (runner, line);
  qh_runner_catch_line (runner, "w Too many invoices");
  kill (getpid (), SIGKILL);
}

/* What was typed is there when the app is started again, once. */
static void
test_killed (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *long_text = g_strnfill (60000, 'b');
  g_autofree char *long_line = g_strconcat ("f ", long_text, NULL);
  g_autoptr (GPtrArray) aside = NULL;
  QhRunner *runner;
  Fixture fixture = { 0 };

  if (g_test_subprocess ()) {
    be_killed (g_getenv (KILLED_STORE));
    return;
  }
  folder = g_dir_make_tmp ("quarterhour-XXXXXX", NULL);
  path = g_build_filename (folder, "quarterhour.db", NULL);
  fixture.store = open_file (path);
  fixture.client = add_client (&fixture);
  fixture.now = qh_clock_read (qh_store_get_clock (fixture.store));
  fixture.content = add_content (&fixture, "Benchmark clinic");
  add_meeting (&fixture);
  g_clear_object (&fixture.store);
  g_setenv (KILLED_STORE, path, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_assert_false (g_test_trap_has_passed ());
  fixture.store = open_file (path);
  /* It still fails when the app is started again, and more is caught. */
  set_room (&fixture, "1");
  qh_runner_recover (fixture.store);
  runner = qh_runner_new (fixture.store, fixture.meeting, NULL);
  qh_runner_start (runner);
  qh_runner_catch_line (runner, long_line);
  g_clear_object (&runner);
  g_assert_cmpint (count (&fixture, "SELECT count (*) FROM friction"), ==, 0);
  set_room (&fixture, "1000000");
  for (int i = 0; i < 2; i++) {
    qh_runner_recover (fixture.store);
    g_assert_cmpint (count (&fixture, "SELECT count (*) FROM friction"), ==, 2);
    g_assert_cmpint (count (&fixture, "SELECT count (*) FROM remark"), ==, 1);
  }
  g_assert_true (qh_runs_is_under_way (fixture.store, fixture.meeting));
  aside = qh_runs_list_aside (fixture.store);
  g_assert_cmpuint (aside->len, ==, 0);
  g_object_unref (fixture.store);
  g_free (fixture.client);
  g_free (fixture.content);
  g_free (fixture.meeting);
  qh_file_remove_database (path);
  g_rmdir (folder);
}

/* What no store would take stays where it was typed, to be put right. */
static void
test_invalid (Fixture *fixture, gconstpointer data)
{
  QhLogEntry *entry = get_entry (fixture);

  press (fixture, GDK_KEY_p);
  qh_log_entry_set_text (entry, "p");
  if (!qh_log_entry_save (entry))
    g_assert_cmpstr (qh_log_entry_get_text (entry), ==, "p");
  g_assert_false (page_says (fixture, "not saved yet"));
}

/* --- What is drawn anew */

static void
test_quiet (Fixture *fixture, gconstpointer data)
{
  QhRunDial *dial = QH_RUN_DIAL (find_by_type (GTK_WIDGET (fixture->page), QH_TYPE_RUN_DIAL));
  guint before;

  settle ();
  wait_for (fixture, 1.1);
  g_signal_emit_by_name (fixture->runner, "ticked");
  before = qh_run_dial_count_changes (dial);
  g_signal_emit_by_name (fixture->runner, "ticked");
  wait_for (fixture, 0.8);
  g_signal_emit_by_name (fixture->runner, "ticked");
  g_assert_cmpuint (qh_run_dial_count_changes (dial), ==, before);
  wait_for (fixture, 0.2);
  g_signal_emit_by_name (fixture->runner, "ticked");
  g_assert_cmpuint (qh_run_dial_count_changes (dial), ==, before + 1);
}

static const struct {
  int width, height;
  QhRunRoom room;
} rooms[] = {
  { 1240, 750, QH_RUN_ROOM_WIDE },  { 1920, 1030, QH_RUN_ROOM_WIDE },
  { 800, 600, QH_RUN_ROOM_WIDE },   { 360, 590, QH_RUN_ROOM_HIGH },
  { 600, 500, QH_RUN_ROOM_HIGH },   { 360, 153, QH_RUN_ROOM_SMALL },
  { 1240, 200, QH_RUN_ROOM_SMALL }, { 300, 110, QH_RUN_ROOM_SMALL },
};

static gboolean
holds (int width, int height, const GdkRectangle *place)
{
  return place->x >= 0 && place->y >= 0 && place->x + place->width <= width &&
         place->y + place->height <= height;
}

/* Neither covers the other, and both lie within the page, with room to be read. */
static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++) {
    GdkRectangle dial, words;
    g_test_message ("%d × %d", rooms[i].width, rooms[i].height);
    g_assert_cmpint (qh_run_room (rooms[i].width, rooms[i].height), ==, rooms[i].room);
    qh_run_places (rooms[i].width, rooms[i].height, TRUE, &dial, &words);
    g_assert_true (holds (rooms[i].width, rooms[i].height, &dial));
    g_assert_true (holds (rooms[i].width, rooms[i].height, &words));
    g_assert_false (gdk_rectangle_intersect (&dial, &words, NULL));
    g_assert_cmpint (dial.width, >=, 90);
    g_assert_cmpint (words.width, >=, 140);
  }
}

/* Nothing on the page keeps a window of 360 × 200 from being that small, not even while something
 * is typed. */
static void
test_small (Fixture *fixture, gconstpointer data)
{
  int width, height;

  press (fixture, GDK_KEY_f);
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_VERTICAL, 360, &height, NULL,
                      NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  g_assert_cmpint (height, <=, 200);
}

/* --- Words */

static const struct {
  gint64 behind, over;
  const char *text;
} courses[] = {
  { 0, 0, "On time · ends 10:00" },
  { 40, 0, "0:40 behind · ends 10:00" },
  { -60, 0, "1:00 ahead · ends 10:00" },
  { 90, 30, "1:30 behind · ends 10:00, 0:30 too late" },
};

static const struct {
  QhRunStage stage;
  gint64 left;
  const char *text, *icon;
} stages[] = {
  { QH_RUN_STAGE_CALM, 144, "2:24 left", NULL },
  { QH_RUN_STAGE_SOON, 40, "0:40 left, soon over", "alarm-symbolic" },
  { QH_RUN_STAGE_LAST, 12, "0:12 left: wrap up", "dialog-warning-symbolic" },
  { QH_RUN_STAGE_OVER, -75, "1:15 over", "dialog-error-symbolic" },
};

static void
test_words (void)
{
  QhRunFigures figures = { 0 };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  g_assert_true (qh_instant_parse ("2026-11-20T10:00:00Z", NULL, &figures.expected_end));
  for (guint i = 0; i < G_N_ELEMENTS (courses); i++) {
    g_autofree char *text = NULL;
    figures.behind = courses[i].behind;
    figures.over = courses[i].over;
    text = qh_run_course_text (&figures, utc);
    g_assert_cmpstr (text, ==, courses[i].text);
  }
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++) {
    g_autofree char *text = NULL;
    figures.stage = stages[i].stage;
    figures.segment_left = stages[i].left;
    text = qh_run_segment_text (&figures);
    g_assert_cmpstr (text, ==, stages[i].text);
    g_assert_cmpstr (qh_run_stage_icon (stages[i].stage), ==, stages[i].icon);
  }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  qh_ui_register_resource ();
  adw_init ();
#define ADD(name, function) \
  g_test_add ("/run/" name, Fixture, NULL, fixture_start, function, fixture_end)
  ADD ("keys", test_keys);
  ADD ("catch", test_catch);
  ADD ("deliver", test_deliver);
  ADD ("undo-of-a-line", test_undo_of_a_line);
  ADD ("end", test_end);
  ADD ("goes-on", test_goes_on);
  ADD ("damaged", test_damaged);
  ADD ("forgotten", test_forgotten);
  ADD ("gone", test_gone);
  ADD ("full", test_full);
  ADD ("invalid", test_invalid);
  ADD ("quiet", test_quiet);
  ADD ("small", test_small);
#undef ADD
  g_test_add_func ("/run/killed", test_killed);
  g_test_add_func ("/run/places", test_places);
  g_test_add_func ("/run/words", test_words);
  return g_test_run ();
}
