/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* A window over a query: a GListModel of the records of one entity. It holds a count and the pages
 * in view; the store's "changed" refreshes it. */
#define QH_TYPE_LIST_MODEL (qh_list_model_get_type ())
G_DECLARE_FINAL_TYPE (QhListModel, qh_list_model, QH, LIST_MODEL, GObject)

typedef struct {
  const QhEntity *entity;
  const char *where; /* SQL over the entity's columns, or NULL for all */
  const char *key; /* the column it is sorted by (then by id), indexed: "name", "start" */
  gboolean descending;
  const char *counter; /* the maintained counter that holds its length, or NULL: COUNT */
} QhQuery;

/* @values: the text parameters ?1… of `where`, ended by NULL; may be NULL. Strings of @query must
 * be static. */
QhListModel *qh_list_model_new (QhStore *store, const QhQuery *query, const char *const *values);

/* The same list with other values (a search, a filter); one items-changed. */
void qh_list_model_set_values (QhListModel *model, const char *const *values);

G_END_DECLS
