/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-today.h"
#include "widgets/qh-figures.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* One section of the Today page: its heading, the first few, and where all of them are. It is not
 * seen while there are none. A row that stays keeps its widgets, with focus and all. */
#define QH_TYPE_TODAY_GROUP (qh_today_group_get_type ())
G_DECLARE_FINAL_TYPE (QhTodayGroup, qh_today_group, QH, TODAY_GROUP, AdwBin)

GtkWidget *qh_today_group_new (QhStore *store, QhFiguresCache *cache, QhTodaySection section);

/* Reads what there is now, of @at. */
void qh_today_group_update (QhTodayGroup *self, const QhClock *at);

/* As update, when something has changed that it is made of. */
void qh_today_group_follow (QhTodayGroup *self, const QhClock *at, guint64 entities);

/* How many rows it has. */
guint qh_today_group_count (QhTodayGroup *self);

G_END_DECLS
