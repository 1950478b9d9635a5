/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading records: by id, by name, and by a query. A row that is live is not read again: what
 * changes it tells it. */
#include "base/qh-id.h"
#include "base/qh-text.h"
#include "record/qh-record-sql.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of a folded text that are kept for comparing and sorting. */
#define KEY_LENGTH 200

/* Candidates named for an ambiguous name. */
#define CANDIDATES_MAX 5

static const struct {
  const char *entity;
  const char *field;
} keyed[] = {
  { "client", "name" },          { "contact", "name" },         { "content", "title" },
  { "friction", "title" },       { "meeting", "title" },        { "meeting", "output" },
  { "promise", "what" },         { "housekeeping", "task" },    { "remark", "words" },
  { "contact_log", "words" },    { "blueprint", "name" },       { "signer", "name" },
  { "received_plan", "sender" }, { "received_plan", "client" }, { "received_plan", "output" },
};

const QhField *
qh_store_next_keyed (const QhEntity *entity, const QhField *previous)
{
  for (guint i = 0; i < G_N_ELEMENTS (keyed); i++) {
    const QhField *field;
    if (!g_str_equal (keyed[i].entity, entity->name))
      continue;
    field = qh_entity_field (entity, keyed[i].field);
    if (previous == NULL)
      return field;
    if (field == previous)
      previous = NULL;
  }
  return NULL;
}

char *
qh_store_fold_key (const char *text)
{
  g_autofree char *folded = NULL;

  if (text == NULL)
    return NULL;
  folded = qh_text_fold (text);
  if (strlen (folded) <= KEY_LENGTH)
    return g_steal_pointer (&folded);
  return g_utf8_substring (folded, 0, MIN (KEY_LENGTH, g_utf8_strlen (folded, -1)));
}

static char *
select_sql (const QhEntity *entity, const char *tail)
{
  g_autofree char *columns = qh_entity_columns (entity, "");

  return g_strdup_printf ("SELECT %s FROM %s %s", columns, entity->name, tail);
}

static char *
row_sql (const QhEntity *entity)
{
  return select_sql (entity, "WHERE id = ?1");
}

static QhRecord *
read_new (const QhEntity *entity, sqlite3_stmt *statement)
{
  QhRecord *record = qh_record_new (entity);

  qh_record_read (record, statement, 0);
  return record;
}

/* The live record of the row that @statement stands on. */
static QhRecord *
take_row (QhStore *store, const QhEntity *entity, sqlite3_stmt *statement)
{
  const char *id = (const char *)sqlite3_column_text (statement, 0);
  QhRecord *live = qh_live_find (store, id);
  QhRecord *record;

  if (live != NULL && qh_record_get_entity (live) == entity)
    return g_object_ref (live);
  record = read_new (entity, statement);
  if (live == NULL)
    qh_live_keep (store, record);
  return record;
}

static sqlite3_stmt *
borrow_row (QhStore *store, const QhEntity *entity, const char *id, GError **error)
{
  sqlite3_stmt *statement = qh_store_borrow (store, qh_store_sql (store, row_sql, entity), error);

  if (statement != NULL)
    sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
  return statement;
}

QhRecord *
qh_store_read_row (QhStore *store, const QhEntity *entity, const char *id, GError **error)
{
  sqlite3_stmt *statement = borrow_row (store, entity, id, error);
  QhRecord *record = NULL;

  if (statement == NULL)
    return NULL;
  if (qh_sqlite_step (statement, error))
    record = read_new (entity, statement);
  qh_store_give_back (store, statement);
  return record;
}

/* NULL without an error when there is no such row. */
static QhRecord *
look_up (QhStore *store, const QhEntity *entity, const char *id, GError **error)
{
  QhRecord *live = qh_live_find (store, id);
  QhRecord *record;

  if (live != NULL)
    return qh_record_get_entity (live) == entity ? g_object_ref (live) : NULL;
  record = qh_store_read_row (store, entity, id, error);
  if (record != NULL)
    qh_live_keep (store, record);
  return record;
}

QhRecord *
qh_store_get (QhStore *store, const QhEntity *entity, const char *id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  QhRecord *record;

  g_return_val_if_fail (QH_IS_STORE (store) && entity != NULL && id != NULL, NULL);
  record = look_up (store, entity, id, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    g_set_error (error, QH_ERROR, QH_ERROR_NOT_FOUND,
                 /* Translators: an entity's name, and an id */
                 _ ("There is no %s with the id “%s”."), entity->name, id);
  return record;
}

QhRecord *
qh_store_find (QhStore *store, const char *id, GError **error)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);
  g_autoptr (GError) failure = NULL;
  QhRecord *record = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && id != NULL, NULL);
  for (guint i = 0; record == NULL && failure == NULL && i < n; i++)
    record = look_up (store, entities[i], id, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    g_set_error (error, QH_ERROR, QH_ERROR_NOT_FOUND, _ ("There is nothing with the id “%s”."), id);
  return record;
}

GPtrArray *
qh_store_select (QhStore *store, const QhEntity *entity, const char *tail,
                 const char *const *values, GError **error)
{
  g_autofree char *sql = select_sql (entity, tail);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement = qh_store_borrow (store, sql, error);

  if (statement == NULL)
    return NULL;
  qh_sqlite_bind_texts (statement, values);
  while (qh_sqlite_step (statement, &failure))
    g_ptr_array_add (records, take_row (store, entity, statement));
  qh_store_give_back (store, statement);
  if (failure == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
qh_store_fail (QhStore *store, GError **error)
{
  if (store->failure != NULL) {
    g_clear_error (error);
    g_propagate_error (error, g_steal_pointer (&store->failure));
  }
  return FALSE;
}

gint64
qh_store_count (QhStore *store, const char *sql, const char *const *values)
{
  GError **failure = store->failure == NULL ? &store->failure : NULL;
  sqlite3_stmt *statement = qh_store_borrow (store, sql, failure);
  gint64 number = QH_NONE;

  if (statement == NULL) {
    if (sqlite3_errcode (store->db) == SQLITE_ERROR)
      g_critical ("%s: %s", sql, sqlite3_errmsg (store->db));
    return QH_NONE;
  }
  qh_sqlite_bind_texts (statement, values);
  if (qh_sqlite_step (statement, failure) && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    number = sqlite3_column_int64 (statement, 0);
  qh_store_give_back (store, statement);
  return number;
}

/* --- By name */

static GPtrArray *
select_by_name (QhStore *store, const QhEntity *entity, const char *name, GError **error)
{
  g_autofree char *key = qh_store_fold_key (name);
  g_autofree char *tail = NULL;
  gboolean has_key = FALSE;

  for (const QhField *field = qh_store_next_keyed (entity, NULL); field != NULL;
       field = qh_store_next_keyed (entity, field))
    has_key = has_key || g_str_equal (field->name, entity->title);
  if (has_key)
    tail = g_strdup_printf ("WHERE %s_key = ?1 ORDER BY id LIMIT 50", entity->title);
  else
    tail = g_strdup_printf ("WHERE %s = ?1 ORDER BY id LIMIT 50", entity->title);
  return qh_store_select (store, entity, tail, (const char *[]){ has_key ? key : name, NULL },
                          error);
}

static void
set_ambiguous (const QhEntity *entity, const char *name, GPtrArray *records, GError **error)
{
  g_autoptr (GString) candidates = g_string_new (NULL);

  for (guint i = 0; i < MIN (records->len, CANDIDATES_MAX); i++) {
    QhRecord *record = g_ptr_array_index (records, i);
    g_autofree char *title = qh_record_title (record);
    g_autofree char *shown = qh_text_shorten (title, 60);
    g_string_append_printf (candidates, "%s%s (%s)", i > 0 ? ", " : "", shown, record->id);
  }
  if (records->len > CANDIDATES_MAX)
    g_string_append (candidates, ", …");
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               /* Translators: an entity's name, a name, and a list of records with their ids */
               _ ("%s: “%s” fits several; give one's id: %s"), entity->name, name, candidates->str);
}

QhRecord *
qh_store_resolve (QhStore *store, const QhEntity *entity, const char *name_or_id, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && entity != NULL && name_or_id != NULL, NULL);
  if (qh_id_is_valid (name_or_id) || entity->title == NULL)
    return qh_store_get (store, entity, name_or_id, error);
  records = select_by_name (store, entity, name_or_id, error);
  if (records == NULL)
    return NULL;
  if (records->len == 1)
    return g_object_ref (g_ptr_array_index (records, 0));
  if (records->len > 1)
    set_ambiguous (entity, name_or_id, records, error);
  else
    g_set_error (error, QH_ERROR, QH_ERROR_NOT_FOUND,
                 /* Translators: an entity's name, and a name */
                 _ ("There is no %s called “%s”."), entity->name, name_or_id);
  return NULL;
}
