/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/qh-clock.h"
#include "model/qh-plan.h"

G_BEGIN_DECLS

/* A meeting under way: where it is in its plan, what each segment took, what was caught. A plain
 * state, and functions over it. No clock is read here: readings come in, and nothing has to be done
 * while time passes, so that a state that was kept goes on wherever it is read again.
 *
 * Its clock counts whole seconds from the start, less what it stood still; every figure changes
 * with them, all at once. */

typedef struct {
  char *id; /* of the segment; NULL: of one that was never saved */
  int kind; /* QhSegmentKind */
  gint64 seconds; /* what it has: by the plan, or by what was added or cut since */
  gint64 spent; /* seconds that are accounted for; qh_run_spent counts on */
  gboolean must;
  gboolean entered; /* it was once the present one */
  gboolean left_out; /* by the short cut */
} QhRunSegment;

typedef enum {
  QH_CAUGHT_UNSET,
  QH_CAUGHT_WORDS,
  QH_CAUGHT_FRICTION,
  QH_CAUGHT_PROMISE,
  QH_CAUGHT_DELIVERED,
  QH_CAUGHT_OUTPUT,
  QH_CAUGHT_OTHER,
} QhCaughtKind;

/* Something that was caught while the clock ran. Until it is a record, what it is to be made of is
 * kept: the line that was typed, or the item that was given. */
typedef struct {
  gint64 at; /* instant */
  QhCaughtKind kind;
  char *text; /* as it is shown */
  char *line; /* NULL: nothing that waits */
  char *content; /* id of the item that was given, or NULL */
  char *record; /* id of what it became, or NULL */
} QhCaught;

/* What there was before a short cut. */
typedef struct {
  gint64 seconds;
  gboolean left_out;
} QhRunFoldPart;

typedef struct {
  gint64 whole, total;
  int present, landed; /* the segment that was left, and the one that it led to */
  GArray *parts; /* QhRunFoldPart, by segment */
} QhRunFold;

typedef struct {
  char *meeting; /* id */
  gint64 began; /* instant */
  gint64 score; /* when it began; QH_NONE: it was not known */
  gint64 whole; /* seconds that the client gives */
  gint64 total; /* seconds that the plan takes: what ahead and behind are held against */
  GArray *segments; /* QhRunSegment */
  int present; /* position of the present segment; -1: there is none */
  gboolean paused, ended;
  QhReading anchor; /* the last thing done: what is below is accounted for up to it */
  gint64 run, halted; /* microseconds that the clock ran, and that it stood still */
  GPtrArray *folds; /* QhRunFold, the newest last */
  GPtrArray *caught; /* QhCaught, in order */
  int output_reached; /* QhOutputReached; 0: nothing was said */
} QhRun;

/* The run of @plan (its meeting has an id) that begins @now and may take @whole seconds. */
QhRun *qh_run_new (QhPlan *plan, gint64 whole, gint64 score, const QhReading *now);
void qh_run_free (QhRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhRun, qh_run_free)

/* --- Looking */

typedef enum {
  QH_RUN_STAGE_CALM,
  QH_RUN_STAGE_SOON, /* the last 20 % */
  QH_RUN_STAGE_LAST, /* the last 5 %, and not less than 20 s */
  QH_RUN_STAGE_OVER,
} QhRunStage;

/* In seconds where nothing else is said. */
typedef struct {
  gint64 elapsed;
  gint64 left; /* of the whole; below 0: so much over it */
  gint64 segment_seconds,
      segment_left; /* of the present segment; of the whole where there is none */
  QhRunStage stage; /* of the same */
  gint64 behind; /* the plan; below 0: ahead of it */
  gint64 over; /* how much longer than the whole it will take as things stand; 0: it will not */
  gint64 expected_end; /* instant */
  guint position, count; /* "3 of 5", from 1; of those that stay or took time */
  gint64 next_change; /* microseconds until a figure changes; -1: none will */
} QhRunFigures;

void qh_run_look (const QhRun *run, const QhReading *now, QhRunFigures *figures);

/* How near its end a segment of @seconds is when @left are left. */
QhRunStage qh_run_stage (gint64 seconds, gint64 left);

/* The segment at @position, borrowed; NULL where there is none. */
const QhRunSegment *qh_run_segment (const QhRun *run, int position);
gint64 qh_run_spent (const QhRun *run, int position, const QhReading *now);

/* What comes after the present segment, and before it; -1: nothing. */
int qh_run_following (const QhRun *run);
int qh_run_preceding (const QhRun *run);

/* Whether nothing was done since long after it should have been over: somebody forgot it, or slept.
 * It can then be ended at the last thing done. */
gboolean qh_run_is_forgotten (const QhRun *run, const QhReading *now);

/* When it ended, or would have with the last thing done. Its length is never shorter than what the
 * segments took, however the wall's clock was set meanwhile. The time that the clock stood still is
 * part of it: whoever made the pause, they were minutes that the client gave, and trust holds
 * `ended` − `began` against his limit. */
gint64 qh_run_end_instant (const QhRun *run);

/* What goes into `actual` of the segment at @position; QH_NONE: it was never in it. A pause is not:
 * `time.runs-over` and the lengths that are proposed ask how long such a segment takes. */
gint64 qh_run_actual (const QhRun *run, int position);

/* --- Doing. Each answers whether anything changed. What is ended changes no more, but for being
 * opened again. */

gboolean qh_run_next (QhRun *run, const QhReading *now);
gboolean qh_run_back (QhRun *run, const QhReading *now);
gboolean qh_run_pause (QhRun *run, const QhReading *now);
gboolean qh_run_resume (QhRun *run, const QhReading *now);

/* The client gives @seconds more (below 0: they are taken back), and they go to the present
 * segment. */
gboolean qh_run_add_time (QhRun *run, gint64 seconds, const QhReading *now);

/* The short cut: only @seconds are left. Of what has not been, the segments marked as must stay
 * (all of them, where none is marked), in the proportion of what each still needs; the present one
 * is left where it is none of these. */
gboolean qh_run_fold (QhRun *run, gint64 seconds, const QhReading *now);
/* Takes the newest short cut back. What was spent meanwhile stays where it was spent. */
gboolean qh_run_unfold (QhRun *run, const QhReading *now);

/* Adds to what was caught; the rest of it is the caller's to fill in. (transfer none) */
QhCaught *qh_run_catch (QhRun *run, QhCaughtKind kind, const char *text, const QhReading *now);
gboolean qh_run_set_output (QhRun *run, int reached, const char *text, const QhReading *now);

gboolean qh_run_end (QhRun *run, const QhReading *now);
/* Ends it with the last thing done: what came after that does not count. */
gboolean qh_run_end_at_last (QhRun *run);
/* It is not ended after all, and its clock has run on. */
gboolean qh_run_reopen (QhRun *run);

/* --- As text */

/* (transfer full) */
char *qh_run_to_json (const QhRun *run);
/* QH_ERROR_INVALID for what no run can be. */
QhRun *qh_run_from_json (const char *json, GError **error);

G_END_DECLS
