/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan page: what a handout says, as boxes, laid out on sheets of paper. */
#include "paper/qh-dial.h"
#include "paper/qh-footer.h"
#include "paper/qh-page-private.h"
#include "paper/qh-shapes.h"
#include "paper/qh-strip.h"
#include "paper/qh-symbol.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

/* All lengths in points. */
#define MARGIN QH_PAGE_MARGIN
#define BOTTOM QH_FOOTER_SPACE
#define GUTTER 24.0
#define TEXT_SIZE 9.5
#define LEAST_TEXT_SIZE 8.5 /* where that spares a second page */
#define TEXT_STEP 0.5
#define CLIENT_TEXT_SIZE 11.0 /* he has less to read */
#define DIAL_SIZE 104.0
#define STRIP_HEIGHT 23.0
#define RULER_HEIGHT 14.0
#define LEAST_START_WIDTH 30.0
#define KIND_WIDTH 86.0
#define LENGTH_WIDTH 52.0
#define LABEL_WIDTH 22.0
#define MARK_WIDTH 11.0
#define ROW_PADDING 0.6 /* of the text's size */
#define HEADING_SCALE 1.1
#define LINE_GAP 3.5
#define SECTION_SPACE 9.0

/* A heading is not left alone at the end of a page. */
#define HEADING_NEED 48.0

#define LETTER_HEIGHT_MM 279

struct _QhPage {
  QhPaperSize size;
  QhHandout *handout;
  QhSetting setting;
  double line_height; /* of plain text */
  QhBlock *strip_blocks; /* with the words that the strip shows */
  QhBox *root;
  QhFlow *flow;
};

QhPaperSize
qh_paper_size_for_locale (void)
{
#ifdef _NL_PAPER_HEIGHT
  if (GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT)) == LETTER_HEIGHT_MM)
    return (QhPaperSize){ 612, 792 };
#endif
  return (QhPaperSize){ 595.276, 841.89 };
}

/* Drawings. */

static void
draw_dial (cairo_t *cr, double width, double height, gconstpointer data)
{
  const QhPage *self = data;
  const QhHandout *handout = self->handout;
  gboolean over = qh_blocks_total (handout->blocks, handout->n_blocks) > handout->limit;
  QhDial dial = { handout->blocks, handout->n_blocks, handout->limit, handout->score,
                  handout->score >= 0 && !over ? _ ("design review") : handout->caption };
  double size = MIN (width, height);

  /* The proportions of the screen's dial, at which it has its caption. */
  cairo_translate (cr, width - size, 0);
  cairo_scale (cr, size / 180, size / 180);
  qh_dial_paint (&dial, cr, 180, self->setting.palette, NULL);
}

static void
draw_strip (cairo_t *cr, double width, double height, gconstpointer data)
{
  const QhPage *self = data;
  const QhHandout *handout = self->handout;

  qh_strip_paint_row (self->strip_blocks, handout->n_blocks, handout->limit, cr, width,
                      STRIP_HEIGHT, self->setting.palette, NULL);
  cairo_translate (cr, 0, STRIP_HEIGHT + 2);
  qh_strip_paint_ruler (handout->blocks, handout->n_blocks, handout->limit, cr, width, RULER_HEIGHT,
                        self->setting.palette, NULL);
}

/* A triangle, a flag, a diamond or a dot, as large as a small letter. */
static void
draw_mark (cairo_t *cr, double width, double height, gconstpointer data)
{
  QhMark mark = GPOINTER_TO_INT (data);
  double middle = height / 2 + 0.6;

  qh_color_set (&qh_palette_light ()->text, cr);
  cairo_new_path (cr);
  if (mark == QH_MARK_FRICTION) {
    cairo_move_to (cr, 4, middle - 3.8);
    cairo_line_to (cr, 8, middle + 3.2);
    cairo_line_to (cr, 0, middle + 3.2);
  } else if (mark == QH_MARK_CONTENT) {
    cairo_move_to (cr, 4, middle - 4);
    cairo_line_to (cr, 8, middle);
    cairo_line_to (cr, 4, middle + 4);
    cairo_line_to (cr, 0, middle);
  } else if (mark == QH_MARK_PROMISE) {
    cairo_rectangle (cr, 0.6, middle - 4, 1.2, 8);
    cairo_move_to (cr, 1.8, middle - 4);
    cairo_line_to (cr, 8, middle - 1.6);
    cairo_line_to (cr, 1.8, middle + 0.8);
  } else {
    cairo_arc (cr, 3, middle, 1.6, 0, 2 * G_PI);
  }
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_kind (cairo_t *cr, double width, double height, gconstpointer data)
{
  qh_color_set (&qh_palette_light ()->dim, cr);
  qh_symbol_paint (GPOINTER_TO_INT (data), cr, 0, (height - 9) / 2, 9);
}

static void
add_words (QhPage *self, QhBox *stack, const char *text, guint style)
{
  if (text != NULL)
    qh_box_add (stack, qh_box_words (&self->setting, "P", text, style));
}

/* The head of the page. */

static double
headline_size (const char *headline)
{
  glong length = g_utf8_strlen (headline, -1);
  return length <= 110 ? 20 : length <= 260 ? 15 : 11;
}

/* "Measured by hours on recall calls"; what is said more quietly follows. */
static void
add_labelled (QhPage *self, QhBox *stack, const char *label, const char *text, const char *quietly)
{
  g_autofree char *words = text != NULL ? g_strconcat (" ", text, "  ", NULL) : NULL;
  QhRun runs[] = { { label, QH_RUN_BOLD }, { words, QH_RUN_PLAIN }, { quietly, QH_RUN_DIM } };

  if (text != NULL)
    qh_box_add (stack, qh_box_text (&self->setting, "P", self->setting.size + 0.5, runs,
                                    G_N_ELEMENTS (runs)));
}

static void
add_headline (QhPage *self, QhBox *stack)
{
  const char *headline = self->handout->headline;
  QhBox *box = qh_box_text (&self->setting, "H1", headline_size (headline),
                            &(QhRun){ headline, QH_RUN_BOLD }, 1);

  pango_layout_set_line_spacing (box->layout, 1.05);
  box->outline = g_strdup (headline);
  qh_box_add (stack, box);
}

static void
add_head (QhPage *self)
{
  const QhHandout *handout = self->handout;
  /* Translators: what we ask for if the client says no to the first */
  g_autofree char *fallback =
      handout->fallback != NULL ? g_strdup_printf (_ ("If not: %s"), handout->fallback) : NULL;
  QhBox *head = qh_box_add (self->root, qh_box_columns (NULL, GUTTER));
  QhBox *stack = qh_box_add (head, qh_box_stack ("Sect"));
  QhBox *dial = qh_box_add (head, qh_box_figure (DIAL_SIZE, draw_dial, self, handout->dial_words));

  dial->width = DIAL_SIZE;
  add_words (self, stack, handout->subject, QH_RUN_DIM);
  add_words (self, stack, handout->schedule, QH_RUN_DIM);
  qh_box_add (stack, qh_box_space (5));
  add_headline (self, stack);
  qh_box_add (stack, qh_box_space (6));
  add_labelled (self, stack, _ ("Measured by"), handout->measure, NULL);
  add_labelled (self, stack, _ ("We ask for"), handout->ask, fallback);
  qh_box_add (stack, qh_box_space (5));
  add_words (self, stack, handout->people, QH_RUN_DIM);
}

/* The agenda. */

static QhBox *
add_cell (QhPage *self, QhBox *row, double width)
{
  QhBox *cell = qh_box_add (row, qh_box_stack ("TD"));

  cell->width = width;
  qh_box_add (cell, qh_box_space (ROW_PADDING * self->setting.size));
  return cell;
}

static void
add_text_cell (QhPage *self, QhBox *row, double width, const char *text, guint style,
               PangoAlignment alignment)
{
  QhBox *cell = add_cell (self, row, width);
  QhBox *box = qh_box_add (cell, qh_box_words (&self->setting, NULL, text, style));

  pango_layout_set_alignment (box->layout, alignment);
}

static void
add_title_cell (QhPage *self, QhBox *row, const QhHandoutSegment *segment)
{
  QhBox *cell = add_cell (self, row, 0);
  /* Translators: the rep's own note on a segment */
  g_autofree char *note =
      segment->notes != NULL ? g_strdup_printf (_ ("Note: %s"), segment->notes) : NULL;

  cell->bar = &self->setting.palette->kind[segment->kind];
  cell->inset = 10;
  qh_box_add (cell, qh_box_words (&self->setting, "P", segment->title, QH_RUN_BOLD));
  add_words (self, cell, segment->quote, QH_RUN_DIM);
  add_words (self, cell, segment->output, QH_RUN_DIM);
  add_words (self, cell, note, QH_RUN_DIM);
  qh_box_add (cell, qh_box_space (ROW_PADDING * self->setting.size));
}

static void
add_kind_cell (QhPage *self, QhBox *row, const QhHandoutSegment *segment)
{
  QhBox *cell = add_cell (self, row, KIND_WIDTH);
  QhBox *columns = qh_box_add (cell, qh_box_columns (NULL, 4));
  QhBox *symbol = qh_box_add (
      columns, qh_box_drawing (self->line_height, draw_kind, GINT_TO_POINTER (segment->kind)));

  symbol->width = 10;
  qh_box_add (columns, qh_box_words (&self->setting, NULL, segment->kind_label, QH_RUN_DIM));
}

static void
add_row (QhPage *self, QhBox *table, const QhHandoutSegment *segment, double start_width)
{
  QhBox *row = qh_box_add (table, qh_box_columns ("TR", 8));

  row->keep = TRUE;
  row->ruled = TRUE;
  add_text_cell (self, row, start_width, segment->start, QH_RUN_DIM, PANGO_ALIGN_LEFT);
  add_title_cell (self, row, segment);
  if (segment->kind_label != NULL)
    add_kind_cell (self, row, segment);
  add_text_cell (self, row, LENGTH_WIDTH, segment->length, QH_RUN_BOLD, PANGO_ALIGN_RIGHT);
}

/* The table says the titles: the strip says the kinds, or where these do not go out, the lengths.
 */
static void
choose_strip_words (QhPage *self)
{
  const QhHandout *handout = self->handout;

  self->strip_blocks = g_memdup2 (handout->blocks, (handout->n_blocks + 1) * sizeof (QhBlock));
  for (guint i = 0; i < handout->n_blocks; i++) {
    QhHandoutSegment *segment = g_ptr_array_index (handout->segments, i);
    self->strip_blocks[i].title =
        segment->kind_label != NULL ? segment->kind_label : segment->length;
  }
}

/* "10:00" or "10:00 AM": the one of most characters is wide enough for all. */
static double
measure_starts (QhPage *self)
{
  const char *longest = "";
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  for (guint i = 0; i < self->handout->segments->len; i++) {
    const QhHandoutSegment *segment = g_ptr_array_index (self->handout->segments, i);
    if (strlen (segment->start) > strlen (longest))
      longest = segment->start;
  }
  layout = qh_lettering_layout (self->setting.lettering, longest, self->setting.size,
                                PANGO_WEIGHT_NORMAL);
  qh_layout_measure (layout, &width, NULL);
  return MAX (width * 1.05, LEAST_START_WIDTH);
}

static void
add_agenda (QhPage *self)
{
  GPtrArray *segments = self->handout->segments;
  double start_width = measure_starts (self);
  QhBox *table;

  choose_strip_words (self);
  qh_box_add (self->root, qh_box_space (14));
  qh_box_add (self->root, qh_box_figure (STRIP_HEIGHT + 2 + RULER_HEIGHT, draw_strip, self,
                                         _ ("The agenda as a strip of its minutes")));
  if (segments->len == 0)
    return;
  qh_box_add (self->root, qh_box_space (8));
  table = qh_box_add (self->root, qh_box_stack ("Table"));
  for (guint i = 0; i < segments->len; i++)
    add_row (self, table, g_ptr_array_index (segments, i), start_width);
}

/* The sections. */

static void
add_label (QhPage *self, QhBox *item, const QhHandoutLine *line)
{
  guint bad = line->strong ? QH_RUN_BAD | QH_RUN_BOLD : QH_RUN_DIM;
  QhBox *label;

  if (line->label != NULL) {
    label = qh_box_words (&self->setting, "Lbl", line->label, bad);
    label->width = LABEL_WIDTH;
  } else if (line->mark != QH_MARK_WORDS && line->text != NULL) {
    label = qh_box_drawing (self->line_height, draw_mark, GINT_TO_POINTER (line->mark));
    label->width = MARK_WIDTH;
  } else
    return;
  qh_box_add (item, label);
}

static void
add_line (QhPage *self, QhBox *list, const QhHandoutLine *line)
{
  QhBox *item = qh_box_add (list, qh_box_columns ("LI", 2));
  gboolean overdue = line->strong && line->label == NULL;
  g_autofree char *detail = line->detail != NULL
                                ? g_strconcat (line->text != NULL ? "  " : "", line->detail, NULL)
                                : NULL;
  QhRun runs[] = {
    { line->text, line->struck ? QH_RUN_STRUCK | QH_RUN_DIM : QH_RUN_PLAIN },
    { detail, overdue ? QH_RUN_BAD : QH_RUN_DIM },
  };

  add_label (self, item, line);
  qh_box_add (item,
              qh_box_text (&self->setting, "LBody", self->setting.size, runs, G_N_ELEMENTS (runs)));
  qh_box_add (list, qh_box_space (LINE_GAP));
}

static void
add_section (QhPage *self, QhBox *parent, const QhHandoutSection *section)
{
  QhBox *stack = qh_box_add (parent, qh_box_stack ("Sect"));
  QhRun run = { section->title, QH_RUN_BOLD };
  QhBox *heading = qh_box_text (&self->setting, "H2", HEADING_SCALE * self->setting.size, &run, 1);
  QhBox *list;

  heading->outline = g_strdup (section->title);
  heading->need = HEADING_NEED;
  qh_box_add (stack, heading);
  qh_box_add (stack, qh_box_space (LINE_GAP));
  list = qh_box_add (stack, qh_box_stack ("L"));
  for (guint i = 0; i < section->lines->len; i++)
    add_line (self, list, g_ptr_array_index (section->lines, i));
}

/* Two beside each other, under a rule. */
static void
add_sections (QhPage *self)
{
  GPtrArray *sections = self->handout->sections;

  for (guint i = 0; i < sections->len; i += 2) {
    QhBox *rule = qh_box_add (self->root, qh_box_space (12));
    QhBox *pair;
    rule->ruled = i > 0 || self->handout->segments->len == 0;
    rule->need = rule->height + SECTION_SPACE + HEADING_NEED;
    qh_box_add (self->root, qh_box_space (SECTION_SPACE));
    pair = qh_box_add (self->root, qh_box_columns (NULL, GUTTER));
    add_section (self, pair, g_ptr_array_index (sections, i));
    if (i + 1 < sections->len)
      add_section (self, pair, g_ptr_array_index (sections, i + 1));
  }
}

static double
measure_line (QhPage *self)
{
  g_autoptr (QhBox) line = qh_box_words (&self->setting, NULL, "1", QH_RUN_PLAIN);
  return qh_box_measure (line, self->size.width);
}

static void
drop_layout (QhPage *self)
{
  g_clear_pointer (&self->flow, qh_flow_free);
  g_clear_pointer (&self->root, qh_box_free);
  g_clear_pointer (&self->strip_blocks, g_free);
}

static void
lay_out (QhPage *self, double text_size)
{
  drop_layout (self);
  self->setting.size = text_size;
  self->line_height = measure_line (self);
  self->root = qh_box_stack ("Document");
  add_head (self);
  add_agenda (self);
  add_sections (self);
  self->flow = qh_flow_new (self->root, self->setting.palette, MARGIN, MARGIN,
                            self->size.width - 2 * MARGIN, self->size.height - BOTTOM);
}

/* One page is what a meeting gets: a little smaller, if that is all it takes. */
static void
lay_out_on_one (QhPage *self)
{
  double size = TEXT_SIZE;

  lay_out (self, size);
  while (qh_flow_n_pages (self->flow) == 2 && size > LEAST_TEXT_SIZE)
    lay_out (self, size -= TEXT_STEP);
  if (size < TEXT_SIZE && qh_flow_n_pages (self->flow) > 1)
    lay_out (self, TEXT_SIZE);
}

QhPage *
qh_page_new (const QhSheet *sheet, QhPaperSize size)
{
  QhPage *self = g_new0 (QhPage, 1);

  self->size = size;
  self->handout = qh_handout_new (sheet);
  self->setting.lettering = qh_lettering_new (NULL);
  self->setting.palette = qh_palette_light ();
  if (self->handout->edition == QH_EDITION_CLIENT)
    lay_out (self, CLIENT_TEXT_SIZE);
  else
    lay_out_on_one (self);
  return self;
}

void
qh_page_free (QhPage *self)
{
  drop_layout (self);
  qh_lettering_free (self->setting.lettering);
  qh_handout_free (self->handout);
  g_free (self);
}

guint
qh_page_count (QhPage *self)
{
  return qh_flow_n_pages (self->flow);
}

const QhHandout *
qh_page_get_handout (QhPage *self)
{
  return self->handout;
}

const QhFlow *
qh_page_get_flow (QhPage *self)
{
  return self->flow;
}

void
qh_page_paint (QhPage *self, cairo_t *cr, guint number)
{
  g_return_if_fail (number < qh_page_count (self));
  qh_flow_paint (self->flow, number, cr, FALSE);
  qh_footer_paint (&self->setting, self->handout->footer, self->size, number, qh_page_count (self),
                   cr);
}

void
qh_page_paint_tagged (QhPage *self, cairo_t *cr, guint number)
{
  qh_flow_paint (self->flow, number, cr, TRUE);
  qh_footer_paint (&self->setting, self->handout->footer, self->size, number, qh_page_count (self),
                   cr);
}
