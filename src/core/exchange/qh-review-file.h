/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-plan-file.h"
#include "exchange/qh-seal.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* The review file (.qhreview): what a reviewer says of one revision of a plan, on its way back.
 * UTF-8 JSON like the plan file: sorted keys, two-space indent, sealed. */
#define QH_REVIEW_FILE_FORMAT "quarterhour-review"
#define QH_REVIEW_FILE_VERSION 1

/* A review on its way, or while it is written. */
typedef struct {
  char *id; /* of the review; NULL: not given yet */
  gint64 revision; /* of the review: rises when it says something else; 0: not given yet */
  gint64 exported; /* instant; QH_NONE: not given yet */
  char *sender, *device_id;

  /* What it is about. */
  char *plan;
  gint64 plan_revision;
  int plan_edition; /* QhEdition */
  char *plan_digest;

  QhReview *review; /* reviewer, decision, rubric and summary; its other fields are not its own */
  GPtrArray *comments; /* QhComment: on a segment, a field of the meeting, or the whole */

  char *digest; /* of one that was read */
  char *signer; /* the public key that it is signed with; NULL: unsigned */
  const QhSealKey *seal; /* what it is signed with when it is written */
} QhReviewFile;

QhReviewFile *qh_review_file_new (void);
void qh_review_file_free (QhReviewFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhReviewFile, qh_review_file_free)

/* Adds a comment on @segment (an id) or @field, or on the whole (both NULL). */
QhComment *qh_review_file_comment (QhReviewFile *file, const char *id, const char *segment,
                                   const char *field, const char *text);

/* The same values give the same bytes. QH_ERROR_REFUSED when nobody could read it again. */
GBytes *qh_review_file_write (const QhReviewFile *file, GError **error);

/* Reads @bytes and trusts nothing in them, like qh_plan_file_read. */
QhReviewFile *qh_review_file_read (GBytes *bytes, GError **error);

/* --- The manager's side: a review is kept with the plan that came, in its field `review`, as the
 * members of such a file. */

/* What @plan's review says so far; an empty one where there is none, or it cannot be read. */
QhReviewFile *qh_review_draft_read (QhReceivedPlan *plan);
/* For the field. */
char *qh_review_draft_write (const QhReviewFile *file);

/* Keeps @draft with @plan, as one change: one with the changes before it, where they are of the
 * same review. */
gboolean qh_review_draft_save (QhStore *store, QhReceivedPlan *plan, const QhReviewFile *draft,
                               GError **error);

/* Gives the review of @plan: signed, under a revision of its own where it says something new, and
 * the plan is reviewed. QH_ERROR_REFUSED without a decision. */
GBytes *qh_review_give (QhStore *store, QhReceivedPlan *plan, GError **error);

/* A name for the file: day and client. */
char *qh_review_file_name (QhReceivedPlan *plan);

G_END_DECLS
