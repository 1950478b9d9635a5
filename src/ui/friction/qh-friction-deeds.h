/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* What becomes of a friction. Each is one change, and one step of undo; what is refused leaves the
 * record as it was. Texts are trimmed; NULL is none. */

/* @owner takes it on, by @due if that is given, and is asked for @ask: it is being fixed. Without
 * an owner it is refused.
 */
gboolean qh_friction_hand_over (QhStore *store, QhFriction *friction, const char *owner,
                                const char *due, const char *ask, GError **error);

/* It is gone since @day. What changed has to be said: the client is to hear it. @told is the day he
 * did; NULL: he has not yet. */
gboolean qh_friction_remove (QhStore *store, QhFriction *friction, const char *change,
                             const char *day, const char *learned, const char *told,
                             GError **error);

/* It stays, for a @reason. */
gboolean qh_friction_accept (QhStore *store, QhFriction *friction, const char *reason,
                             GError **error);

/* Back to the open ones, or to those being fixed where someone has it in hand. What was said about
 * it stays. */
gboolean qh_friction_reopen (QhStore *store, QhFriction *friction, GError **error);

/* Segments that link to it lose the link, and stay. */
gboolean qh_friction_delete_all (QhStore *store, GPtrArray *frictions, GError **error);

/* One more client shares it, or one does no longer. The first one whom it was reported for is the
 * friction's own; when he goes, the next takes his place. */
gboolean qh_friction_add_client (QhStore *store, QhFriction *friction, const char *client,
                                 GError **error);
gboolean qh_friction_take_client (QhStore *store, QhFriction *friction, const char *client,
                                  GError **error);

/* The clients it touches: its own first, then the others by name. (QhClient, transfer full) */
GPtrArray *qh_friction_list_clients (QhStore *store, QhFriction *friction);

G_END_DECLS
