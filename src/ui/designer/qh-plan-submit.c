/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-plan-submit.h"
#include "base/qh-text.h"
#include "designer/qh-designer-text.h"
#include "dialogs/qh-file-dialog.h"
#include "dialogs/qh-message-dialog.h"
#include "exchange/qh-meeting-export.h"
#include "exchange/qh-plan-diff.h"
#include "exchange/qh-team-folder.h"
#include "qh-mail.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* A submission that waits for the name of its file, or for the mail program. */
typedef struct {
  GtkWidget *widget;
  QhPlanEditor *editor;
  gboolean by_mail;
  char *text; /* of the letter */
} Submission;

static void
submission_free (Submission *submission)
{
  g_object_unref (submission->widget);
  g_object_unref (submission->editor);
  g_free (submission->text);
  g_free (submission);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Submission, submission_free)

/* --- The letter */

static char *
day_of (const QhContext *context)
{
  const QhMeeting *meeting = qh_plan_get_meeting (context->plan);
  g_autofree char *date =
      meeting->start != QH_NONE ? qh_instant_to_date (meeting->start, context->zone) : NULL;

  return date ? qh_date_label (date, context->now, context->zone) : NULL;
}

char *
qh_submit_subject (const QhContext *context)
{
  g_autofree char *day = day_of (context);
  const char *name = context->client ? context->client->name : "";

  if (!day)
    /* Translators: the subject of a letter; a client */
    return g_strdup_printf (_ ("For review: %s"), name);
  /* Translators: the subject of a letter; a client and a day */
  return g_strdup_printf (_ ("For review: %s, %s"), name, day);
}

static void
add_line (GString *text, const char *label, const char *said)
{
  if (!qh_text_is_empty (said))
    g_string_append_printf (text, "%s: %s\n", label, said);
}

char *
qh_submit_text (const QhContext *context)
{
  static const char *const aims[] = { "output", "measure", "ask", "fallback" };
  QhRecord *meeting = QH_RECORD (qh_plan_get_meeting (context->plan));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (aims); i++) {
    const QhField *field = qh_entity_field (&qh_meeting_entity, aims[i]);
    g_autofree char *said = qh_record_get_text (meeting, field);
    add_line (text, _ (field->label), said);
  }
  g_string_append_c (text, '\n');
  for (guint i = 0; i < qh_plan_n_segments (context->plan); i++) {
    QhSegment *segment = qh_plan_segment (context->plan, i);
    g_autofree char *length = qh_length_label (segment->seconds);
    g_string_append_printf (text, "%u. %s (%s)\n", i + 1, segment->title, length);
  }
  g_string_append_printf (text, "\n%s\n",
                          _ ("The attached file opens in Quarterhour, where it is reviewed; the "
                             "review comes back as a file too."));
  return g_string_free (text, FALSE);
}

/* --- Submitting */

static void
tell (Submission *submission, const char *where)
{
  QhMeeting *meeting = qh_plan_editor_get_meeting (submission->editor);
  g_autofree char *told =
      /* Translators: which revision of a plan, and where it went */
      g_strdup_printf (_ ("Submitted revision %" PRId64 ": %s"), meeting->revision, where);

  qh_report (submission->widget, told, FALSE);
}

static gboolean
submit (Submission *submission, const char *path, GError **error)
{
  QhMeeting *meeting = qh_plan_editor_get_meeting (submission->editor);

  return qh_plan_submit (qh_plan_editor_get_store (submission->editor), QH_RECORD (meeting)->id,
                         QH_EDITION_MANAGER, path, error);
}

/* Where nothing takes the letter, its text can still be put into one by hand. */
static void
on_composed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Submission) submission = data;

  if (qh_mail_compose_finish (result, NULL)) {
    tell (submission, _ ("the letter is in your mail program"));
    return;
  }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (submission->widget), submission->text);
  tell (submission, _ ("no mail program took the letter; its text is on the clipboard"));
}

static void
compose (Submission *submission, const char *path)
{
  const QhContext *context;
  g_autofree char *subject = NULL;

  qh_plan_editor_settle (submission->editor);
  context = qh_plan_editor_get_context (submission->editor);
  subject = qh_submit_subject (context);
  submission->text = qh_submit_text (context);
  qh_mail_compose (subject, submission->text, path, on_composed, submission);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Submission) submission = data;
  g_autoptr (GFile) file = qh_file_dialog_finish (result);
  g_autofree char *chosen = file ? g_file_get_path (file) : NULL;
  g_autofree char *path =
      chosen ? qh_path_with_extension (chosen, qh_format_extension (QH_FORMAT_PLAN)) : NULL;
  g_autofree char *name = path ? g_filename_display_basename (path) : NULL;
  g_autoptr (GError) error = NULL;

  if (!path)
    return;
  if (!submit (submission, path, &error))
    qh_report_error (submission->widget, error);
  else if (submission->by_mail)
    compose (g_steal_pointer (&submission), path);
  else
    tell (submission, name);
}

static Submission *
submission_new (GtkWidget *widget, QhPlanEditor *editor, gboolean by_mail)
{
  Submission *submission = g_new0 (Submission, 1);

  qh_report_flush (widget);
  submission->widget = g_object_ref (widget);
  submission->editor = g_object_ref (editor);
  submission->by_mail = by_mail;
  return submission;
}

static void
ask (Submission *submission)
{
  QhFileDialog dialog = { _ ("Submit for Review"), _ ("_Submit"), qh_format_label (QH_FORMAT_PLAN),
                          "*.qhplan" };
  g_autofree char *name =
      qh_export_file_name (qh_plan_editor_get_store (submission->editor),
                           qh_plan_editor_get_meeting (submission->editor), QH_FORMAT_PLAN);

  qh_file_dialog_save (submission->widget, &dialog, name, on_file_chosen, submission);
}

static void
on_file_wanted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Submission) submission = data;

  if (qh_message_dialog_finish (result) && gtk_widget_get_root (submission->widget))
    ask (g_steal_pointer (&submission));
}

/* It is no trouble of the store's, and there is another way. */
static void
tell_not_put (Submission *submission, const GError *error)
{
  /* Translators: behind the reason why a plan is not in the team folder */
  g_autofree char *body = g_strdup_printf (
      _ ("%s.\n\nThe plan is as it was, and can be submitted again."), error->message);
  const QhMessageDialog dialog = { _ ("Not in the Team Folder"), body, _ ("_Save as a File…"),
                                   FALSE };

  qh_message_dialog_ask (submission->widget, &dialog, on_file_wanted, submission);
}

void
qh_submit_plan (GtkWidget *widget, QhPlanEditor *editor)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (QH_IS_PLAN_EDITOR (editor));

  g_autoptr (Submission) submission = submission_new (widget, editor, FALSE);
  g_autofree char *folder = qh_team_folder_get (qh_plan_editor_get_store (editor));
  g_autoptr (GError) error = NULL;

  if (!folder)
    ask (g_steal_pointer (&submission));
  else if (submit (submission, NULL, &error))
    tell (submission, _ ("it is in the team folder"));
  else
    tell_not_put (g_steal_pointer (&submission), error);
}

void
qh_submit_by_mail (GtkWidget *widget, QhPlanEditor *editor)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (QH_IS_PLAN_EDITOR (editor));

  ask (submission_new (widget, editor, TRUE));
}
