/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include "widgets/qh-row.h"

G_BEGIN_DECLS

/* A content item in the library: what it is, its copies, its window, and how scarce it is, which
 * opens into its sum.
 *
 * Properties (read only): "facts", rarity, what is left and the window in a line; "state", what
 * wants attention, NULL for nothing, and "is-bad", whether that is more than a remark. */
#define QH_TYPE_ITEM_ROW (qh_item_row_get_type ())
G_DECLARE_FINAL_TYPE (QhItemRow, qh_item_row, QH, ITEM_ROW, QhRow)

QhRow *qh_item_row_new (QhStore *store);

G_END_DECLS
