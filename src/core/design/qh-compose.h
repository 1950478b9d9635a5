/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-design-review.h"

G_BEGIN_DECLS

/* Compose: the best plan for a client, from what is known of him. It is a search over the rules of
 * the design review, not a second opinion: what it proposes, the review scores. Nothing is written;
 * what is proposed stands beside what there is, and can be taken. */

/* Why a segment is there. */
typedef struct {
  char *text; /* a sentence or two: his words, the friction, the item */
  const char *link; /* what it rests on: the name of an entity, interned; NULL: on nothing */
  char *id;
} QhReason;

typedef struct {
  /* The meeting with the texts it had, and proposals where there were none; segments without ids;
   * the attendees it had, or one without an id. */
  QhPlan *plan;
  QhDesignReview *review; /* of that plan, in the context that was given */
  GPtrArray *reasons; /* QhReason, of each segment, in order */
  GPtrArray *lacks; /* char *: a sentence on each thing that it could not do */
  gboolean is_unknown; /* nothing is known of the client: the plan is three questions to him */
  guint wording; /* which of the ways to put the output was taken */
} QhComposed;

/* The plan with the highest score that fits both the client's limit and the meeting's planned
 * length; among equals the one that addresses the dearest friction, then carries the scarcest item,
 * then has his opening and our ask, then gives every segment what such segments took, then is
 * shortest. It takes nothing from the segments of the context's own plan. */
QhComposed *qh_compose_new (const QhContext *context);
void qh_composed_free (QhComposed *composed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhComposed, qh_composed_free)

/* Reviews the proposal again, in a context that knows more. */
void qh_composed_judge (QhComposed *composed, const QhContext *context);

/* Says the output in another way, where that stands in another meeting (output.copied). FALSE:
 * there is no other way, or the words were the user's own. */
gboolean qh_composed_reword (QhComposed *composed, const QhContext *context);

G_END_DECLS
