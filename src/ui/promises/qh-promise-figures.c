/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "promises/qh-promise-figures.h"
#include "store/qh-today.h"
#include "store/qh-trust-schema.h"
#include <glib/gi18n-lib.h>
#include <math.h>

guint
qh_promise_count_due (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), 0);

  return qh_today_count (store, qh_store_get_clock (store), QH_TODAY_PROMISES);
}

char *
qh_promise_kept_label (const QhTrust *trust)
{
  const gint64 *year = trust->year;
  gint64 kept = year[QH_TRUST_KEPT];
  gint64 all = kept + year[QH_TRUST_LATE] + year[QH_TRUST_BROKEN] + year[QH_TRUST_OVERDUE];
  double percent;

  if (all < QH_TRUST_EVENTS_MIN)
    /* Translators: of promises: how many there are, of how many it takes for a figure */
    return g_strdup_printf (_ ("kept: not enough yet (%d of %d)"), (int)all, QH_TRUST_EVENTS_MIN);
  percent = floor (1000.0 * (double)kept / (double)all + 0.5) / 10;
  /* Translators: of promises: "kept 21 of 24, 87.5 %" */
  return g_strdup_printf (_ ("kept %d of %d, %.1f %%"), (int)kept, (int)all,
                          kept < all ? MIN (percent, 99.9) : percent);
}

/* An empty reason is one, too. */
#define REASONS                                                                                   \
  "SELECT trim (coalesce (reason, '')), count (*) FROM promise WHERE " QH_TRUST_PROMISE_SORT (    \
      "") " = 'broken' AND " QH_TRUST_PROMISE_DAY ("") " BETWEEN ?1 AND ?2 "                      \
                                                       "GROUP BY lower (trim (coalesce (reason, " \
                                                       "''))) ORDER BY 2 DESC, 1"

QhPareto *
qh_promise_read_reasons (QhStore *store, guint max)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));
  g_autofree char *first = qh_date_add_days (today, -QH_TRUST_DAYS);
  QhPareto *pareto = qh_pareto_new ();
  sqlite3_stmt *row = qh_store_prepare (store, REASONS);

  sqlite3_bind_text (row, 1, first, -1, SQLITE_STATIC);
  sqlite3_bind_text (row, 2, today, -1, SQLITE_STATIC);
  while (sqlite3_step (row) == SQLITE_ROW)
    qh_pareto_add (pareto, (const char *)sqlite3_column_text (row, 0),
                   (guint)sqlite3_column_int (row, 1), max);
  sqlite3_reset (row);
  sqlite3_clear_bindings (row);
  return pareto;
}
