/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children in lines like words in a paragraph. Where they do not quite fit they may be squeezed, as
 * far as their minimum allows, before a new line is begun. Properties: "spacing", "line-spacing";
 * "squeeze", to how many percent of their natural width (100 unless set); "fill", whether they
 * share what is left of their line. A child of the CSS class QH_WRAP_WHOLE is not squeezed, but
 * where a line is too short for it. */
#define QH_WRAP_WHOLE "qh-whole"
#define QH_TYPE_WRAP_LAYOUT (qh_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (QhWrapLayout, qh_wrap_layout, QH, WRAP_LAYOUT, GtkLayoutManager)

/* A box to be placed. */
typedef struct {
  int minimum, natural; /* what it asks for */
  int width; /* what it gets */
  guint line;
} QhWrapBox;

/* Breaks @boxes into lines of @width: gives each its width and its line, and returns how many lines
 * there are. A box is squeezed to no less than @squeeze percent of its natural width. */
guint qh_wrap_break (QhWrapBox *boxes, guint n, int width, int spacing, int squeeze);

/* Shares evenly what each line has left of @width among its boxes. */
void qh_wrap_fill (QhWrapBox *boxes, guint n, int width, int spacing);

G_END_DECLS
