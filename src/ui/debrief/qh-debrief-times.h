/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* When a meeting began and ended, by the clock of its zone. A time that cannot be is not saved: it
 * stays as it was typed, with what is wrong. */
#define QH_TYPE_DEBRIEF_TIMES (qh_debrief_times_get_type ())
G_DECLARE_FINAL_TYPE (QhDebriefTimes, qh_debrief_times, QH, DEBRIEF_TIMES, AdwBin)

void qh_debrief_times_show (QhDebriefTimes *self, QhStore *store, QhMeeting *meeting);

/* What is wrong with what was typed; NULL: nothing. (transfer none) */
const char *qh_debrief_times_get_problem (QhDebriefTimes *self);

G_END_DECLS
