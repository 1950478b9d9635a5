/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "housekeeping/qh-housekeeping-deeds.h"
#include "qh-closures.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define MONTHS 12
#define MINUTES_AN_HOUR 60

static gboolean
save (QhStore *store, QhHousekeeping *task, const char *label, GError **error)
{
  if (qh_store_begin (store, label, error)) {
    if (qh_store_save (store, QH_RECORD (task), error))
      return qh_store_commit (store, error);
    qh_store_rollback (store);
  }
  qh_store_revert (store, QH_RECORD (task));
  return FALSE;
}

gboolean
qh_housekeeping_move (QhStore *store, QhHousekeeping *task, int target, GError **error)
{
  g_object_set (task, "status", QH_HOUSEKEEPING_STATUS_MOVED, "moved-to", target, NULL);
  return save (store, task, _ ("Move task out of meetings"), error);
}

gboolean
qh_housekeeping_take_back (QhStore *store, QhHousekeeping *task, GError **error)
{
  g_object_set (task, "status", QH_HOUSEKEEPING_STATUS_IN_MEETINGS, "moved-to", 0, NULL);
  return save (store, task, _ ("Take task back into meetings"), error);
}

gboolean
qh_housekeeping_delete_all (QhStore *store, GPtrArray *tasks, GError **error)
{
  if (!qh_store_begin (store, _ ("Delete task"), error))
    return FALSE;
  for (guint i = 0; i < tasks->len; i++)
    if (!qh_store_delete (store, g_ptr_array_index (tasks, i), error)) {
      qh_store_rollback (store);
      return FALSE;
    }
  return qh_store_commit (store, error);
}

QhHousekeepingSum
qh_housekeeping_sum (QhStore *store)
{
  QhHousekeepingSum sum = { 0 };
  const QhField *field = qh_entity_field (&qh_housekeeping_entity, "status");
  sqlite3_stmt *row =
      qh_store_prepare (store, "SELECT status, coalesce (sum (minutes), 0), sum (minutes IS NULL)"
                               "  FROM housekeeping GROUP BY status");

  while (sqlite3_step (row) == SQLITE_ROW) {
    int status = qh_field_enum_value (field, (const char *)sqlite3_column_text (row, 0));
    if (status <= 0)
      continue;
    sum.minutes[status] = sqlite3_column_int64 (row, 1);
    if (status == QH_HOUSEKEEPING_STATUS_MOVED)
      sum.unknown = sqlite3_column_int64 (row, 2);
  }
  sqlite3_reset (row);
  return sum;
}

/* "29 h", "45 min" */
static char *
label_year (gint64 minutes)
{
  gint64 year = minutes * MONTHS;

  if (year < MINUTES_AN_HOUR)
    return g_strdup_printf (_ ("%" PRId64 " min"), year);
  return g_strdup_printf (_ ("%" PRId64 " h"), (year + MINUTES_AN_HOUR / 2) / MINUTES_AN_HOUR);
}

static char *
label_freed (gint64 minutes)
{
  g_autofree char *year = label_year (minutes);

  /* Translators: minutes a month, and the same in a year: "29 h" */
  return g_strdup_printf (_ ("%" PRId64 " min freed a month: %s a year"), minutes, year);
}

char *
qh_housekeeping_sum_label (const QhHousekeepingSum *sum)
{
  gint64 left = sum->minutes[QH_HOUSEKEEPING_STATUS_IN_MEETINGS] +
                sum->minutes[QH_HOUSEKEEPING_STATUS_MOVING];
  gint64 freed = sum->minutes[QH_HOUSEKEEPING_STATUS_MOVED];
  g_autofree char *in = left > 0 ? g_strdup_printf (_ ("%" PRId64 " min in meetings"), left) : NULL;
  g_autofree char *out = freed > 0 ? label_freed (freed) : NULL;

  return in || out ? qh_closure_join (NULL, in, out) : NULL;
}
