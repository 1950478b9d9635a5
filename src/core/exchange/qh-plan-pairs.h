/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-plan-diff.h"

G_BEGIN_DECLS

typedef enum {
  QH_PAIR_SAME,
  QH_PAIR_CHANGED,
  QH_PAIR_NEW,
  QH_PAIR_GONE,
} QhPairState;

/* One place of a plan in two of its states, to be shown beside one another. */
typedef struct {
  char *place; /* "Output", "Segment 2" */
  char *before, *after; /* what it says, in a line or more; NULL: there was, or is, nothing */
  QhPairState state;
} QhPlanPair;

void qh_plan_pair_free (QhPlanPair *pair);

/* Both plans of @compared: what they are for, the segments in their order, one that is gone where
 * it was, and what else has changed. (QhPlanPair) */
GPtrArray *qh_plan_pairs (const QhPlanComparison *compared);

/* "Changed"; "" for what is the same. */
const char *qh_pair_state_label (QhPairState state);

G_END_DECLS
