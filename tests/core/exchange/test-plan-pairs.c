/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What left and what is, beside one another. */
#include "exchange/qh-meeting-export.h"
#include "exchange/qh-plan-pairs.h"

#define NOW G_GINT64_CONSTANT (1795161600000000)

typedef struct {
  QhStore *store;
  char *meeting;
} Fixture;

static void
insert (QhPlan *plan, guint position, int kind, const char *title, gint64 seconds)
{
  g_autoptr (QhSegment) segment =
      g_object_new (qh_segment_get_type (), "kind", kind, "title", title, "seconds", seconds, NULL);

  qh_plan_insert (plan, segment, position);
}

static void
save (Fixture *fixture, QhPlan *plan)
{
  g_autoptr (GError) error = NULL;

  qh_store_save_plan (fixture->store, plan, "Change", &error);
  g_assert_no_error (error);
}

static QhPlan *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  QhPlan *plan = qh_store_load_plan (fixture->store, fixture->meeting, &error);

  g_assert_no_error (error);
  return plan;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  QhClock clock = qh_clock_fixed (NOW, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRecord) client = qh_record_new (&qh_client_entity);
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  g_autoptr (QhPlan) plan = qh_plan_new (meeting);

  fixture->store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  qh_record_set_string (client, "name", "Halden Tools");
  qh_store_save (fixture->store, client, &error);
  g_object_set (meeting, "client", client->id, "output", "A list", NULL);
  insert (plan, 0, QH_SEGMENT_KIND_OPEN, "Open", 60);
  insert (plan, 1, QH_SEGMENT_KIND_ESCAPE, "Invoices", 240);
  insert (plan, 2, QH_SEGMENT_KIND_CLOSE, "A walk", 60);
  save (fixture, plan);
  fixture->meeting = g_strdup (QH_RECORD (meeting)->id);
  qh_export_meeting (fixture->store, fixture->meeting, QH_FORMAT_PLAN, QH_EDITION_MANAGER, NULL,
                     &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->meeting);
  g_assert_finalize_object (fixture->store);
}

/* "Output = A list | A list; …", with a sign for what has become of each. */
static void
expect (Fixture *fixture, const char *wanted)
{
  static const char signs[] = "=*+-";
  g_autoptr (GError) error = NULL;
  g_autoptr (QhPlanComparison) compared =
      qh_plan_compare (fixture->store, fixture->meeting, 0, &error);
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpint (compared->revision, ==, 1);
  pairs = qh_plan_pairs (compared);
  for (guint i = 0; i < pairs->len; i++) {
    const QhPlanPair *pair = pairs->pdata[i];
    g_string_append_printf (text, "%s %c %s | %s; ", pair->place, signs[pair->state],
                            pair->before != NULL ? pair->before : "",
                            pair->after != NULL ? pair->after : "");
  }
  g_strdelimit (text->str, "\n", '/');
  g_assert_cmpstr (text->str, ==, wanted);
}

#define OPEN "Open/Open, 1 min"
#define INVOICES "Invoices/Escape, 4 min"
#define WALK "A walk/Close, 1 min"

static void
test_same (Fixture *fixture, gconstpointer data)
{
  expect (fixture, "Output = A list | A list; Segment 1 = " OPEN " | " OPEN
                   "; Segment 2 = " INVOICES " | " INVOICES "; Segment 3 = " WALK " | " WALK "; ");
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhPlan) plan = load (fixture);

  g_object_set (qh_plan_get_meeting (plan), "output", NULL, "ask", "A walk", "place", "Quay 7",
                NULL);
  g_object_set (qh_plan_segment (plan, 1), "seconds", (gint64)180, "output", "One name", NULL);
  save (fixture, plan);
  expect (fixture, "Output - A list | ; The commitment we ask for +  | A walk; "
                   "Segment 1 = " OPEN " | " OPEN "; Segment 2 * " INVOICES
                   "/Output: – | Invoices/Escape, 3 min/Output: One name; Segment 3 = " WALK
                   " | " WALK "; Place +  | Quay 7; ");
}

/* What is gone stands where it was; what is new, where it is. */
static void
test_segments (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhPlan) plan = load (fixture);

  qh_plan_remove (plan, qh_plan_segment (plan, 1));
  insert (plan, G_MAXUINT, QH_SEGMENT_KIND_IMPROVE, "Count", 120);
  save (fixture, plan);
  expect (fixture,
          "Output = A list | A list; Segment 1 = " OPEN " | " OPEN "; Segment 2 - " INVOICES
          " | ; Segment 2 = " WALK " | " WALK "; Segment 3 +  | Count/Improve, 2 min; ");
}

static void
test_first_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhPlan) plan = load (fixture);

  qh_plan_remove (plan, qh_plan_segment (plan, 0));
  qh_plan_move (plan, qh_plan_segment (plan, 0), 1);
  save (fixture, plan);
  expect (fixture, "Output = A list | A list; Segment 1 - " OPEN " | ; Segment 1, before 3 * " WALK
                   " | " WALK "; Segment 2 * " INVOICES " | " INVOICES "; ");
}

/* Notes are not in the edition that left: they can have changed in nobody's eyes. */
static void
test_edition (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhPlan) plan = load (fixture);

  g_object_set (qh_plan_segment (plan, 1), "notes", "Mine", NULL);
  save (fixture, plan);
  test_same (fixture, NULL);
}

static void
test_not_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (qh_plan_compare (fixture->store, fixture->meeting, 2, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_NOT_FOUND);
  g_assert_null (qh_plan_find_kept (fixture->store, fixture->meeting, 2));
}

#define add(name, function) \
  g_test_add ("/plan-pairs/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("same", test_same);
  add ("fields", test_fields);
  add ("segments", test_segments);
  add ("first-gone", test_first_gone);
  add ("edition", test_edition);
  add ("not-kept", test_not_kept);
  return g_test_run ();
}
