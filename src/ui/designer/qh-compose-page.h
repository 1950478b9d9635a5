/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The plan that is proposed for a meeting beside the plan as it is: both with their dial, each
 * proposed segment with the reason why it is there. It is taken whole or segment by segment, as one
 * change; until then nothing is written.
 *
 * Properties: "store", "meeting"; "facts" (both scores). */
#define QH_TYPE_COMPOSE_PAGE (qh_compose_page_get_type ())
G_DECLARE_FINAL_TYPE (QhComposePage, qh_compose_page, QH, COMPOSE_PAGE, AdwBin)

GtkWidget *qh_compose_page_new (QhStore *store, QhMeeting *meeting);

G_END_DECLS
