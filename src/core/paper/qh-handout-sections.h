/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/qh-handout.h"

G_BEGIN_DECLS

/* The sections of a handout. Each adds itself if there is anything to say; which editions it may go
 * out in is said in qh-handout.c. */
void qh_handout_add_words (QhHandout *handout, const QhSheet *sheet);
void qh_handout_add_in_the_way (QhHandout *handout, const QhSheet *sheet);
void qh_handout_add_review (QhHandout *handout, const QhSheet *sheet);
void qh_handout_add_review_without_facts (QhHandout *handout, const QhSheet *sheet);
void qh_handout_add_scarce (QhHandout *handout, const QhSheet *sheet);
void qh_handout_add_supply (QhHandout *handout, const QhSheet *sheet);
void qh_handout_add_questions (QhHandout *handout, const QhSheet *sheet);
void qh_handout_add_objections (QhHandout *handout, const QhSheet *sheet);
void qh_handout_add_agreement (QhHandout *handout, const QhSheet *sheet);

QhHandoutSection *qh_handout_section_new (const char *title);
void qh_handout_section_free (QhHandoutSection *section);

/* Takes the texts; the line belongs to @lines. */
QhHandoutLine *qh_handout_line_add (GPtrArray *lines, QhMark mark, char *text, char *detail);
void qh_handout_line_free (QhHandoutLine *line);

/* What a person is called where his name does not go out. */
char *qh_handout_role_of (QhContact *contact);

G_END_DECLS
