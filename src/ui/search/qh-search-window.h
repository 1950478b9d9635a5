/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The palette: pages, what the app can do just now, clients, people, meetings, content and every
 * text, by one entry. Enter goes to what is chosen, Ctrl+Enter opens it in a window beside. A quick
 * line that is typed here is logged. What was typed is there again the next time. */
#define QH_TYPE_SEARCH_WINDOW (qh_search_window_get_type ())
G_DECLARE_FINAL_TYPE (QhSearchWindow, qh_search_window, QH, SEARCH_WINDOW, AdwWindow)

/* @page (nullable): what is in view in @parent; what can be done there is found too. @recent
 * (nullable): ids of records that were in view. */
GtkWindow *qh_search_window_new (GtkWindow *parent, QhStore *store, GtkWidget *page,
                                 const char *const *recent);

/* Types @words into it. */
void qh_search_window_ask (QhSearchWindow *self, const char *words);

G_END_DECLS
