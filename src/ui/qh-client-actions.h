/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Deletes @clients (QhClient) with everything that belongs to them, in one change, told in a toast
 * with Undo on the window that @widget stands in. */
void qh_clients_delete (GtkWidget *widget, QhStore *store, GPtrArray *clients);

/* Deletes one record of a client (a remark, a contact), likewise. */
void qh_record_delete (GtkWidget *widget, QhStore *store, QhRecord *record);

G_END_DECLS
