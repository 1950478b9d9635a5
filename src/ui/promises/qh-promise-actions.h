/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Does what the action called @name is about with the chosen promises: keep, break, move, withdraw
 * (each asks first), reopen, delete. All but deleting is about one. */
void qh_promise_act (GtkWidget *widget, QhStore *store, GPtrArray *promises, const char *name);

G_END_DECLS
