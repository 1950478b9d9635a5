/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Content in the side panel: what can be given, to be sent into the plan.
 *
 * Property "has-content": whether there is any. */
#define QH_TYPE_CONTENT_PANEL (qh_content_panel_get_type ())
G_DECLARE_FINAL_TYPE (QhContentPanel, qh_content_panel, QH, CONTENT_PANEL, AdwBin)

/* Once. */
void qh_content_panel_set_editor (QhContentPanel *self, QhPlanEditor *editor);

G_END_DECLS
