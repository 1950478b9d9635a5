/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counters, what the Content page is filtered by, what frictions cost, what trust is made of,
 * what contacts add up to, what Insights are made of, and the search index: made, checked and
 * purged together. */
#include "store/qh-derived.h"
#include "store/qh-contact-schema.h"
#include "store/qh-content-index.h"
#include "store/qh-cost-schema.h"
#include "store/qh-insight-schema.h"
#include "store/qh-search-schema.h"
#include "store/qh-sqlite.h"
#include "store/qh-supply-schema.h"
#include "store/qh-trust-schema.h"
#include <glib/gi18n-lib.h>

/* The fields by whose values lists are split; each value has a counter. */
static const struct {
  const char *entity;
  const char *field;
} splits[] = {
  { "meeting", "status" },      { "friction", "status" },     { "promise", "status" },
  { "received_plan", "state" }, { "housekeeping", "status" }, { "content", "retired" },
};

/* What a boolean field stands for in its column. */
static const QhEnumValue booleans[] = { { "0", NULL }, { "1", NULL }, { NULL, NULL } };

static void
append_entity (GString *sql, const char *entity)
{
  g_string_append_printf (sql,
                          "INSERT INTO counter SELECT '%1$s', count (*) FROM %1$s;"
                          "CREATE TRIGGER counter_%1$s_insert AFTER INSERT ON %1$s BEGIN"
                          "  UPDATE counter SET n = n + 1 WHERE name = '%1$s';"
                          "END;"
                          "CREATE TRIGGER counter_%1$s_delete AFTER DELETE ON %1$s BEGIN"
                          "  UPDATE counter SET n = n - 1 WHERE name = '%1$s';"
                          "END;",
                          entity);
}

static void
append_split (GString *sql, const char *entity, const char *field)
{
  const QhField *table = qh_entity_field (qh_entity_find (entity), field);

  for (const QhEnumValue *value = table->values != NULL ? table->values : booleans;
       value->name != NULL; value++)
    g_string_append_printf (sql,
                            "INSERT INTO counter SELECT '%1$s.%2$s.%3$s', count (*)"
                            "  FROM %1$s WHERE %2$s = '%3$s';",
                            entity, field, value->name);
  g_string_append_printf (sql,
                          "CREATE TRIGGER counter_%1$s_%2$s_insert AFTER INSERT ON %1$s BEGIN"
                          "  UPDATE counter SET n = n + 1 WHERE name = '%1$s.%2$s.' || NEW.%2$s;"
                          "END;"
                          "CREATE TRIGGER counter_%1$s_%2$s_delete AFTER DELETE ON %1$s BEGIN"
                          "  UPDATE counter SET n = n - 1 WHERE name = '%1$s.%2$s.' || OLD.%2$s;"
                          "END;"
                          "CREATE TRIGGER counter_%1$s_%2$s_update AFTER UPDATE OF %2$s ON %1$s"
                          "  WHEN OLD.%2$s IS NOT NEW.%2$s BEGIN"
                          "  UPDATE counter SET n = n - 1 WHERE name = '%1$s.%2$s.' || OLD.%2$s;"
                          "  UPDATE counter SET n = n + 1 WHERE name = '%1$s.%2$s.' || NEW.%2$s;"
                          "END;",
                          entity, field);
}

static char *
drop_counters (void)
{
  static const char *const events[] = { "insert", "delete", "update" };
  guint n;
  const QhEntity *const *entities = qh_entities (&n);
  GString *sql = g_string_new ("DROP TABLE IF EXISTS counter;");

  for (guint event = 0; event < G_N_ELEMENTS (events); event++) {
    for (guint i = 0; i < n; i++)
      g_string_append_printf (sql, "DROP TRIGGER IF EXISTS counter_%s_%s;", entities[i]->name,
                              events[event]);
    for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
      g_string_append_printf (sql, "DROP TRIGGER IF EXISTS counter_%s_%s_%s;", splits[i].entity,
                              splits[i].field, events[event]);
  }
  return g_string_free (sql, FALSE);
}

static gboolean
install_counters (sqlite3 *db, GError **error)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);
  g_autofree char *drop = drop_counters ();
  g_autoptr (GString) sql = g_string_new (drop);

  g_string_append (sql, "CREATE TABLE counter (name TEXT PRIMARY KEY, n INTEGER NOT NULL)"
                        "  STRICT, WITHOUT ROWID;");
  for (guint i = 0; i < n; i++)
    append_entity (sql, entities[i]->name);
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    append_split (sql, splits[i].entity, splits[i].field);
  return qh_sqlite_exec (db, sql->str, error);
}

GPtrArray *
qh_derived_insert_triggers (const QhEntity *entity)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (names, g_strdup_printf ("counter_%s_insert", entity->name));
  g_ptr_array_add (names, g_strdup_printf ("search_%s_insert", entity->name));
  if (entity == &qh_client_entity) {
    g_ptr_array_add (names, g_strdup ("served_client_insert"));
    /* No friction is anybody's who is new, and no meeting was held with him. */
    g_ptr_array_add (names, g_strdup ("friction_cost_client_insert"));
    g_ptr_array_add (names, g_strdup ("trust_limit_insert"));
    g_ptr_array_add (names, g_strdup ("insight_territory_insert"));
    g_ptr_array_add (names, g_strdup ("insight_client_heard"));
  }
  return names;
}

gboolean
qh_derived_add_rows (sqlite3 *db, const QhEntity *entity, gint64 after, GError **error)
{
  return qh_sqlite_execf (db, error,
                          "UPDATE counter SET n = n + (SELECT count (*) FROM %w"
                          "  WHERE rowid > %lld) WHERE name = %Q",
                          entity->name, (long long)after, entity->name) &&
         (entity != &qh_client_entity ||
          qh_sqlite_execf (db, error,
                           "INSERT OR IGNORE INTO served SELECT id, NULL FROM client"
                           "  WHERE rowid > %lld;"
                           "INSERT OR IGNORE INTO insight_heard SELECT id, NULL FROM client"
                           "  WHERE rowid > %lld",
                           (long long)after, (long long)after)) &&
         qh_search_schema_add_rows (db, entity, after, error);
}

/* In this order, and how far the present step is when one is made, of 1, in a store of a million
 * texts; the search index takes what is left. */
static const struct {
  gboolean (*install) (sqlite3 *db, GError **error);
  double done;
} parts[] = {
  { install_counters, 0.02 },         { qh_supply_schema_install, 0.12 },
  { qh_cost_schema_install, 0.2 },    { qh_content_index_install, 0.2 },
  { qh_trust_schema_install, 0.4 },   { qh_contact_schema_install, 0.42 },
  { qh_insight_schema_install, 0.6 },
};

gboolean
qh_derived_install (sqlite3 *db, QhMigrationWork *work, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    if (!parts[i].install (db, error))
      return FALSE;
    qh_migration_work_within (work, parts[i].done);
  }
  qh_migration_work_part (work, parts[G_N_ELEMENTS (parts) - 1].done, 1);
  return qh_search_schema_install (db, work, error);
}

gboolean
qh_derived_drop (sqlite3 *db, GError **error)
{
  g_autofree char *drop = drop_counters ();

  return qh_sqlite_exec (db, drop, error) && qh_supply_schema_drop (db, error) &&
         qh_cost_schema_drop (db, error) && qh_content_index_drop (db, error) &&
         qh_trust_schema_drop (db, error) && qh_contact_schema_drop (db, error) &&
         qh_insight_schema_drop (db, error) && qh_search_schema_drop (db, error);
}

/* Every counter's name with what it should say. */
static char *
select_counts (void)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, "%sSELECT '%s' AS name, count (*) AS n FROM %s",
                            i > 0 ? " UNION ALL " : "", entities[i]->name, entities[i]->name);
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    g_string_append_printf (sql,
                            " UNION ALL SELECT '%1$s.%2$s.' || %2$s, count (*) FROM %1$s"
                            " WHERE %2$s IS NOT NULL GROUP BY %2$s",
                            splits[i].entity, splits[i].field);
  return g_string_free (sql, FALSE);
}

static gboolean
verify_counters (sqlite3 *db, GPtrArray *problems, GError **error)
{
  g_autofree char *counts = select_counts ();
  g_autofree char *sql =
      g_strdup_printf ("SELECT name, c.n, coalesce (t.n, 0) FROM counter AS c"
                       "  LEFT JOIN (%s) AS t USING (name) WHERE c.n IS NOT coalesce (t.n, 0)",
                       counts);
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, sql, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (qh_sqlite_step (statement, &failure))
    g_ptr_array_add (problems, g_strdup_printf (_ ("The counter “%s” says %ld, but there are %ld."),
                                                sqlite3_column_text (statement, 0),
                                                (long)sqlite3_column_int64 (statement, 1),
                                                (long)sqlite3_column_int64 (statement, 2)));
  return qh_error_pass_on (&failure, error);
}

gboolean
qh_derived_verify (sqlite3 *db, GPtrArray *problems, GError **error)
{
  return verify_counters (db, problems, error) && qh_supply_schema_verify (db, problems, error) &&
         qh_cost_schema_verify (db, problems, error) &&
         qh_content_index_verify (db, problems, error) &&
         qh_trust_schema_verify (db, problems, error) &&
         qh_contact_schema_verify (db, problems, error) &&
         qh_insight_schema_verify (db, problems, error) &&
         qh_search_schema_verify (db, problems, error);
}

/* Deleted texts stay in FTS5's older segments until all are merged into one. */
gboolean
qh_derived_purge (sqlite3 *db, GError **error)
{
  return qh_sqlite_exec (db,
                         "INSERT INTO search (search) VALUES ('optimize');"
                         "INSERT INTO content_search (content_search) VALUES ('optimize')",
                         error);
}
