/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* win.beside (s, a detailed action that opens a page): does it in a further window of the same
 * store. What one window does for the store stays with the first. For the class_init of QhWindow.
 */
void qh_window_beside_install (GtkWidgetClass *klass);

G_END_DECLS
