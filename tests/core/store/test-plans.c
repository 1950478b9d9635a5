/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans out of and into the store, and the places of segments. */
#include "fixture.h"

static QhSegment *
new_segment (const char *title)
{
  QhSegment *segment = qh_segment_new ();

  qh_record_set_int ((QhRecord *)segment, "kind", QH_SEGMENT_KIND_EDUCATE);
  qh_record_set_string ((QhRecord *)segment, "title", title);
  return segment;
}

/* A plan of a new client with segments called by the letters of @titles, saved. */
static QhPlan *
make_plan (QhStore *store, const char *titles)
{
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  QhPlan *plan;

  qh_record_set_string ((QhRecord *)meeting, "client", ((QhRecord *)client)->id);
  plan = qh_plan_new (meeting);
  for (const char *c = titles; *c != '\0'; c++) {
    char title[] = { *c, '\0' };
    g_autoptr (QhSegment) segment = new_segment (title);
    qh_plan_insert (plan, segment, G_MAXUINT);
  }
  fixture_ok (qh_store_save_plan (store, plan, "Make", &error));
  return plan;
}

/* The titles of the stored segments, in their places. */
static void
reads (QhStore *store, QhPlan *plan, const char *titles)
{
  const char *id = ((QhRecord *)qh_plan_get_meeting (plan))->id;
  g_autofree char *sql = g_strdup_printf (
      "SELECT group_concat (title, '') FROM (SELECT title FROM segment WHERE meeting = '%s'"
      "  ORDER BY position)",
      id);
  g_autofree char *stored = fixture_ask (qh_store_get_db (store), sql);

  g_assert_cmpstr (stored != NULL ? stored : "", ==, titles);
  fixture_verify (qh_store_get_db (store));
}

static void
save (QhStore *store, QhPlan *plan)
{
  fixture_ok (qh_store_save_plan (store, plan, "Save", &error));
}

static void
test_round_trip (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhPlan) plan = make_plan (store, "abc");
  QhMeeting *meeting = qh_plan_get_meeting (plan);
  g_autofree char *id = g_strdup (((QhRecord *)meeting)->id);
  g_autoptr (QhRecord) contact = fixture_saved (store, &qh_contact_entity);
  g_autoptr (QhAttendee) attendee = qh_attendee_new ();
  g_autoptr (QhPlan) again = NULL;

  g_assert_cmpstr (meeting->zone, ==, "UTC");
  qh_record_set_string ((QhRecord *)attendee, "contact", contact->id);
  qh_plan_add_attendee (plan, attendee);
  save (store, plan);
  again = qh_store_load_plan (store, id, NULL);
  g_assert_true (qh_plan_get_meeting (again) == meeting);
  g_assert_cmpuint (qh_plan_n_segments (again), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (qh_plan_segment (again, i) == qh_plan_segment (plan, i));
  g_assert_cmpuint (g_list_model_get_n_items (qh_plan_get_attendees (again)), ==, 1);

  /* Read from the rows. */
  g_clear_object (&plan);
  g_clear_object (&again);
  g_clear_object (&attendee);
  again = qh_store_load_plan (store, id, NULL);
  g_assert_cmpstr (qh_plan_segment (again, 2)->title, ==, "c");
  g_assert_cmpuint (g_list_model_get_n_items (qh_plan_get_attendees (again)), ==, 1);
  fixture_fails (qh_store_load_plan (store, contact->id, &error), QH_ERROR_NOT_FOUND);
}

static void
test_edit (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhPlan) plan = make_plan (store, "abcd");
  g_autoptr (QhSegment) e = new_segment ("e");
  g_autofree char *before = fixture_dump (qh_store_get_db (store), TRUE);
  g_autofree char *after = NULL;

  qh_plan_remove (plan, qh_plan_segment (plan, 1));
  qh_plan_move (plan, qh_plan_segment (plan, 2), 0);
  qh_plan_insert (plan, e, 1);
  save (store, plan);
  reads (store, plan, "deac");
  fixture_ok (qh_store_undo (store, NULL, &error));
  after = fixture_dump (qh_store_get_db (store), TRUE);
  g_assert_cmpstr (before, ==, after);
  fixture_ok (qh_store_redo (store, NULL, &error));
  reads (store, plan, "deac");
}

static void
test_unchanged (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhPlan) plan = make_plan (store, "abc");
  int writes = sqlite3_total_changes (qh_store_get_db (store));

  save (store, plan);
  g_assert_cmpint (sqlite3_total_changes (qh_store_get_db (store)), ==, writes);
}

/* One bad segment, and nothing of it is stored. */
static void
test_all_or_nothing (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhPlan) plan = make_plan (store, "abc");
  g_autofree char *before = fixture_dump (qh_store_get_db (store), TRUE);
  g_autofree char *after = NULL;

  qh_record_set_string ((QhRecord *)qh_plan_segment (plan, 0), "title", "A");
  qh_record_set_int ((QhRecord *)qh_plan_segment (plan, 2), "seconds", 14401);
  qh_plan_remove (plan, qh_plan_segment (plan, 1));
  fixture_fails (qh_store_save_plan (store, plan, "Save", &error), QH_ERROR_INVALID);
  after = fixture_dump (qh_store_get_db (store), TRUE);
  g_assert_cmpstr (before, ==, after);
}

/* A segment that goes takes what was accepted about it along; a comment on it stays, on the whole.
 */
static void
test_segment_goes (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhPlan) plan = make_plan (store, "ab");
  QhRecord *segment = (QhRecord *)qh_plan_segment (plan, 0);
  g_autoptr (QhRecord) accepted = fixture_record (store, &qh_finding_accepted_entity);
  g_autoptr (QhRecord) comment = fixture_record (store, &qh_comment_entity);

  qh_record_set_string (accepted, "segment", segment->id);
  qh_record_set_string (comment, "segment", segment->id);
  fixture_ok (qh_store_save (store, accepted, &error));
  fixture_ok (qh_store_save (store, comment, &error));
  g_autofree char *before = fixture_dump (qh_store_get_db (store), TRUE);
  g_autofree char *after = NULL;
  qh_plan_remove (plan, qh_plan_segment (plan, 0));
  save (store, plan);
  g_assert_null (((QhComment *)comment)->segment);
  fixture_fails (qh_store_find (store, accepted->id, &error), QH_ERROR_NOT_FOUND);
  fixture_ok (qh_store_undo (store, NULL, &error));
  after = fixture_dump (qh_store_get_db (store), TRUE);
  g_assert_cmpstr (before, ==, after);
  g_assert_nonnull (((QhComment *)comment)->segment);
}

/* --- One segment at a time, as the command line does it */

static QhSegment *
add (QhStore *store, QhPlan *plan, const char *title, gint64 position)
{
  QhSegment *segment = new_segment (title);

  qh_record_set_string ((QhRecord *)segment, "meeting",
                        ((QhRecord *)qh_plan_get_meeting (plan))->id);
  qh_record_set_int ((QhRecord *)segment, "position", position);
  fixture_ok (qh_store_save (store, (QhRecord *)segment, &error));
  return segment;
}

static void
move (QhStore *store, QhSegment *segment, gint64 position)
{
  qh_record_set_int ((QhRecord *)segment, "position", position);
  fixture_ok (qh_store_save (store, (QhRecord *)segment, &error));
}

static void
test_places (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhPlan) plan = make_plan (store, "abc");
  QhSegment *a = qh_plan_segment (plan, 0), *c = qh_plan_segment (plan, 2);
  g_autoptr (QhSegment) d = add (store, plan, "d", QH_NONE);
  g_autoptr (QhSegment) e = NULL;

  reads (store, plan, "abcd");
  g_assert_cmpint (d->position, ==, 3);
  e = add (store, plan, "e", 1);
  reads (store, plan, "aebcd");
  g_assert_cmpint (c->position, ==, 3);
  move (store, a, 4);
  reads (store, plan, "ebcda");
  move (store, a, 1);
  reads (store, plan, "eabcd");
  move (store, e, 2);
  reads (store, plan, "abecd");
  fixture_ok (qh_store_delete (store, (QhRecord *)e, &error));
  reads (store, plan, "abcd");
  g_assert_cmpint (d->position, ==, 3);
  fixture_ok (qh_store_undo (store, NULL, &error));
  reads (store, plan, "abecd");
  g_assert_cmpint (d->position, ==, 4);
  fixture_ok (qh_store_undo (store, NULL, &error));
  reads (store, plan, "eabcd");
}

static void
test_gap (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhPlan) plan = make_plan (store, "abc");
  g_autoptr (QhSegment) d = new_segment ("d");
  QhSegment *a = qh_plan_segment (plan, 0);

  qh_record_set_string ((QhRecord *)d, "meeting", ((QhRecord *)qh_plan_get_meeting (plan))->id);
  qh_record_set_int ((QhRecord *)d, "position", 4);
  fixture_fails (qh_store_save (store, (QhRecord *)d, &error), QH_ERROR_INVALID);
  qh_record_set_int ((QhRecord *)a, "position", 3);
  fixture_fails (qh_store_save (store, (QhRecord *)a, &error), QH_ERROR_INVALID);
  reads (store, plan, "abc");
}

/* To another meeting: a gap closes there, and one opens here. */
static void
test_other_meeting (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhPlan) from = make_plan (store, "abc");
  g_autoptr (QhPlan) to = make_plan (store, "xy");
  QhRecord *b = (QhRecord *)qh_plan_segment (from, 1);

  qh_record_set_string (b, "meeting", ((QhRecord *)qh_plan_get_meeting (to))->id);
  fixture_ok (qh_store_save (store, b, &error));
  reads (store, from, "ac");
  reads (store, to, "xby");
  fixture_ok (qh_store_undo (store, NULL, &error));
  reads (store, from, "abc");
  reads (store, to, "xy");
}

/* Two segments change places within one change. */
static void
test_swap (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhPlan) plan = make_plan (store, "abc");
  QhRecord *a = (QhRecord *)qh_plan_segment (plan, 0);
  QhRecord *b = (QhRecord *)qh_plan_segment (plan, 1);

  fixture_ok (qh_store_begin (store, "Swap", &error));
  qh_record_set_int (a, "position", 1);
  qh_record_set_int (b, "position", 0);
  fixture_ok (qh_store_save (store, a, &error));
  fixture_ok (qh_store_save (store, b, &error));
  fixture_ok (qh_store_commit (store, &error));
  reads (store, plan, "bac");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/plans/round-trip", test_round_trip);
  g_test_add_func ("/store/plans/edit", test_edit);
  g_test_add_func ("/store/plans/unchanged", test_unchanged);
  g_test_add_func ("/store/plans/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/store/plans/segment-goes", test_segment_goes);
  g_test_add_func ("/store/plans/places", test_places);
  g_test_add_func ("/store/plans/gap", test_gap);
  g_test_add_func ("/store/plans/other-meeting", test_other_meeting);
  g_test_add_func ("/store/plans/swap", test_swap);
  return g_test_run ();
}
