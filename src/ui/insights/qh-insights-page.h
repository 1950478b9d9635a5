/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Insights: whether the way of working works, as pictures over time.
 *
 * Properties: "store"; "subtitle" (read only). Actions: insights.print, .export-pdf. */
#define QH_TYPE_INSIGHTS_PAGE (qh_insights_page_get_type ())
G_DECLARE_FINAL_TYPE (QhInsightsPage, qh_insights_page, QH, INSIGHTS_PAGE, AdwBin)

GtkWidget *qh_insights_page_new (QhStore *store);

/* Builds now what is otherwise built when there is time. For tests. */
void qh_insights_page_settle (QhInsightsPage *self);

G_END_DECLS
