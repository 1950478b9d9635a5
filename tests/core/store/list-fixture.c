/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-fixture.h"
#include <glib/gstdio.h>

static const char bulk[] =
    "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %d)"
    "INSERT INTO friction (id, created, modified, touchpoint, title, title_key, severity, reported,"
    "  status)"
    "SELECT printf ('%%08x-0000-7000-8000-%%012x', i * 2654435761 & 0xffffffff, i), 0, 0,"
    "  'other', 'Bulk ' || i, 'bulk ' || i, 1 + i %% 4,"
    "  date ('2024-01-01', '+' || (i * 7919 %% 700) || ' days'),"
    "  iif (i %% 3 = 0, 'open', 'removed') FROM n";

static void
fill (QhStore *store, int n)
{
  g_autofree char *sql = g_strdup_printf (bulk, n);
  char *message = NULL;

  sqlite3_exec (qh_store_get_db (store), sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

void
list_fixture_set_up (ListFixture *fixture, gconstpointer n_frictions)
{
  QhClock clock = qh_clock_fixed (G_GINT64_CONSTANT (1795687200000000), NULL);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("qh-list-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "store.db", NULL);
  fixture->store = qh_store_open (fixture->path, QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  /* What is tested is the order of things, not that they outlive the machine. */
  sqlite3_exec (qh_store_get_db (fixture->store), "PRAGMA synchronous = OFF", NULL, NULL, NULL);
  if (n_frictions != NULL)
    fill (fixture->store, GPOINTER_TO_INT (n_frictions));
}

void
list_fixture_tear_down (ListFixture *fixture, gconstpointer unused)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (fixture->store);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* --- Edits */

static void
save (ListFixture *fixture, QhFriction *friction)
{
  g_autoptr (GError) error = NULL;

  qh_store_save (fixture->store, (QhRecord *)friction, &error);
  g_assert_no_error (error);
}

static void
set_chance_day (QhFriction *friction)
{
  g_autofree char *day = qh_date_add_days ("2024-01-01", g_test_rand_int_range (0, 700));

  qh_record_set_string ((QhRecord *)friction, "reported", day);
}

static void
set_chance_status (QhFriction *friction)
{
  qh_record_set_int ((QhRecord *)friction, "status",
                     g_test_rand_bit () ? QH_FRICTION_STATUS_OPEN : QH_FRICTION_STATUS_REMOVED);
}

QhFriction *
list_fixture_add (ListFixture *fixture)
{
  QhFriction *friction = qh_friction_new ();
  g_autofree char *title = g_strdup_printf ("Made %u", fixture->made++);

  qh_record_set_string ((QhRecord *)friction, "title", title);
  qh_record_set_int ((QhRecord *)friction, "touchpoint", QH_TOUCHPOINT_PHONE);
  set_chance_day (friction);
  set_chance_status (friction);
  save (fixture, friction);
  return friction;
}

char *
list_fixture_pick (ListFixture *fixture, guint position)
{
  sqlite3_stmt *statement =
      qh_store_prepare (fixture->store, "SELECT id FROM friction ORDER BY id LIMIT 1 OFFSET ?1");
  char *id = NULL;

  sqlite3_bind_int64 (statement, 1, position);
  if (sqlite3_step (statement) == SQLITE_ROW)
    id = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return id;
}

static QhFriction *
get_chance_friction (ListFixture *fixture)
{
  gint64 n = qh_store_count (fixture->store, "SELECT count (*) FROM friction", NULL);
  g_autofree char *id = n > 0 ? list_fixture_pick (fixture, g_test_rand_int_range (0, n)) : NULL;

  return id != NULL ? (QhFriction *)qh_store_get (fixture->store, &qh_friction_entity, id, NULL)
                    : NULL;
}

static void
change_one (ListFixture *fixture)
{
  g_autoptr (QhFriction) friction = get_chance_friction (fixture);

  if (friction == NULL)
    return;
  switch (g_test_rand_int_range (0, 4)) {
  case 0:
    set_chance_day (friction);
    break;
  case 1:
    set_chance_status (friction);
    break;
  case 2:
    qh_record_set_int ((QhRecord *)friction, "severity", g_test_rand_int_range (1, 5));
    break;
  default:
    set_chance_day (friction);
    set_chance_status (friction);
  }
  save (fixture, friction);
}

static void
delete_one (ListFixture *fixture)
{
  g_autoptr (QhFriction) friction = get_chance_friction (fixture);
  g_autoptr (GError) error = NULL;

  if (friction == NULL)
    return;
  qh_store_delete (fixture->store, (QhRecord *)friction, &error);
  g_assert_no_error (error);
}

/* Several rows in one change. */
static void
edit_many (ListFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  int n = g_test_rand_int_range (2, 12);

  qh_store_begin (fixture->store, "Many", &error);
  g_assert_no_error (error);
  for (int i = 0; i < n; i++) {
    g_autoptr (QhFriction) added = NULL;

    if (i % 3 == 0)
      added = list_fixture_add (fixture);
    else if (i % 3 == 1)
      change_one (fixture);
    else
      delete_one (fixture);
  }
  qh_store_commit (fixture->store, &error);
  g_assert_no_error (error);
}

void
list_fixture_edit (ListFixture *fixture)
{
  g_autoptr (QhFriction) added = NULL;
  int chance = g_test_rand_int_range (0, 20);

  if (chance < 5)
    added = list_fixture_add (fixture);
  else if (chance < 10)
    change_one (fixture);
  else if (chance < 14)
    delete_one (fixture);
  else if (chance < 16)
    edit_many (fixture);
  else if (chance < 18)
    qh_store_undo (fixture->store, NULL, NULL);
  else
    qh_store_redo (fixture->store, NULL, NULL);
}

/* --- The query as oracle */

void
list_assert_equal (GListModel *model, QhStore *store, const char *sql, const char *const *values)
{
  sqlite3_stmt *statement = qh_store_prepare (store, sql);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; values != NULL && values[i] != NULL; i++)
    sqlite3_bind_text (statement, i + 1, values[i], -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (ids, g_strdup ((const char *)sqlite3_column_text (statement, 0)));
  sqlite3_reset (statement);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, ids->len);
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (QhRecord) record = g_list_model_get_item (model, i);

    g_assert_cmpstr (record->id, ==, ids->pdata[i]);
  }
}

/* --- Mirror */

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Mirror *mirror)
{
  mirror->n_signals++;
  mirror->n_removed += removed;
  mirror->n_added += added;
  if (removed > 0)
    g_ptr_array_remove_range (mirror->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->items, position + i, g_list_model_get_item (model, position + i));
  g_assert_cmpuint (mirror->items->len, ==, g_list_model_get_n_items (model));
}

Mirror *
mirror_new (GListModel *model)
{
  Mirror *mirror = g_new0 (Mirror, 1);

  mirror->model = g_object_ref (model);
  mirror->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (mirror->items, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), mirror);
  return mirror;
}

void
mirror_free (Mirror *mirror)
{
  g_signal_handlers_disconnect_by_data (mirror->model, mirror);
  g_object_unref (mirror->model);
  g_ptr_array_unref (mirror->items);
  g_free (mirror);
}

void
mirror_assert_equal (Mirror *mirror)
{
  g_assert_cmpuint (mirror->items->len, ==, g_list_model_get_n_items (mirror->model));
  for (guint i = 0; i < mirror->items->len; i++) {
    g_autoptr (QhRecord) record = g_list_model_get_item (mirror->model, i);

    g_assert_true (record == mirror->items->pdata[i]);
  }
}

void
mirror_reset_counts (Mirror *mirror)
{
  mirror->n_signals = mirror->n_removed = mirror->n_added = 0;
}
