/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Why a finding matters, and accepting it with a reason. */
#define QH_TYPE_FINDING_POPOVER (qh_finding_popover_get_type ())
G_DECLARE_FINAL_TYPE (QhFindingPopover, qh_finding_popover, QH, FINDING_POPOVER, GtkPopover)

GtkWidget *qh_finding_popover_new (QhPlanEditor *editor, const QhFinding *finding);

G_END_DECLS
