/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The pages that are opened from others, of meetings and clients, content, friction and contacts,
 * promises and trust, touchpoints and housekeeping: for the class_init of QhWindow. */
void qh_window_pages_install (GtkWidgetClass *klass);

G_END_DECLS
