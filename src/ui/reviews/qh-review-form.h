/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-review-file.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The review of a plan that came, while it is written: six questions by the keys 1 to 4, each with
 * a word on why, what is to be said of the whole, and the decision. It is kept with the plan as it
 * is typed, and follows undo.
 *
 * Signal "given": the reviewer is done; there is a decision, and all is saved. */
#define QH_TYPE_REVIEW_FORM (qh_review_form_get_type ())
G_DECLARE_FINAL_TYPE (QhReviewForm, qh_review_form, QH, REVIEW_FORM, AdwBin)

/* Once. */
void qh_review_form_show (QhReviewForm *self, QhStore *store, QhReceivedPlan *plan);

/* Whether there is a decision, and all is saved; else it says what is missing. */
gboolean qh_review_form_check (QhReviewForm *self);

/* A field for what is to be said of the segment with @id; it belongs where that segment is shown.
 */
GtkWidget *qh_review_form_new_comment (QhReviewForm *self, const char *id);

G_END_DECLS
