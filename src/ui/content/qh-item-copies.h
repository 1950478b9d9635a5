/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/qh-item-part.h"

G_BEGIN_DECLS

/* The copies of an item: pips, who has which, and what can be done with them.
 *
 * Actions: copies.reserve, .deliver, .edition, .hand-over; about one holder, named by the number of
 * his copy (0: none) and his id: copies.release, .return, .give. */
#define QH_TYPE_ITEM_COPIES (qh_item_copies_get_type ())
G_DECLARE_FINAL_TYPE (QhItemCopies, qh_item_copies, QH, ITEM_COPIES, QhItemPart)

G_END_DECLS
