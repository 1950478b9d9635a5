/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/qh-clock.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What stands in place of the window when the store cannot be opened: what is wrong, and the ways
 * out. They are actions of the application: app.restore (the path of a backup), app.salvage,
 * app.start-empty, app.retry. */
#define QH_TYPE_TROUBLE_WINDOW (qh_trouble_window_get_type ())
G_DECLARE_FINAL_TYPE (QhTroubleWindow, qh_trouble_window, QH, TROUBLE_WINDOW, AdwApplicationWindow)

GtkWindow *qh_trouble_window_new (GtkApplication *application, const char *store_path,
                                  const GError *error);

G_END_DECLS
