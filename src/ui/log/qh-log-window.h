/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* One line from anywhere: an entry, and gone when it is saved. */
#define QH_TYPE_LOG_WINDOW (qh_log_window_get_type ())
G_DECLARE_FINAL_TYPE (QhLogWindow, qh_log_window, QH, LOG_WINDOW, AdwWindow)

/* @client (nullable): the id of whom the page before it is about. */
GtkWindow *qh_log_window_new (GtkWindow *parent, QhStore *store, const char *client);

/* Shows the window of @parent: the one that was closed, with what was typed there, or a new one. */
void qh_log_window_present (GtkWindow *parent, QhStore *store, const char *client);

/* The same, where a line that is empty starts with @start: what kind of thing it is about. */
void qh_log_window_present_with (GtkWindow *parent, QhStore *store, const char *start);

G_END_DECLS
