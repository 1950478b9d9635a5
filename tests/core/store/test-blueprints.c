/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blueprints of one's own, and what blueprints achieved. */
#include "fixture.h"
#include "store/qh-blueprints.h"

static QhRecord *
add_meeting (QhStore *store, QhClient *client, const char *blueprint, int status, int reached)
{
  g_autoptr (QhMeeting) meeting = fixture_meeting (store, client);
  QhRecord *record = QH_RECORD (meeting);

  qh_record_set_string (record, "blueprint", blueprint);
  qh_record_set_int (record, "status", status);
  qh_record_set_int (record, "output_reached", reached);
  fixture_ok (qh_store_save (store, record, &error));
  return QH_RECORD (g_steal_pointer (&meeting));
}

static QhBlueprint *
find (GPtrArray *all, const char *title)
{
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((QhBlueprint *)all->pdata[i])->title, title))
      return all->pdata[i];
  return NULL;
}

/* One's own stand first, by name; a name is had once; undo takes it away again. */
static void
test_keep (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhRecord) meeting =
      add_meeting (store, client, NULL, QH_MEETING_STATUS_DRAFT, QH_OUTPUT_REACHED_UNSET);
  g_autoptr (QhOwnBlueprint) first = NULL;
  g_autoptr (QhOwnBlueprint) second = NULL;
  g_autoptr (QhBlueprint) found = NULL;
  g_autoptr (GPtrArray) all = NULL;

  qh_record_set_string (meeting, "title", "Zebra");
  fixture_ok (qh_store_save (store, meeting, &error));
  first = qh_store_keep_blueprint (store, meeting->id, NULL);
  second = qh_store_keep_blueprint (store, meeting->id, NULL);
  g_assert_cmpstr (first->name, ==, "Zebra");
  g_assert_cmpstr (second->name, ==, "Zebra 2");
  qh_record_set_string (QH_RECORD (second), "name", "Ant");
  fixture_ok (qh_store_save (store, QH_RECORD (second), &error));
  all = qh_store_list_blueprints (store, NULL);
  g_assert_cmpstr (((QhBlueprint *)all->pdata[0])->title, ==, "Ant");
  g_assert_cmpstr (((QhBlueprint *)all->pdata[1])->title, ==, "Zebra");
  g_assert_false (((QhBlueprint *)all->pdata[2])->is_own);
  found = qh_store_find_blueprint (store, QH_RECORD (first)->id, NULL);
  g_assert_cmpstr (found->title, ==, "Zebra");
  fixture_ok (qh_store_undo (store, NULL, &error));
  fixture_ok (qh_store_undo (store, NULL, &error));
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_assert_cmpint (qh_store_count (store, "SELECT count (*) FROM blueprint", NULL), ==, 0);
  fixture_fails (qh_store_find_blueprint (store, QH_RECORD (first)->id, &error),
                 QH_ERROR_NOT_FOUND);
  fixture_fails (qh_store_keep_blueprint (store, QH_RECORD (first)->id, &error),
                 QH_ERROR_NOT_FOUND);
}

/* What was debriefed counts, and of it what reached its output. */
static void
test_achieved (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (GPtrArray) before = qh_store_list_blueprints (store, NULL);
  const QhBlueprint *made = before->pdata[0];
  static const struct {
    int status, reached;
  } meetings[] = {
    { QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_YES },
    { QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_YES },
    { QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_PARTLY },
    { QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_NO },
    { QH_MEETING_STATUS_HELD, QH_OUTPUT_REACHED_YES },
    { QH_MEETING_STATUS_CANCELLED, QH_OUTPUT_REACHED_UNSET },
  };
  g_autoptr (GPtrArray) after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++) {
    g_autoptr (QhRecord) meeting =
        add_meeting (store, client, made->id, meetings[i].status, meetings[i].reached);
  }
  g_assert_cmpint (made->held, ==, 0);
  after = qh_store_list_blueprints (store, NULL);
  g_assert_cmpint (find (after, made->title)->held, ==, 4);
  g_assert_cmpint (find (after, made->title)->reached, ==, 2);
  g_assert_cmpint (((QhBlueprint *)after->pdata[1])->held, ==, 0);
}

/* The score's own record: from that score on, debriefed only. */
static void
test_score (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  static const struct {
    int score, status, reached;
  } meetings[] = {
    { 79, QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_YES },
    { 80, QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_YES },
    { 100, QH_MEETING_STATUS_DEBRIEFED, QH_OUTPUT_REACHED_NO },
    { 90, QH_MEETING_STATUS_HELD, QH_OUTPUT_REACHED_YES },
  };
  gint64 reached = -1, held = -1;

  qh_store_count_reached (store, 80, &reached, &held);
  g_assert_cmpint (held, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++) {
    g_autoptr (QhRecord) meeting =
        add_meeting (store, client, NULL, meetings[i].status, meetings[i].reached);
    qh_record_set_int (meeting, "score_at_start", meetings[i].score);
    fixture_ok (qh_store_save (store, meeting, &error));
  }
  qh_store_count_reached (store, 80, &reached, &held);
  g_assert_cmpint (reached, ==, 1);
  g_assert_cmpint (held, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/blueprints/keep", test_keep);
  g_test_add_func ("/store/blueprints/achieved", test_achieved);
  g_test_add_func ("/store/blueprints/score", test_score);
  return g_test_run ();
}
