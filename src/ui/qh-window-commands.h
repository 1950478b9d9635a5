/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window's commands that open a window of their own or ask for a file: for the class_init of
 * QhWindow. */
void qh_window_commands_install (GtkWidgetClass *klass);

G_END_DECLS
