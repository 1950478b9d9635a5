/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What the client has when we leave, how both will know, what we ask for, and what if not; edited
 * in place. */
#define QH_TYPE_OUTPUT_CARD (qh_output_card_get_type ())
G_DECLARE_FINAL_TYPE (QhOutputCard, qh_output_card, QH, OUTPUT_CARD, AdwBin)

/* Once. */
void qh_output_card_set_editor (QhOutputCard *self, QhPlanEditor *editor);

G_END_DECLS
