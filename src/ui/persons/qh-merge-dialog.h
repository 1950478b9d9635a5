/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Two clients, or two contacts, that are one: the other is chosen, what stays is seen, and one
 * change makes them one. */
#define QH_TYPE_MERGE_DIALOG (qh_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhMergeDialog, qh_merge_dialog, QH, MERGE_DIALOG, AdwWindow)

/* @keep stays. */
GtkWindow *qh_merge_dialog_new (GtkWindow *parent, QhStore *store, QhRecord *keep);

G_END_DECLS
