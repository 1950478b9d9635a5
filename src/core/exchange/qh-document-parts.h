/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-handout.h"

G_BEGIN_DECLS

/* What documents for people have in common. Texts may be NULL. */

/* @text with markup characters escaped, and characters that HTML does not allow left out. */
void qh_html_add (GString *out, const char *text);
/* The same between @open and @close; nothing at all without a text. */
void qh_html_add_element (GString *out, const char *open, const char *text, const char *close);
void qh_html_add_section (GString *out, const QhHandoutSection *section);
/* All before what a page says, and all after it; the latter takes @out. */
void qh_html_begin (GString *out, const char *language, const char *title);
char *qh_html_end (GString *out, const char *footer);

/* @text with what Markdown would read as a sign escaped, on one line. */
void qh_markdown_add (GString *out, const char *text);
/* The same between @before and @after; nothing at all without a text. */
void qh_markdown_add_line (GString *out, const char *before, const char *text, const char *after);
void qh_markdown_add_section (GString *out, const QhHandoutSection *section);

G_END_DECLS
