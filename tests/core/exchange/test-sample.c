/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample territory, on ordinary and on awkward days. */
#include "design/qh-access.h"
#include "design/qh-blueprint.h"
#include "design/qh-design-review.h"
#include "exchange/qh-sample.h"
#include "store/qh-backup.h"
#include "store/qh-gather.h"

/* Ordinary, weekend, leap day, the ends of a year, and nights on which the clocks change. */
static const struct {
  const char *now;
  const char *zone;
} days[] = {
  { "2026-11-25T09:00:00Z", "UTC" },
  { "2026-11-28T12:00:00+01:00", "Europe/Berlin" },
  { "2026-11-29T23:59:59+01:00", "Europe/Berlin" },
  { "2028-02-29T08:00:00Z", "Europe/London" },
  { "2026-12-31T23:30:00-05:00", "America/New_York" },
  { "2027-01-01T00:30:00+14:00", "Pacific/Kiritimati" },
  { "2027-03-28T02:30:00+02:00", "Europe/Berlin" },
  { "2026-10-25T02:30:00+01:00", "Europe/Berlin" },
  { "2026-10-04T01:59:59+10:30", "Australia/Lord_Howe" },
};

static GHashTable *zones; /* name → GTimeZone: a clock only borrows its zone */

static GTimeZone *
zone_of (const char *name)
{
  if (!g_hash_table_contains (zones, name))
    g_hash_table_insert (zones, g_strdup (name), g_time_zone_new_identifier (name));
  return g_hash_table_lookup (zones, name);
}

static QhStore *
open_at (const char *now, const char *zone_name)
{
  GTimeZone *zone = zone_of (zone_name);
  g_autoptr (GError) error = NULL;
  gint64 instant;
  QhClock clock;
  QhStore *store;

  g_assert_nonnull (zone);
  g_assert_true (qh_instant_parse (now, NULL, &instant));
  clock = qh_clock_fixed (instant, zone);
  store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  return store;
}

static QhStore *
open_filled (const char *now, const char *zone)
{
  QhStore *store = open_at (now, zone);
  g_autoptr (GError) error = NULL;

  qh_sample_fill (store, &error);
  g_assert_no_error (error);
  return store;
}

static GPtrArray *
select_all (QhStore *store, const QhEntity *entity)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = qh_store_select (store, entity, "ORDER BY id", NULL, &error);

  g_assert_no_error (error);
  return records;
}

static void
assert_sound (QhStore *store)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (!qh_store_verify (store, &problems, &error))
    g_error ("%s", error != NULL ? error->message : (char *)problems->pdata[0]);
}

static gboolean
is_working_day (const char *date)
{
  return (qh_date_to_days (date) - 1) % 7 < 5;
}

/* Meetings are on working days, at an hour when people work, in the zone of the clock. */
static void
check_meetings (QhStore *store, const char *zone_name)
{
  g_autoptr (GPtrArray) meetings = select_all (store, &qh_meeting_entity);
  GTimeZone *zone = zone_of (zone_name);

  g_assert_cmpuint (meetings->len, >=, 28);
  for (guint i = 0; i < meetings->len; i++) {
    QhMeeting *meeting = meetings->pdata[i];
    g_autofree char *day = qh_instant_to_date (meeting->start, zone);
    g_autofree char *time = qh_instant_format (meeting->start, zone);
    g_assert_true (is_working_day (day));
    g_assert_cmpstr (time + 11, >=, "08:00");
    g_assert_cmpstr (time + 11, <, "17:30");
    g_assert_cmpstr (meeting->zone, ==, zone_name);
  }
}

static gint64
count_starts (QhStore *store, gint64 from, gint64 to)
{
  g_autofree char *low = g_strdup_printf ("%" G_GINT64_FORMAT, from);
  g_autofree char *high = g_strdup_printf ("%" G_GINT64_FORMAT, to);
  const char *const values[] = { low, high, NULL };

  return qh_store_count (store,
                         "SELECT count (*) FROM meeting WHERE start >= CAST (?1 AS INTEGER) "
                         "AND start < CAST (?2 AS INTEGER)",
                         values);
}

static void
test_any_day (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autoptr (QhStore) store = open_filled (days[i].now, days[i].zone);
    gint64 now = qh_clock_now (qh_store_get_clock (store));
    assert_sound (store);
    check_meetings (store, days[i].zone);
    g_assert_cmpint (count_starts (store, 0, now), >=, 12);
    g_assert_cmpint (count_starts (store, now, now + 30 * QH_DAY_USEC), >=, 10);
  }
}

static void
test_today_and_tomorrow (void)
{
  g_autoptr (QhStore) store = open_filled ("2026-11-25T06:00:00Z", "UTC");
  gint64 today = qh_date_to_instant ("2026-11-25", NULL);

  g_assert_cmpint (count_starts (store, today, today + QH_DAY_USEC), ==, 2);
  g_assert_cmpint (count_starts (store, today + QH_DAY_USEC, today + 2 * QH_DAY_USEC), ==, 2);
}

/* Every value of every enum stands somewhere, save those of the transfers and files that the
 * sample has no part in. */
static gboolean
is_left_out (const QhEntity *entity, const char *value)
{
  return entity == &qh_export_entity || entity == &qh_received_plan_entity ||
         entity == &qh_transfer_entity || g_str_has_prefix (value, "transfer_");
}

static gboolean
occurs (GPtrArray *records, const QhField *field, const char *value)
{
  for (guint i = 0; i < records->len; i++) {
    g_autofree char *text = qh_record_get_text (records->pdata[i], field);
    if (g_strcmp0 (text, value) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
check_values (QhStore *store, const QhEntity *entity)
{
  g_autoptr (GPtrArray) records = select_all (store, entity);

  for (guint f = 0; f < entity->n_fields; f++) {
    guint n_values =
        entity->fields[f].kind == QH_KIND_ENUM ? qh_enum_count (entity->fields[f].values) : 0;
    for (guint v = 1; v <= n_values; v++) {
      const char *value = qh_enum_name (entity->fields[f].values, (int)v);
      if (!is_left_out (entity, value) && !occurs (records, &entity->fields[f], value))
        g_error ("no %s has %s %s", entity->name, entity->fields[f].name, value);
    }
  }
}

static void
test_every_value (void)
{
  g_autoptr (QhStore) store = open_filled (days[0].now, days[0].zone);
  guint n_entities;
  const QhEntity *const *entities = qh_entities (&n_entities);

  for (guint i = 0; i < n_entities; i++)
    check_values (store, entities[i]);
}

static int
score_of (QhStore *store, const char *meeting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhPlan) plan = qh_store_load_plan (store, meeting, &error);
  g_autoptr (QhContext) context = plan != NULL ? qh_store_gather (store, plan, &error) : NULL;
  g_autoptr (QhDesignReview) review = NULL;

  g_assert_no_error (error);
  review = qh_design_review_new (context);
  g_test_message ("%3d %s", review->score, qh_plan_get_meeting (plan)->title);
  return review->score;
}

/* Of the meetings that are still to be held, at least three are poor and several are good. */
static void
test_scores (void)
{
  g_autoptr (QhStore) store = open_filled (days[0].now, days[0].zone);
  g_autoptr (GPtrArray) meetings = select_all (store, &qh_meeting_entity);
  guint poor = 0, good = 0;

  for (guint i = 0; i < meetings->len; i++) {
    QhMeeting *meeting = meetings->pdata[i];
    int score;
    if (meeting->status > QH_MEETING_STATUS_APPROVED)
      continue;
    score = score_of (store, QH_RECORD (meeting)->id);
    poor += score < 50;
    good += score >= 80;
  }
  g_assert_cmpuint (poor, >=, 3);
  g_assert_cmpuint (good, >=, 6);
}

static void
note_rules (QhStore *store, const char *meeting, GHashTable *fired)
{
  g_autoptr (QhPlan) plan = qh_store_load_plan (store, meeting, NULL);
  g_autoptr (QhContext) context = qh_store_gather (store, plan, NULL);
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);

  for (guint i = 0; i < review->findings->len; i++)
    g_hash_table_add (fired, (char *)((QhFinding *)review->findings->pdata[i])->rule);
}

/* Each rule has a meeting still to be held at which it can be seen. */
static void
test_every_rule (void)
{
  g_autoptr (QhStore) store = open_filled (days[0].now, days[0].zone);
  g_autoptr (GPtrArray) meetings = select_all (store, &qh_meeting_entity);
  g_autoptr (GHashTable) fired = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < meetings->len; i++)
    if (((QhMeeting *)meetings->pdata[i])->status <= QH_MEETING_STATUS_APPROVED)
      note_rules (store, QH_RECORD (meetings->pdata[i])->id, fired);
  for (const char *const *rule = qh_house_rules_ids (); *rule != NULL; rule++)
    if (!g_hash_table_contains (fired, *rule))
      g_error ("no plan of the sample shows %s", *rule);
}

static void
test_each_blueprint_once (void)
{
  g_autoptr (QhStore) store = open_filled (days[0].now, days[0].zone);
  g_autoptr (GPtrArray) blueprints = qh_blueprints ();

  g_assert_cmpuint (blueprints->len, ==, 8);
  for (guint i = 0; i < blueprints->len; i++) {
    const char *const values[] = { ((QhBlueprint *)blueprints->pdata[i])->title, NULL };
    g_assert_cmpint (
        qh_store_count (store, "SELECT count (*) FROM meeting WHERE title = ?1", values), ==, 1);
  }
}

/* The plan of the picture: its length, the finding that the client's own words make, and the one on
 * what is said to be ours alone, and the one on the promise that falls due. */
static void
test_ferris (void)
{
  g_autoptr (QhStore) store = open_filled (days[0].now, days[0].zone);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRecord) meeting = qh_store_resolve (store, &qh_meeting_entity, "Fix first", &error);
  g_autoptr (QhPlan) plan = qh_store_load_plan (store, meeting->id, &error);
  g_autoptr (QhContext) context = qh_store_gather (store, plan, &error);
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);

  g_assert_no_error (error);
  g_assert_cmpstr (context->client->name, ==, "Ferris Dental Group");
  g_assert_cmpint (review->total, ==, 14 * QH_MINUTE);
  g_assert_cmpint (review->budget, ==, 15 * QH_MINUTE);
  g_assert_cmpuint (review->findings->len, ==, 3);
  g_assert_cmpstr (((QhFinding *)review->findings->pdata[0])->rule, ==, "voice.against");
  g_assert_cmpstr (((QhFinding *)review->findings->pdata[1])->rule, ==, "scarce.unproven");
  g_assert_cmpstr (((QhFinding *)review->findings->pdata[2])->rule, ==, "promise.due");
  g_assert_cmpint (review->score, ==, 88);
}

/* What was held took as long as it says, segment by segment. */
static void
test_actual_times_add_up (void)
{
  g_autoptr (QhStore) store = open_filled (days[0].now, days[0].zone);
  g_autoptr (GPtrArray) meetings = select_all (store, &qh_meeting_entity);

  for (guint i = 0; i < meetings->len; i++) {
    QhMeeting *meeting = meetings->pdata[i];
    const char *const values[] = { QH_RECORD (meeting)->id, NULL };
    if (meeting->began == QH_NONE)
      continue;
    g_assert_cmpint (
        qh_store_count (store, "SELECT sum (actual) FROM segment WHERE meeting = ?1", values), ==,
        (meeting->ended - meeting->began) / G_TIME_SPAN_SECOND);
  }
}

/* Some client has said something that would be worth an access rule, and is not one yet. */
static void
test_a_rule_is_still_to_be_set (void)
{
  g_autoptr (QhStore) store = open_filled (days[0].now, days[0].zone);
  g_autoptr (GPtrArray) remarks = select_all (store, &qh_remark_entity);
  g_autoptr (QhPhrases) phrases = qh_phrases_new (NULL);
  guint n_offered = 0;

  for (guint i = 0; i < remarks->len; i++) {
    QhRemark *remark = remarks->pdata[i];
    g_autoptr (QhRecord) client = qh_store_get (store, &qh_client_entity, remark->client, NULL);
    g_autoptr (GPtrArray) rules = qh_access_read (phrases, remark->words);
    for (guint r = 0; r < rules->len; r++)
      n_offered += !qh_access_stands (rules->pdata[r], QH_CLIENT (client));
  }
  g_assert_cmpuint (n_offered, >=, 2);
}

static void
test_refused_where_something_is (void)
{
  g_autoptr (QhStore) store = open_at (days[0].now, days[0].zone);
  g_autoptr (QhClient) client = qh_client_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_string (QH_RECORD (client), "name", "Somebody");
  g_assert_true (qh_store_save (store, QH_RECORD (client), NULL));
  g_assert_false (qh_sample_fill (store, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_REFUSED);
  g_assert_cmpint (qh_store_count (store, "SELECT count (*) FROM client", NULL), ==, 1);
}

static void
test_one_change (void)
{
  g_autoptr (QhStore) store = open_filled (days[0].now, days[0].zone);
  g_autoptr (GPtrArray) changes = qh_store_list_changes (store, 10);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_true (qh_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (qh_store_is_empty (store));
  g_assert_true (qh_store_redo (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (qh_store_count (store, "SELECT count (*) FROM client", NULL), ==, 14);
  assert_sound (store);
}

int
main (int argc, char **argv)
{
  g_autoptr (GHashTable) known =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_time_zone_unref);

  zones = known;
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/any-day", test_any_day);
  g_test_add_func ("/sample/today-and-tomorrow", test_today_and_tomorrow);
  g_test_add_func ("/sample/every-value", test_every_value);
  g_test_add_func ("/sample/scores", test_scores);
  g_test_add_func ("/sample/every-rule", test_every_rule);
  g_test_add_func ("/sample/each-blueprint-once", test_each_blueprint_once);
  g_test_add_func ("/sample/ferris", test_ferris);
  g_test_add_func ("/sample/actual-times-add-up", test_actual_times_add_up);
  g_test_add_func ("/sample/a-rule-is-still-to-be-set", test_a_rule_is_still_to_be_set);
  g_test_add_func ("/sample/refused", test_refused_where_something_is);
  g_test_add_func ("/sample/one-change", test_one_change);
  return g_test_run ();
}
