/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-compose.h"
#include "design/qh-rule.h"

G_BEGIN_DECLS

/* The inside of Compose; for its own files and its tests. */

/* Lengths go from one minute to five, in steps of 30 seconds. */
#define QH_COMPOSE_STEP QH_RULE_STEP
#define QH_COMPOSE_LEAST QH_MINUTE
#define QH_COMPOSE_MOST (5 * QH_MINUTE)

/* Of promises that are past due, and of frictions that went, so many can be spoken of. */
#define QH_COMPOSE_MANY 8

/* No plan that is composed has more segments. */
#define QH_COMPOSE_SEGMENTS (7 + 2 * QH_COMPOSE_MANY)

/* A friction that is not among them. */
#define QH_COMPOSE_NO_FRICTION G_MAXUINT

/* What a candidate is there for, in the order of the plan. */
typedef enum {
  QH_PLACE_OPEN,
  QH_PLACE_PROMISED,
  QH_PLACE_TOLD,
  QH_PLACE_ESCAPE,
  QH_PLACE_SECOND, /* another escape, of the same candidates */
  QH_PLACE_EDUCATE,
  QH_PLACE_IMPROVE,
  QH_PLACE_AESTHETICS,
  QH_PLACE_CLOSE,
  QH_N_PLACES,
} QhComposePlace;

/* A segment that could be in the plan. */
typedef struct {
  QhComposePlace place;
  QhSegment *segment; /* without id; as long as such a segment takes */
  gint64 seconds; /* the same length */
  gboolean is_known; /* segments of its kind were held: that is what they took */
  QhRecord *source; /* the remark or the friction that its item fits; NULL: none */
  guint friction; /* among the client's open frictions, 0 the dearest; or QH_COMPOSE_NO_FRICTION */
  int scarcity; /* of its item, 0: none */
  guint fit; /* words that its item shares with what he said, or with what stands in his way */
  guint said; /* a number of the remark that it takes up, 0: none */
  guint order; /* among all, in an order that depends on nothing but what is known */
} QhComposeCandidate;

/* All of them (QhComposeCandidate), by @order. @is_unknown: nothing is known of the client. */
GPtrArray *qh_compose_candidates (const QhContext *context, gboolean *is_unknown);

/* Whether @content can be given in this meeting: the day is right, a copy is to be had or is
 * reserved for it, and he may have one more. */
gboolean qh_compose_can_give (const QhFacts *facts, QhContent *content);

void qh_compose_candidate_free (QhComposeCandidate *candidate);

/* Why it is there. */
QhReason *qh_compose_reason (const QhFacts *facts, const QhComposeCandidate *candidate);

/* Which of his words an item, or a friction, is about. */
typedef struct _QhEcho QhEcho;
QhEcho *qh_echo_new (const QhContext *context);
void qh_echo_free (QhEcho *echo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhEcho, qh_echo_free)

/* One word may be shared by chance. */
#define QH_ECHO_ENOUGH 2

/* What was found. */
typedef struct {
  guint words; /* that both share, with one remark or one friction */
  QhRecord *source; /* that remark or friction; NULL: there is none */
  QhRemark *remark; /* the remark that shares most, if that is enough to say so; or NULL */
} QhEchoed;

/* @title and @text: of what is looked up, nullable. */
QhEchoed qh_echo_find (QhEcho *echo, const char *title, const char *text);

/* A candidate in a plan, and its length there. */
typedef struct {
  const QhComposeCandidate *candidate;
  gint64 seconds;
} QhComposePick;

/* What a plan is worth, in the order in which that counts. */
typedef struct {
  int points; /* what the rules take off */
  guint friction;
  int scarcity;
  guint frame; /* an opening, a close */
  gint64 cut, total; /* seconds: below what its segments take, of the whole */
  guint repeats; /* words of his that it takes up twice */
  guint fit;
} QhComposeWorth;

/* Below 0 where @a is worth more. */
int qh_compose_worth_compare (const QhComposeWorth *a, const QhComposeWorth *b);

/* What @picks are worth beside @points. */
QhComposeWorth qh_compose_worth (const QhComposePick *picks, guint n, int points);

/* How long a plan may be, in seconds. */
gint64 qh_compose_bound (const QhContext *context);

/* What the rules will say, in figures: of what a choice of segments can change. */
typedef struct _QhEstimate QhEstimate;
QhEstimate *qh_estimate_new (const QhContext *context, GPtrArray *candidates);
void qh_estimate_free (QhEstimate *estimate);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhEstimate, qh_estimate_free)

/* @picks: in the order of the plan. */
int qh_estimate_points (const QhEstimate *estimate, const QhComposePick *picks, guint n);

/* The best picks, in the order of the plan (QhComposePick). */
GArray *qh_compose_search (const QhContext *context, GPtrArray *candidates);

/* Fills the meeting's empty texts, in the words number @wording; FALSE: there are not so many. */
gboolean qh_compose_say (const QhContext *context, QhPlan *plan, gboolean is_unknown,
                         guint wording);

G_END_DECLS
