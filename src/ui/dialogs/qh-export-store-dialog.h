/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What is to go out for other programs: the whole store, or what is of one client; then how far it
 * is, and a way to stop it. */
#define QH_TYPE_EXPORT_STORE_DIALOG (qh_export_store_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhExportStoreDialog, qh_export_store_dialog, QH, EXPORT_STORE_DIALOG,
                      AdwWindow)

/* @client: NULL for all. */
GtkWindow *qh_export_store_dialog_new (GtkWindow *parent, QhStore *store, QhClient *client);

G_END_DECLS
