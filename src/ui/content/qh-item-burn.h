/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/qh-item-part.h"

G_BEGIN_DECLS

/* How an edition went over time. */
#define QH_TYPE_ITEM_BURN (qh_item_burn_get_type ())
G_DECLARE_FINAL_TYPE (QhItemBurn, qh_item_burn, QH, ITEM_BURN, QhItemPart)

G_END_DECLS
