/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "qh-places.h"

G_BEGIN_DECLS

/* A row of the sidebar. Property "count". */
#define QH_TYPE_PLACE_ROW (qh_place_row_get_type ())
G_DECLARE_FINAL_TYPE (QhPlaceRow, qh_place_row, QH, PLACE_ROW, GtkListBoxRow)

GtkWidget *qh_place_row_new (const QhPlace *place);
const QhPlace *qh_place_row_get_place (QhPlaceRow *self);
/* Counts again what waits in @store. */
void qh_place_row_update (QhPlaceRow *self, QhStore *store);

G_END_DECLS
