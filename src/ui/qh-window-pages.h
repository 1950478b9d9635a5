/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The pages of promises and trust, touchpoints and housekeeping, that are opened from others: for
 * the class_init of QhWindow. */
void qh_window_pages_install (GtkWidgetClass *klass);

G_END_DECLS
