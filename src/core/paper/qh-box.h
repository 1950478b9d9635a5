/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-lettering.h"
#include "paper/qh-palette.h"

G_BEGIN_DECLS

/* What a page is made of: a tree of boxes that says what stands under and beside what, and nothing
 * about pages. qh-flow.h lays it out. A box owns its children. */
typedef enum {
  QH_BOX_STACK, /* children one under the other */
  QH_BOX_COLUMNS, /* children side by side, each flowing on over pages by itself */
  QH_BOX_TEXT,
  QH_BOX_DRAWING,
  QH_BOX_SPACE, /* is dropped at the top of a page */
} QhBoxKind;

/* Paints a drawing of @width and @height at the origin. */
typedef void (*QhDraw) (cairo_t *cr, double width, double height, gconstpointer data);

typedef struct _QhBox QhBox;
struct _QhBox {
  QhBoxKind kind;
  QhBox *parent;
  GPtrArray *children; /* QhBox; NULL in leaves */
  const char *tag; /* structure in a PDF ("H1", "P", "TD"), static; NULL: none */
  char *outline; /* its entry in a PDF's outline, or NULL */
  gboolean keep; /* on one page, if it fits on one */
  double need; /* begins on a page only where that much of it, or after it, has room */
  gboolean ruled; /* a thin line under it */
  const QhColor *bar; /* a bar of that colour beside it, or NULL */

  double width; /* in columns: the column's; 0: it shares what is left */
  double gap; /* between columns */
  double inset; /* of a stack's children, from its left edge, where the bar stands */
  double height; /* of a drawing or a space */
  PangoLayout *layout; /* of a text */
  const QhColor *color; /* of a text, but for runs of another */
  QhDraw draw; /* of a drawing */
  gconstpointer data;
  char *words; /* of a figure: what it shows; else NULL */
};

/* How a run of text looks. */
typedef enum {
  QH_RUN_PLAIN = 0,
  QH_RUN_BOLD = 1 << 0,
  QH_RUN_DIM = 1 << 1,
  QH_RUN_STRUCK = 1 << 2,
  QH_RUN_BAD = 1 << 3,
} QhRunStyle;

typedef struct {
  const char *text; /* NULL: the run is not there */
  guint style; /* QhRunStyle */
} QhRun;

/* With what boxes are set. */
typedef struct {
  QhLettering *lettering;
  const QhPalette *palette;
  double size; /* of plain text */
} QhSetting;

QhBox *qh_box_stack (const char *tag);
QhBox *qh_box_columns (const char *tag, double gap);
QhBox *qh_box_space (double height);
/* A drawing that says something: tagged "Figure". */
QhBox *qh_box_figure (double height, QhDraw draw, gconstpointer data, const char *words);
QhBox *qh_box_drawing (double height, QhDraw draw, gconstpointer data);
/* Runs are set one after the other as they are; @align counts for left-to-right text. */
QhBox *qh_box_text (const QhSetting *setting, const char *tag, double size, const QhRun *runs,
                    guint n_runs);
QhBox *qh_box_words (const QhSetting *setting, const char *tag, const char *text, guint style);

/* Takes @child, and returns it. */
QhBox *qh_box_add (QhBox *parent, QhBox *child);
void qh_box_free (QhBox *box);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhBox, qh_box_free)

/* The width of child @index among @width. */
double qh_box_column_width (const QhBox *columns, guint index, double width);

/* How high the box is at @width on an endless page. */
double qh_box_measure (QhBox *box, double width);

G_END_DECLS
