/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Says in a finished PDF what cairo cannot: in which language it is written, and what its figures
 * show, for whoever has them read aloud (@figures: one text for each tag "Figure", in their order;
 * where there are more or fewer, figures stay without). It is appended as PDF's incremental update,
 * one more version of each object concerned. @pdf has the plain cross-reference table that cairo
 * writes up to version 1.4; in any other form it is left as it is. */
void qh_pdf_add_words (GByteArray *pdf, const char *language, GPtrArray *figures);

G_END_DECLS
