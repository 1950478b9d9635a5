/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include "widgets/qh-row.h"

G_BEGIN_DECLS

/* A friction in a list: how bad it is, as a number in a shape, what it is, whom it touches and
 * where, who has it in hand, how old it is and what it costs in a year. */
#define QH_TYPE_FRICTION_ROW (qh_friction_row_get_type ())
G_DECLARE_FINAL_TYPE (QhFrictionRow, qh_friction_row, QH, FRICTION_ROW, QhRow)

QhRow *qh_friction_row_new (QhStore *store);

G_END_DECLS
