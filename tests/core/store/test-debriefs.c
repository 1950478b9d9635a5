/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a client was told in a meeting: a friction that is gone is told once its meeting is closed,
 * on the meeting's day, and undo takes it back. */
#include "fixture.h"
#include "store/qh-debriefs.h"

/* The meeting's day in these tests. */
#define DAY "2026-11-19"

typedef struct {
  QhStore *store;
  QhClient *ferris, *hale;
  QhMeeting *meeting; /* with Ferris */
} Place;

static gint64
instant (const char *text)
{
  gint64 value;

  g_assert_true (qh_instant_parse (text, NULL, &value));
  return value;
}

static QhMeeting *
meet (Place *place, QhClient *client)
{
  QhMeeting *meeting = fixture_meeting (place->store, client);

  qh_record_set_int ((QhRecord *)meeting, "start", instant (DAY "T10:00:00Z"));
  qh_record_set_int ((QhRecord *)meeting, "output_reached", QH_OUTPUT_REACHED_YES);
  return meeting;
}

static void
set_up (Place *place, gconstpointer data)
{
  place->store = fixture_store ();
  place->ferris = fixture_client (place->store, "Ferris");
  place->hale = fixture_client (place->store, "Hale");
  place->meeting = meet (place, place->ferris);
}

static void
tear_down (Place *place, gconstpointer data)
{
  fixture_verify (qh_store_get_db (place->store));
  g_object_unref (place->meeting);
  g_object_unref (place->ferris);
  g_object_unref (place->hale);
  g_object_unref (place->store);
}

/* A friction of Ferris, removed since @removed (NULL: it is there). */
static QhFriction *
add_friction (Place *place, const char *removed)
{
  QhFriction *friction = qh_friction_new ();
  QhRecord *record = (QhRecord *)friction;

  qh_record_set_string (record, "client", ((QhRecord *)place->ferris)->id);
  qh_record_set_string (record, "title", "Form asks twice");
  qh_record_set_string (record, "reported", "2026-11-01");
  qh_record_set_string (record, "removed", removed);
  if (removed != NULL)
    qh_record_set_int (record, "status", QH_FRICTION_STATUS_REMOVED);
  fixture_ok (qh_store_save (place->store, record, &error));
  return friction;
}

static void
share (Place *place, QhFriction *friction, QhClient *client)
{
  g_autoptr (QhRecord) one = qh_record_new (&qh_friction_client_entity);

  qh_record_set_string (one, "friction", ((QhRecord *)friction)->id);
  qh_record_set_string (one, "client", ((QhRecord *)client)->id);
  fixture_ok (qh_store_save (place->store, one, &error));
}

static void
speak_of (Place *place, QhMeeting *meeting, QhFriction *friction, gint64 seconds, gint64 actual)
{
  g_autoptr (QhRecord) segment = qh_record_new (&qh_segment_entity);

  qh_record_set_string (segment, "meeting", ((QhRecord *)meeting)->id);
  qh_record_set_int (segment, "kind", QH_SEGMENT_KIND_OPEN);
  qh_record_set_string (segment, "title", "You said");
  qh_record_set_string (segment, "friction", ((QhRecord *)friction)->id);
  qh_record_set_int (segment, "seconds", seconds);
  qh_record_set_int (segment, "actual", actual);
  fixture_ok (qh_store_save (place->store, segment, &error));
}

static void
debrief (Place *place, QhMeeting *meeting)
{
  fixture_ok (qh_store_debrief (place->store, meeting, NULL, NULL, &error));
}

typedef struct {
  const char *name;
  const char *removed;
  gint64 seconds; /* QH_NONE: no segment speaks of it */
  gint64 actual;
  const char *told;
} Told;

static const Told cases[] = {
  { "spoken-of", "2026-11-10", 60, QH_NONE, DAY },
  { "on-the-day", DAY, 60, QH_NONE, DAY },
  { "the-day-after", "2026-11-20", 60, QH_NONE, NULL },
  { "one-second", "2026-11-10", 1, QH_NONE, DAY },
  { "no-seconds", "2026-11-10", 0, QH_NONE, NULL },
  { "held", "2026-11-10", 60, 1, DAY },
  { "left-out", "2026-11-10", 60, 0, NULL },
  { "not-spoken-of", "2026-11-10", QH_NONE, QH_NONE, NULL },
  { "still-there", NULL, 60, QH_NONE, NULL },
};

static void
test_told (Place *place, gconstpointer data)
{
  const Told *one = data;
  g_autoptr (QhFriction) friction = add_friction (place, one->removed);

  if (one->seconds != QH_NONE)
    speak_of (place, place->meeting, friction, one->seconds, one->actual);
  debrief (place, place->meeting);
  g_assert_cmpstr (friction->told, ==, one->told);
}

/* Whoever was told before heard it then. */
static void
test_once (Place *place, gconstpointer data)
{
  g_autoptr (QhFriction) friction = add_friction (place, "2026-11-10");

  qh_record_set_string ((QhRecord *)friction, "told", "2026-11-12");
  fixture_ok (qh_store_save (place->store, (QhRecord *)friction, &error));
  speak_of (place, place->meeting, friction, 60, QH_NONE);
  debrief (place, place->meeting);
  g_assert_cmpstr (friction->told, ==, "2026-11-12");
}

/* It is part of the one change. */
static void
test_undo (Place *place, gconstpointer data)
{
  g_autoptr (QhFriction) friction = add_friction (place, "2026-11-10");

  speak_of (place, place->meeting, friction, 60, QH_NONE);
  debrief (place, place->meeting);
  g_assert_cmpstr (friction->told, ==, DAY);
  fixture_ok (qh_store_undo (place->store, NULL, &error));
  g_assert_null (friction->told);
  g_assert_cmpint (place->meeting->status, ==, QH_MEETING_STATUS_DRAFT);
  fixture_ok (qh_store_redo (place->store, NULL, &error));
  g_assert_cmpstr (friction->told, ==, DAY);
}

/* A debrief that is refused tells nobody. */
static void
test_refused (Place *place, gconstpointer data)
{
  g_autoptr (QhFriction) friction = add_friction (place, "2026-11-10");

  speak_of (place, place->meeting, friction, 60, QH_NONE);
  qh_record_set_int ((QhRecord *)place->meeting, "start", instant (FIXTURE_DATE "T09:00:01Z"));
  fixture_fails (qh_store_debrief (place->store, place->meeting, NULL, NULL, &error),
                 QH_ERROR_REFUSED);
  g_assert_null (friction->told);
}

/* When it began says more than when it was to begin; what was held before its time was held today.
 */
static void
test_day (Place *place, gconstpointer data)
{
  g_autoptr (QhFriction) friction = add_friction (place, "2026-11-10");
  QhRecord *meeting = (QhRecord *)place->meeting;

  speak_of (place, place->meeting, friction, 60, QH_NONE);
  qh_record_set_int (meeting, "began", instant ("2026-11-18T23:59:59Z"));
  debrief (place, place->meeting);
  g_assert_cmpstr (friction->told, ==, "2026-11-18");
  fixture_ok (qh_store_undo (place->store, NULL, &error));

  qh_record_set_int (meeting, "began", QH_NONE);
  qh_record_set_int (meeting, "start", instant ("2026-11-25T10:00:00Z"));
  qh_record_set_int (meeting, "status", QH_MEETING_STATUS_HELD);
  qh_record_set_int (meeting, "output_reached", QH_OUTPUT_REACHED_YES);
  debrief (place, place->meeting);
  g_assert_cmpstr (friction->told, ==, FIXTURE_DATE);
}

/* One of those who share it has heard: the others have not. */
static void
test_shared (Place *place, gconstpointer data)
{
  g_autoptr (QhFriction) friction = add_friction (place, "2026-11-10");
  g_autoptr (QhMeeting) with_hale = meet (place, place->hale);

  share (place, friction, place->hale);
  speak_of (place, place->meeting, friction, 60, QH_NONE);
  speak_of (place, with_hale, friction, 60, QH_NONE);
  debrief (place, place->meeting);
  g_assert_null (friction->told);
  debrief (place, with_hale);
  g_assert_cmpstr (friction->told, ==, DAY);
}

/* It was left out of the meeting with the other. */
static void
test_shared_left_out (Place *place, gconstpointer data)
{
  g_autoptr (QhFriction) friction = add_friction (place, "2026-11-10");
  g_autoptr (QhMeeting) with_hale = meet (place, place->hale);

  share (place, friction, place->hale);
  speak_of (place, with_hale, friction, 60, 0);
  debrief (place, with_hale);
  speak_of (place, place->meeting, friction, 60, QH_NONE);
  debrief (place, place->meeting);
  g_assert_null (friction->told);
}

#define ADD(name, function) \
  g_test_add ("/store/debriefs/" name, Place, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/store/debriefs/told/", cases[i].name, NULL);
    g_test_add (path, Place, &cases[i], set_up, test_told, tear_down);
  }
  ADD ("once", test_once);
  ADD ("undo", test_undo);
  ADD ("refused", test_refused);
  ADD ("day", test_day);
  ADD ("shared", test_shared);
  ADD ("shared-left-out", test_shared_left_out);
  return g_test_run ();
}
