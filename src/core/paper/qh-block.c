/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What dial and strip have in common: a plan as a row of blocks, and marks at whole minutes. */
#include "paper/qh-block.h"

QhBlock *
qh_plan_blocks (QhPlan *plan, guint *n_blocks)
{
  guint n = qh_plan_n_segments (plan);
  QhBlock *blocks = g_new0 (QhBlock, n + 1);

  for (guint i = 0; i < n; i++) {
    QhSegment *segment = qh_plan_segment (plan, i);
    blocks[i] = (QhBlock){ segment->kind, segment->seconds, segment->title };
  }
  *n_blocks = n;
  return blocks;
}

gint64
qh_blocks_total (const QhBlock *blocks, guint n_blocks)
{
  gint64 total = 0;

  for (guint i = 0; i < n_blocks; i++)
    total += MAX (blocks[i].seconds, 0);
  return total;
}

gint64
qh_blocks_extent (const QhBlock *blocks, guint n_blocks, gint64 limit)
{
  return MAX (MAX (limit, qh_blocks_total (blocks, n_blocks)), 1);
}

gint64
qh_minutes_step (gint64 seconds, gint64 limit, double most)
{
  static const int steps[] = { 1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 240, 480 };
  double least = seconds / 60.0 / MAX (most, 1);
  gint64 found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    if (steps[i] < least)
      continue;
    if (found == 0)
      found = steps[i];
    if (steps[i] <= 2 * found && limit % (steps[i] * 60) == 0)
      return steps[i];
  }
  return found != 0 ? found : (gint64)least + 1;
}
