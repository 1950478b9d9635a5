/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* How far one plan has come with its review: what left to be reviewed, what came back, and what has
 * changed since. What the designer's widgets share.
 *
 * Signals: "changed": any of it, except whether a comment is done, which the comment itself tells;
 * "failed" (GError *): a mark could not be saved. */
#define QH_TYPE_PLAN_REVIEWS (qh_plan_reviews_get_type ())
G_DECLARE_FINAL_TYPE (QhPlanReviews, qh_plan_reviews, QH, PLAN_REVIEWS, GObject)

QhPlanReviews *qh_plan_reviews_new (QhStore *store, QhMeeting *meeting);

QhStore *qh_plan_reviews_get_store (QhPlanReviews *self);

/* Both borrowed, until "changed". The newest comes first. */
GPtrArray *qh_plan_reviews_get_reviews (QhPlanReviews *self); /* QhReview */
GPtrArray *qh_plan_reviews_get_comments (QhPlanReviews *self); /* QhComment */

/* The review that a comment belongs to, borrowed; NULL: none. */
QhReview *qh_plan_reviews_find (QhPlanReviews *self, const char *review);

/* What waits for its review: the file that left; NULL where nothing does. Borrowed. */
QhExport *qh_plan_reviews_get_awaited (QhPlanReviews *self);

/* The revision that the plan is held against: the one that waits, or was reviewed last; 0: none. */
gint64 qh_plan_reviews_get_base (QhPlanReviews *self);
/* How many places have changed since; -1: what left is not kept. */
int qh_plan_reviews_get_n_changes (QhPlanReviews *self);

/* The comments on @segment (NULL: on none that is in the plan), newest review first. (QhComment) */
GPtrArray *qh_plan_reviews_list (QhPlanReviews *self, const char *segment);

/* Marks @comment, as one change. */
gboolean qh_plan_reviews_set_done (QhPlanReviews *self, QhComment *comment, gboolean is_done);

G_END_DECLS
