/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The self-test of a touchpoint, question by question; new, or one of before. Saved as one change.
 *
 * Property "check". */
#define QH_TYPE_CHECK_DIALOG (qh_check_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhCheckDialog, qh_check_dialog, QH, CHECK_DIALOG, AdwWindow)

/* @check NULL: a new one of today, at @touchpoint, by whom it was checked last. */
GtkWindow *qh_check_dialog_new (GtkWindow *parent, QhStore *store, QhTouchpointCheck *check,
                                int touchpoint);

G_END_DECLS
