/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-count.h"
#include "store/qh-today.h"

guint
qh_friction_count_waiting (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), 0);

  return qh_today_count (store, qh_store_get_clock (store), QH_TODAY_FRICTIONS);
}

QhHeat
qh_friction_read_heat (QhStore *store, int days)
{
  QhHeat heat = { 0 };

  g_return_val_if_fail (QH_IS_STORE (store), heat);

  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));
  g_autofree char *first = days > 0 ? qh_date_add_days (today, -days) : g_strdup ("");
  const QhField *field = qh_entity_field (&qh_friction_entity, "touchpoint");
  sqlite3_stmt *row =
      qh_store_prepare (store, "SELECT touchpoint, severity, count (*) FROM friction "
                               "WHERE reported >= ?1 GROUP BY touchpoint, severity");

  sqlite3_bind_text (row, 1, first, -1, SQLITE_STATIC);
  while (sqlite3_step (row) == SQLITE_ROW) {
    int touchpoint = qh_field_enum_value (field, (const char *)sqlite3_column_text (row, 0));
    int severity = sqlite3_column_int (row, 1);
    if (touchpoint > 0 && severity >= 1 && severity <= QH_HEAT_SEVERITIES)
      heat.counts[touchpoint][severity] = (guint)sqlite3_column_int (row, 2);
  }
  sqlite3_reset (row);
  sqlite3_clear_bindings (row);
  return heat;
}
