/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-trust-schema.h"
#include "store/qh-sqlite.h"
#include <glib/gi18n-lib.h>

#define DAY(date) "CAST (julianday (" date ") - 1721424.5 AS INTEGER)"

/* --- The rows that a record adds; @r is a prefix of its columns, @whom where it comes from, with
 *     every client that it concerns as w.client */

/* clang-format off */
#define PROMISE_ROWS(r, whom)                                                            \
  "SELECT w.client, " QH_TRUST_PROMISE_SORT (r) " AS sort, '' AS spot,"                  \
  "  " DAY (QH_TRUST_PROMISE_DAY (r)) " AS day, 1 AS n FROM " whom                       \
  "  WHERE " r "status <> 'withdrawn' AND " QH_TRUST_PROMISE_DAY (r) " IS NOT NULL"      \
  " UNION ALL SELECT w.client, iif (" r "status = 'open', 'moving', 'moves'), '',"       \
  "  iif (" r "status = 'open', 0, " DAY (QH_TRUST_PROMISE_DAY (r)) "), " r "moves"      \
  "  FROM " whom " WHERE " r "status <> 'withdrawn' AND " r "moves > 0"

#define CONTACT_ROWS(r, whom)                                                            \
  "SELECT w.client, iif (" r "solved = 'yes', 'solved', 'unsolved') AS sort,"            \
  "  " QH_TRUST_SPOT (r "channel") " AS spot, " QH_TRUST_UTC_DAY (r "at") " AS day,"     \
  "  1 AS n FROM " whom " WHERE " r "solved IS NOT NULL"

#define FRICTION_ROWS(r, whom)                                                           \
  "SELECT w.client, 'friction' AS sort, '' AS spot, " DAY (r "reported") " AS day,"      \
  "  1 AS n FROM " whom " WHERE " QH_TRUST_FRICTION_COUNTS (r, "w.client")               \
  " UNION ALL SELECT w.client,"                                                          \
  "  iif (" r "status IN ('open', 'fixing'), 'open' || " r "severity, 'past'),"          \
  "  " r "touchpoint, CASE " r "status WHEN 'open' THEN 0 WHEN 'fixing' THEN 0"          \
  "    WHEN 'removed' THEN " DAY ("coalesce (" r "removed, " r "reported)")              \
  "    ELSE " DAY (r "reported") " END, 1 FROM " whom " WHERE true"

/* @limit: the client's, in minutes. Pauses count: he gave those minutes too. */
#define MEETING_ROWS(r, limit, whom)                                                     \
  "SELECT w.client, iif (" r "ended - " r "began <= (" limit " + 1) * 60000000,"         \
  "    'in_time', 'overrun') AS sort,"                                                   \
  "  '' AS spot, " QH_TRUST_UTC_DAY (r "ended") " AS day, 1 AS n FROM " whom             \
  "  WHERE " r "status IN ('held', 'debriefed') AND " r "began IS NOT NULL"              \
  "    AND " r "ended IS NOT NULL"
/* clang-format on */

#define DEFAULT_LIMIT "15"
#define LIMIT_OF(client) \
  "coalesce ((SELECT minutes_limit FROM client WHERE id = " client "), " DEFAULT_LIMIT ")"

/* Whom a row of a trigger concerns: all, and its client. */
#define WHOM(r) \
  "(SELECT '' AS client UNION ALL SELECT " r "client WHERE " r "client IS NOT NULL) AS w"
#define WHOM_SHARED(r)                                                          \
  "(SELECT '' AS client UNION SELECT " r "client WHERE " r "client IS NOT NULL" \
  "  UNION SELECT client FROM friction_client WHERE friction = " r "id) AS w"

/* The rows of every record: once for all, once for its client. Table after table is read from its
 * beginning to its end; nothing is looked up that another pass has seen. */
#define FOR_ALL(entity) entity " AS r JOIN (SELECT '' AS client) AS w"
#define FOR_OWN(entity) entity " AS w"
#define FOR_FURTHER \
  "friction_client AS w JOIN friction AS r ON r.id = w.friction AND r.client IS NOT w.client"

/* clang-format off */
#define EVERY_ROW                                                             \
  PROMISE_ROWS ("r.", FOR_ALL ("promise")) " UNION ALL "                      \
  PROMISE_ROWS ("w.", FOR_OWN ("promise")) " UNION ALL "                      \
  CONTACT_ROWS ("r.", FOR_ALL ("contact_log")) " UNION ALL "                  \
  CONTACT_ROWS ("w.", FOR_OWN ("contact_log")) " UNION ALL "                  \
  FRICTION_ROWS ("r.", FOR_ALL ("friction")) " UNION ALL "                    \
  FRICTION_ROWS ("w.", FOR_OWN ("friction")) " UNION ALL "                    \
  FRICTION_ROWS ("r.", FOR_FURTHER) " UNION ALL "                             \
  MEETING_ROWS ("r.", LIMIT_OF ("r.client"), FOR_ALL ("meeting")) " UNION ALL " \
  MEETING_ROWS ("w.", LIMIT_OF ("w.client"), FOR_OWN ("meeting"))
/* clang-format on */

#define SUMS                                                                        \
  "SELECT client, sort, spot, day, sum (n) AS n FROM (" EVERY_ROW ") WHERE client " \
  "IS NOT NULL GROUP BY 1, 2, 3, 4"

/* --- Triggers */

#define COUNT(sign, rows)                                                   \
  "INSERT INTO trust_sum (client, sort, spot, day, n)"                      \
  "  SELECT client, sort, spot, day, " sign " n FROM (" rows ") WHERE true" \
  "  ON CONFLICT (client, sort, day, spot) DO UPDATE SET n = n + excluded.n;"
#define ADD(rows) COUNT ("+", rows)
#define TAKE(rows) COUNT ("-", rows)

#define ON_INSERT(name, entity, rows) \
  "CREATE TRIGGER trust_" name "_insert AFTER INSERT ON " entity " BEGIN " ADD (rows) "END;"
#define ON_DELETE(name, entity, rows) \
  "CREATE TRIGGER trust_" name "_delete BEFORE DELETE ON " entity " BEGIN " TAKE (rows) "END;"
#define ON_UPDATE(name, entity, columns, old, new)                                    \
  "CREATE TRIGGER trust_" name "_before BEFORE UPDATE OF " columns " ON " entity      \
  " BEGIN " TAKE (old) "END;"                                                         \
                       "CREATE TRIGGER trust_" name "_after AFTER UPDATE OF " columns \
                       " ON " entity " BEGIN " ADD (new) "END;"

#define FRICTIONS_FROM(entry)                                                                  \
  FRICTION_ROWS (                                                                              \
      "r.", "friction AS r JOIN (SELECT id, '' AS client FROM friction"                        \
            "    WHERE contact_log = " entry                                                   \
            "  UNION SELECT id, client FROM friction WHERE contact_log = " entry               \
            "    AND client IS NOT NULL"                                                       \
            "  UNION SELECT friction, fc.client FROM friction_client AS fc JOIN friction AS f" \
            "    ON f.id = fc.friction WHERE f.contact_log = " entry ") AS w USING (id)")

/* A further client of a friction; the row of one whose friction is gone was taken with it. */
#define FURTHER(r)                                                              \
  FRICTION_ROWS ("r.", "friction AS r JOIN (SELECT " r "client AS client) AS w" \
                       "  ON r.id = " r "friction AND r.client IS NOT w.client")

#define MEETINGS_OF(client, limit)                                                \
  MEETING_ROWS ("r.", limit,                                                      \
                "meeting AS r JOIN (SELECT '' AS client UNION ALL SELECT " client \
                ") AS w ON r.client = " client)

#define PROMISE_COLUMNS "id, client, status, made, due, kept, broken, moves, moved_from, consent"
#define FRICTION_COLUMNS "id, client, touchpoint, severity, reported, status, removed, contact_log"

/* What is named so in the schema is made here, and nothing else is. */
#define NAMES "name GLOB 'trust_*'"

/* clang-format off */
static const char install[] =
  "CREATE TABLE trust_sum (client TEXT NOT NULL, sort TEXT NOT NULL, day INTEGER NOT NULL,"
  "  spot TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (client, sort, day, spot))"
  "  STRICT, WITHOUT ROWID;"
  "INSERT INTO trust_sum (client, sort, spot, day, n) " SUMS ";"
  "CREATE TRIGGER trust_sum_nothing AFTER UPDATE ON trust_sum WHEN NEW.n = 0 BEGIN"
  "  DELETE FROM trust_sum WHERE client = NEW.client AND sort = NEW.sort AND day = NEW.day"
  "    AND spot = NEW.spot;"
  "END;"

  ON_INSERT ("promise", "promise", PROMISE_ROWS ("NEW.", WHOM ("NEW.")))
  ON_DELETE ("promise", "promise", PROMISE_ROWS ("OLD.", WHOM ("OLD.")))
  ON_UPDATE ("promise", "promise", PROMISE_COLUMNS, PROMISE_ROWS ("OLD.", WHOM ("OLD.")),
    PROMISE_ROWS ("NEW.", WHOM ("NEW.")))

  ON_INSERT ("contact_log", "contact_log", CONTACT_ROWS ("NEW.", WHOM ("NEW.")))
  ON_DELETE ("contact_log", "contact_log", CONTACT_ROWS ("OLD.", WHOM ("OLD.")))
  ON_UPDATE ("contact_log", "contact_log", "client, at, channel, solved",
    CONTACT_ROWS ("OLD.", WHOM ("OLD.")), CONTACT_ROWS ("NEW.", WHOM ("NEW.")))

  ON_INSERT ("friction", "friction", FRICTION_ROWS ("NEW.", WHOM_SHARED ("NEW.")))
  ON_DELETE ("friction", "friction", FRICTION_ROWS ("OLD.", WHOM_SHARED ("OLD.")))
  ON_UPDATE ("friction", "friction", FRICTION_COLUMNS,
    FRICTION_ROWS ("OLD.", WHOM_SHARED ("OLD.")), FRICTION_ROWS ("NEW.", WHOM_SHARED ("NEW.")))
  ON_INSERT ("friction_client", "friction_client", FURTHER ("NEW."))
  ON_DELETE ("friction_client", "friction_client", FURTHER ("OLD."))
  ON_UPDATE ("friction_client", "friction_client", "friction, client", FURTHER ("OLD."),
    FURTHER ("NEW."))

  /* Whether a friction counts hangs on the entry that it came out of. */
  "CREATE TRIGGER trust_entry_making BEFORE INSERT ON contact_log WHEN NEW.solved IS NOT NULL"
  "  BEGIN " TAKE (FRICTIONS_FROM ("NEW.id")) "END;"
  "CREATE TRIGGER trust_entry_made AFTER INSERT ON contact_log WHEN NEW.solved IS NOT NULL"
  "  BEGIN " ADD (FRICTIONS_FROM ("NEW.id")) "END;"
  "CREATE TRIGGER trust_entry_going BEFORE DELETE ON contact_log WHEN OLD.solved IS NOT NULL"
  "  BEGIN " TAKE (FRICTIONS_FROM ("OLD.id")) "END;"
  "CREATE TRIGGER trust_entry_gone AFTER DELETE ON contact_log WHEN OLD.solved IS NOT NULL"
  "  BEGIN " ADD (FRICTIONS_FROM ("OLD.id")) "END;"
  ON_UPDATE ("entry", "contact_log", "client, solved", FRICTIONS_FROM ("OLD.id"),
    FRICTIONS_FROM ("NEW.id"))

  ON_INSERT ("meeting", "meeting",
    MEETING_ROWS ("NEW.", LIMIT_OF ("NEW.client"), WHOM ("NEW.")))
  ON_DELETE ("meeting", "meeting",
    MEETING_ROWS ("OLD.", LIMIT_OF ("OLD.client"), WHOM ("OLD.")))
  ON_UPDATE ("meeting", "meeting", "client, status, began, ended",
    MEETING_ROWS ("OLD.", LIMIT_OF ("OLD.client"), WHOM ("OLD.")),
    MEETING_ROWS ("NEW.", LIMIT_OF ("NEW.client"), WHOM ("NEW.")))

  /* And whether a meeting ran over, on its client's limit, though he may come after it. */
  "CREATE TRIGGER trust_limit_insert AFTER INSERT ON client"
  "  WHEN coalesce (NEW.minutes_limit, " DEFAULT_LIMIT ") <> " DEFAULT_LIMIT " BEGIN "
  TAKE (MEETINGS_OF ("NEW.id", DEFAULT_LIMIT))
  ADD (MEETINGS_OF ("NEW.id", "NEW.minutes_limit")) "END;"
  "CREATE TRIGGER trust_limit_delete AFTER DELETE ON client"
  "  WHEN coalesce (OLD.minutes_limit, " DEFAULT_LIMIT ") <> " DEFAULT_LIMIT " BEGIN "
  TAKE (MEETINGS_OF ("OLD.id", "OLD.minutes_limit"))
  ADD (MEETINGS_OF ("OLD.id", DEFAULT_LIMIT)) "END;"
  "CREATE TRIGGER trust_limit_update AFTER UPDATE OF minutes_limit ON client"
  "  WHEN OLD.minutes_limit IS NOT NEW.minutes_limit BEGIN "
  TAKE (MEETINGS_OF ("NEW.id", "coalesce (OLD.minutes_limit, " DEFAULT_LIMIT ")"))
  ADD (MEETINGS_OF ("NEW.id", "coalesce (NEW.minutes_limit, " DEFAULT_LIMIT ")")) "END;"

  "CREATE INDEX trust_promise ON promise (" QH_TRUST_PROMISE_SORT ("") ", "
  QH_TRUST_PROMISE_DAY ("") ");"
  "CREATE INDEX trust_promise_client ON promise (client, " QH_TRUST_PROMISE_SORT ("") ", "
  QH_TRUST_PROMISE_DAY ("") ") WHERE client IS NOT NULL;"
  "CREATE INDEX trust_needed ON contact_log (at) WHERE failure = 1 OR solved = 'no';"
  "CREATE INDEX trust_needed_client ON contact_log (client, at)"
  "  WHERE failure = 1 OR solved = 'no';"
  "CREATE INDEX trust_severe ON friction (severity, reported)"
  "  WHERE status IN ('open', 'fixing') AND severity >= 3;"
  "CREATE INDEX trust_severe_client ON friction (client, severity, reported)"
  "  WHERE status IN ('open', 'fixing') AND severity >= 3;"
  "CREATE INDEX trust_meeting ON meeting (ended) WHERE ended IS NOT NULL;"
  "CREATE INDEX trust_meeting_client ON meeting (client, ended) WHERE ended IS NOT NULL;";
/* clang-format on */

static const char *const triggers[] = {
  "sum_nothing",
  "promise_insert",
  "promise_delete",
  "promise_before",
  "promise_after",
  "contact_log_insert",
  "contact_log_delete",
  "contact_log_before",
  "contact_log_after",
  "friction_insert",
  "friction_delete",
  "friction_before",
  "friction_after",
  "friction_client_insert",
  "friction_client_delete",
  "friction_client_before",
  "entry_making",
  "friction_client_after",
  "entry_made",
  "entry_going",
  "entry_gone",
  "entry_before",
  "entry_after",
  "meeting_insert",
  "meeting_delete",
  "meeting_before",
  "meeting_after",
  "limit_insert",
  "limit_delete",
  "limit_update",
};

static const char *const indexes[] = {
  "promise", "promise_client", "needed",  "needed_client",
  "severe",  "severe_client",  "meeting", "meeting_client",
};

gboolean
qh_trust_schema_drop (sqlite3 *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("DROP TABLE IF EXISTS trust_sum;");

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    g_string_append_printf (sql, "DROP TRIGGER IF EXISTS trust_%s;", triggers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    g_string_append_printf (sql, "DROP INDEX IF EXISTS trust_%s;", indexes[i]);
  return qh_sqlite_exec (db, sql->str, error);
}

gboolean
qh_trust_schema_install (sqlite3 *db, GError **error)
{
  return qh_sqlite_has_schema (db, install, NAMES) ||
         (qh_trust_schema_drop (db, error) && qh_sqlite_exec (db, install, error));
}

/* The clients for whom the table and the records differ; without a name: all of them. */
static const char astray[] =
    "WITH sums (client, sort, spot, day, n) AS (" SUMS "),"
    " kept (client, sort, spot, day, n) AS (SELECT client, sort, spot, day, n FROM trust_sum)"
    " SELECT DISTINCT name FROM ("
    "  SELECT client FROM (SELECT * FROM sums EXCEPT SELECT * FROM kept)"
    "  UNION SELECT client FROM (SELECT * FROM kept EXCEPT SELECT * FROM sums)) AS wrong"
    "  LEFT JOIN client ON client.id = wrong.client ORDER BY name";

gboolean
qh_trust_schema_verify (sqlite3 *db, GPtrArray *problems, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, astray, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (qh_sqlite_step (statement, &failure)) {
    const char *name = (const char *)sqlite3_column_text (statement, 0);
    g_ptr_array_add (
        problems, name != NULL ? g_strdup_printf (_ ("What went right and wrong with “%s” is not "
                                                     "counted as the records have it."),
                                                  name)
                               : g_strdup (_ ("What went right and wrong in all is not counted "
                                              "as the records have it.")));
  }
  return qh_error_pass_on (&failure, error);
}
