/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-insight.h"
#include "store/qh-insights.h"

G_BEGIN_DECLS

/* The lists of Insights: what depends on today is asked, the first of each, and how many there are.
 */
gboolean qh_insight_lists_fill (QhStore *store, const QhInsightAsk *ask, QhInsightFacts *facts,
                                GError **error);

G_END_DECLS
