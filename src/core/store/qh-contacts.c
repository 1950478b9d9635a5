/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-contacts.h"
#include "store/qh-contact-schema.h"
#include "store/qh-sqlite.h"

#define VALUES QH_CONTACT_DAY_VALUES ("", "")

/* In the order of the kinds: of each the part, then the whole. ?1 the first whole day, ?2 and ?3
 * what is before it. */
#define FIGURES                                                                        \
  "SELECT sum (first), sum (rung), sum (solved), sum (known), sum (failure), sum (n)," \
  "  sum (answered), sum (upgraded), sum (learned), sum (n) FROM ("                    \
  "  SELECT " QH_CONTACT_DAY_COLUMNS " FROM contact_day WHERE day >= ?1"               \
  "  UNION ALL SELECT " VALUES " FROM contact_log WHERE at >= ?2 AND at < ?3)"

/* Days are UTC's: where another zone's begins inside of one, the rest of it is counted. */
static void
bind_since (sqlite3_stmt *row, gint64 since)
{
  gint64 day = since / QH_DAY_USEC + (since % QH_DAY_USEC > 0); /* since the epoch, rounded up */

  sqlite3_bind_int64 (row, 1, day + qh_date_to_days ("1970-01-01"));
  sqlite3_bind_int64 (row, 2, since);
  sqlite3_bind_int64 (row, 3, day * QH_DAY_USEC);
}

gboolean
qh_store_count_contacts (QhStore *store, gint64 since, QhContactFigures *figures, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store) && figures != NULL, FALSE);

  sqlite3_stmt *row = qh_store_prepare (store, FIGURES);
  gboolean ok;

  bind_since (row, since);
  ok = sqlite3_step (row) == SQLITE_ROW;
  for (int i = 0; ok && i < QH_N_CONTACT_FIGURES; i++)
    figures->of[i] = (QhContactFigure){ sqlite3_column_int64 (row, 2 * i),
                                        sqlite3_column_int64 (row, 2 * i + 1) };
  if (!ok)
    qh_sqlite_set_error (error, qh_store_get_db (store));
  sqlite3_reset (row);
  sqlite3_clear_bindings (row);
  return ok;
}
