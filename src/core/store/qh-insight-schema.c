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
  "  iif (" r "actual IS NULL, 0, 1) AS n,"                                              \
  "  iif (" r "actual IS NULL, 0, min (" r "seconds, " SEGMENT_MOST ")) AS a,"           \
  "  iif (" r "actual IS NULL, 0, min (" r "actual, " SEGMENT_MOST ")) AS b,"            \
  "  min (coalesce (" r "actual, " r "seconds), " SEGMENT_MOST ") AS c,"                 \
  "  0 AS d, 0 AS e, 0 AS f FROM " whom " WHERE " IS_HELD (m)

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

#define FRICTION_ROWS(r, cost, whom)                                                     \
  "SELECT w.scope, " MONTH (r "reported") " AS month, 'opened' AS sort,"                 \
  "  " r "touchpoint || ' ' || coalesce (" r "cause, '') AS spot, 1 AS n,"               \
  "  min (" cost ", " COST_MOST ") AS a, 0 AS b, 0 AS c, 0 AS d, 0 AS e, 0 AS f FROM " whom \
  " UNION ALL SELECT w.scope, iif (" r "status = 'removed',"                             \
  "    " MONTH ("coalesce (" r "removed, " r "reported)") ", ''),"                       \
  "  iif (" r "status = 'removed', 'removed', 'open'),"                                  \
  "  " r "touchpoint || iif (" r "status = 'removed', ' ' || coalesce (" r "cause, ''), '')," \
  "  1, min (" cost ", " COST_MOST "), 0, 0, 0, 0, 0 FROM " whom                         \
  "  WHERE " r "status <> 'accepted'"

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

/* The rows of every record: for all, for its client, and for his territory. */
#define FOR_ALL(entity) entity " AS r JOIN (SELECT '' AS scope) AS w"
#define FOR_OWN(entity) \
  entity " AS r JOIN (SELECT id, id AS scope FROM client) AS w ON w.id = r.client"
#define FOR_TERRITORY(entity)                                           \
  entity " AS r JOIN (SELECT id, '@' || territory AS scope FROM client" \
         "  WHERE territory IS NOT NULL) AS w ON w.id = r.client"
#define WITH_SEGMENTS                                                                    \
  "(SELECT s.kind AS kind, s.seconds AS seconds, s.actual AS actual, m.client"           \
  " AS client, m.status AS status, m.began AS began, m.start AS start, m.ended AS ended" \
  "  FROM segment AS s JOIN meeting AS m ON m.id = s.meeting)"

/* A friction belongs once to every client that it touches, and once to a territory, of however many
 * clients. */
#define TOUCHED                                                           \
  "(SELECT id AS friction, client FROM friction WHERE client IS NOT NULL" \
  "  UNION SELECT friction, client FROM friction_client)"
#define PRICED(whom) \
  "friction AS r JOIN friction_cost AS kept ON kept.friction = r.id JOIN (" whom ") AS w"

/* clang-format off */
#define EVERY_ROW                                                             \
  SEGMENT_ROWS ("r.", "r.", FOR_ALL (WITH_SEGMENTS)) " UNION ALL "            \
  SEGMENT_ROWS ("r.", "r.", FOR_OWN (WITH_SEGMENTS)) " UNION ALL "            \
  SEGMENT_ROWS ("r.", "r.", FOR_TERRITORY (WITH_SEGMENTS)) " UNION ALL "      \
  MEETING_ROWS ("r.", FOR_ALL ("meeting")) " UNION ALL "                      \
  MEETING_ROWS ("r.", FOR_OWN ("meeting")) " UNION ALL "                      \
  MEETING_ROWS ("r.", FOR_TERRITORY ("meeting")) " UNION ALL "                \
  FRICTION_ROWS ("r.", "cost", PRICED ("SELECT '' AS scope")) " UNION ALL "   \
  FRICTION_ROWS ("r.", "cost", PRICED ("SELECT client AS scope, friction FROM " TOUCHED) \
    " ON w.friction = r.id") " UNION ALL "                                    \
  FRICTION_ROWS ("r.", "cost", PRICED ("SELECT DISTINCT '@' || territory AS scope, friction" \
    "  FROM " TOUCHED " JOIN client ON client.id = client WHERE territory IS NOT NULL") \
    " ON w.friction = r.id") " UNION ALL "                                    \
  PROMISE_ROWS ("r.", FOR_ALL ("promise")) " UNION ALL "                      \
  PROMISE_ROWS ("r.", FOR_OWN ("promise")) " UNION ALL "                      \
  PROMISE_ROWS ("r.", FOR_TERRITORY ("promise")) " UNION ALL "                \
  CONTACT_ROWS ("r.", FOR_ALL ("contact_log")) " UNION ALL "                  \
  CONTACT_ROWS ("r.", FOR_OWN ("contact_log")) " UNION ALL "                  \
  CONTACT_ROWS ("r.", FOR_TERRITORY ("contact_log"))
/* clang-format on */

#define SUMS                                                                                 \
  "SELECT scope, month, sort, spot, sum (n) AS n, sum (a) AS a, sum (b) AS b, sum (c) AS c," \
  "  sum (d) AS d, sum (e) AS e, sum (f) AS f FROM (" EVERY_ROW ")"                          \
  "  WHERE month IS NOT NULL GROUP BY 1, 2, 3, 4"

const char qh_insight_sums[] = SUMS;
