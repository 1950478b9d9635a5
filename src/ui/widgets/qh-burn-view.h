/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-burn.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How an edition went over time, drawn; its accessible label says it in words. */
#define QH_TYPE_BURN_VIEW (qh_burn_view_get_type ())
G_DECLARE_FINAL_TYPE (QhBurnView, qh_burn_view, QH, BURN_VIEW, GtkWidget)

/* The steps are copied; the zone is the system's. */
void qh_burn_view_show (QhBurnView *self, const QhBurn *burn);

G_END_DECLS
