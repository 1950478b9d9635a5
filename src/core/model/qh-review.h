/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* A manager's review of one revision of a plan. */
QH_DECLARE_RECORD (QhReview, qh_review, REVIEW)

struct _QhReview {
  QhRecord parent_instance;

  char *meeting; /* id of a meeting */
  gint64 revision;
  char *reviewer;
  int decision; /* QhReviewDecision */
  gint64 r_output;
  char *r_output_note;
  gint64 r_minutes;
  char *r_minutes_note;
  gint64 r_words;
  char *r_words_note;
  gint64 r_scarce;
  char *r_scarce_note;
  gint64 r_friction;
  char *r_friction_note;
  gint64 r_want;
  char *r_want_note;
  char *summary;
  gint64 at; /* instant */

  /* Of the file that it came in; QH_NONE and NULL where it was written here. */
  gint64 file_revision;
  char *digest;
  char *signer_key; /* whose seal it bears; NULL: none */
};

G_END_DECLS
