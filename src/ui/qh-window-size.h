/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The size that the window had when it was closed last. */
void qh_window_size_restore (GtkWindow *window, QhStore *store);
void qh_window_size_keep (GtkWindow *window, QhStore *store);

G_END_DECLS
