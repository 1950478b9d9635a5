/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most bytes a text field holds. */
#define QH_TEXT_MAX 65536

/* A copy without white space at its ends (Unicode); NULL when nothing is left or @text is NULL. */
char *qh_text_trim (const char *text);

/* For comparing: trimmed, runs of white space made one space, Unicode case folding after NFKC.
 * NULL gives "". */
char *qh_text_fold (const char *text);

/* Whether @text is NULL, empty or white space. */
gboolean qh_text_is_empty (const char *text);

/* Whether @text, valid UTF-8, is a mail address: one @, something before it, and a domain behind
 * it; no white space or control characters. What a mail server accepts beyond that is its own
 * affair.
 */
gboolean qh_text_is_email (const char *text);

/* Where @phrase stands in @text on word boundaries, both folded (qh_text_fold); -1 when it does
 * not. With @at_start it counts only at the very beginning. */
gssize qh_text_find_phrase (const char *text, const char *phrase, gboolean at_start);

/* At most @chars characters of @text on one line, with an ellipsis where something was left off. */
char *qh_text_shorten (const char *text, guint chars);

/* A number in the locale's form ("1,240"). */
char *qh_count_label (gint64 count);

/* Minor units as an amount in the locale's form ("€1,240" – no decimals above 100 units).
 * @currency: an ISO 4217 code. */
char *qh_money_label (gint64 minor_units, const char *currency);

G_END_DECLS
