/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/qh-time.h"
#include <glib.h>

G_BEGIN_DECLS

/* One of the pictures of Insights, before it is drawn: a sentence that says what it shows, and its
 * numbers as a table. Drawing, printing, CSV and JSON take only that, so all of them say the same.
 */

/* How a picture is drawn. The first column names a row; of the others, those of the unit of the
 * second one are drawn, side by side or on top of each other, and the rest is written beside. */
typedef enum {
  QH_PICTURE_STACKS, /* parts of a whole: a bar for each row */
  QH_PICTURE_PAIRS, /* two amounts beside each other for each row */
  QH_PICTURE_LINES, /* shares over time; a row without a value is a gap */
  QH_PICTURE_INTERVALS, /* share, low and high: a mark with its interval for each row */
  QH_PICTURE_PARETO, /* what weighs most, first, and the share of all so far */
  QH_PICTURE_LIST, /* not drawn: the rows are what it says */
} QhPictureForm;

typedef enum {
  QH_UNIT_TEXT,
  QH_UNIT_COUNT,
  QH_UNIT_SECONDS,
  QH_UNIT_MONEY, /* minor units of the store's currency */
  QH_UNIT_SHARE, /* 0 to 1 */
  QH_UNIT_MONTH, /* a text, "2026-11" */
  QH_UNIT_DATE, /* a text, "2026-11-27" */
} QhUnit;

typedef struct {
  const char *id; /* the same in every language: "opened" */
  char *title; /* translated; of a kind of segment, a touchpoint …: its word */
  QhUnit unit;
} QhPictureColumn;

/* Text for units that are texts; otherwise a number, unless nothing is known: that is no zero. */
typedef struct {
  char *text;
  double number;
  gboolean is_known;
} QhPictureCell;

typedef struct {
  char *opens; /* id of the record that the row is about, or NULL */
  const char *kind; /* its entity's name: "client", "content", "friction" … */
  const char *key; /* static: of a kind of segment, a touchpoint …: its name in every language */
  QhPictureCell *cells; /* one for each column */
} QhPictureRow;

typedef struct {
  const char *id; /* "minutes", the same in every language, unique among pictures */
  char *title; /* translated: "Minutes by Kind" */
  char *sentence; /* what it shows, or why it shows nothing yet; translated, never NULL */
  QhPictureForm form;
  gint64 n; /* how many events it rests on */
  gint64 least; /* below so many it stays blank: is_blank, and no rows */
  gboolean is_blank;
  GArray *columns; /* QhPictureColumn */
  GPtrArray *rows; /* QhPictureRow */
} QhPicture;

QhPicture *qh_picture_new (const char *id, const char *title, QhPictureForm form);
void qh_picture_free (QhPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhPicture, qh_picture_free)

/* Columns come before rows. @id: static. */
void qh_picture_add_column (QhPicture *picture, const char *id, const char *title, QhUnit unit);

/* A row of nothing known yet, borrowed. @name: its first cell; @kind (static) and @opens may be
 * NULL. */
QhPictureRow *qh_picture_add_row (QhPicture *picture, const char *name, const char *kind,
                                  const char *opens);
void qh_picture_row_set_number (QhPictureRow *row, guint column, double number);
void qh_picture_row_set_text (QhPictureRow *row, guint column, const char *text);

/* Says @sentence (transfer full), and that it rests on @n events; where that is less than @least,
 * the picture is blank and its rows go. */
void qh_picture_say (QhPicture *picture, char *sentence, gint64 n, gint64 least);

const QhPictureColumn *qh_picture_column (const QhPicture *picture, guint i);
const QhPictureRow *qh_picture_row (const QhPicture *picture, guint i);
gboolean qh_unit_is_text (QhUnit unit);

G_END_DECLS
