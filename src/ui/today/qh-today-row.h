/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include "widgets/qh-row.h"

G_BEGIN_DECLS

/* A row of the Today page: a meeting that waits for its debrief, a promise, a friction, an item of
 * content, with what makes it wait. */
#define QH_TYPE_TODAY_ROW (qh_today_row_get_type ())
G_DECLARE_FINAL_TYPE (QhTodayRow, qh_today_row, QH, TODAY_ROW, QhRow)

QhRow *qh_today_row_new (QhStore *store);

G_END_DECLS
