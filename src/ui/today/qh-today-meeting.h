/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/qh-figures.h"
#include "widgets/qh-row.h"

G_BEGIN_DECLS

/* A meeting of today or tomorrow: its row as in every list, and under it, what still blocks it. */
#define QH_TYPE_TODAY_MEETING (qh_today_meeting_get_type ())
G_DECLARE_FINAL_TYPE (QhTodayMeeting, qh_today_meeting, QH, TODAY_MEETING, QhRow)

QhRow *qh_today_meeting_new (QhStore *store, QhFiguresCache *cache);

G_END_DECLS
