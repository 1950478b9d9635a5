/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-list-model.h"

G_BEGIN_DECLS

/* The reading half of a list: asks the database for rows and counts between two places. */
typedef struct _QhListSql QhListSql;

/* The place of a row in the order of a list. The row need not be there (any more). */
typedef struct {
  sqlite3_value *key;
  char *id;
} QhPlace;

QhPlace *qh_place_copy (const QhPlace *place);
void qh_place_free (QhPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhPlace, qh_place_free)

QhListSql *qh_list_sql_new (sqlite3 *db, const QhQuery *query);
void qh_list_sql_free (QhListSql *sql);
void qh_list_sql_set_values (QhListSql *sql, const char *const *values);

/* The rows from @from on (NULL: the beginning) that stand before @until (NULL: the end). */
guint qh_list_sql_count (QhListSql *sql, const QhPlace *from, const QhPlace *until);

/* At most @limit (QhPlace, in the order of the list) of those rows, after skipping @offset; with
 * @backwards skipped and taken from their end. */
GPtrArray *qh_list_sql_fetch (QhListSql *sql, const QhPlace *from, const QhPlace *until,
                              gboolean backwards, guint offset, guint limit);

/* The ids alone of at most @limit of those rows. */
GPtrArray *qh_list_sql_fetch_ids (QhListSql *sql, const QhPlace *from, const QhPlace *until,
                                  guint limit);

/* The entities that a query reads besides its own: those of subqueries, and of a derived table. */
QhEntities qh_list_sql_looks_at (const QhQuery *query);

/* The length of the whole list: its counter, or counted. */
guint qh_list_sql_length (QhListSql *sql);

/* Where the row with @id stands; NULL when there is none. @listed: whether it is in the list. */
QhPlace *qh_list_sql_place (QhListSql *sql, const char *id, gboolean *listed);

/* As strcmp, in the order of the list. */
int qh_list_sql_compare (QhListSql *sql, const QhPlace *a, const QhPlace *b);

/* The places of the rows of the list's entity that @changeset touched, as they were and as they
 * are; NULL when it touched none or more than @most. */
GPtrArray *qh_list_sql_touched (QhListSql *sql, const void *changeset, int size, guint most);

G_END_DECLS
