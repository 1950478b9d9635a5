/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The designer: one meeting and its design. */
#define QH_TYPE_DESIGNER_PAGE (qh_designer_page_get_type ())
G_DECLARE_FINAL_TYPE (QhDesignerPage, qh_designer_page, QH, DESIGNER_PAGE, AdwBin)

/* @meeting_id must be the id of a meeting in @store. */
GtkWidget *qh_designer_page_new (QhStore *store, const char *meeting_id);

G_END_DECLS
