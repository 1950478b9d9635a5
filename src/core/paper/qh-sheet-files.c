/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files made of a sheet: PDF, PNG and SVG, each as bytes. */
#include "base/qh-error.h"
#include "paper/qh-dial.h"
#include "paper/qh-page-private.h"
#include "paper/qh-strip.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

/* The picture of dial and strip, in points. */
#define PICTURE_MARGIN 20.0
#define PICTURE_DIAL 160.0
#define PICTURE_STRIP_WIDTH 600.0
#define PICTURE_STRIP_HEIGHT 65.0
#define PICTURE_WIDTH (3 * PICTURE_MARGIN + PICTURE_DIAL + PICTURE_STRIP_WIDTH)
#define PICTURE_HEIGHT (2 * PICTURE_MARGIN + PICTURE_DIAL)
#define PICTURE_HEADLINE 19.0
#define PICTURE_OCCASION 12.5

#define LARGEST_SCALE 16.0

static cairo_status_t
on_write (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Finishes @surface and takes it; the bytes, or the error it ended in. */
static GBytes *
finish (cairo_surface_t *surface, GByteArray *bytes, GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("The page cannot be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}

/* PDF. */

static void
describe (cairo_surface_t *pdf, const QhHandout *handout)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *exported = qh_instant_format (handout->exported, utc);

  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, handout->document_title);
  if (handout->author != NULL)
    cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_AUTHOR, handout->author);
  if (handout->occasion != NULL)
    cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_SUBJECT, handout->occasion);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR, "Quarterhour " QH_VERSION);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATE_DATE, exported);
}

static void
add_outline (const char *title, guint page, double x, double y, gpointer pdf)
{
  g_autofree char *place = g_strdup_printf ("page=%u pos=[%d %d]", page + 1, (int)x, (int)y);

  cairo_pdf_surface_add_outline (pdf, CAIRO_PDF_OUTLINE_ROOT, title, place,
                                 CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

GBytes *
qh_sheet_to_pdf (const QhSheet *sheet, QhPaperSize size, GError **error)
{
  g_autoptr (QhPage) page = qh_page_new (sheet, size);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *pdf =
      cairo_pdf_surface_create_for_stream (on_write, bytes, size.width, size.height);
  cairo_t *cr = cairo_create (pdf);

  describe (pdf, qh_page_get_handout (page));
  for (guint i = 0; i < qh_page_count (page); i++) {
    qh_page_paint_tagged (page, cr, i);
    cairo_show_page (cr);
  }
  qh_flow_foreach_outline (qh_page_get_flow (page), add_outline, pdf);
  cairo_destroy (cr);
  return finish (pdf, bytes, error);
}

/* The picture. */

static void
paint_words (const QhHandout *handout, cairo_t *cr, double x, double y)
{
  g_autoptr (QhLettering) lettering = qh_lettering_new (NULL);
  const QhPalette *palette = qh_palette_light ();
  g_autoptr (PangoLayout) headline = qh_lettering_line (
      lettering, handout->headline, PICTURE_HEADLINE, PANGO_WEIGHT_BOLD, PICTURE_STRIP_WIDTH);

  if (handout->occasion != NULL) {
    g_autoptr (PangoLayout) occasion = qh_lettering_line (
        lettering, handout->occasion, PICTURE_OCCASION, PANGO_WEIGHT_NORMAL, PICTURE_STRIP_WIDTH);
    qh_color_set (&palette->dim, cr);
    qh_layout_paint (occasion, cr, x, y);
  }
  qh_color_set (&palette->text, cr);
  qh_layout_paint (headline, cr, x, y + 20);
}

static void
paint_picture (const QhSheet *sheet, cairo_t *cr)
{
  g_autoptr (QhHandout) handout = qh_handout_new (sheet);
  const QhPalette *palette = qh_palette_light ();
  QhDial dial = { handout->blocks, handout->n_blocks, handout->limit, handout->score,
                  handout->caption };
  double x = 2 * PICTURE_MARGIN + PICTURE_DIAL;

  qh_color_set (&palette->paper, cr);
  cairo_paint (cr);
  cairo_save (cr);
  cairo_translate (cr, PICTURE_MARGIN, PICTURE_MARGIN);
  qh_dial_paint (&dial, cr, PICTURE_DIAL, palette, NULL);
  cairo_restore (cr);
  paint_words (handout, cr, x, PICTURE_MARGIN + 16);
  cairo_save (cr);
  cairo_translate (cr, x, PICTURE_MARGIN + 82);
  qh_strip_paint (handout->blocks, handout->n_blocks, handout->limit, cr, PICTURE_STRIP_WIDTH,
                  PICTURE_STRIP_HEIGHT, palette, NULL);
  cairo_restore (cr);
}

GBytes *
qh_sheet_to_png (const QhSheet *sheet, double scale, GError **error)
{
  GByteArray *bytes;
  cairo_surface_t *image;
  cairo_t *cr;

  g_return_val_if_fail (scale > 0 && scale <= LARGEST_SCALE, NULL);
  image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(PICTURE_WIDTH * scale),
                                      (int)(PICTURE_HEIGHT * scale));
  cr = cairo_create (image);
  cairo_scale (cr, scale, scale);
  paint_picture (sheet, cr);
  cairo_destroy (cr);
  bytes = g_byte_array_new ();
  cairo_surface_write_to_png_stream (image, on_write, bytes);
  return finish (image, bytes, error);
}

GBytes *
qh_sheet_to_svg (const QhSheet *sheet, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *svg =
      cairo_svg_surface_create_for_stream (on_write, bytes, PICTURE_WIDTH, PICTURE_HEIGHT);
  cairo_t *cr = cairo_create (svg);

  paint_picture (sheet, cr);
  cairo_destroy (cr);
  return finish (svg, bytes, error);
}
