/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-context.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* The context of @plan: everything its design review needs, with the store's own rules (settings
 * and `house-rules.json` beside the store). */
QhContext *qh_store_gather (QhStore *store, QhPlan *plan, GError **error);

G_END_DECLS
