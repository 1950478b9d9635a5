/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-plan.h"

G_BEGIN_DECLS

/* A segment as it is drawn. */
typedef struct {
  int kind; /* QhSegmentKind */
  gint64 seconds;
  const char *title; /* borrowed, may be NULL */
} QhBlock;

/* The blocks of a plan's segments (those of zero seconds left out are still there: an index is a
 * position). (transfer full array; titles borrowed from the segments) */
QhBlock *qh_plan_blocks (QhPlan *plan, guint *n_blocks);

/* The sum of @blocks, in seconds; a negative length counts as none. */
gint64 qh_blocks_total (const QhBlock *blocks, guint n_blocks);

/* What a drawing of @blocks is long: the larger of @limit and their sum, at least a second. */
gint64 qh_blocks_extent (const QhBlock *blocks, guint n_blocks, gint64 limit);

/* Whole minutes from one mark to the next, so that at most @most steps cover @seconds; one that
 * divides @limit evenly is preferred. */
gint64 qh_minutes_step (gint64 seconds, gint64 limit, double most);

G_END_DECLS
