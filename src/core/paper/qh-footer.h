/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-box.h"
#include "paper/qh-page.h"

G_BEGIN_DECLS

/* What every page on paper has around it. All lengths in points. */
#define QH_PAGE_MARGIN 42.0
#define QH_FOOTER_SPACE 54.0 /* at the end of a page, with the footer in it */

/* Under a line: @text, and "page 1 of 2" for page @number (from 0) of @n. */
void qh_footer_paint (const QhSetting *setting, const char *text, QhPaperSize size, guint number,
                      guint n, cairo_t *cr);

G_END_DECLS
