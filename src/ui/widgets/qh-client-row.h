/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include "widgets/qh-row.h"

G_BEGIN_DECLS

/* A client in a list: who he is, his last words, and when we meet next.
 *
 * Properties: "next", when we meet next, in words; "words", his last; none: NULL. */
#define QH_TYPE_CLIENT_ROW (qh_client_row_get_type ())
G_DECLARE_FINAL_TYPE (QhClientRow, qh_client_row, QH, CLIENT_ROW, QhRow)

QhRow *qh_client_row_new (QhStore *store);

G_END_DECLS
