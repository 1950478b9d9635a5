/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include "widgets/qh-row.h"

G_BEGIN_DECLS

/* A task in the list: what it is, whose, where it went, and how long it takes in a month.
 *
 * Properties (read only): "facts", "minutes". */
#define QH_TYPE_HOUSEKEEPING_ROW (qh_housekeeping_row_get_type ())
G_DECLARE_FINAL_TYPE (QhHousekeepingRow, qh_housekeeping_row, QH, HOUSEKEEPING_ROW, QhRow)

QhRow *qh_housekeeping_row_new (QhStore *store);

G_END_DECLS
