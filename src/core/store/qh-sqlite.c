/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's calls with our errors. */
#include "store/qh-sqlite.h"
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

void
qh_sqlite_set_error (GError **error, sqlite3 *db)
{
  const char *detail = sqlite3_errmsg (db);

  switch (sqlite3_errcode (db) & 0xff) {
  case SQLITE_FULL:
    g_set_error (error, QH_ERROR, QH_ERROR_FULL,
                 _ ("There is no room left on the disk. Nothing was saved; make room and try "
                    "again."));
    return;
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_CANTOPEN:
    g_set_error (error, QH_ERROR, QH_ERROR_READ_ONLY,
                 _ ("The store cannot be written (%s). Its file and its folder must be yours to "
                    "write."),
                 detail);
    return;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    g_set_error (error, QH_ERROR, QH_ERROR_DAMAGED, _ ("The store is damaged (%s)."), detail);
    return;
  case SQLITE_CONSTRAINT:
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED, _ ("The store refuses this: %s"), detail);
    return;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    g_set_error_literal (error, QH_ERROR, QH_ERROR_STORE,
                         _ ("Another program is writing to the store. Try again in a moment."));
    return;
  case SQLITE_INTERRUPT:
    g_set_error (error, QH_ERROR, QH_ERROR_CANCELLED, _ ("The work was stopped."));
    return;
  default:
    g_set_error (error, QH_ERROR, QH_ERROR_STORE, _ ("The store could not be used: %s"), detail);
  }
}

gboolean
qh_sqlite_exec (sqlite3 *db, const char *sql, GError **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  qh_sqlite_set_error (error, db);
  return FALSE;
}

gboolean
qh_sqlite_execf (sqlite3 *db, GError **error, const char *format, ...)
{
  char *sql;
  gboolean ok;
  va_list list;

  va_start (list, format);
  sql = sqlite3_vmprintf (format, list);
  va_end (list);
  ok = qh_sqlite_exec (db, sql, error);
  sqlite3_free (sql);
  return ok;
}

sqlite3_stmt *
qh_sqlite_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK)
    return statement;
  qh_sqlite_set_error (error, db);
  return NULL;
}

void
qh_sqlite_bind_texts (sqlite3_stmt *statement, const char *const *values)
{
  for (int i = 0; values != NULL && values[i] != NULL; i++)
    sqlite3_bind_text (statement, i + 1, values[i], -1, SQLITE_STATIC);
}

gboolean
qh_sqlite_step (sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    qh_sqlite_set_error (error, sqlite3_db_handle (statement));
  return code == SQLITE_ROW;
}

gint64
qh_sqlite_int (sqlite3 *db, const char *sql, gint64 fallback)
{
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, sql, NULL);

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return fallback;
  if (sqlite3_column_type (statement, 0) == SQLITE_NULL)
    return fallback;
  return sqlite3_column_int64 (statement, 0);
}

gboolean
qh_sqlite_has_table (sqlite3 *db, const char *name)
{
  return sqlite3_table_column_metadata (db, "main", name, NULL, NULL, NULL, NULL, NULL, NULL) ==
         SQLITE_OK;
}

/* How many things @schema makes. */
static guint
count_made (const char *schema)
{
  guint n = 0;

  for (const char *at = schema; (at = strstr (at, "CREATE ")) != NULL; at++)
    n++;
  return n;
}

gboolean
qh_sqlite_has_schema (sqlite3 *db, const char *schema, const char *names)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND (%s)", names);
  g_autoptr (sqlite3_stmt) statement = qh_sqlite_prepare (db, sql, NULL);
  guint found = 0;

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW) {
    if (strstr (schema, (const char *)sqlite3_column_text (statement, 0)) == NULL)
      return FALSE;
    found++;
  }
  return found == count_made (schema);
}
