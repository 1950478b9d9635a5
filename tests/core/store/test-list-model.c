/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows over a query, against the plain query. */
#include "list-fixture.h"

#define ALL_SQL "SELECT id FROM friction ORDER BY reported, id"
#define DESCENDING_SQL "SELECT id FROM friction ORDER BY reported DESC, id DESC"
#define OPEN_SQL "SELECT id FROM friction WHERE status = 'open' ORDER BY reported DESC, id DESC"
#define BY_REMOVAL_SQL "SELECT id FROM friction ORDER BY removed, id"
#define REPORTED_SQL "SELECT id FROM friction WHERE reported >= '2020' ORDER BY reported, id"
#define REMOVED_SQL "SELECT id FROM friction WHERE removed >= '2' ORDER BY removed, id"
#define NOT_REMOVED_SQL "SELECT id FROM friction WHERE removed IS NULL ORDER BY id DESC"

static const QhQuery all = { &qh_friction_entity, NULL, "reported", FALSE, "friction" };
static const QhQuery descending = { &qh_friction_entity, NULL, "reported", TRUE, NULL };
static const QhQuery open = { &qh_friction_entity, "status = 'open'", "reported", TRUE,
                              "friction.status.open" };
static const QhQuery by_removal = { &qh_friction_entity, NULL, "removed", FALSE, NULL };
static const QhQuery by_removal_descending = { &qh_friction_entity, NULL, "removed", TRUE, NULL };
static const QhQuery reported = {
  .entity = &qh_friction_entity, .where = "reported >= '2020'", .key = "reported", .has_key = TRUE
};
static const QhQuery removed_ones = {
  .entity = &qh_friction_entity, .where = "removed >= '2'", .key = "removed", .has_key = TRUE
};
static const QhQuery not_removed = { &qh_friction_entity, "removed IS NULL", "id", TRUE, NULL };
static const QhQuery with_status = { &qh_friction_entity, "status = ?1 AND severity >= ?2",
                                     "reported", FALSE, NULL };

static GListModel *
make (ListFixture *fixture, const QhQuery *query)
{
  return G_LIST_MODEL (qh_list_model_new (fixture->store, query, NULL));
}

static void
test_empty (ListFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) model = make (fixture, &all);

  g_assert_true (g_list_model_get_item_type (model) == qh_friction_get_type ());
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  g_assert_null (g_list_model_get_item (model, 0));
}

static void
test_first_and_last (ListFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) model = make (fixture, &all);
  g_autoptr (Mirror) mirror = mirror_new (model);
  g_autoptr (QhFriction) friction = list_fixture_add (fixture);

  g_assert_cmpuint (mirror->items->len, ==, 1);
  g_assert_true (mirror->items->pdata[0] == friction);
  qh_store_delete (fixture->store, (QhRecord *)friction, NULL);
  g_assert_cmpuint (mirror->items->len, ==, 0);
  g_assert_true (qh_store_undo (fixture->store, NULL, NULL));
  mirror_assert_equal (mirror);
  list_assert_equal (model, fixture->store, ALL_SQL, NULL);
}

/* Whoever takes his rows while he is told of them, as a view does, and never asks again. */
static void
test_taken_while_told (ListFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) model = make (fixture, &all);
  g_autoptr (Mirror) mirror = mirror_new (model);

  for (guint i = 0; i < 100; i++) {
    g_autoptr (QhFriction) friction = list_fixture_add (fixture);
  }
  mirror_assert_equal (mirror);
  list_assert_equal (model, fixture->store, ALL_SQL, NULL);
}

static void
test_order (ListFixture *fixture, gconstpointer unused)
{
  static const struct {
    const QhQuery *query;
    const char *sql;
  } cases[] = {
    { &all, ALL_SQL },
    { &descending, DESCENDING_SQL },
    { &open, OPEN_SQL },
    { &by_removal, BY_REMOVAL_SQL },
    { &by_removal_descending, "SELECT id FROM friction ORDER BY removed DESC, id DESC" },
    { &removed_ones, REMOVED_SQL },
    { &not_removed, NOT_REMOVED_SQL },
  };

  qh_store_count (fixture->store,
                  "UPDATE friction SET removed = reported WHERE severity > 2 RETURNING 1", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GListModel) forwards = make (fixture, cases[i].query);
    g_autoptr (GListModel) backwards = make (fixture, cases[i].query);

    list_assert_equal (forwards, fixture->store, cases[i].sql, NULL);
    for (guint k = g_list_model_get_n_items (backwards); k > 0; k--)
      g_object_unref (g_list_model_get_item (backwards, k - 1));
    list_assert_equal (backwards, fixture->store, cases[i].sql, NULL);
  }
}

/* Everybody who was told anything ends up with what the query says. */
static void
edit_and_compare (ListFixture *fixture, const QhQuery *query, const char *sql, guint rounds)
{
  g_autoptr (GListModel) model = make (fixture, query);
  g_autoptr (Mirror) mirror = mirror_new (model);

  for (guint i = 0; i < rounds; i++) {
    list_fixture_edit (fixture);
    mirror_assert_equal (mirror);
  }
  list_assert_equal (model, fixture->store, sql, NULL);
  g_assert_cmpuint (mirror->n_signals, >, 0);
}

static void
test_edits (ListFixture *fixture, gconstpointer unused)
{
  edit_and_compare (fixture, &all, ALL_SQL, 150);
  edit_and_compare (fixture, &descending, DESCENDING_SQL, 150);
  edit_and_compare (fixture, &open, OPEN_SQL, 150);
  edit_and_compare (fixture, &by_removal, BY_REMOVAL_SQL, 100);
  edit_and_compare (fixture, &reported, REPORTED_SQL, 50);
  edit_and_compare (fixture, &not_removed, NOT_REMOVED_SQL, 50);
}

/* A row that was handed out stays under whoever holds it, as a selection does. */
typedef struct {
  guint position;
  QhRecord *record;
  gboolean gone;
} Held;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Held *held)
{
  if (held->position < position || held->gone)
    return;
  if (held->position < position + removed)
    held->gone = TRUE;
  else
    held->position += added - removed;
}

static void
assert_held (GListModel *model, const Held *held)
{
  g_autoptr (QhRecord) record = NULL;

  if (held->gone)
    return;
  record = g_list_model_get_item (model, held->position);
  g_assert_true (record == held->record);
}

static void
hold_and_edit (ListFixture *fixture, const QhQuery *query, const char *sql)
{
  g_autoptr (GListModel) model = make (fixture, query);
  Held held[8] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (held); i++) {
    held[i].position = g_test_rand_int_range (0, g_list_model_get_n_items (model));
    held[i].record = g_list_model_get_item (model, held[i].position);
    g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), &held[i]);
  }
  for (guint i = 0; i < 60; i++) {
    list_fixture_edit (fixture);
    for (guint k = 0; k < G_N_ELEMENTS (held); k++)
      assert_held (model, &held[k]);
  }
  list_assert_equal (model, fixture->store, sql, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    g_object_unref (held[i].record);
}

static void
test_held (ListFixture *fixture, gconstpointer unused)
{
  hold_and_edit (fixture, &all, ALL_SQL);
  hold_and_edit (fixture, &open, OPEN_SQL);
  hold_and_edit (fixture, &descending, DESCENDING_SQL);
}

/* --- How little is told */

static void
test_one_row (ListFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) model = make (fixture, &all);
  g_autoptr (Mirror) mirror = mirror_new (model);
  g_autoptr (QhFriction) friction = list_fixture_add (fixture);

  g_assert_cmpuint (mirror->n_signals, ==, 1);
  g_assert_cmpuint (mirror->n_added, ==, 1);
  g_assert_cmpuint (mirror->n_removed, ==, 0);

  mirror_reset_counts (mirror);
  qh_record_set_int ((QhRecord *)friction, "severity", 4);
  g_assert_true (qh_store_save (fixture->store, (QhRecord *)friction, NULL));
  g_assert_cmpuint (mirror->n_signals, ==, 0);

  qh_record_set_string ((QhRecord *)friction, "reported", "2031-01-01");
  g_assert_true (qh_store_save (fixture->store, (QhRecord *)friction, NULL));
  g_assert_cmpuint (mirror->n_removed, ==, 1);
  g_assert_cmpuint (mirror->n_added, ==, 1);
  g_assert_true (mirror->items->pdata[mirror->items->len - 1] == friction);

  mirror_reset_counts (mirror);
  g_assert_true (qh_store_delete (fixture->store, (QhRecord *)friction, NULL));
  g_assert_cmpuint (mirror->n_signals, ==, 1);
  g_assert_cmpuint (mirror->n_removed, ==, 1);
  g_assert_cmpuint (mirror->n_added, ==, 0);
}

/* Typed on in one field, and back again: every step is told. */
static void
type (ListFixture *fixture, QhFriction *friction, const char *day)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_store_continue (fixture->store, "Edit", "friction/reported", &error));
  qh_record_set_string ((QhRecord *)friction, "reported", day);
  qh_store_save (fixture->store, (QhRecord *)friction, &error);
  g_assert_no_error (error);
  g_assert_true (qh_store_commit (fixture->store, &error));
}

static void
test_typing (ListFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) model = make (fixture, &all);
  g_autoptr (Mirror) mirror = mirror_new (model);
  g_autofree char *id = list_fixture_pick (fixture, 300);
  g_autoptr (QhFriction) friction =
      (QhFriction *)qh_store_get (fixture->store, &qh_friction_entity, id, NULL);
  g_autofree char *before = g_strdup (friction->reported);
  const char *days[] = { "2023-01-01", "2031-01-01", "2024-12-31", before };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    mirror_reset_counts (mirror);
    type (fixture, friction, days[i]);
    mirror_assert_equal (mirror);
    list_assert_equal (model, fixture->store, ALL_SQL, NULL);
    g_assert_cmpuint (mirror->n_removed, ==, 1);
    g_assert_cmpuint (mirror->n_added, ==, 1);
  }
}

/* Many rows at once, beyond what is met row by row. */
static void
test_many_rows (ListFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) model = make (fixture, &all);
  g_autoptr (Mirror) mirror = mirror_new (model);
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_store_begin (fixture->store, "Import", &error));
  for (guint i = 0; i < 2500; i++)
    g_object_unref (list_fixture_add (fixture));
  g_assert_true (qh_store_commit (fixture->store, &error));
  mirror_assert_equal (mirror);
  list_assert_equal (model, fixture->store, ALL_SQL, NULL);
  g_assert_true (qh_store_undo (fixture->store, NULL, &error));
  mirror_assert_equal (mirror);
  list_assert_equal (model, fixture->store, ALL_SQL, NULL);
}

/* --- Values */

static void
test_values (ListFixture *fixture, gconstpointer unused)
{
  static const char sql[] = "SELECT id FROM friction WHERE status = ?1 AND severity >= ?2"
                            " ORDER BY reported, id";
  const char *some[] = { "open", "3", NULL };
  const char *others[] = { "removed", "1", NULL };
  g_autoptr (QhListModel) model = qh_list_model_new (fixture->store, &with_status, some);
  g_autoptr (Mirror) mirror = mirror_new (G_LIST_MODEL (model));

  list_assert_equal (G_LIST_MODEL (model), fixture->store, sql, some);
  qh_list_model_set_values (model, others);
  g_assert_cmpuint (mirror->n_signals, ==, 1);
  mirror_assert_equal (mirror);
  list_assert_equal (G_LIST_MODEL (model), fixture->store, sql, others);
  for (guint i = 0; i < 60; i++) {
    list_fixture_edit (fixture);
    mirror_assert_equal (mirror);
  }
  list_assert_equal (G_LIST_MODEL (model), fixture->store, sql, others);
}

/* Values are values: nothing in them is SQL. */
static void
test_hostile_values (ListFixture *fixture, gconstpointer unused)
{
  const char *values[] = { "open' OR 1 --", "1", NULL };
  g_autoptr (QhListModel) model = qh_list_model_new (fixture->store, &with_status, values);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
}

/* --- Other tables, other processes */

static QhClient *
add_client (ListFixture *fixture, const char *name)
{
  QhClient *client = qh_client_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_string ((QhRecord *)client, "name", name);
  qh_store_save (fixture->store, (QhRecord *)client, &error);
  g_assert_no_error (error);
  return client;
}

static void
test_other_table (ListFixture *fixture, gconstpointer unused)
{
  static const QhQuery shared = { &qh_friction_entity,
                                  "id IN (SELECT friction FROM friction_client WHERE client = ?1)",
                                  "reported", FALSE, NULL };
  g_autoptr (QhClient) client = add_client (fixture, "Ferris Dental");
  const char *values[] = { ((QhRecord *)client)->id, NULL };
  g_autoptr (QhListModel) model = qh_list_model_new (fixture->store, &shared, values);
  g_autoptr (Mirror) mirror = mirror_new (G_LIST_MODEL (model));
  g_autoptr (QhFrictionClient) link = qh_friction_client_new ();
  g_autofree char *id = list_fixture_pick (fixture, 10);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  qh_record_set_string ((QhRecord *)link, "friction", id);
  qh_record_set_string ((QhRecord *)link, "client", values[0]);
  g_assert_true (qh_store_save (fixture->store, (QhRecord *)link, NULL));
  mirror_assert_equal (mirror);
  g_assert_cmpuint (mirror->items->len, ==, 1);
  g_assert_true (qh_store_undo (fixture->store, NULL, NULL));
  mirror_assert_equal (mirror);
  g_assert_cmpuint (mirror->items->len, ==, 0);
}

static void
write_elsewhere (ListFixture *fixture, const char *sql)
{
  sqlite3 *db;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
test_other_process (ListFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) model = make (fixture, &all);
  g_autoptr (Mirror) mirror = mirror_new (model);

  write_elsewhere (fixture, "DELETE FROM friction WHERE severity = 2;"
                            "UPDATE friction SET reported = '2025-05-05' WHERE severity = 3");
  g_assert_true (qh_store_poll (fixture->store));
  mirror_assert_equal (mirror);
  list_assert_equal (model, fixture->store, ALL_SQL, NULL);
}

/* A list that does not know yet that others deleted rows has an item for every position, and finds
 * out by itself. */
static void
test_stale (ListFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) model = make (fixture, &all);
  guint n = g_list_model_get_n_items (model);

  g_object_unref (g_list_model_get_item (model, 0));
  write_elsewhere (fixture, "DELETE FROM friction WHERE severity = 1 OR reported < '2024-06-01'");
  for (guint i = 0; i < n; i += 50) {
    g_autoptr (QhRecord) record = g_list_model_get_item (model, i);

    g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (record, qh_friction_get_type ()));
  }
  while (g_main_context_iteration (NULL, FALSE)) {}
  list_assert_equal (model, fixture->store, ALL_SQL, NULL);
}

/* --- Finding */

static void
test_find (ListFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) model = make (fixture, &descending);
  g_autoptr (GListModel) only_open = make (fixture, &open);
  guint n = g_list_model_get_n_items (model);
  guint position;

  for (guint i = 0; i < 30; i++) {
    g_autofree char *id = list_fixture_pick (fixture, g_test_rand_int_range (0, n));
    g_autoptr (QhRecord) record = NULL;

    g_assert_true (qh_list_model_find (QH_LIST_MODEL (model), id, &position));
    record = g_list_model_get_item (model, position);
    g_assert_cmpstr (record->id, ==, id);
    g_assert_cmpint (qh_list_model_find (QH_LIST_MODEL (only_open), id, &position), ==,
                     QH_FRICTION (record)->status == QH_FRICTION_STATUS_OPEN);
  }
  g_assert_false (qh_list_model_find (QH_LIST_MODEL (model), "nobody", &position));
}

/* --- Long lists */

static int
count_step (gpointer steps)
{
  (*(guint *)steps)++;
  return 0;
}

/* Hundreds of instructions of SQLite's machine that reading @position takes. */
static guint
cost_of (ListFixture *fixture, GListModel *model, guint position)
{
  sqlite3 *db = qh_store_get_db (fixture->store);
  guint steps = 0;

  sqlite3_progress_handler (db, 100, count_step, &steps);
  g_object_unref (g_list_model_get_item (model, position));
  sqlite3_progress_handler (db, 0, NULL, NULL);
  return steps;
}

static void
test_jumps (ListFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) model = make (fixture, &all);
  guint n = g_list_model_get_n_items (model);
  guint middle;

  g_assert_cmpuint (cost_of (fixture, model, n - 1), <, 100);
  g_assert_cmpuint (cost_of (fixture, model, 0), <, 100);
  g_assert_cmpuint (cost_of (fixture, model, n - 200), <, 100);
  middle = cost_of (fixture, model, n / 2);
  /* The way to the middle is walked once. */
  g_assert_cmpuint (cost_of (fixture, model, n / 2 - 1000), <, middle / 2);
  g_assert_cmpuint (cost_of (fixture, model, n / 2 + 64), <, 100);
  hold_and_edit (fixture, &all, ALL_SQL);
  list_assert_equal (model, fixture->store, ALL_SQL, NULL);
}

/* One saved row costs a long list no more than a short one. */
static void
test_refresh_cost (ListFixture *fixture, gconstpointer unused)
{
  g_autoptr (GListModel) model = make (fixture, &all);
  g_autofree char *id = list_fixture_pick (fixture, 5);
  g_autoptr (QhRecord) friction = qh_store_get (fixture->store, &qh_friction_entity, id, NULL);
  guint steps = 0;

  g_object_unref (g_list_model_get_item (model, 0));
  qh_record_set_string (friction, "reported", "2024-02-02");
  sqlite3_progress_handler (qh_store_get_db (fixture->store), 100, count_step, &steps);
  g_assert_true (qh_store_save (fixture->store, friction, NULL));
  sqlite3_progress_handler (qh_store_get_db (fixture->store), 0, NULL, NULL);
  g_assert_cmpuint (steps, <, 200);
  list_assert_equal (model, fixture->store, ALL_SQL, NULL);
}

static void
add (const char *name, int n_frictions, void (*test) (ListFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/list-model/", name, NULL);

  g_test_add (path, ListFixture, GINT_TO_POINTER (n_frictions), list_fixture_set_up, test,
              list_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("empty", 0, test_empty);
  add ("first-and-last", 0, test_first_and_last);
  add ("taken-while-told", 0, test_taken_while_told);
  add ("order", 1000, test_order);
  add ("edits", 400, test_edits);
  add ("held", 3000, test_held);
  add ("one-row", 500, test_one_row);
  add ("typing", 500, test_typing);
  add ("many-rows", 300, test_many_rows);
  add ("values", 700, test_values);
  add ("hostile-values", 50, test_hostile_values);
  add ("other-table", 100, test_other_table);
  add ("other-process", 600, test_other_process);
  add ("stale", 1000, test_stale);
  add ("find", 900, test_find);
  add ("jumps", 30000, test_jumps);
  add ("refresh-cost", 30000, test_refresh_cost);
  return g_test_run ();
}
