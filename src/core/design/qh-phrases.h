/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Activity and housekeeping phrases and common words, one list per language (`data/phrases/`),
 * compiled in. */
typedef struct _QhPhrases QhPhrases;

/* The phrases of English and of @language ("de", "de_DE.UTF-8", NULL), as far as there are any. */
QhPhrases *qh_phrases_new (const char *language);
QhPhrases *qh_phrases_ref (QhPhrases *phrases);
void qh_phrases_unref (QhPhrases *phrases);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhPhrases, qh_phrases_unref)

/* The activity phrase that @text begins with, the housekeeping phrase that it holds; NULL: none. */
const char *qh_phrases_find_activity (QhPhrases *phrases, const char *text);
const char *qh_phrases_find_housekeeping (QhPhrases *phrases, const char *text);

/* Whether @word (folded as the search index does, without diacritics) is so common that it says
 * nothing about what a text is about. */
gboolean qh_phrases_is_common (QhPhrases *phrases, const char *word);

G_END_DECLS
