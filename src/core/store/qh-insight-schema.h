/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* What Insights are made of, counted by month and kept in step by triggers, so that a page of years
 * is a sum over few rows: insight_sum (scope, month, sort, spot, n, a … f). A scope is '' for all,
 * a client's id, or '@' and a territory. Instants fall into the months of UTC. By sort, and what
 * its spot and its numbers are: segment   of held meetings, by kind: n, of which d are timed, a
 * their planned and b their actual seconds; c the seconds of all, actual where known meeting held:
 * n, a of a known outcome, b that reached it; c of a known length, d its seconds, e those of the
 * ones that reached it score     held ones with both, by the lowest score of a band: n, b that
 * reached their output opened, removed   frictions, by touchpoint and cause ("phone process"): n, a
 * yearly cost open      frictions that are open or being fixed, of no month, by touchpoint: n, a
 * yearly cost kept      promises: n late, broken   promises, by who made them and why ("sales no
 * stock"): n due       open promises, of no month, by the day they count from: n contact   n, a
 * rung at most once, b of known rings, c solved at first contact, d of which that is known, e that
 * failed, f that taught us something And insight_heard (client, day): when one last met, heard or
 * was called by a client, if ever. */

/* A SELECT of the same (month, sort, spot, n, a … f) of one client: ?1 his id, ?2 and ?3 the
 * months, ?4 today: what falls into the months, what is open, and what is overdue. */
extern const char qh_insight_of_client[];

/* Makes the tables and their triggers, and fills them; what frictions cost is there before. */
gboolean qh_insight_schema_install (sqlite3 *db, GError **error);
gboolean qh_insight_schema_drop (sqlite3 *db, GError **error);

/* Lines for people about what is not counted as the records have it. */
gboolean qh_insight_schema_verify (sqlite3 *db, GPtrArray *problems, GError **error);

G_END_DECLS
