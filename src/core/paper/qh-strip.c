/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip. Time lies on it linearly, so that a block's edge and a mark of the ruler at the same
 * moment are at the same place; what separates two blocks is taken off the earlier one's end. */
#include "paper/qh-strip.h"
#include "paper/qh-lettering.h"
#include "paper/qh-shapes.h"
#include "paper/qh-symbol.h"

#include <glib/gi18n-lib.h>

#define GAP 4.0 /* pixels */

/* Heights of the drawing. Lengths below are given at 44, or at 26 for one line, and grow with it.
 */
#define ONE_LINE_HEIGHT 26.0
#define LEAST_TWO_LINE_HEIGHT 36.0

#define PADDING 9.0
#define NARROW_PADDING 6.0
#define LEAST_TEXT_WIDTH 34.0
#define SYMBOL_SIZE 16.0
#define SMALL_SYMBOL_SIZE 11.0
#define TITLE_TEXT 12.5
#define ONLY_TITLE_TEXT 11.0
#define KIND_TEXT 10.5
#define RULER_TEXT 11.0
#define LABEL_DISTANCE 64.0
#define LEAST_MINUTE_DISTANCE 7.0

/* One block, the room or the ruler while it is painted. */
typedef struct {
  cairo_t *cr;
  const QhPalette *palette;
  QhLettering *lettering;
  double width, height;
  double unit; /* a length of 1 at this height */
} Painter;

double
qh_strip_scale (const QhBlock *blocks, guint n_blocks, gint64 limit, double width)
{
  return qh_blocks_extent (blocks, n_blocks, limit) / MAX (width, 1);
}

void
qh_strip_measure (const QhBlock *blocks, guint n_blocks, gint64 limit, double width, QhSpan *spans)
{
  double scale = qh_strip_scale (blocks, n_blocks, limit, width);
  gint64 extent = qh_blocks_extent (blocks, n_blocks, limit);
  gint64 before = 0;

  for (guint i = 0; i < n_blocks; i++) {
    gint64 after = before + MAX (blocks[i].seconds, 0);
    double start = before / scale;
    double whole = after / scale - start;
    if (after == before)
      spans[i] = (QhSpan){ MAX (start - GAP, 0), GAP };
    else
      spans[i] = (QhSpan){ start, after == extent ? whole : MAX (whole - GAP, whole / 2) };
    before = after;
  }
  spans[n_blocks] = (QhSpan){ before / scale, MAX (width - before / scale, 0) };
}

int
qh_strip_hit (const QhBlock *blocks, guint n_blocks, gint64 limit, double width, double x)
{
  g_autofree QhSpan *spans = g_new (QhSpan, n_blocks + 1);
  int hit = n_blocks;

  if (x < 0 || x > width)
    return -1;
  qh_strip_measure (blocks, n_blocks, limit, width, spans);
  for (guint i = 0; i < n_blocks; i++) {
    if (blocks[i].seconds <= 0 && x >= spans[i].x && x <= spans[i].x + spans[i].width)
      return i;
    if (blocks[i].seconds > 0 && x >= spans[i].x)
      hit = i;
  }
  return spans[n_blocks].width > 0 && x >= spans[n_blocks].x ? (int)n_blocks : hit;
}

static void
paint_box (const Painter *p, int kind)
{
  gboolean hatched = kind == QH_SEGMENT_KIND_UNSET || kind == QH_SEGMENT_KIND_HOUSEKEEPING;

  qh_shape_round_rect (p->cr, 0, 0, p->width, p->height, 7 * p->unit);
  qh_color_set (&p->palette->kind[kind], p->cr);
  if (!hatched) {
    cairo_fill (p->cr);
    return;
  }
  cairo_save (p->cr);
  cairo_fill_preserve (p->cr);
  cairo_clip (p->cr);
  qh_color_set (&p->palette->hatch[kind], p->cr);
  qh_shape_hatch (p->cr, 0, 0, p->width, p->height, 7 * p->unit);
  cairo_restore (p->cr);
}

/* The padding of a text that is @width wide: less where it would not fit otherwise. */
static double
choose_padding (const Painter *p, double width)
{
  return (width + 2 * PADDING * p->unit <= p->width ? PADDING : NARROW_PADDING) * p->unit;
}

/* Where a block is too narrow for words. */
static void
paint_symbol_alone (const Painter *p, int kind)
{
  double size = MIN (SYMBOL_SIZE * p->unit, p->width - 4 * p->unit);

  if (size >= 9 * p->unit)
    qh_symbol_paint (kind, p->cr, (p->width - size) / 2, (p->height - size) / 2, size);
}

/* The symbol, and the word where the whole of it fits. */
static void
paint_kind_line (const Painter *p, int kind, double x, double y)
{
  double symbol = SMALL_SYMBOL_SIZE * p->unit;
  double apart = 4 * p->unit;
  const char *label = qh_enum_label (qh_segment_kind_values, kind);
  g_autoptr (PangoLayout) layout = NULL;
  double width, height;

  if (label == NULL)
    return;
  layout = qh_lettering_layout (p->lettering, label, KIND_TEXT * p->unit, PANGO_WEIGHT_NORMAL);
  qh_layout_measure (layout, &width, &height);
  qh_symbol_paint (kind, p->cr, x, y + (height - symbol) / 2, symbol);
  if (x + symbol + apart + width <= p->width - NARROW_PADDING * p->unit)
    qh_layout_paint (layout, p->cr, x + symbol + apart, y);
}

static void
paint_words (const Painter *p, const QhBlock *block, const char *title)
{
  gboolean two_lines = p->height >= LEAST_TWO_LINE_HEIGHT && block->title != NULL;
  double size = (p->height >= LEAST_TWO_LINE_HEIGHT ? TITLE_TEXT : ONLY_TITLE_TEXT) * p->unit;
  double most = p->width - 2 * NARROW_PADDING * p->unit;
  g_autoptr (PangoLayout) layout =
      qh_lettering_line (p->lettering, title, size, PANGO_WEIGHT_BOLD, most);
  double width, height, padding;

  qh_layout_measure (layout, &width, &height);
  if (most < LEAST_TEXT_WIDTH * p->unit && pango_layout_is_ellipsized (layout)) {
    paint_symbol_alone (p, block->kind);
    return;
  }
  padding = choose_padding (p, width);
  qh_layout_paint (layout, p->cr, padding, two_lines ? 5.5 * p->unit : (p->height - height) / 2);
  if (two_lines)
    paint_kind_line (p, block->kind, padding, 5 * p->unit + height);
}

static Painter
begin (cairo_t *cr, double width, double height, const QhPalette *palette, const char *font)
{
  double full = height >= LEAST_TWO_LINE_HEIGHT ? QH_STRIP_HEIGHT : ONE_LINE_HEIGHT;

  cairo_save (cr);
  return (Painter){ cr, palette, qh_lettering_new (font), width, height, height / full };
}

static void
end (Painter *p)
{
  qh_lettering_free (p->lettering);
  cairo_restore (p->cr);
}

static void
paint_block (const Painter *p, const QhBlock *block)
{
  const char *title = block->title;

  if (title == NULL || *title == '\0')
    title = qh_enum_label (qh_segment_kind_values, block->kind);
  paint_box (p, block->kind);
  qh_color_set (&p->palette->on_kind[block->kind], p->cr);
  if (title != NULL)
    paint_words (p, block, title);
}

static void
paint_room (const Painter *p)
{
  /* Translators: in the strip of a meeting: time that is not planned */
  const char *word = C_ ("unplanned time", "room");
  g_autoptr (PangoLayout) layout =
      qh_lettering_layout (p->lettering, word, KIND_TEXT * p->unit, PANGO_WEIGHT_NORMAL);
  double width;

  paint_box (p, QH_SEGMENT_KIND_UNSET);
  qh_layout_measure (layout, &width, NULL);
  qh_color_set (&p->palette->on_kind[QH_SEGMENT_KIND_UNSET], p->cr);
  if (width + 2 * NARROW_PADDING * p->unit <= p->width)
    qh_layout_paint_centred (layout, p->cr, p->width / 2, p->height / 2);
}

void
qh_strip_paint_block (const QhBlock *block, cairo_t *cr, double width, double height,
                      const QhPalette *palette, const char *font)
{
  Painter p = begin (cr, width, height, palette, font);

  paint_block (&p, block);
  end (&p);
}

void
qh_strip_paint_room (cairo_t *cr, double width, double height, const QhPalette *palette,
                     const char *font)
{
  Painter p = begin (cr, width, height, palette, font);

  paint_room (&p);
  end (&p);
}

/* The ruler. */

typedef struct {
  Painter painter;
  gint64 limit, extent, step; /* seconds */
  double scale; /* seconds per pixel */
} Ruler;

static void
paint_minute_marks (const Ruler *ruler)
{
  const Painter *p = &ruler->painter;
  gboolean every = QH_MINUTE / ruler->scale >= LEAST_MINUTE_DISTANCE;

  cairo_new_path (p->cr);
  for (gint64 at = 0; at <= ruler->extent; at += every ? QH_MINUTE : ruler->step) {
    double x = CLAMP (at / ruler->scale, 0.5, p->width - 0.5);
    cairo_move_to (p->cr, x, 0);
    cairo_line_to (p->cr, x, (at % ruler->step == 0 ? 4 : 2) * p->unit);
  }
  qh_color_set (&p->palette->dim, p->cr);
  cairo_set_line_width (p->cr, 0.75 * p->unit);
  cairo_stroke (p->cr);
}

/* A notch where the limit is, and a hatched bar over what is beyond it. */
static void
paint_limit (const Ruler *ruler)
{
  const Painter *p = &ruler->painter;
  double x = ruler->limit / ruler->scale;

  qh_color_set (&p->palette->bad, p->cr);
  cairo_save (p->cr);
  cairo_rectangle (p->cr, x, 0, p->width - x, 4.5 * p->unit);
  cairo_clip (p->cr);
  qh_shape_hatch (p->cr, x, 0, p->width - x, 4.5 * p->unit, 3 * p->unit);
  cairo_restore (p->cr);
  cairo_move_to (p->cr, x, 0);
  cairo_line_to (p->cr, x + 4 * p->unit, 6 * p->unit);
  cairo_line_to (p->cr, x - 4 * p->unit, 6 * p->unit);
  cairo_close_path (p->cr);
  cairo_fill (p->cr);
}

/* Where the ruler is mirrored its labels are not. */
static void
paint_readable (cairo_t *cr, PangoLayout *layout, double x, double y, double width)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_save (cr);
  if (matrix.xx < 0) {
    cairo_translate (cr, 2 * x + width, 0);
    cairo_scale (cr, -1, 1);
  }
  qh_layout_paint (layout, cr, x, y);
  cairo_restore (cr);
}

/* Returns where the label ends. */
static double
paint_label (const Ruler *ruler, gint64 at, gboolean limit)
{
  const Painter *p = &ruler->painter;
  g_autofree char *text = at % QH_MINUTE == 0
                              ? g_strdup_printf ("%" G_GINT64_FORMAT, at / QH_MINUTE)
                              : qh_length_format (at);
  g_autoptr (PangoLayout) layout = qh_lettering_layout (
      p->lettering, text, RULER_TEXT * p->unit, limit ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  double width, x;

  qh_layout_measure (layout, &width, NULL);
  x = CLAMP (at / ruler->scale - width / 2, 0, MAX (p->width - width, 0));
  qh_color_set (limit ? &p->palette->bad : &p->palette->dim, p->cr);
  paint_readable (p->cr, layout, x, 4 * p->unit, width);
  return x + width;
}

static void
paint_labels (const Ruler *ruler, gboolean over)
{
  double near = 22 * ruler->painter.unit;
  double limit = ruler->limit / ruler->scale;

  for (gint64 at = 0; at <= ruler->extent; at += ruler->step) {
    double x = at / ruler->scale;
    if (at == ruler->limit || ABS (x - limit) >= near)
      paint_label (ruler, at, over && at == ruler->limit);
  }
  if (ruler->limit % ruler->step != 0)
    paint_label (ruler, ruler->limit, over);
}

void
qh_strip_paint_ruler (const QhBlock *blocks, guint n_blocks, gint64 limit, cairo_t *cr,
                      double width, double height, const QhPalette *palette, const char *font)
{
  gint64 extent = qh_blocks_extent (blocks, n_blocks, limit);
  double unit = height / QH_STRIP_RULER_HEIGHT;
  double most = width / (LABEL_DISTANCE * unit);
  Ruler ruler = {
    .painter = begin (cr, width, height, palette, font),
    .limit = limit,
    .extent = extent,
    .step = QH_MINUTE * qh_minutes_step (extent, limit, most),
    .scale = qh_strip_scale (blocks, n_blocks, limit, width),
  };

  ruler.painter.unit = unit;
  paint_minute_marks (&ruler);
  if (extent > limit)
    paint_limit (&ruler);
  paint_labels (&ruler, extent > limit);
  end (&ruler.painter);
}

void
qh_strip_paint_row (const QhBlock *blocks, guint n_blocks, gint64 limit, cairo_t *cr, double width,
                    double height, const QhPalette *palette, const char *font)
{
  g_autofree QhSpan *spans = g_new (QhSpan, n_blocks + 1);
  Painter p = begin (cr, width, height, palette, font);

  qh_strip_measure (blocks, n_blocks, limit, width, spans);
  for (guint i = 0; i <= n_blocks; i++) {
    Painter one = p;
    if (spans[i].width <= 0 || (i < n_blocks && blocks[i].seconds <= 0))
      continue;
    one.width = spans[i].width;
    cairo_save (cr);
    cairo_translate (cr, spans[i].x, 0);
    if (i < n_blocks)
      paint_block (&one, &blocks[i]);
    else
      paint_room (&one);
    cairo_restore (cr);
  }
  end (&p);
}
