/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-block.h"
#include "paper/qh-palette.h"
#include <pango/pango.h>

G_BEGIN_DECLS

/* The dial: a ring of the limit, clockwise from twelve, an arc per block, the unplanned rest pale.
 */
typedef struct {
  const QhBlock *blocks;
  guint n_blocks;
  gint64 limit; /* seconds, > 0; a longer plan fills the ring and is marked as over */
  int score; /* 0 to 100; below 0: none is shown */
  const char *caption; /* under the score ("14 of 15 minutes"), or NULL */
} QhDial;

/* "14 of 15 minutes", translated; "13:30 of 15 minutes" where a length is not whole. */
char *qh_dial_caption (gint64 total, gint64 limit);

/* Geometry. Angles in radians clockwise from twelve; gaps are the painter's. */
typedef struct {
  double start, end;
} QhArc;
/* Fills @arcs (n_blocks + 1; the last is the rest, empty when nothing is left). */
void qh_dial_measure (const QhDial *dial, QhArc *arcs);
/* Where the limit is reached: a full turn unless the plan is over it. */
double qh_dial_limit_angle (const QhDial *dial);
/* The radii of the ring in a dial of @size. */
void qh_dial_ring (double size, double *outer, double *inner);
/* The block at (@x, @y) in a dial of @size; n_blocks for the rest; -1 outside the ring. */
int qh_dial_hit (const QhDial *dial, double size, double x, double y);

/* Paints into a square of @size from the origin; texts grow with it. Below 48 px: the arcs only.
 * @font names the family of the texts (NULL: Cantarell). */
void qh_dial_paint (const QhDial *dial, cairo_t *cr, double size, const QhPalette *palette,
                    const char *font);

/* --- Counting down */

typedef enum { QH_HAND_CALM, QH_HAND_SOON, QH_HAND_LAST, QH_HAND_OVER } QhHandWarning;

/* Where the hand stands, and what is said around it. */
typedef struct {
  gint64 passed; /* seconds */
  guint present; /* the block it is in */
  QhHandWarning warning; /* how near that one's end is: a rim inside, thin, thick, or hatched */
  const char *above, *figure, *below; /* texts in the middle, or NULL; @figure is the large one */
  gboolean is_late; /* @figure is beyond the limit */
} QhDialHand;

/* The dial with a hand, which reaches a little beyond the square, and what lies before it pale. Its
 * score, caption and ticks are left out; the
 * texts above and below are, too, below 160 px. */
void qh_dial_paint_running (const QhDial *dial, const QhDialHand *hand, cairo_t *cr, double size,
                            const QhPalette *palette, const char *font);

G_END_DECLS
