/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "start/qh-opening.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What stands in place of the window while an older store is brought up to date: what is being
 * done, how far it is, and a way to stop it. Closing the window stops it too. */
#define QH_TYPE_MIGRATION_WINDOW (qh_migration_window_get_type ())
G_DECLARE_FINAL_TYPE (QhMigrationWindow, qh_migration_window, QH, MIGRATION_WINDOW,
                      AdwApplicationWindow)

/* Signal:
 *   "over": once, when @opening is; it belongs to the caller, and is not looked at afterwards. */
QhMigrationWindow *qh_migration_window_new (GtkApplication *application, QhOpening *opening);

G_END_DECLS
