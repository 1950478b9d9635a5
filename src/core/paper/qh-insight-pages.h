/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"
#include "paper/qh-page.h"

G_BEGIN_DECLS

/* What is printed of Insights. It owns what it holds. */
typedef struct {
  GPtrArray *pictures; /* QhPicture */
  char *period; /* "December 2025 – November 2026" */
  char *whom; /* a client's name or a territory; NULL: all clients */
  char *currency;
  char *author; /* who made it, or NULL */
  char *today; /* the day it is of */
} QhInsightSheet;

void qh_insight_sheet_free (QhInsightSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhInsightSheet, qh_insight_sheet_free)

/* Laid out for a paper size: every picture with its sentence and its table, the period and of whom
 * it is on each page. @sheet is borrowed. */
typedef struct _QhInsightPages QhInsightPages;
QhInsightPages *qh_insight_pages_new (const QhInsightSheet *sheet, QhPaperSize size);
void qh_insight_pages_free (QhInsightPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhInsightPages, qh_insight_pages_free)
guint qh_insight_pages_count (const QhInsightPages *pages);
/* Paints page @number (from 0) at the origin, in points. */
void qh_insight_pages_paint (const QhInsightPages *pages, cairo_t *cr, guint number);

/* As a PDF: tagged, with title, author, outline; the same sheet gives the same bytes. */
GBytes *qh_insight_sheet_to_pdf (const QhInsightSheet *sheet, QhPaperSize size, GError **error);

G_END_DECLS
