/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-plan.h"
#include "paper/qh-palette.h"

G_BEGIN_DECLS

/* The kite: the experience balance, minutes of the four modalities on four axes (educate up,
 * improve right, aesthetics down, escape left). */
typedef struct {
  gint64 educate, improve, escape, aesthetics; /* seconds */
} QhKite;

/* What a plan gives to each modality. */
QhKite qh_kite_for_plan (QhPlan *plan);

/* How far each modality reaches on its axis, 0 to 1, in the order up, right, down, left. The
 * longest reaches the end; below two minutes none does. */
void qh_kite_measure (const QhKite *kite, double reach[4]);

/* Texts grow with @height: about 170 at text of 100 %. */
void qh_kite_paint (const QhKite *kite, cairo_t *cr, double width, double height,
                    const QhPalette *palette, const char *font);

G_END_DECLS
