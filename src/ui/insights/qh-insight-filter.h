/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-insights.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Of which months, and of whom, Insights are: all clients, one, or a territory.
 *
 * Properties: "store". Signal "changed". */
#define QH_TYPE_INSIGHT_FILTER (qh_insight_filter_get_type ())
G_DECLARE_FINAL_TYPE (QhInsightFilter, qh_insight_filter, QH, INSIGHT_FILTER, AdwBin)

/* What is asked. (transfer full) */
QhInsightAsk *qh_insight_filter_get_ask (QhInsightFilter *self);

/* Looks for the territories anew; what is chosen stays. */
void qh_insight_filter_refresh (QhInsightFilter *self);

G_END_DECLS
