/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-runs.h"
#include "design/qh-design-review.h"
#include "store/qh-gather.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>

/* Begun, not ended, and still to be held. */
#define UNDER_WAY                                                                           \
  "meeting.began IS NOT NULL AND meeting.ended IS NULL AND meeting.status NOT IN ('held', " \
  "'debriefed', 'cancelled')"

/* --- Beginning */

static gboolean
check (QhMeeting *meeting, GError **error)
{
  const char *name = meeting->title != NULL ? meeting->title : _ ("The meeting");

  if (meeting->status == QH_MEETING_STATUS_CANCELLED)
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 _ ("“%s” is cancelled: reinstate it, and it can be run"), name);
  else if (meeting->status == QH_MEETING_STATUS_HELD ||
           meeting->status == QH_MEETING_STATUS_DEBRIEFED)
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED, _ ("“%s” was held already"), name);
  else
    return TRUE;
  return FALSE;
}

/* A plan that cannot be reviewed can be run all the same. */
static gint64
score_of (QhStore *store, QhPlan *plan)
{
  g_autoptr (QhContext) context = qh_store_gather (store, plan, NULL);
  g_autoptr (QhDesignReview) review = context != NULL ? qh_design_review_new (context) : NULL;

  return review != NULL ? review->score : QH_NONE;
}

QhRun *
qh_runs_prepare (QhStore *store, const char *meeting, GError **error)
{
  g_autoptr (QhPlan) plan = NULL;
  g_autoptr (QhRecord) client = NULL;
  QhReading now;

  g_return_val_if_fail (QH_IS_STORE (store) && meeting != NULL, NULL);
  plan = qh_store_load_plan (store, meeting, error);
  if (plan == NULL || !check (qh_plan_get_meeting (plan), error))
    return NULL;
  client = qh_store_get (store, &qh_client_entity, qh_plan_get_meeting (plan)->client, NULL);
  now = qh_clock_read (&store->clock);
  return qh_run_new (plan, qh_plan_budget (plan, (QhClient *)client), score_of (store, plan), &now);
}

/* --- Keeping */

/* The table is not among those of which a change is recorded. */
static gboolean
write_state (QhStore *store, const QhRun *run, GError **error)
{
  g_autofree char *state = qh_run_to_json (run);
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, qh_clock_now (&store->clock));

  return qh_store_run (store, error,
                       "INSERT INTO run (meeting, state, modified)"
                       "  VALUES (?1, ?2, CAST (?3 AS INTEGER))"
                       "  ON CONFLICT (meeting) DO UPDATE SET state = excluded.state,"
                       "  modified = excluded.modified",
                       run->meeting, state, now, NULL);
}

/* Commits what @ok says went well, takes it back otherwise. */
static gboolean
finish (QhStore *store, gboolean ok, GError **error)
{
  if (ok)
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  return qh_store_fail (store, error);
}

gboolean
qh_runs_keep (QhStore *store, const QhRun *run, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store) && run != NULL, FALSE);
  return qh_store_begin (store, NULL, error) &&
         finish (store, write_state (store, run, error), error);
}

static gboolean
save_beginning (QhStore *store, const QhRun *run, QhRecord *meeting, GError **error)
{
  qh_record_set_int (meeting, "began", run->began);
  qh_record_set_int (meeting, "score_at_start", run->score);
  return qh_store_save (store, meeting, error) && write_state (store, run, error);
}

gboolean
qh_runs_begin (QhStore *store, const QhRun *run, GError **error)
{
  g_autoptr (QhRecord) meeting = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && run != NULL, FALSE);
  meeting = qh_store_get (store, &qh_meeting_entity, run->meeting, error);
  if (meeting == NULL || !qh_store_begin (store, _ ("Begin meeting"), error))
    return FALSE;
  if (finish (store, save_beginning (store, run, meeting, error), error))
    return TRUE;
  qh_store_revert (store, meeting);
  return FALSE;
}

/* --- Reading */

QhRun *
qh_runs_read (QhStore *store, const char *meeting, GError **error)
{
  sqlite3_stmt *row;
  g_autofree char *state = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && meeting != NULL, NULL);
  row = qh_store_borrow (store, "SELECT state FROM run WHERE meeting = ?1", error);
  if (row == NULL)
    return NULL;
  sqlite3_bind_text (row, 1, meeting, -1, SQLITE_STATIC);
  if (qh_sqlite_step (row, error))
    state = g_strdup ((const char *)sqlite3_column_text (row, 0));
  qh_store_give_back (store, row);
  return state != NULL ? qh_run_from_json (state, error) : NULL;
}

gboolean
qh_runs_is_under_way (QhStore *store, const char *meeting)
{
  g_return_val_if_fail (QH_IS_STORE (store) && meeting != NULL, FALSE);
  return qh_store_count (store,
                         "SELECT count (*) FROM run JOIN meeting ON meeting.id = run.meeting"
                         "  WHERE run.meeting = ?1 AND " UNDER_WAY,
                         (const char *[]){ meeting, NULL }) > 0;
}

GPtrArray *
qh_runs_list (QhStore *store, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *rows;

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  rows = qh_store_borrow (store,
                          "SELECT run.meeting FROM run JOIN meeting ON meeting.id = run.meeting"
                          "  WHERE " UNDER_WAY " ORDER BY run.modified DESC, run.meeting",
                          error);
  if (rows == NULL)
    return NULL;
  while (qh_sqlite_step (rows, &failure))
    g_ptr_array_add (ids, g_strdup ((const char *)sqlite3_column_text (rows, 0)));
  qh_store_give_back (store, rows);
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* --- The end */

/* A segment that was deleted meanwhile has taken its time with it. What is touched is added to
 * @records. */
static gboolean
save_segment (QhStore *store, const QhRun *run, int position, GPtrArray *records, GError **error)
{
  const char *id = qh_run_segment (run, position)->id;
  QhRecord *segment = id != NULL ? qh_store_get (store, &qh_segment_entity, id, NULL) : NULL;

  if (segment == NULL)
    return TRUE;
  g_ptr_array_add (records, segment);
  qh_record_set_int (segment, "actual", qh_run_actual (run, position));
  return qh_store_save (store, segment, error);
}

static gboolean
save_end (QhStore *store, const QhRun *run, GPtrArray *records, GError **error)
{
  QhRecord *meeting = g_ptr_array_index (records, 0);

  qh_record_set_int (meeting, "began", run->began);
  qh_record_set_int (meeting, "ended", qh_run_end_instant (run));
  qh_record_set_int (meeting, "score_at_start", run->score);
  qh_record_set_int (meeting, "status", QH_MEETING_STATUS_HELD);
  if (run->output_reached != 0)
    qh_record_set_int (meeting, "output_reached", run->output_reached);
  if (!qh_store_save (store, meeting, error))
    return FALSE;
  for (int i = 0; qh_run_segment (run, i) != NULL; i++)
    if (!save_segment (store, run, i, records, error))
      return FALSE;
  return write_state (store, run, error);
}

/* What could not be saved is said by no record. */
static gboolean
end_or_revert (QhStore *store, const QhRun *run, GPtrArray *records, GError **error)
{
  if (finish (store, save_end (store, run, records, error), error))
    return TRUE;
  for (guint i = 0; i < records->len; i++)
    qh_store_revert (store, g_ptr_array_index (records, i));
  return FALSE;
}

gboolean
qh_runs_end (QhStore *store, const QhRun *run, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  QhRecord *meeting;

  g_return_val_if_fail (QH_IS_STORE (store) && run != NULL && run->ended, FALSE);
  meeting = qh_store_get (store, &qh_meeting_entity, run->meeting, error);
  if (meeting == NULL)
    return FALSE;
  g_ptr_array_add (records, meeting);
  return qh_store_begin (store, _ ("End meeting"), error) &&
         end_or_revert (store, run, records, error);
}
