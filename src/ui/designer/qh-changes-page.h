/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* A plan as it was reviewed, or left, beside the plan as it is: place by place, with a word and a
 * mark on what has changed. Where there is no room, one stands under the other.
 *
 * Properties: "store", "meeting"; "facts" (which revision it is held against); "only-changes". */
#define QH_TYPE_CHANGES_PAGE (qh_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (QhChangesPage, qh_changes_page, QH, CHANGES_PAGE, AdwBin)

GtkWidget *qh_changes_page_new (QhStore *store, QhMeeting *meeting);

G_END_DECLS
