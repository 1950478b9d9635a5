/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* All content items by title, with their copies; what is retired stands apart. They can be narrowed
 * to what is running out, expires soon, is unproven, is retired, or can be had for one client.
 * Beside them the clients who have had nothing scarce for the longest time.
 *
 * Properties: "store"; "subtitle". Actions, about what is chosen in the list: library.open,
 * .duplicate, .retire, .bring-back, .delete; and page.new. */
#define QH_TYPE_LIBRARY_PAGE (qh_library_page_get_type ())
G_DECLARE_FINAL_TYPE (QhLibraryPage, qh_library_page, QH, LIBRARY_PAGE, AdwBin)

GtkWidget *qh_library_page_new (QhStore *store);

G_END_DECLS
