/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever does something settles first: what passed since the anchor goes to the present segment,
 * in whole seconds of the run's clock, so that what the segments took always adds up to what the
 * clock shows. Looking settles nothing. */
#include "design/qh-run-private.h"

/* After so long beyond its end with nothing done, nobody is in the meeting any more. */
#define FORGOTTEN_AFTER (15 * QH_MINUTE)

/* The last of a segment, in seconds, however short it is. */
#define LAST_AT_LEAST 20

/* --- The object */

static void
segment_clear (gpointer data)
{
  g_free (((QhRunSegment *)data)->id);
}

static void
fold_free (gpointer data)
{
  QhRunFold *fold = data;

  g_array_unref (fold->parts);
  g_free (fold);
}

static void
caught_free (gpointer data)
{
  QhCaught *caught = data;

  g_free (caught->text);
  g_free (caught->line);
  g_free (caught->content);
  g_free (caught->record);
  g_free (caught);
}

QhCaught *
qh_caught_new (QhCaughtKind kind, const char *text, gint64 at)
{
  QhCaught *caught = g_new0 (QhCaught, 1);

  caught->at = at;
  caught->kind = kind;
  caught->text = g_strdup (text);
  return caught;
}

QhRunFold *
qh_run_fold_new (guint n)
{
  QhRunFold *fold = g_new0 (QhRunFold, 1);

  fold->parts = g_array_new (FALSE, TRUE, sizeof (QhRunFoldPart));
  g_array_set_size (fold->parts, n);
  return fold;
}

QhRun *
qh_run_new_empty (void)
{
  QhRun *run = g_new0 (QhRun, 1);

  run->score = QH_NONE;
  run->present = -1;
  run->segments = g_array_new (FALSE, TRUE, sizeof (QhRunSegment));
  g_array_set_clear_func (run->segments, segment_clear);
  run->folds = g_ptr_array_new_with_free_func (fold_free);
  run->caught = g_ptr_array_new_with_free_func (caught_free);
  return run;
}

static void
add_segment (QhRun *run, QhSegment *from)
{
  QhRunSegment segment = { .id = g_strdup (QH_RECORD (from)->id),
                           .kind = from->kind,
                           .seconds = CLAMP (from->seconds, 0, QH_RUN_SECONDS_MAX),
                           .must = from->must };

  run->total += segment.seconds;
  g_array_append_val (run->segments, segment);
}

static QhRunSegment *
segment_at (const QhRun *run, int position)
{
  return &g_array_index (run->segments, QhRunSegment, position);
}

static void
enter (QhRun *run, int position)
{
  run->present = position;
  segment_at (run, position)->entered = TRUE;
}

QhRun *
qh_run_new (QhPlan *plan, gint64 whole, gint64 score, const QhReading *now)
{
  g_return_val_if_fail (QH_IS_PLAN (plan) && now != NULL, NULL);

  QhRun *run = qh_run_new_empty ();
  run->meeting = g_strdup (QH_RECORD (qh_plan_get_meeting (plan))->id);
  run->began = now->wall;
  run->anchor = *now;
  run->score = score;
  run->whole = CLAMP (whole, 0, QH_RUN_SECONDS_MAX);
  for (guint i = 0; i < qh_plan_n_segments (plan); i++)
    add_segment (run, qh_plan_segment (plan, i));
  if (run->segments->len > 0)
    enter (run, 0);
  return run;
}

void
qh_run_free (QhRun *run)
{
  g_free (run->meeting);
  g_array_unref (run->segments);
  g_ptr_array_unref (run->folds);
  g_ptr_array_unref (run->caught);
  g_free (run);
}

/* --- Time */

static gint64
passed (const QhRun *run, const QhReading *now)
{
  return run->ended ? 0 : qh_reading_elapsed (&run->anchor, now);
}

/* Microseconds that its clock has run. */
static gint64
running (const QhRun *run, const QhReading *now)
{
  return run->run + (run->paused ? 0 : passed (run, now));
}

static gint64
whole_seconds (gint64 microseconds)
{
  return microseconds / G_USEC_PER_SEC;
}

static void
settle (QhRun *run, const QhReading *now)
{
  gint64 before = whole_seconds (run->run);

  if (run->paused)
    run->halted += passed (run, now);
  run->run = running (run, now);
  if (run->present >= 0)
    segment_at (run, run->present)->spent += whole_seconds (run->run) - before;
  run->anchor = *now;
}

/* --- Looking */

const QhRunSegment *
qh_run_segment (const QhRun *run, int position)
{
  return position >= 0 && (guint)position < run->segments->len ? segment_at (run, position) : NULL;
}

gint64
qh_run_spent (const QhRun *run, int position, const QhReading *now)
{
  const QhRunSegment *segment = qh_run_segment (run, position);

  if (segment == NULL)
    return 0;
  if (position != run->present)
    return segment->spent;
  return segment->spent + whole_seconds (running (run, now)) - whole_seconds (run->run);
}

static gint64
still_needed (const QhRun *run, int position, const QhReading *now)
{
  const QhRunSegment *segment = segment_at (run, position);

  return segment->left_out ? 0 : MAX (segment->seconds - qh_run_spent (run, position, now), 0);
}

/* What is still to come, the present segment's rest included. */
static gint64
rest (const QhRun *run, const QhReading *now)
{
  gint64 sum = 0;

  for (int i = MAX (run->present, 0); (guint)i < run->segments->len; i++)
    sum += still_needed (run, i, now);
  return sum;
}

QhRunStage
qh_run_stage (gint64 seconds, gint64 left)
{
  if (left < 0)
    return QH_RUN_STAGE_OVER;
  if (left * 20 <= seconds || left <= LAST_AT_LEAST)
    return QH_RUN_STAGE_LAST;
  return left * 5 <= seconds ? QH_RUN_STAGE_SOON : QH_RUN_STAGE_CALM;
}

/* Of the present segment; of the whole where there is none. */
static void
look_at_segment (const QhRun *run, const QhReading *now, QhRunFigures *figures)
{
  const QhRunSegment *segment = qh_run_segment (run, run->present);

  figures->segment_seconds = segment != NULL ? segment->seconds : run->whole;
  figures->segment_left =
      segment != NULL ? segment->seconds - qh_run_spent (run, run->present, now) : figures->left;
  figures->stage = qh_run_stage (figures->segment_seconds, figures->segment_left);
  for (int i = 0; (guint)i < run->segments->len; i++) {
    gboolean counts = !segment_at (run, i)->left_out || qh_run_spent (run, i, now) > 0;
    figures->count += counts;
    figures->position += counts && i <= run->present;
  }
}

/* Standing still, the end moves on with the wall's clock, which is read by the minute. */
static gint64
next_change (const QhRun *run, const QhRunFigures *figures, gint64 fraction)
{
  gint64 minute = QH_MINUTE * G_USEC_PER_SEC;

  if (run->ended)
    return -1;
  if (!run->paused)
    return G_USEC_PER_SEC - fraction;
  return minute - (figures->expected_end % minute + minute) % minute;
}

void
qh_run_look (const QhRun *run, const QhReading *now, QhRunFigures *figures)
{
  gint64 ran = running (run, now);
  gint64 fraction = ran % G_USEC_PER_SEC;
  gint64 remaining = rest (run, now);
  gint64 expected;

  *figures = (QhRunFigures){ .elapsed = whole_seconds (ran) };
  expected = figures->elapsed + remaining;
  figures->left = run->whole - figures->elapsed;
  figures->behind = run->segments->len > 0 ? expected - run->total : 0;
  figures->over = MAX (expected - run->whole, 0);
  figures->expected_end = now->wall - fraction + remaining * G_USEC_PER_SEC;
  look_at_segment (run, now, figures);
  figures->next_change = next_change (run, figures, fraction);
}

int
qh_run_following (const QhRun *run)
{
  for (int i = run->present + 1; (guint)i < run->segments->len; i++)
    if (!segment_at (run, i)->left_out)
      return i;
  return -1;
}

int
qh_run_preceding (const QhRun *run)
{
  for (int i = run->present - 1; i >= 0; i--)
    if (!segment_at (run, i)->left_out)
      return i;
  return -1;
}

gboolean
qh_run_is_forgotten (const QhRun *run, const QhReading *now)
{
  gint64 due = MAX (rest (run, &run->anchor), run->whole - whole_seconds (run->run));

  return !run->ended && whole_seconds (passed (run, now)) > MAX (due, 0) + FORGOTTEN_AFTER;
}

gint64
qh_run_end_instant (const QhRun *run)
{
  return run->began + run->run + run->halted;
}

gint64
qh_run_actual (const QhRun *run, int position)
{
  const QhRunSegment *segment = qh_run_segment (run, position);

  if (segment == NULL || !segment->entered)
    return QH_NONE;
  return MIN (segment->spent, QH_RUN_SECONDS_MAX);
}

/* --- Doing */

static gboolean
go_to (QhRun *run, int position, const QhReading *now)
{
  if (run->ended || position < 0)
    return FALSE;
  settle (run, now);
  enter (run, position);
  return TRUE;
}

gboolean
qh_run_next (QhRun *run, const QhReading *now)
{
  return go_to (run, qh_run_following (run), now);
}

gboolean
qh_run_back (QhRun *run, const QhReading *now)
{
  return go_to (run, qh_run_preceding (run), now);
}

static gboolean
set_paused (QhRun *run, gboolean paused, const QhReading *now)
{
  if (run->ended || run->paused == paused)
    return FALSE;
  settle (run, now);
  run->paused = paused;
  return TRUE;
}

gboolean
qh_run_pause (QhRun *run, const QhReading *now)
{
  return set_paused (run, TRUE, now);
}

gboolean
qh_run_resume (QhRun *run, const QhReading *now)
{
  return set_paused (run, FALSE, now);
}

/* Added time stays when a short cut before it is taken back. */
static void
add_to_folds (QhRun *run, gint64 seconds)
{
  for (guint i = 0; i < run->folds->len; i++) {
    QhRunFold *fold = g_ptr_array_index (run->folds, i);
    fold->whole = CLAMP (fold->whole + seconds, 0, QH_RUN_SECONDS_MAX);
    if (run->present < 0)
      continue;
    QhRunFoldPart *part = &g_array_index (fold->parts, QhRunFoldPart, run->present);
    gint64 before = part->seconds;
    part->seconds = CLAMP (part->seconds + seconds, 0, QH_RUN_SECONDS_MAX);
    fold->total += part->seconds - before;
  }
}

gboolean
qh_run_add_time (QhRun *run, gint64 seconds, const QhReading *now)
{
  QhRunSegment *segment = run->present >= 0 ? segment_at (run, run->present) : NULL;
  gint64 least = MAX (-run->whole, segment != NULL ? -segment->seconds : G_MININT32);
  gint64 most = QH_RUN_SECONDS_MAX - MAX (run->whole, segment != NULL ? segment->seconds : 0);

  seconds = CLAMP (seconds, least, MAX (most, 0));
  if (run->ended || seconds == 0)
    return FALSE;
  settle (run, now);
  run->whole += seconds;
  if (segment != NULL) {
    segment->seconds += seconds;
    run->total += seconds;
  }
  add_to_folds (run, seconds);
  return TRUE;
}

/* --- The short cut */

static void
remember (QhRun *run)
{
  QhRunFold *fold = qh_run_fold_new (run->segments->len);

  fold->whole = run->whole;
  fold->total = run->total;
  fold->present = run->present;
  for (guint i = 0; i < run->segments->len; i++) {
    const QhRunSegment *segment = segment_at (run, i);
    g_array_index (fold->parts, QhRunFoldPart, i) =
        (QhRunFoldPart){ segment->seconds, segment->left_out };
  }
  g_ptr_array_add (run->folds, fold);
}

/* Leaves out what need not be, from the present segment on. */
static void
leave_out (QhRun *run)
{
  gboolean any = FALSE;

  for (int i = run->present; (guint)i < run->segments->len; i++)
    any = any || (segment_at (run, i)->must && !segment_at (run, i)->left_out);
  for (int i = run->present; any && (guint)i < run->segments->len; i++)
    if (!segment_at (run, i)->must)
      segment_at (run, i)->left_out = TRUE;
}

/* Gives what stays the @seconds that are left, each its part of them; the parts add up. */
static void
share_out (QhRun *run, gint64 seconds, const QhReading *now)
{
  gint64 needed = rest (run, now), n = 0, sum = 0, given = 0;

  for (int i = run->present; (guint)i < run->segments->len; i++)
    n += !segment_at (run, i)->left_out;
  for (int i = run->present; (guint)i < run->segments->len; i++) {
    QhRunSegment *segment = segment_at (run, i);
    if (segment->left_out)
      continue;
    sum += needed > 0 ? still_needed (run, i, now) : 1;
    gint64 part = seconds * sum / (needed > 0 ? needed : n) - given;
    given += part;
    segment->seconds = segment->spent + part;
  }
}

gboolean
qh_run_fold (QhRun *run, gint64 seconds, const QhReading *now)
{
  if (run->ended || run->present < 0)
    return FALSE;
  settle (run, now);
  seconds = CLAMP (seconds, 0, QH_RUN_SECONDS_MAX);
  remember (run);
  leave_out (run);
  share_out (run, seconds, now);
  if (segment_at (run, run->present)->left_out)
    enter (run, qh_run_following (run));
  ((QhRunFold *)g_ptr_array_index (run->folds, run->folds->len - 1))->landed = run->present;
  run->whole = run->total = whole_seconds (run->run) + seconds;
  return TRUE;
}

gboolean
qh_run_unfold (QhRun *run, const QhReading *now)
{
  QhRunFold *fold;

  if (run->ended || run->folds->len == 0)
    return FALSE;
  settle (run, now);
  fold = g_ptr_array_index (run->folds, run->folds->len - 1);
  run->whole = fold->whole;
  run->total = fold->total;
  for (guint i = 0; i < run->segments->len; i++) {
    const QhRunFoldPart *part = &g_array_index (fold->parts, QhRunFoldPart, i);
    segment_at (run, i)->seconds = part->seconds;
    segment_at (run, i)->left_out = part->left_out;
  }
  if (run->present == fold->landed)
    enter (run, fold->present);
  g_ptr_array_set_size (run->folds, (int)run->folds->len - 1);
  return TRUE;
}

/* --- What is caught */

QhCaught *
qh_run_catch (QhRun *run, QhCaughtKind kind, const char *text, const QhReading *now)
{
  QhCaught *caught = qh_caught_new (kind, text, now->wall);

  if (!run->ended)
    settle (run, now);
  g_ptr_array_add (run->caught, caught);
  return caught;
}

static void
drop_output (QhRun *run)
{
  for (guint i = run->caught->len; i > 0; i--)
    if (((QhCaught *)g_ptr_array_index (run->caught, i - 1))->kind == QH_CAUGHT_OUTPUT)
      g_ptr_array_remove_index (run->caught, i - 1);
}

gboolean
qh_run_set_output (QhRun *run, int reached, const char *text, const QhReading *now)
{
  if (run->ended || run->output_reached == reached)
    return FALSE;
  settle (run, now);
  run->output_reached = reached;
  drop_output (run);
  if (reached != 0)
    qh_run_catch (run, QH_CAUGHT_OUTPUT, text, now);
  return TRUE;
}

/* --- The end */

gboolean
qh_run_end (QhRun *run, const QhReading *now)
{
  if (run->ended)
    return FALSE;
  settle (run, now);
  run->ended = TRUE;
  return TRUE;
}

gboolean
qh_run_end_at_last (QhRun *run)
{
  if (run->ended)
    return FALSE;
  run->ended = TRUE;
  return TRUE;
}

gboolean
qh_run_reopen (QhRun *run)
{
  if (!run->ended)
    return FALSE;
  run->ended = FALSE;
  return TRUE;
}
