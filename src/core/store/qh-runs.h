/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-run.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* Meetings under way, as the store keeps them: the state of each (design/qh-run.h) in the table
 * `run`, beside the undo list; what it means for the meeting, as changes that can be undone. A run
 * goes on in memory whether it could be kept or not: what fails here stops no clock. */

/* A run of the meeting @meeting by its plan as it stands, beginning now; nothing is saved yet.
 * QH_ERROR_REFUSED for a meeting that was cancelled or held. */
QhRun *qh_runs_prepare (QhStore *store, const char *meeting, GError **error);

/* Saves that @run has begun (`began`, `score_at_start`) as one change, and keeps its state. */
gboolean qh_runs_begin (QhStore *store, const QhRun *run, GError **error);

/* Keeps the state of @run as it is now; no step of undo. */
gboolean qh_runs_keep (QhStore *store, const QhRun *run, GError **error);

/* The state that is kept of @meeting, under way or ended; NULL, without an error: none. */
QhRun *qh_runs_read (QhStore *store, const char *meeting, GError **error);

/* Whether the meeting has begun, and is kept, and has not ended. */
gboolean qh_runs_is_under_way (QhStore *store, const char *meeting);

/* The ids of the meetings under way, the one with the newest deed first. (char *; transfer full) */
GPtrArray *qh_runs_list (QhStore *store, GError **error);

/* Saves that @run, which is ended, has ended: `began`, `ended` and `output_reached`, the status
 * held, and what each segment took. One change. */
gboolean qh_runs_end (QhStore *store, const QhRun *run, GError **error);

/* --- What the store would not take, because it fails: kept in a file in the state folder, so that
 *     it outlives the process, until the store has it all. Not for a store in memory. */

gboolean qh_runs_keep_aside (QhStore *store, const QhRun *run, GError **error);
/* NULL: nothing is kept so. */
QhRun *qh_runs_read_aside (QhStore *store, const char *meeting);
void qh_runs_drop_aside (QhStore *store, const char *meeting);
/* The ids of the meetings of which something is kept so. (char *; transfer full) */
GPtrArray *qh_runs_list_aside (QhStore *store);

G_END_DECLS
