/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The brief on paper: what it says, as boxes. What is asked stands under the figures, where the eye
 * comes to rest; how the figures come about is smaller, below. */
#include "paper/qh-brief-page.h"
#include "paper/qh-footer.h"
#include "paper/qh-pdf.h"

#include <glib/gi18n-lib.h>

/* All lengths in points. */
#define MARGIN QH_PAGE_MARGIN
#define TEXT_SIZE 10.5
#define LEAST_TEXT_SIZE 6.5
#define TEXT_STEP 0.5
#define GUTTER 24.0
#define BAR_INSET 12.0

/* In sizes of the text. */
#define HEADLINE 2.0
#define QUOTE 1.25
#define FIGURE 2.2
#define ASK 1.25
#define HEADING 1.1
#define GAP 0.35
#define SPACE 1.4

#define HEADING_NEED 48.0

struct _QhBriefPage {
  QhPaperSize size;
  QhBrief *brief;
  QhSetting setting;
  QhBox *root;
  QhFlow *flow;
};

static void
add_space (QhBriefPage *self, QhBox *stack, double scale)
{
  qh_box_add (stack, qh_box_space (scale * self->setting.size));
}

static QhBox *
add_text (QhBriefPage *self, QhBox *stack, const char *tag, const char *text, double scale,
          guint style)
{
  QhRun run = { text, style };

  return text == NULL ? NULL
                      : qh_box_add (stack, qh_box_text (&self->setting, tag,
                                                        scale * self->setting.size, &run, 1));
}

static void
add_rule (QhBriefPage *self)
{
  QhBox *rule = qh_box_add (self->root, qh_box_space (SPACE * self->setting.size));

  rule->ruled = TRUE;
  add_space (self, self->root, SPACE);
}

static void
add_head (QhBriefPage *self)
{
  const QhBrief *brief = self->brief;
  QhBox *headline;

  add_text (self, self->root, "P", brief->standing, 1, QH_RUN_DIM);
  add_space (self, self->root, GAP);
  headline = add_text (self, self->root, "H1", brief->headline, HEADLINE, QH_RUN_BOLD);
  headline->outline = g_strdup (brief->headline);
}

static void
add_quotes (QhBriefPage *self)
{
  GPtrArray *quotes = self->brief->quotes;

  for (guint i = 0; i < quotes->len; i++) {
    const QhHandoutLine *line = quotes->pdata[i];
    QhBox *quote;
    add_space (self, self->root, SPACE);
    quote = qh_box_add (self->root, qh_box_stack ("BlockQuote"));
    quote->bar = &self->setting.palette->kind[QH_SEGMENT_KIND_ESCAPE];
    quote->inset = BAR_INSET;
    add_text (self, quote, "P", line->text, QUOTE, QH_RUN_PLAIN);
    add_text (self, quote, "P", line->detail, 1, QH_RUN_DIM);
  }
}

static void
add_figures (QhBriefPage *self)
{
  QhBox *row = qh_box_add (self->root, qh_box_columns ("Sect", GUTTER));

  for (guint i = 0; i < self->brief->figures->len; i++) {
    const QhBriefFigure *figure = self->brief->figures->pdata[i];
    QhBox *stack = qh_box_add (row, qh_box_stack ("P"));
    add_text (self, stack, NULL, figure->figure, FIGURE, QH_RUN_BOLD);
    add_text (self, stack, NULL, figure->words, 1, QH_RUN_DIM);
  }
}

static void
add_heading (QhBriefPage *self, QhBox *stack, const char *title)
{
  QhBox *heading = add_text (self, stack, "H2", title, HEADING, QH_RUN_BOLD);

  heading->outline = g_strdup (title);
  heading->need = HEADING_NEED;
  add_space (self, stack, GAP);
}

static void
add_ask (QhBriefPage *self)
{
  const QhBrief *brief = self->brief;
  QhBox *stack;

  if (brief->ask == NULL && brief->deadline == NULL)
    return;
  add_rule (self);
  stack = qh_box_add (self->root, qh_box_stack ("Sect"));
  add_heading (self, stack, _ ("What we ask"));
  add_text (self, stack, "P", brief->ask, ASK, QH_RUN_PLAIN);
  add_text (self, stack, "P", brief->deadline, ASK, QH_RUN_BOLD);
}

static void
add_line (QhBriefPage *self, QhBox *list, const QhHandoutLine *line)
{
  QhBox *item = qh_box_add (list, qh_box_stack ("LI"));

  add_text (self, item, "LBody", line->text, 1, QH_RUN_BOLD);
  add_text (self, item, "LBody", line->detail, 1, QH_RUN_PLAIN);
  add_space (self, list, GAP);
}

static void
add_section (QhBriefPage *self, QhBox *parent, const QhHandoutSection *section)
{
  QhBox *stack = qh_box_add (parent, qh_box_stack ("Sect"));
  QhBox *list;

  add_heading (self, stack, section->title);
  list = qh_box_add (stack, qh_box_stack ("L"));
  for (guint i = 0; i < section->lines->len; i++)
    add_line (self, list, section->lines->pdata[i]);
}

/* The sum on the left; whom it touches, and what is behind it, on the right. */
static void
add_sections (QhBriefPage *self)
{
  GPtrArray *sections = self->brief->sections;
  QhBox *pair, *right;

  add_rule (self);
  pair = qh_box_add (self->root, qh_box_columns (NULL, GUTTER));
  add_section (self, pair, sections->pdata[0]);
  right = qh_box_add (pair, qh_box_stack (NULL));
  for (guint i = 1; i < sections->len; i++) {
    if (i > 1)
      add_space (self, right, SPACE);
    add_section (self, right, sections->pdata[i]);
  }
}

static void
lay_out (QhBriefPage *self, double text_size)
{
  g_clear_pointer (&self->flow, qh_flow_free);
  g_clear_pointer (&self->root, qh_box_free);
  self->setting.size = text_size;
  self->root = qh_box_stack ("Document");
  add_head (self);
  add_quotes (self);
  add_rule (self);
  add_figures (self);
  add_ask (self);
  add_sections (self);
  self->flow = qh_flow_new (self->root, self->setting.palette, MARGIN, MARGIN,
                            self->size.width - 2 * MARGIN, self->size.height - QH_FOOTER_SPACE);
}

QhBriefPage *
qh_brief_page_new (const QhBriefSheet *sheet, QhPaperSize size)
{
  QhBriefPage *self = g_new0 (QhBriefPage, 1);
  double text_size = TEXT_SIZE;

  self->size = size;
  self->brief = qh_brief_new (sheet);
  self->setting.lettering = qh_lettering_new (NULL);
  self->setting.palette = qh_palette_light ();
  lay_out (self, text_size);
  while (qh_flow_n_pages (self->flow) > 1 && text_size > LEAST_TEXT_SIZE)
    lay_out (self, text_size -= TEXT_STEP);
  return self;
}

void
qh_brief_page_free (QhBriefPage *self)
{
  qh_flow_free (self->flow);
  qh_box_free (self->root);
  qh_lettering_free (self->setting.lettering);
  qh_brief_free (self->brief);
  g_free (self);
}

guint
qh_brief_page_count (QhBriefPage *self)
{
  return qh_flow_n_pages (self->flow);
}

static void
paint (QhBriefPage *self, cairo_t *cr, guint number, gboolean tags)
{
  qh_flow_paint (self->flow, number, cr, tags);
  qh_footer_paint (&self->setting, self->brief->footer, self->size, number,
                   qh_brief_page_count (self), cr);
}

void
qh_brief_page_paint (QhBriefPage *self, cairo_t *cr, guint number)
{
  g_return_if_fail (number < qh_brief_page_count (self));
  paint (self, cr, number, FALSE);
}

static void
paint_tagged (cairo_t *cr, guint number, gpointer page)
{
  paint (page, cr, number, TRUE);
}

GBytes *
qh_brief_to_pdf (const QhBriefSheet *sheet, QhPaperSize size, GError **error)
{
  g_autoptr (QhBriefPage) page = qh_brief_page_new (sheet, size);
  const QhBrief *brief = page->brief;
  QhPdf pdf = { .title = brief->document_title,
                .author = brief->author,
                .subject = brief->standing,
                .language = brief->language,
                .created = brief->day,
                .flow = page->flow,
                .paint = paint_tagged,
                .data = page };

  return qh_pdf_write (&pdf, size, error);
}
