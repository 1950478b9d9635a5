/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-trust.h"
#include "paper/qh-palette.h"

G_BEGIN_DECLS

/* Trust on a bar from 0 to 100 %: full up to what the evidence supports, hatched from there to what
 * went right, and a mark at 99 %, the direction. With too few events the bar is empty. */

/* Where the parts end on a bar of @width. */
typedef struct {
  double proved, seen, mark;
} QhTrustBar;

QhTrustBar qh_trust_bar (const QhTrust *trust, double width);

void qh_trust_bar_paint (const QhTrust *trust, cairo_t *cr, double width, double height,
                         const QhPalette *palette);

G_END_DECLS
