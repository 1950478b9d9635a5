/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Finds everything: what is typed is searched for in all texts, and among what the app can do.
 * Enter opens the first that was found. */
#define QH_TYPE_SEARCH_WINDOW (qh_search_window_get_type ())
G_DECLARE_FINAL_TYPE (QhSearchWindow, qh_search_window, QH, SEARCH_WINDOW, AdwWindow)

GtkWindow *qh_search_window_new (GtkWindow *parent, QhStore *store);

G_END_DECLS
