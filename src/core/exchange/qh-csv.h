/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/qh-record.h"

G_BEGIN_DECLS

/* CSV as RFC 4180 has it: commas, CRLF, quotes where they are needed. One file per table, one
 * column per field, its name as the heading. */

/* Appends one cell. What a spreadsheet would take for a formula (it begins with = + - @ tab or CR)
 * is prefixed with an apostrophe; so is what begins with apostrophes before such a character, so
 * that taking one off again always gives back what was there. NULL is an empty cell. */
void qh_csv_append_cell (GString *csv, const char *text);

/* Whether a spreadsheet would calculate @text, or might once an apostrophe is taken off. */
gboolean qh_csv_looks_like_formula (const char *text);

/* Appends the row of headings, and the row of a record. */
void qh_csv_append_header (GString *csv, const QhEntity *entity);
void qh_csv_append_record (GString *csv, QhRecord *record);

G_END_DECLS
