/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-insight-schema.h"
#include "store/qh-contacts.h"
#include "store/qh-sqlite.h"
#include "store/qh-trust-schema.h"
#include <glib/gi18n-lib.h>

/* More is no segment's length, no meeting's, no friction's cost: what comes from elsewhere may say
 * anything, and a sum has to fit whatever it says. */
#define SEGMENT_MOST "14400"
#define MEETING_MOST "86400000000"
#define COST_MOST "1000000000000"

/* So much of a reason is told apart. */
#define REASON_MOST "200"

#define MONTH(date) "substr (" date ", 1, 7)"
#define MONTH_AT(at) "strftime ('%Y-%m', " at " / 1000000, 'unixepoch')"
#define MEETING_MONTH(r) MONTH_AT ("coalesce (" r "began, " r "start, " r "ended)")
#define IS_HELD(r) r "status IN ('held', 'debriefed')"

/* --- The rows that a record adds; @r is a prefix of its columns, @whom where it comes from, with
 *     every scope that it belongs to as w.scope */

/* clang-format off */
#define SEGMENT_ROWS(r, m, whom)                                                         \
  "SELECT w.scope, " MEETING_MONTH (m) " AS month, 'segment' AS sort, " r "kind AS spot," \
  "  1 AS n, iif (" r "actual IS NULL, 0, min (" r "seconds, " SEGMENT_MOST ")) AS a,"   \
  "  iif (" r "actual IS NULL, 0, min (" r "actual, " SEGMENT_MOST ")) AS b,"            \
  "  min (coalesce (" r "actual, " r "seconds), " SEGMENT_MOST ") AS c,"                 \
  "  " r "actual IS NOT NULL AS d, 0 AS e, 0 AS f FROM " whom " WHERE " IS_HELD (m)

#define IS_MEASURED(r) "coalesce (" r "ended - " r "began BETWEEN 1 AND " MEETING_MOST ", 0)"
#define TAKEN(r) "iif (" IS_MEASURED (r) ", (" r "ended - " r "began) / 1000000, 0)"
#define IS_REACHED(r) "coalesce (" r "output_reached = 'yes', 0)"

#define MEETING_ROWS(r, whom)                                                            \
  "SELECT w.scope, " MEETING_MONTH (r) " AS month, 'meeting' AS sort, '' AS spot, 1 AS n," \
  "  " r "output_reached IS NOT NULL AS a, " IS_REACHED (r) " AS b,"                     \
  "  " IS_MEASURED (r) " AS c, " TAKEN (r) " AS d, " IS_REACHED (r) " * " TAKEN (r) " AS e," \
  "  0 AS f FROM " whom " WHERE " IS_HELD (r)                                            \
  " UNION ALL SELECT w.scope, " MEETING_MONTH (r) ", 'score',"                           \
  "  CASE WHEN " r "score_at_start < 50 THEN '0' WHEN " r "score_at_start < 70 THEN '50'" \
  "    WHEN " r "score_at_start < 80 THEN '70' WHEN " r "score_at_start < 90 THEN '80'"  \
  "    ELSE '90' END, 1, 0, " IS_REACHED (r) ", 0, 0, 0, 0 FROM " whom                   \
  "  WHERE " IS_HELD (r) " AND " r "score_at_start IS NOT NULL"                          \
  "    AND " r "output_reached IS NOT NULL"

#define FRICTION_ROWS(r, n, cost, whom)                                                 \
  "SELECT w.scope, " MONTH (r "reported") " AS month, 'opened' AS sort,"                 \
  "  " r "touchpoint || ' ' || coalesce (" r "cause, '') AS spot, " n " AS n, " cost " AS a," \
  "  0 AS b, 0 AS c, 0 AS d, 0 AS e, 0 AS f FROM " whom                                  \
  " UNION ALL SELECT w.scope, iif (" r "status = 'removed',"                             \
  "    " MONTH ("coalesce (" r "removed, " r "reported)") ", ''),"                       \
  "  iif (" r "status = 'removed', 'removed', 'open'),"                                  \
  "  " r "touchpoint || iif (" r "status = 'removed', ' ' || coalesce (" r "cause, ''), '')," \
  "  " n ", " cost ", 0, 0, 0, 0, 0 FROM " whom " WHERE " r "status <> 'accepted'"

#define PROMISE_ROWS(r, whom)                                                            \
  "SELECT w.scope, iif (" r "status = 'open', '', " MONTH (QH_TRUST_PROMISE_DAY (r)) ") AS month," \
  "  " QH_TRUST_PROMISE_SORT (r) " AS sort, CASE " QH_TRUST_PROMISE_SORT (r)             \
  "    WHEN 'kept' THEN '' WHEN 'due' THEN " QH_TRUST_PROMISE_DAY (r)                    \
  "    ELSE coalesce (" r "made_by, '') || ' '"                                          \
  "      || substr (trim (coalesce (" r "reason, '')), 1, " REASON_MOST ") END AS spot," \
  "  1 AS n, 0 AS a, 0 AS b, 0 AS c, 0 AS d, 0 AS e, 0 AS f FROM " whom                  \
  "  WHERE " r "status <> 'withdrawn' AND " QH_TRUST_PROMISE_DAY (r) " IS NOT NULL"

#define CONTACT_ROWS(r, whom)                                                            \
  "SELECT w.scope, " MONTH_AT (r "at") " AS month, 'contact' AS sort, '' AS spot, 1 AS n," \
  "  iif (" r "rings <= 1, 1, 0) AS a, " QH_CONTACTS_RUNG (r) " AS b,"                   \
  "  iif (" r "solved = 'yes', 1, 0) AS c, " QH_CONTACTS_KNOWN (r) " AS d,"              \
  "  " r "failure AS e, " QH_CONTACTS_LEARNED (r) " AS f FROM " whom " WHERE true"
/* clang-format on */

/* No cost is counted for more. */
#define COST(kept) "min (" kept "cost, " COST_MOST ")"

/* The rows of every record: for all, and for the territory of its client. */
#define FOR_ALL(entity) entity " AS r JOIN (SELECT '' AS scope) AS w"
#define FOR_TERRITORY(entity)                                           \
  entity " AS r JOIN (SELECT id, '@' || territory AS scope FROM client" \
         "  WHERE territory IS NOT NULL) AS w ON w.id = r.client"
#define WITH_SEGMENTS                                                                            \
  "(SELECT s.kind AS kind, s.seconds AS seconds, s.actual AS actual, m.client AS client,"        \
  "  m.status AS status, m.began AS began, m.start AS start, m.ended AS ended FROM segment AS s" \
  "  JOIN meeting AS m ON m.id = s.meeting)"

/* A friction belongs once to a territory, of however many of its clients. */
#define TOUCHED                                                           \
  "(SELECT id AS friction, client FROM friction WHERE client IS NOT NULL" \
  "  UNION SELECT friction, client FROM friction_client)"
#define PRICED(whom) \
  "friction AS r JOIN friction_cost AS kept ON kept.friction = r.id JOIN (" whom ") AS w"

/* clang-format off */
#define EVERY_ROW                                                             \
  SEGMENT_ROWS ("r.", "r.", FOR_ALL (WITH_SEGMENTS)) " UNION ALL "            \
  SEGMENT_ROWS ("r.", "r.", FOR_TERRITORY (WITH_SEGMENTS)) " UNION ALL "      \
  MEETING_ROWS ("r.", FOR_ALL ("meeting")) " UNION ALL "                      \
  MEETING_ROWS ("r.", FOR_TERRITORY ("meeting")) " UNION ALL "                \
  FRICTION_ROWS ("r.", "1", COST ("kept."), PRICED ("SELECT '' AS scope")) " UNION ALL " \
  FRICTION_ROWS ("r.", "1", COST ("kept."),                                   \
    PRICED ("SELECT DISTINCT '@' || territory AS scope, friction FROM " TOUCHED " AS t" \
      "  JOIN client ON client.id = t.client WHERE territory IS NOT NULL")    \
    " ON w.friction = r.id") " UNION ALL "                                    \
  PROMISE_ROWS ("r.", FOR_ALL ("promise")) " UNION ALL "                      \
  PROMISE_ROWS ("r.", FOR_TERRITORY ("promise")) " UNION ALL "                \
  CONTACT_ROWS ("r.", FOR_ALL ("contact_log")) " UNION ALL "                  \
  CONTACT_ROWS ("r.", FOR_TERRITORY ("contact_log"))

/* Those of one client, but for frictions, as rows of @scope. */
#define CLIENT_ROWS(client, scope)                                            \
  SEGMENT_ROWS ("s.", "r.", "(SELECT " scope " AS scope) AS w CROSS JOIN meeting AS r" \
    " ON r.client = " client " CROSS JOIN segment AS s ON s.meeting = r.id") " UNION ALL " \
  MEETING_ROWS ("r.", FROM_CLIENT ("meeting", client, scope)) " UNION ALL "   \
  PROMISE_ROWS ("r.", FROM_CLIENT ("promise", client, scope)) " UNION ALL "   \
  CONTACT_ROWS ("r.", FROM_CLIENT ("contact_log", client, scope))
#define FROM_CLIENT(entity, client, scope) \
  "(SELECT " scope " AS scope) AS w CROSS JOIN " entity " AS r ON r.client = " client
/* clang-format on */

#define SUMS                                                                                 \
  "SELECT scope, month, sort, spot, sum (n) AS n, sum (a) AS a, sum (b) AS b, sum (c) AS c," \
  "  sum (d) AS d, sum (e) AS e, sum (f) AS f FROM (" EVERY_ROW ")"                          \
  "  WHERE month IS NOT NULL GROUP BY 1, 2, 3, 4"

#define FRICTIONS_OF(client)                       \
  "SELECT id FROM friction WHERE client = " client \
  "  UNION SELECT friction FROM friction_client WHERE client = " client

const char qh_insight_of_client[] = "SELECT month, sort, spot, n, a, b, c, d, e, f FROM "
                                    "(" CLIENT_ROWS ("?1", "?1") " UNION ALL " FRICTION_ROWS (
                                        "r.", "1", COST ("kept."),
                                        "(SELECT '' AS scope) AS w CROSS JOIN (" FRICTIONS_OF (
                                            "?1") ") AS t CROSS JOIN friction AS r ON r.id = t.id"
                                                  " CROSS JOIN friction_cost AS kept ON "
                                                  "kept.friction = r.id") ") WHERE month BETWEEN "
                                                                          "?2 AND ?3 OR month = '' "
                                                                          "AND (sort = 'open' OR "
                                                                          "spot < ?4)";

/* --- Triggers
 *
 * All that is counted is counted before a row changes, or after it is there; what a friction costs
 * changes after that, and then only the difference is added, to wherever it counts by then. */

#define ALL_COLUMNS "scope, month, sort, spot, n, a, b, c, d, e, f"

#define COUNT(sign, rows)                                                                \
  "INSERT INTO insight_sum (" ALL_COLUMNS ")"                                            \
  "  SELECT scope, month, sort, spot, " sign "n, " sign "a, " sign "b, " sign "c, " sign \
  "d, " sign "e, " sign "f FROM (" rows ") WHERE month IS NOT NULL"                      \
  "  ON CONFLICT (scope, month, sort, spot) DO UPDATE SET n = n + excluded.n,"           \
  "    a = a + excluded.a, b = b + excluded.b, c = c + excluded.c, d = d + excluded.d,"  \
  "    e = e + excluded.e, f = f + excluded.f;"
#define ADD(rows) COUNT ("+", rows)
#define TAKE(rows) COUNT ("-", rows)

#define TRIGGER(name, when) "CREATE TRIGGER insight_" name " " when " BEGIN "

#define ON_INSERT(name, entity, when, rows) \
  TRIGGER (name "_insert", "AFTER INSERT ON " entity when ("NEW.")) ADD (rows ("NEW.")) "END;"
#define ON_DELETE(name, entity, when, rows) \
  TRIGGER (name "_delete", "BEFORE DELETE ON " entity when ("OLD.")) TAKE (rows ("OLD.")) "END;"
#define ON_UPDATE(name, entity, columns, rows)                        \
  TRIGGER (name "_update", "BEFORE UPDATE OF " columns " ON " entity) \
  TAKE (rows ("OLD.")) ADD (rows ("NEW.")) "END;"

/* Whom a row of a trigger concerns: all, and the territory of its client. */
#define WHOM(client)                                                                     \
  "(SELECT '' AS scope UNION ALL SELECT '@' || territory FROM client WHERE id = " client \
  "    AND territory IS NOT NULL) AS w"

#define SEGMENT(r)                                                                     \
  SEGMENT_ROWS (r, "m.",                                                               \
                "meeting AS m JOIN " WHOM ("(SELECT client FROM meeting WHERE id = " r \
                                           "meeting)") " ON m.id = " r "meeting")
#define SEGMENT_IS_HELD(r) \
  " WHEN (SELECT status FROM meeting WHERE id = " r "meeting) IN ('held', 'debriefed')"

/* A meeting and all of its segments. */
#define MEETING(r)                                                                      \
  SEGMENT_ROWS ("s.", r, WHOM (r "client") " JOIN segment AS s ON s.meeting = " r "id") \
  " UNION ALL " MEETING_ROWS (r, WHOM (r "client"))

#define PROMISE(r) PROMISE_ROWS (r, WHOM (r "client"))
#define CONTACT(r) CONTACT_ROWS (r, WHOM (r "client"))

#define ALWAYS(r)
#define WHEN_HELD(r) " WHEN " IS_HELD (r)

/* --- Frictions */

/* Whether the client @o (o.client, of territory p) who shares @friction is of @territory. */
#define SHARERS(friction) \
  "friction_client AS o CROSS JOIN client AS p ON p.id = o.client WHERE o.friction = " friction

/* Where the friction with this id counts, whose own client this is: everywhere, in his territory,
 * and in those of who shares it, in each once. */
#define PLACES(friction, client)                                                         \
  "(SELECT '' AS scope UNION ALL SELECT '@' || territory FROM client WHERE id = " client \
  "    AND territory IS NOT NULL"                                                        \
  "  UNION ALL SELECT '@' || c.territory FROM friction_client AS fc"                     \
  "    CROSS JOIN client AS c ON c.id = fc.client WHERE fc.friction = " friction         \
  "    AND c.territory IS NOT NULL"                                                      \
  "    AND c.territory IS NOT (SELECT territory FROM client WHERE id = " client ")"      \
  "    AND NOT EXISTS (SELECT 1 FROM " SHARERS (                                         \
      friction) "      AND o.client < fc.client AND p.territory = c.territory)) AS w"

#define KEPT(r) "(SELECT cost FROM friction_cost WHERE friction = " r "id)"
#define FRICTION(r) \
  FRICTION_ROWS (r, "1", "min (" KEPT (r) ", " COST_MOST ")", PLACES (r "id", r "client"))

/* One that is there, read by its id. */
#define OWNER(id) "(SELECT client FROM friction WHERE id = " id ")"
#define FRICTION_WITH(id, n, cost) \
  FRICTION_ROWS ("r.", n, cost, "friction AS r JOIN " PLACES (id, OWNER (id)) " ON r.id = " id)

/* What the frictions in @which (a list of ids) count for in @territory because of @client alone. */
#define ALONE(which, client, territory, but)                                       \
  FRICTION_ROWS ("r.", "1", COST ("kept."),                                        \
                 "(SELECT '@' || " territory                                       \
                 " AS scope) AS w CROSS JOIN friction AS r ON r.id IN (" which ")" \
                 "  AND NOT (r.client IS NOT " client                              \
                 " AND coalesce ((SELECT territory FROM client"                    \
                 "    WHERE id = r.client) = " territory ", 0))"                   \
                 "  AND NOT EXISTS (SELECT 1 FROM " SHARERS (                      \
                     "r.id") " AND " but "    AND p.territory = " territory ")"    \
                             " CROSS JOIN friction_cost AS kept ON kept.friction = r.id")
/* A friction that a client shares, unless it is his own besides; but for who is told. */
#define SHARED_BUT(r, but)                                                               \
  "SELECT * FROM (" ALONE (                                                              \
      r "friction", r "client", "(SELECT territory FROM client WHERE id = " r "client)", \
      but) ") WHERE scope IS NOT NULL AND (SELECT client FROM friction WHERE id = " r    \
           "friction) IS NOT " r "client"
#define SHARED(r) SHARED_BUT (r, "o.client <> " r "client")

#define HIS(r)                                                           \
  "SELECT * FROM (" ALONE (FRICTIONS_OF (r "id"), r "id", r "territory", \
                           "o.client <> " r "id") ") WHERE scope IS NOT NULL"

/* --- What a client counts for in his territory, with all that is his. */

#define TERRITORY(r)                                                                  \
  "SELECT * FROM (" CLIENT_ROWS (r "id", "'@' || " r "territory") " UNION ALL " HIS ( \
      r) ")"                                                                          \
         "  WHERE scope IS NOT NULL"
#define LIVES(r) " WHEN " r "territory IS NOT NULL"

/* --- When a client was last heard of: a meeting held, words, a contact. */

#define DAY_AT(at) "date (" at " / 1000000, 'unixepoch')"
#define MET(r) DAY_AT ("coalesce (" r "began, " r "start, " r "ended)")
#define HEARD(client)                                                                       \
  "(SELECT max (day) FROM (SELECT max (said) AS day FROM remark WHERE client = " client     \
  "  UNION ALL SELECT " DAY_AT ("max (at)") " FROM contact_log WHERE client = " client      \
                                            "  UNION ALL SELECT max (" MET (                \
                                                "") ") FROM meeting WHERE client = " client \
                                                    " AND " IS_HELD ("") "))"

#define HEAR(client, at)                                                                          \
  "UPDATE insight_heard SET day = " at " WHERE client = " client "  AND coalesce (day, '') < " at \
  ";"
#define LISTEN(client) \
  "UPDATE insight_heard SET day = " HEARD ("insight_heard.client") " WHERE client = " client ";"

#define HEARING(name, entity, columns, when, day)                                              \
  TRIGGER (name "_heard", "AFTER INSERT ON " entity when ("NEW."))                             \
  HEAR ("NEW.client", day ("NEW."))                                                            \
  "END;" TRIGGER (name "_unheard", "AFTER DELETE ON " entity when ("OLD.")) LISTEN (           \
      "OLD.client") "END;" TRIGGER (name "_reheard", "AFTER UPDATE OF " columns " ON " entity) \
      LISTEN ("OLD.client") LISTEN ("NEW.client") "END;"
#define SAID(r) r "said"
#define CALLED(r) DAY_AT (r "at")

#define FRICTION_COLUMNS "client, touchpoint, reported, status, removed, cause"
#define PROMISE_COLUMNS \
  "client, status, made, due, kept, broken, moved_from, consent, made_by, reason"
#define CONTACT_COLUMNS "client, at, rings, solved, failure, learned, upgrade_answer"
#define MEETING_COLUMNS "client, status, start, began, ended, score_at_start, output_reached"

/* What is named so in the schema is made here, and nothing else is. */
#define NAMES "name GLOB 'insight_*'"

/* clang-format off */
static const char install[] =
  "CREATE TABLE insight_sum (scope TEXT NOT NULL, month TEXT NOT NULL, sort TEXT NOT NULL,"
  "  spot TEXT NOT NULL, n INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL,"
  "  c INTEGER NOT NULL, d INTEGER NOT NULL, e INTEGER NOT NULL, f INTEGER NOT NULL,"
  "  PRIMARY KEY (scope, month, sort, spot)) STRICT, WITHOUT ROWID;"
  "INSERT INTO insight_sum (" ALL_COLUMNS ") " SUMS ";"
  "CREATE TABLE insight_heard (client TEXT NOT NULL PRIMARY KEY, day TEXT) STRICT, WITHOUT ROWID;"
  "INSERT INTO insight_heard SELECT id, " HEARD ("client.id") " FROM client;"
  "CREATE INDEX insight_heard_day ON insight_heard (day, client);"

  "CREATE TRIGGER insight_sum_nothing AFTER UPDATE ON insight_sum WHEN NEW.n = 0 BEGIN"
  "  DELETE FROM insight_sum WHERE scope = NEW.scope AND month = NEW.month AND sort = NEW.sort"
  "    AND spot = NEW.spot;"
  "END;"

  ON_INSERT ("segment", "segment", SEGMENT_IS_HELD, SEGMENT)
  ON_DELETE ("segment", "segment", SEGMENT_IS_HELD, SEGMENT)
  ON_UPDATE ("segment", "segment", "meeting, kind, seconds, actual", SEGMENT)
  ON_INSERT ("meeting", "meeting", WHEN_HELD, MEETING)
  ON_DELETE ("meeting", "meeting", WHEN_HELD, MEETING)
  ON_UPDATE ("meeting", "meeting", MEETING_COLUMNS, MEETING)
  ON_INSERT ("promise", "promise", ALWAYS, PROMISE)
  ON_DELETE ("promise", "promise", ALWAYS, PROMISE)
  ON_UPDATE ("promise", "promise", PROMISE_COLUMNS, PROMISE)
  ON_INSERT ("contact", "contact_log", ALWAYS, CONTACT)
  ON_DELETE ("contact", "contact_log", ALWAYS, CONTACT)
  ON_UPDATE ("contact", "contact_log", CONTACT_COLUMNS, CONTACT)

  TRIGGER ("friction_insert", "AFTER INSERT ON friction_cost")
    ADD (FRICTION_WITH ("NEW.friction", "1", COST ("NEW."))) "END;"
  TRIGGER ("friction_cost", "AFTER UPDATE OF cost ON friction_cost WHEN OLD.cost <> NEW.cost")
    ADD (FRICTION_WITH ("NEW.friction", "0", COST ("NEW.") " - " COST ("OLD."))) "END;"
  ON_DELETE ("friction", "friction", ALWAYS, FRICTION)
  ON_UPDATE ("friction", "friction", FRICTION_COLUMNS, FRICTION)
  TRIGGER ("shared_insert", "BEFORE INSERT ON friction_client") ADD (SHARED ("NEW.")) "END;"
  TRIGGER ("shared_delete", "BEFORE DELETE ON friction_client") TAKE (SHARED ("OLD.")) "END;"
  TRIGGER ("shared_update", "BEFORE UPDATE OF friction, client ON friction_client")
    TAKE (SHARED ("OLD.")) ADD (SHARED_BUT ("NEW.", "o.id <> OLD.id AND o.client <> NEW.client"))
    "END;"

  TRIGGER ("territory_insert", "BEFORE INSERT ON client" LIVES ("NEW.")) ADD (TERRITORY ("NEW."))
    "END;"
  TRIGGER ("territory_delete", "BEFORE DELETE ON client" LIVES ("OLD.")) TAKE (TERRITORY ("OLD."))
    "END;"
  TRIGGER ("territory_update", "BEFORE UPDATE OF territory ON client"
    " WHEN OLD.territory IS NOT NEW.territory")
    TAKE (TERRITORY ("OLD.")) ADD (TERRITORY ("NEW.")) "END;"

  TRIGGER ("client_heard", "AFTER INSERT ON client")
    "INSERT OR IGNORE INTO insight_heard VALUES (NEW.id, NULL);" LISTEN ("NEW.id") "END;"
  TRIGGER ("client_unheard", "AFTER DELETE ON client")
    "DELETE FROM insight_heard WHERE client = OLD.id; END;"
  HEARING ("remark", "remark", "client, said", ALWAYS, SAID)
  HEARING ("contact", "contact_log", "client, at", ALWAYS, CALLED)
  HEARING ("meeting", "meeting", "client, status, began, start, ended", WHEN_HELD, MET);
/* clang-format on */

/* Triggers on tables of others; those on its own go with them. */
static const char *const triggers[] = {
  "segment_insert",   "segment_delete",   "segment_update",  "meeting_insert",  "meeting_delete",
  "meeting_update",   "promise_insert",   "promise_delete",  "promise_update",  "contact_insert",
  "contact_delete",   "contact_update",   "friction_insert", "friction_cost",   "friction_delete",
  "friction_update",  "shared_insert",    "shared_delete",   "shared_update",   "territory_insert",
  "territory_delete", "territory_update", "client_heard",    "client_unheard",  "remark_heard",
  "remark_unheard",   "remark_reheard",   "contact_heard",   "contact_unheard", "contact_reheard",
  "meeting_heard",    "meeting_unheard",  "meeting_reheard",
};

gboolean
qh_insight_schema_drop (sqlite3 *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("DROP TABLE IF EXISTS insight_sum;"
                                          "DROP TABLE IF EXISTS insight_heard;");

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    g_string_append_printf (sql, "DROP TRIGGER IF EXISTS insight_%s;", triggers[i]);
  return qh_sqlite_exec (db, sql->str, error);
}

gboolean
qh_insight_schema_install (sqlite3 *db, GError **error)
{
  return qh_sqlite_has_schema (db, install, NAMES) ||
         (qh_insight_schema_drop (db, error) && qh_sqlite_exec (db, install, error));
}

/* The months whose sums differ from the records ('': what has none), and the clients of whom one
 * was last heard of at another time. */
static const char astray[] =
    "WITH sums AS (" SUMS "), kept AS (SELECT " ALL_COLUMNS " FROM insight_sum)"
    " SELECT 0, month FROM (SELECT month FROM (SELECT * FROM sums EXCEPT SELECT * FROM kept)"
    "  UNION SELECT month FROM (SELECT * FROM kept EXCEPT SELECT * FROM sums))"
    " UNION ALL SELECT 1, name FROM client LEFT JOIN insight_heard AS h ON h.client = client.id"
    "  WHERE h.client IS NULL OR h.day IS NOT " HEARD (
        "client.id") " UNION ALL SELECT 1, client FROM insight_heard WHERE client NOT IN (SELECT "
                     "id FROM client)";

static char *
tell (sqlite3_stmt *row)
{
  const char *name = (const char *)sqlite3_column_text (row, 1);

  if (sqlite3_column_int (row, 0) == 1)
    return g_strdup_printf (_ ("When “%s” was last heard of is not noted as the records have it."),
                            name);
  if (*name == '\0')
    return g_strdup (_ ("What is open is not counted for Insights as the records have it."));
  return g_strdup_printf (_ ("The month %s is not counted for Insights as the records have it."),
                          name);
}

gboolean
qh_insight_schema_verify (sqlite3 *db, GPtrArray *problems, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, astray, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (qh_sqlite_step (statement, &failure))
    g_ptr_array_add (problems, tell (statement));
  return qh_error_pass_on (&failure, error);
}
