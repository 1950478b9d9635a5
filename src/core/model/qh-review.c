/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-review.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhReview, meeting, N_ ("Meeting"), QH_FIELD_REQUIRED, "meeting"),
  QH_FIELD_INTEGER (QhReview, revision, N_ ("Revision"), 0, 0, G_MAXINT32, 0),
  QH_FIELD_TEXT (QhReview, reviewer, N_ ("Reviewer"), QH_FIELD_REQUIRED),
  QH_FIELD_ENUM (QhReview, decision, N_ ("Decision"), 0, qh_review_decision_values, 0),
  QH_FIELD_INTEGER (QhReview, r_output, N_ ("The output is real and measured"), 0, 1, 4, QH_NONE),
  QH_FIELD_TEXT (QhReview, r_output_note, N_ ("The output is real and measured"), 0),
  QH_FIELD_INTEGER (QhReview, r_minutes, N_ ("Every minute earns its place"), 0, 1, 4, QH_NONE),
  QH_FIELD_TEXT (QhReview, r_minutes_note, N_ ("Every minute earns its place"), 0),
  QH_FIELD_INTEGER (QhReview, r_words, N_ ("Uses the client's own words"), 0, 1, 4, QH_NONE),
  QH_FIELD_TEXT (QhReview, r_words_note, N_ ("Uses the client's own words"), 0),
  QH_FIELD_INTEGER (QhReview, r_scarce, N_ ("Scarce content is true and right for him"), 0, 1, 4,
                    QH_NONE),
  QH_FIELD_TEXT (QhReview, r_scarce_note, N_ ("Scarce content is true and right for him"), 0),
  QH_FIELD_INTEGER (QhReview, r_friction, N_ ("Friction and promises are faced"), 0, 1, 4, QH_NONE),
  QH_FIELD_TEXT (QhReview, r_friction_note, N_ ("Friction and promises are faced"), 0),
  QH_FIELD_INTEGER (QhReview, r_want, N_ ("I would want this meeting"), 0, 1, 4, QH_NONE),
  QH_FIELD_TEXT (QhReview, r_want_note, N_ ("I would want this meeting"), 0),
  QH_FIELD_TEXT (QhReview, summary, N_ ("Summary"), QH_FIELD_SEARCHABLE),
  QH_FIELD_INSTANT (QhReview, at, N_ ("At"), QH_FIELD_REQUIRED),
  QH_FIELD_INTEGER (QhReview, file_revision, N_ ("Revision of the file"), 0, 0, G_MAXINT32,
                    QH_NONE),
  QH_FIELD_TEXT (QhReview, digest, N_ ("Digest"), 0),
  QH_FIELD_TEXT (QhReview, signer_key, N_ ("Signer's key"), 0),
};

QH_DEFINE_RECORD (QhReview, qh_review, "review", "reviews", N_ ("Review"), NULL, fields, NULL)
