/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* One plan that came, at a glance, and beside it the review that goes back. Nothing here changes
 * one's own meetings. Actions: "received.trust" (the signer's key), "received.next" (in
 * the order of the queue), "received.give", "received.save-file", "received.save-text",
 * "received.copy-text". */
#define QH_TYPE_RECEIVED_PLAN_PAGE (qh_received_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (QhReceivedPlanPage, qh_received_plan_page, QH, RECEIVED_PLAN_PAGE, AdwBin)

GtkWidget *qh_received_plan_page_new (QhStore *store, QhReceivedPlan *plan);

G_END_DECLS
