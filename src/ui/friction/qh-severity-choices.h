/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills a drop-down or a combo row with the four severities, "3: stops work", and @any before them
 * where it is not NULL. */
void qh_severity_choices_fill (GtkWidget *choices, const char *any);

G_END_DECLS
