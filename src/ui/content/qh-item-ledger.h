/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/qh-item-part.h"

G_BEGIN_DECLS

/* The newest lines of an item's ledger, and the way to all of them. */
#define QH_TYPE_ITEM_LEDGER (qh_item_ledger_get_type ())
G_DECLARE_FINAL_TYPE (QhItemLedger, qh_item_ledger, QH, ITEM_LEDGER, QhItemPart)

G_END_DECLS
