/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Says in a finished PDF in which language it is written, which cairo cannot: appended as PDF's
 * incremental update, one more version of the document's catalogue. @pdf has the plain
 * cross-reference table that cairo writes up to version 1.4; in any other form it is left as it is.
 */
void qh_pdf_set_language (GByteArray *pdf, const char *language);

G_END_DECLS
