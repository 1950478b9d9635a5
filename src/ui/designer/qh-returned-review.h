/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Where the plan stands with its reviewers, over the plan: that it waits, or what became of it, who
 * said so and of what; unfolded, the six questions, what was said of the whole and whose seal it
 * bears. Not seen while nobody was asked.
 *
 * Action "returned.trust": trusts the key that the review is signed with. */
#define QH_TYPE_RETURNED_REVIEW (qh_returned_review_get_type ())
G_DECLARE_FINAL_TYPE (QhReturnedReview, qh_returned_review, QH, RETURNED_REVIEW, AdwBin)

void qh_returned_review_set_editor (QhReturnedReview *self, QhPlanEditor *editor);

G_END_DECLS
