/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-box.h"

G_BEGIN_DECLS

/* A tree of boxes laid out on pages: for each page a list of pieces, in reading order. A text that
 * does not fit goes on, line by line, on the next page. Laying out is done once; painting changes
 * nothing. */
typedef struct _QhFlow QhFlow;

/* Lays @root out in columns from @top to @bottom, @x from the left and @width wide. @root and
 * @palette are borrowed, and must live as long as the flow. */
QhFlow *qh_flow_new (QhBox *root, const QhPalette *palette, double x, double top, double width,
                     double bottom);
void qh_flow_free (QhFlow *flow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhFlow, qh_flow_free)

/* At least 1. */
guint qh_flow_n_pages (const QhFlow *flow);

/* With @tags, the boxes' structure is written along (to a PDF). */
void qh_flow_paint (const QhFlow *flow, guint page, cairo_t *cr, gboolean tags);

/* Where the first line of each box with an outline entry is, in reading order. */
typedef void (*QhOutlineFunc) (const char *title, guint page, double x, double y, gpointer data);
void qh_flow_foreach_outline (const QhFlow *flow, QhOutlineFunc func, gpointer data);

/* What each figure says, in reading order. */
typedef void (*QhFigureFunc) (const char *words, gpointer data);
void qh_flow_foreach_figure (const QhFlow *flow, QhFigureFunc func, gpointer data);

G_END_DECLS
