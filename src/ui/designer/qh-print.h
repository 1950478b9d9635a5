/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a printer, and prints the page of @meeting in @edition (QhEdition): the very page that
 * is exported as PDF, set for the paper that was chosen. */
gboolean qh_print_meeting (GtkWidget *parent, QhStore *store, const char *meeting, int edition,
                           GError **error);

/* The same operation without a dialog, for its parts. (transfer full) */
GtkPrintOperation *qh_print_operation_new (QhStore *store, const char *meeting, int edition,
                                           GError **error);

G_END_DECLS
