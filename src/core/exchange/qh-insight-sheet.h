/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-insight-pages.h"
#include "store/qh-insights.h"

G_BEGIN_DECLS

/* "December 2025 – November 2026", or one month. */
char *qh_insight_describe_period (const QhInsightAsk *ask);

/* Insights as they are now, ready to be printed. (transfer full) */
QhInsightSheet *qh_insight_sheet_read (QhStore *store, const QhInsightAsk *ask, GError **error);

/* The same as a PDF, on the locale's paper. */
GBytes *qh_insight_report (QhStore *store, const QhInsightAsk *ask, GError **error);

G_END_DECLS
