/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-burn.h"
#include "base/qh-time.h"
#include "paper/qh-lettering.h"
#include <glib/gi18n-lib.h>

/* In units of a drawing 120 high. */
#define FULL_HEIGHT 120.0
#define TEXT 11.0
#define TOP 14.0
#define BOTTOM 20.0
#define LEFT 30.0
#define RIGHT 34.0
#define DOT 3.5

static const QhBurnStep *
last_step (const QhBurn *burn)
{
  return &burn->steps[burn->n_steps - 1];
}

gint64
qh_burn_top (const QhBurn *burn)
{
  gint64 top = 1;

  for (guint i = 0; i < burn->n_steps; i++)
    top = MAX (top, burn->steps[i].edition);
  return top;
}

static char *
day_of (const QhBurn *burn, gint64 at)
{
  g_autofree char *date = qh_instant_to_date (at, burn->zone);

  return qh_date_label (date, burn->until, burn->zone);
}

char *
qh_burn_label (const QhBurn *burn)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  const QhBurnStep *first = burn->steps;

  if (burn->n_steps == 0)
    return NULL;
  from = day_of (burn, first->at);
  until = day_of (burn, burn->until);
  /* Translators: an edition over time: how many were left on a first and on a last day */
  return g_strdup_printf (_ ("%d of %d left on %s, %d of %d left on %s"), (int)first->left,
                          (int)first->edition, from, (int)last_step (burn)->left,
                          (int)last_step (burn)->edition, until);
}

void
qh_burn_place (const QhBurn *burn, guint i, double width, double height, double *x, double *y)
{
  gint64 from = burn->steps[0].at, until = MAX (burn->until, last_step (burn)->at);
  double span = MAX (until - from, 1);
  double left = CLAMP (burn->steps[i].left, 0, qh_burn_top (burn));

  *x = width * (burn->steps[i].at - from) / span;
  *y = height * (1 - left / qh_burn_top (burn));
}

typedef struct {
  const QhBurn *burn;
  cairo_t *cr;
  const QhPalette *palette;
  QhLettering *lettering;
  double unit, width, height; /* of the plot */
} Painter;

static void
trace_steps (const Painter *p)
{
  double x, y;

  cairo_new_path (p->cr);
  for (guint i = 0; i < p->burn->n_steps; i++) {
    qh_burn_place (p->burn, i, p->width, p->height, &x, &y);
    if (i > 0)
      cairo_line_to (p->cr, x, y);
    else
      cairo_move_to (p->cr, x, y);
    double next = p->width;
    if (i + 1 < p->burn->n_steps) {
      double below;
      qh_burn_place (p->burn, i + 1, p->width, p->height, &next, &below);
    }
    cairo_line_to (p->cr, next, y);
  }
}

static void
paint_axes (const Painter *p)
{
  qh_color_set (&p->palette->line, p->cr);
  cairo_set_line_width (p->cr, p->unit);
  for (int i = 0; i <= 2; i++) {
    cairo_move_to (p->cr, 0, p->height * i / 2);
    cairo_rel_line_to (p->cr, p->width, 0);
  }
  cairo_stroke (p->cr);
}

static void
paint_steps (const Painter *p)
{
  QhColor fill = p->palette->accent;
  double x, y;

  fill.alpha = 0.18;
  trace_steps (p);
  cairo_line_to (p->cr, p->width, p->height);
  cairo_line_to (p->cr, 0, p->height);
  cairo_close_path (p->cr);
  qh_color_set (&fill, p->cr);
  cairo_fill (p->cr);
  trace_steps (p);
  qh_color_set (&p->palette->accent, p->cr);
  cairo_set_line_width (p->cr, 2 * p->unit);
  cairo_stroke (p->cr);
  qh_burn_place (p->burn, p->burn->n_steps - 1, p->width, p->height, &x, &y);
  cairo_arc (p->cr, p->width, y, DOT * p->unit, 0, 2 * G_PI);
  cairo_fill (p->cr);
}

/* @at: 0 ends at x, 0.5 is centred there, 1 begins there. */
static void
paint_text (const Painter *p, const char *text, double x, double y, double at, PangoWeight weight)
{
  g_autoptr (PangoLayout) layout = qh_lettering_layout (p->lettering, text, TEXT * p->unit, weight);
  double width, height;

  qh_layout_measure (layout, &width, &height);
  qh_layout_paint (layout, p->cr, x - width * (1 - at), y - height / 2);
}

static void
paint_number (const Painter *p, gint64 number, double x, double y, double at, PangoWeight weight)
{
  g_autofree char *text = g_strdup_printf ("%d", (int)number);

  paint_text (p, text, x, y, at, weight);
}

static void
paint_texts (const Painter *p)
{
  gint64 top = qh_burn_top (p->burn);
  g_autofree char *first = qh_instant_to_date (p->burn->steps[0].at, p->burn->zone);
  g_autofree char *last = qh_instant_to_date (p->burn->until, p->burn->zone);
  g_autofree char *from = qh_date_short_label (first);
  g_autofree char *until = qh_date_short_label (last);
  double x, y, below = p->height + BOTTOM * p->unit * 0.55;

  qh_color_set (&p->palette->dim, p->cr);
  paint_number (p, top, -6 * p->unit, 0, 0, PANGO_WEIGHT_NORMAL);
  paint_number (p, 0, -6 * p->unit, p->height, 0, PANGO_WEIGHT_NORMAL);
  paint_text (p, from, 0, below, 1, PANGO_WEIGHT_NORMAL);
  paint_text (p, until, p->width, below, 0, PANGO_WEIGHT_NORMAL);
  qh_color_set (&p->palette->text, p->cr);
  qh_burn_place (p->burn, p->burn->n_steps - 1, p->width, p->height, &x, &y);
  paint_number (p, last_step (p->burn)->left, p->width + 8 * p->unit, y, 1, PANGO_WEIGHT_BOLD);
}

void
qh_burn_paint (const QhBurn *burn, cairo_t *cr, double width, double height,
               const QhPalette *palette, const char *font)
{
  g_autoptr (QhLettering) lettering = qh_lettering_new (font);
  double unit = height / FULL_HEIGHT;
  Painter p = { burn,
                cr,
                palette,
                lettering,
                unit,
                MAX (width - (LEFT + RIGHT) * unit, 1),
                height - (TOP + BOTTOM) * unit };

  if (burn->n_steps == 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, LEFT * unit, TOP * unit);
  paint_axes (&p);
  paint_steps (&p);
  paint_texts (&p);
  cairo_restore (cr);
}
