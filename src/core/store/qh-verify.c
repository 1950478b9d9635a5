/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a store is sound: the file, the references, and what the house promises beyond them. */
#include "store/qh-verify.h"
#include "store/qh-attachment.h"
#include "store/qh-backup.h"
#include "store/qh-derived.h"
#include "store/qh-schema.h"
#include "store/qh-sqlite.h"
#include <glib/gi18n-lib.h>

/* Problems of one sort told at most; the rest is counted. */
#define TOLD_MOST 20

/* Makes one line of a row that should not be there. */
typedef char *(*TellFunc) (sqlite3_stmt *row);

/* Adds a line for each row of @sql. */
static gboolean
look_for (sqlite3 *db, const char *sql, TellFunc tell, GPtrArray *problems, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, sql, error);
  g_autoptr (GError) failure = NULL;
  guint found = 0;

  if (statement == NULL)
    return FALSE;
  while (qh_sqlite_step (statement, &failure)) {
    if (found++ < TOLD_MOST)
      g_ptr_array_add (problems, tell (statement));
  }
  if (found > TOLD_MOST)
    g_ptr_array_add (problems,
                     g_strdup_printf (ngettext ("%u more of the same.", "%u more of the same.",
                                                found - TOLD_MOST),
                                      found - TOLD_MOST));
  return qh_error_pass_on (&failure, error);
}

static const char *
text (sqlite3_stmt *row, int column)
{
  const char *value = (const char *)sqlite3_column_text (row, column);

  return value != NULL ? value : "–";
}

/* --- The file and its references */

static char *
tell_damage (sqlite3_stmt *row)
{
  return g_strdup_printf (_ ("The file is damaged: %s"), text (row, 0));
}

static gboolean
verify_file (sqlite3 *db, GPtrArray *problems, GError **error)
{
  return look_for (db,
                   "SELECT integrity_check FROM pragma_integrity_check"
                   "  WHERE integrity_check <> 'ok'",
                   tell_damage, problems, error);
}

static char *
tell_reference (sqlite3_stmt *row)
{
  return g_strdup_printf (_ ("Row %s of “%s” refers to a “%s” that is not there."), text (row, 1),
                          text (row, 0), text (row, 2));
}

static gboolean
verify_references (sqlite3 *db, GPtrArray *problems, GError **error)
{
  return look_for (db, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check",
                   tell_reference, problems, error);
}

/* --- Positions */

static char *
tell_positions (sqlite3_stmt *row)
{
  return g_strdup_printf (_ ("The segments of the meeting %s do not stand one after the other."),
                          text (row, 0));
}

static gboolean
verify_positions (sqlite3 *db, GPtrArray *problems, GError **error)
{
  return look_for (db,
                   "SELECT meeting FROM segment GROUP BY meeting"
                   "  HAVING min (position) IS NOT 0 OR max (position) <> count (*) - 1"
                   "    OR count (DISTINCT position) <> count (*)",
                   tell_positions, problems, error);
}

/* --- The ledger */

static char *
tell_copy (sqlite3_stmt *row)
{
  return g_strdup_printf (_ ("Copy %s of “%s” is not where its last line in the ledger put it."),
                          text (row, 1), text (row, 0));
}

/* A copy is where its last line put it, and nowhere when that line gave it back. What is away of
 * somebody else's edition has no place (see arrivals_astray). */
static const char copies_astray[] =
    "WITH last (content, number, movement) AS ("
    "  SELECT content, number, max (rowid) FROM movement WHERE number IS NOT NULL"
    "  GROUP BY content, number),"
    " put (content, number, state, client, movement) AS ("
    "  SELECT l.content, l.number, CASE m.kind WHEN 'reserve' THEN 'reserved'"
    "    WHEN 'deliver' THEN 'delivered' WHEN 'transfer_out' THEN 'away' END, m.client, m.id"
    "  FROM last AS l JOIN movement AS m ON m.rowid = l.movement)"
    " SELECT c.title, p.number FROM put AS p JOIN content AS c ON c.id = p.content"
    "  LEFT JOIN holding AS h ON h.content = p.content AND h.number = p.number"
    "  WHERE coalesce (h.state, iif (p.state = 'away', 'away', NULL)) IS NOT p.state"
    "    OR (h.state IS NOT NULL AND"
    "    (h.client IS NOT p.client OR h.movement <> p.movement))"
    " UNION ALL SELECT c.title, h.number FROM holding AS h JOIN content AS c ON c.id = h.content"
    "  WHERE (h.content, h.number) NOT IN (SELECT content, number FROM last)";

static char *
tell_edition (sqlite3_stmt *row)
{
  return g_strdup_printf (
      _ ("“%s” has an edition of %s, but %s are reserved, delivered or away, up "
         "to number %s."),
      text (row, 0), text (row, 1), text (row, 2), text (row, 3));
}

static const char editions_overspent[] =
    "SELECT c.title, c.edition, count (*), max (h.number)"
    "  FROM content AS c JOIN holding AS h ON h.content = c.id"
    "  GROUP BY c.id HAVING c.edition IS NULL OR count (*) > c.edition"
    "    OR max (h.number) > c.edition";

static char *
tell_sum (sqlite3_stmt *row)
{
  return g_strdup_printf (_ ("More of “%s” came back from a client than he had."), text (row, 0));
}

static const char sums_below_zero[] =
    "SELECT c.title FROM movement AS m JOIN content AS c ON c.id = m.content"
    "  WHERE m.number IS NULL AND m.client IS NOT NULL"
    "  GROUP BY m.content, m.client"
    "  HAVING sum (CASE m.kind WHEN 'reserve' THEN copies WHEN 'release' THEN -copies ELSE 0 END) "
    "< 0"
    "    OR sum (CASE m.kind WHEN 'deliver' THEN copies WHEN 'return' THEN -copies ELSE 0 END) < 0";

static char *
tell_stock (sqlite3_stmt *row)
{
  return g_strdup_printf (_ ("The stock of “%s” is not what its ledger adds up to."),
                          text (row, 0));
}

static const char stock_astray[] =
    "WITH loose (content, reserved, delivered) AS (SELECT content,"
    "    sum (CASE kind WHEN 'reserve' THEN copies WHEN 'release' THEN -copies ELSE 0 END),"
    "    sum (CASE kind WHEN 'deliver' THEN copies WHEN 'return' THEN -copies ELSE 0 END)"
    "  FROM movement WHERE number IS NULL GROUP BY content),"
    " held (content, reserved, delivered, away) AS (SELECT content, sum (state = 'reserved'),"
    "  sum (state = 'delivered'), sum (state = 'away') FROM holding GROUP BY content)"
    " SELECT c.title FROM content AS c LEFT JOIN stock AS s ON s.content = c.id"
    "  LEFT JOIN loose ON loose.content = c.id LEFT JOIN held ON held.content = c.id"
    "  WHERE s.reserved IS NOT coalesce (loose.reserved, 0) + coalesce (held.reserved, 0)"
    "    OR s.delivered IS NOT coalesce (loose.delivered, 0) + coalesce (held.delivered, 0)"
    "    OR s.away IS NOT iif (c.issuer IS NULL, coalesce (held.away, 0), coalesce (c.edition, 0)"
    "      - (SELECT count (*) FROM arrival WHERE arrival.content = c.id))";

/* What was handed on of one's own is away; of somebody else's edition what is not away has arrived.
 */
static const char arrivals_astray[] =
    "WITH last (content, number, movement) AS ("
    "  SELECT content, number, max (rowid) FROM movement WHERE number IS NOT NULL"
    "  GROUP BY content, number)"
    " SELECT c.title, l.number FROM last AS l JOIN movement AS m ON m.rowid = l.movement"
    "  JOIN content AS c ON c.id = l.content"
    "  LEFT JOIN holding AS h ON h.content = l.content AND h.number = l.number"
    "  LEFT JOIN arrival AS a ON a.content = l.content AND a.number = l.number"
    "  WHERE iif (c.issuer IS NULL,"
    "    a.number IS NOT NULL OR (m.kind = 'transfer_out') <> (h.state IS 'away'),"
    "    (m.kind = 'transfer_out') = (a.number IS NOT NULL))"
    " UNION ALL SELECT c.title, a.number FROM arrival AS a JOIN content AS c ON c.id = a.content"
    "  WHERE (a.content, a.number) NOT IN (SELECT content, number FROM last)";

/* An older store keeps no stock, and knows only its own editions. */
static gboolean
verify_stock (sqlite3 *db, GPtrArray *problems, GError **error)
{
  return !qh_sqlite_has_table (db, "stock") ||
         (look_for (db, arrivals_astray, tell_copy, problems, error) &&
          look_for (db, stock_astray, tell_stock, problems, error));
}

static gboolean
verify_ledger (sqlite3 *db, GPtrArray *problems, GError **error)
{
  return look_for (db, copies_astray, tell_copy, problems, error) &&
         look_for (db, editions_overspent, tell_edition, problems, error) &&
         look_for (db, sums_below_zero, tell_sum, problems, error) &&
         verify_stock (db, problems, error);
}

/* --- All of it */

gboolean
qh_verify (sqlite3 *db, GPtrArray *problems, GError **error)
{
  if (!verify_file (db, problems, error))
    return FALSE;
  /* In a damaged file the rest would only say the same again. */
  if (problems->len > 0)
    return TRUE;
  /* What is derived is made anew when an older store is brought up to date. */
  return verify_references (db, problems, error) && verify_positions (db, problems, error) &&
         verify_ledger (db, problems, error) &&
         (!qh_schema_is_current (db) || qh_derived_verify (db, problems, error));
}

gboolean
qh_verify_sound (sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!qh_verify (db, problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;
  g_set_error_literal (error, QH_ERROR, QH_ERROR_DAMAGED, problems->pdata[0]);
  return FALSE;
}

/* What keeps SQLite from reading a damaged file is a problem too, not a failure to look. */
static gboolean
find_problems (sqlite3 *db, GPtrArray *problems, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (qh_verify (db, problems, &failure))
    return TRUE;
  if (!g_error_matches (failure, QH_ERROR, QH_ERROR_DAMAGED)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  g_ptr_array_add (problems, g_strdup (failure->message));
  return TRUE;
}

gboolean
qh_store_verify (QhStore *store, GPtrArray **problems, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  guint n;

  g_return_val_if_fail (QH_IS_STORE (store), FALSE);

  if (!find_problems (qh_store_get_db (store), found, error))
    return FALSE;
  if (found->len == 0)
    qh_attachment_verify (store, found);
  n = found->len;
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  if (n == 0)
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               ngettext ("The store is not sound: %u problem was found. Restore a backup.",
                         "The store is not sound: %u problems were found. Restore a backup.", n),
               n);
  return FALSE;
}
