/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import.h"
#include "exchange/qh-plan-file.h"

G_BEGIN_DECLS

/* Keeps @file, read from @bytes, among the plans received, inside the change under way. The same
 * revision again is the same; a newer one stands beside the older; an older one is left out, with
 * the reason, which names @where; the same revision with other contents is a conflict: both stay,
 * and both say so. */
gboolean qh_plan_in_keep (QhStore *store, const char *where, const QhPlanFile *file, GBytes *bytes,
                          QhImportReport *report, GError **error);

G_END_DECLS
