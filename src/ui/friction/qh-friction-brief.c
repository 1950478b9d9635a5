/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "friction/qh-friction-brief.h"
#include "dialogs/qh-file-dialog.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

#define EDITION QH_EDITION_MANAGER

/* --- A file */

/* A brief that waits for the name of its file. */
typedef struct {
  GtkWidget *widget;
  QhStore *store;
  QhFriction *friction;
  QhFormat format;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->widget);
  g_object_unref (export->store);
  g_object_unref (export->friction);
  g_free (export);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GFile) file = qh_file_dialog_finish (result);
  g_autofree char *chosen = file ? g_file_get_path (file) : NULL;
  g_autofree char *path = NULL, *name = NULL, *told = NULL;
  g_autoptr (GError) error = NULL;

  if (!chosen)
    return;
  path = qh_path_with_extension (chosen, qh_format_extension (export->format));
  if (!qh_export_friction (export->store, export->friction, export->format, EDITION, path,
                           &error)) {
    qh_report_error (export->widget, error);
    return;
  }
  name = g_filename_display_basename (path);
  told = g_strdup_printf (_ ("Saved “%s”"), name);
  qh_report (export->widget, told, FALSE);
}

void
qh_friction_brief_save (GtkWidget *widget, QhStore *store, QhFriction *friction, QhFormat format)
{
  g_autofree char *pattern = g_strconcat ("*.", qh_format_extension (format), NULL);
  QhFileDialog dialog = { _ ("Save Brief"), _ ("_Save"), qh_format_label (format), pattern };
  g_autofree char *name = NULL;
  Export *export;

  qh_report_flush (widget);
  name = qh_brief_file_name (friction, format);
  export = g_new0 (Export, 1);
  export->widget = g_object_ref (widget);
  export->store = g_object_ref (store);
  export->friction = g_object_ref (friction);
  export->format = format;
  qh_file_dialog_save (widget, &dialog, name, on_file_chosen, export);
}

/* --- Paper */

/* What is printed; lives as long as the operation. */
typedef struct {
  QhBriefFacts *facts;
  QhBriefPage *page; /* laid out once the paper is known */
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_clear_pointer (&job->page, qh_brief_page_free);
  g_clear_pointer (&job->facts, qh_brief_facts_free);
  g_free (job);
}

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  QhPaperSize size = { gtk_print_context_get_width (context),
                       gtk_print_context_get_height (context) };

  g_clear_pointer (&job->page, qh_brief_page_free);
  job->page = qh_brief_page_new (qh_brief_facts_get_sheet (job->facts), size);
  gtk_print_operation_set_n_pages (operation, (int)qh_brief_page_count (job->page));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int number, Job *job)
{
  qh_brief_page_paint (job->page, gtk_print_context_get_cairo_context (context), (guint)number);
}

GtkPrintOperation *
qh_friction_print_operation_new (QhStore *store, QhFriction *friction, GError **error)
{
  QhBriefFacts *facts = qh_brief_facts_new (store, friction, EDITION, error);
  GtkPrintOperation *operation;
  Job *job;

  if (!facts)
    return NULL;
  job = g_new0 (Job, 1);
  job->facts = facts;
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin_print), job, job_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), job);
  return operation;
}

void
qh_friction_brief_print (GtkWidget *widget, QhStore *store, QhFriction *friction)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  qh_report_flush (widget);
  operation = qh_friction_print_operation_new (store, friction, &error);
  if (operation)
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                             GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error);
  if (error)
    qh_report_error (widget, error);
}
