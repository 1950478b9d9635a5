/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What the day asks for, on which the app opens: the quick line, today's and tomorrow's meetings,
 * debriefs, promises, friction and content that wait. Each row opens what it is about. While it is
 * out of sight nothing is read. */
#define QH_TYPE_TODAY_PAGE (qh_today_page_get_type ())
G_DECLARE_FINAL_TYPE (QhTodayPage, qh_today_page, QH, TODAY_PAGE, AdwBin)

GtkWidget *qh_today_page_new (QhStore *store);

/* How much the day itself asks for: meetings that are still to come today, debriefs, and promises
 * due or overdue. */
guint qh_today_page_count (QhStore *store);

G_END_DECLS
