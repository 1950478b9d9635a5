/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Decides what is to become of the friction at a touchpoint: do, not, or later, why, and when it is
 * to be looked at again. One step of undo. */
#define QH_TYPE_DECISION_DIALOG (qh_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhDecisionDialog, qh_decision_dialog, QH, DECISION_DIALOG, AdwWindow)

/* @touchpoint: QhTouchpoint; @about: what it costs, for people; @reason: of the last decision, or
 * NULL. */
GtkWindow *qh_decision_dialog_new (GtkWindow *parent, QhStore *store, int touchpoint,
                                   const char *about, const char *reason);

G_END_DECLS
