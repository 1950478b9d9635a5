/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-design-review.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* What a day asks for, seen from an instant and in a zone: the calendar day of @at in its zone is
 * today. Every list is read from indexes and is as long as one asks for; counting is apart. */

typedef enum {
  QH_TODAY_MEETINGS, /* planned, begins before tomorrow and is not over; the next one first */
  QH_TODAY_TOMORROW, /* planned for tomorrow */
  QH_TODAY_DEBRIEFS, /* held, or planned and over: the newest first */
  QH_TODAY_PROMISES, /* open and due today or before; the longest overdue first */
  QH_TODAY_FRICTIONS, /* open or being fixed, and mine, or stops work, or due: mine first */
  QH_TODAY_CONTENT, /* expiring, the first to go first; then what is running out */
  QH_N_TODAY,
} QhTodaySection;

/* A debrief waits so many days: what nobody has written down after that, nobody remembers, and what
 * was reserved has lapsed long before. The meetings are still listed with the others. */
#define QH_TODAY_DEBRIEF_DAYS 30

/* An item is expiring when its window ends within so many days. */
#define QH_EXPIRING_DAYS 30

/* A planned meeting is over when it has lasted its own length, or else the minutes that the client
 * gives. At most @max records. (QhRecord, transfer container with its records) */
GPtrArray *qh_today_list (QhStore *store, const QhClock *at, QhTodaySection section, guint max,
                          GError **error);

/* How many there are in all. */
guint qh_today_count (QhStore *store, const QhClock *at, QhTodaySection section);

/* The planned meetings that begin after @from and at the latest at @until, and have not begun
 * before their time, the next one first. */
GPtrArray *qh_today_list_next (QhStore *store, gint64 from, gint64 until, GError **error);

/* The design review of a meeting as it stands in the store. */
QhDesignReview *qh_today_review (QhStore *store, const char *meeting, GError **error);

G_END_DECLS
