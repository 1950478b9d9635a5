/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* What a segment is linked to by one field, as a chip that opens into all of it and a way to take
 * the link off. Not visible while there is no link. */
#define QH_TYPE_LINK_CHIP (qh_link_chip_get_type ())
G_DECLARE_FINAL_TYPE (QhLinkChip, qh_link_chip, QH, LINK_CHIP, AdwBin)

/* @field: one of qh_link_fields. */
GtkWidget *qh_link_chip_new (QhPlanEditor *editor, QhSegment *segment, const char *field);

G_END_DECLS
