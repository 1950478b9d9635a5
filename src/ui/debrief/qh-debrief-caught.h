/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The promises and frictions that were caught in a meeting, each with the day on which it is due,
 * which is saved as it is set. */
#define QH_TYPE_DEBRIEF_CAUGHT (qh_debrief_caught_get_type ())
G_DECLARE_FINAL_TYPE (QhDebriefCaught, qh_debrief_caught, QH, DEBRIEF_CAUGHT, AdwBin)

void qh_debrief_caught_show (QhDebriefCaught *self, QhStore *store, QhMeeting *meeting);

G_END_DECLS
