/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A finding of the design review: what it says, the way out, what it costs, and how to accept it.
 */
#define QH_TYPE_FINDING_ROW (qh_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (QhFindingRow, qh_finding_row, QH, FINDING_ROW, GtkListBoxRow)

GtkWidget *qh_finding_row_new (QhPlanEditor *editor, const QhFinding *finding);

/* qh_finding_name () of what it shows; borrowed. */
const char *qh_finding_row_get_name (QhFindingRow *self);

/* Shows @finding, which has the same name, as it is now; @order is its place in the review. */
void qh_finding_row_update (QhFindingRow *self, const QhFinding *finding, guint order);
guint qh_finding_row_get_order (QhFindingRow *self);

/* Shows the segment it is about, if it is about one. */
void qh_finding_row_activate (QhFindingRow *self);

G_END_DECLS
