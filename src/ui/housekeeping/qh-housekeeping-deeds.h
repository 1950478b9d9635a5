/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* Tasks that leave the meetings: each deed is one change. On error the record is as its row. */

/* It is done elsewhere from now on: @target (a QhHousekeepingTarget). */
gboolean qh_housekeeping_move (QhStore *store, QhHousekeeping *task, int target, GError **error);
/* It takes up meetings again. */
gboolean qh_housekeeping_take_back (QhStore *store, QhHousekeeping *task, GError **error);
gboolean qh_housekeeping_delete_all (QhStore *store, GPtrArray *tasks, GError **error);

/* Minutes a month, by QhHousekeepingStatus; @unknown: moved tasks of which nobody said how long
 * they took. */
typedef struct {
  gint64 minutes[QH_HOUSEKEEPING_STATUS_MOVED + 1];
  gint64 unknown;
} QhHousekeepingSum;

QhHousekeepingSum qh_housekeeping_sum (QhStore *store);

/* "80 min in meetings · 145 min freed a month: 29 h a year"; NULL while there is nothing. */
char *qh_housekeeping_sum_label (const QhHousekeepingSum *sum);

G_END_DECLS
