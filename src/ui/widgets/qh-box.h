/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A container that does nothing but hold its children; its "layout-manager" lays them out. */
#define QH_TYPE_BOX (qh_box_get_type ())
G_DECLARE_FINAL_TYPE (QhBox, qh_box, QH, BOX, GtkWidget)

void qh_box_append (QhBox *self, GtkWidget *child);

G_END_DECLS
