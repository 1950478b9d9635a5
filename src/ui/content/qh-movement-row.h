/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include "widgets/qh-row.h"

G_BEGIN_DECLS

/* A line of the ledger in a list.
 *
 * Properties (read only): "title", "details". */
#define QH_TYPE_MOVEMENT_ROW (qh_movement_row_get_type ())
G_DECLARE_FINAL_TYPE (QhMovementRow, qh_movement_row, QH, MOVEMENT_ROW, QhRow)

QhRow *qh_movement_row_new (QhStore *store);

G_END_DECLS
