/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a window does by itself: looks whether another process wrote into the store (when it gets
 * the focus, and every other second while it is on the screen), and makes the daily backup, in a
 * thread, once the start is over, and then removes files that nothing names any more. */
#define QH_TYPE_WINDOW_UPKEEP (qh_window_upkeep_get_type ())
G_DECLARE_FINAL_TYPE (QhWindowUpkeep, qh_window_upkeep, QH, WINDOW_UPKEEP, GObject)

/* @window owns it. */
QhWindowUpkeep *qh_window_upkeep_new (GtkWindow *window, QhStore *store);

G_END_DECLS
