/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The client in the side panel: words, open frictions and promises, access rules, people; each can
 * be sent into the plan. */
#define QH_TYPE_CLIENT_PANEL (qh_client_panel_get_type ())
G_DECLARE_FINAL_TYPE (QhClientPanel, qh_client_panel, QH, CLIENT_PANEL, AdwBin)

/* Once. */
void qh_client_panel_set_editor (QhClientPanel *self, QhPlanEditor *editor);

G_END_DECLS
