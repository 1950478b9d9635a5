/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of the store beside pictures of what is counted, slowly and plainly, out of its
 * records: whatever is logged, changed, moved, merged, deleted, undone and redone, both say the
 * same. What they say of a small store, worked out by hand: tests/cli/test-cli-insights.py. */
#include "design/qh-cost.h"
#include "design/qh-insight.h"
#include "design/qh-trust.h"
#include "fixture.h"
#include "store/qh-costs.h"
#include "store/qh-insight-schema.h"
#include "store/qh-insights.h"
#include "store/qh-merge.h"
#include "store/qh-settings.h"
#include <string.h>

#define N_CLIENTS 4
#define N_STEPS 320
#define FROM "2025-06"
#define TO "2026-12"
#define COST_MOST G_GINT64_CONSTANT (1000000000000)

/* --- Counted out of the records */

typedef struct {
  QhStore *store;
  const QhInsightAsk *ask;
  QhInsightFacts *facts;
} Count;

static GPtrArray *
all (QhStore *store, const QhEntity *entity)
{
  GError *error = NULL;
  GPtrArray *records = qh_store_select (store, entity, "ORDER BY id", NULL, &error);

  g_assert_no_error (error);
  return records;
}

static gboolean
is_asked_for (Count *count, const char *client)
{
  g_autoptr (QhRecord) record = NULL;

  if (count->ask->client != NULL)
    return g_strcmp0 (client, count->ask->client) == 0;
  if (count->ask->territory == NULL)
    return TRUE;
  record = client != NULL ? qh_store_get (count->store, &qh_client_entity, client, NULL) : NULL;
  return record != NULL && g_strcmp0 (((QhClient *)record)->territory, count->ask->territory) == 0;
}

static QhInsightMonth *
month_of (Count *count, gint64 at)
{
  g_autofree char *day = qh_instant_to_date (at, NULL);

  return qh_insight_facts_month (count->facts, day);
}

static void
count_segments (Count *count, QhMeeting *meeting, QhInsightMonth *month)
{
  const char *values[] = { ((QhRecord *)meeting)->id, NULL };
  g_autoptr (GPtrArray) segments =
      qh_store_select (count->store, &qh_segment_entity, "WHERE meeting = ?1", values, NULL);

  for (guint i = 0; i < segments->len; i++) {
    QhSegment *segment = g_ptr_array_index (segments, i);
    QhInsightKind *kind = &count->facts->kinds[segment->kind];
    gint64 actual = MIN (segment->actual, 14400);
    if (segment->actual == QH_NONE) {
      month->seconds[segment->kind] += segment->seconds;
      continue;
    }
    month->seconds[segment->kind] += actual;
    kind->n++;
    kind->planned += segment->seconds;
    kind->actual += actual;
  }
}

static void
count_score (Count *count, QhMeeting *meeting)
{
  static const gint64 above[] = { 50, 70, 80, 90, 101 };
  int i = 0;

  if (meeting->score_at_start == QH_NONE || meeting->output_reached == 0)
    return;
  while (meeting->score_at_start >= above[i])
    i++;
  count->facts->bands[i].n++;
  count->facts->bands[i].reached += meeting->output_reached == QH_OUTPUT_REACHED_YES;
}

static void
count_meeting (Count *count, QhMeeting *meeting)
{
  gint64 at = meeting->began != QH_NONE   ? meeting->began
              : meeting->start != QH_NONE ? meeting->start
                                          : meeting->ended;
  gboolean well = meeting->output_reached == QH_OUTPUT_REACHED_YES;
  gboolean known = meeting->began != QH_NONE && meeting->ended != QH_NONE;
  gint64 took = known ? meeting->ended - meeting->began : 0;
  QhInsightMonth *month;

  if (meeting->status != QH_MEETING_STATUS_HELD && meeting->status != QH_MEETING_STATUS_DEBRIEFED)
    return;
  if (at == QH_NONE || (month = month_of (count, at)) == NULL)
    return;
  month->held++;
  month->known += meeting->output_reached != 0;
  month->reached += well;
  if (took > 0 && took <= QH_DAY_USEC) {
    month->measured++;
    month->taken += took / G_USEC_PER_SEC;
    month->taken_well += well ? took / G_USEC_PER_SEC : 0;
  }
  count_segments (count, meeting, month);
  count_score (count, meeting);
}

static gboolean
is_friction_asked_for (Count *count, QhFriction *friction)
{
  const char *values[] = { ((QhRecord *)friction)->id, NULL };
  g_autoptr (GPtrArray) shares = qh_store_select (count->store, &qh_friction_client_entity,
                                                  "WHERE friction = ?1", values, NULL);

  for (guint i = 0; i < shares->len; i++)
    if (is_asked_for (count, ((QhFrictionClient *)shares->pdata[i])->client))
      return TRUE;
  return is_asked_for (count, friction->client);
}

static void
count_friction (Count *count, QhFriction *friction)
{
  QhInsightSpot *touchpoint = &count->facts->touchpoints[friction->touchpoint];
  QhInsightSpot *cause = &count->facts->causes[friction->cause];
  const char *gone = friction->removed != NULL ? friction->removed : friction->reported;
  QhInsightMonth *month = qh_insight_facts_month (count->facts, friction->reported);
  g_autoptr (QhCostSum) sum = qh_store_sum_cost (count->store, friction, NULL);
  gint64 cost = MIN (sum->cost.cost, COST_MOST);

  if (!is_friction_asked_for (count, friction))
    return;
  if (month != NULL) {
    month->opened++;
    month->cost_opened += cost;
    touchpoint->opened++;
    cause->opened++;
  }
  if (friction->status == QH_FRICTION_STATUS_OPEN ||
      friction->status == QH_FRICTION_STATUS_FIXING) {
    touchpoint->open++;
    touchpoint->cost += cost;
  }
  month = qh_insight_facts_month (count->facts, gone);
  if (friction->status != QH_FRICTION_STATUS_REMOVED || month == NULL)
    return;
  month->removed++;
  month->cost_removed += cost;
  touchpoint->removed++;
  cause->removed++;
}

static void
count_promise (Count *count, QhPromise *promise)
{
  g_autofree char *day = NULL;
  QhTrustSort sort = qh_trust_promise_sort (promise, count->facts->today, &day);
  QhInsightMonth *month = day != NULL ? qh_insight_facts_month (count->facts, day) : NULL;

  if (month == NULL || !is_asked_for (count, promise->client))
    return;
  month->kept += sort == QH_TRUST_KEPT;
  month->late += sort == QH_TRUST_LATE;
  month->broken += sort == QH_TRUST_BROKEN;
  month->overdue += sort == QH_TRUST_OVERDUE;
  if (sort == QH_TRUST_LATE || sort == QH_TRUST_BROKEN)
    qh_insight_facts_add_reason (count->facts, promise->reason, promise->made_by,
                                 sort == QH_TRUST_LATE, 1);
}

static void
count_contact (Count *count, QhContactLog *entry)
{
  QhInsightMonth *month = month_of (count, entry->at);

  if (month == NULL || !is_asked_for (count, entry->client))
    return;
  month->contacts++;
  month->rung += entry->rings != QH_NONE;
  month->first_ring += entry->rings != QH_NONE && entry->rings <= 1;
  month->solved_known += entry->solved != 0;
  month->solved += entry->solved == QH_SOLVED_YES;
  month->failures += entry->failure;
  month->learned += entry->learned != NULL || entry->upgrade_answer != NULL;
}

static void
hear (char **last, char *day)
{
  if (g_strcmp0 (day, *last) > 0) {
    g_free (*last);
    *last = day;
  } else
    g_free (day);
}

static char *
last_heard (QhStore *store, const char *client)
{
  g_autoptr (GPtrArray) remarks = all (store, &qh_remark_entity);
  g_autoptr (GPtrArray) entries = all (store, &qh_contact_log_entity);
  g_autoptr (GPtrArray) meetings = all (store, &qh_meeting_entity);
  char *last = NULL;

  for (guint i = 0; i < remarks->len; i++)
    if (g_strcmp0 (((QhRemark *)remarks->pdata[i])->client, client) == 0)
      hear (&last, g_strdup (((QhRemark *)remarks->pdata[i])->said));
  for (guint i = 0; i < entries->len; i++)
    if (g_strcmp0 (((QhContactLog *)entries->pdata[i])->client, client) == 0)
      hear (&last, qh_instant_to_date (((QhContactLog *)entries->pdata[i])->at, NULL));
  for (guint i = 0; i < meetings->len; i++) {
    QhMeeting *meeting = g_ptr_array_index (meetings, i);
    gint64 at = meeting->began != QH_NONE   ? meeting->began
                : meeting->start != QH_NONE ? meeting->start
                                            : meeting->ended;
    if (g_strcmp0 (meeting->client, client) == 0 && at != QH_NONE &&
        (meeting->status == QH_MEETING_STATUS_HELD ||
         meeting->status == QH_MEETING_STATUS_DEBRIEFED))
      hear (&last, qh_instant_to_date (at, NULL));
  }
  return last;
}

static void
count_silent (Count *count, QhClient *client)
{
  g_autofree char *last = last_heard (count->store, ((QhRecord *)client)->id);
  int days = last != NULL ? qh_date_to_days (count->facts->today) - qh_date_to_days (last) : 0;
  QhInsightLine *line;

  if (days <= 90 || days > 90 + 365 || !is_asked_for (count, ((QhRecord *)client)->id))
    return;
  line = qh_insight_list_add (&count->facts->silent, ((QhRecord *)client)->id, client->name);
  line->day = g_steal_pointer (&last);
  line->days = days;
  count->facts->silent.n++;
}

/* The longest first. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const QhInsightLine *first = *(QhInsightLine *const *)a, *second = *(QhInsightLine *const *)b;
  int order = strcmp (first->day, second->day);

  return order != 0 ? order : strcmp (first->id, second->id);
}

static QhInsightFacts *
count_all (QhStore *store, const QhInsightAsk *ask)
{
  Count count = { store, ask, qh_insight_facts_new (ask->from, ask->to) };
  g_autoptr (GPtrArray) meetings = all (store, &qh_meeting_entity);
  g_autoptr (GPtrArray) frictions = all (store, &qh_friction_entity);
  g_autoptr (GPtrArray) promises = all (store, &qh_promise_entity);
  g_autoptr (GPtrArray) entries = all (store, &qh_contact_log_entity);
  g_autoptr (GPtrArray) clients = all (store, &qh_client_entity);

  count.facts->today = qh_clock_today (qh_store_get_clock (store));
  count.facts->currency = qh_settings_get_currency (store);
  for (guint i = 0; i < meetings->len; i++)
    if (is_asked_for (&count, ((QhMeeting *)meetings->pdata[i])->client))
      count_meeting (&count, meetings->pdata[i]);
  for (guint i = 0; i < frictions->len; i++)
    count_friction (&count, frictions->pdata[i]);
  for (guint i = 0; i < promises->len; i++)
    count_promise (&count, promises->pdata[i]);
  for (guint i = 0; i < entries->len; i++)
    count_contact (&count, entries->pdata[i]);
  for (guint i = 0; i < clients->len; i++)
    count_silent (&count, clients->pdata[i]);
  g_ptr_array_sort (count.facts->silent.lines, compare_lines);
  return count.facts;
}

/* --- Both say the same */

static void
describe (GString *text, const QhPicture *picture)
{
  g_string_append_printf (text, "%s: %s (%d of %d)\n", picture->id, picture->sentence,
                          (int)picture->n, (int)picture->least);
  for (guint i = 0; i < picture->rows->len; i++) {
    for (guint k = 0; k < picture->columns->len; k++) {
      const QhPictureCell *cell = &qh_picture_row (picture, i)->cells[k];
      if (qh_unit_is_text (qh_picture_column (picture, k)->unit))
        g_string_append_printf (text, "%s|", cell->text != NULL ? cell->text : "");
      else
        g_string_append_printf (text, "%.6f|", cell->is_known ? cell->number : -1);
    }
    g_string_append_c (text, '\n');
  }
}

/* But the lists of content, which are not about what happens here. */
static char *
describe_all (GPtrArray *pictures)
{
  static const char *const others[] = { "editions", "exclusives", "unserved", NULL };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pictures->len; i++) {
    QhPicture *picture = g_ptr_array_index (pictures, i);
    if (!g_strv_contains (others, picture->id))
      describe (text, picture);
  }
  return g_string_free (text, FALSE);
}

static void
assert_same (QhStore *store, const char *client, const char *territory)
{
  g_autoptr (QhInsightAsk) ask = qh_insight_ask_new (FROM, TO);
  g_autoptr (QhInsightFacts) facts = NULL;
  g_autoptr (GPtrArray) expected = NULL, pictures = NULL;
  g_autofree char *expected_text = NULL, *text = NULL;

  ask->client = g_strdup (client);
  ask->territory = g_strdup (territory);
  facts = count_all (store, ask);
  expected = qh_insight_pictures (facts);
  fixture_ok (pictures = qh_store_insights (store, ask, &error));
  expected_text = describe_all (expected);
  text = describe_all (pictures);
  g_assert_cmpstr (text, ==, expected_text);
}

/* --- Whatever happens */

typedef struct {
  QhStore *store;
  GPtrArray *records; /* ids of what was logged */
} World;

static int
pick (int n)
{
  return g_test_rand_int_range (0, n);
}

static QhRecord *
any_client (World *world)
{
  g_autoptr (GPtrArray) clients = all (world->store, &qh_client_entity);

  return g_object_ref (clients->pdata[pick ((int)clients->len)]);
}

static void
set_client (World *world, QhRecord *record, gboolean may_be_none)
{
  g_autoptr (QhRecord) client = any_client (world);

  qh_record_set_string (record, "client", may_be_none && pick (5) == 0 ? NULL : client->id);
}

/* In and outside of the period. */
static gint64
any_instant (void)
{
  QhClock clock = fixture_clock ();

  return clock.fixed - pick (800) * QH_DAY_USEC + (pick (60) - 30) * QH_DAY_USEC + pick (86400);
}

static void
set_day (QhRecord *record, const char *field, int chance)
{
  g_autofree char *day = pick (10) < chance ? qh_instant_to_date (any_instant (), NULL) : NULL;

  qh_record_set_string (record, field, day);
}

static void
set_text (QhRecord *record, const char *field)
{
  static const char *const texts[] = { NULL, "No stock", "no  STOCK", "Ill", "Überlastet" };

  qh_record_set_string (record, field, texts[pick (G_N_ELEMENTS (texts))]);
}

static void
fill_promise (World *world, QhRecord *record)
{
  qh_record_set_string (record, "what", "A call");
  set_client (world, record, TRUE);
  qh_record_set_string (record, "made", "2020-01-01");
  qh_record_set_int (record, "made_by", pick (6));
  qh_record_set_int (record, "status", 1 + pick (4));
  set_day (record, "due", 8);
  set_day (record, "kept", 7);
  set_day (record, "broken", 5);
  set_day (record, "moved_from", 3);
  qh_record_set_int (record, "consent", pick (2));
  set_text (record, "reason");
}

static void
fill_contact (World *world, QhRecord *record)
{
  set_client (world, record, TRUE);
  qh_record_set_int (record, "at", any_instant ());
  qh_record_set_int (record, "rings", pick (2) ? pick (4) : QH_NONE);
  qh_record_set_int (record, "solved", pick (3));
  qh_record_set_int (record, "failure", pick (3) == 0);
  set_text (record, "learned");
  set_text (record, "upgrade_answer");
}

static void
fill_friction (World *world, QhRecord *record)
{
  static const gint64 minutes[] = { QH_NONE, 0, 7, 525600 };
  static const gint64 times[] = { QH_NONE, 3, 250, 1000000 };

  qh_record_set_string (record, "title", "A queue");
  set_client (world, record, TRUE);
  qh_record_set_int (record, "touchpoint", 1 + pick (QH_TOUCHPOINT_OTHER));
  qh_record_set_int (record, "cause", pick (QH_FRICTION_CAUSE_OWN + 1));
  qh_record_set_int (record, "severity", 1 + pick (4));
  qh_record_set_int (record, "minutes", minutes[pick (G_N_ELEMENTS (minutes))]);
  qh_record_set_int (record, "times_per_year", times[pick (G_N_ELEMENTS (times))]);
  qh_record_set_int (record, "status", 1 + pick (4));
  set_day (record, "reported", 10);
  qh_record_set_string (record, "removed", pick (2) ? "2026-12-31" : NULL);
}

static void
fill_meeting (World *world, QhRecord *record)
{
  static const gint64 took[] = { -1, 0, 900, 86400, 86401 };
  gint64 began = any_instant ();

  set_client (world, record, FALSE);
  qh_record_set_int (record, "status", 1 + pick (6));
  qh_record_set_int (record, "start", pick (3) ? any_instant () : QH_NONE);
  qh_record_set_int (record, "began", pick (5) ? began : QH_NONE);
  qh_record_set_int (record, "ended",
                     pick (5) ? began + took[pick (G_N_ELEMENTS (took))] * G_USEC_PER_SEC
                              : QH_NONE);
  qh_record_set_int (record, "score_at_start",
                     pick (4) ? (gint64[]){ 0, 49, 50, 69, 70, 79, 80, 89, 90, 100 }[pick (10)]
                              : QH_NONE);
  qh_record_set_int (record, "output_reached", pick (4));
}

static void
fill_remark (World *world, QhRecord *record)
{
  set_client (world, record, FALSE);
  set_day (record, "said", 10);
  qh_record_set_string (record, "words", "No.");
}

static const char *
any_logged (World *world, const QhEntity *entity)
{
  for (int i = 0; i < 20 && world->records->len > 0; i++) {
    const char *id = g_ptr_array_index (world->records, pick ((int)world->records->len));
    g_autoptr (QhRecord) record = qh_store_get (world->store, entity, id, NULL);
    if (record != NULL)
      return id;
  }
  return NULL;
}

static void
fill_segment (World *world, QhRecord *record)
{
  const char *meeting = any_logged (world, &qh_meeting_entity);

  if (meeting != NULL)
    qh_record_set_string (record, "meeting", meeting);
  qh_record_set_string (record, "title", "Talk");
  qh_record_set_int (record, "kind", 1 + pick (QH_SEGMENT_KIND_HOUSEKEEPING));
  qh_record_set_int (record, "seconds", pick (600));
  qh_record_set_int (record, "actual",
                     (gint64[]){ QH_NONE, 0, 100, 14400, 14401, 86400 }[pick (6)]);
}

static const struct {
  const QhEntity *entity;
  void (*fill) (World *world, QhRecord *record);
} kinds[] = {
  { &qh_promise_entity, fill_promise },   { &qh_contact_log_entity, fill_contact },
  { &qh_friction_entity, fill_friction }, { &qh_friction_entity, fill_friction },
  { &qh_meeting_entity, fill_meeting },   { &qh_remark_entity, fill_remark },
  { &qh_segment_entity, fill_segment },   { &qh_segment_entity, fill_segment },
};

static void
log_one (World *world)
{
  int kind = pick (G_N_ELEMENTS (kinds));
  g_autoptr (QhRecord) record = qh_record_new (kinds[kind].entity);

  if (kinds[kind].entity == &qh_segment_entity && any_logged (world, &qh_meeting_entity) == NULL)
    return;
  kinds[kind].fill (world, record);
  if (qh_store_save (world->store, record, NULL))
    g_ptr_array_add (world->records, g_strdup (record->id));
}

static void
change_one (World *world)
{
  int kind = pick (G_N_ELEMENTS (kinds));
  const char *id = any_logged (world, kinds[kind].entity);
  g_autoptr (QhRecord) record =
      id != NULL ? qh_store_get (world->store, kinds[kind].entity, id, NULL) : NULL;

  if (record == NULL)
    return;
  kinds[kind].fill (world, record);
  if (!qh_store_save (world->store, record, NULL))
    qh_store_revert (world->store, record);
}

static void
delete_one (World *world)
{
  int kind = pick (G_N_ELEMENTS (kinds));
  const char *id = any_logged (world, kinds[kind].entity);
  g_autoptr (QhRecord) record =
      id != NULL ? qh_store_get (world->store, kinds[kind].entity, id, NULL) : NULL;

  if (record != NULL)
    qh_store_delete_all (world->store, record, NULL);
}

static void
share_one (World *world)
{
  const char *id = any_logged (world, &qh_friction_entity);
  g_autoptr (QhRecord) shared = qh_record_new (&qh_friction_client_entity);
  g_autoptr (GPtrArray) shares = all (world->store, &qh_friction_client_entity);

  if (shares->len > 0 && pick (3) == 0) {
    fixture_ok (qh_store_delete (world->store, shares->pdata[pick ((int)shares->len)], &error));
    return;
  }
  if (id == NULL)
    return;
  qh_record_set_string (shared, "friction", id);
  set_client (world, shared, FALSE);
  qh_store_save (world->store, shared, NULL); /* refused where he shares it already */
}

static const char *const territories[] = { NULL, "North", "South" };

static void
add_client (World *world)
{
  g_autoptr (QhClient) client = fixture_client (world->store, "Ada");

  qh_record_set_string ((QhRecord *)client, "territory",
                        territories[pick (G_N_ELEMENTS (territories))]);
  fixture_ok (qh_store_save (world->store, (QhRecord *)client, &error));
}

/* Both in one row at times: where frictions count, and what they cost. */
static void
change_client (World *world)
{
  g_autoptr (QhRecord) client = any_client (world);

  qh_record_set_string (client, "territory", territories[pick (G_N_ELEMENTS (territories))]);
  if (pick (2))
    qh_record_set_int (client, "yearly_value", pick (1000000));
  fixture_ok (qh_store_save (world->store, client, &error));
}

static void
merge_two (World *world)
{
  g_autoptr (QhRecord) keep = any_client (world), other = any_client (world);

  if (keep != other)
    fixture_ok (qh_store_merge (world->store, keep, other, &error));
  add_client (world);
}

static void
delete_client (World *world)
{
  g_autoptr (QhRecord) client = any_client (world);

  fixture_ok (qh_store_delete_all (world->store, client, &error));
  add_client (world);
}

/* The first clients stay. */
static void
undo_some (World *world)
{
  for (int i = pick (4); i >= 0; i--)
    if (qh_store_count (world->store, "SELECT count (*) FROM change WHERE NOT undone", NULL) >
        2 * N_CLIENTS)
      fixture_ok (qh_store_undo (world->store, NULL, &error));
}

static void
change_rate (World *world)
{
  fixture_ok (qh_settings_set_hourly_rate (world->store, 1000 + pick (5000), &error));
}

static void
step (World *world)
{
  static const struct {
    int weight;
    void (*deed) (World *world);
  } deeds[] = {
    { 50, log_one },      { 18, change_one },   { 8, share_one },
    { 6, delete_one },    { 6, change_client }, { 2, merge_two },
    { 2, delete_client }, { 6, undo_some },     { 1, change_rate },
  };
  int chance = pick (104);

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++) {
    chance -= deeds[i].weight;
    if (chance < 0) {
      deeds[i].deed (world);
      return;
    }
  }
  qh_store_redo (world->store, NULL, NULL);
}

static void
assert_all_same (World *world)
{
  g_autoptr (QhRecord) client = any_client (world);

  assert_same (world->store, NULL, NULL);
  assert_same (world->store, client->id, NULL);
  for (guint i = 1; i < G_N_ELEMENTS (territories); i++)
    assert_same (world->store, NULL, territories[i]);
}

static void
test_whatever (void)
{
  World world = { .store = fixture_store (), .records = g_ptr_array_new_with_free_func (g_free) };

  for (int i = 0; i < N_CLIENTS; i++)
    add_client (&world);
  for (int i = 0; i < N_STEPS; i++) {
    step (&world);
    if (i % 8 == 0)
      assert_all_same (&world);
    if (i % 20 == 0)
      fixture_verify (qh_store_get_db (world.store));
  }
  assert_all_same (&world);
  fixture_verify (qh_store_get_db (world.store));
  g_ptr_array_unref (world.records);
  g_object_unref (world.store);
}

/* What was written past the triggers is noticed. */
static void
test_verify (void)
{
  static const char *const wrongs[] = {
    "UPDATE insight_sum SET a = a + 1 WHERE scope = ''",
    "DELETE FROM insight_sum WHERE month = ''",
    "UPDATE insight_heard SET day = '2020-01-01'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++) {
    World world = { .store = fixture_store (), .records = g_ptr_array_new_with_free_func (g_free) };
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
    sqlite3 *db = qh_store_get_db (world.store);
    g_autoptr (QhRecord) friction = fixture_saved (world.store, &qh_friction_entity);

    fixture_verify (db);
    fixture_ok (sqlite3_exec (db, wrongs[i], NULL, NULL, NULL) == SQLITE_OK);
    fixture_ok (qh_insight_schema_verify (db, problems, &error));
    g_assert_cmpuint (problems->len, >, 0);
    g_ptr_array_unref (world.records);
    g_object_unref (world.store);
  }
}

/* A period is one, and no longer than a life. */
static void
test_periods (void)
{
  static const char *const bad[][2] = {
    { "2026-02", "2026-01" }, { "2026-13", "2027-01" }, { "x", "2026-01" },
    { "2026-01", "" },        { "1900-01", "2000-01" }, { "2026-1", "2026-02" },
  };
  g_autoptr (QhStore) store = fixture_store ();

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (QhInsightAsk) ask = qh_insight_ask_new (bad[i][0], bad[i][1]);
    fixture_fails (qh_store_insights (store, ask, &error), QH_ERROR_INVALID);
  }
  {
    g_autoptr (QhInsightAsk) ask = qh_insight_ask_new ("1900-02", "2000-01");
    g_autoptr (GPtrArray) pictures = NULL;
    fixture_ok (pictures = qh_store_insights (store, ask, &error));
    g_assert_cmpuint (pictures->len, ==, 16);
  }
}

static void
test_territories (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (GPtrArray) names = NULL;

  fixture_ok (names = qh_store_list_territories (store, &error));
  g_assert_cmpuint (names->len, ==, 0);
  g_clear_pointer (&names, g_ptr_array_unref);
  for (int i = 0; i < 6; i++) {
    g_autoptr (QhClient) client = fixture_client (store, "Ada");
    qh_record_set_string ((QhRecord *)client, "territory",
                          (const char *[]){ "South", NULL, "North" }[i % 3]);
    fixture_ok (qh_store_save (store, (QhRecord *)client, &error));
  }
  fixture_ok (names = qh_store_list_territories (store, &error));
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (names->pdata[0], ==, "North");
  g_assert_cmpstr (names->pdata[1], ==, "South");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/insights/whatever", test_whatever);
  g_test_add_func ("/store/insights/verify", test_verify);
  g_test_add_func ("/store/insights/periods", test_periods);
  g_test_add_func ("/store/insights/territories", test_territories);
  return g_test_run ();
}
