/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a boxed list that unfolds into its details when it is activated. The details are built
 * when it is first unfolded.
 *
 * Properties: "content", what is always seen; "is-unfolded". */
#define QH_TYPE_UNFOLD_ROW (qh_unfold_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (QhUnfoldRow, qh_unfold_row, QH, UNFOLD_ROW, GtkListBoxRow)

struct _QhUnfoldRowClass {
  GtkListBoxRowClass parent_class;

  GtkWidget *(*build_details) (QhUnfoldRow *self);
};

void qh_unfold_row_set_unfolded (QhUnfoldRow *self, gboolean is_unfolded);
gboolean qh_unfold_row_is_unfolded (QhUnfoldRow *self);

/* For a list box whose rows all are such rows: a click and Enter fold and unfold them. */
void qh_unfold_row_serve (GtkListBox *list);

G_END_DECLS
