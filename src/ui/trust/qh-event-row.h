/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include "widgets/qh-row.h"

G_BEGIN_DECLS

/* A promise, a friction, a contact or a meeting in a list of what trust is counted from.
 *
 * Properties (read only): "title", "facts". */
#define QH_TYPE_EVENT_ROW (qh_event_row_get_type ())
G_DECLARE_FINAL_TYPE (QhEventRow, qh_event_row, QH, EVENT_ROW, QhRow)

QhRow *qh_event_row_new (QhStore *store);

G_END_DECLS
