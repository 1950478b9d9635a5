/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/qh-insight-pages.h"
#include "base/qh-time.h"
#include "paper/qh-chart.h"
#include "paper/qh-footer.h"
#include "paper/qh-pdf.h"
#include "paper/qh-picture-boxes.h"
#include <glib/gi18n-lib.h>

/* In points. */
#define MARGIN QH_PAGE_MARGIN
#define TEXT_SIZE 10.0
#define TOP 56.0 /* where the pictures begin */
#define HEADER 30.0 /* where what stands over them does */
#define HEADER_SIZE 8.5
#define HEADLINE 20.0
#define BETWEEN 22.0

struct _QhInsightPages {
  const QhInsightSheet *sheet;
  QhPaperSize size;
  QhSetting setting;
  GPtrArray *charts; /* QhChart */
  char *about, *footer;
  QhBox *root;
  QhFlow *flow;
};

void
qh_insight_sheet_free (QhInsightSheet *sheet)
{
  g_clear_pointer (&sheet->pictures, g_ptr_array_unref);
  g_free (sheet->period);
  g_free (sheet->whom);
  g_free (sheet->currency);
  g_free (sheet->author);
  g_free (sheet->today);
  g_free (sheet);
}

static char *
describe (const QhInsightSheet *sheet)
{
  return g_strdup_printf ("%s · %s", sheet->period,
                          sheet->whom != NULL ? sheet->whom : _ ("All clients"));
}

static char *
sign (const QhInsightSheet *sheet)
{
  g_autofree char *day = qh_date_short_label (sheet->today);
  g_autofree char *dated = g_strdup_printf ("%s %.4s", day, sheet->today);
  /* Translators: a report's footer; the day, with its year */
  g_autofree char *footer = g_strdup_printf (_ ("Quarterhour · Insights of %s"), dated);
  g_autofree char *author =
      sheet->author != NULL ? g_strdup_printf (_ ("prepared by %s"), sheet->author) : NULL;

  return author != NULL ? g_strdup_printf ("%s · %s", footer, author) : g_steal_pointer (&footer);
}

static void
add_head (QhInsightPages *self)
{
  QhRun title = { _ ("Insights"), QH_RUN_BOLD };

  qh_box_add (self->root, qh_box_text (&self->setting, "H1", HEADLINE, &title, 1));
  qh_box_add (self->root, qh_box_words (&self->setting, "P", self->about, QH_RUN_DIM));
}

static void
add_picture (QhInsightPages *self, const QhPicture *picture, double width)
{
  QhBox *section;

  qh_box_add (self->root, qh_box_space (BETWEEN));
  section = qh_box_add (self->root, qh_box_stack ("Sect"));
  qh_picture_boxes (&self->setting, section, self->charts, picture, self->sheet->currency, width,
                    TRUE);
}

QhInsightPages *
qh_insight_pages_new (const QhInsightSheet *sheet, QhPaperSize size)
{
  QhInsightPages *self = g_new0 (QhInsightPages, 1);
  double width = size.width - 2 * MARGIN;

  self->sheet = sheet;
  self->size = size;
  self->setting = (QhSetting){ qh_lettering_new (NULL), qh_palette_light (), TEXT_SIZE };
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_chart_free);
  self->about = describe (sheet);
  self->footer = sign (sheet);
  self->root = qh_box_stack ("Document");
  add_head (self);
  for (guint i = 0; i < sheet->pictures->len; i++)
    add_picture (self, sheet->pictures->pdata[i], width);
  self->flow = qh_flow_new (self->root, self->setting.palette, MARGIN, TOP, width,
                            size.height - QH_FOOTER_SPACE);
  return self;
}

void
qh_insight_pages_free (QhInsightPages *self)
{
  qh_flow_free (self->flow);
  qh_box_free (self->root);
  g_ptr_array_unref (self->charts);
  qh_lettering_free (self->setting.lettering);
  g_free (self->about);
  g_free (self->footer);
  g_free (self);
}

guint
qh_insight_pages_count (const QhInsightPages *self)
{
  return qh_flow_n_pages (self->flow);
}

/* The first page says it under its headline. */
static void
paint_header (const QhInsightPages *self, cairo_t *cr)
{
  g_autofree char *text = g_strdup_printf ("%s · %s", _ ("Insights"), self->about);
  g_autoptr (PangoLayout) line =
      qh_lettering_line (self->setting.lettering, text, HEADER_SIZE, PANGO_WEIGHT_NORMAL,
                         self->size.width - 2 * MARGIN);

  qh_color_set (&self->setting.palette->dim, cr);
  qh_layout_paint (line, cr, MARGIN, HEADER);
}

static void
paint (const QhInsightPages *self, cairo_t *cr, guint number, gboolean tags)
{
  qh_flow_paint (self->flow, number, cr, tags);
  if (number > 0)
    paint_header (self, cr);
  qh_footer_paint (&self->setting, self->footer, self->size, number, qh_insight_pages_count (self),
                   cr);
}

void
qh_insight_pages_paint (const QhInsightPages *self, cairo_t *cr, guint number)
{
  g_return_if_fail (number < qh_insight_pages_count (self));
  paint (self, cr, number, FALSE);
}

static void
paint_tagged (cairo_t *cr, guint number, gpointer pages)
{
  paint (pages, cr, number, TRUE);
}

GBytes *
qh_insight_sheet_to_pdf (const QhInsightSheet *sheet, QhPaperSize size, GError **error)
{
  g_autoptr (QhInsightPages) pages = qh_insight_pages_new (sheet, size);
  g_autofree char *title = g_strdup_printf ("%s · %s", _ ("Insights"), pages->about);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  QhPdf pdf = { .title = title,
                .author = sheet->author,
                .language = C_ ("language code", "en"),
                .created = qh_date_to_instant (sheet->today, utc),
                .flow = pages->flow,
                .paint = paint_tagged,
                .data = pages };

  return qh_pdf_write (&pdf, size, error);
}
