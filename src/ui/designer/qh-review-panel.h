/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The design review in the side panel: its findings in order, and the experience balance. */
#define QH_TYPE_REVIEW_PANEL (qh_review_panel_get_type ())
G_DECLARE_FINAL_TYPE (QhReviewPanel, qh_review_panel, QH, REVIEW_PANEL, AdwBin)

/* Once. */
void qh_review_panel_set_editor (QhReviewPanel *self, QhPlanEditor *editor);

G_END_DECLS
