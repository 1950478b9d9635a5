/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-kite.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The experience balance of a plan, drawn as a kite; its accessible label says it in words. */
#define QH_TYPE_KITE_VIEW (qh_kite_view_get_type ())
G_DECLARE_FINAL_TYPE (QhKiteView, qh_kite_view, QH, KITE_VIEW, GtkWidget)

GtkWidget *qh_kite_view_new (void);

void qh_kite_view_show (QhKiteView *self, const QhBalance *balance);

G_END_DECLS
