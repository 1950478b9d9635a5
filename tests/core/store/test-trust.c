/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trust of the store beside trust worked out of the records: whatever is logged, changed, deleted,
 * undone and redone, at whatever time and in whatever zone, both say the same. */
#include "fixture.h"
#include "store/qh-trust-schema.h"
#include "store/qh-trusts.h"

#define N_CLIENTS 3
#define N_STEPS 400

/* --- Worked out of the records */

static GPtrArray *
all (QhStore *store, const QhEntity *entity)
{
  GError *error = NULL;
  GPtrArray *records = qh_store_select (store, entity, "ORDER BY id", NULL, &error);

  g_assert_no_error (error);
  return records;
}

static gboolean
concerns (QhStore *store, QhFriction *friction, const char *client)
{
  const char *values[] = { ((QhRecord *)friction)->id, client, NULL };

  return client == NULL || g_strcmp0 (friction->client, client) == 0 ||
         qh_store_count (
             store, "SELECT count (*) FROM friction_client WHERE friction = ?1 AND client = ?2",
             values) > 0;
}

static void
add_frictions (QhStore *store, QhTrust *trust, const char *client)
{
  g_autoptr (GPtrArray) frictions = all (store, &qh_friction_entity);

  for (guint i = 0; i < frictions->len; i++) {
    QhFriction *friction = g_ptr_array_index (frictions, i);
    g_autoptr (QhRecord) from = NULL;
    if (!concerns (store, friction, client))
      continue;
    if (friction->contact_log != NULL)
      from = qh_store_get (store, &qh_contact_log_entity, friction->contact_log, NULL);
    if (from != NULL && client != NULL && g_strcmp0 (((QhContactLog *)from)->client, client) != 0)
      g_clear_object (&from);
    qh_trust_add_friction (trust, friction, (QhContactLog *)from);
  }
}

static void
add_meetings (QhStore *store, QhTrust *trust, const char *client)
{
  g_autoptr (GPtrArray) meetings = all (store, &qh_meeting_entity);

  for (guint i = 0; i < meetings->len; i++) {
    QhMeeting *meeting = g_ptr_array_index (meetings, i);
    g_autoptr (QhRecord) of = qh_store_get (store, &qh_client_entity, meeting->client, NULL);
    if (client == NULL || g_strcmp0 (meeting->client, client) == 0)
      qh_trust_add_meeting (trust, meeting, qh_client_limit ((QhClient *)of));
  }
}

static QhTrust *
weigh (QhStore *store, const char *client)
{
  const QhClock *clock = qh_store_get_clock (store);
  QhTrust *trust = qh_trust_new (clock->fixed, clock->zone, client == NULL);
  g_autoptr (GPtrArray) promises = all (store, &qh_promise_entity);
  g_autoptr (GPtrArray) entries = all (store, &qh_contact_log_entity);
  g_autoptr (GPtrArray) checks = all (store, &qh_touchpoint_check_entity);

  for (guint i = 0; i < promises->len; i++) {
    QhPromise *promise = g_ptr_array_index (promises, i);
    if (client == NULL || g_strcmp0 (promise->client, client) == 0)
      qh_trust_add_promise (trust, promise);
  }
  for (guint i = 0; i < entries->len; i++) {
    QhContactLog *entry = g_ptr_array_index (entries, i);
    if (client == NULL || g_strcmp0 (entry->client, client) == 0)
      qh_trust_add_contact (trust, entry);
  }
  add_frictions (store, trust, client);
  add_meetings (store, trust, client);
  for (guint i = 0; i < checks->len; i++)
    qh_trust_add_check (trust, g_ptr_array_index (checks, i));
  qh_trust_settle (trust);
  return trust;
}

/* --- Both say the same */

static char *
describe (const QhTrust *trust)
{
  GString *text = g_string_new (NULL);

  for (int sort = 0; sort < QH_N_TRUST_SORTS; sort++)
    g_string_append_printf (text, "%d/%d ", (int)trust->year[sort], (int)trust->recent[sort]);
  g_string_append_printf (text, "open %d %d moves %d quiet %d %s %d\n", (int)trust->open_severe,
                          (int)trust->open_gravest, (int)trust->moves, (int)trust->quiet_days,
                          qh_gate_name (trust->gate), (int)trust->n_because);
  for (guint i = 0; i < G_N_ELEMENTS (trust->spots); i++)
    g_string_append_printf (text, "%d", trust->spots[i].health);
  g_string_append_printf (text, " health %d\n", trust->health);
  for (guint i = 0; i < trust->because->len; i++) {
    const QhTrustReason *reason = g_ptr_array_index (trust->because, i);
    g_string_append_printf (text, "%s %s %s\n", reason->kind, reason->id, reason->text);
  }
  return g_string_free (text, FALSE);
}

static void
assert_same (QhStore *store, const char *client)
{
  g_autoptr (QhTrust) kept = NULL;
  g_autoptr (QhTrust) figures = NULL;
  g_autoptr (QhTrust) expected = weigh (store, client);
  g_autofree char *kept_text = NULL;
  g_autofree char *figures_text = NULL;
  g_autofree char *expected_text = describe (expected);

  fixture_ok (qh_store_trust (store, client, &kept, &error));
  fixture_ok (qh_store_trust_figures (store, client, &figures, &error));
  kept_text = describe (kept);
  g_assert_cmpstr (kept_text, ==, expected_text);
  g_assert_cmpint (figures->because->len, ==, 0);
  g_ptr_array_set_size (kept->because, 0);
  g_free (kept_text);
  kept_text = describe (kept);
  figures_text = describe (figures);
  g_assert_cmpstr (figures_text, ==, kept_text);
}

/* --- Whatever is logged */

typedef struct {
  QhStore *store;
  QhClient *clients[N_CLIENTS];
  GPtrArray *records; /* ids of what was logged */
} World;

static int
pick (int n)
{
  return g_test_rand_int_range (0, n);
}

static const char *
any_client (World *world)
{
  int i = pick (N_CLIENTS + 1);

  return i < N_CLIENTS ? ((QhRecord *)world->clients[i])->id : NULL;
}

/* Near the edges of the windows more often than not. */
static gint64
any_instant (void)
{
  static const int days[] = { 0, 0, 30, 89, 90, 91, 200, 364, 365, 366, 500 };
  QhClock clock = fixture_clock ();
  gint64 at = clock.fixed - days[pick (G_N_ELEMENTS (days))] * QH_DAY_USEC;

  return at + (pick (3) - 1) * G_TIME_SPAN_SECOND + (pick (3) - 1) * pick (24) * G_TIME_SPAN_HOUR;
}

static void
set_day (QhRecord *record, const char *field, int chance)
{
  g_autofree char *day = pick (10) < chance ? qh_instant_to_date (any_instant (), NULL) : NULL;

  qh_record_set_string (record, field, day);
}

static void
fill_promise (World *world, QhRecord *record)
{
  qh_record_set_string (record, "what", "A call");
  qh_record_set_string (record, "client", any_client (world));
  qh_record_set_string (record, "made", "2020-01-01");
  qh_record_set_int (record, "status", 1 + pick (4));
  set_day (record, "due", 8);
  set_day (record, "kept", 7);
  set_day (record, "broken", 5);
  set_day (record, "moved_from", 3);
  qh_record_set_int (record, "moves", pick (3));
  qh_record_set_int (record, "consent", pick (2));
}

static void
fill_contact (World *world, QhRecord *record)
{
  qh_record_set_string (record, "client", any_client (world));
  qh_record_set_int (record, "at", any_instant ());
  qh_record_set_int (record, "channel", pick (7));
  qh_record_set_int (record, "solved", pick (3));
  qh_record_set_int (record, "failure", pick (3) == 0);
}

/* The id of one of the logged records of @entity, or NULL. */
static const char *
any_logged (World *world, const QhEntity *entity)
{
  for (int i = 0; i < 10 && world->records->len > 0; i++) {
    const char *id = g_ptr_array_index (world->records, pick ((int)world->records->len));
    g_autoptr (QhRecord) record = qh_store_get (world->store, entity, id, NULL);
    if (record != NULL)
      return id;
  }
  return NULL;
}

static void
fill_friction (World *world, QhRecord *record)
{
  qh_record_set_string (record, "title", "A queue");
  qh_record_set_string (record, "client", any_client (world));
  qh_record_set_int (record, "touchpoint", 1 + pick (QH_TOUCHPOINT_OTHER));
  qh_record_set_int (record, "severity", 1 + pick (4));
  qh_record_set_int (record, "status", 1 + pick (4));
  set_day (record, "reported", 10);
  qh_record_set_string (record, "removed", pick (2) ? "2026-11-25" : NULL);
  qh_record_set_string (record, "contact_log",
                        pick (2) ? any_logged (world, &qh_contact_log_entity) : NULL);
}

static void
fill_meeting (World *world, QhRecord *record)
{
  gint64 ended = any_instant ();

  qh_record_set_string (record, "client", ((QhRecord *)world->clients[pick (N_CLIENTS)])->id);
  qh_record_set_int (record, "status", 1 + pick (6));
  qh_record_set_int (record, "ended", pick (5) ? ended : QH_NONE);
  qh_record_set_int (record, "began",
                     pick (5) ? ended - (15 + pick (4)) * 60 * G_TIME_SPAN_SECOND : QH_NONE);
}

static void
fill_check (World *world, QhRecord *record)
{
  qh_record_set_int (record, "touchpoint", 1 + pick (QH_TOUCHPOINT_OTHER));
  set_day (record, "checked_on", 10);
  qh_record_set_int (record, "live_person", pick (4) > 0);
  qh_record_set_int (record, "hours_to_answer", pick (2) ? 23 + pick (3) : QH_NONE);
}

static const struct {
  const QhEntity *entity;
  void (*fill) (World *world, QhRecord *record);
} kinds[] = {
  { &qh_promise_entity, fill_promise },   { &qh_contact_log_entity, fill_contact },
  { &qh_friction_entity, fill_friction }, { &qh_friction_entity, fill_friction },
  { &qh_meeting_entity, fill_meeting },   { &qh_touchpoint_check_entity, fill_check },
};

static void
log_one (World *world)
{
  int kind = pick (G_N_ELEMENTS (kinds));
  g_autoptr (QhRecord) record = qh_record_new (kinds[kind].entity);

  kinds[kind].fill (world, record);
  fixture_ok (qh_store_save (world->store, record, &error));
  g_ptr_array_add (world->records, g_strdup (record->id));
}

static void
change_one (World *world)
{
  int kind = pick (G_N_ELEMENTS (kinds));
  const char *id = any_logged (world, kinds[kind].entity);
  g_autoptr (QhRecord) record = NULL;

  if (id == NULL)
    return;
  record = qh_store_get (world->store, kinds[kind].entity, id, NULL);
  kinds[kind].fill (world, record);
  fixture_ok (qh_store_save (world->store, record, &error));
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
  qh_record_set_string (shared, "client", ((QhRecord *)world->clients[pick (N_CLIENTS)])->id);
  qh_store_save (world->store, shared, NULL); /* refused where he shares it already */
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
change_limit (World *world)
{
  static const gint64 limits[] = { QH_NONE, 14, 15, 16, 17 };
  QhRecord *client = (QhRecord *)world->clients[pick (N_CLIENTS)];

  qh_record_set_int (client, "minutes_limit", limits[pick (G_N_ELEMENTS (limits))]);
  fixture_ok (qh_store_save (world->store, client, &error));
}

/* The making of the clients stays. */
static void
undo_one (World *world)
{
  gint64 changes =
      qh_store_count (world->store, "SELECT count (*) FROM change WHERE NOT undone", NULL);

  if (changes > N_CLIENTS)
    fixture_ok (qh_store_undo (world->store, NULL, &error));
}

static void
step (World *world)
{
  int what = pick (20);

  if (what < 9)
    log_one (world);
  else if (what < 12)
    change_one (world);
  else if (what < 14)
    share_one (world);
  else if (what < 15)
    delete_one (world);
  else if (what < 16)
    change_limit (world);
  else if (what < 18)
    undo_one (world);
  else
    qh_store_redo (world->store, NULL, NULL);
}

/* Another time and place; the records stay where they are. */
static void
look_from (World *world, int i)
{
  static const char *const zones[] = { "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago",
                                       "Europe/Berlin" };
  static const gint64 hours[] = { 0, -24, 15, 24, 1, -9 };
  QhClock clock = fixture_clock ();

  clock.fixed += hours[i % G_N_ELEMENTS (hours)] * G_TIME_SPAN_HOUR;
  clock.zone = g_time_zone_new_identifier (zones[i % G_N_ELEMENTS (zones)]);
  *(QhClock *)qh_store_get_clock (world->store) = clock;
}

static void
assert_all_same (World *world)
{
  assert_same (world->store, NULL);
  for (int i = 0; i < N_CLIENTS; i++)
    assert_same (world->store, ((QhRecord *)world->clients[i])->id);
}

static void
test_whatever (void)
{
  World world = { .store = fixture_store (), .records = g_ptr_array_new_with_free_func (g_free) };

  for (int i = 0; i < N_CLIENTS; i++)
    world.clients[i] = fixture_client (world.store, (const char *[]){ "Ada", "Bo", "Cy" }[i]);
  for (int i = 0; i < N_STEPS; i++) {
    step (&world);
    look_from (&world, i);
    if (i % 5 == 0)
      assert_all_same (&world);
    if (i % 10 == 0)
      fixture_verify (qh_store_get_db (world.store));
  }
  fixture_verify (qh_store_get_db (world.store));
  for (int i = 0; i < N_CLIENTS; i++)
    g_object_unref (world.clients[i]);
  g_ptr_array_unref (world.records);
  g_object_unref (world.store);
}

/* A client who goes with all that is his, and comes back, whatever the order of his rows. */
static void
test_client_returns (void)
{
  World world = { .store = fixture_store (), .records = g_ptr_array_new_with_free_func (g_free) };
  const char *sums = "SELECT group_concat (client || sort || spot || day || n, ' ') FROM"
                     "  (SELECT * FROM trust_sum ORDER BY 1, 2, 3, 4)";
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (int i = 0; i < N_CLIENTS; i++) {
    world.clients[i] = fixture_client (world.store, (const char *[]){ "Ada", "Bo", "Cy" }[i]);
    qh_record_set_int ((QhRecord *)world.clients[i], "minutes_limit", 16);
    fixture_ok (qh_store_save (world.store, (QhRecord *)world.clients[i], &error));
  }
  for (int i = 0; i < 60; i++)
    log_one (&world);
  before = fixture_ask (qh_store_get_db (world.store), sums);
  fixture_ok (qh_store_delete_all (world.store, (QhRecord *)world.clients[0], &error));
  fixture_verify (qh_store_get_db (world.store));
  assert_same (world.store, NULL);
  fixture_ok (qh_store_undo (world.store, NULL, &error));
  fixture_verify (qh_store_get_db (world.store));
  after = fixture_ask (qh_store_get_db (world.store), sums);
  g_assert_cmpstr (after, ==, before);
  for (int i = 0; i < N_CLIENTS; i++)
    g_object_unref (world.clients[i]);
  g_ptr_array_unref (world.records);
  g_object_unref (world.store);
}

/* Of very many things that hold a gate, the worst are told, and all are counted. */
static void
test_many (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ada");
  g_autoptr (QhTrust) trust = NULL;

  for (int i = 0; i < QH_TRUSTS_BECAUSE_MAX + 7; i++) {
    g_autoptr (QhRecord) promise = qh_record_new (&qh_promise_entity);
    qh_record_set_string (promise, "what", "A call");
    qh_record_set_string (promise, "client", ((QhRecord *)client)->id);
    qh_record_set_string (promise, "made", "2026-01-01");
    qh_record_set_string (promise, "due", "2026-11-01");
    fixture_ok (qh_store_save (store, promise, &error));
  }
  fixture_ok (qh_store_trust (store, NULL, &trust, &error));
  g_assert_cmpint (trust->gate, ==, QH_GATE_CLOSED);
  g_assert_cmpint (trust->because->len, ==, QH_TRUSTS_BECAUSE_MAX);
  g_assert_cmpint (trust->n_because, ==, QH_TRUSTS_BECAUSE_MAX + 7);
}

/* What was written past the triggers is noticed. */
static void
test_verify (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ada");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = qh_store_get_db (store);

  g_assert_true (qh_trust_schema_verify (db, problems, &error));
  g_assert_cmpuint (problems->len, ==, 0);
  sqlite3_exec (db,
                "INSERT INTO trust_sum SELECT id, 'kept', 5, '', 1 FROM client;"
                "INSERT INTO trust_sum VALUES ('', 'late', 5, '', 1)",
                NULL, NULL, NULL);
  g_assert_true (qh_trust_schema_verify (db, problems, &error));
  g_assert_cmpuint (problems->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust/whatever", test_whatever);
  g_test_add_func ("/trust/client-returns", test_client_returns);
  g_test_add_func ("/trust/many", test_many);
  g_test_add_func ("/trust/verify", test_verify);
  return g_test_run ();
}
