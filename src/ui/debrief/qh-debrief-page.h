/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* A meeting that was held, in a minute: whether the output was reached, what came of it, what we
 * learned, what was given, what was caught, and what comes next. All of it is saved as it is
 * entered; Done closes it. */
#define QH_TYPE_DEBRIEF_PAGE (qh_debrief_page_get_type ())
G_DECLARE_FINAL_TYPE (QhDebriefPage, qh_debrief_page, QH, DEBRIEF_PAGE, AdwBin)

GtkWidget *qh_debrief_page_new (QhStore *store, QhMeeting *meeting);

G_END_DECLS
