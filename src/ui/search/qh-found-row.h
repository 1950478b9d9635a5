/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-search.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Something that was found: a record, or something the app can do. */
#define QH_TYPE_FOUND_ROW (qh_found_row_get_type ())
G_DECLARE_FINAL_TYPE (QhFoundRow, qh_found_row, QH, FOUND_ROW, GtkListBoxRow)

/* NULL when the record is gone meanwhile, or belongs to no page that is there to be opened. */
GtkWidget *qh_found_row_new_for_hit (QhStore *store, const QhHit *hit);
GtkWidget *qh_found_row_new_for_command (const char *title, const char *action);

/* The group it stands in, translated; and where that stands among the groups. */
const char *qh_found_row_get_group (QhFoundRow *self);
int qh_found_row_get_rank (QhFoundRow *self);

/* Does what it stands for, on @widget's window. */
void qh_found_row_open (QhFoundRow *self, GtkWidget *widget);

G_END_DECLS
