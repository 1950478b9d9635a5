/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The context of a plan: of this client, of no other, and in its order. */
#include "fixture.h"
#include "store/qh-gather.h"
#include "store/qh-settings.h"
#include "store/qh-standings.h"
#include <string.h>

typedef struct {
  QhStore *store;
  QhClient *client;
  QhMeeting *meeting;
  QhPlan *plan;
} Scene;

static gint64
instant (const char *text)
{
  gint64 found;

  g_assert_true (qh_instant_parse (text, NULL, &found));
  return found;
}

static void
set_up (Scene *scene, gconstpointer data)
{
  scene->store = fixture_store ();
  scene->client = fixture_client (scene->store, "Ferris");
  scene->meeting = fixture_meeting (scene->store, scene->client);
  qh_record_set_int ((QhRecord *)scene->meeting, "start", instant ("2026-11-26T10:00:00Z"));
  fixture_ok (qh_store_save (scene->store, (QhRecord *)scene->meeting, &error));
  scene->plan = qh_plan_new (scene->meeting);
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  g_object_unref (scene->plan);
  g_object_unref (scene->meeting);
  g_object_unref (scene->client);
  g_assert_finalize_object (scene->store);
}

static QhContext *
gather (Scene *scene)
{
  GError *error = NULL;
  QhContext *context = qh_store_gather (scene->store, scene->plan, &error);

  g_assert_no_error (error);
  g_assert_true (context->plan == scene->plan);
  g_assert_true (context->client == scene->client);
  g_assert_cmpint (context->now, ==, fixture_clock ().fixed);
  return context;
}

static char *
client_id (Scene *scene)
{
  return ((QhRecord *)scene->client)->id;
}

/* A saved record of @entity with @texts, pairs of field and value ended by NULL. */
static QhRecord *
make (QhStore *store, const QhEntity *entity, ...)
{
  QhRecord *record = qh_record_new (entity);
  va_list texts;
  const char *name;

  va_start (texts, entity);
  while ((name = va_arg (texts, const char *)) != NULL)
    fixture_ok (qh_record_set_text (record, qh_entity_field (entity, name),
                                    va_arg (texts, const char *), &error));
  va_end (texts);
  fixture_ok (qh_store_save (store, record, &error));
  return record;
}

/* The texts of @name in @records, one after the other. */
static void
reads (GPtrArray *records, const char *name, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++) {
    QhRecord *record = g_ptr_array_index (records, i);
    g_autofree char *value =
        qh_record_get_text (record, qh_entity_field (qh_record_get_entity (record), name));
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", value);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_empty (Scene *scene, gconstpointer data)
{
  g_autoptr (QhContext) context = gather (scene);

  g_assert_cmpuint (context->contacts->len, ==, 0);
  g_assert_cmpuint (context->remarks->len, ==, 0);
  g_assert_cmpuint (g_hash_table_size (context->heard), ==, 0);
  g_assert_cmpuint (context->frictions->len, ==, 0);
  g_assert_cmpuint (context->promises->len, ==, 0);
  g_assert_cmpuint (context->content->len, ==, 0);
  g_assert_cmpuint (context->same_output->len, ==, 0);
  g_assert_cmpuint (context->accepted->len, ==, 0);
  g_assert_nonnull (context->rules);
  g_assert_nonnull (context->phrases);
}

static void
test_client (Scene *scene, gconstpointer data)
{
  QhStore *store = scene->store;
  char *mine = client_id (scene);
  g_autoptr (QhRecord) strange = fixture_saved (store, &qh_friction_entity);
  g_autoptr (QhRecord) other = fixture_saved (store, &qh_remark_entity);
  QhRecord *records[] = {
    make (store, &qh_contact_entity, "client", mine, "name", "Zoe", NULL),
    make (store, &qh_contact_entity, "client", mine, "name", "ann", NULL),
    make (store, &qh_remark_entity, "client", mine, "words", "old", "said", "2026-01-01", NULL),
    make (store, &qh_remark_entity, "client", mine, "words", "new", "said", "2026-02-01", NULL),
    make (store, &qh_friction_entity, "client", mine, "title", "own", "reported", "2026-01-01",
          NULL),
    make (store, &qh_friction_client_entity, "client", mine, "friction", strange->id, NULL),
    make (store, &qh_promise_entity, "client", mine, "what", "late", "made", "2026-01-01", "due",
          "2026-03-01", NULL),
    make (store, &qh_promise_entity, "client", mine, "what", "soon", "made", "2026-01-01", "due",
          "2026-02-01", NULL),
  };
  g_autoptr (QhContext) context = gather (scene);

  reads (context->contacts, "name", "ann Zoe");
  reads (context->remarks, "words", "new old");
  reads (context->promises, "what", "soon late");
  g_assert_cmpuint (context->frictions->len, ==, 2);
  g_assert_nonnull (qh_context_find (context->frictions, strange->id));
  g_assert_null (qh_context_find (context->remarks, other->id));
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    g_object_unref (records[i]);
}

/* A remark is heard when a held meeting linked to it, whoever's. */
static void
test_heard (Scene *scene, gconstpointer data)
{
  static const struct {
    const char *status;
    gboolean heard;
  } cases[] = { { "draft", FALSE }, { "submitted", FALSE }, { "approved", FALSE },
                { "held", TRUE },   { "debriefed", TRUE },  { "cancelled", FALSE } };
  QhStore *store = scene->store;
  g_autoptr (QhRecord) remark = make (store, &qh_remark_entity, "client", client_id (scene),
                                      "words", "x", "said", "2026-01-01", NULL);
  g_autoptr (QhRecord) meeting =
      make (store, &qh_meeting_entity, "client", client_id (scene), NULL);
  g_autoptr (QhRecord) segment = make (store, &qh_segment_entity, "meeting", meeting->id, "kind",
                                       "open", "title", "x", "remark", remark->id, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    fixture_ok (qh_record_set_text (meeting, qh_entity_field (&qh_meeting_entity, "status"),
                                    cases[i].status, &error));
    fixture_ok (qh_store_save (store, meeting, &error));
    g_autoptr (QhContext) context = gather (scene);
    g_assert_cmpint (g_hash_table_contains (context->heard, remark->id), ==, cases[i].heard);
  }
}

static void
test_same_output (Scene *scene, gconstpointer data)
{
  QhStore *store = scene->store;
  g_autofree char *long_text = g_strnfill (500, 'x');
  g_autofree char *longer = g_strconcat (long_text, "y", NULL);
  g_autoptr (QhRecord) same = make (store, &qh_meeting_entity, "client", client_id (scene),
                                    "output", " a  SCHEDULE ", "title", "same", NULL);
  g_autoptr (QhRecord) cancelled = make (store, &qh_meeting_entity, "client", client_id (scene),
                                         "output", "A schedule", "status", "cancelled", NULL);
  g_autoptr (QhRecord) other = make (store, &qh_meeting_entity, "client", client_id (scene),
                                     "output", "A schedule more", NULL);
  g_autoptr (QhRecord) similar =
      make (store, &qh_meeting_entity, "client", client_id (scene), "output", longer, NULL);

  /* The plan's own, as typed, is not saved yet. */
  qh_record_set_string ((QhRecord *)scene->meeting, "output", "A schedule");
  g_autoptr (QhContext) context = gather (scene);
  reads (context->same_output, "title", "same");
  qh_record_set_string ((QhRecord *)scene->meeting, "output", long_text);
  g_autoptr (QhContext) beginning = gather (scene);
  g_assert_cmpuint (beginning->same_output->len, ==, 0);
}

/* --- Content */

static void
move (Scene *scene, const char *kind, QhRecord *content, const char *client, QhMeeting *meeting)
{
  g_autoptr (QhRecord) line =
      make (scene->store, &qh_movement_entity, "content", content->id, "kind", kind, "client",
            client, "meeting", meeting != NULL ? ((QhRecord *)meeting)->id : "", NULL);
}

/* What the client could be given: the scarcest first; what the plan carries before it. */
static void
test_content (Scene *scene, gconstpointer data)
{
  QhStore *store = scene->store;
  QhRecord *records[] = {
    make (store, &qh_content_entity, "title", "plain", NULL),
    make (store, &qh_content_entity, "title", "first-day", "available_from", "2026-11-26", NULL),
    make (store, &qh_content_entity, "title", "too-early", "available_from", "2026-11-27", NULL),
    make (store, &qh_content_entity, "title", "last-day", "available_until", "2026-11-26", NULL),
    make (store, &qh_content_entity, "title", "too-late", "available_until", "2026-11-25", NULL),
    make (store, &qh_content_entity, "title", "retired", "retired", "true", NULL),
    make (store, &qh_content_entity, "title", "gone", "edition", "1", NULL),
    make (store, &qh_content_entity, "title", "has-one", "edition", "2", NULL),
    make (store, &qh_content_entity, "title", "has-one-of-two", "edition", "2", "per_client", "2",
          NULL),
    make (store, &qh_content_entity, "title", "ours", "rarity", "ours_alone", NULL),
  };
  g_autoptr (QhSegment) segment = qh_segment_new ();

  for (guint i = 6; i < 9; i++)
    move (scene, "deliver", records[i], client_id (scene), NULL);
  g_autoptr (QhContext) context = gather (scene);
  reads (context->content, "title", "ours has-one-of-two last-day plain first-day");

  /* What the plan links to is there in any state, first, and once. */
  qh_record_set_string ((QhRecord *)segment, "content", records[6]->id);
  qh_plan_insert (scene->plan, segment, 0);
  g_autoptr (QhContext) linked = gather (scene);
  reads (linked->content, "title", "gone ours has-one-of-two last-day plain first-day");
  qh_record_set_string ((QhRecord *)segment, "content", records[0]->id);
  g_autoptr (QhContext) once = gather (scene);
  reads (once->content, "title", "plain ours has-one-of-two last-day first-day");
  for (guint i = 0; i < G_N_ELEMENTS (records); i++) {
    g_assert_true (qh_context_standing (once, QH_CONTENT (records[i])) != NULL ||
                   qh_context_find (once->content, records[i]->id) == NULL);
    g_object_unref (records[i]);
  }
}

static const QhStanding *
standing_of (QhContext *context, QhRecord *content)
{
  const QhStanding *standing = qh_context_standing (context, QH_CONTENT (content));

  g_assert_nonnull (standing);
  return standing;
}

/* What is offered follows content and the ledger, whoever changes them, and a change that is taken
 * back leaves nothing behind. */
static void
test_offers_follow (Scene *scene, gconstpointer data)
{
  QhStore *store = scene->store;
  g_autoptr (QhRecord) item =
      make (store, &qh_content_entity, "title", "item", "edition", "2", NULL);
  g_autoptr (QhClient) other = fixture_client (store, "Other");
  g_autoptr (QhContext) first = gather (scene);

  g_assert_cmpint (standing_of (first, item)->available, ==, 2);
  move (scene, "deliver", item, ((QhRecord *)other)->id, NULL);
  g_autoptr (QhContext) given = gather (scene);
  g_assert_cmpint (standing_of (given, item)->available, ==, 1);
  g_assert_cmpint (standing_of (given, item)->delivered, ==, 1);

  fixture_ok (qh_store_begin (store, "Try", &error));
  move (scene, "reserve", item, client_id (scene), NULL);
  g_autoptr (QhContext) within = gather (scene);
  g_assert_cmpuint (within->content->len, ==, 0);
  qh_store_rollback (store);
  g_autoptr (QhContext) back = gather (scene);
  g_assert_cmpuint (back->content->len, ==, 1);

  move (scene, "reserve", item, client_id (scene), NULL);
  g_autoptr (QhContext) reserved = gather (scene);
  g_assert_cmpuint (reserved->content->len, ==, 0);
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_autoptr (QhContext) undone = gather (scene);
  g_assert_cmpuint (undone->content->len, ==, 1);
  fixture_ok (
      qh_record_set_text (item, qh_entity_field (&qh_content_entity, "retired"), "true", &error));
  fixture_ok (qh_store_save (store, item, &error));
  g_autoptr (QhContext) retired = gather (scene);
  g_assert_cmpuint (retired->content->len, ==, 0);
}

/* However much there is, of every modality the best, and the best of those that are rare. */
static void
test_offers_are_bounded (Scene *scene, gconstpointer data)
{
  QhStore *store = scene->store;
  g_autoptr (QhRecord) rare =
      make (store, &qh_content_entity, "title", "rare", "rarity", "common", "edition", "5", NULL);

  fixture_ok (qh_store_begin (store, "Many", &error));
  for (guint i = 0; i < 100; i++) {
    g_autoptr (QhRecord) few = make (store, &qh_content_entity, "title", "few", "rarity", "few",
                                     "modality", i % 2 ? "educate" : "escape", NULL);
  }
  fixture_ok (qh_store_commit (store, &error));
  g_autoptr (QhContext) context = gather (scene);
  g_assert_cmpuint (context->content->len, ==, 41);
  g_assert_nonnull (qh_context_find (context->content, rare->id));
}

/* The figures of an item that the plan carries, and of this client's and this meeting's part. */
static void
test_standing (Scene *scene, gconstpointer data)
{
  static const char *const editions[] = { "9", "" };
  g_autoptr (QhMeeting) elsewhere = fixture_meeting (scene->store, scene->client);
  g_autoptr (QhClient) other = fixture_client (scene->store, "Other");
  const char *mine = client_id (scene), *his = ((QhRecord *)other)->id;
  g_autoptr (QhSegment) segment = qh_segment_new ();

  qh_plan_insert (scene->plan, segment, 0);
  for (guint i = 0; i < G_N_ELEMENTS (editions); i++) {
    g_autoptr (QhRecord) item = make (scene->store, &qh_content_entity, "title", "item", "edition",
                                      editions[i], "per_client", "9", NULL);
    qh_record_set_string ((QhRecord *)segment, "content", item->id);
    move (scene, "deliver", item, his, NULL);
    move (scene, "reserve", item, his, NULL);
    move (scene, "reserve", item, mine, elsewhere);
    move (scene, "reserve", item, mine, scene->meeting);
    g_autoptr (QhContext) planned = gather (scene);
    const QhStanding *standing = standing_of (planned, item);
    g_assert_cmpint (standing->available, ==, i == 0 ? 5 : QH_NONE);
    g_assert_cmpint (standing->reserved, ==, 3);
    g_assert_cmpint (standing->delivered, ==, 1);
    g_assert_cmpint (standing->his_reserved, ==, 2);
    g_assert_cmpint (standing->his_given, ==, 0);
    g_assert_cmpint (standing->here, ==, 1);
    g_assert_cmpint (standing->reserved_number, ==, i == 0 ? 4 : QH_NONE);
    g_assert_cmpstr (standing->reserved_until, ==, "2026-12-10");
    g_assert_null (standing->given_on);

    move (scene, "deliver", item, mine, scene->meeting);
    g_autoptr (QhContext) held = gather (scene);
    standing = standing_of (held, item);
    g_assert_cmpint (standing->his_given, ==, 1);
    g_assert_cmpint (standing->given_before, ==, 0);
    g_assert_cmpint (standing->here, ==, 1);
    g_assert_cmpint (standing->given_number, ==, i == 0 ? 4 : QH_NONE);
    g_assert_cmpstr (standing->given_on, ==, FIXTURE_DATE);

    move (scene, "deliver", item, mine, elsewhere);
    g_autoptr (QhContext) twice = gather (scene);
    g_assert_cmpint (standing_of (twice, item)->given_before, ==, 1);
    move (scene, "return", item, mine, elsewhere);
    g_autoptr (QhContext) returned = gather (scene);
    g_assert_cmpint (standing_of (returned, item)->given_before, ==, 0);
    g_assert_cmpint (standing_of (returned, item)->his_given, ==, 1);
  }
}

/* A meeting of @status that began so many days before now, with one segment of @kind. */
static void
make_past (Scene *scene, const char *status, int days, const char *kind, const char *seconds,
           const char *actual)
{
  g_autofree char *start = qh_instant_format (fixture_clock ().fixed - days * QH_DAY_USEC, NULL);
  g_autoptr (QhRecord) meeting = make (scene->store, &qh_meeting_entity, "client",
                                       client_id (scene), "status", status, "start", start, NULL);
  g_autoptr (QhRecord) segment =
      make (scene->store, &qh_segment_entity, "meeting", meeting->id, "kind", kind, "title", "x",
            "seconds", seconds, "actual", actual, NULL);
}

static void
assert_pace (Scene *scene, int kind, guint n, gint64 planned, gint64 actual)
{
  g_autoptr (QhContext) context = gather (scene);

  g_assert_cmpuint (context->paces[kind].n, ==, n);
  g_assert_cmpint (context->paces[kind].planned, ==, planned);
  g_assert_cmpint (context->paces[kind].actual, ==, actual);
}

/* The last five of a kind that were held and timed, whoever the client was. */
static void
test_paces (Scene *scene, gconstpointer data)
{
  assert_pace (scene, QH_SEGMENT_KIND_EDUCATE, 0, 0, 0);
  make_past (scene, "debriefed", 9, "educate", "100", "1000");
  make_past (scene, "held", 8, "educate", "10", "1");
  make_past (scene, "debriefed", 7, "educate", "10", "2");
  make_past (scene, "held", 6, "educate", "10", "4");
  make_past (scene, "debriefed", 5, "educate", "10", "8");
  assert_pace (scene, QH_SEGMENT_KIND_EDUCATE, 5, 140, 1015);
  make_past (scene, "debriefed", 4, "educate", "10", "16");
  make_past (scene, "debriefed", 3, "educate", "10", "");
  make_past (scene, "cancelled", 2, "educate", "10", "32");
  make_past (scene, "approved", 1, "educate", "10", "64");
  make_past (scene, "held", 1, "improve", "10", "128");
  assert_pace (scene, QH_SEGMENT_KIND_EDUCATE, 5, 50, 31);
  assert_pace (scene, QH_SEGMENT_KIND_IMPROVE, 1, 10, 128);
}

/* A reservation ends with the item's window, where that is sooner; without a meeting it ends only
 * then. */
static void
test_reserved_until (Scene *scene, gconstpointer data)
{
  static const struct {
    gboolean meeting;
    const char *until, *end;
  } cases[] = {
    { TRUE, "", "2026-12-10" },
    { TRUE, "2026-12-10", "2026-12-10" },
    { TRUE, "2026-12-09", "2026-12-09" },
    { TRUE, "2026-12-11", "2026-12-10" },
    { FALSE, "", NULL },
    { FALSE, "2026-12-09", "2026-12-09" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QhRecord) item = make (scene->store, &qh_content_entity, "title", "item", "edition",
                                      "9", "available_until", cases[i].until, NULL);
    move (scene, "reserve", item, client_id (scene), cases[i].meeting ? scene->meeting : NULL);
    g_autoptr (QhStanding) standing = qh_store_get_standing (
        scene->store, QH_CONTENT (item), client_id (scene), ((QhRecord *)scene->meeting)->id, NULL);
    g_assert_cmpint (standing->his_reserved, ==, 1);
    g_assert_cmpstr (standing->reserved_until, ==, cases[i].end);
  }
}

static void
test_waiting (Scene *scene, gconstpointer data)
{
  QhStore *store = scene->store;
  g_autoptr (QhRecord) item = make (store, &qh_content_entity, "title", "item", NULL);
  static const char *const since[] = { "2026-11-02T10:00:00Z", "2026-11-01T10:00:00Z",
                                       "2026-11-03T10:00:00Z" };
  static const gint64 places[] = { 2, 1, 3 };
  g_autoptr (QhClient) nobody = fixture_client (store, "Nobody");
  QhClient *clients[3];

  for (guint i = 0; i < 3; i++) {
    clients[i] = fixture_client (store, "Waiting");
    g_autoptr (QhRecord) waiting = make (store, &qh_waiting_entity, "content", item->id, "client",
                                         ((QhRecord *)clients[i])->id, "since", since[i], NULL);
  }
  for (guint i = 0; i < 3; i++) {
    g_autoptr (QhStanding) standing =
        qh_store_get_standing (store, QH_CONTENT (item), ((QhRecord *)clients[i])->id, NULL, NULL);
    g_assert_cmpint (standing->waiting_place, ==, places[i]);
    g_object_unref (clients[i]);
  }
  g_autoptr (QhStanding) not_there =
      qh_store_get_standing (store, QH_CONTENT (item), ((QhRecord *)nobody)->id, NULL, NULL);
  g_assert_cmpint (not_there->waiting_place, ==, 0);
}

static void
test_accepted (Scene *scene, gconstpointer data)
{
  QhStore *store = scene->store;
  char *meeting = ((QhRecord *)scene->meeting)->id;
  g_autoptr (QhRecord) mine = make (store, &qh_finding_accepted_entity, "meeting", meeting, "rule",
                                    "time.no-room", "reason", "he wants it", NULL);
  g_autoptr (QhRecord) other = fixture_saved (store, &qh_finding_accepted_entity);
  g_autoptr (QhContext) context = gather (scene);

  reads (context->accepted, "rule", "time.no-room");
}

/* A plan that was never saved can be reviewed. */
static void
test_new_plan (Scene *scene, gconstpointer data)
{
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  g_autoptr (QhPlan) plan = qh_plan_new (meeting);

  fixture_fails (qh_store_gather (scene->store, plan, &error), QH_ERROR_INVALID);
  qh_record_set_string ((QhRecord *)meeting, "client", "01a200cd-c0a1-7000-97c0-61f987586dfd");
  fixture_fails (qh_store_gather (scene->store, plan, &error), QH_ERROR_NOT_FOUND);
  qh_record_set_string ((QhRecord *)meeting, "client", client_id (scene));
  g_autoptr (QhContext) context = qh_store_gather (scene->store, plan, NULL);
  g_assert_nonnull (context);
  g_assert_cmpuint (context->accepted->len, ==, 0);
}

/* --- Rules */

static void
write_rules (const char *folder, const char *json)
{
  g_autofree char *path = g_build_filename (folder, "house-rules.json", NULL);

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
}

static void
test_house_rules (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "quarterhour.db", NULL);
  Scene scene = { fixture_open (path, QH_STORE_CREATE), NULL, NULL, NULL };
  g_autoptr (GError) refusal = NULL;

  scene.client = fixture_client (scene.store, "Ferris");
  scene.meeting = fixture_meeting (scene.store, scene.client);
  scene.plan = qh_plan_new (scene.meeting);
  g_autoptr (QhContext) shipped = gather (&scene);
  g_assert_cmpint (qh_house_rules_points (shipped->rules, "time.no-room"), ==, 4);
  write_rules (folder, "{\"rules\": {\"time.no-room\": {\"points\": 9}}}");
  g_autoptr (QhContext) own = gather (&scene);
  g_assert_cmpint (qh_house_rules_points (own->rules, "time.no-room"), ==, 9);
  g_assert_false (qh_house_rules_is_muted (own->rules, "voice.unheard"));
  fixture_ok (qh_settings_mute_rule (scene.store, "voice.unheard", TRUE, &error));
  g_autoptr (QhContext) muted = gather (&scene);
  g_assert_true (qh_house_rules_is_muted (muted->rules, "voice.unheard"));
  g_assert_cmpint (qh_house_rules_points (muted->rules, "time.no-room"), ==, 9);

  /* Refused with the file's name, never ignored. */
  write_rules (folder, "{\"rules\": {\"no.such-rule\": {\"points\": 9}}}");
  g_assert_null (qh_store_gather (scene.store, scene.plan, &refusal));
  g_assert_error (refusal, QH_ERROR, QH_ERROR_INVALID);
  g_assert_nonnull (strstr (refusal->message, "house-rules.json"));
  g_assert_nonnull (strstr (refusal->message, "no.such-rule"));
  g_autofree char *large = g_strnfill (1024 * 1024 + 1, ' ');
  write_rules (folder, large);
  fixture_fails (qh_store_gather (scene.store, scene.plan, &error), QH_ERROR_INVALID);
  tear_down (&scene, NULL);
  fixture_remove (folder);
}

static void
add (const char *name, void (*test) (Scene *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/store/gather/", name, NULL);

  g_test_add (path, Scene, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("empty", test_empty);
  add ("paces", test_paces);
  add ("client", test_client);
  add ("heard", test_heard);
  add ("same-output", test_same_output);
  add ("content", test_content);
  add ("offers-follow", test_offers_follow);
  add ("offers-are-bounded", test_offers_are_bounded);
  add ("standing", test_standing);
  add ("reserved-until", test_reserved_until);
  add ("waiting", test_waiting);
  add ("accepted", test_accepted);
  add ("new-plan", test_new_plan);
  g_test_add_func ("/store/gather/house-rules", test_house_rules);
  return g_test_run ();
}
