/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/qh-record.h"
#include <sqlite3.h>

G_BEGIN_DECLS

/* Instants stand in SQL as integers (microseconds since the epoch), booleans as 0 and 1, enums by
 * their names, all else as text. */

/* `id, created, …`: the columns in the order of the table, each with @prefix ("m." or ""). */
char *qh_entity_columns (const QhEntity *entity, const char *prefix);

/* Binds every field to the parameters from @first on, in the order of the table. The statement must
 * be run before the record changes. */
void qh_record_bind (QhRecord *record, sqlite3_stmt *statement, int first);

/* Binds one field. */
void qh_record_bind_field (QhRecord *record, const QhField *field, sqlite3_stmt *statement,
                           int index);

/* Reads every field from the columns from @first on, in the order of the table; notifies those that
 * change. */
void qh_record_read (QhRecord *record, sqlite3_stmt *statement, int first);

G_END_DECLS
