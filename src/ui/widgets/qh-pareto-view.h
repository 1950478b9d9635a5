/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-pareto.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Causes by how often they happen, on screen; paper paints. Each bar is a button with its numbers
 * as its name.
 *
 * Signal "bar" (char *name): one was pressed. What stands for several causes cannot be. */
#define QH_TYPE_PARETO_VIEW (qh_pareto_view_get_type ())
G_DECLARE_FINAL_TYPE (QhParetoView, qh_pareto_view, QH, PARETO_VIEW, GtkWidget)

/* Takes @pareto. */
void qh_pareto_view_show (QhParetoView *self, QhPareto *pareto);

G_END_DECLS
