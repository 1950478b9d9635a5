/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* What frictions cost, kept in step by triggers as design/qh-cost.h has it, so that nothing is
 * added up when a page opens: friction_cost (friction, status, cost, clients)   a row for each
 * friction, with its yearly cost and how many clients it touches; "open, dearest first" is a walk
 * of its index; friction_assumption   one row: the hourly rate and the shares as the settings have
 * them; friction_total (status, millions, rest)   what the frictions of each status cost together:
 *     millions × 1,000,000 + rest, in two parts, so that no sum is too large for its column. */

gboolean qh_cost_schema_install (sqlite3 *db, GError **error);
gboolean qh_cost_schema_drop (sqlite3 *db, GError **error);

/* Lines for people about frictions whose cost is not what the records come to. */
gboolean qh_cost_schema_verify (sqlite3 *db, GPtrArray *problems, GError **error);

G_END_DECLS
