/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files made of a sheet: PDF, PNG and SVG, each as bytes. */
#include "paper/qh-dial.h"
#include "paper/qh-page-private.h"
#include "paper/qh-pdf.h"
#include "paper/qh-strip.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

/* The picture of dial and strip, in points. */
#define PICTURE_MARGIN 20.0
#define PICTURE_DIAL 160.0
#define PICTURE_STRIP_WIDTH 600.0
#define PICTURE_ONE_LINE 30.0
#define PICTURE_WIDTH (3 * PICTURE_MARGIN + PICTURE_DIAL + PICTURE_STRIP_WIDTH)
#define PICTURE_HEIGHT (2 * PICTURE_MARGIN + PICTURE_DIAL)
#define PICTURE_HEADLINE 19.0
#define PICTURE_TEXT 12.5

#define LARGEST_SCALE 16.0

/* PDF. */

static void
paint_page (cairo_t *cr, guint number, gpointer page)
{
  qh_page_paint_tagged (page, cr, number);
}

GBytes *
qh_sheet_to_pdf (const QhSheet *sheet, QhPaperSize size, GError **error)
{
  g_autoptr (QhPage) page = qh_page_new (sheet, size);
  const QhHandout *handout = qh_page_get_handout (page);
  QhPdf pdf = { .title = handout->document_title,
                .author = handout->author,
                .subject = handout->occasion,
                .language = handout->language,
                .created = handout->exported,
                .flow = qh_page_get_flow (page),
                .paint = paint_page,
                .data = page };

  return qh_pdf_write (&pdf, size, error);
}

/* The picture. */

static void
paint_line (QhLettering *lettering, cairo_t *cr, const char *text, double size, PangoWeight weight,
            double y)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL)
    return;
  layout = qh_lettering_line (lettering, text, size, weight, PICTURE_STRIP_WIDTH);
  qh_layout_paint (layout, cr, 0, y);
}

static void
paint_words (const QhHandout *handout, cairo_t *cr)
{
  g_autoptr (QhLettering) lettering = qh_lettering_new (NULL);
  const QhPalette *palette = qh_palette_light ();

  qh_color_set (&palette->dim, cr);
  paint_line (lettering, cr, handout->subject, PICTURE_TEXT, PANGO_WEIGHT_NORMAL, 4);
  paint_line (lettering, cr, handout->schedule, PICTURE_TEXT, PANGO_WEIGHT_NORMAL, 52);
  qh_color_set (&palette->text, cr);
  paint_line (lettering, cr, handout->headline, PICTURE_HEADLINE, PANGO_WEIGHT_BOLD, 23);
}

/* Where the kinds do not go out there is one line in the blocks. */
static void
paint_strip (const QhHandout *handout, cairo_t *cr)
{
  const QhPalette *palette = qh_palette_light ();
  double row = handout->edition == QH_EDITION_CLIENT ? PICTURE_ONE_LINE : QH_STRIP_HEIGHT;

  cairo_translate (cr, 0, PICTURE_DIAL - row - QH_STRIP_RULER_HEIGHT - 7);
  qh_strip_paint_row (handout->blocks, handout->n_blocks, handout->limit, cr, PICTURE_STRIP_WIDTH,
                      row, palette, NULL);
  cairo_translate (cr, 0, row + 3);
  qh_strip_paint_ruler (handout->blocks, handout->n_blocks, handout->limit, cr, PICTURE_STRIP_WIDTH,
                        QH_STRIP_RULER_HEIGHT, palette, NULL);
}

static void
paint_picture (const QhSheet *sheet, cairo_t *cr)
{
  g_autoptr (QhHandout) handout = qh_handout_new (sheet);
  const QhPalette *palette = qh_palette_light ();
  QhDial dial = { handout->blocks, handout->n_blocks, handout->limit, handout->score,
                  handout->caption };

  qh_color_set (&palette->paper, cr);
  cairo_paint (cr);
  cairo_translate (cr, PICTURE_MARGIN, PICTURE_MARGIN);
  qh_dial_paint (&dial, cr, PICTURE_DIAL, palette, NULL);
  cairo_translate (cr, PICTURE_MARGIN + PICTURE_DIAL, 0);
  paint_words (handout, cr);
  paint_strip (handout, cr);
}

GBytes *
qh_sheet_to_png (const QhSheet *sheet, double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *image;
  cairo_t *cr;

  g_return_val_if_fail (scale > 0 && scale <= LARGEST_SCALE, NULL);
  image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(PICTURE_WIDTH * scale),
                                      (int)(PICTURE_HEIGHT * scale));
  cr = cairo_create (image);
  cairo_scale (cr, scale, scale);
  paint_picture (sheet, cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (image, qh_surface_write, bytes);
  return qh_surface_finish (image, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes))
                                          : NULL;
}

GBytes *
qh_sheet_to_svg (const QhSheet *sheet, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *svg =
      cairo_svg_surface_create_for_stream (qh_surface_write, bytes, PICTURE_WIDTH, PICTURE_HEIGHT);
  cairo_t *cr = cairo_create (svg);

  paint_picture (sheet, cr);
  cairo_destroy (cr);
  return qh_surface_finish (svg, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes))
                                        : NULL;
}
