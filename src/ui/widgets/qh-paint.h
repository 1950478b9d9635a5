/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-palette.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a drawn widget has to know of its surroundings to use a painter of paper. */

/* Light, dark or high contrast, as the widget's display has it now. */
const QhPalette *qh_widget_palette (GtkWidget *widget);

/* How large the text is: 1 for 11 points at 96 dpi. Drawings that hold text grow with it. */
double qh_widget_text_scale (GtkWidget *widget);

/* The family the widget's texts are set in. (transfer full) */
char *qh_widget_font (GtkWidget *widget);

/* For the init of a drawn widget: redraws it when light and dark change. */
void qh_widget_follow_style (GtkWidget *widget);

/* A cairo context over all of @widget. (transfer full) */
cairo_t *qh_widget_append_cairo (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
