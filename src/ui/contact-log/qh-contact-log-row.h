/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include "widgets/qh-row.h"

G_BEGIN_DECLS

/* A contact in a list: the client's words first, where they came from, and what became of it. */
#define QH_TYPE_CONTACT_LOG_ROW (qh_contact_log_row_get_type ())
G_DECLARE_FINAL_TYPE (QhContactLogRow, qh_contact_log_row, QH, CONTACT_LOG_ROW, QhRow)

QhRow *qh_contact_log_row_new (QhStore *store);

G_END_DECLS
