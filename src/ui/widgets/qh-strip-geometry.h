/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-strip.h"

G_BEGIN_DECLS

/* How lengths are set by hand: in steps, from one step to four hours. */
#define QH_LENGTH_STEP 30
#define QH_LENGTH_MAX 14400

/* What the pointer and the keys do on the strip, as pure functions over the spans of
 * qh_strip_measure (). */

/* Whether @x is within @grip pixels of the end of @span, where it is stretched. The grip reaches
 * half over the gap behind the block, and takes at most a third of a narrow one. */
gboolean qh_span_at_end (const QhSpan *span, double x, double grip);

/* The length of a block of @seconds whose end was pulled by @pixels on a ruler of @scale seconds
 * per pixel, in steps. */
gint64 qh_length_stretch (gint64 seconds, double pixels, double scale);

/* @seconds longer or shorter by @steps, to the next whole step, within the limits. */
gint64 qh_length_step (gint64 seconds, int steps);

/* Where the block at @index belongs when its middle was dragged to @middle. */
guint qh_spans_drop (const QhSpan *spans, guint n_blocks, guint index, double middle);

G_END_DECLS
