/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-design-review.h"
#include "paper/qh-block.h"

G_BEGIN_DECLS

/* What is printed: a plan with the facts around it. All borrowed. */
typedef struct {
  const QhContext *context;
  const QhDesignReview *review;
  int edition; /* QhEdition */
  gint64 exported; /* instant */
  gint64 revision;
  const char *author; /* who prepared it, or NULL */
  const char *device_id;
  const struct _QhSealKey *seal; /* what a plan file is signed with; NULL: it is not */
  const char *currency;
  gboolean is_tentative; /* the way in is through a gatekeeper, and it is not cleared with him */
  gboolean is_cancelled;
} QhSheet;

/* A handout is what may go out of a sheet in its edition, as text ready to be set: the page, the
 * picture and every other document for people are made from it alone, so that nothing else can get
 * into them. It is built from a list of what may go out; what has no value is NULL, and a section
 * without lines is not there. */

/* A segment of the agenda. */
typedef struct {
  char *start; /* "10:01"; "1:00" into the meeting when that has no start */
  char *title;
  char *output; /* what the client has after it */
  char *quote; /* the client's words it is linked to, in quotation marks */
  char *notes;
  char *kind_label; /* NULL where kinds do not go out */
  char *length; /* "4 min" */
  int kind; /* QhSegmentKind, for its colour */
  gint64 seconds;
} QhHandoutSegment;

typedef enum {
  QH_MARK_NONE,
  QH_MARK_WORDS, /* the client's words */
  QH_MARK_FRICTION,
  QH_MARK_PROMISE,
  QH_MARK_FINDING, /* with its points as label */
  QH_MARK_CONTENT,
} QhMark;

/* A line of a section's list. */
typedef struct {
  QhMark mark;
  char *label; /* "−5", or NULL */
  char *text;
  char *detail; /* said more quietly after it, or NULL */
  gboolean strong; /* a blocker, an overdue promise: its label or text stands out */
  gboolean struck; /* struck through: an accepted finding, with the reason as its detail */
} QhHandoutLine;

typedef struct {
  char *title; /* "What the client told us" */
  GPtrArray *lines; /* QhHandoutLine */
} QhHandoutSection;

typedef struct {
  int edition; /* QhEdition */
  char *language; /* of its words, as in a lang attribute: "en", "de-CH" */
  char *document_title; /* "A recall schedule … – Ferris Dental Group" */
  char *author;
  gint64 exported; /* instant */

  char *subject; /* "Ferris Dental Group · No-shows" */
  char *schedule; /* "Thursday 26 November 2026, 10:00–10:15 · On site" */
  char *occasion; /* both on a line */
  char *headline; /* the output, or what stands for it while there is none */
  char *measure, *ask, *fallback;
  char *people; /* "With Dr Ferris (decides) · prepared by M. Keller" */

  int score; /* below 0: does not go out */
  char *caption; /* of the dial: "14 of 15 minutes" */
  char *dial_words; /* all that the dial shows: "Score 88, 14 of 15 minutes" */
  gint64 limit; /* seconds */
  QhBlock *blocks; /* titles belong to the segments below */
  guint n_blocks;

  GPtrArray *segments; /* QhHandoutSegment */
  GPtrArray *sections; /* QhHandoutSection */
  char *footer; /* "Quarterhour · plan 3, exported 21 Nov 2026 18:04" */
} QhHandout;

QhHandout *qh_handout_new (const QhSheet *sheet);
void qh_handout_free (QhHandout *handout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhHandout, qh_handout_free)

G_END_DECLS
