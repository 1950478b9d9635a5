/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-review-in.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-meeting-export.h"
#include "exchange/qh-review-members.h"
#include "store/qh-sqlite.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

typedef struct {
  QhStore *store;
  const char *where;
  const QhReviewFile *file;
  QhImportReport *report;
  QhMeeting *meeting;
  QhReview *review; /* as it is here; NULL: not yet */
} Arrival;

/* Leaves the file out; @reason is taken. TRUE: that is no error. */
static gboolean
leave_out (const Arrival *arrival, char *reason)
{
  qh_import_skip (arrival->report, arrival->where, reason);
  return TRUE;
}

/* A record that is here, or NULL. */
static QhRecord *
find (QhStore *store, const QhEntity *entity, const char *id)
{
  return qh_store_get (store, entity, id, NULL);
}

/* --- Whether it is about something that left this store */

static char *
digest_of (const char *bytes)
{
  g_autoptr (GBytes) text = g_bytes_new_static (bytes, strlen (bytes));
  g_autoptr (JsonNode) node = qh_json_read (text, NULL);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  return g_strdup (
      json_object_get_string_member_with_default (json_node_get_object (node), "digest", NULL));
}

/* Why @file is about nothing that left this store; NULL: it is. */
static char *
why_not (const Arrival *arrival)
{
  const QhReviewFile *file = arrival->file;
  g_autoptr (QhExport) export =
      qh_export_find (arrival->store, file->plan, file->plan_revision, file->plan_edition);
  g_autofree char *digest = NULL;

  if (export == NULL)
    return g_strdup_printf (
        _ ("it reviews revision %" PRId64 " of a plan, which has not left this store"),
        file->plan_revision);
  digest = export->bytes != NULL ? digest_of (export->bytes) : NULL;
  if (digest == NULL || g_str_equal (digest, file->plan_digest))
    return NULL;
  return g_strdup_printf (_ ("it reviews another plan than the one that left this store as "
                             "revision %" PRId64),
                          file->plan_revision);
}

/* --- The review and its comments */

/* Whether the file says more than what is here: -1 older, 0 as old, 1 newer. */
static int
compare_age (const Arrival *arrival)
{
  const QhReviewFile *file = arrival->file;
  const QhReview *here = arrival->review;

  if (here->file_revision != file->revision)
    return file->revision > here->file_revision ? 1 : -1;
  return file->exported > here->at ? 1 : file->exported < here->at ? -1 : 0;
}

/* What the file says, on top of what is here. */
static QhReview *
settle_review (const Arrival *arrival)
{
  const QhReviewFile *file = arrival->file;
  g_autoptr (QhReview) review =
      arrival->review != NULL ? g_object_ref (arrival->review) : qh_review_new ();
  QhRecord *record = QH_RECORD (review);

  for (guint i = 0; i < qh_review_entity.n_fields; i++) {
    const QhField *field = &qh_review_entity.fields[i];
    g_autofree char *text = qh_record_get_text (QH_RECORD (file->review), field);
    if (!g_strv_contains (qh_review_other_fields, field->name))
      qh_record_set_text (record, field, text, NULL);
  }
  qh_record_set_string (record, "id", file->id);
  qh_record_set_string (record, "meeting", file->plan);
  qh_record_set_int (record, "revision", file->plan_revision);
  qh_record_set_int (record, "at", file->exported);
  qh_record_set_int (record, "file_revision", file->revision);
  qh_record_set_string (record, "digest", file->digest);
  qh_record_set_string (record, "signer_key", file->signer);
  return g_steal_pointer (&review);
}

static GPtrArray *
comments_of (const Arrival *arrival, GError **error)
{
  const char *values[] = { arrival->file->id, NULL };

  return qh_store_select (arrival->store, &qh_comment_entity, "WHERE review = ?1 ORDER BY id",
                          values, error);
}

/* A segment that is gone since takes nothing of the comment with it but its place. */
static const char *
segment_here (const Arrival *arrival, const char *segment)
{
  g_autoptr (QhRecord) record =
      segment != NULL ? find (arrival->store, &qh_segment_entity, segment) : NULL;

  return record != NULL && g_strcmp0 (QH_SEGMENT (record)->meeting, arrival->file->plan) == 0
             ? segment
             : NULL;
}

static gboolean
keep_comment (const Arrival *arrival, QhComment *from, GError **error)
{
  const char *id = QH_RECORD (from)->id;
  g_autoptr (QhRecord) comment = find (arrival->store, &qh_comment_entity, id);

  if (comment == NULL) {
    comment = qh_record_new (&qh_comment_entity);
    qh_record_set_string (comment, "id", id);
    qh_record_set_string (comment, "review", arrival->file->id);
  } else if (g_strcmp0 (QH_COMMENT (comment)->review, arrival->file->id) != 0) {
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED, _ ("the comment %s belongs to another review"),
                 id);
    return FALSE;
  }
  qh_record_set_string (comment, "segment", segment_here (arrival, from->segment));
  qh_record_set_string (comment, "field", from->field);
  qh_record_set_string (comment, "text", from->text);
  return qh_store_save (arrival->store, comment, error);
}

static gboolean
is_in_file (const QhReviewFile *file, const char *id)
{
  for (guint i = 0; i < file->comments->len; i++)
    if (g_strcmp0 (QH_RECORD (file->comments->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
keep_comments (const Arrival *arrival, GError **error)
{
  g_autoptr (GPtrArray) here = comments_of (arrival, error);

  if (here == NULL)
    return FALSE;
  for (guint i = 0; i < here->len; i++) {
    QhRecord *comment = here->pdata[i];
    if (!is_in_file (arrival->file, comment->id) &&
        !qh_store_delete (arrival->store, comment, error))
      return FALSE;
  }
  for (guint i = 0; i < arrival->file->comments->len; i++)
    if (!keep_comment (arrival, arrival->file->comments->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* --- What follows for the meeting */

/* A decision counts for a meeting that is still to come, and for its newest revision. */
static gboolean
follow (const Arrival *arrival, GError **error)
{
  gboolean approved = arrival->file->review->decision == QH_REVIEW_DECISION_APPROVED;
  int status = arrival->meeting->status;

  if (status != QH_MEETING_STATUS_DRAFT && status != QH_MEETING_STATUS_SUBMITTED &&
      status != QH_MEETING_STATUS_APPROVED)
    return TRUE;
  if (arrival->file->plan_revision < arrival->meeting->revision) {
    g_ptr_array_add (arrival->report->news,
                     g_strdup_printf (_ ("The review is of revision %" PRId64 "; revision %" PRId64
                                         " has left since."),
                                      arrival->file->plan_revision, arrival->meeting->revision));
    return TRUE;
  }
  qh_record_set_int (QH_RECORD (arrival->meeting), "status",
                     approved ? QH_MEETING_STATUS_APPROVED : QH_MEETING_STATUS_DRAFT);
  return qh_store_save (arrival->store, QH_RECORD (arrival->meeting), error);
}

static gboolean
keep (const Arrival *arrival, GError **error)
{
  g_autoptr (QhReview) review = settle_review (arrival);
  guint *count = arrival->review != NULL ? &arrival->report->changed : &arrival->report->added;

  if (!qh_store_save (arrival->store, QH_RECORD (review), error) ||
      !keep_comments (arrival, error) || !follow (arrival, error))
    return FALSE;
  g_ptr_array_add (arrival->report->ids, g_strdup (arrival->file->id));
  (*count)++;
  return TRUE;
}

static gboolean
keep_or_leave_out (const Arrival *arrival, GError **error)
{
  int age = arrival->review != NULL ? compare_age (arrival) : 1;
  char *reason;

  if (arrival->review != NULL && g_strcmp0 (arrival->review->meeting, arrival->file->plan) != 0)
    return leave_out (arrival, g_strdup (_ ("another review with its id is here")));
  if (arrival->review != NULL && g_strcmp0 (arrival->review->digest, arrival->file->digest) == 0) {
    qh_import_same (arrival->report, arrival->file->id);
    return TRUE;
  }
  if (age < 0)
    return leave_out (arrival, g_strdup (_ ("a newer version of this review is here")));
  if (age == 0)
    return leave_out (arrival, g_strdup (_ ("this review is here with other contents")));
  reason = why_not (arrival);
  return reason != NULL ? leave_out (arrival, reason) : keep (arrival, error);
}

gboolean
qh_review_in_keep (QhStore *store, const char *where, const QhReviewFile *file,
                   QhImportReport *report, GError **error)
{
  g_autoptr (QhRecord) meeting = find (store, &qh_meeting_entity, file->plan);
  g_autoptr (QhRecord) review = find (store, &qh_review_entity, file->id);
  Arrival arrival = { store, where, file, report, (QhMeeting *)meeting, (QhReview *)review };

  if (meeting == NULL)
    return leave_out (&arrival, g_strdup (_ ("it reviews a plan whose meeting is not here")));
  return keep_or_leave_out (&arrival, error);
}
