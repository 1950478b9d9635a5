/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The next meeting, offered: its day, and the ask carried over. What is set is kept with the store
 * until the debrief is done. */
#define QH_TYPE_DEBRIEF_NEXT (qh_debrief_next_get_type ())
G_DECLARE_FINAL_TYPE (QhDebriefNext, qh_debrief_next, QH, DEBRIEF_NEXT, AdwBin)

void qh_debrief_next_show (QhDebriefNext *self, QhStore *store, QhMeeting *meeting);

/* The meeting that was agreed on, not saved; NULL: none. (transfer full) */
QhMeeting *qh_debrief_next_make (QhDebriefNext *self);

/* Nothing has to be kept any more: the debrief is done. */
void qh_debrief_next_forget (QhDebriefNext *self);

G_END_DECLS
