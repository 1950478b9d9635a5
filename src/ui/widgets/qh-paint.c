/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-paint.h"
#include <adwaita.h>

/* Pixels of the text that drawings are made for. */
#define NORMAL_TEXT (11.0 * 96 / 72)

static AdwStyleManager *
style_of (GtkWidget *widget)
{
  return adw_style_manager_get_for_display (gtk_widget_get_display (widget));
}

const QhPalette *
qh_widget_palette (GtkWidget *widget)
{
  AdwStyleManager *style = style_of (widget);
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return qh_palette_high_contrast (dark);
  return dark ? qh_palette_dark () : qh_palette_light ();
}

double
qh_widget_text_scale (GtkWidget *widget)
{
  const PangoFontDescription *font =
      pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96.0 / 72;
  return size > 0 ? size / NORMAL_TEXT : 1;
}

char *
qh_widget_font (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);

  return g_strdup (pango_font_description_get_family (font));
}

void
qh_widget_follow_style (GtkWidget *widget)
{
  AdwStyleManager *style = style_of (widget);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
}

cairo_t *
qh_widget_append_cairo (GtkWidget *widget, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                               (float)gtk_widget_get_height (widget));

  return gtk_snapshot_append_cairo (snapshot, &bounds);
}
