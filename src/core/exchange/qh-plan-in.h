/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import.h"
#include "exchange/qh-plan-file.h"

G_BEGIN_DECLS

/* A plan as it will stand among those received. Made in any thread, kept in the store's. */
typedef struct {
  QhReceivedPlan *received;
  char *device_id; /* of who sent it, as the file says */
} QhPlanIn;

/* Of @file, read from @bytes. */
QhPlanIn *qh_plan_in_new (const QhPlanFile *file, GBytes *bytes, gint64 now);
void qh_plan_in_free (QhPlanIn *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhPlanIn, qh_plan_in_free)

/* Keeps @plan among those received, inside the change under way. The same revision again is the
 * same; a newer one stands beside the older; an older one is left out, with the reason, which names
 * @where; the same revision with other contents is a conflict: both stay, and both say so. */
gboolean qh_plan_in_keep (QhStore *store, const char *where, QhPlanIn *plan, QhImportReport *report,
                          GError **error);

G_END_DECLS
