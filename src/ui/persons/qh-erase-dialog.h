/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Erases a person for good: says what will go and what cannot be reached, asks, and then shows a
 * receipt that can be copied. */
#define QH_TYPE_ERASE_DIALOG (qh_erase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhEraseDialog, qh_erase_dialog, QH, ERASE_DIALOG, AdwWindow)

GtkWindow *qh_erase_dialog_new (GtkWindow *parent, QhStore *store, QhContact *contact);

G_END_DECLS
