/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-strip-geometry.h"
#include <math.h>

gboolean
qh_span_at_end (const QhSpan *span, double x, double grip)
{
  double end = span->x + span->width;

  return x >= end - MIN (grip, span->width / 3) && x <= end + grip / 2;
}

gint64
qh_length_stretch (gint64 seconds, double pixels, double scale)
{
  double wanted = round (((double)seconds + pixels * scale) / QH_LENGTH_STEP) * QH_LENGTH_STEP;

  return (gint64)CLAMP (wanted, QH_LENGTH_STEP, QH_LENGTH_MAX);
}

gint64
qh_length_step (gint64 seconds, int steps)
{
  gint64 whole = seconds / QH_LENGTH_STEP;

  if (steps < 0 && seconds % QH_LENGTH_STEP != 0)
    whole++;
  return CLAMP ((whole + steps) * QH_LENGTH_STEP, QH_LENGTH_STEP, QH_LENGTH_MAX);
}

guint
qh_spans_drop (const QhSpan *spans, guint n_blocks, guint index, double middle)
{
  guint position = 0;

  for (guint i = 0; i < n_blocks; i++)
    if (i != index && spans[i].x + spans[i].width / 2 < middle)
      position++;
  return position;
}
