/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "design/qh-balance.h"
#include <glib/gi18n-lib.h>

QhBalance
qh_balance_of_plan (QhPlan *plan)
{
  gint64 seconds[QH_SEGMENT_KIND_HOUSEKEEPING + 1] = { 0 };

  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    QhSegment *segment = qh_plan_segment (plan, i);
    seconds[segment->kind] += MAX (segment->seconds, 0);
  }
  return (QhBalance){
    .educate = seconds[QH_SEGMENT_KIND_EDUCATE],
    .improve = seconds[QH_SEGMENT_KIND_IMPROVE],
    .escape = seconds[QH_SEGMENT_KIND_ESCAPE],
    .aesthetics = seconds[QH_SEGMENT_KIND_AESTHETICS],
  };
}

char *
qh_balance_label (const QhBalance *balance)
{
  g_autofree char *educate = qh_length_label (balance->educate);
  g_autofree char *improve = qh_length_label (balance->improve);
  g_autofree char *escape = qh_length_label (balance->escape);
  g_autofree char *aesthetics = qh_length_label (balance->aesthetics);

  /* Translators: the four modalities, each with its length, like "4 min" */
  return g_strdup_printf (_ ("Educate %s, Improve %s, Escape %s, Aesthetics %s"), educate, improve,
                          escape, aesthetics);
}
