/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-connection.h"
#include "store/qh-migration.h"

G_BEGIN_DECLS

/* The version that this Quarterhour writes. */
int qh_schema_version (void);

/* Whether @db, a sound store, is of that version. */
gboolean qh_schema_is_current (sqlite3 *db);

/* Makes the schema in an empty database. */
gboolean qh_schema_create (sqlite3 *db, GError **error);

/* Whether @db, the file @path, is a store that this Quarterhour can use: QH_ERROR_DAMAGED, _NEWER,
 * or QH_ERROR_INVALID for a database of another program. Only looks; what takes time is left to
 * qh_store_verify. */
gboolean qh_schema_check (sqlite3 *db, const char *path, GError **error);

/* Brings an older store up to date, in one transaction, after a verified backup. @watch is
 * nullable. */
gboolean qh_schema_migrate (sqlite3 *db, const char *path, const QhClock *clock,
                            const QhMigrationWatch *watch, GError **error);

/* A copy of an older store in memory, brought up to date, for looking at it. */
sqlite3 *qh_schema_copy (sqlite3 *db, const QhMigrationWatch *watch, GError **error);

G_END_DECLS
