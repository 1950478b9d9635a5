/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-contact-schema.h"
#include "store/qh-sqlite.h"
#include "store/qh-trust-schema.h"
#include <glib/gi18n-lib.h>

#define DAY(r) QH_TRUST_UTC_DAY (r "at")

/* What is named so in the schema is made here, and nothing else is. */
#define NAMES "name GLOB 'contact_day*'"

/* clang-format off */
#define SUMS                                                                             \
  "WITH each (day, " QH_CONTACT_DAY_COLUMNS ") AS"                                       \
  "  (SELECT " DAY ("") ", " QH_CONTACT_DAY_VALUES ("", "") " FROM contact_log)"         \
  " SELECT day, sum (n), sum (first), sum (rung), sum (solved), sum (known),"            \
  "  sum (failure), sum (answered), sum (upgraded), sum (learned) FROM each GROUP BY day"

#define COUNT(sign, r)                                                                     \
  "INSERT INTO contact_day (day, " QH_CONTACT_DAY_COLUMNS ")"                              \
  "  VALUES (" DAY (r) ", " QH_CONTACT_DAY_VALUES (sign, r) ")"                            \
  "  ON CONFLICT (day) DO UPDATE SET"                                                      \
  "    n = n + excluded.n, first = first + excluded.first, rung = rung + excluded.rung,"   \
  "    solved = solved + excluded.solved, known = known + excluded.known,"                 \
  "    failure = failure + excluded.failure, answered = answered + excluded.answered,"     \
  "    upgraded = upgraded + excluded.upgraded, learned = learned + excluded.learned;"

static const char install[] =
  "CREATE TABLE contact_day (day INTEGER PRIMARY KEY, n INTEGER NOT NULL, first INTEGER NOT NULL,"
  "  rung INTEGER NOT NULL, solved INTEGER NOT NULL, known INTEGER NOT NULL,"
  "  failure INTEGER NOT NULL, answered INTEGER NOT NULL, upgraded INTEGER NOT NULL,"
  "  learned INTEGER NOT NULL) STRICT;"
  "INSERT INTO contact_day " SUMS ";"
  "CREATE TRIGGER contact_day_nothing AFTER UPDATE ON contact_day WHEN NEW.n = 0"
  "  BEGIN DELETE FROM contact_day WHERE day = NEW.day; END;"
  "CREATE TRIGGER contact_day_insert AFTER INSERT ON contact_log BEGIN " COUNT ("", "NEW.") "END;"
  "CREATE TRIGGER contact_day_delete AFTER DELETE ON contact_log BEGIN " COUNT ("-", "OLD.") "END;"
  "CREATE TRIGGER contact_day_update AFTER UPDATE OF at, rings, solved, failure, upgraded_to,"
  "  upgrade_answer, upgrade_change, upgrade_told, learned ON contact_log"
  "  BEGIN " COUNT ("-", "OLD.") COUNT ("", "NEW.") "END;";
/* clang-format on */

static const char drop[] = "DROP TRIGGER IF EXISTS contact_day_insert;"
                           "DROP TRIGGER IF EXISTS contact_day_delete;"
                           "DROP TRIGGER IF EXISTS contact_day_update;"
                           "DROP TABLE IF EXISTS contact_day;";

gboolean
qh_contact_schema_install (sqlite3 *db, GError **error)
{
  return qh_sqlite_has_schema (db, install, NAMES) ||
         (qh_contact_schema_drop (db, error) && qh_sqlite_exec (db, install, error));
}

gboolean
qh_contact_schema_drop (sqlite3 *db, GError **error)
{
  return qh_sqlite_exec (db, drop, error);
}

static const char astray[] = "SELECT DISTINCT date (day + 1721424.5) FROM ("
                             "  SELECT day FROM (SELECT * FROM (" SUMS ")"
                             "    EXCEPT SELECT * FROM contact_day)"
                             "  UNION SELECT day FROM (SELECT * FROM contact_day"
                             "    EXCEPT SELECT * FROM (" SUMS "))) ORDER BY day";

gboolean
qh_contact_schema_verify (sqlite3 *db, GPtrArray *problems, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, astray, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (qh_sqlite_step (statement, &failure))
    g_ptr_array_add (problems,
                     g_strdup_printf (_ ("What came in on %s (UTC) is not counted as the records "
                                         "have it."),
                                      sqlite3_column_text (statement, 0)));
  return qh_error_pass_on (&failure, error);
}
