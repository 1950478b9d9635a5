/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What left the meetings, or should: where it went, and the minutes that are free for better.
 *
 * Properties: "store"; "subtitle" (read only). Actions: housekeeping.open, .move (a target),
 * .take-back, .delete, for what is chosen; page.new. */
#define QH_TYPE_HOUSEKEEPING_PAGE (qh_housekeeping_page_get_type ())
G_DECLARE_FINAL_TYPE (QhHousekeepingPage, qh_housekeeping_page, QH, HOUSEKEEPING_PAGE, AdwBin)

GtkWidget *qh_housekeeping_page_new (QhStore *store);

G_END_DECLS
