/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-flow.h"
#include "paper/qh-page.h"

G_BEGIN_DECLS

/* A document laid out, and what is known of it. All borrowed. */
typedef struct {
  const char *title, *language;
  const char *author, *subject; /* or NULL */
  gint64 created; /* instant */
  const QhFlow *flow; /* whose outline and figures go into it */
  void (*paint) (cairo_t *cr, guint number, gpointer data); /* page @number, with structure */
  gpointer data;
} QhPdf;

/* Tagged, with its metadata and outline; the same document gives the same bytes. */
GBytes *qh_pdf_write (const QhPdf *pdf, QhPaperSize size, GError **error);

/* For a cairo surface that writes into a GByteArray (the closure). */
cairo_status_t qh_surface_write (void *closure, const unsigned char *data, unsigned int length);

/* Finishes @surface and takes it; FALSE with the error it ended in. */
gboolean qh_surface_finish (cairo_surface_t *surface, GError **error);

G_END_DECLS
