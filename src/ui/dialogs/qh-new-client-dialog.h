/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for a new client's name and trade; adds him and opens his page. */
#define QH_TYPE_NEW_CLIENT_DIALOG (qh_new_client_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhNewClientDialog, qh_new_client_dialog, QH, NEW_CLIENT_DIALOG, AdwWindow)

GtkWindow *qh_new_client_dialog_new (GtkWindow *parent, QhStore *store);

G_END_DECLS
