/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-contacts.h"
#include "store/qh-sqlite.h"

/* In the order of the kinds: of each the part, then the whole. */
#define FIGURES                                                                            \
  "count (*) FILTER (WHERE " QH_CONTACTS_RUNG                                              \
  " AND rings <= 1), count (*) FILTER (WHERE " QH_CONTACTS_RUNG                            \
  "), count (*) FILTER (WHERE solved = 'yes'), count (*) FILTER (WHERE " QH_CONTACTS_KNOWN \
  "), count (*) FILTER (WHERE failure = 1), count (*), count (*) FILTER "                  \
  "(WHERE " QH_CONTACTS_ANSWERED "), count (*) FILTER (WHERE " QH_CONTACTS_UPGRADED "), "  \
  "count (*) FILTER (WHERE " QH_CONTACTS_LEARNED "), count (*)"

gboolean
qh_store_count_contacts (QhStore *store, gint64 since, QhContactFigures *figures, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store) && figures != NULL, FALSE);

  sqlite3_stmt *row =
      qh_store_prepare (store, "SELECT " FIGURES " FROM contact_log WHERE at >= ?1");
  gboolean ok;

  sqlite3_bind_int64 (row, 1, since != QH_NONE ? since : G_MININT64);
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
