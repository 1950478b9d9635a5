/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows what the transfer file at @path brings, asks whether it is to be received (or, for a
 * recall, answered), and does it. A refusal is shown as a dialog with the reason. */
void qh_transfer_import_ask (GtkWidget *widget, QhStore *store, const char *path);

G_END_DECLS
