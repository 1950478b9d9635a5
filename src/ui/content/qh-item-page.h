/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Everything about one content item: its copies and who has them, who waits, its ledger and how the
 * edition went over time; and what it is, edited in place.
 *
 * Properties: "store"; "item". Actions: item.duplicate, item.delete. */
#define QH_TYPE_ITEM_PAGE (qh_item_page_get_type ())
G_DECLARE_FINAL_TYPE (QhItemPage, qh_item_page, QH, ITEM_PAGE, AdwBin)

GtkWidget *qh_item_page_new (QhStore *store, QhContent *item);

G_END_DECLS
