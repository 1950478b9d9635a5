/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include "widgets/qh-row.h"

G_BEGIN_DECLS

/* A promise in the list: what, to whom, by whom, and how it stands.
 *
 * Properties (read only): "facts", "state", "is-bad". */
#define QH_TYPE_PROMISE_ROW (qh_promise_row_get_type ())
G_DECLARE_FINAL_TYPE (QhPromiseRow, qh_promise_row, QH, PROMISE_ROW, QhRow)

QhRow *qh_promise_row_new (QhStore *store);

G_END_DECLS
