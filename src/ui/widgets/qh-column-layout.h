/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children below one another, in the middle of the height there is. Unlike a box it never asks how
 * wide a text is at some height: a text finds that out by being laid out again and again.
 * Property: "spacing". */
#define QH_TYPE_COLUMN_LAYOUT (qh_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (QhColumnLayout, qh_column_layout, QH, COLUMN_LAYOUT, GtkLayoutManager)

G_END_DECLS
