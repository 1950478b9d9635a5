/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-heat.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The heat map on screen: paper paints, and over each cell that holds something lies a button,
 * whose accessible name says what stands there.
 *
 * Signal "cell" (int touchpoint, int severity): a cell was activated. */
#define QH_TYPE_HEAT_VIEW (qh_heat_view_get_type ())
G_DECLARE_FINAL_TYPE (QhHeatView, qh_heat_view, QH, HEAT_VIEW, GtkWidget)

void qh_heat_view_show (QhHeatView *self, const QhHeat *heat);

G_END_DECLS
