/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-cost-schema.h"
#include "store/qh-sqlite.h"
#include <glib/gi18n-lib.h>

/* QH_MONEY_MAX, alone and in millions. */
#define MOST "9007199254740991"
#define MOST_MILLIONS "9007199254"

/* A product that still fits; what is above it costs more than MOST. */
#define FITS "9000000000000000000"

/* --- What is assumed */

/* A setting that is no whole number in its range counts as not set. */
#define SETTING(key, most, fallback)                                             \
  "coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = '" key "'" \
  "  AND value = CAST (CAST (value AS INTEGER) AS TEXT)"                         \
  "  AND CAST (value AS INTEGER) BETWEEN 0 AND " most "), " fallback ")"

#define ASSUMPTIONS                                                                        \
  SETTING ("hourly_rate", MOST, "4500")                                                    \
  "," SETTING ("share_1", "1000", "0") "," SETTING ("share_2", "1000", "20") "," SETTING ( \
      "share_3", "1000", "100") "," SETTING ("share_4", "1000", "300")

#define IS_ASSUMPTION(row) row ".key IN ('hourly_rate', 'share_1', 'share_2', 'share_3', 'share_4')"

#define ASSUME                                                                   \
  "UPDATE friction_assumption SET (rate, share_1, share_2, share_3, share_4) = " \
  "(SELECT " ASSUMPTIONS ");"

/* --- What one friction costs */

#define SHARE                                                                 \
  "CASE severity WHEN 1 THEN share_1 WHEN 2 THEN share_2 WHEN 3 THEN share_3" \
  "  ELSE share_4 END"

/* The time of one client; minutes × times fits by the ranges of both. */
#define TIME(minutes)                                                     \
  "iif (" minutes " > " FITS " / max (rate, 1), " MOST ", min ((" minutes \
  " * rate + 30) / 60, " MOST "))"

#define EACH                                                                                     \
  "iif (c.id IS NULL, 0, " TIME (                                                                \
      "coalesce (minutes, 0) * coalesce (times_per_year, 0)") "  + (coalesce (yearly_value, 0) " \
                                                              "* " SHARE " + 500) / 1000)"

#define ADDED_UP                                                                              \
  "iif (sum (part / 1000000) + sum (part % 1000000) / 1000000 > " MOST_MILLIONS ", " MOST "," \
  "  min (sum (part / 1000000) * 1000000 + sum (part % 1000000), " MOST "))"

#define PRICE(id)                                                                                \
  "SELECT max (status), " ADDED_UP ", count (client) FROM (SELECT status, c.id AS client, " EACH \
  " AS part FROM friction AS f JOIN friction_assumption"                                         \
  "  LEFT JOIN client AS c ON c.id IN"                                                           \
  "    (SELECT f.client UNION SELECT client FROM friction_client WHERE friction = f.id)"         \
  "  WHERE f.id = " id ")"

#define PRICE_AGAIN \
  "UPDATE friction_cost SET (status, cost, clients) = (" PRICE ("friction_cost.friction") ")"

#define OF_CLIENT(id)                                              \
  " WHERE friction IN (SELECT id FROM friction WHERE client = " id \
  "  UNION SELECT friction FROM friction_client WHERE client = " id ");"

#define ADD(row, sign)                                                             \
  "UPDATE friction_total SET millions = millions " sign " " row ".cost / 1000000," \
  "  rest = rest " sign " " row ".cost % 1000000 WHERE status = " row ".status;"

/* What is named so in the schema is made here, and nothing else is. */
#define NAMES                                                 \
  "name GLOB 'friction_cost*' OR name GLOB 'friction_total*'" \
  " OR name = 'friction_assumption'"

/* clang-format off */
static const char install[] =
  "CREATE TABLE friction_assumption (one INTEGER PRIMARY KEY CHECK (one = 1), rate INTEGER NOT NULL,"
  "  share_1 INTEGER NOT NULL, share_2 INTEGER NOT NULL, share_3 INTEGER NOT NULL,"
  "  share_4 INTEGER NOT NULL) STRICT;"
  "INSERT INTO friction_assumption SELECT 1, " ASSUMPTIONS ";"

  "CREATE TABLE friction_cost (friction TEXT NOT NULL PRIMARY KEY, status TEXT NOT NULL,"
  "  cost INTEGER NOT NULL, clients INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
  "INSERT INTO friction_cost SELECT id, status, 0, 0 FROM friction;"
  PRICE_AGAIN ";"
  "CREATE INDEX friction_cost_order ON friction_cost (status, cost, friction);"

  "CREATE TABLE friction_total (status TEXT NOT NULL PRIMARY KEY, millions INTEGER NOT NULL,"
  "  rest INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
  "INSERT INTO friction_total VALUES ('open', 0, 0), ('fixing', 0, 0), ('removed', 0, 0),"
  "  ('accepted', 0, 0);"
  "UPDATE friction_total SET (millions, rest) = (SELECT coalesce (sum (cost / 1000000), 0),"
  "  coalesce (sum (cost % 1000000), 0) FROM friction_cost AS c"
  "  WHERE c.status = friction_total.status);"

  "CREATE TRIGGER friction_total_insert AFTER INSERT ON friction_cost"
  "  WHEN NEW.cost > 0 BEGIN " ADD ("NEW", "+") "END;"
  "CREATE TRIGGER friction_total_update AFTER UPDATE ON friction_cost"
  "  WHEN NEW.cost <> OLD.cost OR NEW.status <> OLD.status"
  "  BEGIN " ADD ("OLD", "-") ADD ("NEW", "+") "END;"
  "CREATE TRIGGER friction_total_delete AFTER DELETE ON friction_cost"
  "  WHEN OLD.cost > 0 BEGIN " ADD ("OLD", "-") "END;"

  "CREATE TRIGGER friction_cost_insert AFTER INSERT ON friction BEGIN"
  "  INSERT INTO friction_cost (friction, status, cost, clients)"
  "    SELECT NEW.id, * FROM (" PRICE ("NEW.id") "); END;"
  "CREATE TRIGGER friction_cost_update"
  "  AFTER UPDATE OF client, severity, minutes, times_per_year, status ON friction"
  "  WHEN (OLD.client, OLD.severity, OLD.minutes, OLD.times_per_year, OLD.status)"
  "    IS NOT (NEW.client, NEW.severity, NEW.minutes, NEW.times_per_year, NEW.status)"
  "  BEGIN " PRICE_AGAIN " WHERE friction = NEW.id; END;"
  "CREATE TRIGGER friction_cost_delete AFTER DELETE ON friction"
  "  BEGIN DELETE FROM friction_cost WHERE friction = OLD.id; END;"

  "CREATE TRIGGER friction_cost_client_insert AFTER INSERT ON client"
  "  BEGIN " PRICE_AGAIN OF_CLIENT ("NEW.id") "END;"
  "CREATE TRIGGER friction_cost_client_update AFTER UPDATE OF yearly_value ON client"
  "  WHEN OLD.yearly_value IS NOT NEW.yearly_value"
  "  BEGIN " PRICE_AGAIN OF_CLIENT ("NEW.id") "END;"
  "CREATE TRIGGER friction_cost_shared_insert AFTER INSERT ON friction_client"
  "  BEGIN " PRICE_AGAIN " WHERE friction = NEW.friction; END;"
  "CREATE TRIGGER friction_cost_shared_update AFTER UPDATE OF friction, client ON friction_client"
  "  BEGIN " PRICE_AGAIN " WHERE friction IN (OLD.friction, NEW.friction); END;"
  "CREATE TRIGGER friction_cost_shared_delete AFTER DELETE ON friction_client"
  "  WHEN EXISTS (SELECT 1 FROM friction WHERE id = OLD.friction)"
  "  BEGIN " PRICE_AGAIN " WHERE friction = OLD.friction; END;"

  "CREATE TRIGGER friction_cost_setting_insert AFTER INSERT ON setting"
  "  WHEN " IS_ASSUMPTION ("NEW") " BEGIN " ASSUME "END;"
  "CREATE TRIGGER friction_cost_setting_update AFTER UPDATE ON setting"
  "  WHEN " IS_ASSUMPTION ("NEW") " BEGIN " ASSUME "END;"
  "CREATE TRIGGER friction_cost_setting_delete AFTER DELETE ON setting"
  "  WHEN " IS_ASSUMPTION ("OLD") " BEGIN " ASSUME "END;"
  "CREATE TRIGGER friction_cost_assumption AFTER UPDATE ON friction_assumption"
  "  WHEN (OLD.rate, OLD.share_1, OLD.share_2, OLD.share_3, OLD.share_4)"
  "    <> (NEW.rate, NEW.share_1, NEW.share_2, NEW.share_3, NEW.share_4)"
  "  BEGIN " PRICE_AGAIN " WHERE friction IN (SELECT id FROM friction"
  "    WHERE (OLD.rate <> NEW.rate AND minutes > 0 AND times_per_year > 0)"
  "      OR CASE severity WHEN 1 THEN OLD.share_1 <> NEW.share_1"
  "        WHEN 2 THEN OLD.share_2 <> NEW.share_2 WHEN 3 THEN OLD.share_3 <> NEW.share_3"
  "        ELSE OLD.share_4 <> NEW.share_4 END); END;";
/* clang-format on */

static const char drop[] = "DROP TRIGGER IF EXISTS friction_cost_insert;"
                           "DROP TRIGGER IF EXISTS friction_cost_update;"
                           "DROP TRIGGER IF EXISTS friction_cost_delete;"
                           "DROP TRIGGER IF EXISTS friction_cost_client_insert;"
                           "DROP TRIGGER IF EXISTS friction_cost_client_update;"
                           "DROP TRIGGER IF EXISTS friction_cost_shared_insert;"
                           "DROP TRIGGER IF EXISTS friction_cost_shared_update;"
                           "DROP TRIGGER IF EXISTS friction_cost_shared_delete;"
                           "DROP TRIGGER IF EXISTS friction_cost_setting_insert;"
                           "DROP TRIGGER IF EXISTS friction_cost_setting_update;"
                           "DROP TRIGGER IF EXISTS friction_cost_setting_delete;"
                           "DROP TABLE IF EXISTS friction_total;"
                           "DROP TABLE IF EXISTS friction_cost;"
                           "DROP TABLE IF EXISTS friction_assumption;";

gboolean
qh_cost_schema_install (sqlite3 *db, GError **error)
{
  return qh_sqlite_has_schema (db, install, NAMES) ||
         (qh_cost_schema_drop (db, error) && qh_sqlite_exec (db, install, error));
}

gboolean
qh_cost_schema_drop (sqlite3 *db, GError **error)
{
  return qh_sqlite_exec (db, drop, error);
}

static const char astray[] =
    "SELECT 0, title FROM friction AS it LEFT JOIN friction_cost AS kept ON kept.friction = it.id"
    "  WHERE (kept.status, kept.cost, kept.clients) IS NOT (" PRICE (
        "it.id") ")"
                 " UNION ALL SELECT 0, friction FROM friction_cost WHERE friction NOT IN (SELECT "
                 "id FROM friction)"
                 " UNION ALL SELECT 1, status FROM friction_total AS t WHERE (millions, rest) IS "
                 "NOT"
                 "  (SELECT coalesce (sum (cost / 1000000), 0), coalesce (sum (cost % 1000000), 0)"
                 "    FROM friction_cost AS c WHERE c.status = t.status)"
                 " UNION ALL SELECT 2, NULL WHERE (SELECT rate, share_1, share_2, share_3, share_4"
                 "  FROM friction_assumption) IS NOT (SELECT " ASSUMPTIONS ")";

static char *
tell (sqlite3_stmt *row)
{
  const char *name = (const char *)sqlite3_column_text (row, 1);

  switch (sqlite3_column_int (row, 0)) {
  case 0:
    return g_strdup_printf (_ ("What “%s” costs is not noted as the records have it."), name);
  case 1:
    return g_strdup_printf (
        _ ("What all frictions that are “%s” cost is not noted as they add up."), name);
  default:
    return g_strdup (_ ("What costs rest on is not noted as the settings have it."));
  }
}

gboolean
qh_cost_schema_verify (sqlite3 *db, GPtrArray *problems, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, astray, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (qh_sqlite_step (statement, &failure))
    g_ptr_array_add (problems, tell (statement));
  return qh_error_pass_on (&failure, error);
}
