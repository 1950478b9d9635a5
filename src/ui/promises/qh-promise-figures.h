/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-pareto.h"
#include "store/qh-trusts.h"

G_BEGIN_DECLS

/* What is counted of promises, by index or from what is kept of trust. */

/* Those that are overdue or due today. */
guint qh_promise_count_due (QhStore *store);

/* "kept 21 of 24, 87.5 %"; "kept: not enough yet (3 of 5)": of all that were promised for the last
 * 365 days, those kept by their day. */
char *qh_promise_kept_label (const QhTrust *trust);

/* Why promises were broken in the last 365 days, the most frequent first; at most @max reasons, the
 * rest together. */
QhPareto *qh_promise_read_reasons (QhStore *store, guint max);

G_END_DECLS
