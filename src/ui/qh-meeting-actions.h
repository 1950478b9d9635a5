/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What every list of meetings can do with them: each is one change, told in a toast with Undo on
 * the window that @widget stands in. @meetings: QhMeeting. */

void qh_meetings_delete (GtkWidget *widget, QhStore *store, GPtrArray *meetings);
void qh_meetings_cancel (GtkWidget *widget, QhStore *store, GPtrArray *meetings);
/* Back to a draft. */
void qh_meetings_reinstate (GtkWidget *widget, QhStore *store, GPtrArray *meetings);

/* Makes a draft of the best plan for @client (an id), and opens it. */
void qh_meeting_compose (GtkWidget *widget, QhStore *store, const char *client);

/* A copy of @plan for @client, as it was designed: nothing of how it was held, no ids, and no links
 * to what concerns another client. (transfer full) */
QhPlan *qh_plan_copy (QhPlan *plan, const char *client);

G_END_DECLS
