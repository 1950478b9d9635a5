/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include "widgets/qh-row.h"

G_BEGIN_DECLS

/* A plan that came, in the queue: for whom, whose, when, what for, its score and what stands in its
 * way; shown from its columns alone. Or a QhReview that came back: of which client's meeting,
 * whose, and what he says. */
#define QH_TYPE_RECEIVED_PLAN_ROW (qh_received_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (QhReceivedPlanRow, qh_received_plan_row, QH, RECEIVED_PLAN_ROW, QhRow)

QhRow *qh_received_plan_row_new (QhStore *store);

/* "Jo Park · Thursday 26 November, 10:00 · revision 3": whose plan it is, and which. */
char *qh_received_plan_facts (QhReceivedPlan *plan, gint64 now);

G_END_DECLS
