/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stores for tests, and records made from the field tables. */
#include "fixture.h"
#include "base/qh-id.h"
#include "store/qh-derived.h"
#include "store/qh-sqlite.h"
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

QhClock
fixture_clock (void)
{
  static GTimeZone *zone;
  gint64 now;

  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  g_assert_true (qh_instant_parse (FIXTURE_NOW, NULL, &now));
  return qh_clock_fixed (now, zone);
}

QhStore *
fixture_open (const char *path, QhStoreFlags flags)
{
  QhClock clock = fixture_clock ();
  GError *error = NULL;
  QhStore *store = qh_store_open (path, flags, &clock, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

QhStore *
fixture_store (void)
{
  return fixture_open (":memory:", 0);
}

char *
fixture_folder (void)
{
  GError *error = NULL;
  char *folder = g_dir_make_tmp ("quarterhour-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
fixture_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      fixture_remove (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}

/* --- Records */

static const char *
sample_text (const QhEntity *entity, const QhField *field)
{
  if (field->flags & QH_FIELD_EMAIL)
    return "ferris@dental.example";
  if (entity == &qh_meeting_entity && g_str_equal (field->name, "zone"))
    return "Europe/Berlin";
  return "Grüße 你好 مرحبا 🙂";
}

/* What may stand once only is another text each time. */
static void
fill_text (QhRecord *record, const QhField *field)
{
  const QhEntity *entity = qh_record_get_entity (record);
  gboolean once = (entity == &qh_meeting_entity && g_str_equal (field->name, "uid")) ||
                  (entity == &qh_signer_entity && g_str_equal (field->name, "public_key"));
  g_autofree char *another = once ? qh_id_new (fixture_clock ().fixed) : NULL;

  qh_record_set_string (record, field->name, once ? another : sample_text (entity, field));
}

static void
fill_reference (QhStore *store, QhRecord *record, const QhField *field)
{
  g_autoptr (QhRecord) target = fixture_saved (store, qh_entity_find (field->target));

  qh_record_set_string (record, field->name, target->id);
}

static void
fill (QhStore *store, QhRecord *record, const QhField *field)
{
  switch (field->kind) {
  case QH_KIND_TEXT:
    fill_text (record, field);
    return;
  case QH_KIND_DATE:
    qh_record_set_string (record, field->name, FIXTURE_DATE);
    return;
  case QH_KIND_REFERENCE:
    fill_reference (store, record, field);
    return;
  case QH_KIND_INTEGER:
    qh_record_set_int (record, field->name, field->min);
    return;
  case QH_KIND_INSTANT:
    qh_record_set_int (record, field->name, fixture_clock ().fixed);
    return;
  case QH_KIND_BOOLEAN:
  case QH_KIND_ENUM:
    qh_record_set_int (record, field->name, 1);
    return;
  case QH_KIND_ID:
    return;
  }
}

QhRecord *
fixture_record (QhStore *store, const QhEntity *entity)
{
  QhRecord *record = qh_record_new (entity);

  for (guint i = 0; i < entity->n_fields; i++)
    if (!(entity->fields[i].flags & QH_FIELD_AUTOMATIC))
      fill (store, record, &entity->fields[i]);
  if (entity == &qh_movement_entity) {
    qh_record_set_int (record, "copies", 1);
    qh_record_set_int (record, "number", QH_NONE);
  }
  if (entity == &qh_segment_entity)
    qh_record_set_int (record, "position", QH_NONE);
  return record;
}

QhRecord *
fixture_saved (QhStore *store, const QhEntity *entity)
{
  QhRecord *record = fixture_record (store, entity);

  fixture_ok (qh_store_save (store, record, &error));
  return record;
}

static gboolean
change_number (QhRecord *record, const QhField *field)
{
  g_autofree char *before = qh_record_get_text (record, field);
  gint64 number = before != NULL ? g_ascii_strtoll (before, NULL, 10) : QH_NONE;

  if (field->min == field->max)
    return FALSE;
  return qh_record_set_int (record, field->name, number == field->min ? field->max : field->min);
}

gboolean
fixture_change (QhStore *store, QhRecord *record, const QhField *field)
{
  g_autofree char *before = qh_record_get_text (record, field);

  /* A place has no other while there is one segment. */
  if ((field->flags & QH_FIELD_AUTOMATIC) || g_str_equal (field->name, "position"))
    return FALSE;
  switch (field->kind) {
  case QH_KIND_TEXT:
    if (g_str_equal (field->name, "zone"))
      return qh_record_set_string (record, field->name, "Asia/Kathmandu");
    if (field->flags & QH_FIELD_EMAIL)
      return qh_record_set_string (record, field->name, "other@dental.example");
    return qh_record_set_string (record, field->name, "Something else");
  case QH_KIND_DATE:
    return !(field->flags & QH_FIELD_REQUIRED) && qh_record_set_string (record, field->name, NULL);
  case QH_KIND_REFERENCE:
    fill_reference (store, record, field);
    return TRUE;
  case QH_KIND_INTEGER:
    return change_number (record, field);
  case QH_KIND_INSTANT:
    return !(field->flags & QH_FIELD_REQUIRED) && qh_record_set_int (record, field->name, QH_NONE);
  case QH_KIND_BOOLEAN:
    return qh_record_set_int (record, field->name, g_strcmp0 (before, "true") != 0);
  case QH_KIND_ENUM:
    return qh_enum_count (field->values) > 1 && qh_record_set_int (record, field->name, 2);
  case QH_KIND_ID:
    break;
  }
  return FALSE;
}

QhClient *
fixture_client (QhStore *store, const char *name)
{
  QhClient *client = qh_client_new ();

  qh_record_set_string ((QhRecord *)client, "name", name);
  fixture_ok (qh_store_save (store, (QhRecord *)client, &error));
  return client;
}

QhContent *
fixture_content (QhStore *store, const char *title, gint64 edition, gint64 per_client)
{
  QhContent *content = qh_content_new ();

  qh_record_set_string ((QhRecord *)content, "title", title);
  qh_record_set_int ((QhRecord *)content, "edition", edition);
  qh_record_set_int ((QhRecord *)content, "per_client", per_client);
  fixture_ok (qh_store_save (store, (QhRecord *)content, &error));
  return content;
}

QhMeeting *
fixture_meeting (QhStore *store, QhClient *client)
{
  QhMeeting *meeting = qh_meeting_new ();

  qh_record_set_string ((QhRecord *)meeting, "client", ((QhRecord *)client)->id);
  fixture_ok (qh_store_save (store, (QhRecord *)meeting, &error));
  return meeting;
}

/* --- What stands in the store */

char *
fixture_plan (sqlite3 *db, const char *part)
{
  g_autoptr (GString) how = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) plan = NULL;
  g_autofree char *sql = NULL;

  for (sqlite3_stmt *each = NULL; (each = sqlite3_next_stmt (db, each)) != NULL;)
    if (strstr (sqlite3_sql (each), part) != NULL && sql == NULL)
      sql = g_strconcat ("EXPLAIN QUERY PLAN ", sqlite3_sql (each), NULL);
  g_assert_nonnull (sql);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &plan, NULL), ==, SQLITE_OK);
  while (sqlite3_step (plan) == SQLITE_ROW)
    g_string_append_printf (how, "%s\n", sqlite3_column_text (plan, 3));
  return g_strdup (how->str);
}

char *
fixture_ask (sqlite3 *db, const char *sql)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  return g_strdup ((const char *)sqlite3_column_text (statement, 0));
}

static void
dump_query (sqlite3 *db, GString *text, const char *sql)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_string_append_printf (text, "%s\n", sql);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      g_string_append_printf (text, "%s|", (const char *)sqlite3_column_text (statement, i) ?: "-");
    g_string_append_c (text, '\n');
  }
}

char *
fixture_dump (sqlite3 *db, gboolean with_ledger)
{
  GString *text = g_string_new (NULL);
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", entities[i]->name);
    if (with_ledger || entities[i] != &qh_movement_entity)
      dump_query (db, text, sql);
  }
  dump_query (db, text, "SELECT * FROM setting ORDER BY key");
  dump_query (db, text, "SELECT * FROM ledger ORDER BY content");
  dump_query (db, text,
              "SELECT content, number, state, client, meeting FROM holding ORDER BY 1, 2");
  dump_query (db, text, "SELECT * FROM counter WHERE name <> 'movement' ORDER BY name");
  return g_string_free (text, FALSE);
}

void
fixture_verify (sqlite3 *db)
{
  static const char *const laws[] = {
    "SELECT count (*) FROM pragma_foreign_key_check",
    "SELECT count (*) FROM erasure",
    "SELECT count (*) FROM ledger WHERE edition <> available + reserved + delivered + away",
    "SELECT count (*) FROM ledger WHERE available < 0 OR reserved < 0 OR delivered < 0",
    "SELECT count (*) FROM holding JOIN content ON content.id = content WHERE number > edition",
    "SELECT count (*) FROM (SELECT 1 FROM segment GROUP BY meeting"
    "  HAVING count (*) <> count (DISTINCT position) OR max (position) + 1 <> count (*))",
  };
  g_autofree char *integrity = fixture_ask (db, "PRAGMA integrity_check");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpstr (integrity, ==, "ok");
  for (guint i = 0; i < G_N_ELEMENTS (laws); i++) {
    g_autofree char *broken = fixture_ask (db, laws[i]);
    if (!g_str_equal (broken, "0"))
      g_error ("%s rows break the law: %s", broken, laws[i]);
  }
  fixture_ok (qh_derived_verify (db, problems, &error));
  for (guint i = 0; i < problems->len; i++)
    g_error ("%s", (char *)g_ptr_array_index (problems, i));
}
