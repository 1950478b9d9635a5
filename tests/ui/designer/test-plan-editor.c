/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every edit is one change that can be taken back, the plan follows the store in place, and the
 * review follows the plan. */
#include "designer/qh-plan-edits.h"
#include "designer/qh-segment-actions.h"
#include "designer/qh-segment-drop.h"
#include "plan-fixture.h"

#define STORED "Open 60, Invoices 240, No-shows 240, Calm 120"

typedef struct {
  PlanFixture plan;
  QhPlanEditor *editor;
  guint reviews, failures, gone;
  char *told;
  QhSegment *shown;
} Fixture;

static void
count (guint *counter)
{
  (*counter)++;
}

static void
on_told (Fixture *fixture, const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
on_shown (Fixture *fixture, QhSegment *segment)
{
  fixture->shown = segment;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  plan_fixture_set_up (&fixture->plan);
  fixture_ok (fixture->editor =
                  qh_plan_editor_new (fixture->plan.store, fixture->plan.meeting, &error));
  g_signal_connect_swapped (fixture->editor, "reviewed", G_CALLBACK (count), &fixture->reviews);
  g_signal_connect_swapped (fixture->editor, "failed", G_CALLBACK (count), &fixture->failures);
  g_signal_connect_swapped (fixture->editor, "gone", G_CALLBACK (count), &fixture->gone);
  g_signal_connect_swapped (fixture->editor, "told", G_CALLBACK (on_told), fixture);
  g_signal_connect_swapped (fixture->editor, "shown", G_CALLBACK (on_shown), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->editor);
  g_free (fixture->told);
  plan_fixture_tear_down (&fixture->plan);
}

static QhSegment *
nth (Fixture *fixture, guint position)
{
  return qh_plan_segment (qh_plan_editor_get_plan (fixture->editor), position);
}

/* What stands in the store is what the plan holds, and is @wanted. */
static void
stands (Fixture *fixture, const char *wanted)
{
  g_autofree char *stored = plan_fixture_stored (&fixture->plan);
  GString *held = g_string_new (NULL);

  for (guint i = 0; nth (fixture, i) != NULL; i++)
    g_string_append_printf (held, "%s%s %d", i > 0 ? ", " : "", nth (fixture, i)->title,
                            (int)nth (fixture, i)->seconds);
  g_assert_cmpstr (stored, ==, wanted);
  g_assert_cmpstr (held->str, ==, wanted);
  g_string_free (held, TRUE);
}

/* The edit that led to @after is one step: undo leads to the beginning, redo back. */
static void
is_one_step (Fixture *fixture, const char *after)
{
  stands (fixture, after);
  fixture_ok (qh_store_undo (fixture->plan.store, NULL, &error));
  stands (fixture, STORED);
  fixture_ok (qh_store_redo (fixture->plan.store, NULL, &error));
  stands (fixture, after);
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  QhSegment *escape = nth (fixture, 1);

  g_assert_true (qh_plan_editor_move (fixture->editor, escape, 3, TRUE));
  g_assert_true (nth (fixture, 3) == escape);
  is_one_step (fixture, "Open 60, No-shows 240, Calm 120, Invoices 240");
  g_assert_true (nth (fixture, 3) == escape);
}

static void
test_stretch (Fixture *fixture, gconstpointer data)
{
  QhSegment *escape = nth (fixture, 1);
  g_autofree char *stored = NULL;
  int before = qh_plan_editor_get_review (fixture->editor)->score;

  g_assert_true (qh_plan_editor_stretch (fixture->editor, escape, 840, FALSE));
  stored = plan_fixture_stored (&fixture->plan);
  g_assert_cmpstr (stored, ==, STORED);
  qh_plan_editor_settle (fixture->editor);
  g_assert_cmpint (qh_plan_editor_get_review (fixture->editor)->score, <, before);
  g_assert_true (qh_plan_editor_stretch (fixture->editor, escape, 300, FALSE));
  g_assert_true (qh_plan_editor_stretch (fixture->editor, escape, 330, TRUE));
  is_one_step (fixture, "Open 60, Invoices 330, No-shows 240, Calm 120");
}

/* A drag that ends where it began leaves no step behind. */
static void
test_stretch_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = qh_store_list_changes (fixture->plan.store, 100);
  g_autoptr (GPtrArray) after = NULL;

  qh_plan_editor_stretch (fixture->editor, nth (fixture, 1), 300, FALSE);
  qh_plan_editor_stretch (fixture->editor, nth (fixture, 1), 240, TRUE);
  stands (fixture, STORED);
  after = qh_store_list_changes (fixture->plan.store, 100);
  g_assert_cmpuint (after->len, ==, before->len);
}

static void
test_step (Fixture *fixture, gconstpointer data)
{
  qh_plan_editor_step (fixture->editor, nth (fixture, 0), -1);
  qh_plan_editor_step (fixture->editor, nth (fixture, 0), -1);
  is_one_step (fixture, "Open 30, Invoices 240, No-shows 240, Calm 120");
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  QhSegment *close = qh_plan_editor_add (fixture->editor, QH_SEGMENT_KIND_CLOSE);
  QhSegment *improve = qh_plan_editor_add (fixture->editor, QH_SEGMENT_KIND_IMPROVE);

  g_assert_cmpint (close->position, ==, 5);
  g_assert_cmpint (improve->position, ==, 4);
  g_assert_nonnull (QH_RECORD (improve)->id);
  g_assert_cmpint (qh_plan_editor_add (fixture->editor, QH_SEGMENT_KIND_OPEN)->position, ==, 0);
  for (guint i = 0; i < 3; i++)
    fixture_ok (qh_store_undo (fixture->plan.store, NULL, &error));
  stands (fixture, STORED);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  qh_plan_editor_set_current (fixture->editor, nth (fixture, 1));
  g_assert_true (qh_plan_editor_remove (fixture->editor, nth (fixture, 1)));
  g_assert_cmpstr (fixture->told, ==, "Removed “Invoices”");
  g_assert_null (qh_plan_editor_get_current (fixture->editor));
  is_one_step (fixture, "Open 60, No-shows 240, Calm 120");
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  qh_record_set_int (QH_RECORD (nth (fixture, 1)), "actual", 200);
  g_assert_true (qh_plan_editor_duplicate (fixture->editor, nth (fixture, 1)));
  g_assert_cmpstr (QH_RECORD (nth (fixture, 2))->id, !=, QH_RECORD (nth (fixture, 1))->id);
  g_assert_cmpint (nth (fixture, 2)->actual, ==, QH_NONE);
  is_one_step (fixture, "Open 60, Invoices 240, Invoices 240, No-shows 240, Calm 120");
}

static void
test_kind (Fixture *fixture, gconstpointer data)
{
  QhSegment *added = qh_plan_editor_add (fixture->editor, QH_SEGMENT_KIND_IMPROVE);

  qh_plan_editor_set_kind (fixture->editor, added, QH_SEGMENT_KIND_ESCAPE);
  g_assert_cmpstr (added->title, ==, qh_segment_kind_title (QH_SEGMENT_KIND_ESCAPE));
  qh_record_set_string (QH_RECORD (added), "title", "My own");
  qh_plan_editor_set_kind (fixture->editor, added, QH_SEGMENT_KIND_EDUCATE);
  g_assert_cmpstr (added->title, ==, "My own");
  g_assert_cmpint (added->kind, ==, QH_SEGMENT_KIND_EDUCATE);
}

static void
test_remark (Fixture *fixture, gconstpointer data)
{
  QhPlanEditor *editor = fixture->editor;
  const char *minutes = QH_RECORD (fixture->plan.minutes)->id;

  g_assert_true (qh_plan_editor_send_remark (editor, fixture->plan.minutes, NULL));
  g_assert_cmpstr (nth (fixture, 0)->remark, ==, minutes);
  g_assert_true (qh_plan_editor_send_remark (editor, fixture->plan.flyer, nth (fixture, 2)));
  g_assert_cmpstr (nth (fixture, 2)->remark, ==, QH_RECORD (fixture->plan.flyer)->id);
  g_assert_true (qh_plan_editor_link (editor, nth (fixture, 2), "remark", NULL));
  g_assert_null (nth (fixture, 2)->remark);

  /* Without an opening one is made. */
  qh_plan_editor_remove (editor, nth (fixture, 0));
  qh_plan_editor_send_remark (editor, fixture->plan.minutes, NULL);
  g_assert_cmpint (nth (fixture, 0)->kind, ==, QH_SEGMENT_KIND_OPEN);
  g_assert_cmpstr (nth (fixture, 0)->remark, ==, minutes);
}

static QhRecord *
add_record (Fixture *fixture, const QhEntity *entity, const char *text)
{
  QhRecord *record = qh_record_new (entity);
  g_autoptr (GError) error = NULL;

  qh_record_set_string (record, "client", QH_RECORD (fixture->plan.client)->id);
  qh_record_set_string (record, QH_IS_FRICTION (record) ? "title" : "what", text);
  qh_record_set_string (record, QH_IS_FRICTION (record) ? "reported" : "made", "2026-11-01");
  qh_store_save (fixture->plan.store, record, &error);
  g_assert_no_error (error);
  return record;
}

/* A friction becomes a segment that takes it away; on a segment it is linked to that. */
static void
test_friction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRecord) friction = add_record (fixture, &qh_friction_entity, "Late again");

  g_assert_true (qh_plan_editor_drop (fixture->editor, friction, NULL, FALSE));
  g_assert_cmpstr (nth (fixture, 4)->title, ==, "Late again");
  g_assert_cmpint (nth (fixture, 4)->kind, ==, QH_SEGMENT_KIND_ESCAPE);
  g_assert_cmpstr (nth (fixture, 4)->friction, ==, friction->id);
  g_assert_cmpstr (fixture->told, ==, "“Late again” is in the plan");
  is_one_step (fixture, STORED ", Late again 120");
  g_assert_true (qh_plan_editor_drop (fixture->editor, friction, nth (fixture, 1), FALSE));
  g_assert_cmpstr (nth (fixture, 1)->friction, ==, friction->id);
}

/* Promises go to an opening that has none yet. */
static void
test_promise (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRecord) first = add_record (fixture, &qh_promise_entity, "Call back");
  g_autoptr (QhRecord) second = add_record (fixture, &qh_promise_entity, "Send the list");

  g_assert_true (qh_plan_editor_drop (fixture->editor, first, NULL, FALSE));
  g_assert_cmpstr (nth (fixture, 0)->promise, ==, first->id);
  qh_plan_editor_remove (fixture->editor, nth (fixture, 0));
  g_assert_true (qh_plan_editor_drop (fixture->editor, second, NULL, FALSE));
  g_assert_cmpint (nth (fixture, 0)->kind, ==, QH_SEGMENT_KIND_OPEN);
  g_assert_cmpstr (nth (fixture, 0)->promise, ==, second->id);
}

static void
test_content (Fixture *fixture, gconstpointer data)
{
  g_assert_true (qh_plan_editor_send_content (fixture->editor, fixture->plan.benchmark, NULL));
  g_assert_cmpstr (nth (fixture, 4)->title, ==, "Benchmark clinic");
  g_assert_cmpstr (nth (fixture, 4)->content, ==, QH_RECORD (fixture->plan.benchmark)->id);
  is_one_step (fixture, STORED ", Benchmark clinic 120");
}

static void
test_people (Fixture *fixture, gconstpointer data)
{
  QhPlanEditor *editor = fixture->editor;
  const char *sarah = QH_RECORD (fixture->plan.sarah)->id;
  GListModel *attendees = qh_plan_get_attendees (qh_plan_editor_get_plan (editor));

  g_assert_null (qh_plan_editor_find_attendee (editor, sarah));
  g_assert_true (qh_plan_editor_invite (editor, fixture->plan.sarah));
  g_assert_true (qh_plan_editor_invite (editor, fixture->plan.sarah));
  g_assert_cmpuint (g_list_model_get_n_items (attendees), ==, 1);
  fixture_ok (qh_store_undo (fixture->plan.store, NULL, &error));
  g_assert_cmpuint (g_list_model_get_n_items (attendees), ==, 0);
  fixture_ok (qh_store_redo (fixture->plan.store, NULL, &error));
  g_assert_true (qh_plan_editor_uninvite (editor, qh_plan_editor_find_attendee (editor, sarah)));
  g_assert_cmpuint (g_list_model_get_n_items (attendees), ==, 0);
}

/* The name of the first finding of @rule. */
static char *
name_of (Fixture *fixture, const char *rule)
{
  GPtrArray *findings;

  qh_plan_editor_settle (fixture->editor);
  findings = qh_plan_editor_get_review (fixture->editor)->findings;
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((QhFinding *)findings->pdata[i])->rule, rule))
      return qh_finding_name (findings->pdata[i]);
  return NULL;
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = name_of (fixture, "voice.against");
  int before = qh_plan_editor_get_review (fixture->editor)->score;

  g_assert_nonnull (name);
  g_assert_true (qh_plan_editor_accept (fixture->editor, name, "He asked for paper"));
  qh_plan_editor_settle (fixture->editor);
  g_assert_cmpstr (qh_plan_editor_find_finding (fixture->editor, name)->accepted, ==,
                   "He asked for paper");
  g_assert_cmpint (qh_plan_editor_get_review (fixture->editor)->score, ==, before + 5);
  g_assert_true (qh_plan_editor_unaccept (fixture->editor, name));
  qh_plan_editor_settle (fixture->editor);
  g_assert_null (qh_plan_editor_find_finding (fixture->editor, name)->accepted);
  g_assert_false (qh_plan_editor_unaccept (fixture->editor, name));
  stands (fixture, STORED);
}

static void
test_blocker (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;

  qh_plan_editor_stretch (fixture->editor, nth (fixture, 1), 1800, TRUE);
  name = name_of (fixture, "time.over-limit");
  g_assert_nonnull (name);
  g_assert_false (qh_plan_editor_accept (fixture->editor, name, "No"));
  g_assert_true (qh_plan_editor_fix (fixture->editor, name));
  qh_plan_editor_settle (fixture->editor);
  g_assert_null (qh_plan_editor_find_finding (fixture->editor, name));
  g_assert_false (qh_plan_editor_fix (fixture->editor, name));
  g_assert_cmpint (qh_plan_total (qh_plan_editor_get_plan (fixture->editor)), <=, 900);
}

static void
test_fix (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = name_of (fixture, "voice.against");

  g_assert_true (qh_plan_editor_fix (fixture->editor, name));
  g_assert_cmpint (nth (fixture, 3)->leave_behind, ==, QH_LEAVE_BEHIND_FILE);
  fixture_ok (qh_store_undo (fixture->plan.store, NULL, &error));
  g_assert_cmpint (nth (fixture, 3)->leave_behind, ==, QH_LEAVE_BEHIND_PRINT);
}

static void
test_blueprint (Fixture *fixture, gconstpointer data)
{
  while (nth (fixture, 0) != NULL)
    qh_plan_editor_remove (fixture->editor, nth (fixture, 0));
  g_assert_true (qh_plan_editor_apply_blueprint (fixture->editor, "fix-first"));
  g_assert_cmpuint (qh_plan_n_segments (qh_plan_editor_get_plan (fixture->editor)), >, 2);
  g_assert_cmpstr (qh_plan_editor_get_meeting (fixture->editor)->output, ==, "A recall schedule");
  fixture_ok (qh_store_undo (fixture->plan.store, NULL, &error));
  stands (fixture, "");
}

/* What cannot be saved is said, and the plan is as it was. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_assert_false (qh_plan_editor_stretch (fixture->editor, nth (fixture, 1), 20000, TRUE));
  g_assert_cmpuint (fixture->failures, ==, 1);
  stands (fixture, STORED);
}

/* Another page, another process: the same segments stay the same objects. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhPlan) other = NULL;
  QhSegment *kept = nth (fixture, 2);

  fixture_ok (other = qh_store_load_plan (fixture->plan.store, fixture->plan.meeting, &error));
  qh_plan_remove (other, qh_plan_segment (other, 0));
  qh_plan_move (other, qh_plan_segment (other, 1), 0);
  fixture_ok (qh_store_save_plan (fixture->plan.store, other, "Elsewhere", &error));
  stands (fixture, "No-shows 240, Invoices 240, Calm 120");
  g_assert_true (nth (fixture, 0) == kept);
  qh_plan_editor_settle (fixture->editor);
  g_assert_cmpuint (fixture->reviews, ==, 1);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  QhMeeting *meeting = qh_plan_editor_get_meeting (fixture->editor);

  fixture_ok (qh_store_delete_all (fixture->plan.store, QH_RECORD (meeting), &error));
  g_assert_cmpuint (fixture->gone, ==, 1);
  fixture_ok (qh_store_undo (fixture->plan.store, NULL, &error));
  g_assert_cmpuint (fixture->gone, ==, 1);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  fixture_fails (qh_plan_editor_new (fixture->plan.store, "nothing", &error), QH_ERROR_NOT_FOUND);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhSegmentActions) object = qh_segment_actions_new (fixture->editor, nth (fixture, 0));
  GActionGroup *actions = G_ACTION_GROUP (object);
  g_autoptr (GVariant) state = NULL;

  g_assert_false (g_action_group_get_action_enabled (actions, "earlier"));
  g_action_group_activate_action (actions, "later", NULL);
  g_assert_true (g_action_group_get_action_enabled (actions, "earlier"));
  g_action_group_activate_action (actions, "longer", NULL);
  stands (fixture, "Invoices 240, Open 90, No-shows 240, Calm 120");
  g_action_group_activate_action (actions, "kind", g_variant_new_string ("improve"));
  g_assert_cmpint (nth (fixture, 1)->kind, ==, QH_SEGMENT_KIND_IMPROVE);
  state = g_action_group_get_action_state (actions, "kind");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, "improve");
  g_action_group_activate_action (actions, "kind", g_variant_new_string ("nonsense"));
  g_assert_cmpint (nth (fixture, 1)->kind, ==, QH_SEGMENT_KIND_IMPROVE);
  g_action_group_activate_action (actions, "show", NULL);
  g_assert_true (fixture->shown == nth (fixture, 1));
  g_action_group_activate_action (actions, "remove", NULL);
  stands (fixture, "Invoices 240, No-shows 240, Calm 120");
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  QhPlanEditor *editor = fixture->editor;
  QhSegment *open = nth (fixture, 0), *calm = nth (fixture, 3);

  g_assert_true (qh_plan_editor_drop (editor, QH_RECORD (open), nth (fixture, 2), FALSE));
  stands (fixture, "Invoices 240, Open 60, No-shows 240, Calm 120");
  g_assert_true (qh_plan_editor_drop (editor, QH_RECORD (calm), nth (fixture, 0), TRUE));
  stands (fixture, "Invoices 240, Calm 120, Open 60, No-shows 240");
  g_assert_false (qh_plan_editor_drop (editor, QH_RECORD (calm), calm, TRUE));
  g_assert_true (qh_plan_editor_drop (editor, QH_RECORD (fixture->plan.flyer), calm, TRUE));
  g_assert_cmpstr (calm->remark, ==, QH_RECORD (fixture->plan.flyer)->id);
  g_assert_true (qh_plan_editor_drop (editor, QH_RECORD (fixture->plan.ferris), NULL, TRUE));
  g_assert_nonnull (qh_plan_editor_find_attendee (editor, QH_RECORD (fixture->plan.ferris)->id));
  g_assert_false (qh_plan_editor_drop (editor, QH_RECORD (fixture->plan.client), NULL, TRUE));
}

#define add(name, function) \
  g_test_add ("/plan-editor/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("move", test_move);
  add ("stretch", test_stretch);
  add ("stretch-back", test_stretch_back);
  add ("step", test_step);
  add ("add", test_add);
  add ("remove", test_remove);
  add ("duplicate", test_duplicate);
  add ("kind", test_kind);
  add ("remark", test_remark);
  add ("friction", test_friction);
  add ("promise", test_promise);
  add ("content", test_content);
  add ("people", test_people);
  add ("accept", test_accept);
  add ("blocker", test_blocker);
  add ("fix", test_fix);
  add ("blueprint", test_blueprint);
  add ("failure", test_failure);
  add ("follow", test_follow);
  add ("gone", test_gone);
  add ("missing", test_missing);
  add ("actions", test_actions);
  add ("drop", test_drop);
  return g_test_run ();
}
