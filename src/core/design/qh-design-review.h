/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-context.h"

G_BEGIN_DECLS

/* From here on a plan is good. */
#define QH_SCORE_GOOD 80

/* One thing that one rule says about the plan. */
typedef struct {
  const char *rule; /* "time.over-limit", interned */
  QhLevel level;
  int points; /* what it costs when it is not accepted */
  char *segment; /* id, or NULL */
  int position; /* of the segment in the plan, or -1; a segment not yet saved has no id */
  char *key; /* which occurrence, for rules that fire several times without a segment */
  char *title; /* "He will not read a flyer" */
  char *text; /* one sentence that names the fact */
  char *why; /* why it matters */
  char *fix; /* what the quick fix is called, or NULL */
  char *accepted; /* the reason it was accepted with, or NULL; it then costs nothing */
} QhFinding;

void qh_finding_free (QhFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhFinding, qh_finding_free)

/* The design review: every finding in order (level, points, rule id, position), and the score. */
typedef struct {
  int score; /* 0 to 100 */
  gint64 limit, budget, total; /* seconds */
  guint blockers, warnings, hints; /* not accepted */
  GPtrArray *findings; /* QhFinding */
} QhDesignReview;

QhDesignReview *qh_design_review_new (const QhContext *context);
void qh_design_review_free (QhDesignReview *review);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhDesignReview, qh_design_review_free)

/* The review in one line, translated: "Score 88: 1 warning, 2 hints". */
char *qh_design_review_label (const QhDesignReview *review);

/* Applies the quick fix of @finding to the context's plan (and client), in memory. Returns records
 * beside the plan that have to be saved with it (transfer full; may be empty), or NULL when the
 * finding has no fix or no longer stands. New segments and records have no id yet. */
GPtrArray *qh_finding_fix (const QhContext *context, const QhFinding *finding);

G_END_DECLS
