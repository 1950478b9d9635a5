/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children in lines like words in a paragraph: each has its natural width, or the whole line where
 * that is wider. Properties: "spacing", "line-spacing". */
#define QH_TYPE_WRAP_LAYOUT (qh_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (QhWrapLayout, qh_wrap_layout, QH, WRAP_LAYOUT, GtkLayoutManager)

/* Breaks boxes of @widths into lines of @width: fills @lines with the line of each and returns how
 * many lines there are. */
guint qh_wrap_break (const int *widths, guint n, int width, int spacing, guint *lines);

G_END_DECLS
