/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-reviews.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a reviewer said, to be ticked when it is done. */
#define QH_TYPE_COMMENT_CHECK (qh_comment_check_get_type ())
G_DECLARE_FINAL_TYPE (QhCommentCheck, qh_comment_check, QH, COMMENT_CHECK, GtkCheckButton)

/* Below the text it says who said it and when; @with_place of what, and by whom only where that was
 * before the newest review. */
GtkWidget *qh_comment_check_new (QhPlanReviews *reviews, QhComment *comment, gboolean with_place);

/* "2 comments, 1 done", "1 comment" (transfer full) */
char *qh_comments_label (GPtrArray *comments);

/* "R. Santos, 26 November, revision 1": who wrote @review, when, of what. (transfer full) */
char *qh_review_facts (QhStore *store, QhReview *review);

G_END_DECLS
