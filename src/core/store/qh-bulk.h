/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* Many records at once, for what comes in and goes out: none of them becomes live, so that a
 * hundred thousand cost no more than their rows. */

/* How far it is, of @whole (0: not known). */
typedef void (*QhProgress) (guint done, guint whole, gpointer data);

/* What a long work is watched by. All members may be NULL, and so may a pointer to it. */
typedef struct {
  QhProgress progress; /* called in the calling thread, now and then */
  gpointer data;
  GCancellable *cancellable;
} QhWatch;

/* Tells of progress. FALSE, with QH_ERROR_CANCELLED, when it is to end. */
gboolean qh_watch_go_on (const QhWatch *watch, guint done, guint whole, GError **error);

/* Whether to go on; @record is borrowed. */
typedef gboolean (*QhBulkFunc) (QhRecord *record, gpointer data, GError **error);

/* Reads records one by one: @tail and @values as for qh_store_select. What was changed here and not
 * saved yet is not in them. */
gboolean qh_bulk_each (QhStore *store, const QhEntity *entity, const char *tail,
                       const char *const *values, QhBulkFunc func, gpointer data, GError **error);

/* In the order in which they were made, lines of the ledger in its own. */
gboolean qh_bulk_each_in_order (QhStore *store, const QhEntity *entity, QhBulkFunc func,
                                gpointer data, GError **error);

/* From here to the end of the change under way, new clients and contacts are counted and indexed
 * all at once, at its end: where there are thousands of them. Their ids have to be of the store's
 * own making. */
gboolean qh_bulk_start (QhStore *store, GError **error);

/* Inserts @record, which is new, in the change under way. A segment takes the place that it names:
 * the others are the caller's affair. Not for lines of the ledger. */
gboolean qh_bulk_add (QhStore *store, QhRecord *record, GError **error);

/* Saves @record, which may be there already, in the change under way, places as above. */
gboolean qh_bulk_put (QhStore *store, QhRecord *record, GError **error);

/* Gives the segments of @meeting places without gaps, in the order that they are in. */
gboolean qh_bulk_number_segments (QhStore *store, const char *meeting, GError **error);

/* The row with @id as a record that is not live; NULL without an error when there is none. */
QhRecord *qh_bulk_get (QhStore *store, const QhEntity *entity, const char *id, GError **error);

G_END_DECLS
