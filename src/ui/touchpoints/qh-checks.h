/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-trusts.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is known of a touchpoint from its checks, for the pages that show it. */

/* The entities that it is made of. */
#define QH_CHECKS_ENTITIES                                                        \
  (QH_ENTITY_BIT (&qh_friction_entity) | QH_ENTITY_BIT (&qh_contact_log_entity) | \
   QH_ENTITY_BIT (&qh_touchpoint_check_entity))

/* The newest checks of a touchpoint, at most @max. (QhTouchpointCheck, transfer container with its
 * records) */
GPtrArray *qh_checks_list (QhStore *store, int touchpoint, guint max);

/* "Jo Park · Checked 12 days ago, 2 of 4 as it should be, better than before"; of what was never
 * checked it says that. */
char *qh_checks_describe (QhStore *store, int touchpoint);

/* Whether it is time to check it again. */
gboolean qh_checks_is_due (QhStore *store, int touchpoint);

/* "2 touchpoints are bad · 3 to check again"; NULL while there is nothing to say. */
char *qh_checks_sum_label (QhStore *store, const QhTrust *trust);

/* What makes it as healthy as it is, in a sentence: "1 open friction, 2 contacts not solved at
 * first"; NULL: nothing. */
char *qh_checks_reasons (const QhTrustSpot *spot);

/* A word on a pill, of its own colour. */
GtkWidget *qh_health_pill (QhHealth health);

G_END_DECLS
