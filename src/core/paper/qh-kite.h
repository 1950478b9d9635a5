/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-balance.h"
#include "paper/qh-palette.h"

G_BEGIN_DECLS

/* The kite: the experience balance on four axes, educate up, improve right, aesthetics down, escape
 * left. */

/* How far each modality reaches on its axis, 0 to 1, in that order: up, right, down, left. The
 * longest reaches the end; below two minutes none does. */
void qh_kite_measure (const QhBalance *balance, double reach[4]);

/* Texts grow with @height: about 170 at text of 100 %. */
void qh_kite_paint (const QhBalance *balance, cairo_t *cr, double width, double height,
                    const QhPalette *palette, const char *font);

G_END_DECLS
