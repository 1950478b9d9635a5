/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "friction/qh-friction-dialog.h"

G_BEGIN_DECLS

/* What can be done with frictions, told in a toast with Undo on the window that @widget stands in.
 */

/* Asks what a step needs to be told, in a dialog. */
void qh_friction_ask (GtkWidget *widget, QhStore *store, QhFriction *friction, QhFrictionStep step);

void qh_friction_reopen_here (GtkWidget *widget, QhStore *store, QhFriction *friction);
void qh_frictions_delete (GtkWidget *widget, QhStore *store, GPtrArray *frictions);

G_END_DECLS
