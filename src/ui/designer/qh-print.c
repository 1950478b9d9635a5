/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-print.h"
#include "exchange/qh-meeting-export.h"
#include "qh-printing.h"

static gpointer
lay_out (gconstpointer prepared, QhPaperSize size)
{
  return qh_page_new (&((const QhExportSheet *)prepared)->sheet, size);
}

static guint
count (gpointer page)
{
  return qh_page_count (page);
}

static void
paint (gpointer page, cairo_t *cr, guint number)
{
  qh_page_paint (page, cr, number);
}

static const QhPrinting printing = { lay_out, count, paint, (GDestroyNotify)qh_page_free,
                                     (GDestroyNotify)qh_export_sheet_free };

GtkPrintOperation *
qh_print_operation_new (QhStore *store, const char *meeting, int edition, GError **error)
{
  QhExportSheet *prepared = qh_export_sheet_new (store, meeting, edition, error);

  return prepared != NULL ? qh_printing_operation_new (&printing, prepared) : NULL;
}

gboolean
qh_print_meeting (GtkWidget *parent, QhStore *store, const char *meeting, int edition,
                  GError **error)
{
  g_autoptr (GtkPrintOperation) operation = qh_print_operation_new (store, meeting, edition, error);

  return operation != NULL && qh_printing_run (operation, parent, error);
}
