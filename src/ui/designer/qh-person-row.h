/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A person at the client, and whether he comes to the meeting. */
#define QH_TYPE_PERSON_ROW (qh_person_row_get_type ())
G_DECLARE_FINAL_TYPE (QhPersonRow, qh_person_row, QH, PERSON_ROW, GtkListBoxRow)

GtkWidget *qh_person_row_new (QhPlanEditor *editor, QhContact *contact);

G_END_DECLS
