/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* What is said of a friction in lists and on its page. Text is (transfer full). */

/* "Ferris Dental Group", "Ferris Dental Group and 6 more", "7 clients" where none is its own; NULL
 * when it touches nobody in particular. */
char *qh_friction_clients_label (QhStore *store, QhFriction *friction);

/* How long it has been there: "today", "12 days", "8 months". */
char *qh_friction_age_label (QhFriction *friction, const char *today);

/* Who has it in hand until when: "Operations, by 1 Dec"; of what is gone, since when; NULL: nobody.
 * @is_late: that day is over. */
char *qh_friction_hand_label (QhFriction *friction, const char *today, gboolean *is_late);

/* How often it happens: "24 a year"; NULL: not known. */
char *qh_friction_times_label (QhFriction *friction);

G_END_DECLS
