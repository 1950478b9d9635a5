/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What a new content item is called, and how many copies there are; then its page is opened. */
#define QH_TYPE_NEW_ITEM_DIALOG (qh_new_item_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhNewItemDialog, qh_new_item_dialog, QH, NEW_ITEM_DIALOG, AdwWindow)

GtkWindow *qh_new_item_dialog_new (GtkWindow *parent, QhStore *store);

G_END_DECLS
