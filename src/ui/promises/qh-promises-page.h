/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What was promised: overdue, due, kept and broken, with how reliable we are on top and why
 * promises broke beside it.
 *
 * Properties: "store"; "subtitle" (read only); "kind", what is shown of them: "all", "overdue",
 * "personal", "public", "moved", "late", "withdrawn", "client". Actions: promises.open, .keep,
 * .break, .move, .withdraw, .reopen, .delete, for what is chosen; promises.kind;
 * promises.any-reason; page.new. */
#define QH_TYPE_PROMISES_PAGE (qh_promises_page_get_type ())
G_DECLARE_FINAL_TYPE (QhPromisesPage, qh_promises_page, QH, PROMISES_PAGE, AdwBin)

GtkWidget *qh_promises_page_new (QhStore *store);

/* Reads now what is otherwise read when there is time. For tests. */
void qh_promises_page_settle (QhPromisesPage *self);

G_END_DECLS
