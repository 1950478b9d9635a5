/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Everything about a remark, edited in place. Properties: "store", "record". */
#define QH_TYPE_REMARK_DETAILS (qh_remark_details_get_type ())
G_DECLARE_FINAL_TYPE (QhRemarkDetails, qh_remark_details, QH, REMARK_DETAILS, AdwBin)

GtkWidget *qh_remark_details_new (QhStore *store, QhRemark *remark);

G_END_DECLS
