/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Asks what closes an upgrade: what he learned, what changes, and who told the client; what is
 * refused is said in the dialog, which stays. */
#define QH_TYPE_UPGRADE_DIALOG (qh_upgrade_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhUpgradeDialog, qh_upgrade_dialog, QH, UPGRADE_DIALOG, AdwWindow)

GtkWindow *qh_upgrade_dialog_new (GtkWindow *parent, QhStore *store, QhContactLog *entry);

G_END_DECLS
