/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-plan-share.h"
#include "designer/qh-export-dialog.h"
#include "designer/qh-print.h"
#include "dialogs/qh-file-dialog.h"
#include "exchange/qh-documents.h"
#include "qh-report.h"
#include "store/qh-blueprints.h"
#include <glib/gi18n-lib.h>

/* What leaves the house without being asked goes to a manager. */
#define USUAL_EDITION QH_EDITION_MANAGER

/* An export that waits for the name of its file. */
typedef struct {
  GtkWidget *widget;
  QhPlanEditor *editor;
  QhFormat format;
  int edition;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->widget);
  g_object_unref (export->editor);
  g_free (export);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (GtkWidget *widget, QhPlanEditor *editor, QhFormat format, int edition)
{
  Export *export = g_new0 (Export, 1);

  export->widget = g_object_ref (widget);
  export->editor = g_object_ref (editor);
  export->format = format;
  export->edition = edition;
  return export;
}

static const char *
meeting_id (QhPlanEditor *editor)
{
  return QH_RECORD (qh_plan_editor_get_meeting (editor))->id;
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GFile) file = qh_file_dialog_finish (result);
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (chosen == NULL)
    return;
  path = qh_path_with_extension (chosen, qh_format_extension (export->format));
  if (!qh_export_meeting (qh_plan_editor_get_store (export->editor), meeting_id (export->editor),
                          export->format, export->edition, path, &error)) {
    qh_report_error (export->widget, error);
    return;
  }
  qh_report_saved (export->widget, path);
}

void
qh_share_export (GtkWidget *widget, QhPlanEditor *editor, QhFormat format, int edition)
{
  g_autofree char *pattern = g_strconcat ("*.", qh_format_extension (format), NULL);
  QhFileDialog dialog = { _ ("Export"), _ ("_Export"), qh_format_label (format), pattern };
  g_autofree char *name = NULL;

  qh_report_flush (widget);
  name = qh_export_file_name (qh_plan_editor_get_store (editor),
                              qh_plan_editor_get_meeting (editor), format);
  qh_file_dialog_save (widget, &dialog, name, on_file_chosen,
                       export_new (widget, editor, format, edition));
}

static void
on_dialog_chosen (GtkWidget *dialog, int format, int edition, Export *export)
{
  qh_share_export (export->widget, export->editor, format, edition);
}

static void
on_closure_gone (gpointer data, GClosure *closure)
{
  export_free (data);
}

void
qh_share_ask (GtkWidget *widget, QhPlanEditor *editor)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = qh_export_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                            QH_FORMAT_PDF, USUAL_EDITION);

  g_signal_connect_data (dialog, "chosen", G_CALLBACK (on_dialog_chosen),
                         export_new (widget, editor, QH_FORMAT_PDF, USUAL_EDITION), on_closure_gone,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
qh_share_print (GtkWidget *widget, QhPlanEditor *editor)
{
  g_autoptr (GError) error = NULL;

  qh_report_flush (widget);
  if (!qh_print_meeting (widget, qh_plan_editor_get_store (editor), meeting_id (editor),
                         USUAL_EDITION, &error) &&
      error != NULL)
    qh_report_error (widget, error);
}

void
qh_share_copy_markdown (GtkWidget *widget, QhPlanEditor *editor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhExportSheet) prepared = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  qh_report_flush (widget);
  prepared = qh_export_sheet_new (qh_plan_editor_get_store (editor), meeting_id (editor),
                                  USUAL_EDITION, &error);
  if (prepared != NULL)
    bytes = qh_sheet_write (&prepared->sheet, QH_FORMAT_MARKDOWN, &error);
  if (bytes == NULL) {
    qh_report_error (widget, error);
    return;
  }
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  qh_report (widget, _ ("Copied as Markdown"), FALSE);
}

void
qh_share_copy_agreement (GtkWidget *widget, QhPlanEditor *editor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhExportSheet) prepared = NULL;
  g_autoptr (QhHandout) handout = NULL;
  g_autofree char *text = NULL;

  qh_report_flush (widget);
  prepared = qh_export_sheet_new (qh_plan_editor_get_store (editor), meeting_id (editor),
                                  QH_EDITION_CLIENT, &error);
  if (prepared == NULL) {
    qh_report_error (widget, error);
    return;
  }
  handout = qh_handout_new (&prepared->sheet);
  text = qh_handout_to_text (handout);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  qh_report (widget, _ ("Copied, to be sent to the client"), FALSE);
}

void
qh_share_keep_blueprint (GtkWidget *widget, QhPlanEditor *editor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhOwnBlueprint) kept = NULL;
  g_autofree char *told = NULL;

  qh_report_flush (widget);
  kept = qh_store_keep_blueprint (qh_plan_editor_get_store (editor), meeting_id (editor), &error);
  if (kept == NULL) {
    qh_report_error (widget, error);
    return;
  }
  /* Translators: what a new meeting can begin with, by its name */
  told = g_strdup_printf (_ ("“%s” is a blueprint"), kept->name);
  qh_report (widget, told, TRUE);
}
