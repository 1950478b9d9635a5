/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-plan.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One segment on the strip: a button with a name and a keyboard. What its keys do are actions of
 * the group "segment", which whoever shows the strip puts on it: longer, shorter, earlier, later,
 * remove, show. */
#define QH_TYPE_STRIP_BLOCK (qh_strip_block_get_type ())
G_DECLARE_FINAL_TYPE (QhStripBlock, qh_strip_block, QH, STRIP_BLOCK, GtkWidget)

/* @menu (nullable): what right click opens. */
GtkWidget *qh_strip_block_new (QhSegment *segment, GMenuModel *menu);

/* (transfer none) */
QhSegment *qh_strip_block_get_segment (QhStripBlock *self);

/* Tells the block its place among @n_blocks, for its name. */
void qh_strip_block_set_place (QhStripBlock *self, guint position, guint n_blocks);

/* "Wrong invoices, Escape, 4 minutes, 2 of 5"; borrowed. */
const char *qh_strip_block_get_description (QhStripBlock *self);

G_END_DECLS
