/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A territory of any size, the same for the same scale: at 1.0 there are 10,000 clients, 200,000
 * frictions, 50,000 meetings with their segments, 500,000 deliveries, and over 1,000,000 texts. */

/* Makes the store @path, which must not exist; the past it tells ends at @now (an instant). */
gboolean generate_store (const char *path, double scale, gint64 now, GError **error);

/* The same, of 10,000 content items and 500,000 deliveries, with a tenth of the rest. */
gboolean generate_ledger_store (const char *path, gint64 now, GError **error);

/* The moment that a generated past ends at unless told otherwise. */
#define GENERATE_NOW (G_GINT64_CONSTANT (1795687200) * G_USEC_PER_SEC) /* 2026-11-26 10:00 UTC */

/* Words as they are distributed in the texts: the @rank-th draw of a fixed sequence. */
typedef struct _Words Words;
Words *words_new (guint64 seed);
void words_free (Words *words);
/* One word, common ones more often. (transfer none) */
const char *words_draw (Words *words);
/* A sentence of @n words. (transfer full) */
char *words_sentence (Words *words, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Words, words_free)

G_END_DECLS
