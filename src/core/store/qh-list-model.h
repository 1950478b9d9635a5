/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* A window over a query: a GListModel of the records of one entity. It holds a length, the ids of
 * the pages that were looked at and the records of those in view; the store's "changed" refreshes
 * it, with items-changed for nothing but the rows that came, went or moved. A record that only has
 * other values is the same live object and says so itself. */
#define QH_TYPE_LIST_MODEL (qh_list_model_get_type ())
G_DECLARE_FINAL_TYPE (QhListModel, qh_list_model, QH, LIST_MODEL, GObject)

/* Strings must be static. For a long list there must be an index on (what `where` compares with =,
 * key, id): pages and lengths are read from it. */
typedef struct {
  const QhEntity *entity;
  const char
      *where; /* SQL over the entity's columns, or NULL for all; it may look at other tables
                 in subqueries (FROM or JOIN and an entity's name, ledger, stock or holding) */
  const char *key; /* the column it is sorted by, then by id: "name_key", "start"; rows without a
                      value come first (descending: last) */
  gboolean descending;
  const char *counter; /* the maintained counter that holds its length, or NULL: COUNT */
  const char *table; /* NULL: the entity's own; else a derived table with a row for each record, of
                        which the list is a walk: `where` and `key` are over its columns */
  const char *id; /* the column of `table` with the records' ids */
  gboolean has_key; /* `where` lets through no row without a value of `key` */
} QhQuery;

/* @values: the text parameters ?1… of `where`, ended by NULL; may be NULL. */
QhListModel *qh_list_model_new (QhStore *store, const QhQuery *query, const char *const *values);

/* The same list with other values (a search, a filter); one items-changed. */
void qh_list_model_set_values (QhListModel *model, const char *const *values);

/* Where the record with @id stands; FALSE when it is not in the list. */
gboolean qh_list_model_find (QhListModel *model, const char *id, guint *position);

G_END_DECLS
