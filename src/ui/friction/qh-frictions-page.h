/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What is in the way of doing business with us: open, being fixed, removed; what is accepted is
 * reached by a filter. It can be searched and narrowed by client, touchpoint, severity and owner,
 * and by a cell of the heat map. Where there is room the one that was opened stands beside the
 * list, with the heat map; else it has a page of its own.
 *
 * Properties: "store"; "subtitle". Actions, about what is chosen in the list: frictions.open,
 * .hand-over, .remove, .accept, .reopen, .delete; and page.new. */
#define QH_TYPE_FRICTIONS_PAGE (qh_frictions_page_get_type ())
G_DECLARE_FINAL_TYPE (QhFrictionsPage, qh_frictions_page, QH, FRICTIONS_PAGE, AdwBin)

GtkWidget *qh_frictions_page_new (QhStore *store);

G_END_DECLS
