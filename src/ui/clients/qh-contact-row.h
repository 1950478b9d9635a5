/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include "widgets/qh-unfold-row.h"

G_BEGIN_DECLS

/* A person at a client. Unfolds into everything about him. Property "contact". */
#define QH_TYPE_CONTACT_ROW (qh_contact_row_get_type ())
G_DECLARE_FINAL_TYPE (QhContactRow, qh_contact_row, QH, CONTACT_ROW, QhUnfoldRow)

GtkWidget *qh_contact_row_new (QhStore *store, QhContact *contact);

G_END_DECLS
