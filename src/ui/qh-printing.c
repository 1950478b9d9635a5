/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-printing.h"

/* What is printed; lives as long as the operation. */
typedef struct {
  const QhPrinting *printing;
  gpointer sheet;
  gpointer pages; /* laid out once the paper is known */
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_clear_pointer (&job->pages, job->printing->free_pages);
  g_clear_pointer (&job->sheet, job->printing->free_sheet);
  g_free (job);
}

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  QhPaperSize size = { gtk_print_context_get_width (context),
                       gtk_print_context_get_height (context) };

  g_clear_pointer (&job->pages, job->printing->free_pages);
  job->pages = job->printing->lay_out (job->sheet, size);
  gtk_print_operation_set_n_pages (operation, (int)job->printing->count (job->pages));
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int number, Job *job)
{
  job->printing->paint (job->pages, gtk_print_context_get_cairo_context (context), (guint)number);
}

GtkPrintOperation *
qh_printing_operation_new (const QhPrinting *printing, gpointer sheet)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Job *job = g_new0 (Job, 1);

  job->printing = printing;
  job->sheet = sheet;
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin_print), job, job_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), job);
  return operation;
}

gboolean
qh_printing_run (GtkPrintOperation *operation, GtkWidget *parent, GError **error)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                  GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                  error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}
