/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-pips.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The copies of an edition, drawn; its accessible label says it in words. It wants at most twelve
 * pips beside each other and takes as many rows as its width asks for.
 *
 * Property "pip-size": of a pip with its gap, at text of 100 % (18 unless set). */
#define QH_TYPE_PIPS_VIEW (qh_pips_view_get_type ())
G_DECLARE_FINAL_TYPE (QhPipsView, qh_pips_view, QH, PIPS_VIEW, GtkWidget)

void qh_pips_view_show (QhPipsView *self, const QhPips *pips);

G_END_DECLS
