/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* What becomes of a promise: each deed is one change, and refuses what cannot have been. On error
 * the promise is as its row. */

/* On @day, which is not before it was made, and has come. */
gboolean qh_promise_keep (QhStore *store, QhPromise *promise, const char *day, GError **error);
/* With a reason: it is what is learned from. */
gboolean qh_promise_break (QhStore *store, QhPromise *promise, const char *day, const char *reason,
                           GError **error);
/* To another day, agreed with the client before the day that was promised: afterwards, or without
 * him, that day stands. */
gboolean qh_promise_move (QhStore *store, QhPromise *promise, const char *day, gboolean consent,
                          GError **error);
/* Nobody waits for it any more. */
gboolean qh_promise_withdraw (QhStore *store, QhPromise *promise, const char *reason,
                              GError **error);
gboolean qh_promise_reopen (QhStore *store, QhPromise *promise, GError **error);

/* What was linked to them stays, without the link. */
gboolean qh_promise_delete_all (QhStore *store, GPtrArray *promises, GError **error);

/* The friction with the id @friction breaks @promise, a public one, or (NULL) breaks none. */
gboolean qh_promise_link_friction (QhStore *store, const char *friction, const char *promise,
                                   GError **error);

/* Whether it can be moved today: it is open, and its day has not come. */
gboolean qh_promise_can_move (QhStore *store, QhPromise *promise);

G_END_DECLS
