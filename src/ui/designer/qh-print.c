/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-print.h"
#include "exchange/qh-meeting-export.h"

/* What is printed; lives as long as the operation. */
typedef struct {
  QhExportSheet *prepared;
  QhPage *page; /* laid out once the paper is known */
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_clear_pointer (&job->page, qh_page_free);
  g_clear_pointer (&job->prepared, qh_export_sheet_free);
  g_free (job);
}

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  QhPaperSize size = { gtk_print_context_get_width (context),
                       gtk_print_context_get_height (context) };

  g_clear_pointer (&job->page, qh_page_free);
  job->page = qh_page_new (&job->prepared->sheet, size);
  gtk_print_operation_set_n_pages (operation, (int)qh_page_count (job->page));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int number, Job *job)
{
  qh_page_paint (job->page, gtk_print_context_get_cairo_context (context), (guint)number);
}

GtkPrintOperation *
qh_print_operation_new (QhStore *store, const char *meeting, int edition, GError **error)
{
  QhExportSheet *prepared = qh_export_sheet_new (store, meeting, edition, error);
  GtkPrintOperation *operation;
  Job *job;

  if (prepared == NULL)
    return NULL;
  job = g_new0 (Job, 1);
  job->prepared = prepared;
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin_print), job, job_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), job);
  return operation;
}

gboolean
qh_print_meeting (GtkWidget *parent, QhStore *store, const char *meeting, int edition,
                  GError **error)
{
  g_autoptr (GtkPrintOperation) operation = qh_print_operation_new (store, meeting, edition, error);
  GtkRoot *root = gtk_widget_get_root (parent);

  if (operation == NULL)
    return FALSE;
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                  GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                  error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}
