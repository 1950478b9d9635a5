/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The access patterns of one language, and sentences seen through them; not for other layers.
 *
 * In `data/phrases/` a set names phrases that mean the same, and a pattern says in which order they
 * have to come in one sentence: `@set` one of its phrases, `#` a length in minutes, `$` a name, `>`
 * what follows comes at most two words later, `>>` anywhere later, `!@set` nowhere in the
 * sentence. */
typedef struct _QhAccessTable QhAccessTable;

/* Stays as long as the program runs, like the phrases it belongs to. */
QhAccessTable *qh_access_table_new (JsonObject *object);

/* One sentence of a remark. */
typedef struct _QhSentence QhSentence;

/* The sentences of @words, which has to live as long as they do. (QhSentence, transfer full) */
GPtrArray *qh_access_table_read (QhAccessTable *table, const char *words);

/* Whether a pattern for @field fits the sentence. @minutes: the length it names, or 0; @name: the
 * name it names, else its words for who guards the gate. */
gboolean qh_sentence_fits (const QhSentence *sentence, const char *field, gint64 *minutes,
                           char **name);

G_END_DECLS
