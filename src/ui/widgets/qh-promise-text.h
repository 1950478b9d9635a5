/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* How a promise stands on @today: "due on 4 December", "kept on …", "3 days overdue". @is_bad, when
 * it is overdue, broken or was kept late. */
char *qh_promise_state_label (QhPromise *promise, const char *today, gint64 now, gboolean *is_bad);

/* "Ferris Dental Group · Anne Weber, support · moved once" */
char *qh_promise_facts_label (QhStore *store, QhPromise *promise);

G_END_DECLS
