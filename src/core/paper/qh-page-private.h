/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-flow.h"
#include "paper/qh-page.h"

G_BEGIN_DECLS

/* What the files made of a page need of it, beside what everybody may have. */
const QhHandout *qh_page_get_handout (QhPage *page);
const QhFlow *qh_page_get_flow (QhPage *page);

/* qh_page_paint () with the structure of a PDF. */
void qh_page_paint_tagged (QhPage *page, cairo_t *cr, guint number);

G_END_DECLS
