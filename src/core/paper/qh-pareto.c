/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-pareto.h"
#include "paper/qh-lettering.h"
#include <glib/gi18n-lib.h>
#include <math.h>

/* At text of 100 %. */
#define TEXT 12.5
#define SMALL 11.0
#define PITCH 42.0
#define BAR_TOP 19.0
#define BAR 13.0
#define NUMBERS 92.0 /* at the end of a bar */

static void
bar_free (gpointer data)
{
  QhParetoBar *bar = data;

  g_free (bar->name);
  g_free (bar);
}

QhPareto *
qh_pareto_new (void)
{
  QhPareto *pareto = g_new0 (QhPareto, 1);

  pareto->bars = g_ptr_array_new_with_free_func (bar_free);
  return pareto;
}

void
qh_pareto_free (QhPareto *pareto)
{
  g_ptr_array_unref (pareto->bars);
  g_free (pareto);
}

static const QhParetoBar *
get_bar (const QhPareto *pareto, guint i)
{
  return g_ptr_array_index (pareto->bars, i);
}

static void
append (QhPareto *pareto, const char *name, guint n)
{
  QhParetoBar *bar = g_new0 (QhParetoBar, 1);

  bar->name = g_strdup (name);
  bar->n = n;
  g_ptr_array_add (pareto->bars, bar);
}

void
qh_pareto_add (QhPareto *pareto, const char *name, guint n, guint max)
{
  pareto->total += n;
  if (pareto->bars->len < max)
    append (pareto, name, n);
  else if (pareto->bars->len == max)
    append (pareto, NULL, n);
  else
    ((QhParetoBar *)g_ptr_array_index (pareto->bars, max))->n += n;
}

static int
percent (const QhPareto *pareto, guint n)
{
  return pareto->total > 0 ? (int)floor (100.0 * n / pareto->total + 0.5) : 0;
}

int
qh_pareto_share (const QhPareto *pareto, guint i)
{
  return percent (pareto, get_bar (pareto, i)->n);
}

int
qh_pareto_together (const QhPareto *pareto, guint i)
{
  guint n = 0;

  for (guint k = 0; k <= i; k++)
    n += get_bar (pareto, k)->n;
  return percent (pareto, n);
}

char *
qh_pareto_name (const QhPareto *pareto, guint i)
{
  const char *name = get_bar (pareto, i)->name;

  if (!name)
    return g_strdup (_ ("Others"));
  return g_strdup (*name ? name : _ ("No reason given"));
}

char *
qh_pareto_bar_label (const QhPareto *pareto, guint i)
{
  g_autofree char *name = qh_pareto_name (pareto, i);

  /* Translators: a reason, how often, of how many, its share, and that of all reasons so far */
  return g_strdup_printf (_ ("%s: %u of %u, %d %%; together %d %%"), name, get_bar (pareto, i)->n,
                          pareto->total, qh_pareto_share (pareto, i),
                          qh_pareto_together (pareto, i));
}

char *
qh_pareto_label (const QhPareto *pareto)
{
  return pareto->bars->len > 0 ? qh_pareto_bar_label (pareto, 0) : NULL;
}

double
qh_pareto_height (const QhPareto *pareto, double scale)
{
  return PITCH * pareto->bars->len * scale;
}

double
qh_pareto_top (const QhPareto *pareto, guint i, double scale)
{
  return PITCH * i * scale;
}

/* Against the longest: the first, or all the rest. */
double
qh_pareto_length (const QhPareto *pareto, guint i, double width, double scale)
{
  double room = MAX (width - NUMBERS * scale, 1);
  guint most = 1;

  for (guint k = 0; k < pareto->bars->len; k++)
    most = MAX (most, get_bar (pareto, k)->n);
  return room * get_bar (pareto, i)->n / most;
}

typedef struct {
  const QhPareto *pareto;
  cairo_t *cr;
  double width, scale;
  const QhPalette *palette;
  QhLettering *lettering;
} Painter;

static void
paint_line (const Painter *p, const char *text, double size, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout =
      qh_lettering_line (p->lettering, text, size * p->scale, PANGO_WEIGHT_NORMAL, width);

  qh_layout_paint (layout, p->cr, x, y);
}

/* "2 · 40 % · 80 %" */
static void
paint_numbers (const Painter *p, guint i, double x, double y)
{
  g_autofree char *text =
      g_strdup_printf ("%u · %d %%", get_bar (p->pareto, i)->n, qh_pareto_together (p->pareto, i));

  qh_color_set (&p->palette->text, p->cr);
  paint_line (p, text, SMALL, x + 6 * p->scale, y - 1.5 * p->scale, p->width - x);
}

static void
paint_bar (const Painter *p, guint i)
{
  g_autofree char *name = qh_pareto_name (p->pareto, i);
  double top = qh_pareto_top (p->pareto, i, p->scale), y = top + BAR_TOP * p->scale;
  double length = qh_pareto_length (p->pareto, i, p->width, p->scale);

  qh_color_set (&p->palette->text, p->cr);
  paint_line (p, name, TEXT, 0, top, p->width);
  qh_color_set (&p->palette->dim, p->cr);
  cairo_rectangle (p->cr, 0, y, length, BAR * p->scale);
  cairo_fill (p->cr);
  paint_numbers (p, i, length, y);
}

void
qh_pareto_paint (const QhPareto *pareto, cairo_t *cr, double width, double scale,
                 const QhPalette *palette, const char *font)
{
  g_autoptr (QhLettering) lettering = qh_lettering_new (font);
  Painter p = { pareto, cr, width, scale, palette, lettering };

  for (guint i = 0; i < pareto->bars->len; i++)
    paint_bar (&p, i);
}
