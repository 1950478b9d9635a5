/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-holders.h"
#include <glib/gi18n-lib.h>

#define NUMBERED                                                                       \
  "SELECT h.number, 1, h.state, h.client, c.name, h.meeting, m.at FROM holding AS h"   \
  "  JOIN movement AS m ON m.id = h.movement LEFT JOIN client AS c ON c.id = h.client" \
  "  WHERE h.content = ?1 ORDER BY h.number LIMIT ?2"

/* What a client has of an item without numbers is the sum of his lines. */
#define SUM(state, plus, minus)                                                      \
  "SELECT NULL, sum (iif (kind = '" plus "', copies, -copies)) AS n, '" state "',"   \
  "  client, c.name, NULL, max (at) AS last FROM movement AS m"                      \
  "  LEFT JOIN client AS c ON c.id = m.client WHERE content = ?1 AND number IS NULL" \
  "  AND kind IN ('" plus "', '" minus "') GROUP BY client HAVING n > 0"
#define UNNUMBERED                       \
  SUM ("reserved", "reserve", "release") \
  " UNION ALL " SUM ("delivered", "deliver", "return") " ORDER BY last DESC LIMIT ?2"

static void
free_holder (gpointer data)
{
  QhHolder *holder = data;

  g_free (holder->client);
  g_free (holder->name);
  g_free (holder->meeting);
  g_free (holder);
}

static char *
read_text (sqlite3_stmt *row, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (row, column));
}

static QhPip
read_pip (sqlite3_stmt *row, int column)
{
  const char *state = (const char *)sqlite3_column_text (row, column);

  if (g_str_equal (state, "reserved"))
    return QH_PIP_RESERVED;
  return g_str_equal (state, "delivered") ? QH_PIP_GIVEN : QH_PIP_AWAY;
}

static QhHolder *
read_holder (sqlite3_stmt *row)
{
  QhHolder *holder = g_new0 (QhHolder, 1);
  gboolean has_number = sqlite3_column_type (row, 0) != SQLITE_NULL;

  holder->number = has_number ? sqlite3_column_int64 (row, 0) : QH_NONE;
  holder->copies = sqlite3_column_int64 (row, 1);
  holder->pip = read_pip (row, 2);
  holder->client = read_text (row, 3);
  holder->name = read_text (row, 4);
  holder->meeting = read_text (row, 5);
  holder->at = sqlite3_column_int64 (row, 6);
  return holder;
}

GPtrArray *
qh_holders_read (QhStore *store, QhContent *item, guint max)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CONTENT (item), NULL);

  GPtrArray *holders = g_ptr_array_new_with_free_func (free_holder);
  sqlite3_stmt *statement =
      qh_store_prepare (store, item->edition != QH_NONE ? NUMBERED : UNNUMBERED);

  sqlite3_bind_text (statement, 1, QH_RECORD (item)->id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, max);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (holders, read_holder (statement));
  sqlite3_reset (statement);
  return holders;
}

static char *
describe_state (QhPip pip, const char *day)
{
  switch (pip) {
  case QH_PIP_RESERVED:
    return g_strdup_printf (_ ("reserved %s"), day);
  case QH_PIP_GIVEN:
    return g_strdup_printf (_ ("given %s"), day);
  default:
    return g_strdup_printf (_ ("handed on %s"), day);
  }
}

char *
qh_holder_label (const QhHolder *holder, gint64 now)
{
  g_return_val_if_fail (holder, NULL);

  g_autofree char *date = qh_instant_to_date (holder->at, NULL);
  g_autofree char *day = qh_date_label (date, now, NULL);
  g_autofree char *state = describe_state (holder->pip, day);

  if (holder->number != QH_NONE)
    /* Translators: a copy's number, and where it is: "Copy 4 · given Thursday 3 May" */
    return g_strdup_printf (_ ("Copy %d · %s"), (int)holder->number, state);
  return g_strdup_printf (ngettext ("%d copy · %s", "%d copies · %s", (gulong)holder->copies),
                          (int)holder->copies, state);
}
