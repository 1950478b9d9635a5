/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-picture-files.h"
#include "paper/qh-box.h"
#include "paper/qh-chart.h"
#include "paper/qh-flow.h"
#include "paper/qh-pdf.h"
#include "paper/qh-picture-boxes.h"

#include <cairo-svg.h>

/* In points. */
#define WIDTH 760.0
#define MARGIN 20.0
#define TEXT 12.0
#define MOST_HEIGHT 8000.0 /* of a table that never ends */
#define LARGEST_SCALE 16.0

typedef struct {
  QhSetting setting;
  QhBox *root;
  QhFlow *flow;
  GPtrArray *charts; /* QhChart */
  double height;
} Card;

static void
card_clear (Card *card)
{
  g_clear_pointer (&card->flow, qh_flow_free);
  g_clear_pointer (&card->root, qh_box_free);
  g_clear_pointer (&card->charts, g_ptr_array_unref);
  g_clear_pointer (&card->setting.lettering, qh_lettering_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Card, card_clear)

static void
card_init (Card *card, const QhPicture *picture, const char *currency)
{
  double width = WIDTH - 2 * MARGIN;

  card->setting = (QhSetting){ qh_lettering_new (NULL), qh_palette_light (), TEXT };
  card->root = qh_box_stack (NULL);
  card->charts = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_chart_free);
  qh_picture_boxes (&card->setting, card->root, card->charts, picture, currency, width,
                    picture->form == QH_PICTURE_LIST);
  card->height = MIN (qh_box_measure (card->root, width) + 2 * MARGIN, MOST_HEIGHT);
  card->flow = qh_flow_new (card->root, card->setting.palette, MARGIN, MARGIN, width,
                            card->height - MARGIN + 1);
}

static void
card_paint (const Card *card, cairo_t *cr)
{
  qh_color_set (&card->setting.palette->paper, cr);
  cairo_paint (cr);
  qh_flow_paint (card->flow, 0, cr, FALSE);
}

GBytes *
qh_picture_to_png (const QhPicture *picture, const char *currency, double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_auto (Card) card = { 0 };
  cairo_surface_t *image;
  cairo_t *cr;

  g_return_val_if_fail (scale > 0 && scale <= LARGEST_SCALE, NULL);
  card_init (&card, picture, currency);
  image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(WIDTH * scale),
                                      (int)(card.height * scale));
  cr = cairo_create (image);
  cairo_scale (cr, scale, scale);
  card_paint (&card, cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (image, qh_surface_write, bytes);
  return qh_surface_finish (image, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes))
                                          : NULL;
}

GBytes *
qh_picture_to_svg (const QhPicture *picture, const char *currency, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_auto (Card) card = { 0 };
  cairo_surface_t *svg;
  cairo_t *cr;

  card_init (&card, picture, currency);
  svg = cairo_svg_surface_create_for_stream (qh_surface_write, bytes, WIDTH, card.height);
  cr = cairo_create (svg);
  card_paint (&card, cr);
  cairo_destroy (cr);
  return qh_surface_finish (svg, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes))
                                        : NULL;
}
