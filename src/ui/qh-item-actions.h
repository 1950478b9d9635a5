/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with content items; told in a toast with Undo on the window that @widget stands
 * in. */

/* An item with a ledger cannot be deleted: the toast says so. */
void qh_items_delete (GtkWidget *widget, QhStore *store, GPtrArray *items);
void qh_items_retire (GtkWidget *widget, QhStore *store, GPtrArray *items, gboolean retired);

/* A new item like it, without its ledger and file, which is opened. */
void qh_item_duplicate (GtkWidget *widget, QhStore *store, QhContent *item);

G_END_DECLS
