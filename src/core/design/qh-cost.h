/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-friction.h"

G_BEGIN_DECLS

/* What a friction costs in a year. For every client that it touches, his time (the minutes of each
 * time, as often as it happens, at the hourly rate) and what we may lose (the severity's share of
 * his yearly value); summed over the clients. Each client's two amounts are rounded to the minor
 * unit, halves up, and then added, so that a sum adds up. What is not known counts as nothing. No
 * amount is above QH_MONEY_MAX: what would be more is that. */

#define QH_SEVERITIES 4

/* What holds until something is set (qh-settings.h). */
#define QH_COST_HOURLY_RATE 4500
#define QH_COST_SHARES \
  {                    \
    0, 20, 100, 300    \
  }

/* What a cost rests on besides the records. */
typedef struct {
  gint64 hourly_rate; /* minor units */
  int shares[QH_SEVERITIES]; /* of severity 1 to 4, in thousandths */
} QhCostAssumptions;

/* One friction, and the clients that it touches. */
typedef struct {
  gint64 severity, minutes, times_per_year; /* each may be QH_NONE */
  const gint64 *values; /* the yearly value of each client, QH_NONE: not known */
  guint clients;
} QhCostFacts;

typedef struct {
  gint64 clients;
  gint64 client_minutes; /* of all clients, a year */
  gint64 client_cost, own_loss, cost; /* minor units, a year */
} QhCost;

QhCost qh_cost (const QhCostAssumptions *assumptions, const QhCostFacts *facts);

/* The parts of a @cost that was worked out before: it does not take the clients' values. Not for
 * QH_MONEY_MAX, of which some may be cut off. */
QhCost qh_cost_part (const QhCostAssumptions *assumptions, const QhCostFacts *facts, gint64 cost);

/* The facts of @friction; @values and their number are the caller's. */
QhCostFacts qh_cost_facts (QhFriction *friction, const gint64 *values, guint clients);

double qh_cost_hours (const QhCost *cost);

/* a + b, at most QH_MONEY_MAX; neither is below zero. */
gint64 qh_cost_add (gint64 a, gint64 b);

/* --- For people */

/* A line of the sum: what it is, and how it comes about. */
typedef struct {
  char *label; /* "Costs the client" */
  char *text; /* "20 min × 24 a year = 8 h × €45 = €360" */
} QhCostLine;

void qh_cost_line_free (QhCostLine *line);

/* The whole sum, in this order: the clients' time, what is at risk for us, both together, and what
 * was assumed. (QhCostLine, transfer full) */
GPtrArray *qh_cost_lines (const QhCostAssumptions *assumptions, const QhCostFacts *facts,
                          const char *currency);

/* “€1,780 a year”. */
char *qh_cost_label (gint64 cost, const char *currency);

/* What a friction of @severity does: "annoys", "slows", "stops work", "may make him leave". */
const char *qh_severity_label (gint64 severity);

G_END_DECLS
