/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* What Insights are made of, counted by month: insight_sum (scope, month, sort, spot, n, a … f).
 * A scope is '' for all, a client's id, or '@' and a territory. Instants fall into the months of
 * UTC. By sort, and what its spot and its numbers are:
 *   segment   of held meetings, by kind: n timed ones, a their planned and b their actual seconds;
 *             c the seconds of all of them, actual where known
 *   meeting   held: n, a of a known outcome, b that reached it; c of a known length, d its seconds,
 *             e those of the ones that reached it
 *   score     held ones with both, by the lowest score of a band: n, b that reached their output
 *   opened, removed   frictions, by touchpoint and cause ("phone process"): n, a yearly cost
 *   open      frictions that are open or being fixed, of no month, by touchpoint: n, a yearly cost
 *   kept      promises: n
 *   late, broken   promises, by who made them and why ("sales no stock"): n
 *   due   open promises, of no month, by the day they count from: n
 *   contact   n, a rung at most once, b of known rings, c solved at first contact, d of which that
 *             is known, e that failed, f that taught us something */

/* A SELECT of what insight_sum has to be, from the records. */
extern const char qh_insight_sums[];

G_END_DECLS
