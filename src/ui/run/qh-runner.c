/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/qh-runner.h"
#include "base/qh-text.h"
#include "exchange/qh-quick-line.h"
#include "run/qh-run-text.h"
#include "store/qh-ledger.h"
#include "store/qh-runs.h"
#include <glib/gi18n-lib.h>

/* What could not be saved is tried again by itself when it has looked up so often. */
#define TICKS_TO_RETRY 10

/* Characters of the output beside the time at which it was reached. */
#define OUTPUT_CHARS 60

/* A timer may be early by as much as it counts in; nothing is shown twice for that. */
#define TIMER_STEP 1000

struct _QhRunner {
  GObject parent_instance;

  QhStore *store;
  QhRun *run;
  QhPlan *plan;
  gboolean is_begun; /* the store knows that it has begun */
  gboolean is_kept; /* the store knows all that was done */
  gboolean is_aside; /* a file holds what the store does not */
  gboolean is_saving;
  guint timer;
  guint ticks;
  guint retry_at; /* when it has looked up so often */
};

G_DEFINE_FINAL_TYPE (QhRunner, qh_runner, G_TYPE_OBJECT)

enum { TICKED, CHANGED, FAILED, RECOVERED, ENDED, GONE, N_SIGNALS };
static guint signals[N_SIGNALS];

static QhReading
now_of (QhRunner *self)
{
  return qh_clock_read (qh_store_get_clock (self->store));
}

/* --- Saving */

gboolean
qh_runner_blames_store (const GError *error)
{
  return error->domain == QH_ERROR &&
         (error->code == QH_ERROR_READ_ONLY || error->code == QH_ERROR_FULL ||
          error->code == QH_ERROR_STORE || error->code == QH_ERROR_DAMAGED);
}

static gboolean
save_line (QhRunner *self, QhCaught *caught, GError **error)
{
  const char *client = qh_runner_get_meeting (self)->client;
  g_autoptr (QhQuickLine) line = qh_quick_line_new_about (self->store, caught->line, client);

  if (QH_IS_REMARK (line->record))
    qh_record_set_string (line->record, "meeting", self->run->meeting);
  if (!qh_store_save (self->store, line->record, error))
    return FALSE;
  g_free (caught->text);
  caught->text = qh_caught_record_text (line->record);
  caught->kind = qh_caught_kind_of (line->record);
  caught->record = g_strdup (line->record->id);
  g_clear_pointer (&caught->line, g_free);
  return TRUE;
}

static QhMovement *
find_reserved (QhRunner *self, const char *content)
{
  g_autoptr (GPtrArray) lines = qh_runner_list_reserved (self);

  for (guint i = 0; lines && i < lines->len; i++) {
    QhMovement *line = g_ptr_array_index (lines, i);
    if (g_strcmp0 (line->content, content) == 0)
      return g_object_ref (line);
  }
  return NULL;
}

/* What is no longer reserved has been delivered otherwise, or given up. */
static gboolean
save_delivery (QhRunner *self, QhCaught *caught, GError **error)
{
  g_autoptr (QhMovement) line = find_reserved (self, caught->content);

  if (!line) {
    g_clear_pointer (&caught->content, g_free);
    return TRUE;
  }
  qh_record_set_int (QH_RECORD (line), "at", caught->at);
  if (!qh_ledger_move (self->store, line, error))
    return FALSE;
  caught->record = g_strdup (QH_RECORD (line)->id);
  return TRUE;
}

/* Whether nothing waits any more that could be saved. */
static gboolean
save_caught (QhRunner *self, GError **error)
{
  for (guint i = 0; i < self->run->caught->len; i++) {
    QhCaught *caught = g_ptr_array_index (self->run->caught, i);
    if (caught->record)
      continue;
    if (caught->line && !save_line (self, caught, error))
      return FALSE;
    if (caught->content && !save_delivery (self, caught, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
save_all (QhRunner *self, GError **error)
{
  if (!self->is_begun && !qh_runs_begin (self->store, self->run, error))
    return FALSE;
  self->is_begun = TRUE;
  return save_caught (self, error) && qh_runs_keep (self->store, self->run, error);
}

/* Where neither the store nor a file can be written, it is still in memory. */
static void
keep_aside (QhRunner *self)
{
  if (!self->is_kept)
    self->is_aside = qh_runs_keep_aside (self->store, self->run, NULL) || self->is_aside;
  else if (self->is_aside)
    qh_runs_drop_aside (self->store, self->run->meeting);
  if (self->is_kept)
    self->is_aside = FALSE;
}

/* Saving says "changed" in between, which must not lead here again. */
static void
keep (QhRunner *self)
{
  g_autoptr (GError) error = NULL;
  gboolean was_kept = self->is_kept;

  if (self->is_saving)
    return;
  self->is_saving = TRUE;
  self->is_kept = save_all (self, &error);
  self->is_saving = FALSE;
  keep_aside (self);
  self->retry_at = self->ticks + TICKS_TO_RETRY;
  if (!self->is_kept)
    g_signal_emit (self, signals[FAILED], 0, error);
  else if (!was_kept)
    g_signal_emit (self, signals[RECOVERED], 0);
}

/* --- The clock */

static void schedule (QhRunner *self);

/* Standing still, it looks up once a minute only. */
static void
try_again (QhRunner *self)
{
  if (self->is_kept || (self->ticks < self->retry_at && !self->run->paused))
    return;
  keep (self);
  if (self->is_kept)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_timer (gpointer user_data)
{
  g_autoptr (QhRunner) self = g_object_ref (user_data);

  self->timer = 0;
  self->ticks++;
  g_signal_emit (self, signals[TICKED], 0);
  try_again (self);
  schedule (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (QhRunner *self)
{
  QhRunFigures figures;

  g_clear_handle_id (&self->timer, g_source_remove);
  qh_runner_look (self, &figures);
  if (figures.next_change < 0)
    return;
  guint wait = (guint)(MIN (figures.next_change, 60 * G_USEC_PER_SEC) / TIMER_STEP) + 1;
  self->timer = g_timeout_add (wait, on_timer, self);
}

/* After a deed: kept, told, and the clock set anew. */
static gboolean
done (QhRunner *self, gboolean did)
{
  if (!did)
    return FALSE;
  keep (self);
  g_signal_emit (self, signals[CHANGED], 0);
  schedule (self);
  return TRUE;
}

/* --- Deeds */

gboolean
qh_runner_next (QhRunner *self)
{
  QhReading now = now_of (self);

  return done (self, qh_run_next (self->run, &now));
}

gboolean
qh_runner_back (QhRunner *self)
{
  QhReading now = now_of (self);

  return done (self, qh_run_back (self->run, &now));
}

gboolean
qh_runner_set_paused (QhRunner *self, gboolean paused)
{
  QhReading now = now_of (self);

  return done (self, paused ? qh_run_pause (self->run, &now) : qh_run_resume (self->run, &now));
}

gboolean
qh_runner_add_time (QhRunner *self, gint64 seconds)
{
  QhReading now = now_of (self);

  return done (self, qh_run_add_time (self->run, seconds, &now));
}

gboolean
qh_runner_fold (QhRunner *self, gint64 seconds)
{
  QhReading now = now_of (self);

  return done (self, qh_run_fold (self->run, seconds, &now));
}

gboolean
qh_runner_unfold (QhRunner *self)
{
  QhReading now = now_of (self);

  return done (self, qh_run_unfold (self->run, &now));
}

gboolean
qh_runner_set_output (QhRunner *self, int reached)
{
  QhReading now = now_of (self);
  const char *output = qh_runner_get_meeting (self)->output;
  g_autofree char *text = qh_text_shorten (output ? output : "", OUTPUT_CHARS);

  return done (self, qh_run_set_output (self->run, reached, text, &now));
}

void
qh_runner_catch (QhRunner *self, QhRecord *record)
{
  g_return_if_fail (QH_IS_RUNNER (self) && QH_IS_RECORD (record));

  QhReading now = now_of (self);
  g_autofree char *text = qh_caught_record_text (record);
  QhCaught *caught = qh_run_catch (self->run, qh_caught_kind_of (record), text, &now);

  caught->record = g_strdup (record->id);
  done (self, TRUE);
}

void
qh_runner_catch_line (QhRunner *self, const char *line)
{
  g_return_if_fail (QH_IS_RUNNER (self) && line);

  QhReading now = now_of (self);
  g_autoptr (QhQuickLine) read =
      qh_quick_line_new_about (self->store, line, qh_runner_get_meeting (self)->client);
  g_autofree char *text = qh_caught_record_text (read->record);
  QhCaught *caught = qh_run_catch (self->run, qh_caught_kind_of (read->record), text, &now);

  caught->line = g_strdup (line);
  done (self, TRUE);
}

GPtrArray *
qh_runner_list_reserved (QhRunner *self)
{
  g_return_val_if_fail (QH_IS_RUNNER (self), NULL);

  return qh_ledger_list_reserved (self->store, self->run->meeting, NULL)
             ?: g_ptr_array_new_with_free_func (g_object_unref);
}

gboolean
qh_runner_deliver (QhRunner *self, QhMovement *line, GError **error)
{
  g_return_val_if_fail (QH_IS_RUNNER (self) && QH_IS_MOVEMENT (line), FALSE);

  QhReading now = now_of (self);
  g_autofree char *text = qh_copy_text (self->store, line);
  g_autoptr (GError) failure = NULL;
  gboolean moved = qh_ledger_move (self->store, line, &failure);
  QhCaught *caught;

  if (!moved && !qh_runner_blames_store (failure)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  caught = qh_run_catch (self->run, QH_CAUGHT_DELIVERED, text, &now);
  caught->content = g_strdup (line->content);
  caught->record = moved ? g_strdup (QH_RECORD (line)->id) : NULL;
  return done (self, TRUE);
}

gboolean
qh_runner_stands (QhRunner *self, const QhCaught *caught)
{
  g_autoptr (QhRecord) record = NULL;
  g_autoptr (QhMovement) reserved = NULL;

  if (!caught->record)
    return TRUE;
  if (caught->content) {
    reserved = find_reserved (self, caught->content);
    return reserved == NULL;
  }
  record = qh_store_find (self->store, caught->record, NULL);
  return record != NULL;
}

gboolean
qh_runner_end (QhRunner *self, gboolean at_last)
{
  g_return_val_if_fail (QH_IS_RUNNER (self), FALSE);

  QhReading now = now_of (self);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (!(at_last ? qh_run_end_at_last (self->run) : qh_run_end (self->run, &now)))
    return FALSE;
  self->is_saving = TRUE;
  ok = save_caught (self, &error) && qh_runs_end (self->store, self->run, &error);
  self->is_saving = FALSE;
  if (!ok) {
    qh_run_reopen (self->run);
    g_signal_emit (self, signals[FAILED], 0, error);
    return FALSE;
  }
  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_emit (self, signals[ENDED], 0);
  return TRUE;
}

/* --- Looking */

const QhRun *
qh_runner_get_run (QhRunner *self)
{
  g_return_val_if_fail (QH_IS_RUNNER (self), NULL);

  return self->run;
}

QhMeeting *
qh_runner_get_meeting (QhRunner *self)
{
  g_return_val_if_fail (QH_IS_RUNNER (self), NULL);

  return qh_plan_get_meeting (self->plan);
}

QhSegment *
qh_runner_get_segment (QhRunner *self, int position)
{
  g_return_val_if_fail (QH_IS_RUNNER (self), NULL);

  const QhRunSegment *segment = qh_run_segment (self->run, position);
  return segment && segment->id ? qh_plan_find_segment (self->plan, segment->id) : NULL;
}

QhReading
qh_runner_look (QhRunner *self, QhRunFigures *figures)
{
  QhReading now = now_of (self);

  qh_run_look (self->run, &now, figures);
  return now;
}

gboolean
qh_runner_is_forgotten (QhRunner *self)
{
  g_return_val_if_fail (QH_IS_RUNNER (self), FALSE);

  QhReading now = now_of (self);
  return qh_run_is_forgotten (self->run, &now);
}

guint
qh_runner_count_ticks (QhRunner *self)
{
  g_return_val_if_fail (QH_IS_RUNNER (self), 0);

  return self->ticks;
}

/* --- The object */

static void
on_store_changed (QhRunner *self)
{
  g_autoptr (QhRecord) meeting = NULL;

  if (self->is_saving || self->run->ended)
    return;
  meeting = qh_store_get (self->store, &qh_meeting_entity, self->run->meeting, NULL);
  if (!meeting)
    g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_emit (self, signals[meeting ? CHANGED : GONE], 0);
}

static void
qh_runner_dispose (GObject *object)
{
  QhRunner *self = QH_RUNNER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->plan);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_runner_parent_class)->dispose (object);
}

static void
qh_runner_finalize (GObject *object)
{
  g_clear_pointer (&QH_RUNNER (object)->run, qh_run_free);

  G_OBJECT_CLASS (qh_runner_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, QH_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       0);
}

static void
qh_runner_class_init (QhRunnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qh_runner_dispose;
  object_class->finalize = qh_runner_finalize;

  signals[TICKED] = add_signal ("ticked");
  signals[CHANGED] = add_signal ("changed");
  signals[FAILED] = g_signal_new ("failed", QH_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[RECOVERED] = add_signal ("recovered");
  signals[ENDED] = add_signal ("ended");
  signals[GONE] = add_signal ("gone");
}

static void
qh_runner_init (QhRunner *self)
{
}

/* What was kept cannot be read: then at least it began when it began. */
static QhRun *
prepare_anew (QhStore *store, const char *meeting, GError **error)
{
  QhRun *run = qh_runs_prepare (store, meeting, error);
  g_autoptr (QhRecord) record =
      run ? qh_store_get (store, &qh_meeting_entity, meeting, NULL) : NULL;

  if (record && QH_MEETING (record)->began != QH_NONE) {
    run->began = QH_MEETING (record)->began;
    run->score = QH_MEETING (record)->score_at_start;
    run->anchor = (QhReading){ .wall = run->began };
  }
  return run;
}

/* Whether it was held, or is not to be: then it does not begin with what was kept aside. */
static gboolean
is_past (QhMeeting *meeting)
{
  return meeting->status == QH_MEETING_STATUS_HELD ||
         meeting->status == QH_MEETING_STATUS_DEBRIEFED ||
         meeting->status == QH_MEETING_STATUS_CANCELLED;
}

/* What is under way goes on. */
static QhRun *
find_run (QhStore *store, const char *meeting, gboolean *is_begun, GError **error)
{
  QhRun *run = NULL;

  *is_begun = qh_runs_is_under_way (store, meeting);
  if (!*is_begun)
    return qh_runs_prepare (store, meeting, error);
  run = qh_runs_read (store, meeting, NULL);
  if (!run)
    return prepare_anew (store, meeting, error);
  qh_run_reopen (run);
  return run;
}

static QhRunner *
make (QhStore *store, QhPlan *plan, QhRun *run, gboolean is_begun)
{
  QhRunner *self = g_object_new (QH_TYPE_RUNNER, NULL);

  self->store = g_object_ref (store);
  self->plan = g_object_ref (plan);
  self->run = run;
  self->is_begun = is_begun;
  self->is_kept = TRUE;
  return self;
}

QhRunner *
qh_runner_new (QhStore *store, const char *meeting, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store) && meeting, NULL);

  g_autoptr (QhPlan) plan = qh_store_load_plan (store, meeting, error);
  gboolean is_begun = FALSE;
  QhRun *run = plan ? find_run (store, meeting, &is_begun, error) : NULL;
  QhRun *aside = run ? qh_runs_read_aside (store, meeting) : NULL;
  QhRunner *self;

  if (!run)
    return NULL;
  if (!aside)
    return make (store, plan, run, is_begun);
  qh_run_free (run);
  qh_run_reopen (aside);
  self = make (store, plan, aside, is_begun);
  self->is_aside = TRUE;
  self->is_kept = FALSE;
  return self;
}

/* Of what is not under way only what was caught counts: it is not begun again. */
static void
recover (QhStore *store, const char *meeting)
{
  g_autoptr (QhPlan) plan = qh_store_load_plan (store, meeting, NULL);
  QhRun *run = plan ? qh_runs_read_aside (store, meeting) : NULL;
  g_autoptr (QhRunner) self = NULL;

  if (!run)
    return;
  self = make (store, plan, run,
               is_past (qh_plan_get_meeting (plan)) || qh_runs_is_under_way (store, meeting));
  self->is_aside = TRUE;
  keep (self);
}

void
qh_runner_recover (QhStore *store)
{
  g_return_if_fail (QH_IS_STORE (store));

  g_autoptr (GPtrArray) meetings = qh_runs_list_aside (store);

  for (guint i = 0; i < meetings->len; i++)
    recover (store, meetings->pdata[i]);
}

void
qh_runner_start (QhRunner *self)
{
  g_return_if_fail (QH_IS_RUNNER (self));

  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  if (!self->is_begun || !self->is_kept)
    keep (self);
  schedule (self);
}
