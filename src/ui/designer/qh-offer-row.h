/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include "store/qh-ranking.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Something in the side panel that can go into the plan: the client's words, a friction, a promise,
 * or a content item; by its menu, or by dragging it onto a segment, the list or the strip. */
#define QH_TYPE_OFFER_ROW (qh_offer_row_get_type ())
G_DECLARE_FINAL_TYPE (QhOfferRow, qh_offer_row, QH, OFFER_ROW, GtkListBoxRow)

/* @record: a remark, a friction, a promise or a content item. */
GtkWidget *qh_offer_row_new (QhPlanEditor *editor, QhRecord *record);

/* Shows why the row's content item is offered, how scarce it is, and what the client can be told
 * about that. */
void qh_offer_row_show_ranked (QhOfferRow *self, const QhRanked *ranked);

G_END_DECLS
