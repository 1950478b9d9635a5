/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-pdf.h"
#include "base/qh-error.h"
#include "base/qh-time.h"
#include "paper/qh-pdf-words.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

cairo_status_t
qh_surface_write (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
qh_surface_finish (cairo_surface_t *surface, GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("The page cannot be drawn: %s"),
                 cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

static void
describe (cairo_surface_t *surface, const QhPdf *pdf)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *created = qh_instant_format (pdf->created, utc);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, pdf->title);
  if (pdf->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, pdf->author);
  if (pdf->subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, pdf->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Quarterhour " QH_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

static void
add_outline (const char *title, guint page, double x, double y, gpointer surface)
{
  g_autofree char *place = g_strdup_printf ("page=%u pos=[%d %d]", page + 1, (int)x, (int)y);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, place,
                                 CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static void
add_figure (const char *words, gpointer figures)
{
  g_ptr_array_add (figures, (gpointer)words);
}

GBytes *
qh_pdf_write (const QhPdf *pdf, QhPaperSize size, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (qh_surface_write, bytes, size.width, size.height);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  describe (surface, pdf);
  for (guint i = 0; i < qh_flow_n_pages (pdf->flow); i++) {
    pdf->paint (cr, i, pdf->data);
    cairo_show_page (cr);
  }
  qh_flow_foreach_outline (pdf->flow, add_outline, surface);
  cairo_destroy (cr);
  if (!qh_surface_finish (surface, error))
    return NULL;
  qh_flow_foreach_figure (pdf->flow, add_figure, figures);
  qh_pdf_add_words (bytes, pdf->language, figures);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
