/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-pips.h"
#include "base/qh-time.h"
#include "paper/qh-lettering.h"
#include "paper/qh-shapes.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* Of a pip with its gap. */
#define GAP 0.14
#define LINE 0.075
#define TEXT 0.46
#define BAR 0.5

/* From what is gone to what is left. */
static const QhPip bar_order[] = { QH_PIP_GIVEN, QH_PIP_AWAY, QH_PIP_RESERVED, QH_PIP_LEFT };

gboolean
qh_pips_has_bar (const QhPips *pips)
{
  return pips->edition > QH_PIPS_MOST;
}

static void
append_count (GString *text, const char *format, gint64 count)
{
  if (count == 0)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append_printf (text, format, (int)count);
}

static char *
describe_gone (const QhPips *pips)
{
  GString *text = g_string_new (NULL);

  /* Translators: copies of an edition, in "2 of 12 copies left: 1 reserved, 9 given" */
  append_count (text, _ ("%d reserved"), pips->counts[QH_PIP_RESERVED]);
  append_count (text, _ ("%d given"), pips->counts[QH_PIP_GIVEN]);
  append_count (text, _ ("%d handed on"), pips->counts[QH_PIP_AWAY]);
  return g_string_free (text, FALSE);
}

char *
qh_pips_label (const QhPips *pips)
{
  g_autofree char *gone = describe_gone (pips);
  g_autofree char *left = NULL;

  if (pips->edition == QH_NONE)
    left = g_strdup (_ ("Without limit"));
  else
    left = g_strdup_printf (
        ngettext ("%d of %d copy left", "%d of %d copies left", (gulong)pips->edition),
        (int)pips->counts[QH_PIP_LEFT], (int)pips->edition);
  if (*gone == '\0')
    return g_steal_pointer (&left);
  /* Translators: what is left of an edition, and where the rest is */
  return g_strdup_printf (_ ("%s: %s"), left, gone);
}

/* --- Geometry */

guint
qh_pips_columns (gint64 edition, double width, double size)
{
  guint most = (guint)MAX (1, floor ((width + GAP * size) / size + 1e-6));
  guint rows;

  if (edition <= (gint64)most)
    return (guint)MAX (1, edition);
  rows = (guint)((edition + most - 1) / most);
  return (guint)((edition + rows - 1) / rows);
}

void
qh_pips_measure (gint64 edition, guint columns, double size, double *width, double *height)
{
  guint rows = (guint)((edition + columns - 1) / columns);

  *width = MIN (edition, columns) * size - GAP * size;
  *height = rows * size - GAP * size;
}

/* Narrow parts are widened at the cost of the widest. */
void
qh_pips_split (const QhPips *pips, double width, double least, double widths[QH_N_PIPS])
{
  double lent = 0;
  int widest = 0;

  for (int i = 0; i < QH_N_PIPS; i++) {
    double exact = width * pips->counts[bar_order[i]] / pips->edition;

    widths[i] = exact > 0 ? MAX (exact, least) : 0;
    lent += widths[i] - exact;
    if (widths[i] > widths[widest])
      widest = i;
  }
  widths[widest] = MAX (widths[widest] - lent, 0);
}

/* --- Painting */

static void
trace_diamond (cairo_t *cr, double x, double y, double size)
{
  cairo_new_sub_path (cr);
  cairo_line_to (cr, x + size / 2, y);
  cairo_line_to (cr, x + size, y + size / 2);
  cairo_line_to (cr, x + size / 2, y + size);
  cairo_line_to (cr, x, y + size / 2);
  cairo_close_path (cr);
}

static void
trace_pip (QhPip pip, cairo_t *cr, double x, double y, double size)
{
  cairo_new_path (cr);
  if (pip == QH_PIP_RESERVED)
    qh_shape_round_rect (cr, x, y, size, size, size * 0.2);
  else if (pip == QH_PIP_AWAY)
    trace_diamond (cr, x, y, size);
  else
    cairo_arc (cr, x + size / 2, y + size / 2, size / 2, 0, 2 * G_PI);
}

/* The lower half of what is traced. */
static void
fill_half (cairo_t *cr, double x, double y, double size, const QhPalette *palette)
{
  QhColor fill = palette->accent;

  fill.alpha = 0.32;
  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, x - size, y + size / 2, 3 * size, size);
  qh_color_set (&fill, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
paint_shape (QhPip pip, cairo_t *cr, double x, double y, double size, double line,
             const QhPalette *palette)
{
  const QhColor *stroke = pip == QH_PIP_AWAY   ? &palette->dim
                          : pip == QH_PIP_LEFT ? &palette->text
                                               : &palette->accent;

  if (pip == QH_PIP_GIVEN) {
    trace_pip (pip, cr, x, y, size);
    qh_color_set (&palette->dim, cr);
    cairo_fill (cr);
    return;
  }
  if (pip == QH_PIP_RESERVED) {
    trace_pip (pip, cr, x + line / 2, y + line / 2, size - line);
    fill_half (cr, x, y, size, palette);
  }
  trace_pip (pip, cr, x + line / 2, y + line / 2, size - line);
  qh_color_set (stroke, cr);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

static void
paint_number (QhPip pip, guint number, cairo_t *cr, double x, double y, double size,
              const QhPalette *palette, QhLettering *lettering)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  double scale = pip == QH_PIP_AWAY ? 0.85 : 1;
  g_autoptr (PangoLayout) layout =
      qh_lettering_layout (lettering, text, size * TEXT * scale,
                           pip == QH_PIP_LEFT ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

  qh_color_set (pip == QH_PIP_GIVEN  ? &palette->paper
                : pip == QH_PIP_AWAY ? &palette->dim
                                     : &palette->text,
                cr);
  qh_layout_paint_centred (layout, cr, x + size * (1 - GAP) / 2, y + size * (1 - GAP) / 2);
}

static void
paint_pips (const QhPips *pips, cairo_t *cr, double width, double size, const QhPalette *palette,
            QhLettering *lettering)
{
  guint columns = qh_pips_columns (pips->edition, width, size);

  for (guint i = 0; i < (guint)pips->edition; i++) {
    double x = (i % columns) * size, y = (i / columns) * size;
    paint_shape (pips->pips[i], cr, x, y, size * (1 - GAP), size * LINE, palette);
    paint_number (pips->pips[i], i + 1, cr, x, y, size, palette, lettering);
  }
}

static void
paint_part (QhPip pip, cairo_t *cr, double x, double width, double height, const QhPalette *palette)
{
  QhColor color = pip == QH_PIP_RESERVED ? palette->accent : palette->dim;

  cairo_save (cr);
  cairo_rectangle (cr, x, 0, width, height);
  cairo_clip (cr);
  qh_color_set (&color, cr);
  if (pip == QH_PIP_GIVEN)
    cairo_paint (cr);
  else if (pip == QH_PIP_RESERVED)
    qh_shape_hatch (cr, x, 0, width, height, height / 3);
  else if (pip == QH_PIP_AWAY)
    for (double dot = x + height / 3; dot < x + width; dot += height / 1.5) {
      cairo_arc (cr, dot, height / 2, height / 7, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static void
paint_bar (const QhPips *pips, cairo_t *cr, double width, double size, const QhPalette *palette)
{
  double height = size * BAR, line = size * LINE, x = 0;
  double widths[QH_N_PIPS];

  qh_pips_split (pips, width, height / 2, widths);
  cairo_new_path (cr);
  qh_shape_round_rect (cr, 0, 0, width, height, height / 2);
  cairo_save (cr);
  cairo_clip (cr);
  for (int i = 0; i < QH_N_PIPS; i++) {
    if (widths[i] > 0)
      paint_part (bar_order[i], cr, x, widths[i], height, palette);
    x += widths[i];
  }
  cairo_restore (cr);
  cairo_new_path (cr);
  qh_shape_round_rect (cr, line / 2, line / 2, width - line, height - line, height / 2);
  qh_color_set (&palette->text, cr);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

void
qh_pips_paint (const QhPips *pips, cairo_t *cr, double width, double size, const QhPalette *palette,
               const char *font)
{
  g_autoptr (QhLettering) lettering = qh_lettering_new (font);

  if (pips->edition == QH_NONE)
    return;
  cairo_save (cr);
  if (qh_pips_has_bar (pips))
    paint_bar (pips, cr, width, size, palette);
  else
    paint_pips (pips, cr, width, size, palette, lettering);
  cairo_restore (cr);
}
