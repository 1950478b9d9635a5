/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"
#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Under the picture of what costs most: each bar has to be decided. A row says what was, and why;
 * what is undecided, or due to be looked at again, is marked. A row opens the dialog. */
#define QH_TYPE_DECISION_LIST (qh_decision_list_get_type ())
G_DECLARE_FINAL_TYPE (QhDecisionList, qh_decision_list, QH, DECISION_LIST, AdwBin)

QhDecisionList *qh_decision_list_new (QhStore *store);

/* @picture (borrowed) must live until the next one is shown. */
void qh_decision_list_show (QhDecisionList *self, const QhPicture *picture, const char *currency);

G_END_DECLS
