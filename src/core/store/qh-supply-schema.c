/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-supply-schema.h"
#include "store/qh-sqlite.h"
#include <glib/gi18n-lib.h>

/* Something is left, but no more than a third. */
#define IS_SHORT                                                               \
  "SELECT stock.content FROM stock JOIN content ON content.id = stock.content" \
  "  WHERE NOT retired AND edition - reserved - delivered - away BETWEEN 1 AND edition / 3"

#define LOOK_AT(item)                                  \
  "DELETE FROM supply_short WHERE content = " item ";" \
  "INSERT INTO supply_short " IS_SHORT " AND stock.content = " item ";"

/* Scarce is a copy of an edition, or what is ours alone. */
#define SERVED(client)                                                               \
  "(SELECT max (at) FROM ("                                                          \
  "  SELECT m.at FROM holding AS h JOIN movement AS m ON m.id = h.movement"          \
  "    WHERE h.client = " client " AND h.state = 'delivered'"                        \
  "  UNION ALL SELECT m.at FROM movement AS m JOIN content AS c ON c.id = m.content" \
  "    WHERE m.client = " client " AND m.kind = 'deliver' AND m.number IS NULL"      \
  "      AND c.edition IS NULL AND c.rarity = 'ours_alone'"                          \
  "      AND (SELECT sum (iif (kind = 'deliver', copies, -copies)) FROM movement"    \
  "        WHERE client = " client " AND content = c.id AND kind IN ('deliver', 'return')) > 0))"

#define SERVE(client) \
  "UPDATE served SET at = " SERVED ("served.client") " WHERE client = " client ";"

/* What is named so in the schema is made here, and nothing else is. */
#define NAMES "name GLOB 'supply_*' OR name GLOB 'served*' OR name GLOB 'shelf_*'"

/* clang-format off */
static const char install[] =
  "CREATE TABLE supply_short (content TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;"
  "INSERT INTO supply_short " IS_SHORT ";"

  "CREATE TRIGGER supply_stock_update AFTER UPDATE ON stock"
  "  BEGIN " LOOK_AT ("NEW.content") "END;"
  "CREATE TRIGGER supply_content_update AFTER UPDATE OF edition, retired ON content"
  "  BEGIN " LOOK_AT ("NEW.id") "END;"
  "CREATE TRIGGER supply_content_delete AFTER DELETE ON content"
  "  BEGIN DELETE FROM supply_short WHERE content = OLD.id; END;"

  /* One delivery does not look through all that was ever moved for its client. */
  "CREATE INDEX served_unlimited ON movement (client, kind, content) WHERE number IS NULL;"
  "CREATE TABLE served (client TEXT NOT NULL PRIMARY KEY, at INTEGER) STRICT, WITHOUT ROWID;"
  "INSERT INTO served SELECT id, " SERVED ("client.id") " FROM client;"
  "CREATE INDEX served_at ON served (at, client);"

  "CREATE TRIGGER served_client_insert AFTER INSERT ON client"
  "  BEGIN INSERT OR IGNORE INTO served VALUES (NEW.id, NULL);" SERVE ("NEW.id") "END;"
  "CREATE TRIGGER served_client_delete AFTER DELETE ON client"
  "  BEGIN DELETE FROM served WHERE client = OLD.id; END;"

  "CREATE TRIGGER served_holding_insert AFTER INSERT ON holding"
  "  WHEN NEW.state = 'delivered'"
  "  BEGIN " SERVE ("NEW.client") "END;"
  "CREATE TRIGGER served_holding_update AFTER UPDATE ON holding"
  "  WHEN 'delivered' IN (OLD.state, NEW.state)"
  "  BEGIN " SERVE ("OLD.client") SERVE ("NEW.client") "END;"
  "CREATE TRIGGER served_holding_delete AFTER DELETE ON holding"
  "  WHEN OLD.state = 'delivered'"
  "  BEGIN " SERVE ("OLD.client") "END;"

  "CREATE TRIGGER served_movement_insert AFTER INSERT ON movement"
  "  WHEN NEW.number IS NULL AND NEW.kind IN ('deliver', 'return')"
  "  BEGIN " SERVE ("NEW.client") "END;"
  "CREATE TRIGGER served_movement_update AFTER UPDATE OF client ON movement"
  "  WHEN NEW.number IS NULL AND NEW.kind IN ('deliver', 'return')"
  "  BEGIN " SERVE ("NEW.client") "END;"
  "CREATE TRIGGER served_movement_delete AFTER DELETE ON movement"
  "  WHEN OLD.number IS NULL AND OLD.kind IN ('deliver', 'return')"
  "  BEGIN " SERVE ("OLD.client") "END;"

  "CREATE TRIGGER served_content_update AFTER UPDATE OF rarity, edition ON content"
  "  WHEN NEW.rarity IS NOT OLD.rarity OR (NEW.edition IS NULL) <> (OLD.edition IS NULL)"
  "  BEGIN UPDATE served SET at = " SERVED ("served.client")
  "    WHERE client IN (SELECT client FROM movement WHERE content = NEW.id"
  "      AND number IS NULL AND client IS NOT NULL); END;"

  "CREATE INDEX shelf_title ON content (retired, title_key, id);"
  "CREATE INDEX shelf_until ON content (available_until)"
  "  WHERE NOT retired AND available_until IS NOT NULL;"
  "CREATE INDEX shelf_claim ON content (recheck) WHERE NOT retired AND rarity = 'ours_alone';"
  "CREATE INDEX shelf_ledger ON movement (content, at, id);"
  "CREATE INDEX shelf_file ON content (file) WHERE file IS NOT NULL;"
  "CREATE INDEX shelf_waiting ON waiting (content, since, id);";
/* clang-format on */

static const char drop[] = "DROP TRIGGER IF EXISTS supply_stock_update;"
                           "DROP TRIGGER IF EXISTS supply_content_update;"
                           "DROP TRIGGER IF EXISTS supply_content_delete;"
                           "DROP TRIGGER IF EXISTS served_client_insert;"
                           "DROP TRIGGER IF EXISTS served_client_delete;"
                           "DROP TRIGGER IF EXISTS served_holding_insert;"
                           "DROP TRIGGER IF EXISTS served_holding_update;"
                           "DROP TRIGGER IF EXISTS served_holding_delete;"
                           "DROP TRIGGER IF EXISTS served_movement_insert;"
                           "DROP TRIGGER IF EXISTS served_movement_update;"
                           "DROP TRIGGER IF EXISTS served_movement_delete;"
                           "DROP TRIGGER IF EXISTS served_content_update;"
                           "DROP INDEX IF EXISTS served_unlimited;"
                           "DROP INDEX IF EXISTS shelf_title;"
                           "DROP INDEX IF EXISTS shelf_until;"
                           "DROP INDEX IF EXISTS shelf_claim;"
                           "DROP INDEX IF EXISTS shelf_ledger;"
                           "DROP INDEX IF EXISTS shelf_file;"
                           "DROP INDEX IF EXISTS shelf_waiting;"
                           "DROP TABLE IF EXISTS supply_short;"
                           "DROP TABLE IF EXISTS served;";

gboolean
qh_supply_schema_install (sqlite3 *db, GError **error)
{
  return qh_sqlite_has_schema (db, install, NAMES) ||
         (qh_supply_schema_drop (db, error) && qh_sqlite_exec (db, install, error));
}

gboolean
qh_supply_schema_drop (sqlite3 *db, GError **error)
{
  return qh_sqlite_exec (db, drop, error);
}

static const char astray[] =
    "WITH short (id) AS (" IS_SHORT ") SELECT 0, title FROM content"
    "  WHERE (id IN short) <> (id IN (SELECT content FROM supply_short)) "
    "UNION ALL SELECT 1, name FROM client LEFT JOIN served ON served.client = client.id"
    "  WHERE served.client IS NULL OR served.at IS NOT " SERVED (
        "client.id") " "
                     "UNION ALL SELECT 1, client FROM served WHERE client NOT IN (SELECT id FROM "
                     "client)";

gboolean
qh_supply_schema_verify (sqlite3 *db, GPtrArray *problems, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, astray, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (qh_sqlite_step (statement, &failure)) {
    const char *format = sqlite3_column_int (statement, 0) == 0
                             ? _ ("Whether “%s” is running out is not noted as the ledger has it.")
                             : _ ("When “%s” was last given something scarce is not noted as the "
                                  "ledger has it.");
    g_ptr_array_add (problems, g_strdup_printf (format, sqlite3_column_text (statement, 1)));
  }
  return qh_error_pass_on (&failure, error);
}
