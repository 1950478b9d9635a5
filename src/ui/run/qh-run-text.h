/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-run.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* What a meeting under way says in words. All (transfer full) where nothing else is said. */

/* "3 of 5 · Educate" */
char *qh_run_place_text (const QhRun *run, const QhRunFigures *figures);

/* What is left of the present segment: "2:24 left", "0:12 left: wrap up", "0:40 over". */
char *qh_run_segment_text (const QhRunFigures *figures);

/* The shape that goes with it; NULL while there is time. (static) */
const char *qh_run_stage_icon (QhRunStage stage);

/* "0:40 behind · ends 10:15", and by how much it will be over the whole. */
char *qh_run_course_text (const QhRunFigures *figures, GTimeZone *zone);

/* What is left of the whole, large: "8:24", "+0:40"; and what goes with it: "left of 15 minutes".
 */
char *qh_run_left_text (const QhRunFigures *figures);
char *qh_run_whole_text (const QhRun *run, const QhRunFigures *figures);

/* "Next: Build his schedule together · 3 min"; @title may be NULL. */
char *qh_run_next_text (const QhRun *run, const char *title);

/* After a short cut: "5 minutes left, for 2 segments". */
char *qh_run_fold_text (const QhRun *run, int minutes);

/* All of it for who does not see it: minutes, so that it is not said anew every second. */
char *qh_run_description (const QhRun *run, const QhRunFigures *figures);

/* What a thing that is caught is called ("His words"), and how it is written down from a record. */
const char *qh_caught_label (QhCaughtKind kind);
QhCaughtKind qh_caught_kind_of (QhRecord *record);
char *qh_caught_record_text (QhRecord *record);

/* "10:04 His words — “We stopped counting.”" */
char *qh_caught_text (const QhCaught *caught, GTimeZone *zone);

/* A numbered copy: "Benchmark clinic, copy 9 of 12"; without a number, the title. */
char *qh_copy_text (QhStore *store, QhMovement *line);

G_END_DECLS
