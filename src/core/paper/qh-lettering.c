/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for drawings. The font map is Pango's own, which keeps the fonts it has loaded. */
#include "paper/qh-lettering.h"

/* No font's characters are narrower on average, in parts of its size. */
#define NARROWEST 0.12

/* A ligature would be copied out of a PDF as one character. */
#define FEATURES "liga=0"

struct _QhLettering {
  PangoContext *context;
  PangoFontDescription *font;
  PangoAttrList *attributes; /* of every layout */
};

static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

QhLettering *
qh_lettering_new (const char *family)
{
  QhLettering *self = g_new0 (QhLettering, 1);

  self->context = create_context ();
  self->font = pango_font_description_new ();
  pango_font_description_set_family (self->font, family != NULL ? family : "Cantarell, sans-serif");
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new (FEATURES));
  return self;
}

void
qh_lettering_free (QhLettering *self)
{
  pango_attr_list_unref (self->attributes);
  pango_font_description_free (self->font);
  g_object_unref (self->context);
  g_free (self);
}

PangoLayout *
qh_lettering_layout (QhLettering *self, const char *text, double size, PangoWeight weight)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_font_description_set_absolute_size (self->font, size * PANGO_SCALE);
  pango_font_description_set_weight (self->font, weight);
  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* How many bytes of @text can at most be seen on a line: a text of 64 KiB is not shaped for ten
 * words of it. */
static int
seen_bytes (const char *text, double size, double width)
{
  glong most = (glong)(MAX (width, 0) / (size * NARROWEST)) + 16;
  const char *end = text;

  while (most-- > 0 && *end != '\0')
    end = g_utf8_next_char (end);
  return (int)(end - text);
}

PangoLayout *
qh_lettering_line (QhLettering *self, const char *text, double size, PangoWeight weight,
                   double width)
{
  PangoLayout *layout = qh_lettering_layout (self, "", size, weight);

  pango_layout_set_text (layout, text, seen_bytes (text, size, width));

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int)(MAX (width, 0) * PANGO_SCALE) + 1);
  return layout;
}

void
qh_layout_measure (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle box;

  pango_layout_get_extents (layout, NULL, &box);
  if (width != NULL)
    *width = box.width / (double)PANGO_SCALE;
  if (height != NULL)
    *height = box.height / (double)PANGO_SCALE;
}

void
qh_layout_paint (PangoLayout *layout, cairo_t *cr, double x, double y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

void
qh_layout_paint_centred (PangoLayout *layout, cairo_t *cr, double x, double y)
{
  PangoRectangle box;

  pango_layout_get_extents (layout, NULL, &box);
  cairo_move_to (cr, x - (box.x + box.width / 2.0) / PANGO_SCALE,
                 y - (box.y + box.height / 2.0) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}
