/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What belongs to the data and is set by the person: name, currency, assumptions, rules not to be
 * heard, colour scheme. Each is saved as it is set, and can be undone. */
#define QH_TYPE_PREFERENCES_WINDOW (qh_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (QhPreferencesWindow, qh_preferences_window, QH, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWindow *qh_preferences_window_new (GtkWindow *parent, QhStore *store);

G_END_DECLS
