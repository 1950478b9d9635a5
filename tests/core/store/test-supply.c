/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is running out, and who was served when, follows the ledger through every change. */
#include "fixture.h"
#include "store/qh-ledger.h"
#include "store/qh-supply-schema.h"

static gint64
ask (QhStore *store, const char *sql, QhRecord *record)
{
  const char *values[] = { record->id, NULL };

  return qh_store_count (store, sql, values);
}

static gboolean
is_short (QhStore *store, QhContent *item)
{
  return ask (store, "SELECT count (*) FROM supply_short WHERE content = ?1", (QhRecord *)item) ==
         1;
}

static gint64
served (QhStore *store, QhClient *client)
{
  return ask (store, "SELECT at FROM served WHERE client = ?1", (QhRecord *)client);
}

static void
move (QhStore *store, QhMovementKind kind, QhContent *item, QhClient *client, gint64 at)
{
  g_autoptr (QhMovement) line =
      qh_ledger_line (kind, ((QhRecord *)item)->id, ((QhRecord *)client)->id, NULL);

  if (at != QH_NONE)
    qh_record_set_int ((QhRecord *)line, "at", at);
  fixture_ok (qh_ledger_move (store, line, &error));
  fixture_verify (qh_store_get_db (store));
}

/* Of so many copies, so many may be left while the item is running out. */
static void
test_short (void)
{
  static const struct {
    gint64 edition, most; /* 0: never */
  } cases[] = { { 1, 0 }, { 2, 0 }, { 3, 1 }, { 5, 1 }, { 6, 2 }, { 12, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QhStore) store = fixture_store ();
    g_autoptr (QhContent) item = fixture_content (store, "Item", cases[i].edition, 20);
    g_autoptr (QhClient) client = fixture_client (store, "Ferris");
    for (gint64 left = cases[i].edition; left >= 0; left--) {
      g_assert_cmpint (is_short (store, item), ==, left > 0 && left <= cases[i].most);
      if (left > 0)
        move (store, QH_MOVEMENT_KIND_RESERVE, item, client, QH_NONE);
    }
  }
}

static void
test_short_follows (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhContent) item = fixture_content (store, "Item", 3, 3);
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");

  move (store, QH_MOVEMENT_KIND_DELIVER, item, client, QH_NONE);
  move (store, QH_MOVEMENT_KIND_DELIVER, item, client, QH_NONE);
  g_assert_true (is_short (store, item));
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_assert_false (is_short (store, item));
  fixture_ok (qh_store_redo (store, NULL, &error));
  g_assert_true (is_short (store, item));
  fixture_ok (qh_ledger_set_edition (store, ((QhRecord *)item)->id, 9, "printed", &error));
  g_assert_false (is_short (store, item));
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_assert_true (is_short (store, item));
  g_object_set (item, "retired", TRUE, NULL);
  fixture_ok (qh_store_save (store, (QhRecord *)item, &error));
  g_assert_false (is_short (store, item));
  fixture_verify (qh_store_get_db (store));
}

static void
test_served (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhContent) item = fixture_content (store, "Item", 3, 3);
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhClient) other = fixture_client (store, "Okafor");

  g_assert_cmpint (served (store, client), ==, QH_NONE);
  move (store, QH_MOVEMENT_KIND_RESERVE, item, client, 1000);
  g_assert_cmpint (served (store, client), ==, QH_NONE);
  move (store, QH_MOVEMENT_KIND_DELIVER, item, client, 2000);
  g_assert_cmpint (served (store, client), ==, 2000);
  move (store, QH_MOVEMENT_KIND_DELIVER, item, client, 5000);
  g_assert_cmpint (served (store, client), ==, 5000);
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_assert_cmpint (served (store, client), ==, 2000);
  move (store, QH_MOVEMENT_KIND_RETURN, item, client, 6000);
  g_assert_cmpint (served (store, client), ==, QH_NONE);
  g_assert_cmpint (served (store, other), ==, QH_NONE);
}

/* Without an edition only what is ours alone is scarce. */
static void
test_served_unlimited (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhContent) item = fixture_content (store, "Item", QH_NONE, 3);
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");

  qh_record_set_int ((QhRecord *)item, "rarity", QH_RARITY_COMMON);
  fixture_ok (qh_store_save (store, (QhRecord *)item, &error));
  move (store, QH_MOVEMENT_KIND_DELIVER, item, client, 2000);
  g_assert_cmpint (served (store, client), ==, QH_NONE);
  qh_record_set_int ((QhRecord *)item, "rarity", QH_RARITY_OURS_ALONE);
  fixture_ok (qh_store_save (store, (QhRecord *)item, &error));
  g_assert_cmpint (served (store, client), ==, 2000);
  fixture_ok (qh_store_delete_all (store, (QhRecord *)client, &error));
  fixture_verify (qh_store_get_db (store));
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_assert_cmpint (served (store, client), ==, 2000);
  fixture_verify (qh_store_get_db (store));
}

/* What was written past the triggers is noticed. */
static void
test_verify (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhContent) item = fixture_content (store, "Item", 3, 3);
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = qh_store_get_db (store);

  sqlite3_exec (db, "UPDATE served SET at = 5; INSERT INTO supply_short SELECT id FROM content",
                NULL, NULL, NULL);
  g_assert_true (qh_supply_schema_verify (db, problems, &error));
  g_assert_cmpuint (problems->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/supply/short", test_short);
  g_test_add_func ("/supply/short-follows", test_short_follows);
  g_test_add_func ("/supply/served", test_served);
  g_test_add_func ("/supply/served-unlimited", test_served_unlimited);
  g_test_add_func ("/supply/verify", test_verify);
  return g_test_run ();
}
