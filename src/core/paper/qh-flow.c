/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flow. A cursor (page, height) walks down; boxes side by side each start from the same cursor,
 * and what follows them starts from the one that came farthest. So no box ever has to be cut in
 * two: a text becomes pieces, runs of whole lines, each on its page. */
#include "paper/qh-flow.h"

typedef struct {
  guint page;
  double y;
} Cursor;

typedef enum { PIECE_BOX, PIECE_BAR, PIECE_RULE } PieceKind;

typedef struct {
  PieceKind kind;
  const QhBox *box;
  double x, y, width, height;
  int first, last; /* lines of a text */
} Piece;

struct _QhFlow {
  const QhPalette *palette;
  double top, bottom;
  GPtrArray *pages; /* GArray of Piece */
};

#define BAR_WIDTH 3.0
#define RULE_WIDTH 0.6

static void place (QhFlow *self, QhBox *box, double x, double width, Cursor *cursor);

static void
add_piece (QhFlow *self, guint page, Piece piece)
{
  while (self->pages->len <= page)
    g_ptr_array_add (self->pages, g_array_new (FALSE, FALSE, sizeof (Piece)));
  g_array_append_val (g_ptr_array_index (self->pages, page), piece);
}

/* Goes to the next page unless @height fits, or the cursor stands at the top. */
static void
make_room (QhFlow *self, Cursor *cursor, double height)
{
  if (cursor->y + height > self->bottom + 0.01 && cursor->y > self->top)
    *cursor = (Cursor){ cursor->page + 1, self->top };
}

/* Line after line; where one does not fit, the piece ends and the next one begins on a new page. */
static void
place_text (QhFlow *self, QhBox *box, double x, double width, Cursor *cursor)
{
  PangoLayoutIter *iter;
  Piece piece = { PIECE_BOX, box, x, cursor->y, width, 0, 0, -1 };
  int from, to, origin = 0;

  qh_box_measure (box, width);
  iter = pango_layout_get_iter (box->layout);
  do {
    guint page = cursor->page;
    pango_layout_iter_get_line_yrange (iter, &from, &to);
    cursor->y = piece.y + (from - origin) / (double)PANGO_SCALE;
    make_room (self, cursor, (to - from) / (double)PANGO_SCALE);
    if (cursor->page != page) {
      if (piece.last >= piece.first)
        add_piece (self, page, piece);
      piece.first = piece.last + 1;
      piece.y = cursor->y;
      origin = from;
    }
    piece.last++;
  } while (pango_layout_iter_next_line (iter));
  cursor->y = piece.y + (to - origin) / (double)PANGO_SCALE;
  pango_layout_iter_free (iter);
  add_piece (self, cursor->page, piece);
}

static void
place_stack (QhFlow *self, QhBox *box, double x, double width, Cursor *cursor)
{
  for (guint i = 0; i < box->children->len; i++)
    place (self, g_ptr_array_index (box->children, i), x + box->inset, width - box->inset, cursor);
}

static gboolean
is_farther (const Cursor *a, const Cursor *b)
{
  return a->page > b->page || (a->page == b->page && a->y > b->y);
}

static void
place_columns (QhFlow *self, QhBox *box, double x, double width, Cursor *cursor)
{
  Cursor farthest = *cursor;

  for (guint i = 0; i < box->children->len; i++) {
    Cursor own = *cursor;
    double column = qh_box_column_width (box, i, width);
    place (self, g_ptr_array_index (box->children, i), x, column, &own);
    if (is_farther (&own, &farthest))
      farthest = own;
    x += column + box->gap;
  }
  *cursor = farthest;
}

static void
place_drawing (QhFlow *self, QhBox *box, double x, double width, Cursor *cursor)
{
  make_room (self, cursor, box->height);
  add_piece (self, cursor->page, (Piece){ PIECE_BOX, box, x, cursor->y, width, box->height });
  cursor->y += box->height;
}

/* Along all of the box, on each page it has reached. */
static void
add_bar (QhFlow *self, QhBox *box, double x, Cursor from, Cursor to)
{
  for (guint page = from.page; page <= to.page; page++) {
    double top = page == from.page ? from.y : self->top;
    double bottom = page == to.page ? to.y : self->bottom;
    if (bottom > top)
      add_piece (self, page, (Piece){ PIECE_BAR, box, x, top, BAR_WIDTH, bottom - top });
  }
}

static void
place (QhFlow *self, QhBox *box, double x, double width, Cursor *cursor)
{
  double need = box->keep ? qh_box_measure (box, width) : box->need;
  Cursor start;

  if (need <= self->bottom - self->top)
    make_room (self, cursor, need);
  if (box->kind == QH_BOX_SPACE && cursor->y <= self->top)
    return;
  start = *cursor;
  switch (box->kind) {
  case QH_BOX_STACK:
    place_stack (self, box, x, width, cursor);
    break;
  case QH_BOX_COLUMNS:
    place_columns (self, box, x, width, cursor);
    break;
  case QH_BOX_TEXT:
    place_text (self, box, x, width, cursor);
    break;
  case QH_BOX_DRAWING:
    place_drawing (self, box, x, width, cursor);
    break;
  case QH_BOX_SPACE:
    cursor->y += box->height;
    break;
  }
  if (box->bar != NULL)
    add_bar (self, box, x, start, *cursor);
  if (box->ruled)
    add_piece (self, cursor->page, (Piece){ PIECE_RULE, box, x, cursor->y, width, RULE_WIDTH });
}

QhFlow *
qh_flow_new (QhBox *root, const QhPalette *palette, double x, double top, double width,
             double bottom)
{
  QhFlow *self = g_new0 (QhFlow, 1);
  Cursor cursor = { 0, top };

  self->palette = palette;
  self->top = top;
  self->bottom = bottom;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_ptr_array_add (self->pages, g_array_new (FALSE, FALSE, sizeof (Piece)));
  place (self, root, x, width, &cursor);
  return self;
}

void
qh_flow_free (QhFlow *self)
{
  g_ptr_array_unref (self->pages);
  g_free (self);
}

guint
qh_flow_n_pages (const QhFlow *self)
{
  return self->pages->len;
}

/* Painting. */

static void
paint_lines (const Piece *piece, cairo_t *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (piece->box->layout);
  double shift = 0;

  for (int line = 0; line <= piece->last; line++) {
    PangoRectangle box;
    int from, to;
    pango_layout_iter_get_line_yrange (iter, &from, &to);
    if (line == piece->first)
      shift = piece->y - from / (double)PANGO_SCALE;
    if (line >= piece->first) {
      pango_layout_iter_get_line_extents (iter, NULL, &box);
      cairo_move_to (cr, piece->x + box.x / (double)PANGO_SCALE,
                     shift + pango_layout_iter_get_baseline (iter) / (double)PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
    pango_layout_iter_next_line (iter);
  }
  pango_layout_iter_free (iter);
}

static void
paint_drawing (const Piece *piece, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, piece->x, piece->y);
  piece->box->draw (cr, piece->width, piece->height, piece->box->data);
  cairo_restore (cr);
}

static void
paint_piece (const QhFlow *self, const Piece *piece, cairo_t *cr)
{
  if (piece->kind == PIECE_BOX && piece->box->kind == QH_BOX_TEXT) {
    qh_color_set (piece->box->color, cr);
    paint_lines (piece, cr);
  } else if (piece->kind == PIECE_BOX) {
    paint_drawing (piece, cr);
  } else {
    qh_color_set (piece->kind == PIECE_BAR ? piece->box->bar : &self->palette->line, cr);
    cairo_rectangle (cr, piece->x, piece->y, piece->width, piece->height);
    cairo_fill (cr);
  }
}

/* The tagged boxes that are open while a page is painted, outermost first. */
static void
open_tags (GPtrArray *open, const QhBox *box, cairo_t *cr)
{
  if (box == NULL || g_ptr_array_find (open, box, NULL))
    return;
  open_tags (open, box->parent, cr);
  if (box->tag == NULL)
    return;
  cairo_tag_begin (cr, box->tag, NULL);
  g_ptr_array_add (open, (gpointer)box);
}

static gboolean
is_within (const QhBox *box, const QhBox *outer)
{
  for (; box != NULL; box = box->parent)
    if (box == outer)
      return TRUE;
  return FALSE;
}

/* Closes what @box (NULL: nothing) does not stand in. */
static void
close_tags (GPtrArray *open, const QhBox *box, cairo_t *cr)
{
  while (open->len > 0) {
    const QhBox *innermost = g_ptr_array_index (open, open->len - 1);
    if (is_within (box, innermost))
      return;
    cairo_tag_end (cr, innermost->tag);
    g_ptr_array_set_size (open, open->len - 1);
  }
}

static void
paint_pieces (const QhFlow *self, GArray *pieces, cairo_t *cr, gboolean boxes, gboolean tags)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (guint i = 0; i < pieces->len; i++) {
    const Piece *piece = &g_array_index (pieces, Piece, i);
    if ((piece->kind == PIECE_BOX) != boxes)
      continue;
    if (tags) {
      close_tags (open, piece->box, cr);
      open_tags (open, piece->box, cr);
    }
    paint_piece (self, piece, cr);
  }
  close_tags (open, NULL, cr);
}

void
qh_flow_paint (const QhFlow *self, guint page, cairo_t *cr, gboolean tags)
{
  GArray *pieces = g_ptr_array_index (self->pages, page);

  /* Bars and rules stand outside the structure: nobody reads them. */
  paint_pieces (self, pieces, cr, FALSE, FALSE);
  paint_pieces (self, pieces, cr, TRUE, tags);
}

void
qh_flow_foreach_outline (const QhFlow *self, QhOutlineFunc func, gpointer data)
{
  for (guint page = 0; page < self->pages->len; page++) {
    GArray *pieces = g_ptr_array_index (self->pages, page);
    for (guint i = 0; i < pieces->len; i++) {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      if (piece->kind == PIECE_BOX && piece->box->outline != NULL && piece->first == 0)
        func (piece->box->outline, page, piece->x, piece->y, data);
    }
  }
}

void
qh_flow_foreach_figure (const QhFlow *self, QhFigureFunc func, gpointer data)
{
  for (guint page = 0; page < self->pages->len; page++) {
    GArray *pieces = g_ptr_array_index (self->pages, page);
    for (guint i = 0; i < pieces->len; i++) {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      if (piece->kind == PIECE_BOX && piece->box->words != NULL)
        func (piece->box->words, data);
    }
  }
}
