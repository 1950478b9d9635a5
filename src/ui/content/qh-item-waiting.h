/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/qh-item-part.h"

G_BEGIN_DECLS

/* Who waits for a copy, longest first; who can be offered one has a button that reserves it.
 *
 * Actions: waiting.join; about one who waits, by the id of his entry: waiting.reserve, .leave. */
#define QH_TYPE_ITEM_WAITING (qh_item_waiting_get_type ())
G_DECLARE_FINAL_TYPE (QhItemWaiting, qh_item_waiting, QH, ITEM_WAITING, QhItemPart)

G_END_DECLS
