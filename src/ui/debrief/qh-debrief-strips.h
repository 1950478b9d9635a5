/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-plan.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was planned and what it took, segment by segment: two strips on one ruler. */
#define QH_TYPE_DEBRIEF_STRIPS (qh_debrief_strips_get_type ())
G_DECLARE_FINAL_TYPE (QhDebriefStrips, qh_debrief_strips, QH, DEBRIEF_STRIPS, GtkWidget)

/* Draws @plan as it is now. */
void qh_debrief_strips_show (QhDebriefStrips *self, QhPlan *plan);

/* "Planned 15 min, took 17:30 min, 2:30 min more"; where it was not run by the clock, or has no
 * segments, says that. (transfer full) */
char *qh_debrief_strips_describe (QhPlan *plan);

G_END_DECLS
