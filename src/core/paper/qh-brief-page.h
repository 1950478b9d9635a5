/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-brief.h"
#include "paper/qh-page.h"

G_BEGIN_DECLS

/* The brief laid out for a paper size: on one page, with smaller text where that is what it takes.
 */
typedef struct _QhBriefPage QhBriefPage;
QhBriefPage *qh_brief_page_new (const QhBriefSheet *sheet, QhPaperSize size);
void qh_brief_page_free (QhBriefPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhBriefPage, qh_brief_page_free)
guint qh_brief_page_count (QhBriefPage *page);
/* Paints page @number (from 0) at the origin, in points. */
void qh_brief_page_paint (QhBriefPage *page, cairo_t *cr, guint number);

/* As a PDF: tagged, with title, author, subject, outline; the same sheet gives the same bytes. */
GBytes *qh_brief_to_pdf (const QhBriefSheet *sheet, QhPaperSize size, GError **error);

G_END_DECLS
