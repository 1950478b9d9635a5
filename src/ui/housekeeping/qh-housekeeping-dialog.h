/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* A task that is to leave the meetings, new or at hand: what it is, whose, how long it takes in a
 * month, and where it goes. Saved as one change.
 *
 * Property "task". */
#define QH_TYPE_HOUSEKEEPING_DIALOG (qh_housekeeping_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhHousekeepingDialog, qh_housekeeping_dialog, QH, HOUSEKEEPING_DIALOG,
                      AdwWindow)

/* @task NULL: a new one. */
GtkWindow *qh_housekeeping_dialog_new (GtkWindow *parent, QhStore *store, QhHousekeeping *task);

G_END_DECLS
