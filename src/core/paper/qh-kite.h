/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-palette.h"

G_BEGIN_DECLS

/* The kite: the experience balance, minutes of the four modalities on four axes. */
typedef struct {
  gint64 educate, improve, escape, aesthetics; /* seconds */
} QhKite;

void qh_kite_paint (const QhKite *kite, cairo_t *cr, double width, double height,
                    const QhPalette *palette, const char *font);

G_END_DECLS
