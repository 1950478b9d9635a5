/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-page.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one way to a printer: how a sheet becomes pages. What is printed is what is exported as PDF,
 * set for the paper that was chosen. */
typedef struct {
  gpointer (*lay_out) (gconstpointer sheet, QhPaperSize size); /* pages, transfer full */
  guint (*count) (gpointer pages);
  void (*paint) (gpointer pages, cairo_t *cr, guint number); /* from 0 */
  GDestroyNotify free_pages;
  GDestroyNotify free_sheet;
} QhPrinting;

/* @printing: static. @sheet: transfer full; it lives as long as the operation. (transfer full) */
GtkPrintOperation *qh_printing_operation_new (const QhPrinting *printing, gpointer sheet);

/* Asks for a printer, and prints. */
gboolean qh_printing_run (GtkPrintOperation *operation, GtkWidget *parent, GError **error);

G_END_DECLS
