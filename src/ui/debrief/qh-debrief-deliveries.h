/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What is reserved for a meeting, each with whether it was given, below the copies that were given
 * already. What is switched is kept with the store until the debrief is done. Not seen where there
 * is neither. */
#define QH_TYPE_DEBRIEF_DELIVERIES (qh_debrief_deliveries_get_type ())
G_DECLARE_FINAL_TYPE (QhDebriefDeliveries, qh_debrief_deliveries, QH, DEBRIEF_DELIVERIES, AdwBin)

void qh_debrief_deliveries_show (QhDebriefDeliveries *self, QhStore *store, QhMeeting *meeting);

/* The ids of the items that were not given. (char *; transfer full) */
GPtrArray *qh_debrief_deliveries_get_kept (QhDebriefDeliveries *self);

/* Nothing has to be kept any more: the debrief is done. */
void qh_debrief_deliveries_forget (QhDebriefDeliveries *self);

G_END_DECLS
