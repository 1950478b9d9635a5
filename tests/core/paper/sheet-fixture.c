/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet-fixture.h"

#include <stdarg.h>

gpointer
sheet_fixture_record (const QhEntity *entity, const char *id, ...)
{
  QhRecord *record = qh_record_new (entity);
  const char *name;
  va_list list;

  record->id = g_strdup (id);
  va_start (list, id);
  while ((name = va_arg (list, const char *)) != NULL) {
    g_autoptr (GError) error = NULL;
    const QhField *field = qh_entity_field (entity, name);
    g_assert_nonnull (field);
    qh_record_set_text (record, field, va_arg (list, const char *), &error);
    g_assert_no_error (error);
  }
  va_end (list);
  return record;
}

QhSegment *
sheet_fixture_add_segment (SheetFixture *fixture, int kind, gint64 seconds, const char *title,
                           const char *output)
{
  g_autoptr (QhSegment) segment =
      sheet_fixture_record (&qh_segment_entity, NULL, "title", title, "output", output, NULL);
  QhPlan *plan = fixture->context->plan;

  QH_RECORD (segment)->id = g_strdup_printf ("segment-%u", qh_plan_n_segments (plan));
  segment->kind = kind;
  segment->seconds = seconds;
  qh_plan_insert (plan, segment, G_MAXUINT);
  return segment;
}

static void
add_segments (SheetFixture *fixture)
{
  QhSegment *segment;

  segment =
      sheet_fixture_add_segment (fixture, QH_SEGMENT_KIND_OPEN, 60, "Open with his words", NULL);
  segment->remark = g_strdup ("remark-1");
  segment = sheet_fixture_add_segment (fixture, QH_SEGMENT_KIND_ESCAPE, 240,
                                       "Take wrong invoices off his desk",
                                       "He leaves with one named contact for billing");
  segment->friction = g_strdup ("friction-1");
  segment->notes = g_strdup ("Private: do not mention the lawyer");
  segment = sheet_fixture_add_segment (fixture, QH_SEGMENT_KIND_EDUCATE, 240,
                                       "What 38 practices do about no-shows",
                                       "He knows where he stands among 38");
  segment->content = g_strdup ("content-1");
  sheet_fixture_add_segment (fixture, QH_SEGMENT_KIND_IMPROVE, 180,
                             "Build his recall schedule together", "A schedule he keeps");
  segment = sheet_fixture_add_segment (fixture, QH_SEGMENT_KIND_AESTHETICS, 120,
                                       "Leave the one-page calm", "Next Friday on a card");
  segment->leave_behind = QH_LEAVE_BEHIND_PRINT;
}

static void
add_attendee (SheetFixture *fixture, const char *contact)
{
  g_autoptr (QhAttendee) attendee = sheet_fixture_record (&qh_attendee_entity, contact, NULL);

  attendee->contact = g_strdup (contact);
  qh_plan_add_attendee (fixture->context->plan, attendee);
}

static void
add_people (SheetFixture *fixture)
{
  GPtrArray *contacts = fixture->context->contacts;

  g_ptr_array_add (contacts, sheet_fixture_record (&qh_contact_entity, "contact-1", "name",
                                                   "Dr Ferris", "role", "decides", NULL));
  g_ptr_array_add (contacts,
                   sheet_fixture_record (&qh_contact_entity, "contact-2", "name", "Sarah Okafor",
                                         "role", "guards", "title", "front desk", NULL));
  add_attendee (fixture, "contact-1");
  add_attendee (fixture, "contact-2");
}

static void
add_words (SheetFixture *fixture)
{
  static const char *const words[] = {
    "I don’t need a meeting that lasts more than 15 minutes.",
    "When I see a flyer from a vendor on my desk it goes right in the trash.",
    "We stopped counting no-shows in spring.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autofree char *id = g_strdup_printf ("remark-%u", i + 1);
    g_ptr_array_add (fixture->context->remarks,
                     sheet_fixture_record (&qh_remark_entity, id, "words", words[i], "said",
                                           i < 2 ? "2026-11-09" : "2025-03-02", NULL));
  }
}

static void
add_obstacles (SheetFixture *fixture)
{
  g_ptr_array_add (fixture->context->frictions,
                   sheet_fixture_record (&qh_friction_entity, "friction-2", "title",
                                         "No live person before 9:00", "touchpoint", "phone",
                                         "severity", "2", "reported", "2026-10-01", NULL));
  g_ptr_array_add (fixture->context->frictions,
                   sheet_fixture_record (&qh_friction_entity, "friction-1", "title",
                                         "Third wrong invoice since June", "touchpoint", "billing",
                                         "severity", "3", "status", "fixing", "reported",
                                         "2026-09-01", "due", "2026-12-01", "minutes", "40",
                                         "times_per_year", "12", NULL));
  g_ptr_array_add (fixture->context->promises,
                   sheet_fixture_record (&qh_promise_entity, "promise-1", "what",
                                         "Name one contact for billing", "made", "2026-11-09",
                                         "due", "2026-11-25", NULL));
  g_ptr_array_add (fixture->context->promises,
                   sheet_fixture_record (&qh_promise_entity, "promise-2", "what",
                                         "Send the corrected June invoice", "made", "2026-10-09",
                                         "due", "2026-11-13", NULL));
  g_ptr_array_add (fixture->context->content,
                   sheet_fixture_record (&qh_content_entity, "content-1", "title",
                                         "Benchmark clinic", "rarity", "ours_alone", "edition",
                                         "12", "available_until", "2027-01-31", NULL));
}

static QhClient *
ferris (void)
{
  return sheet_fixture_record (&qh_client_entity, "client-1", "name", "Ferris Dental Group",
                               "yearly_value", "4200000", "value_proposition", "A quiet front desk",
                               "no_print", "true", "gatekeeper", "Sarah Okafor", "notes",
                               "Private: pays late", NULL);
}

static QhMeeting *
meeting (void)
{
  return sheet_fixture_record (
      &qh_meeting_entity, "meeting-1", "title", "No-shows and wrong invoices", "start",
      "2026-11-26T10:00:00+01:00", "zone", "Europe/Zurich", "mode", "on_site", "place",
      "Second floor", "output", "A recall schedule that saves the front desk three hours a week",
      "measure", "Hours on recall calls, week of 7 December, against 5.5 today", "ask",
      "A pilot in one surgery until Friday", "fallback", "Sarah shows us the call list",
      "questions", "Who calls the patients?\nWhat did spring cost?", "objections",
      "No time: it takes her ten minutes a week", NULL);
}

static void
init (SheetFixture *fixture, QhMeeting *with_meeting, QhClient *with_client, int edition)
{
  g_autoptr (QhMeeting) owned = with_meeting;
  g_autoptr (QhClient) client = with_client;
  g_autoptr (QhPlan) plan = qh_plan_new (owned);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Zurich");
  gint64 exported = 0;

  g_assert_nonnull (zone);
  g_assert_true (qh_instant_parse ("2026-11-21T18:04:00+01:00", NULL, &exported));
  fixture->review = NULL;
  fixture->context = qh_context_new (plan, client, exported, zone);
  fixture->sheet = (QhSheet){
    .context = fixture->context,
    .edition = edition,
    .exported = exported,
    .revision = 3,
    .author = "M. Keller",
    .device_id = "a-device",
    .currency = "CHF",
  };
}

void
sheet_fixture_init_empty (SheetFixture *fixture, int edition)
{
  init (fixture, qh_meeting_new (), qh_client_new (), edition);
  sheet_fixture_review (fixture);
}

void
sheet_fixture_init (SheetFixture *fixture, int edition)
{
  QhFindingAccepted *accepted;

  init (fixture, meeting (), ferris (), edition);
  add_segments (fixture);
  add_people (fixture);
  add_words (fixture);
  add_obstacles (fixture);
  accepted = sheet_fixture_record (&qh_finding_accepted_entity, "accepted-1", "rule", "people.gate",
                                   "reason", "She is in the meeting", NULL);
  g_ptr_array_add (fixture->context->accepted, accepted);
  sheet_fixture_review (fixture);
}

void
sheet_fixture_review (SheetFixture *fixture)
{
  g_clear_pointer (&fixture->review, qh_design_review_free);
  fixture->review = qh_design_review_new (fixture->context);
  fixture->sheet.review = fixture->review;
}

void
sheet_fixture_clear (SheetFixture *fixture)
{
  qh_design_review_free (fixture->review);
  qh_context_free (fixture->context);
}
