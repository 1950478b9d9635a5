/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-compose.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* The best plan for @plan's meeting, from what the store knows of its client; its output is one
 * that no other meeting has, where there is a way to say it. @plan is left as it is, and the store.
 */
QhComposed *qh_store_compose (QhStore *store, QhPlan *plan, GError **error);

/* The same for a meeting of @client (an id) that is not there yet; @minutes: how long it may be, 0:
 * as long as he gives. */
QhComposed *qh_store_compose_meeting (QhStore *store, const char *client, gint64 minutes,
                                      GError **error);

/* Puts what is proposed into @plan: all of it, texts and people where there were none, in the place
 * of the segments that are there; or beside those the segments of @chosen alone (a set of
 * positions; NULL: all). Nothing is saved. */
void qh_composed_take (const QhComposed *composed, QhPlan *plan, GHashTable *chosen);

G_END_DECLS
