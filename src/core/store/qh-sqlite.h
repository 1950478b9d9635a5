/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/qh-error.h"
#include <sqlite3.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* Sets the error that @db's last failing call stands for: QH_ERROR_FULL, _READ_ONLY, _DAMAGED,
 * _REFUSED (a constraint, with the reason a trigger gave), _CANCELLED (interrupted), else _STORE.
 */
void qh_sqlite_set_error (GError **error, sqlite3 *db);

/* Runs every statement of @sql. */
gboolean qh_sqlite_exec (sqlite3 *db, const char *sql, GError **error);

/* As above, with printf's formats and SQLite's (%Q a quoted text, %w a name inside quotes). */
gboolean qh_sqlite_execf (sqlite3 *db, GError **error, const char *format, ...);

/* A prepared statement; NULL on error. */
sqlite3_stmt *qh_sqlite_prepare (sqlite3 *db, const char *sql, GError **error);

/* Binds @values (nullable, ends with NULL) from the first parameter on; they have to live until it
 * is reset. */
void qh_sqlite_bind_texts (sqlite3_stmt *statement, const char *const *values);

/* Steps @statement: TRUE while there is a row; FALSE at the end and on error (then @error is set).
 */
gboolean qh_sqlite_step (sqlite3_stmt *statement, GError **error);

/* The whole number in the first column of the first row; @fallback when there is none or on error.
 */
gint64 qh_sqlite_int (sqlite3 *db, const char *sql, gint64 fallback);

gboolean qh_sqlite_has_table (sqlite3 *db, const char *name);

/* Whether all that @schema makes (statements that each end with a semicolon) is there to the
 * letter, and of what @names is true of in sqlite_schema, nothing else. */
gboolean qh_sqlite_has_schema (sqlite3 *db, const char *schema, const char *names);

G_END_DECLS
