/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-sqlite.h"

G_BEGIN_DECLS

/* Records what is done to the rows of some tables, as a changeset of SQLite's session extension
 * ("changeset format" in its documentation), which inverts and applies it. A session would prepare
 * its statements anew for every change, which costs more than a save; these stay prepared. */
typedef struct _QhRecorder QhRecorder;

/* Recorder of @db, of which there can be one, and no session beside it. @tables, ended by NULL and
 * borrowed, have a text in their first column that alone is the primary key; changesets keep their
 * order. It goes before @db is closed, and after its recordings. */
QhRecorder *qh_recorder_new (sqlite3 *db, const char *const *tables);
void qh_recorder_free (QhRecorder *recorder);

/* What is done from its start on, also over several transactions, of which none may have been
 * rolled back when it is taken. Several can run at once. */
typedef struct _QhRecording QhRecording;

QhRecording *qh_recording_start (QhRecorder *recorder);
void qh_recording_end (QhRecording *recording);

/* Nothing is recorded while it is paused. */
void qh_recording_pause (QhRecording *recording, gboolean paused);

/* The net change of every row up to now: what it was, and what it is. */
GByteArray *qh_recording_take (QhRecording *recording, GError **error);

G_END_DECLS
