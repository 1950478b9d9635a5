/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-footer.h"

#include <glib/gi18n-lib.h>

#define FOOTER 34.0 /* from the lower edge */
#define FOOTER_SIZE 8.5
#define ABOVE 6.0 /* from the line to the text */

void
qh_footer_paint (const QhSetting *setting, const char *text, QhPaperSize size, guint number,
                 guint n, cairo_t *cr)
{
  double y = size.height - FOOTER, width = size.width - 2 * QH_PAGE_MARGIN, number_width;
  g_autofree char *numbered = g_strdup_printf (_ ("page %u of %u"), number + 1, n);
  g_autoptr (PangoLayout) left =
      qh_lettering_line (setting->lettering, text, FOOTER_SIZE, PANGO_WEIGHT_NORMAL, width * 0.8);
  g_autoptr (PangoLayout) right =
      qh_lettering_layout (setting->lettering, numbered, FOOTER_SIZE, PANGO_WEIGHT_NORMAL);

  qh_color_set (&setting->palette->line, cr);
  cairo_rectangle (cr, QH_PAGE_MARGIN, y - ABOVE, width, 0.6);
  cairo_fill (cr);
  qh_color_set (&setting->palette->dim, cr);
  qh_layout_measure (right, &number_width, NULL);
  qh_layout_paint (left, cr, QH_PAGE_MARGIN, y);
  qh_layout_paint (right, cr, size.width - QH_PAGE_MARGIN - number_width, y);
}
