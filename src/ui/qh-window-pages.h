/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The pages that are opened from others and stand on no record of their own, and what adds to them:
 * for the class_init of QhWindow. */
void qh_window_pages_install (GtkWidgetClass *klass);

G_END_DECLS
