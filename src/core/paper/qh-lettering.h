/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Setting text for a drawing: one Pango context for all its layouts, without hinting, so that a
 * text is as wide on screen as on paper. Sizes are in units of the drawing. */
typedef struct _QhLettering QhLettering;

/* @family: the font's, NULL for Cantarell. */
QhLettering *qh_lettering_new (const char *family);
void qh_lettering_free (QhLettering *lettering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhLettering, qh_lettering_free)

/* (transfer full) */
PangoLayout *qh_lettering_layout (QhLettering *lettering, const char *text, double size,
                                  PangoWeight weight);

/* The same, on one line and no wider than @width: an ellipsis stands for what does not fit. */
PangoLayout *qh_lettering_line (QhLettering *lettering, const char *text, double size,
                                PangoWeight weight, double width);

void qh_layout_measure (PangoLayout *layout, double *width, double *height);

/* Paints with the current source, the layout's box at (@x, @y) or centred there. */
void qh_layout_paint (PangoLayout *layout, cairo_t *cr, double x, double y);
void qh_layout_paint_centred (PangoLayout *layout, cairo_t *cr, double x, double y);

G_END_DECLS
