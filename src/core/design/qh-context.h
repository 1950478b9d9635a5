/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-house-rules.h"
#include "design/qh-phrases.h"
#include "design/qh-standing.h"
#include "design/qh-trust.h"
#include "model/qh-plan.h"

G_BEGIN_DECLS

/* What the newest held segments of one kind took, at most QH_PACE_SEGMENTS of them, of any client.
 */
typedef struct {
  guint n;
  gint64 planned, actual; /* seconds, of all n */
} QhPace;

#define QH_PACE_SEGMENTS 5
/* From so many on it says something. */
#define QH_PACE_ENOUGH 3

/* What such a segment takes on average, in whole steps of 30 seconds, at least one; QH_NONE where
 * too few are known. */
gint64 qh_pace_length (const QhPace *pace);

/* Whether such segments took a quarter more than their plan, or worse; FALSE where too few are
 * known. */
gboolean qh_pace_runs_over (const QhPace *pace);

/* Everything that a plan is held against, as plain records, gathered beforehand (by
 * qh_store_gather, or from a plan file). The context owns what it holds; arrays are never NULL. */
typedef struct {
  gint64 now;
  GTimeZone *zone;
  QhPlan *plan;
  QhClient *client;
  GPtrArray *contacts; /* QhContact, of the client */
  GPtrArray *remarks; /* QhRemark, of the client, newest first */
  GHashTable *heard; /* ids of remarks that a segment of a held meeting linked to */
  GPtrArray *frictions; /* QhFriction, of the client or shared by him */
  GHashTable
      *costs; /* gint64 * by the id of a friction: its yearly cost, of those that are known */
  GPtrArray *promises; /* QhPromise, to the client */
  QhTrust *trust; /* the client's; NULL: it is not known */
  gint64 last_held; /* when the client was met last before this meeting; QH_NONE: not yet */
  GPtrArray *content; /* QhContent that the plan links to, then what he could be given */
  GHashTable *standings; /* QhStanding by the id of a content item; of those that are known */
  QhPace paces[QH_SEGMENT_KIND_HOUSEKEEPING + 1]; /* by kind of segment */
  GPtrArray *same_output; /* QhMeeting, others with the same output (folded), not cancelled */
  GPtrArray *accepted; /* QhFindingAccepted, of the meeting */
  QhHouseRules *rules; /* severity and points; never NULL */
  QhPhrases *phrases; /* activity and housekeeping phrases; never NULL */
} QhContext;

/* An empty context over @plan, with the shipped rules and the phrases of English. */
QhContext *qh_context_new (QhPlan *plan, QhClient *client, gint64 now, GTimeZone *zone);
void qh_context_free (QhContext *context);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhContext, qh_context_free)

/* The record with @id in one of the context's arrays of records, borrowed; NULL when not there. */
gpointer qh_context_find (GPtrArray *records, const char *id);

/* What @friction costs in a year; where that is not known, what it costs this client alone, with
 * what is assumed as shipped. */
gint64 qh_context_cost (const QhContext *context, QhFriction *friction);

/* Below 0 when @a is dearer than @b; no two frictions are alike, so there is always one dearest. */
int qh_context_compare_costs (const QhContext *context, QhFriction *a, QhFriction *b);

/* What is known of @content in the ledger, borrowed; NULL: nothing. */
const QhStanding *qh_context_standing (const QhContext *context, QhContent *content);

G_END_DECLS
