/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-phrases.h"
#include "store/qh-store.h"
#include "widgets/qh-unfold-row.h"

G_BEGIN_DECLS

/* A client's words, when and by whom they were said, whether they were heard since, and the access
 * rule that follows from them and does not stand yet. Unfolds into everything about the remark.
 *
 * Properties: "remark"; "caption"; "state", whether it was heard, in words. */
#define QH_TYPE_REMARK_ROW (qh_remark_row_get_type ())
G_DECLARE_FINAL_TYPE (QhRemarkRow, qh_remark_row, QH, REMARK_ROW, QhUnfoldRow)

GtkWidget *qh_remark_row_new (QhStore *store, QhPhrases *phrases, QhClient *client,
                              QhRemark *remark);

/* Reads again what does not stand in the remark itself. */
void qh_remark_row_update (QhRemarkRow *self);

G_END_DECLS
