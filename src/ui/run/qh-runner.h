/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-run.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* Runs a meeting: reads the clock, does what is asked, keeps the state after each deed, and looks
 * up once a second. A store that fails stops nothing: what could not be saved is tried again, and
 * meanwhile kept in a file, so that it outlives the process.
 *
 * Signals: "ticked": a figure that is shown has changed; "changed": something was done, or what is
 * known of the meeting has changed; "failed" (GError *): the store could not be written;
 * "recovered": all that was caught is saved again; "ended"; "gone": there is no such meeting any
 * more. */
#define QH_TYPE_RUNNER (qh_runner_get_type ())
G_DECLARE_FINAL_TYPE (QhRunner, qh_runner, QH, RUNNER, GObject)

/* Goes on with the meeting with the id @meeting where it is under way, else prepares it to begin.
 * QH_ERROR_REFUSED for one that was cancelled or held. */
QhRunner *qh_runner_new (QhStore *store, const char *meeting, GError **error);

/* Begins, or goes on. Until then nothing is saved, and no signal comes. */
void qh_runner_start (QhRunner *self);

/* Saves what earlier processes caught and could not save. What still cannot be stays where it is.
 */
void qh_runner_recover (QhStore *store);

const QhRun *qh_runner_get_run (QhRunner *self);
QhMeeting *qh_runner_get_meeting (QhRunner *self);
/* The segment at @position as the plan has it, borrowed; NULL where there is none any more. */
QhSegment *qh_runner_get_segment (QhRunner *self, int position);
QhReading qh_runner_look (QhRunner *self, QhRunFigures *figures);
gboolean qh_runner_is_forgotten (QhRunner *self);

/* How often it has looked up by itself. */
guint qh_runner_count_ticks (QhRunner *self);

/* Deeds. Each answers whether anything changed. */
gboolean qh_runner_next (QhRunner *self);
gboolean qh_runner_back (QhRunner *self);
gboolean qh_runner_set_paused (QhRunner *self, gboolean paused);
gboolean qh_runner_add_time (QhRunner *self, gint64 seconds);
gboolean qh_runner_fold (QhRunner *self, gint64 seconds);
gboolean qh_runner_unfold (QhRunner *self);
gboolean qh_runner_set_output (QhRunner *self, int reached);

/* Whether the store is to blame for @error, rather than what it was given. */
gboolean qh_runner_blames_store (const GError *error);

/* A record that was saved elsewhere is noted, and a line that could not be is kept until it can. */
void qh_runner_catch (QhRunner *self, QhRecord *record);
void qh_runner_catch_line (QhRunner *self, const char *line);

/* What is reserved for the meeting, as lines that would deliver it. (QhMovement; transfer container
 * with its records) */
GPtrArray *qh_runner_list_reserved (QhRunner *self);
/* Delivers one of them. FALSE with what the ledger has against it; a store that fails is no such
 * thing: then it waits. */
gboolean qh_runner_deliver (QhRunner *self, QhMovement *line, GError **error);

/* Whether what was @caught still stands: it may have been taken back by undo. */
gboolean qh_runner_stands (QhRunner *self, const QhCaught *caught);

/* Ends it, now or with the last thing done; where that cannot be saved, it goes on. */
gboolean qh_runner_end (QhRunner *self, gboolean at_last);

G_END_DECLS
