/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* One touchpoint: how it does and why, its checks, and the frictions that are open there.
 *
 * Properties: "store"; "touchpoint" (a QhTouchpoint); "title", "subtitle" (read only). Actions:
 * touchpoint.open-check (s); page.new, a new check. */
#define QH_TYPE_TOUCHPOINT_PAGE (qh_touchpoint_page_get_type ())
G_DECLARE_FINAL_TYPE (QhTouchpointPage, qh_touchpoint_page, QH, TOUCHPOINT_PAGE, AdwBin)

GtkWidget *qh_touchpoint_page_new (QhStore *store, int touchpoint);

G_END_DECLS
