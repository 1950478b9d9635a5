/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"
#include "model/qh-enums.h"

G_BEGIN_DECLS

/* The pictures of Insights out of what was counted: pure functions over the figures of a period. */

/* Fewer events say nothing. */
#define QH_INSIGHT_LEAST 5

/* Bands of the score that a meeting began with: below 50, 70, 80, 90, and the rest. */
#define QH_INSIGHT_BANDS 5

/* Who has heard nothing for more days is silent; who heard nothing in the year before that either
 * has gone. */
#define QH_INSIGHT_SILENT_DAYS 90
#define QH_INSIGHT_GONE_DAYS (QH_INSIGHT_SILENT_DAYS + 365)

/* What is ours alone has to be looked at so many days before its proof or its time ends; and who
 * was given nothing scarce for so many goes without. */
#define QH_INSIGHT_SOON_DAYS 60
#define QH_INSIGHT_UNSERVED_DAYS 90

/* The longest of a list. */
#define QH_INSIGHT_LIST_MAX 20

#define QH_INSIGHT_KINDS (QH_SEGMENT_KIND_HOUSEKEEPING + 1)
#define QH_INSIGHT_TOUCHPOINTS (QH_TOUCHPOINT_OTHER + 1)
#define QH_INSIGHT_CAUSES (QH_FRICTION_CAUSE_OWN + 1)

/* What falls into one month. */
typedef struct {
  gint64 seconds[QH_INSIGHT_KINDS]; /* of held meetings: as measured, else as planned */
  gint64 held, known, reached; /* meetings; of a known outcome; of a reached one */
  gint64 measured, taken, taken_well; /* of a known length; their seconds; of those that reached */
  gint64 opened, removed, cost_opened, cost_removed; /* frictions, and what they cost in a year */
  gint64 kept, late, broken, overdue; /* promises; overdue ones are this month's */
  gint64 contacts, rung, first_ring, solved_known, solved, failures, learned;
} QhInsightMonth;

typedef struct {
  gint64 n, planned, actual; /* timed segments of a kind, in seconds */
} QhInsightKind;

typedef struct {
  gint64 n, reached; /* meetings of a band with a known outcome */
} QhInsightBand;

/* A touchpoint, or a cause: of a touchpoint also what is open now, whenever it was opened, and what
 * was last decided. */
typedef struct {
  gint64 opened, removed;
  gint64 open, cost;
  char *decision; /* id, or NULL: undecided */
  int verdict; /* QhVerdict */
  char *reason, *look_again;
} QhInsightSpot;

/* Why promises were not kept by their day. */
typedef struct {
  char *text; /* or NULL: nothing is noted */
  int maker; /* QhPromiseMaker */
  gint64 broken, late;
} QhInsightReason;

/* A line of a list: a client or an item. */
typedef struct {
  char *id, *name;
  char *text; /* what is the matter, or NULL */
  char *day; /* or NULL */
  gint64 days;
  gint64 delivered, reserved, away, available; /* of an edition */
} QhInsightLine;

typedef struct {
  GPtrArray *lines; /* QhInsightLine, at most QH_INSIGHT_LIST_MAX */
  gint64 n; /* how many there are */
} QhInsightList;

typedef struct {
  char *from; /* the first month, "2026-01" */
  char *today;
  char *currency;
  gboolean is_narrowed; /* to a client or a territory */
  guint n_months;
  QhInsightMonth *months;
  QhInsightKind kinds[QH_INSIGHT_KINDS];
  QhInsightBand bands[QH_INSIGHT_BANDS];
  QhInsightSpot touchpoints[QH_INSIGHT_TOUCHPOINTS], causes[QH_INSIGHT_CAUSES];
  GPtrArray *reasons; /* QhInsightReason */
  GHashTable *reasons_known; /* the same by what makes them one */
  QhInsightList editions, exclusives, unserved, silent;
} QhInsightFacts;

/* Nothing is known yet of the months from @from to @to, both included. */
QhInsightFacts *qh_insight_facts_new (const char *from, const char *to);
void qh_insight_facts_free (QhInsightFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhInsightFacts, qh_insight_facts_free)

/* How many months there are from @from to @to, both included; 0 when they are none, or in another
 * order. */
guint qh_insight_count_months (const char *from, const char *to);

/* The month @text ("2026-01" or a day of it) of @facts, or NULL. */
QhInsightMonth *qh_insight_facts_month (QhInsightFacts *facts, const char *text);

/* Counts what is so with @n promises that were made by @maker; reasons that are the same but for
 * white space and capitals are one. */
void qh_insight_facts_add_reason (QhInsightFacts *facts, const char *text, int maker,
                                  gboolean is_late, gint64 n);

/* A new last line of @list, borrowed. */
QhInsightLine *qh_insight_list_add (QhInsightList *list, const char *id, const char *name);

/* Whether somebody has to decide about @spot: open friction costs something there, and nothing was
 * decided, or its day to look again has come. */
gboolean qh_insight_spot_is_due (const QhInsightSpot *spot, const char *today);

/* Every picture, always the same ones in the same order. (QhPicture, transfer full) */
GPtrArray *qh_insight_pictures (const QhInsightFacts *facts);

G_END_DECLS
