/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-handout.h"
#include "paper/qh-palette.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  double width, height; /* points */
} QhPaperSize;

/* A4 or Letter, as the locale has it. */
QhPaperSize qh_paper_size_for_locale (void);

/* The plan page laid out for a paper size. */
typedef struct _QhPage QhPage;
QhPage *qh_page_new (const QhSheet *sheet, QhPaperSize size);
void qh_page_free (QhPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhPage, qh_page_free)
guint qh_page_count (QhPage *page);
/* Paints sheet @number (from 0) of the page at the origin, in points. */
void qh_page_paint (QhPage *page, cairo_t *cr, guint number);

/* Files made of it. PDF: tagged, with title, author, subject, outline; the same sheet gives the
 * same bytes. */
GBytes *qh_sheet_to_pdf (const QhSheet *sheet, QhPaperSize size, GError **error);
/* The dial and the strip as a picture. @scale: pixels per point. */
GBytes *qh_sheet_to_png (const QhSheet *sheet, double scale, GError **error);
GBytes *qh_sheet_to_svg (const QhSheet *sheet, GError **error);

G_END_DECLS
