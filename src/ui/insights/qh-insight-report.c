/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights/qh-insight-report.h"
#include "exchange/qh-insight-sheet.h"
#include "insights/qh-insight-files.h"
#include "qh-printing.h"
#include "qh-report.h"
#include <glib/gi18n-lib.h>

static gpointer
lay_out (gconstpointer sheet, QhPaperSize size)
{
  return qh_insight_pages_new (sheet, size);
}

static guint
count (gpointer pages)
{
  return qh_insight_pages_count (pages);
}

static void
paint (gpointer pages, cairo_t *cr, guint number)
{
  qh_insight_pages_paint (pages, cr, number);
}

static const QhPrinting printing = { lay_out, count, paint, (GDestroyNotify)qh_insight_pages_free,
                                     (GDestroyNotify)qh_insight_sheet_free };

void
qh_insight_report_print (GtkWidget *widget, QhStore *store, const QhInsightAsk *ask)
{
  g_autoptr (GError) error = NULL;
  QhInsightSheet *sheet = qh_insight_sheet_read (store, ask, &error);
  g_autoptr (GtkPrintOperation) operation =
      sheet ? qh_printing_operation_new (&printing, sheet) : NULL;

  if (!operation || !qh_printing_run (operation, widget, &error))
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
