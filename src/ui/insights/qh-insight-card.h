/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"
#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* A picture of Insights with its title and its sentence; its numbers as a table at the key T, what
 * can be made of it from a menu. A picture that is not drawn is its table.
 *
 * Properties: "table-shown". Actions: picture.table, .copy, .save (s: "png", "svg", "csv"). */
#define QH_TYPE_INSIGHT_CARD (qh_insight_card_get_type ())
G_DECLARE_FINAL_TYPE (QhInsightCard, qh_insight_card, QH, INSIGHT_CARD, AdwBin)

QhInsightCard *qh_insight_card_new (QhStore *store);

/* Takes @picture, which is always the same one with other numbers. */
void qh_insight_card_show (QhInsightCard *self, QhPicture *picture);
const QhPicture *qh_insight_card_get_picture (QhInsightCard *self);

G_END_DECLS
