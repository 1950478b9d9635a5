/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-plan-diff.h"
#include "exchange/qh-meeting-export.h"
#include "exchange/qh-plan-file.h"
#include "exchange/qh-team-folder.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* How far the plan has come, and what follows from its place. */
static const char *const no_design[] = {
  "id",        "created", "modified", "author", "meeting",        "client", "status",  "revision",
  "began",     "ended",   "learned",  "ease",   "score_at_start", "result", "cleared", "open_with",
  "blueprint", "actual",  "position", "uid",    "output_reached", "zone",   NULL
};

void
qh_plan_change_free (QhPlanChange *change)
{
  g_free (change->where);
  g_free (change->segment);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/* Takes the texts but @segment. */
static void
add (GPtrArray *changes, char *where, const char *segment, const QhField *field, char *before,
     char *after)
{
  QhPlanChange *change = g_new0 (QhPlanChange, 1);

  *change = (QhPlanChange){ where, g_strdup (segment), field, before, after };
  g_ptr_array_add (changes, change);
}

/* --- What a field says */

static char *
title_in (GPtrArray *records, const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (QH_RECORD (records->pdata[i])->id, id) == 0)
      return qh_record_title (records->pdata[i]);
  return NULL;
}

/* The title of what is referred to; what is not in the context is known by its id alone. */
static char *
describe_reference (const QhContext *context, const char *id)
{
  GPtrArray *const lists[] = { context->content, context->frictions, context->remarks,
                               context->promises, context->contacts };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    char *title = title_in (lists[i], id);
    if (title != NULL)
      return title;
  }
  return g_strdup (id);
}

static char *
describe (const QhContext *context, QhRecord *record, const QhField *field)
{
  g_autofree char *text = qh_record_get_text (record, field);

  if (text == NULL)
    return NULL;
  if (field->kind == QH_KIND_REFERENCE)
    return describe_reference (context, text);
  if (field->kind == QH_KIND_ENUM)
    return g_strdup (qh_enum_label (field->values, qh_field_enum_value (field, text)));
  if (field->kind == QH_KIND_BOOLEAN)
    return g_strdup (g_str_equal (text, "true") ? _ ("yes") : _ ("no"));
  if (g_str_equal (field->name, "seconds") || g_str_equal (field->name, "budget"))
    return qh_length_format (g_ascii_strtoll (text, NULL, 10));
  return g_steal_pointer (&text);
}

static char *
place_of (QhRecord *record, const QhField *field)
{
  QhSegment *segment;
  g_autofree char *title = NULL;

  if (qh_record_get_entity (record) != &qh_segment_entity)
    return g_strdup (_ (field->label));
  segment = QH_SEGMENT (record);
  title = qh_record_title (record);
  /* Translators: the place of a segment, its title, and one of its fields */
  return g_strdup_printf (_ ("Segment %" PRId64 ", “%s”: %s"), segment->position + 1, title,
                          _ (field->label));
}

static void
compare_records (GPtrArray *changes, const QhContext *before, QhRecord *was, const QhContext *after,
                 QhRecord *is)
{
  const QhEntity *entity = qh_record_get_entity (is);
  const char *segment = entity == &qh_segment_entity ? is->id : NULL;

  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    g_autofree char *old = qh_record_get_text (was, field);
    g_autofree char *new = qh_record_get_text (is, field);
    if (g_strcmp0 (old, new) != 0 && !g_strv_contains (no_design, field->name))
      add (changes, place_of (is, field), segment, field, describe (before, was, field),
           describe (after, is, field));
  }
}

/* --- Segments */

static QhSegment *
find_segment (GListModel *segments, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (segments); i++) {
    g_autoptr (QhRecord) segment = g_list_model_get_item (segments, i);
    if (g_strcmp0 (segment->id, id) == 0)
      return (QhSegment *)g_steal_pointer (&segment);
  }
  return NULL;
}

static char *
describe_segment (QhSegment *segment)
{
  g_autofree char *title = qh_record_title (QH_RECORD (segment));
  g_autofree char *length = qh_length_format (segment->seconds);

  return g_strdup_printf ("%s, %s", title, length);
}

static char *
segment_place (QhSegment *segment)
{
  return g_strdup_printf (_ ("Segment %" PRId64), segment->position + 1);
}

/* Of the segments that are in both, the number that stand before @id. */
static guint
rank (GListModel *in, GListModel *other, const char *id)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (in); i++) {
    g_autoptr (QhRecord) segment = g_list_model_get_item (in, i);
    g_autoptr (QhSegment) twin = find_segment (other, segment->id);
    if (g_strcmp0 (segment->id, id) == 0)
      return n;
    n += twin != NULL;
  }
  return n;
}

static void
compare_segment (GPtrArray *changes, const QhContext *before, const QhContext *after,
                 QhSegment *segment)
{
  const char *id = QH_RECORD (segment)->id;
  GListModel *old = qh_plan_get_segments (before->plan), *new = qh_plan_get_segments (after->plan);
  g_autoptr (QhSegment) was = find_segment (old, id);

  if (was == NULL) {
    add (changes, segment_place (segment), id, NULL, NULL, describe_segment (segment));
    return;
  }
  if (rank (old, new, id) != rank (new, old, id))
    add (changes, g_strdup_printf (_ ("“%s”: place"), segment->title), id, NULL,
         g_strdup_printf ("%" PRId64, was->position + 1),
         g_strdup_printf ("%" PRId64, segment->position + 1));
  compare_records (changes, before, QH_RECORD (was), after, QH_RECORD (segment));
}

static void
compare_segments (GPtrArray *changes, const QhContext *before, const QhContext *after)
{
  GListModel *old = qh_plan_get_segments (before->plan), *new = qh_plan_get_segments (after->plan);

  for (guint i = 0; i < g_list_model_get_n_items (new); i++) {
    g_autoptr (QhSegment) segment = g_list_model_get_item (new, i);
    compare_segment (changes, before, after, segment);
  }
  for (guint i = 0; i < g_list_model_get_n_items (old); i++) {
    g_autoptr (QhSegment) segment = g_list_model_get_item (old, i);
    g_autoptr (QhSegment) still = find_segment (new, QH_RECORD (segment)->id);
    if (still == NULL)
      add (changes, segment_place (segment), QH_RECORD (segment)->id, NULL,
           describe_segment (segment), NULL);
  }
}

/* --- Who is there */

static gboolean
attends (const QhContext *context, const char *contact)
{
  GListModel *attendees = qh_plan_get_attendees (context->plan);

  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++) {
    g_autoptr (QhAttendee) attendee = g_list_model_get_item (attendees, i);
    if (g_strcmp0 (attendee->contact, contact) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
compare_attendees (GPtrArray *changes, const QhContext *from, const QhContext *to, gboolean gone)
{
  GListModel *attendees = qh_plan_get_attendees (from->plan);

  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++) {
    g_autoptr (QhAttendee) attendee = g_list_model_get_item (attendees, i);
    char *name;
    if (attends (to, attendee->contact))
      continue;
    name = describe_reference (from, attendee->contact);
    add (changes, g_strdup (_ ("Who is there")), NULL, NULL, gone ? name : NULL,
         gone ? NULL : name);
  }
}

GPtrArray *
qh_plan_diff (const QhContext *before, const QhContext *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_plan_change_free);

  compare_records (changes, before, QH_RECORD (qh_plan_get_meeting (before->plan)), after,
                   QH_RECORD (qh_plan_get_meeting (after->plan)));
  compare_segments (changes, before, after);
  compare_attendees (changes, before, after, TRUE);
  compare_attendees (changes, after, before, FALSE);
  return changes;
}

/* --- Submitting */

gboolean
qh_plan_is_to_come (const QhMeeting *meeting)
{
  g_return_val_if_fail (meeting != NULL, FALSE);
  return meeting->status == QH_MEETING_STATUS_DRAFT ||
         meeting->status == QH_MEETING_STATUS_SUBMITTED ||
         meeting->status == QH_MEETING_STATUS_APPROVED;
}

static gboolean
set_submitted (QhStore *store, QhRecord *meeting, GError **error)
{
  if (!qh_store_begin (store, _ ("Submit for review"), error))
    return FALSE;
  qh_record_set_int (meeting, "status", QH_MEETING_STATUS_SUBMITTED);
  if (qh_store_save (store, meeting, error))
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  return FALSE;
}

/* What is kept of the newest revision, into the team folder. */
static gboolean
put_in_folder (QhStore *store, QhMeeting *meeting, int edition, const char *folder, GError **error)
{
  g_autoptr (QhExport) export =
      qh_export_find (store, QH_RECORD (meeting)->id, meeting->revision, edition);
  g_autofree char *name = qh_export_file_name (store, meeting, QH_FORMAT_PLAN);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (export != NULL && export->bytes != NULL, FALSE);
  bytes = g_bytes_new (export->bytes, strlen (export->bytes));
  path = qh_team_folder_put (store, folder, name, bytes, error);
  return path != NULL;
}

static gboolean
write_plan (QhStore *store, QhRecord *meeting, int edition, const char *path, GError **error)
{
  g_autofree char *folder = path == NULL ? qh_team_folder_get (store) : NULL;

  if (path == NULL && folder == NULL) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("expected a file, or a team folder that is chosen"));
    return FALSE;
  }
  return qh_export_meeting (store, meeting->id, QH_FORMAT_PLAN, edition, path, error) &&
         (path != NULL || put_in_folder (store, QH_MEETING (meeting), edition, folder, error));
}

gboolean
qh_plan_submit (QhStore *store, const char *meeting, int edition, const char *path, GError **error)
{
  g_autoptr (QhRecord) record = qh_store_get (store, &qh_meeting_entity, meeting, error);
  gboolean changes;

  if (record == NULL)
    return FALSE;
  if (!qh_plan_is_to_come (QH_MEETING (record))) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                         _ ("The meeting is over or called off; there is nothing to review"));
    return FALSE;
  }
  /* The status comes first: it is in the file. */
  changes = QH_MEETING (record)->status != QH_MEETING_STATUS_SUBMITTED;
  if (changes && !set_submitted (store, record, error))
    return FALSE;
  if (write_plan (store, record, edition, path, error))
    return TRUE;
  if (changes)
    qh_store_undo (store, NULL, NULL);
  return FALSE;
}

QhExport *
qh_plan_find_kept (QhStore *store, const char *meeting, gint64 revision)
{
  g_autofree char *number = g_strdup_printf ("%" PRId64, revision);
  const char *values[] = { meeting, number, NULL };
  g_autoptr (GPtrArray) kept =
      qh_store_select (store, &qh_export_entity,
                       "WHERE meeting = ?1 AND bytes IS NOT NULL"
                       "  AND (?2 = '0' OR revision = CAST (?2 AS INTEGER))"
                       " ORDER BY revision DESC, edition = 'client', id DESC LIMIT 1",
                       values, NULL);

  return kept != NULL && kept->len > 0 ? g_object_ref (kept->pdata[0]) : NULL;
}

static gint64
reviewed_revision (QhStore *store, const char *meeting)
{
  const char *values[] = { meeting, NULL };
  gint64 revision = qh_store_count (
      store, "SELECT revision FROM review WHERE meeting = ?1 ORDER BY at DESC, id DESC LIMIT 1",
      values);

  return revision != QH_NONE ? revision : 0;
}

/* The plan as it is, as @edition would say it. */
static QhPlanFile *
read_present (QhStore *store, const char *meeting, int edition, GError **error)
{
  g_autoptr (QhExportSheet) sheet = qh_export_sheet_new (store, meeting, edition, error);
  g_autoptr (GBytes) bytes = NULL;

  if (sheet == NULL)
    return NULL;
  sheet->sheet.seal = NULL;
  bytes = qh_plan_file_write (&sheet->sheet, error);
  return bytes != NULL ? qh_plan_file_read (bytes, sheet->context->now, NULL, error) : NULL;
}

void
qh_plan_comparison_free (QhPlanComparison *comparison)
{
  g_clear_pointer (&comparison->before, qh_plan_file_free);
  g_clear_pointer (&comparison->after, qh_plan_file_free);
  g_clear_pointer (&comparison->changes, g_ptr_array_unref);
  g_free (comparison);
}

QhPlanComparison *
qh_plan_compare (QhStore *store, const char *meeting, gint64 revision, GError **error)
{
  gint64 wanted = revision > 0 ? revision : reviewed_revision (store, meeting);
  g_autoptr (QhExport) kept = qh_plan_find_kept (store, meeting, wanted);
  g_autoptr (QhPlanComparison) compared = g_new0 (QhPlanComparison, 1);
  g_autoptr (GBytes) bytes = NULL;

  if (kept == NULL) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_NOT_FOUND,
                         _ ("What left of this plan is not kept, so nothing can be held against "
                            "it"));
    return NULL;
  }
  bytes = g_bytes_new (kept->bytes, strlen (kept->bytes));
  compared->revision = kept->revision;
  compared->exported = kept->exported;
  compared->before = qh_plan_file_read (bytes, kept->exported, NULL, error);
  if (compared->before != NULL)
    compared->after = read_present (store, meeting, kept->edition, error);
  if (compared->after == NULL)
    return NULL;
  compared->changes = qh_plan_diff (compared->before->context, compared->after->context);
  return g_steal_pointer (&compared);
}

GPtrArray *
qh_plan_changes_since (QhStore *store, const char *meeting, gint64 revision, GError **error)
{
  g_autoptr (QhPlanComparison) compared = qh_plan_compare (store, meeting, revision, error);

  return compared != NULL ? g_steal_pointer (&compared->changes) : NULL;
}
