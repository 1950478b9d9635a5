/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The laws of the database itself, against the field tables: what the model does not allow, no
 * program can write, and what it allows, any can. */
#include "fixture.h"
#include "store/qh-promises.h"
#include "store/qh-sqlite.h"
#include <string.h>

typedef struct {
  sqlite3 *db;
  const QhEntity *entity;
  const QhField *field;
  const char *id; /* of a row that is there */
  int lawful, unlawful; /* how many of each were tried */
} Case;

/* Writes a value that stands as SQL, and takes it back. Lines of the ledger are not updated, so
 * another one is appended with the value in it. */
static int
try (Case *c, const char *value)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  int code;

  if (c->entity != &qh_movement_entity) {
    g_string_printf (sql, "UPDATE %s SET %s = %s WHERE id = '%s'", c->entity->name, c->field->name,
                     value, c->id);
  } else {
    g_string_append (sql, "INSERT INTO movement SELECT ");
    for (guint i = 0; i < c->entity->n_fields; i++) {
      const QhField *field = &c->entity->fields[i];
      const char *as = field == c->field ? value : field->name;
      if (i == 0 && c->field != field)
        as = "'01a200cd-c0a1-7000-97c0-61f987586dff'";
      g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", as);
    }
    g_string_append_printf (sql, " FROM movement WHERE id = '%s'", c->id);
  }
  sqlite3_exec (c->db, "SAVEPOINT trial", NULL, NULL, NULL);
  code = sqlite3_exec (c->db, sql->str, NULL, NULL, NULL);
  sqlite3_exec (c->db, "ROLLBACK TO trial; RELEASE trial", NULL, NULL, NULL);
  return code & 0xff;
}

static void
allows (Case *c, const char *value)
{
  int code = try (c, value);

  c->lawful++;
  if (code != SQLITE_OK)
    g_error ("%s.%s refuses %.80s: %s", c->entity->name, c->field->name, value,
             sqlite3_errmsg (c->db));
}

static void
refuses (Case *c, const char *value)
{
  int code = try (c, value);

  c->unlawful++;
  if (code != SQLITE_CONSTRAINT)
    g_error ("%s.%s takes %.80s (%d)", c->entity->name, c->field->name, value, code);
}

static void
allows_number (Case *c, gint64 number)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  allows (c, value);
}

static void
refuses_number (Case *c, gint64 number)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  refuses (c, value);
}

static char *
long_text (const char *letter, gsize n)
{
  GString *text = g_string_new ("'");

  for (gsize i = 0; i < n; i++)
    g_string_append (text, letter);
  return g_string_free (g_string_append_c (text, '\''), FALSE);
}

static void
try_text (Case *c)
{
  gsize most = c->field->flags & QH_FIELD_VERBATIM ? QH_VERBATIM_MAX : 65536;
  g_autofree char *longest = long_text ("a", most);
  g_autofree char *too_long = long_text ("a", most + 1);
  g_autofree char *longest_wide = long_text ("é", most / 2);
  g_autofree char *too_long_wide = long_text ("é", most / 2 + 1);

  allows (c, "'x'");
  allows (c, longest);
  allows (c, longest_wide);
  refuses (c, too_long);
  refuses (c, too_long_wide);
  refuses (c, "''");
  if (c->field->flags & QH_FIELD_REQUIRED)
    refuses (c, "'  '");
}

static void
try_email (Case *c)
{
  allows (c, "'a@b'");
  refuses (c, "'a'");
  refuses (c, "'@b'");
  refuses (c, "'a@'");
  refuses (c, "'a@b@c'");
}

static void
try_date (Case *c)
{
  allows (c, "'0001-01-01'");
  allows (c, "'2028-02-29'");
  allows (c, "'9999-12-31'");
  refuses (c, "'2026-02-29'");
  refuses (c, "'2026-13-01'");
  refuses (c, "'2026-1-1'");
  refuses (c, "'2026-01-01 '");
  refuses (c, "'2026-01-01T00:00'");
  g_assert_cmpint (try (c, "'now'"), !=, SQLITE_OK);
  refuses (c, "''");
}

static void
try_instant (Case *c)
{
  gint64 first, last;

  g_assert_true (qh_instant_parse ("0001-01-01T00:00:00Z", NULL, &first));
  g_assert_true (qh_instant_parse ("9999-12-31T23:59:59.999999Z", NULL, &last));
  allows_number (c, first);
  allows_number (c, last);
  refuses_number (c, first - 1);
  refuses_number (c, last + 1);
  refuses (c, "'today'");
}

static void
try_integer (Case *c)
{
  if (c->entity == &qh_movement_entity && g_str_equal (c->field->name, "number")) {
    refuses_number (c, c->field->min - 1);
    refuses_number (c, c->field->max + 1);
    return;
  }
  allows_number (c, c->field->min);
  allows_number (c, c->field->max);
  refuses_number (c, c->field->min - 1);
  refuses_number (c, c->field->max + 1);
  refuses (c, "'many'");
  refuses (c, "1.5");
}

static void
try_boolean (Case *c)
{
  allows (c, "0");
  allows (c, "1");
  refuses (c, "-1");
  refuses (c, "2");
  refuses (c, "NULL");
}

static void
try_enum (Case *c)
{
  /* Which kinds of line are lawful is the ledger's law. */
  for (const QhEnumValue *value = c->field->values; value->name != NULL; value++) {
    g_autofree char *name = g_strdup_printf ("'%s'", value->name);
    if (c->entity != &qh_movement_entity)
      allows (c, name);
  }
  refuses (c, "'no_such'");
  refuses (c, "''");
}

static void
try_id (Case *c)
{
  allows (c, "'01a200cd-c0a1-7000-97c0-61f987586dfe'");
  refuses (c, "'01A200CD-C0A1-7000-97C0-61F987586DFE'");
  refuses (c, "'01a200cd-c0a1-7000-97c0-61f987586dfg'");
  refuses (c, "'01a200cdc0a1-7000-97c0-61f987586dfeab'");
  refuses (c, "'01a200cd-c0a1-7000-97c0-61f987586df'");
  refuses (c, "'01a200cd-c0a1-7000-97c0-61f987586dfee'");
  refuses (c, "''");
}

static void
try_field (Case *c)
{
  const QhField *field = c->field;

  /* Who issued an item stands as it was made. */
  if (c->entity == &qh_content_entity && g_str_equal (field->name, "issuer"))
    return refuses (c, "'Lena Moor'");
  if (field->kind == QH_KIND_TEXT && (field->flags & QH_FIELD_EMAIL))
    try_email (c);
  else if (field->kind == QH_KIND_TEXT)
    try_text (c);
  else if (field->kind == QH_KIND_DATE)
    try_date (c);
  else if (field->kind == QH_KIND_INSTANT)
    try_instant (c);
  else if (field->kind == QH_KIND_INTEGER)
    try_integer (c);
  else if (field->kind == QH_KIND_BOOLEAN)
    try_boolean (c);
  else if (field->kind == QH_KIND_ENUM)
    try_enum (c);
  else if (field->kind == QH_KIND_ID)
    try_id (c);
  else
    refuses (c, "'01a200cd-c0a1-7000-97c0-61f987586dfd'");
}

/* Whether a field may be without a value is the same in the table and in the database. */
static void
try_none (Case *c)
{
  gboolean times =
      g_str_equal (c->field->name, "created") || g_str_equal (c->field->name, "modified");

  if ((c->field->flags & QH_FIELD_REQUIRED) || c->field->kind == QH_KIND_BOOLEAN ||
      c->field->kind == QH_KIND_ID || times)
    refuses (c, "NULL");
  else if (c->entity != &qh_movement_entity || !g_str_equal (c->field->name, "reason"))
    allows (c, "NULL");
}

/* A line that other lines of its kind may follow: an adjustment. */
static QhRecord *
make_line (QhStore *store)
{
  QhRecord *line = fixture_record (store, &qh_movement_entity);

  qh_record_set_int (line, "kind", QH_MOVEMENT_KIND_ADJUST);
  fixture_ok (qh_store_save (store, line, &error));
  return line;
}

static void
test_fields (gconstpointer data)
{
  const QhEntity *entity = data;
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhRecord) record =
      entity == &qh_movement_entity ? make_line (store) : fixture_saved (store, entity);
  Case c = { qh_store_get_db (store), entity, NULL, record->id, 0, 0 };

  for (guint i = 0; i < entity->n_fields; i++) {
    c.field = &entity->fields[i];
    try_field (&c);
    try_none (&c);
  }
  g_assert_cmpint (c.lawful, >, 0);
  g_assert_cmpint (c.unlawful, >=, (int)entity->n_fields);
}

/* Every reference is found by an index that begins with it. */
static void
test_indexes (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < entities[i]->n_fields; k++) {
      const QhField *field = &entities[i]->fields[k];
      if (field->kind != QH_KIND_REFERENCE)
        continue;
      g_autofree char *sql = g_strdup_printf ("EXPLAIN QUERY PLAN SELECT 1 FROM %s WHERE %s = ?",
                                              entities[i]->name, field->name);
      g_autoptr (sqlite3_stmt) plan = NULL;
      g_assert_cmpint (sqlite3_prepare_v2 (qh_store_get_db (store), sql, -1, &plan, NULL), ==,
                       SQLITE_OK);
      g_assert_cmpint (sqlite3_step (plan), ==, SQLITE_ROW);
      const char *how = (const char *)sqlite3_column_text (plan, 3);
      if (strstr (how, "SEARCH") == NULL)
        g_error ("%s.%s: %s", entities[i]->name, field->name, how);
    }
}

/* What is said to everybody is found among all promises, in its order, by an index of its own. */
static void
test_public_promises (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  static const char *const days[] = { "2026-01-02", "2026-01-03", "2026-01-01", "2026-01-04" };
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *how = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autoptr (QhRecord) promise = qh_record_new (&qh_promise_entity);
    qh_record_set_string (promise, "what", "It");
    qh_record_set_string (promise, "made", days[i]);
    g_object_set (promise, "public", i < 3, NULL);
    fixture_ok (qh_store_save (store, promise, &error));
  }
  found = qh_store_list_public_promises (store, 2, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (QH_PROMISE (found->pdata[0])->made, ==, days[1]);
  g_assert_cmpstr (QH_PROMISE (found->pdata[1])->made, ==, days[0]);
  how = fixture_plan (qh_store_get_db (store), "WHERE public = 1");
  g_assert_cmpstr (how, ==, "SCAN promise USING INDEX promise_public\n");
}

static void
test_tables (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  sqlite3 *db = qh_store_get_db (store);
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *sql = g_strdup_printf (
        "SELECT strict FROM pragma_table_list WHERE name = '%s'", entities[i]->name);
    g_autofree char *strict = fixture_ask (db, sql);
    g_assert_cmpstr (strict, ==, "1");
  }
  g_autofree char *keys = fixture_ask (db, "PRAGMA foreign_keys");
  g_assert_cmpstr (keys, ==, "1");
}

/* One at a time of what may stand once only. */
static void
test_once (void)
{
  static const QhEntity *const once[] = { &qh_attendee_entity, &qh_friction_client_entity,
                                          &qh_waiting_entity, &qh_signer_entity,
                                          &qh_meeting_entity };
  g_autoptr (QhStore) store = fixture_store ();

  for (guint i = 0; i < G_N_ELEMENTS (once); i++) {
    g_autoptr (QhRecord) first = fixture_saved (store, once[i]);
    g_autoptr (QhRecord) second = qh_record_duplicate (first);
    qh_record_set_string (second, "id", NULL);
    fixture_fails (qh_store_save (store, second, &error), QH_ERROR_REFUSED);
    g_assert_null (second->id);
  }
}

int
main (int argc, char *argv[])
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n; i++) {
    g_autofree char *path = g_strdup_printf ("/store/schema/fields/%s", entities[i]->name);
    g_test_add_data_func (path, entities[i], test_fields);
  }
  g_test_add_func ("/store/schema/indexes", test_indexes);
  g_test_add_func ("/store/schema/public-promises", test_public_promises);
  g_test_add_func ("/store/schema/tables", test_tables);
  g_test_add_func ("/store/schema/once", test_once);
  return g_test_run ();
}
