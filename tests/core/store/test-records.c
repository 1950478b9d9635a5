/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every entity, from its table: made, read, changed field by field, deleted; each undone and done
 * again. */
#include "base/qh-id.h"
#include "fixture.h"
#include "model/qh-transfer.h"

/* Undo leads to @before, redo to what there was. */
static void
goes_back_and_forth (QhStore *store, const char *before)
{
  sqlite3 *db = qh_store_get_db (store);
  g_autofree char *after = fixture_dump (db, FALSE);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *label = NULL;
  g_autofree char *again = NULL;

  fixture_ok (qh_store_undo (store, &label, &error));
  undone = fixture_dump (db, FALSE);
  g_assert_cmpstr (undone, ==, before);
  fixture_ok (qh_store_redo (store, &again, &error));
  g_assert_cmpstr (label, ==, again);
  redone = fixture_dump (db, FALSE);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_create (gconstpointer data)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhRecord) record = fixture_record (store, data);
  g_autofree char *before = fixture_dump (qh_store_get_db (store), FALSE);
  g_autofree char *id = NULL;
  g_autoptr (QhRecord) found = NULL;
  g_autoptr (QhRecord) copy = NULL;

  fixture_ok (qh_store_save (store, record, &error));
  g_assert_true (qh_id_is_valid (record->id));
  g_assert_cmpint (record->created, ==, fixture_clock ().fixed);
  g_assert_cmpint (record->modified, ==, record->created);
  found = qh_store_find (store, record->id, NULL);
  g_assert_true (found == record);
  goes_back_and_forth (store, before);
  fixture_verify (qh_store_get_db (store));

  /* Read anew, it says the same. (A line of the ledger has another id after it is done again.) */
  copy = qh_record_duplicate (record);
  id = g_strdup (record->id);
  g_clear_object (&found);
  g_clear_object (&record);
  found = qh_store_get (store, data, id, NULL);
  g_assert_nonnull (found);
  g_assert_true (qh_record_equal (found, copy));
}

/* Each field in turn; FALSE where there is no other value. */
static gboolean
change_field (QhStore *store, QhRecord *record, const QhField *field)
{
  gint64 modified = record->modified;
  g_autofree char *before = NULL;
  g_autofree char *value = NULL;
  g_autofree char *redone = NULL;

  if (!fixture_change (store, record, field))
    return FALSE;
  before = fixture_dump (qh_store_get_db (store), FALSE);
  fixture_ok (qh_store_save (store, record, &error));
  g_assert_cmpint (record->modified, >, modified);
  value = qh_record_get_text (record, field);
  goes_back_and_forth (store, before);
  redone = qh_record_get_text (record, field);
  g_assert_cmpstr (redone, ==, value);
  return TRUE;
}

static void
test_change (gconstpointer data)
{
  const QhEntity *entity = data;
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhRecord) record = fixture_saved (store, entity);
  guint changed = 0;

  for (guint i = 0; i < entity->n_fields; i++)
    changed += change_field (store, record, &entity->fields[i]);
  g_assert_cmpint (changed, >, 0);
  fixture_verify (qh_store_get_db (store));
}

static void
test_unchanged (gconstpointer data)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhRecord) record = fixture_saved (store, data);
  int writes = sqlite3_total_changes (qh_store_get_db (store));
  gint64 modified = record->modified;

  fixture_ok (qh_store_save (store, record, &error));
  g_assert_cmpint (sqlite3_total_changes (qh_store_get_db (store)), ==, writes);
  g_assert_cmpint (record->modified, ==, modified);
}

static void
test_delete (gconstpointer data)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhRecord) record = fixture_saved (store, data);
  g_autofree char *before = fixture_dump (qh_store_get_db (store), FALSE);
  g_autofree char *id = g_strdup (record->id);

  g_assert_null (qh_store_describe_dependants (store, record));
  fixture_ok (qh_store_delete (store, record, &error));
  g_assert_cmpstr (record->id, ==, id);
  fixture_fails (qh_store_get (store, data, id, &error), QH_ERROR_NOT_FOUND);
  fixture_fails (qh_store_delete (store, record, &error), QH_ERROR_NOT_FOUND);
  goes_back_and_forth (store, before);
  fixture_verify (qh_store_get_db (store));
}

static void
test_unlawful (gconstpointer data)
{
  const QhEntity *entity = data;
  g_autoptr (QhStore) store = fixture_store ();

  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    g_autoptr (QhRecord) record = fixture_record (store, entity);
    if (field->kind != QH_KIND_REFERENCE)
      continue;
    g_autofree char *before = fixture_dump (qh_store_get_db (store), TRUE);
    g_autofree char *after = NULL;
    qh_record_set_string (record, field->name, "01a200cd-c0a1-7000-97c0-61f987586dfd");
    fixture_fails (qh_store_save (store, record, &error), QH_ERROR_INVALID);
    g_assert_null (record->id);
    g_assert_cmpint (record->created, ==, QH_NONE);
    after = fixture_dump (qh_store_get_db (store), TRUE);
    g_assert_cmpstr (before, ==, after);
  }
}

static void
test_required (gconstpointer data)
{
  const QhEntity *entity = data;
  g_autoptr (QhStore) store = fixture_store ();

  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    g_autoptr (QhRecord) record = NULL;
    /* The store itself knows when a copy was moved. */
    if (!(field->flags & QH_FIELD_REQUIRED) ||
        (entity == &qh_movement_entity && g_str_equal (field->name, "at")))
      continue;
    record = fixture_record (store, entity);
    if (field->kind == QH_KIND_INTEGER || field->kind == QH_KIND_INSTANT)
      qh_record_set_int (record, field->name, QH_NONE);
    else if (field->kind == QH_KIND_ENUM)
      qh_record_set_int (record, field->name, 0);
    else
      qh_record_set_string (record, field->name, NULL);
    fixture_fails (qh_store_save (store, record, &error), QH_ERROR_INVALID);
  }
}

typedef void (*EntityTest) (gconstpointer entity);

static void
add (const char *name, const QhEntity *entity, EntityTest test)
{
  g_autofree char *path = g_strdup_printf ("/store/records/%s/%s", name, entity->name);

  g_test_add_data_func (path, entity, test);
}

int
main (int argc, char *argv[])
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n; i++) {
    add ("create", entities[i], test_create);
    add ("unchanged", entities[i], test_unchanged);
    add ("unlawful", entities[i], test_unlawful);
    add ("required", entities[i], test_required);
    /* A line of the ledger is neither changed nor deleted, a transfer not deleted. */
    if (entities[i] != &qh_movement_entity) {
      add ("change", entities[i], test_change);
      if (entities[i] != &qh_transfer_entity)
        add ("delete", entities[i], test_delete);
    }
  }
  return g_test_run ();
}
