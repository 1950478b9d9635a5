/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-run.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The dial of a meeting under way: a hand that goes round, and what is left in the middle. */
#define QH_TYPE_RUN_DIAL (qh_run_dial_get_type ())
G_DECLARE_FINAL_TYPE (QhRunDial, qh_run_dial, QH, RUN_DIAL, GtkWidget)

/* Shows how @run stands; nothing is drawn anew unless something that is shown has changed. */
void qh_run_dial_show (QhRunDial *self, const QhRun *run, const QhRunFigures *figures,
                       const QhReading *now);

/* How often it had to be drawn anew since it was made. */
guint qh_run_dial_count_changes (QhRunDial *self);

G_END_DECLS
