/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-dial.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The dial of a plan: in the designer with its score, in lists as a thumbnail. Its accessible label
 * says all that it draws.
 *
 * Property "size": its side in pixels at text of 100 % (180 unless set); a dial without text (below
 * 48) does not grow with the text.
 * Signal "chosen" (guint position): the arc of that segment was clicked. */
#define QH_TYPE_DIAL_VIEW (qh_dial_view_get_type ())
G_DECLARE_FINAL_TYPE (QhDialView, qh_dial_view, QH, DIAL_VIEW, GtkWidget)

GtkWidget *qh_dial_view_new (int size);

/* Shows @plan (NULL: nothing) in a ring of @limit seconds; @score below 0: none. What is shown is
 * copied: call it again when the plan has changed. */
void qh_dial_view_show (QhDialView *self, QhPlan *plan, gint64 limit, int score);
/* The same with blocks at hand. */
void qh_dial_view_show_blocks (QhDialView *self, const QhBlock *blocks, guint n_blocks,
                               gint64 limit, int score);

/* What it says to someone who does not see it; borrowed. */
const char *qh_dial_view_get_description (QhDialView *self);

G_END_DECLS
