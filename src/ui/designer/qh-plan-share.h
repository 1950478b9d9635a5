/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include "exchange/qh-meeting-export.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The ways a plan leaves the designer. @widget stands in the window that is told how it went; what
 * is being typed is saved first. */

/* Asks for format and edition, then for a file. */
void qh_share_ask (GtkWidget *widget, QhPlanEditor *editor);
/* Asks for a file only. */
void qh_share_export (GtkWidget *widget, QhPlanEditor *editor, QhFormat format, int edition);
void qh_share_print (GtkWidget *widget, QhPlanEditor *editor);
void qh_share_copy_markdown (GtkWidget *widget, QhPlanEditor *editor);

/* Puts what is agreed with the client before it begins on the clipboard: the client's page as text.
 */
void qh_share_copy_agreement (GtkWidget *widget, QhPlanEditor *editor);

/* Keeps the plan to make others from it. */
void qh_share_keep_blueprint (GtkWidget *widget, QhPlanEditor *editor);

G_END_DECLS
