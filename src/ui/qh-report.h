/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/qh-error.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What any widget may tell the person, through the actions of the window it stands in. Outside a
 * window (in a test) nothing is shown. */

/* A toast; with Undo, when @undo. */
void qh_report (GtkWidget *widget, const char *text, gboolean undo);

/* That the file at @path was written. */
void qh_report_saved (GtkWidget *widget, const char *path);

/* What went wrong: in a banner that stays while nothing can be saved (a full disk, a store that
 * cannot be written), else in a toast. */
void qh_report_error (GtkWidget *widget, const GError *error);

/* Saves what is being typed, everywhere in the window: before an export, an undo, a way out. */
void qh_report_flush (GtkWidget *widget);

G_END_DECLS
