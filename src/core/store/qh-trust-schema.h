/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The events that trust is made of, counted by client, sort, touchpoint and day, and kept in step
 * by triggers, so that a window of days is a sum over few rows: `trust_sum` (client, sort, spot,
 * day, n). The client '' stands for all, and for what concerns none. A sort is kept, late, broken,
 * friction   an event of a calendar day; solved, unsolved, in_time, overrun   an event of an
 * instant, by its day in UTC; due   an open promise, by the day it counts from; moves, moving   how
 * often promises were moved, by the day of the event; open ones, of day 0; open1 to open4, past an
 * open friction of that severity (of day 0), one that is open no more. Days are numbered as by
 * qh_date_to_days; spot is a touchpoint or ''. */

/* The microseconds before the epoch, from which a day in UTC is numbered. */
#define QH_TRUST_EPOCH "62135596800000000"
#define QH_TRUST_UTC_DAY(at) "((" at " + " QH_TRUST_EPOCH ") / 86400000000 + 1)"

/* Where a contact by a channel belongs. */
#define QH_TRUST_SPOT(channel) \
  "iif (" channel " IN ('phone', 'mail', 'visit', 'website'), " channel ", 'other')"

/* The day on which a promise counts, what it is then ('open' has yet to be held against today), and
 * whether a friction is an event for @client. @r: a prefix of columns. */
#define QH_TRUST_DUE(r)                                                                         \
  "iif (" r "moved_from IS NULL OR " r "consent, " r "due, iif (" r "due < " r "moved_from, " r \
  "due, " r "moved_from))"
#define QH_TRUST_PROMISE_SORT(r)                                                 \
  "CASE " r "status WHEN 'kept' THEN iif (coalesce (" r "kept, " QH_TRUST_DUE (  \
      r) ") > " QH_TRUST_DUE (r) ", 'late', 'kept') WHEN 'broken' THEN 'broken'" \
                                 " WHEN 'open' THEN 'due' END"
#define QH_TRUST_PROMISE_DAY(r)                                                              \
  "CASE " r "status WHEN 'kept' THEN coalesce (" r                                           \
  "kept, " QH_TRUST_DUE (r) ", " r "made) WHEN 'broken' THEN coalesce (min (" QH_TRUST_DUE ( \
      r) ", " r "broken), " QH_TRUST_DUE (r) ", " r "broken, " r                             \
                                             "made) WHEN 'open' THEN " QH_TRUST_DUE (r) " END"
#define QH_TRUST_FRICTION_COUNTS(r, client)                                \
  "(" r "severity >= 2 AND NOT EXISTS (SELECT 1 FROM contact_log AS entry" \
  "  WHERE entry.id = " r "contact_log AND entry.solved IS NOT NULL"       \
  "    AND (" client " = '' OR entry.client = " client ")))"

/* Makes the table, its triggers and its indexes, and fills it. */
gboolean qh_trust_schema_install (sqlite3 *db, GError **error);
gboolean qh_trust_schema_drop (sqlite3 *db, GError **error);

/* Lines for people about clients whose sums are not what their records add up to. */
gboolean qh_trust_schema_verify (sqlite3 *db, GPtrArray *problems, GError **error);

G_END_DECLS
