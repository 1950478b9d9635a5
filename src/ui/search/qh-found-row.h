/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/qh-found.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The row of something that was found. It shows one after the other: typing makes no new rows. */
#define QH_TYPE_FOUND_ROW (qh_found_row_get_type ())
G_DECLARE_FINAL_TYPE (QhFoundRow, qh_found_row, QH, FOUND_ROW, GtkListBoxRow)

GtkWidget *qh_found_row_new (void);

/* NULL hides the row. */
void qh_found_row_set (QhFoundRow *self, QhFound *found);
/* What it shows; NULL when it is hidden. (transfer none) */
QhFound *qh_found_row_get (QhFoundRow *self);

G_END_DECLS
