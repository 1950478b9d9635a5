/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The audit: each way a client reaches us, how it does, who owns it, and when it was checked.
 *
 * Properties: "store"; "subtitle" (read only). */
#define QH_TYPE_TOUCHPOINTS_PAGE (qh_touchpoints_page_get_type ())
G_DECLARE_FINAL_TYPE (QhTouchpointsPage, qh_touchpoints_page, QH, TOUCHPOINTS_PAGE, AdwBin)

GtkWidget *qh_touchpoints_page_new (QhStore *store);

G_END_DECLS
