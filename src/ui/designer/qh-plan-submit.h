/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A plan goes out to be reviewed: what left stays as it is, and is what the review will be of.
 * @widget stands in the window that is told how it went; what is being typed is saved first. */

/* Into the team folder, or, where none is chosen, into a file that is asked for. */
void qh_submit_plan (GtkWidget *widget, QhPlanEditor *editor);

/* Into a file that is asked for, and with it into a letter. */
void qh_submit_by_mail (GtkWidget *widget, QhPlanEditor *editor);

/* What the letter says: "For review: …", and the plan in a few lines. (transfer full) */
char *qh_submit_subject (const QhContext *context);
char *qh_submit_text (const QhContext *context);

G_END_DECLS
