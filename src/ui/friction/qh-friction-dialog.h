/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What is done about a friction. */
typedef enum {
  QH_FRICTION_STEP_HAND_OVER, /* to someone who takes it on */
  QH_FRICTION_STEP_REMOVE,
  QH_FRICTION_STEP_ACCEPT,
} QhFrictionStep;

/* Asks what a step needs to be told (who and by when, what changed, why it stays) and takes it;
 * what is refused is said in the dialog, which stays. */
#define QH_TYPE_FRICTION_DIALOG (qh_friction_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhFrictionDialog, qh_friction_dialog, QH, FRICTION_DIALOG, AdwWindow)

GtkWindow *qh_friction_dialog_new (GtkWindow *parent, QhStore *store, QhFriction *friction,
                                   QhFrictionStep step);

G_END_DECLS
