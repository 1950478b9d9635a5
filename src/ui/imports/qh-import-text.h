/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-import-survey.h"

G_BEGIN_DECLS

/* What a page says of an import, without a widget. */

/* "5 new · 1 changed · 3 the same · 2 left out", without what there is none of; @report NULL: "".
 */
char *qh_import_text_counts (const QhImportReport *report);

/* "2 left out" */
char *qh_import_text_left_out (guint n);

/* A person, or an organisation, as one line (NULL: nobody); and what else is known, or NULL. */
char *qh_import_text_person (const QhCard *card);
char *qh_import_text_details (const QhCard *card);

/* Where what was left out stands: "Line 7", or what the report says. */
char *qh_import_text_where (const QhSkipped *skipped);

/* "Comma" */
const char *qh_import_text_separator (char separator);

G_END_DECLS
