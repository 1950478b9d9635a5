/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights/qh-insight-report.h"
#include "exchange/qh-insight-sheet.h"
#include "insights/qh-insight-files.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

/* What is printed; lives as long as the operation. */
typedef struct {
  QhInsightSheet *sheet;
  QhInsightPages *pages; /* laid out once the paper is known */
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_clear_pointer (&job->pages, qh_insight_pages_free);
  g_clear_pointer (&job->sheet, qh_insight_sheet_free);
  g_free (job);
}

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  QhPaperSize size = { gtk_print_context_get_width (context),
                       gtk_print_context_get_height (context) };

  g_clear_pointer (&job->pages, qh_insight_pages_free);
  job->pages = qh_insight_pages_new (job->sheet, size);
  gtk_print_operation_set_n_pages (operation, (int)qh_insight_pages_count (job->pages));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int number, Job *job)
{
  qh_insight_pages_paint (job->pages, gtk_print_context_get_cairo_context (context), (guint)number);
}

GtkPrintOperation *
qh_insight_print_operation_new (QhStore *store, const QhInsightAsk *ask, GError **error)
{
  QhInsightSheet *sheet = qh_insight_sheet_read (store, ask, error);
  GtkPrintOperation *operation;
  Job *job;

  if (!sheet)
    return NULL;
  job = g_new0 (Job, 1);
  job->sheet = sheet;
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin_print), job, job_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), job);
  return operation;
}

void
qh_insight_report_print (GtkWidget *widget, QhStore *store, const QhInsightAsk *ask)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = qh_insight_print_operation_new (store, ask, &error);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (operation)
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                             GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error);
  if (error)
    qh_report_error (widget, error);
}

void
qh_insight_report_save (GtkWidget *widget, QhStore *store, const QhInsightAsk *ask)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = qh_insight_report (store, ask, &error);
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));
  /* Translators: the name of a file; the day */
  g_autofree char *name = g_strdup_printf (_ ("Insights %s"), today);

  if (bytes)
    qh_insight_save_bytes (widget, bytes, name, "pdf", _ ("PDF documents"));
  else
    qh_report_error (widget, error);
}
