/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-plan.h"
#include "widgets/qh-strip-block.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The strip of a plan: a block per segment on a ruler, to be moved and stretched. It changes
 * nothing itself; it says what was asked for, and follows the plan.
 *
 * Signals:
 *   "setup-block" (QhStripBlock *): a block was made; its actions "segment.*" are to be put on it;
 *   "stretch" (QhSegment *, gint64 seconds, gboolean done): the end of its block is being pulled;
 *     `done` once, when it is let go (with the old length when that was broken off);
 *   "reorder" (QhSegment *, guint position, gboolean done): likewise;
 *   "chosen" (QhSegment *): its block has the focus now. */
#define QH_TYPE_STRIP_VIEW (qh_strip_view_get_type ())
G_DECLARE_FINAL_TYPE (QhStripView, qh_strip_view, QH, STRIP_VIEW, GtkWidget)

GtkWidget *qh_strip_view_new (void);

/* @menu (nullable): the menu of every block. Once. */
void qh_strip_view_set_plan (QhStripView *self, QhPlan *plan, GMenuModel *menu);
void qh_strip_view_set_limit (QhStripView *self, gint64 limit);

/* Brings the blocks up to date at once; otherwise that happens before the next frame. */
void qh_strip_view_sync (QhStripView *self);

/* The block of @segment, borrowed; NULL when there is none. */
QhStripBlock *qh_strip_view_get_block (QhStripView *self, QhSegment *segment);

/* The segment whose block lies at @x, borrowed; NULL for none. */
QhSegment *qh_strip_view_segment_at (QhStripView *self, double x);

G_END_DECLS
