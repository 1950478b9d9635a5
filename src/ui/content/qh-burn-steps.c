/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-burn-steps.h"

/* What a day's lines took from what was left, and what they added to the edition: a delivery of
 * what was reserved takes nothing more. */
#define DAYS                                                                            \
  "SELECT min (at), sum (CASE kind WHEN 'reserve' THEN 1 WHEN 'transfer_out' THEN 1"    \
  "    WHEN 'deliver' THEN NOT was_reserved WHEN 'adjust' THEN 0 ELSE -1 END),"         \
  "  sum (iif (kind = 'adjust', copies, 0))"                                            \
  "  FROM (SELECT at, kind, copies, coalesce (lag (kind) OVER copy = 'reserve', 0) AS " \
  "    was_reserved FROM movement WHERE content = ?1"                                   \
  "    WINDOW copy AS (PARTITION BY number ORDER BY movement.rowid))"                   \
  "  GROUP BY at / 86400000000 ORDER BY 1"

static void
read_days (QhStore *store, const char *id, GArray *steps)
{
  sqlite3_stmt *statement = qh_store_prepare (store, DAYS);

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    QhBurnStep step = { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1),
                        sqlite3_column_int64 (statement, 2) };
    g_array_append_val (steps, step);
  }
  sqlite3_reset (statement);
}

/* From what each day took and added to what was left after it, beginning at the end, which is
 * known. */
static void
add_up (GArray *steps, gint64 edition, gint64 left)
{
  for (guint i = steps->len; i-- > 0;) {
    QhBurnStep *step = &g_array_index (steps, QhBurnStep, i);
    gint64 taken = step->left, added = step->edition;

    step->left = left;
    step->edition = edition;
    left += taken - added;
    edition -= added;
  }
}

/* Before its first line all of the edition was left. */
static void
prepend_start (GArray *steps)
{
  QhBurnStep first = g_array_index (steps, QhBurnStep, 0);

  first.left = first.edition;
  g_array_prepend_val (steps, first);
}

GArray *
qh_burn_steps_read (QhStore *store, QhContent *item)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CONTENT (item), NULL);

  GArray *steps = g_array_new (FALSE, FALSE, sizeof (QhBurnStep));
  const char *values[] = { QH_RECORD (item)->id, NULL };

  if (item->edition == QH_NONE)
    return steps;
  read_days (store, QH_RECORD (item)->id, steps);
  add_up (steps, item->edition,
          qh_store_count (store, "SELECT available FROM ledger WHERE content = ?1", values));
  if (steps->len > 0)
    prepend_start (steps);
  return steps;
}
