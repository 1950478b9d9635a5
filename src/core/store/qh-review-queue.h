/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* What the queue of plans that came is sorted by: what is next, what needs most, what is stopped
 * most, by rep. Ended by a NULL key. */
typedef struct {
  const char *key; /* a column */
  gboolean descending;
} QhQueueOrder;

extern const QhQueueOrder qh_queue_orders[];

/* The one that was chosen last; the first until one is. Kept beside the undo list. */
const QhQueueOrder *qh_queue_get_order (QhStore *store);
gboolean qh_queue_set_order (QhStore *store, const QhQueueOrder *order, GError **error);

/* The plan that waits behind the one with @id in that order; behind the last comes the first. NULL:
 * no other waits. (transfer full) */
char *qh_queue_next (QhStore *store, const char *id);

G_END_DECLS
