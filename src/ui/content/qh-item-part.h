/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* A part of an item's page that follows the store: its copies, its ledger, who waits for it.
 *
 * Properties: "store"; "item" (QhContent). */
#define QH_TYPE_ITEM_PART (qh_item_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (QhItemPart, qh_item_part, QH, ITEM_PART, AdwBin)

struct _QhItemPartClass {
  AdwBinClass parent_class;

  /* Shows what is in the store now: first when store and item are known, then whenever the item,
   * its ledger, who waits, or a client has changed. */
  void (*update) (QhItemPart *self);
};

/* Borrowed. */
QhStore *qh_item_part_get_store (QhItemPart *self);
QhContent *qh_item_part_get_item (QhItemPart *self);

/* The rows of a list box that is filled anew. */
void qh_item_part_clear (GtkListBox *list);

G_END_DECLS
