/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-palette.h"

G_BEGIN_DECLS

/* The copies of an edition: a numbered pip for each, up to QH_PIPS_MOST; a bar above. Where a copy
 * is, is said by shape and fill: left is an open ring, reserved a half-filled square, given a full
 * disc, away (handed to a colleague) an open diamond. */

#define QH_PIPS_MOST 24

typedef enum { QH_PIP_LEFT, QH_PIP_RESERVED, QH_PIP_GIVEN, QH_PIP_AWAY, QH_N_PIPS } QhPip;

typedef struct {
  gint64 edition; /* at least 1; QH_NONE: unlimited, and nothing is painted */
  gint64 counts[QH_N_PIPS]; /* together the edition */
  guint8 pips[QH_PIPS_MOST]; /* QhPip of copy 1, 2, …; of an edition that has pips */
} QhPips;

gboolean qh_pips_has_bar (const QhPips *pips);

/* "2 of 12 copies left: 1 reserved, 9 given"; of an unlimited item "Without limit: 3 given". */
char *qh_pips_label (const QhPips *pips);

/* How many pips stand in a row of @width, at least one, in rows of the same length but the last;
 * @size is a pip's, with the gap behind it. */
guint qh_pips_columns (gint64 edition, double width, double size);

/* How high and wide the pips are in rows of @columns. */
void qh_pips_measure (gint64 edition, guint columns, double size, double *width, double *height);

/* How wide each part of the bar is, in the order of the enum's shape from what is gone to what is
 * left: given, away, reserved, left. What is there at all is at least @least wide. */
void qh_pips_split (const QhPips *pips, double width, double least, double widths[QH_N_PIPS]);

/* @size: of a pip with its gap; a bar is half as high. Painted from the upper left corner. */
void qh_pips_paint (const QhPips *pips, cairo_t *cr, double width, double size,
                    const QhPalette *palette, const char *font);

G_END_DECLS
