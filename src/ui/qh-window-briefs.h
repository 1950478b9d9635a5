/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window's actions for the brief of a friction, by its id: win.save-brief (ss, with the name of
 * a format) and win.print-brief (s). For the class_init of QhWindow. */
void qh_window_briefs_install (GtkWidgetClass *klass);

G_END_DECLS
