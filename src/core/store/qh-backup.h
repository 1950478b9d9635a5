/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-migration.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* A verified copy of the store through SQLite's online backup. An existing file at @path is
 * replaced only once the copy is verified. */
gboolean qh_store_backup (QhStore *store, const char *path, GCancellable *cancellable,
                          GError **error);

/* The automatic backup, into `backups/` beside the store: at most one a day unless @forced; the
 * last 7 days, 4 weeks and 12 months are kept. @path (nullable) is the file written, or NULL. */
gboolean qh_store_backup_automatic (QhStore *store, gboolean forced, char **path, GError **error);

/* The same, forced, for a database whose store is not open yet: called by a migration before it
 * begins. @work is told how far it is, and may stop it. */
gboolean qh_backup_before_migration (sqlite3 *db, const char *store_path, const QhClock *clock,
                                     QhMigrationWork *work, GError **error);

/* The backups beside @store_path, newest first (file paths). */
GPtrArray *qh_backup_list (const char *store_path);

/* Puts @backup (verified first) in the place of the store at @store_path; the present store is kept
 * as another backup, whose path comes back in @kept (nullable). The store must be closed. */
gboolean qh_backup_restore (const char *store_path, const char *backup, const QhClock *clock,
                            char **kept, GError **error);

/* Sets a damaged store aside under a dated name; @aside (nullable) is that name. */
gboolean qh_backup_set_aside (const char *store_path, const QhClock *clock, char **aside,
                              GError **error);

/* integrity_check, foreign_key_check, the ledger's sums, dense positions, counters and the search
 * index. FALSE when something is wrong (QH_ERROR_REFUSED; @problems, nullable, transfer full, has a
 * line for each) or when it could not be looked at (another error; @problems is left alone). */
gboolean qh_store_verify (QhStore *store, GPtrArray **problems, GError **error);

/* Reads what can be read of the damaged store at @damaged, which is not touched, into a new store
 * at
 * @path, which must not exist. @report (nullable; transfer full, lines) says for people what was
 * found and what had to be left. FALSE when not even that was possible. */
gboolean qh_backup_salvage (const char *damaged, const char *path, const QhClock *clock,
                            GPtrArray **report, GError **error);

G_END_DECLS
