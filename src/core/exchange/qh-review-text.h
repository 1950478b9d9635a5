/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-review-file.h"

G_BEGIN_DECLS

/* The review of @plan, as it is now, as text for a mail: what it is about, the decision, the six
 * questions, what is said of the whole and of each part. */
char *qh_review_text (QhStore *store, QhReceivedPlan *plan);

G_END_DECLS
