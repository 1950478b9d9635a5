/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"

static QhRecord *
save (PlanFixture *fixture, QhRecord *record)
{
  qh_record_set_string (record, "client", QH_RECORD (fixture->client)->id);
  fixture_ok (qh_store_save (fixture->store, record, &error));
  return record;
}

static QhContact *
add_contact (PlanFixture *fixture, const char *name, int role)
{
  QhRecord *contact = QH_RECORD (qh_contact_new ());

  qh_record_set_string (contact, "name", name);
  qh_record_set_int (contact, "role", role);
  return QH_CONTACT (save (fixture, contact));
}

static QhRemark *
add_remark (PlanFixture *fixture, const char *words, const char *said)
{
  QhRecord *remark = QH_RECORD (qh_remark_new ());

  qh_record_set_string (remark, "words", words);
  qh_record_set_string (remark, "said", said);
  qh_record_set_string (remark, "contact", QH_RECORD (fixture->ferris)->id);
  return QH_REMARK (save (fixture, remark));
}

static void
add_segment (QhPlan *plan, int kind, const char *title, gint64 seconds)
{
  g_autoptr (QhSegment) segment = qh_segment_new ();

  qh_record_set_int (QH_RECORD (segment), "kind", kind);
  qh_record_set_string (QH_RECORD (segment), "title", title);
  qh_record_set_int (QH_RECORD (segment), "seconds", seconds);
  qh_plan_insert (plan, segment, G_MAXUINT);
}

static void
add_meeting (PlanFixture *fixture)
{
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  g_autoptr (QhPlan) plan = qh_plan_new (meeting);

  qh_record_set_string (QH_RECORD (meeting), "client", QH_RECORD (fixture->client)->id);
  qh_record_set_string (QH_RECORD (meeting), "output", "A recall schedule");
  qh_record_set_int (QH_RECORD (meeting), "start",
                     fixture_clock ().fixed + 6 * QH_DAY_USEC + G_TIME_SPAN_HOUR);
  qh_record_set_string (QH_RECORD (meeting), "zone", "UTC");
  add_segment (plan, QH_SEGMENT_KIND_OPEN, "Open", 60);
  add_segment (plan, QH_SEGMENT_KIND_ESCAPE, "Invoices", 240);
  add_segment (plan, QH_SEGMENT_KIND_EDUCATE, "No-shows", 240);
  add_segment (plan, QH_SEGMENT_KIND_AESTHETICS, "Calm", 120);
  qh_record_set_int (QH_RECORD (qh_plan_segment (plan, 3)), "leave_behind", QH_LEAVE_BEHIND_PRINT);
  fixture_ok (qh_store_save_plan (fixture->store, plan, "New meeting", &error));
  fixture->meeting = g_strdup (QH_RECORD (meeting)->id);
}

void
plan_fixture_set_up (PlanFixture *fixture)
{
  fixture->store = fixture_store ();
  fixture->client = fixture_client (fixture->store, "Ferris Dental");
  qh_record_set_int (QH_RECORD (fixture->client), "no_print", TRUE);
  fixture_ok (qh_store_save (fixture->store, QH_RECORD (fixture->client), &error));
  fixture->ferris = add_contact (fixture, "Dr Ferris", QH_CONTACT_ROLE_DECIDES);
  fixture->sarah = add_contact (fixture, "Sarah", QH_CONTACT_ROLE_GUARDS);
  fixture->flyer = add_remark (fixture, "A flyer goes right in the trash.", "2026-03-02");
  fixture->minutes = add_remark (fixture, "Fifteen minutes, no more.", "2026-11-10");
  fixture->benchmark = fixture_content (fixture->store, "Benchmark clinic", 12, 1);
  add_meeting (fixture);
}

void
plan_fixture_tear_down (PlanFixture *fixture)
{
  g_clear_object (&fixture->client);
  g_clear_object (&fixture->ferris);
  g_clear_object (&fixture->sarah);
  g_clear_object (&fixture->flyer);
  g_clear_object (&fixture->minutes);
  g_clear_object (&fixture->benchmark);
  g_clear_pointer (&fixture->meeting, g_free);
  g_assert_finalize_object (fixture->store);
}

char *
plan_fixture_stored (PlanFixture *fixture)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT group_concat (line, ', ') FROM (SELECT title || ' ' || seconds AS line FROM segment"
      " WHERE meeting = '%s' ORDER BY position)",
      fixture->meeting);
  char *stored = fixture_ask (qh_store_get_db (fixture->store), sql);

  return stored != NULL ? stored : g_strdup ("");
}
