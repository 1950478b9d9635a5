/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-meeting-actions.h"
#include "qh-report.h"
#include "store/qh-composing.h"
#include <glib/gi18n-lib.h>

typedef gboolean (*Edit) (QhStore *store, QhRecord *meeting, GError **error);

/* Applies @edit to every meeting in one change. */
static gboolean
edit_all (QhStore *store, GPtrArray *meetings, const char *label, Edit edit, GError **error)
{
  if (!qh_store_begin (store, label, error))
    return FALSE;
  for (guint i = 0; i < meetings->len; i++)
    if (!edit (store, g_ptr_array_index (meetings, i), error)) {
      qh_store_rollback (store);
      return FALSE;
    }
  return qh_store_commit (store, error);
}

static void
edit_and_tell (GtkWidget *widget, QhStore *store, GPtrArray *meetings, const char *label,
               const char *told, Edit edit)
{
  g_autoptr (GError) error = NULL;

  if (meetings->len == 0)
    return;
  if (edit_all (store, meetings, label, edit, &error))
    qh_report (widget, told, TRUE);
  else
    qh_report_error (widget, error);
}

static gboolean
set_status (QhStore *store, QhRecord *meeting, int status, GError **error)
{
  int before = QH_MEETING (meeting)->status;

  qh_record_set_int (meeting, "status", status);
  if (qh_store_save (store, meeting, error))
    return TRUE;
  qh_record_set_int (meeting, "status", before);
  return FALSE;
}

static gboolean
cancel (QhStore *store, QhRecord *meeting, GError **error)
{
  return set_status (store, meeting, QH_MEETING_STATUS_CANCELLED, error);
}

static gboolean
reinstate (QhStore *store, QhRecord *meeting, GError **error)
{
  return set_status (store, meeting, QH_MEETING_STATUS_DRAFT, error);
}

void
qh_meetings_delete (GtkWidget *widget, QhStore *store, GPtrArray *meetings)
{
  g_autofree char *told = g_strdup_printf (
      ngettext ("%u meeting deleted", "%u meetings deleted", meetings->len), meetings->len);

  edit_and_tell (widget, store, meetings,
                 ngettext ("Delete meeting", "Delete meetings", meetings->len), told,
                 qh_store_delete_all);
}

void
qh_meetings_cancel (GtkWidget *widget, QhStore *store, GPtrArray *meetings)
{
  g_autofree char *told = g_strdup_printf (
      ngettext ("%u meeting cancelled", "%u meetings cancelled", meetings->len), meetings->len);

  edit_and_tell (widget, store, meetings,
                 ngettext ("Cancel meeting", "Cancel meetings", meetings->len), told, cancel);
}

void
qh_meetings_reinstate (GtkWidget *widget, QhStore *store, GPtrArray *meetings)
{
  g_autofree char *told = g_strdup_printf (
      ngettext ("%u meeting is a draft again", "%u meetings are drafts again", meetings->len),
      meetings->len);

  edit_and_tell (widget, store, meetings,
                 ngettext ("Reinstate meeting", "Reinstate meetings", meetings->len), told,
                 reinstate);
}

void
qh_meeting_compose (GtkWidget *widget, QhStore *store, const char *client)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhComposed) composed = NULL;

  qh_report_flush (widget);
  composed = qh_store_compose_meeting (store, client, 0, &error);
  if (!composed || !qh_store_save_plan (store, composed->plan, _ ("Compose"), &error)) {
    qh_report_error (widget, error);
    return;
  }
  qh_report (widget, _ ("A meeting is composed"), TRUE);
  gtk_widget_activate_action (widget, "win.open-meeting", "s",
                              QH_RECORD (qh_plan_get_meeting (composed->plan))->id);
}

/* A new record with the design of @record: the store gives it an id of its own. */
static QhRecord *
copy_record (QhRecord *record, const char *const *cleared)
{
  QhRecord *copy = qh_record_duplicate (record);

  g_clear_pointer (&copy->id, g_free);
  for (guint i = 0; cleared[i]; i++)
    qh_record_set_text (copy, qh_entity_field (qh_record_get_entity (copy), cleared[i]), NULL,
                        NULL);
  return copy;
}

QhPlan *
qh_plan_copy (QhPlan *plan, const char *client)
{
  static const char *const held[] = {
    "start",     "gate_submitted", "cleared",        "status", "score_at_start",
    "began",     "ended",          "output_reached", "result", "learned",
    "open_with", "ease",           "client_rating",  "uid",    NULL
  };
  static const char *const always[] = { "meeting", "actual", NULL };
  static const char *const his[] = { "meeting", "actual", "friction", "remark", "promise", NULL };
  g_return_val_if_fail (QH_IS_PLAN (plan), NULL);
  g_return_val_if_fail (client, NULL);

  QhMeeting *from = qh_plan_get_meeting (plan);
  gboolean is_same = g_strcmp0 (from->client, client) == 0;
  g_autoptr (QhRecord) meeting = copy_record (QH_RECORD (from), held);
  QhPlan *copy;

  qh_record_set_string (meeting, "client", client);
  QH_MEETING (meeting)->revision = 0;
  copy = qh_plan_new (QH_MEETING (meeting));
  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    g_autoptr (QhRecord) segment =
        copy_record (QH_RECORD (qh_plan_segment (plan, i)), is_same ? always : his);
    qh_plan_insert (copy, QH_SEGMENT (segment), G_MAXUINT);
  }
  return copy;
}
