/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* All meetings: those to come (soonest first), to debrief, past and cancelled (newest first).
 *
 * Properties: "store"; "subtitle", the figures under the headline. Actions, about what is chosen in
 * the list: meetings.open, .copy, .cancel, .reinstate, .delete. */
#define QH_TYPE_MEETINGS_PAGE (qh_meetings_page_get_type ())
G_DECLARE_FINAL_TYPE (QhMeetingsPage, qh_meetings_page, QH, MEETINGS_PAGE, AdwBin)

GtkWidget *qh_meetings_page_new (QhStore *store);

/* How many meetings wait for the person: today's, and those to debrief. */
guint qh_meetings_count_due (QhStore *store);

G_END_DECLS
