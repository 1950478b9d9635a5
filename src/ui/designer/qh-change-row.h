/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-plan-pairs.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One place of a plan, as it was and as it is. */
#define QH_TYPE_CHANGE_ROW (qh_change_row_get_type ())
G_DECLARE_FINAL_TYPE (QhChangeRow, qh_change_row, QH, CHANGE_ROW, GtkListBoxRow)

/* @revision names the plan as it was, where no heading does. */
GtkWidget *qh_change_row_new (const QhPlanPair *pair, const char *revision);

/* Beside one another, or, where it is @narrow, under one another: what is the same stands there
 * once. */
void qh_change_row_lay_out (QhChangeRow *self, gboolean narrow);

QhPairState qh_change_row_get_state (QhChangeRow *self);

G_END_DECLS
