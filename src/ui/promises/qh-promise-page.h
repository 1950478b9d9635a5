/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* One promise: what was said, to whom and by when, what becomes of it, and the frictions that break
 * it; edited in place. Its day, once it has one, is moved, not edited.
 *
 * Properties: "store"; "promise". Actions: promise.keep, .break, .move, .withdraw, .reopen,
 * .delete, .link (s, a friction), .unlink (s); page.new. */
#define QH_TYPE_PROMISE_PAGE (qh_promise_page_get_type ())
G_DECLARE_FINAL_TYPE (QhPromisePage, qh_promise_page, QH, PROMISE_PAGE, AdwBin)

GtkWidget *qh_promise_page_new (QhStore *store, QhPromise *promise);

G_END_DECLS
