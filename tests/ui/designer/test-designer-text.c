/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-designer-text.h"
#include "designer/qh-link-menu.h"
#include "designer/qh-list-follow.h"
#include "designer/qh-plan-edits.h"
#include "designer/qh-plan-share.h"
#include "designer/qh-segment-details.h"
#include "dialogs/qh-file-dialog.h"
#include "plan-fixture.h"
#include "qh-day-time.h"

static void
test_time_of_day (void)
{
  static const struct {
    const char *text;
    int hour, minute; /* -1: none */
  } cases[] = {
    { "10:00", 10, 0 },  { " 9 ", 9, 0 },       { "930", 9, 30 },   { "1430", 14, 30 },
    { "14.30", 14, 30 }, { "2:30 pm", 14, 30 }, { "12 am", 0, 0 },  { "12pm", 12, 0 },
    { "0", 0, 0 },       { "23:59", 23, 59 },   { "24:00", -1, 0 }, { "10:60", -1, 0 },
    { "13 pm", -1, 0 },  { "", -1, 0 },         { "10:0", -1, 0 },  { "soon", -1, 0 },
    { "10 h", -1, 0 },   { "12345", -1, 0 },    { "-1", -1, 0 },    { NULL, -1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    int hour, minute;
    gboolean read = qh_time_of_day_read (cases[i].text, &hour, &minute);

    g_assert_cmpint (read, ==, cases[i].hour >= 0);
    if (!read)
      continue;
    g_assert_cmpint (hour, ==, cases[i].hour);
    g_assert_cmpint (minute, ==, cases[i].minute);
  }
}

static void
test_day_time (void)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 start = qh_day_time_instant ("2026-07-01", 9, 5, berlin);
  g_autofree char *text = qh_instant_format (start, NULL);
  g_autofree char *back = qh_time_of_day_format (start, berlin);

  g_assert_cmpstr (text, ==, "2026-07-01T07:05:00+00:00");
  g_assert_cmpstr (back, ==, "09:05");
  g_assert_cmpint (qh_day_time_instant ("2026-02-30", 9, 0, berlin), ==, QH_NONE);
}

static void
test_share (void)
{
  g_assert_cmpuint (qh_share_choice (QH_NONE), ==, 0);
  g_assert_cmpuint (qh_share_choice (0), ==, 1);
  g_assert_cmpuint (qh_share_choice (100), ==, 11);
  g_assert_cmpuint (qh_share_choice (33), ==, 12);
  for (gint64 percent = 0; percent <= 100; percent++)
    g_assert_cmpint (qh_choice_share (qh_share_choice (percent), percent), ==, percent);
  g_assert_cmpint (qh_choice_share (0, 40), ==, QH_NONE);
}

static void
test_extension (void)
{
  g_autofree char *bare = qh_path_with_extension ("/a.b/plan", "pdf");
  g_autofree char *named = qh_path_with_extension ("/a.b/plan.PDF", "pdf");

  g_assert_cmpstr (bare, ==, "/a.b/plan.pdf");
  g_assert_cmpstr (named, ==, "/a.b/plan.PDF");
}

static void
test_subtitle (void)
{
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  g_autoptr (QhClient) client = qh_client_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 now = fixture_clock ().fixed;
  g_autofree char *undated = qh_meeting_subtitle (meeting, client, now, utc);
  g_autofree char *dated = NULL;
  g_autofree char *full = NULL;

  g_assert_cmpstr (undated, ==, "No date yet · On site · limit 15 minutes");
  qh_record_set_int (QH_RECORD (meeting), "start", now + 6 * QH_DAY_USEC + G_TIME_SPAN_HOUR);
  dated = qh_meeting_subtitle (meeting, client, now, utc);
  g_assert_cmpstr (dated, ==, "Thursday 26 November, 10:00 · On site · limit 15 minutes");
  qh_record_set_int (QH_RECORD (client), "minutes_limit", 1);
  qh_record_set_int (QH_RECORD (meeting), "budget", 90);
  qh_record_set_int (QH_RECORD (meeting), "status", QH_MEETING_STATUS_APPROVED);
  qh_record_set_int (QH_RECORD (meeting), "start", QH_NONE);
  full = qh_meeting_subtitle (meeting, client, now, utc);
  g_assert_cmpstr (full, ==,
                   "No date yet · On site · limit 1 minute · planned 1:30 min · Approved");
}

static void
test_links (void)
{
  PlanFixture fixture = { NULL };
  g_autoptr (QhPlanEditor) editor = NULL;
  const QhContext *context;
  QhSegment *open;
  g_autofree char *label = NULL;
  g_autofree char *details = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  plan_fixture_set_up (&fixture);
  fixture_ok (editor = qh_plan_editor_new (fixture.store, fixture.meeting, &error));
  context = qh_plan_editor_get_context (editor);
  open = qh_plan_segment (qh_plan_editor_get_plan (editor), 0);
  g_assert_null (qh_link_record (context, open, "remark"));
  qh_record_set_string (QH_RECORD (open), "remark", QH_RECORD (fixture.flyer)->id);
  g_assert_true (qh_link_record (context, open, "remark") == QH_RECORD (fixture.flyer));
  label = qh_link_label ("remark", QH_RECORD (fixture.flyer));
  g_assert_cmpstr (label, ==, "“A flyer goes right in the trash.”");
  details = qh_link_details (context, "remark", QH_RECORD (fixture.flyer));
  g_assert_cmpstr (details, ==, "“A flyer goes right in the trash.”\nDr Ferris · 2 Mar");
  menu = qh_link_menu_new (context);
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 2);
  g_clear_object (&editor);
  plan_fixture_tear_down (&fixture);
}

static void
assert_plan_label (const QhContext *context, QhContent *content, const char *expected)
{
  g_autofree char *label = qh_link_plan_label (context, "content", QH_RECORD (content));

  g_assert_cmpstr (label, ==, expected);
}

/* In the plan a limited item says which copy the meeting has. */
static void
test_copies (void)
{
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  g_autoptr (QhPlan) plan = qh_plan_new (meeting);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (QhContext) context = qh_context_new (plan, NULL, 0, zone);
  g_autoptr (QhContent) content = qh_content_new ();
  QhStanding *standing = qh_standing_new ();

  qh_record_set_string (QH_RECORD (content), "title", "Benchmark");
  QH_RECORD (content)->id = g_strdup ("item");
  assert_plan_label (context, content, "Benchmark");
  g_hash_table_insert (context->standings, g_strdup (QH_RECORD (content)->id), standing);
  assert_plan_label (context, content, "Benchmark");
  qh_record_set_int (QH_RECORD (content), "edition", 12);
  standing->available = 1;
  assert_plan_label (context, content, "Benchmark · no copy reserved");
  standing->available = 0;
  assert_plan_label (context, content, "Benchmark · none left");
  standing->here = standing->his_reserved = 1;
  standing->reserved_number = 9;
  assert_plan_label (context, content, "Benchmark · copy 9 of 12 reserved");
  standing->his_reserved = 0;
  standing->his_given = 1;
  standing->given_number = 9;
  assert_plan_label (context, content, "Benchmark · copy 9 of 12 given");
}

static void
test_access (void)
{
  g_autoptr (QhClient) client = qh_client_new ();
  g_auto (GStrv) none = qh_access_lines (NULL);
  g_auto (GStrv) lines = NULL;

  g_assert_cmpuint (g_strv_length (none), ==, 1);
  g_assert_cmpstr (none[0], ==, "At most 15 minutes");
  qh_record_set_int (QH_RECORD (client), "no_phone", TRUE);
  qh_record_set_string (QH_RECORD (client), "gatekeeper", "Sarah");
  lines = qh_access_lines (client);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[2], ==, "The way in: Sarah");
}

static void
count_changes (guint *counter)
{
  (*counter)++;
}

static void
test_list_follow (void)
{
  g_autoptr (GListStore) list = g_list_store_new (qh_remark_get_type ());
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  guint changes = 0;

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (records, qh_remark_new ());
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (count_changes), &changes);
  qh_list_follow (list, records);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 4);
  qh_list_follow (list, records);
  g_assert_cmpuint (changes, ==, 1);
  g_ptr_array_remove_index (records, 1);
  qh_list_follow (list, records);
  g_assert_cmpuint (changes, ==, 2);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);
    g_assert_true (item == records->pdata[i]);
  }
}

/* Why an item is offered, and the sum of its scarcity. */
static void
test_ranked (void)
{
  g_autoptr (QhRemark) remark = qh_remark_new ();
  g_autoptr (QhFriction) friction = qh_friction_new ();
  QhScarcity scarcity = qh_scarcity_figure (QH_RARITY_OURS_ALONE, 12, 9, TRUE);
  QhRanked ranked = { .reason = NULL };
  g_autofree char *sum = qh_scarcity_sum_label (&scarcity);
  g_autofree char *nothing = qh_ranked_reason_label (&ranked);

  g_assert_cmpstr (sum, ==, "Scarcity 93 = 1.0 × 0.93 × 1.0");
  g_assert_cmpstr (nothing, ==, "");
  qh_record_set_string (QH_RECORD (remark), "words", "Every recall is a call");
  ranked.reason = QH_RECORD (remark);
  g_autofree char *said = qh_ranked_reason_label (&ranked);
  g_assert_cmpstr (said, ==, "Fits “Every recall is a call”");
  qh_record_set_string (QH_RECORD (friction), "title", "Wrong invoices");
  ranked.reason = QH_RECORD (friction);
  g_autofree char *suffered = qh_ranked_reason_label (&ranked);
  g_assert_cmpstr (suffered, ==, "Fits the friction “Wrong invoices”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/designer-text/time-of-day", test_time_of_day);
  g_test_add_func ("/designer-text/day-time", test_day_time);
  g_test_add_func ("/designer-text/share", test_share);
  g_test_add_func ("/designer-text/extension", test_extension);
  g_test_add_func ("/designer-text/subtitle", test_subtitle);
  g_test_add_func ("/designer-text/links", test_links);
  g_test_add_func ("/designer-text/copies", test_copies);
  g_test_add_func ("/designer-text/access", test_access);
  g_test_add_func ("/designer-text/list-follow", test_list_follow);
  g_test_add_func ("/designer-text/ranked", test_ranked);
  return g_test_run ();
}
