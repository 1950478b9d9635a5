/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dial. Measuring turns lengths into angles; painting and hit test go by these angles. All
 * proportions are shares of the dial's size, so that it looks the same at every size. */
#include "paper/qh-dial.h"
#include "paper/qh-lettering.h"
#include "paper/qh-shapes.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#define FULL_TURN (2 * G_PI)

/* From these sizes on, in pixels. */
#define SIZE_WITH_SCORE 48
#define SIZE_WITH_TICKS 96
#define SIZE_WITH_CAPTION 120

/* Shares of the dial's size. */
#define MARGIN 0.006
#define GAP 0.011
#define SCORE_TEXT 0.24
#define SCORE_ABOVE_MIDDLE 0.06
#define CAPTION_TEXT 0.073
#define CAPTION_BELOW_MIDDLE 0.115

#define MOST_TICKS 36

/* While it counts down. */
#define SIZE_WITH_WORDS 160
#define PALE 0.35
#define FIGURE_TEXT 0.235
#define FIGURE_ALONE 0.24
#define FIGURE_ABOVE_MIDDLE 0.01
#define WORDS_TEXT 0.045
#define WORDS_FROM_MIDDLE 0.175
#define HAND_WIDTH 0.011
#define HAND_BEYOND 0.01

typedef struct {
  const QhDial *dial;
  cairo_t *cr;
  const QhPalette *palette;
  double size, middle, outer, inner;
} Painter;

static char *
minutes_text (gint64 seconds)
{
  return seconds % QH_MINUTE == 0 ? g_strdup_printf ("%" PRId64, seconds / QH_MINUTE)
                                  : qh_length_format (seconds);
}

char *
qh_dial_caption (gint64 total, gint64 limit)
{
  g_autofree char *planned = minutes_text (total);
  g_autofree char *most = minutes_text (limit);

  /* Translators: what is planned of the client's limit: "14 of 15 minutes"; the number that decides
   * about the plural is the limit */
  return g_strdup_printf (
      ngettext ("%s of %s minute", "%s of %s minutes", (gulong)(limit / QH_MINUTE)), planned, most);
}

static double
angle_of (const QhDial *dial, gint64 seconds)
{
  return FULL_TURN *
         ((double)seconds / qh_blocks_extent (dial->blocks, dial->n_blocks, dial->limit));
}

void
qh_dial_measure (const QhDial *dial, QhArc *arcs)
{
  gint64 before = 0;

  for (guint i = 0; i < dial->n_blocks; i++) {
    gint64 after = before + MAX (dial->blocks[i].seconds, 0);
    arcs[i] = (QhArc){ angle_of (dial, before), angle_of (dial, after) };
    before = after;
  }
  arcs[dial->n_blocks] = (QhArc){ angle_of (dial, before), FULL_TURN };
}

double
qh_dial_limit_angle (const QhDial *dial)
{
  return angle_of (dial,
                   MIN (dial->limit, qh_blocks_extent (dial->blocks, dial->n_blocks, dial->limit)));
}

void
qh_dial_ring (double size, double *outer, double *inner)
{
  /* A thumbnail needs a thicker ring to show its colours. */
  double hole = size < SIZE_WITH_SCORE ? 0.58 : size < SIZE_WITH_TICKS ? 0.70 : 0.755;

  *outer = size / 2 - MAX (MARGIN * size, 0.5);
  *inner = *outer * hole;
}

/* From the positive x axis as cairo has it, to twelve o'clock as a clock has it. */
static double
clock_angle (double x, double y)
{
  double angle = atan2 (x, -y);
  return angle < 0 ? angle + FULL_TURN : angle;
}

int
qh_dial_hit (const QhDial *dial, double size, double x, double y)
{
  g_autofree QhArc *arcs = g_new (QhArc, dial->n_blocks + 1);
  double outer, inner;
  double distance = hypot (x - size / 2, y - size / 2);
  double angle = clock_angle (x - size / 2, y - size / 2);

  qh_dial_ring (size, &outer, &inner);
  if (distance < inner || distance > outer)
    return -1;
  qh_dial_measure (dial, arcs);
  for (guint i = 0; i < dial->n_blocks; i++)
    if (angle >= arcs[i].start && angle < arcs[i].end)
      return i;
  return dial->n_blocks;
}

/* An arc's outline, its sides set back by half a gap, parallel to the neighbour's. */
static void
trace_arc (const Painter *p, QhArc arc)
{
  double span = arc.end - arc.start;
  double gap = MAX (GAP * p->size, 0.8);
  double outer_gap = MIN (asin (gap / 2 / p->outer), span * 0.3);
  double inner_gap = MIN (asin (gap / 2 / p->inner), span * 0.3);

  cairo_new_path (p->cr);
  if (span > FULL_TURN - 1e-6) {
    cairo_arc (p->cr, p->middle, p->middle, p->outer, 0, FULL_TURN);
    cairo_new_sub_path (p->cr);
    cairo_arc_negative (p->cr, p->middle, p->middle, p->inner, FULL_TURN, 0);
    return;
  }
  cairo_arc (p->cr, p->middle, p->middle, p->outer, arc.start + outer_gap - G_PI_2,
             arc.end - outer_gap - G_PI_2);
  cairo_arc_negative (p->cr, p->middle, p->middle, p->inner, arc.end - inner_gap - G_PI_2,
                      arc.start + inner_gap - G_PI_2);
  cairo_close_path (p->cr);
}

static void
hatch_arc (const Painter *p, QhArc arc, int kind)
{
  cairo_save (p->cr);
  trace_arc (p, arc);
  cairo_clip (p->cr);
  qh_color_set (&p->palette->hatch[kind], p->cr);
  qh_shape_hatch (p->cr, 0, 0, p->size, p->size, MAX (p->size / 36, 2));
  cairo_restore (p->cr);
}

static void
paint_arc (const Painter *p, QhArc arc, int kind)
{
  if (arc.end <= arc.start)
    return;
  trace_arc (p, arc);
  qh_color_set (&p->palette->kind[kind], p->cr);
  cairo_fill (p->cr);
  if (kind == QH_SEGMENT_KIND_HOUSEKEEPING)
    hatch_arc (p, arc, kind);
}

static void
paint_ring (const Painter *p, const QhArc *arcs)
{
  for (guint i = 0; i < p->dial->n_blocks; i++)
    paint_arc (p, arcs[i], p->dial->blocks[i].kind);
  paint_arc (p, arcs[p->dial->n_blocks], QH_SEGMENT_KIND_UNSET);
}

static void
trace_radius (const Painter *p, double angle, double from, double to)
{
  cairo_move_to (p->cr, p->middle + sin (angle) * from, p->middle - cos (angle) * from);
  cairo_line_to (p->cr, p->middle + sin (angle) * to, p->middle - cos (angle) * to);
}

/* What is beyond the limit is hatched, has a rim inside, and begins with a notch. */
static void
paint_excess (const Painter *p, const QhArc *arcs)
{
  double limit = qh_dial_limit_angle (p->dial);
  double ring = p->outer - p->inner;

  for (guint i = 0; i < p->dial->n_blocks; i++)
    if (arcs[i].end > limit)
      hatch_arc (p, (QhArc){ MAX (arcs[i].start, limit), arcs[i].end }, p->dial->blocks[i].kind);
  qh_color_set (&p->palette->bad, p->cr);
  cairo_new_path (p->cr);
  cairo_set_line_width (p->cr, ring * 0.13);
  cairo_arc (p->cr, p->middle, p->middle, p->inner - ring * 0.16, limit - G_PI_2, 3 * G_PI_2);
  cairo_stroke (p->cr);
  cairo_set_line_width (p->cr, MAX (ring * 0.18, 1.5));
  trace_radius (p, limit, p->inner - ring * 0.36, p->outer);
  cairo_stroke (p->cr);
}

static void
paint_ticks (const Painter *p)
{
  gint64 extent = qh_blocks_extent (p->dial->blocks, p->dial->n_blocks, p->dial->limit);
  gint64 step = QH_MINUTE * qh_minutes_step (extent, p->dial->limit, MOST_TICKS);
  double from = p->inner * 0.925;

  cairo_new_path (p->cr);
  for (gint64 at = 0; at < extent; at += step)
    trace_radius (p, angle_of (p->dial, at), from, from - p->size * 0.024);
  qh_color_set (&p->palette->dim, p->cr);
  cairo_set_line_width (p->cr, p->size * 0.006);
  cairo_stroke (p->cr);
}

static void
paint_text (const Painter *p, QhLettering *lettering, const char *text, double share,
            PangoWeight weight, double below_middle)
{
  /* Away from the middle there is less between the ticks, but the ticks stand aslant. */
  double room = p->inner * 2 * (below_middle > 0 ? 0.77 : 0.74);
  double size = p->size * share;
  double width;
  g_autoptr (PangoLayout) layout = qh_lettering_layout (lettering, text, size, weight);

  qh_layout_measure (layout, &width, NULL);
  if (width > room) {
    g_object_unref (layout);
    layout =
        qh_lettering_line (lettering, text, size * MAX (0.98 * room / width, 0.7), weight, room);
  }
  qh_layout_paint_centred (layout, p->cr, p->middle, p->middle + below_middle * p->size);
}

static void
paint_texts (const Painter *p, const char *font, gboolean over)
{
  g_autoptr (QhLettering) lettering = qh_lettering_new (font);
  gboolean with_score = p->dial->score >= 0;
  gboolean with_caption = p->dial->caption != NULL && p->size >= SIZE_WITH_CAPTION;
  g_autofree char *score = g_strdup_printf ("%d", p->dial->score);

  if (with_score) {
    qh_color_set (qh_palette_score (p->palette, p->dial->score), p->cr);
    paint_text (p, lettering, score, SCORE_TEXT, PANGO_WEIGHT_BOLD,
                with_caption ? -SCORE_ABOVE_MIDDLE : 0);
  }
  if (!with_caption)
    return;
  qh_color_set (over ? &p->palette->bad : with_score ? &p->palette->dim : &p->palette->text, p->cr);
  paint_text (p, lettering, p->dial->caption, CAPTION_TEXT,
              over ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
              with_score ? CAPTION_BELOW_MIDDLE : 0);
}

void
qh_dial_paint (const QhDial *dial, cairo_t *cr, double size, const QhPalette *palette,
               const char *font)
{
  g_autofree QhArc *arcs = g_new (QhArc, dial->n_blocks + 1);
  gboolean over = qh_blocks_total (dial->blocks, dial->n_blocks) > dial->limit;
  Painter p = { dial, cr, palette, size, size / 2, 0, 0 };

  qh_dial_ring (size, &p.outer, &p.inner);
  qh_dial_measure (dial, arcs);
  cairo_save (cr);
  paint_ring (&p, arcs);
  if (over)
    paint_excess (&p, arcs);
  if (size >= SIZE_WITH_TICKS)
    paint_ticks (&p);
  if (size >= SIZE_WITH_SCORE)
    paint_texts (&p, font, over);
  cairo_restore (cr);
}

/* --- Counting down */

/* Leaves to be painted what lies between two angles. */
static void
clip_between (const Painter *p, double from, double to)
{
  cairo_new_path (p->cr);
  cairo_move_to (p->cr, p->middle, p->middle);
  cairo_arc (p->cr, p->middle, p->middle, p->size, from - G_PI_2, to - G_PI_2);
  cairo_close_path (p->cr);
  cairo_clip (p->cr);
}

static void
paint_part (const Painter *p, const QhArc *arcs, double from, double to, double strength)
{
  if (to <= from)
    return;
  cairo_save (p->cr);
  clip_between (p, from, to);
  cairo_push_group (p->cr);
  paint_ring (p, arcs);
  cairo_pop_group_to_source (p->cr);
  cairo_paint_with_alpha (p->cr, strength);
  cairo_restore (p->cr);
}

static void
paint_hand (const Painter *p, double angle)
{
  double ring = p->outer - p->inner;

  cairo_new_path (p->cr);
  trace_radius (p, angle, p->inner - ring * 0.3, p->outer + p->size * HAND_BEYOND);
  qh_color_set (&p->palette->text, p->cr);
  cairo_set_line_cap (p->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (p->cr, MAX (p->size * HAND_WIDTH, 2));
  cairo_stroke (p->cr);
}

/* A rim inside the present arc: the nearer its end, the heavier; what is over is hatched too. */
static void
paint_warning (const Painter *p, QhArc arc, int kind, QhHandWarning warning)
{
  double ring = p->outer - p->inner;

  if (warning == QH_HAND_CALM || arc.end <= arc.start)
    return;
  if (warning == QH_HAND_OVER)
    hatch_arc (p, arc, kind);
  qh_color_set (warning == QH_HAND_SOON ? &p->palette->middling : &p->palette->bad, p->cr);
  cairo_new_path (p->cr);
  cairo_set_line_cap (p->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (p->cr, MAX (ring * (warning == QH_HAND_SOON ? 0.08 : 0.2), 1.5));
  cairo_arc (p->cr, p->middle, p->middle, p->inner - ring * 0.2, arc.start - G_PI_2,
             arc.end - G_PI_2);
  cairo_stroke (p->cr);
}

/* Grey says nothing in grey letters. */
static const QhColor *
ink_of (const Painter *p, int kind)
{
  return qh_segment_kind_is_modality (kind) ? &p->palette->kind[kind] : &p->palette->text;
}

static void
paint_words (const Painter *p, const QhDialHand *hand, int kind, const char *font)
{
  g_autoptr (QhLettering) lettering = qh_lettering_new (font);
  gboolean with_words = p->size >= SIZE_WITH_WORDS;

  if (hand->figure != NULL) {
    qh_color_set (hand->is_late ? &p->palette->bad : &p->palette->text, p->cr);
    paint_text (p, lettering, hand->figure, with_words ? FIGURE_TEXT : FIGURE_ALONE,
                PANGO_WEIGHT_HEAVY, with_words ? -FIGURE_ABOVE_MIDDLE : 0);
  }
  if (with_words && hand->above != NULL) {
    qh_color_set (ink_of (p, kind), p->cr);
    paint_text (p, lettering, hand->above, WORDS_TEXT, PANGO_WEIGHT_BOLD, -WORDS_FROM_MIDDLE);
  }
  if (with_words && hand->below != NULL) {
    qh_color_set (hand->is_late ? &p->palette->bad : &p->palette->dim, p->cr);
    paint_text (p, lettering, hand->below, WORDS_TEXT, PANGO_WEIGHT_NORMAL, WORDS_FROM_MIDDLE);
  }
}

void
qh_dial_paint_running (const QhDial *dial, const QhDialHand *hand, cairo_t *cr, double size,
                       const QhPalette *palette, const char *font)
{
  g_autofree QhArc *arcs = g_new (QhArc, dial->n_blocks + 1);
  gint64 extent = qh_blocks_extent (dial->blocks, dial->n_blocks, dial->limit);
  double angle = angle_of (dial, CLAMP (hand->passed, 0, extent));
  gboolean is_there = hand->present < dial->n_blocks;
  int kind = is_there ? dial->blocks[hand->present].kind : QH_SEGMENT_KIND_UNSET;
  Painter p = { dial, cr, palette, size, size / 2, 0, 0 };

  qh_dial_ring (size, &p.outer, &p.inner);
  qh_dial_measure (dial, arcs);
  cairo_save (cr);
  paint_part (&p, arcs, 0, angle, PALE);
  paint_part (&p, arcs, angle, FULL_TURN, 1);
  if (qh_blocks_total (dial->blocks, dial->n_blocks) > dial->limit)
    paint_excess (&p, arcs);
  if (is_there)
    paint_warning (&p, arcs[hand->present], kind, hand->warning);
  paint_hand (&p, angle);
  paint_words (&p, hand, kind, font);
  cairo_restore (cr);
}
