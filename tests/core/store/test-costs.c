/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What frictions cost follows the records and the settings through every change, and is what the
 * pure function says. */
#include "fixture.h"
#include "store/qh-cost-schema.h"
#include "store/qh-costs.h"
#include "store/qh-settings.h"
#include "store/qh-sqlite.h"

static QhFriction *
friction (QhStore *store, const char *title, QhClient *client, int severity, gint64 minutes,
          gint64 times)
{
  QhFriction *self = qh_friction_new ();

  qh_record_set_string ((QhRecord *)self, "title", title);
  qh_record_set_string ((QhRecord *)self, "client",
                        client != NULL ? ((QhRecord *)client)->id : NULL);
  qh_record_set_string ((QhRecord *)self, "reported", FIXTURE_DATE);
  qh_record_set_int ((QhRecord *)self, "severity", severity);
  qh_record_set_int ((QhRecord *)self, "minutes", minutes);
  qh_record_set_int ((QhRecord *)self, "times_per_year", times);
  fixture_ok (qh_store_save (store, (QhRecord *)self, &error));
  return self;
}

static QhClient *
client_worth (QhStore *store, const char *name, gint64 value)
{
  QhClient *client = fixture_client (store, name);

  qh_record_set_int ((QhRecord *)client, "yearly_value", value);
  fixture_ok (qh_store_save (store, (QhRecord *)client, &error));
  return client;
}

static QhFrictionClient *
share (QhStore *store, QhFriction *with, QhClient *client)
{
  QhFrictionClient *shared = qh_friction_client_new ();

  qh_record_set_string ((QhRecord *)shared, "friction", ((QhRecord *)with)->id);
  qh_record_set_string ((QhRecord *)shared, "client", ((QhRecord *)client)->id);
  fixture_ok (qh_store_save (store, (QhRecord *)shared, &error));
  return shared;
}

static void
set (QhStore *store, gpointer record, const char *field, gint64 value)
{
  qh_record_set_int (record, field, value);
  fixture_ok (qh_store_save (store, record, &error));
}

/* What is kept is what was worked out by hand, what the pure function says, and sound. */
static void
assert_cost (QhStore *store, QhFriction *of, gint64 cost, gint64 clients)
{
  g_autoptr (QhCostSum) sum = NULL;
  gint64 kept, n;

  g_assert_true (qh_store_get_cost (store, ((QhRecord *)of)->id, &kept, &n));
  g_assert_cmpint (kept, ==, cost);
  g_assert_cmpint (n, ==, clients);
  sum = qh_store_sum_cost (store, of, NULL);
  g_assert_cmpint (sum->cost.cost, ==, cost);
  g_assert_cmpint (sum->cost.clients, ==, clients);
  fixture_verify (qh_store_get_db (store));
}

/* Number @index of the list is @of with all parts of its cost. */
static void
assert_listed (QhStore *store, GPtrArray *costs, guint index, QhFriction *of)
{
  const QhListedCost *one = costs->pdata[index];
  g_autoptr (QhCostSum) sum = qh_store_sum_cost (store, of, NULL);

  g_assert_cmpstr (one->friction, ==, ((QhRecord *)of)->id);
  g_assert_cmpstr (one->title, ==, of->title);
  g_assert_cmpint (one->status, ==, of->status);
  g_assert_cmpint (one->cost.clients, ==, sum->cost.clients);
  g_assert_cmpint (one->cost.client_minutes, ==, sum->cost.client_minutes);
  g_assert_cmpint (one->cost.client_cost, ==, sum->cost.client_cost);
  g_assert_cmpint (one->cost.own_loss, ==, sum->cost.own_loss);
  g_assert_cmpint (one->cost.cost, ==, sum->cost.cost);
}

static void
test_follows (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = client_worth (store, "Ferris", 1420000);
  g_autoptr (QhClient) okafor = client_worth (store, "Okafor", 100000);
  g_autoptr (QhFriction) it = friction (store, "Third wrong invoice", ferris, 3, 20, 24);
  g_autoptr (QhFrictionClient) shared = NULL;

  assert_cost (store, it, 178000, 1); /* 360.00 + 1,420.00 */
  set (store, it, "severity", 4);
  assert_cost (store, it, 36000 + 426000, 1);
  fixture_ok (qh_store_undo (store, NULL, &error));
  assert_cost (store, it, 178000, 1);
  set (store, it, "minutes", 40);
  assert_cost (store, it, 72000 + 142000, 1);
  set (store, it, "times_per_year", QH_NONE);
  assert_cost (store, it, 142000, 1);
  set (store, it, "times_per_year", 12);
  assert_cost (store, it, 36000 + 142000, 1);
  shared = share (store, it, okafor);
  assert_cost (store, it, 2 * 36000 + 142000 + 10000, 2);
  set (store, okafor, "yearly_value", 200000);
  assert_cost (store, it, 2 * 36000 + 142000 + 20000, 2);
  set (store, ferris, "yearly_value", QH_NONE);
  assert_cost (store, it, 2 * 36000 + 20000, 2);
  fixture_ok (qh_store_undo (store, NULL, &error));
  fixture_ok (qh_store_delete (store, (QhRecord *)shared, &error));
  assert_cost (store, it, 36000 + 142000, 1);
  fixture_ok (qh_store_undo (store, NULL, &error));
  assert_cost (store, it, 2 * 36000 + 142000 + 20000, 2);
  /* Whoever is named twice is counted once; without one of his own only the others count. */
  qh_record_set_string ((QhRecord *)it, "client", ((QhRecord *)okafor)->id);
  fixture_ok (qh_store_save (store, (QhRecord *)it, &error));
  assert_cost (store, it, 36000 + 20000, 1);
  qh_record_set_string ((QhRecord *)it, "client", NULL);
  fixture_ok (qh_store_save (store, (QhRecord *)it, &error));
  assert_cost (store, it, 36000 + 20000, 1);
}

static void
test_assumed (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = client_worth (store, "Ferris", 1420000);
  g_autoptr (QhFriction) stops = friction (store, "Stops", ferris, 3, 20, 24);
  g_autoptr (QhFriction) slows = friction (store, "Slows", ferris, 2, QH_NONE, QH_NONE);

  assert_cost (store, slows, 28400, 1);
  fixture_ok (qh_settings_set_hourly_rate (store, 6000, &error));
  assert_cost (store, stops, 48000 + 142000, 1);
  assert_cost (store, slows, 28400, 1);
  fixture_ok (qh_settings_set_share (store, 2, 25, &error));
  assert_cost (store, stops, 48000 + 142000, 1);
  assert_cost (store, slows, 35500, 1);
  fixture_ok (qh_settings_set_share (store, 3, 0, &error));
  assert_cost (store, stops, 48000, 1);
  fixture_ok (qh_settings_set_hourly_rate (store, 0, &error));
  assert_cost (store, stops, 0, 1);
  for (guint i = 0; i < 4; i++)
    fixture_ok (qh_store_undo (store, NULL, &error));
  assert_cost (store, stops, 178000, 1);
  assert_cost (store, slows, 28400, 1);
}

/* What does not read as a number in its range counts as not set, here as there. */
static void
test_odd_settings (void)
{
  static const struct {
    const char *text;
    gint64 cost; /* of an hour */
  } rates[] = {
    { "6000", 6000 },
    { "0", 0 },
    { "9007199254740991", QH_MONEY_MAX },
    { "9007199254740992", 4500 },
    { "99999999999999999999999999", 4500 },
    { "-1", 4500 },
    { "+6000", 4500 },
    { "06000", 4500 },
    { " 6000", 4500 },
    { "6000 ", 4500 },
    { "60.5", 4500 },
    { "6e3", 4500 },
    { "", 4500 },
    { "many", 4500 },
    { "-0", 4500 },
  };
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = client_worth (store, "Ferris", QH_NONE);
  g_autoptr (QhFriction) it = friction (store, "An hour", ferris, 3, 60, 1);

  for (guint i = 0; i < G_N_ELEMENTS (rates); i++) {
    g_test_message ("“%s”", rates[i].text);
    fixture_ok (qh_store_set_setting (store, QH_SETTING_HOURLY_RATE, rates[i].text, &error));
    assert_cost (store, it, rates[i].cost, 1);
  }
  fixture_ok (qh_store_set_setting (store, QH_SETTING_HOURLY_RATE, NULL, &error));
  assert_cost (store, it, 4500, 1);
}

/* Where a sum would not fit, it is the most there can be, and nothing is refused. */
static void
test_large (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = client_worth (store, "Ferris", QH_MONEY_MAX);
  g_autoptr (QhFriction) it = friction (store, "Ends", ferris, 4, 525600, 1000000);
  g_autoptr (QhFriction) other = friction (store, "Ends too", ferris, 4, 525600, 1000000);

  /* 8,760,000,000 h × 45 and 30 % of the most. */
  assert_cost (store, it, 39420000000000 + 2702159776422297, 1);
  g_assert_cmpint (qh_store_total_cost (store, QH_FRICTION_STATUS_OPEN), ==,
                   2 * (39420000000000 + 2702159776422297));
  fixture_ok (qh_settings_set_hourly_rate (store, QH_MONEY_MAX, &error));
  assert_cost (store, it, QH_MONEY_MAX, 1);
  g_assert_cmpint (qh_store_total_cost (store, QH_FRICTION_STATUS_OPEN), ==, QH_MONEY_MAX);
  for (guint i = 0; i < 40; i++) {
    g_autofree char *name = g_strdup_printf ("Client %u", i);
    g_autoptr (QhClient) client = client_worth (store, name, QH_MONEY_MAX);
    g_object_unref (share (store, it, client));
  }
  assert_cost (store, it, QH_MONEY_MAX, 41);
  fixture_ok (qh_settings_set_hourly_rate (store, 0, &error));
  assert_cost (store, it, QH_MONEY_MAX, 41);
  assert_cost (store, other, 2702159776422297, 1);
}

/* 2,000 clients of the most: their sum alone would not fit in a column. */
static void
test_many (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhFriction) it = friction (store, "Everybody", NULL, 4, 1, 1);

  assert_cost (store, it, 0, 0);
  fixture_ok (qh_settings_set_share (store, 4, 1000, &error));
  fixture_ok (qh_store_begin (store, "Many", &error));
  for (guint i = 0; i < 2000; i++) {
    g_autofree char *name = g_strdup_printf ("Client %u", i);
    g_autoptr (QhClient) client = client_worth (store, name, QH_MONEY_MAX);
    if (i < 1999)
      g_object_unref (share (store, it, client));
    else
      qh_record_set_string ((QhRecord *)it, "client", ((QhRecord *)client)->id);
  }
  fixture_ok (qh_store_save (store, (QhRecord *)it, &error));
  fixture_ok (qh_store_commit (store, &error));
  assert_cost (store, it, QH_MONEY_MAX, 2000);
  fixture_ok (qh_store_undo (store, NULL, &error));
  assert_cost (store, it, 0, 0);
}

static void
test_totals (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = client_worth (store, "Ferris", 1420000);
  g_autoptr (QhFriction) first = friction (store, "First", ferris, 3, 20, 24);
  g_autoptr (QhFriction) second = friction (store, "Second", ferris, 2, 20, 24);
  static const struct {
    int status; /* of the second */
    gint64 totals[4];
  } steps[] = {
    { QH_FRICTION_STATUS_OPEN, { 242400, 0, 0, 0 } },
    { QH_FRICTION_STATUS_FIXING, { 178000, 64400, 0, 0 } },
    { QH_FRICTION_STATUS_REMOVED, { 178000, 0, 64400, 0 } },
    { QH_FRICTION_STATUS_ACCEPTED, { 178000, 0, 0, 64400 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    set (store, second, "status", steps[i].status);
    for (int status = QH_FRICTION_STATUS_OPEN; status <= QH_FRICTION_STATUS_ACCEPTED; status++)
      g_assert_cmpint (qh_store_total_cost (store, status), ==,
                       steps[i].totals[status - QH_FRICTION_STATUS_OPEN]);
  }
  fixture_ok (qh_store_delete (store, (QhRecord *)first, &error));
  g_assert_cmpint (qh_store_total_cost (store, QH_FRICTION_STATUS_OPEN), ==, 0);
  fixture_verify (qh_store_get_db (store));
}

/* A client goes with all he has, and comes back in whatever order his rows do. */
static void
test_client_goes (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = client_worth (store, "Ferris", 1420000);
  g_autoptr (QhClient) okafor = client_worth (store, "Okafor", 100000);
  g_autoptr (QhFriction) his = friction (store, "His", ferris, 3, 20, 24);
  g_autoptr (QhFriction) other = friction (store, "The other's", okafor, 3, 20, 24);

  g_object_unref (share (store, his, okafor));
  g_object_unref (share (store, other, ferris));
  assert_cost (store, other, 72000 + 152000, 2);
  fixture_ok (qh_store_delete_all (store, (QhRecord *)ferris, &error));
  fixture_verify (qh_store_get_db (store));
  assert_cost (store, other, 36000 + 10000, 1);
  fixture_ok (qh_store_undo (store, NULL, &error));
  assert_cost (store, other, 72000 + 152000, 2);
  assert_cost (store, his, 72000 + 152000, 2);
}

/* --- The list */

static char *
titles (GListModel *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (QhFriction) item = g_list_model_get_item (list, i);
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", item->title);
  }
  return g_string_free (text, FALSE);
}

static void
assert_titles (QhListModel *list, const char *expected)
{
  g_autofree char *text = titles (G_LIST_MODEL (list));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_dearest (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = client_worth (store, "Ferris", 1420000);
  g_autoptr (QhClient) okafor = client_worth (store, "Okafor", 100000);
  g_autoptr (QhFriction) a = friction (store, "a", ferris, 1, 20, 24); /* 360.00 */
  g_autoptr (QhFriction) b = friction (store, "b", ferris, 3, 20, 24); /* 1,780.00 */
  g_autoptr (QhFriction) c = friction (store, "c", okafor, 1, 20, 24); /* 360.00 */
  g_autoptr (QhFriction) d = friction (store, "d", okafor, 4, 0, 0); /* 300.00 */
  g_autoptr (QhFriction) e = friction (store, "e", NULL, 4, 20, 24); /* 0 */
  QhQuery query = qh_costs_query (QH_FRICTION_STATUS_OPEN);
  g_autoptr (QhListModel) list = qh_list_model_new (store, &query, NULL);
  g_autoptr (GPtrArray) dearest = NULL;
  guint position;

  assert_titles (list, "b c a d e");
  set (store, okafor, "yearly_value", 1000000); /* d: 3,000.00 */
  assert_titles (list, "d b c a e");
  g_assert_true (qh_list_model_find (list, ((QhRecord *)a)->id, &position));
  g_assert_cmpuint (position, ==, 3);
  fixture_ok (qh_settings_set_share (store, 4, 0, &error));
  assert_titles (list, "b c a e d");
  g_object_unref (share (store, e, okafor)); /* e: 360.00 */
  assert_titles (list, "b e c a d");
  set (store, b, "status", QH_FRICTION_STATUS_FIXING);
  assert_titles (list, "e c a d");
  g_assert_false (qh_list_model_find (list, ((QhRecord *)b)->id, &position));
  fixture_ok (qh_settings_set_hourly_rate (store, 0, &error));
  assert_titles (list, "e d c a");
  fixture_ok (qh_store_undo (store, NULL, &error));
  assert_titles (list, "e c a d");
  dearest = qh_store_list_costs (store, NULL);
  g_assert_cmpuint (dearest->len, ==, 5);
  assert_listed (store, dearest, 0, b);
  assert_listed (store, dearest, 1, e);
}

/* What is read from what is kept is what the records add up to, whatever is not known, shared, or
 * too much. */
static void
test_listed_costs (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = client_worth (store, "Ferris", 1420001);
  g_autoptr (QhClient) rich = client_worth (store, "Rich", QH_MONEY_MAX);
  g_autoptr (QhClient) unknown = client_worth (store, "Unknown", QH_NONE);
  g_autoptr (QhFriction) shared = friction (store, "Shared", ferris, 3, 7, 13);
  g_autoptr (QhFriction) rare = friction (store, "Rare", unknown, 4, 20, QH_NONE);
  g_autoptr (QhFriction) ours = friction (store, "Ours", NULL, 4, 20, 10);
  g_autoptr (QhFriction) large = friction (store, "Large", rich, 4, 525600, 1000000);
  QhFriction *order[] = { large, shared, ours, rare };
  g_autoptr (GPtrArray) costs = NULL;

  g_object_unref (share (store, shared, unknown));
  g_object_unref (share (store, large, ferris));
  g_object_unref (share (store, large, unknown));
  for (int severity = 1; severity <= QH_SEVERITIES; severity++)
    qh_settings_set_share (store, severity, 1000, NULL);
  costs = qh_store_list_costs (store, NULL);
  g_assert_cmpuint (costs->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < costs->len; i++)
    assert_listed (store, costs, i, order[i]);
}

/* Over the list's pages, in the order that all of it has. */
static void
test_long_list (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = client_worth (store, "Ferris", 1420000);
  QhQuery query = qh_costs_query (QH_FRICTION_STATUS_OPEN);
  g_autoptr (QhListModel) list = qh_list_model_new (store, &query, NULL);
  gint64 last = G_MAXINT64;

  fixture_ok (qh_store_begin (store, "Many", &error));
  for (guint i = 0; i < 500; i++)
    g_object_unref (friction (store, "One of many", ferris, 1, (i * 37) % 101, 10));
  fixture_ok (qh_store_commit (store, &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 500);
  for (guint i = 0; i < 500; i++) {
    g_autoptr (QhRecord) item = g_list_model_get_item (G_LIST_MODEL (list), i);
    gint64 cost, clients;
    g_assert_true (qh_store_get_cost (store, item->id, &cost, &clients));
    g_assert_cmpint (cost, <=, last);
    last = cost;
  }
}

/* One walk of the index: nothing is sorted, and no other table is read. */
static void
test_plan (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  static const char sql[] =
      "EXPLAIN QUERY PLAN SELECT cost, friction FROM friction_cost WHERE (status = 'open')"
      "  AND (cost, friction) < (1000, 'x') ORDER BY cost DESC, friction DESC LIMIT 64";
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (qh_store_get_db (store), sql, -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *)sqlite3_column_text (statement, 3), ==,
                   "SEARCH friction_cost USING COVERING INDEX friction_cost_order (status=? AND "
                   "(cost,friction)<(?,?))");
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
}

/* --- Verification */

static void
test_verify (void)
{
  static const char *const spoils[] = {
    "UPDATE friction_cost SET cost = cost + 1, clients = clients",
    "UPDATE friction_cost SET clients = 7",
    "UPDATE friction_cost SET status = 'removed'",
    "DELETE FROM friction_cost",
    "INSERT INTO friction_cost VALUES ('none', 'open', 0, 0)",
    "UPDATE friction_total SET rest = rest + 1 WHERE status = 'open'",
    "UPDATE friction_assumption SET share_1 = 1",
    "DELETE FROM friction_assumption",
  };

  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++) {
    g_autoptr (QhStore) store = fixture_store ();
    g_autoptr (QhClient) ferris = client_worth (store, "Ferris", 1420000);
    g_autoptr (QhFriction) it = friction (store, "Invoice", ferris, 3, 20, 24);
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

    fixture_ok (qh_cost_schema_verify (qh_store_get_db (store), problems, &error));
    g_assert_cmpuint (problems->len, ==, 0);
    g_assert_cmpint (sqlite3_exec (qh_store_get_db (store), spoils[i], NULL, NULL, NULL), ==,
                     SQLITE_OK);
    fixture_ok (qh_cost_schema_verify (qh_store_get_db (store), problems, &error));
    g_test_message ("%s", spoils[i]);
    g_assert_cmpuint (problems->len, >=, 1);
  }
}

/* --- Any sequence of changes */

typedef struct {
  QhStore *store;
  GRand *random;
  GPtrArray *clients, *frictions;
} World;

static gint64
some (World *world, gint64 most)
{
  static const gint64 odd[] = { QH_NONE, 0, 1 };
  gint32 which = g_rand_int_range (world->random, 0, 8);

  if (which < 3)
    return odd[which];
  return which == 3 ? most : (gint64)(g_rand_double (world->random) * (double)MIN (most, 100000));
}

static gpointer
any (World *world, GPtrArray *records)
{
  return records->pdata[g_rand_int_range (world->random, 0, (gint32)records->len)];
}

static void
change_one (World *world)
{
  QhFriction *it = any (world, world->frictions);
  QhClient *client = any (world, world->clients);
  g_autoptr (GPtrArray) shared = NULL;
  gint64 rate;

  switch (g_rand_int_range (world->random, 0, 9)) {
  case 0:
    set (world->store, it, "minutes", some (world, 525600));
    break;
  case 1:
    set (world->store, it, "times_per_year", some (world, 1000000));
    break;
  case 2:
    set (world->store, it, "severity", g_rand_int_range (world->random, 1, 5));
    break;
  case 3:
    set (world->store, client, "yearly_value", some (world, QH_MONEY_MAX));
    break;
  case 4:
    fixture_ok (qh_settings_set_share (world->store, g_rand_int_range (world->random, 1, 5),
                                       g_rand_int_range (world->random, 0, 1001), &error));
    break;
  case 5:
    rate = some (world, QH_MONEY_MAX);
    fixture_ok (qh_settings_set_hourly_rate (world->store, MAX (rate, 0), &error));
    break;
  case 6:
    set (world->store, it, "status", g_rand_int_range (world->random, 1, 5));
    break;
  case 7:
    shared = qh_store_select (
        world->store, &qh_friction_client_entity, "WHERE friction = ?1 AND client = ?2",
        (const char *[]){ ((QhRecord *)it)->id, ((QhRecord *)client)->id, NULL }, NULL);
    if (shared->len > 0)
      fixture_ok (qh_store_delete (world->store, shared->pdata[0], &error));
    else
      g_object_unref (share (world->store, it, client));
    break;
  default:
    if (g_rand_boolean (world->random) && qh_store_undo (world->store, NULL, NULL))
      qh_store_redo (world->store, NULL, NULL);
  }
}

static void
test_any_sequence (void)
{
  World world = { fixture_store (), g_rand_new_with_seed (g_test_rand_int ()),
                  g_ptr_array_new_with_free_func (g_object_unref),
                  g_ptr_array_new_with_free_func (g_object_unref) };

  for (guint i = 0; i < 5; i++) {
    g_autofree char *name = g_strdup_printf ("Client %u", i);
    g_ptr_array_add (world.clients, client_worth (world.store, name, 1000 * i));
  }
  for (guint i = 0; i < 6; i++)
    g_ptr_array_add (world.frictions,
                     friction (world.store, "It", i > 0 ? world.clients->pdata[i % 5] : NULL,
                               1 + (int)(i % 4), i, i));
  for (guint i = 0; i < 200; i++) {
    change_one (&world);
    for (guint k = 0; k < world.frictions->len; k++) {
      QhFriction *it = world.frictions->pdata[k];
      g_autoptr (QhCostSum) sum = qh_store_sum_cost (world.store, it, NULL);
      gint64 cost, clients;
      g_assert_true (qh_store_get_cost (world.store, ((QhRecord *)it)->id, &cost, &clients));
      g_assert_cmpint (cost, ==, sum->cost.cost);
      g_assert_cmpint (clients, ==, sum->cost.clients);
    }
  }
  fixture_verify (qh_store_get_db (world.store));
  g_ptr_array_unref (world.frictions);
  g_ptr_array_unref (world.clients);
  g_rand_free (world.random);
  g_object_unref (world.store);
}

static void
test_unknown (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhFriction) unsaved = qh_friction_new ();
  g_autoptr (QhCostSum) sum = qh_store_sum_cost (store, unsaved, NULL);
  gint64 cost, clients;

  g_assert_false (qh_store_get_cost (store, "none", &cost, &clients));
  g_assert_cmpint (cost, ==, 0);
  g_assert_cmpint (sum->cost.cost, ==, 0);
  g_assert_cmpint (sum->cost.clients, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/costs/follows", test_follows);
  g_test_add_func ("/costs/assumed", test_assumed);
  g_test_add_func ("/costs/odd-settings", test_odd_settings);
  g_test_add_func ("/costs/large", test_large);
  g_test_add_func ("/costs/many", test_many);
  g_test_add_func ("/costs/totals", test_totals);
  g_test_add_func ("/costs/client-goes", test_client_goes);
  g_test_add_func ("/costs/dearest", test_dearest);
  g_test_add_func ("/costs/listed", test_listed_costs);
  g_test_add_func ("/costs/long-list", test_long_list);
  g_test_add_func ("/costs/plan", test_plan);
  g_test_add_func ("/costs/verify", test_verify);
  g_test_add_func ("/costs/any-sequence", test_any_sequence);
  g_test_add_func ("/costs/unknown", test_unknown);
  return g_test_run ();
}
