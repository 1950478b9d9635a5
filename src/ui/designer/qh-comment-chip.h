/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-reviews.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The comments on a segment, where it stands: how many, and on a click what they say. Not seen
 * where there are none. */
#define QH_TYPE_COMMENT_CHIP (qh_comment_chip_get_type ())
G_DECLARE_FINAL_TYPE (QhCommentChip, qh_comment_chip, QH, COMMENT_CHIP, AdwBin)

GtkWidget *qh_comment_chip_new (QhPlanReviews *reviews, QhSegment *segment);

G_END_DECLS
