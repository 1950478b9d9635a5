/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A picture of Insights on screen; paper paints. It can have the focus, and reads as an image whose
 * name is the picture's sentence. */
#define QH_TYPE_CHART_VIEW (qh_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (QhChartView, qh_chart_view, QH, CHART_VIEW, GtkWidget)

/* @picture (borrowed, or NULL) must live until the next one is shown. */
void qh_chart_view_show (QhChartView *self, const QhPicture *picture, const char *currency);

G_END_DECLS
