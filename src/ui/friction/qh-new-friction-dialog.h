/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Asks what is in the way, where, how bad it is and whom it touches, and opens what was made. */
#define QH_TYPE_NEW_FRICTION_DIALOG (qh_new_friction_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhNewFrictionDialog, qh_new_friction_dialog, QH, NEW_FRICTION_DIALOG,
                      AdwWindow)

GtkWindow *qh_new_friction_dialog_new (GtkWindow *parent, QhStore *store);

G_END_DECLS
