/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-palette.h"

G_BEGIN_DECLS

/* What happens most, first: a bar for each cause, its number, and what share all so far have. It is
 * read by length and number; colour says nothing. */

typedef struct {
  char *name; /* "" for what has none, NULL for all the rest */
  guint n;
} QhParetoBar;

typedef struct {
  GPtrArray *bars; /* QhParetoBar */
  guint total;
} QhPareto;

QhPareto *qh_pareto_new (void);
void qh_pareto_free (QhPareto *pareto);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhPareto, qh_pareto_free)

/* The next cause, never more frequent than the one before; after @max of them all go into one bar.
 */
void qh_pareto_add (QhPareto *pareto, const char *name, guint n, guint max);

/* In percent, rounded: its own share, and that of all up to it. */
int qh_pareto_share (const QhPareto *pareto, guint i);
int qh_pareto_together (const QhPareto *pareto, guint i);

/* What a bar stands for. */
char *qh_pareto_name (const QhPareto *pareto, guint i);

/* "The translator was booked: 2 of 5, 40 %; together 80 %" */
char *qh_pareto_bar_label (const QhPareto *pareto, guint i);

/* The whole in a sentence; NULL where there is nothing. */
char *qh_pareto_label (const QhPareto *pareto);

/* How high it is where text is @scale times as large as usual, and where bar @i lies in it. */
double qh_pareto_height (const QhPareto *pareto, double scale);
double qh_pareto_top (const QhPareto *pareto, guint i, double scale);
double qh_pareto_length (const QhPareto *pareto, guint i, double width, double scale);

void qh_pareto_paint (const QhPareto *pareto, cairo_t *cr, double width, double scale,
                      const QhPalette *palette, const char *font);

G_END_DECLS
