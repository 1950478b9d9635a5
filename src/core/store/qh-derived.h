/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-model.h"
#include "store/qh-migration.h"
#include <sqlite3.h>

G_BEGIN_DECLS

/* What the database derives from the records by triggers, made from the entities' tables: the
 * maintained counters, what the Content page is filtered by, what frictions cost, what trust is
 * made of, what contacts add up to, and the search index. It is not recorded: triggers fire again
 * when a changeset is applied. */

/* Makes the tables and triggers and fills them from the records. Called inside the transaction that
 * makes or migrates the schema, after every entity's table is there. What is there already just as
 * it would be made is left: its triggers have kept it in step, through the migration too. @work
 * (nullable) is told how far it is. */
gboolean qh_derived_install (sqlite3 *db, QhMigrationWork *work, GError **error);

/* Takes the tables and triggers away, for the time of a bulk load; install makes them anew. */
gboolean qh_derived_drop (sqlite3 *db, GError **error);

/* What is not in step with the records: one line each for people, added to @problems. FALSE only
 * when looking itself failed. */
gboolean qh_derived_verify (sqlite3 *db, GPtrArray *problems, GError **error);

/* Leaves nothing of deleted texts in the search index (after erasing personal data; a VACUUM after
 * it takes the free pages). */
gboolean qh_derived_purge (sqlite3 *db, GError **error);

/* The maintained counters: one per entity by its name ("client"), and one per value of the fields
 * that lists are split by: "meeting.status.draft", "friction.status.open", "promise.status.kept",
 * "content.retired.0". */

/* The triggers that count and index new rows of @entity, by their names, NULL behind the last; and
 * what they would have done for its rows behind the row number @after, all at once. For entities
 * that are split by no field. */
GPtrArray *qh_derived_insert_triggers (const QhEntity *entity);
gboolean qh_derived_add_rows (sqlite3 *db, const QhEntity *entity, gint64 after, GError **error);

G_END_DECLS
