/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* To whom how many copies of an edition go, and then where the transfer file is to be written. What
 * is refused is said in the dialog, which stays. */
#define QH_TYPE_HAND_OVER_DIALOG (qh_hand_over_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhHandOverDialog, qh_hand_over_dialog, QH, HAND_OVER_DIALOG, AdwWindow)

GtkWindow *qh_hand_over_dialog_new (GtkWindow *parent, QhStore *store, QhContent *item);

G_END_DECLS
