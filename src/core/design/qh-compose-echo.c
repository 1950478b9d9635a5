/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a client's words an item is about: words that both share, common ones left out, their
 * endings cut off. */
#include "base/qh-text.h"
#include "design/qh-compose-private.h"
#include <string.h>

/* So much of a text is looked at, and shorter words say too little. */
#define TEXT_CHARS 600
#define LETTERS_LEAST 4
/* What is behind these letters is an ending: "invoice", "invoices". */
#define LETTERS_MOST 6
/* His words are said to him again only where they share so many. */
#define WORDS_LEAST 2

struct _QhEcho {
  const QhContext *context;
  GPtrArray *sources; /* QhRecord: open frictions, then remarks */
  GHashTable *places; /* word → GArray of guint: sources that hold it */
  guint *shared; /* of each source, while one thing is looked up */
};

/* --- Words */

static void
add_word (const QhContext *context, GString *word, glong letters, GHashTable *words)
{
  if (letters >= LETTERS_LEAST && !qh_phrases_is_common (context->phrases, word->str)) {
    const char *end = g_utf8_offset_to_pointer (word->str, MIN (letters, LETTERS_MOST));
    g_hash_table_add (words, g_strndup (word->str, end - word->str));
  }
  g_string_truncate (word, 0);
}

/* In lower case, letters and their diacritics apart. */
static char *
take_apart (const char *text)
{
  g_autofree char *lower = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  lower = g_utf8_casefold (text, -1);
  return g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
}

/* Without diacritics, as the index of the search has them. */
static void
add_words (const QhContext *context, const char *text, GHashTable *words)
{
  g_autofree char *shortened = qh_text_shorten (text, TEXT_CHARS);
  g_autofree char *apart = take_apart (shortened);
  g_autoptr (GString) word = g_string_new (NULL);
  glong letters = 0;

  for (const char *p = apart != NULL ? apart : ""; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_unichar_ismark (c))
      continue;
    if (g_unichar_isalnum (c)) {
      g_string_append_unichar (word, c);
      letters++;
      continue;
    }
    add_word (context, word, letters, words);
    letters = 0;
  }
  add_word (context, word, letters, words);
}

static GHashTable *
words_of (const QhContext *context, const char *title, const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (title != NULL)
    add_words (context, title, words);
  if (text != NULL)
    add_words (context, text, words);
  return words;
}

/* --- Sources */

static void
add_source (QhEcho *echo, gpointer source, const char *title, const char *text)
{
  g_autoptr (GHashTable) words = words_of (echo->context, title, text);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL)) {
    GArray *places = g_hash_table_lookup (echo->places, word);
    if (places == NULL) {
      places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (echo->places, g_strdup (word), places);
    }
    g_array_append_val (places, echo->sources->len);
  }
  g_ptr_array_add (echo->sources, source);
}

QhEcho *
qh_echo_new (const QhContext *context)
{
  QhEcho *echo = g_new0 (QhEcho, 1);

  echo->context = context;
  echo->sources = g_ptr_array_new ();
  echo->places =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < context->frictions->len; i++) {
    QhFriction *friction = g_ptr_array_index (context->frictions, i);
    if (qh_friction_is_open (friction))
      add_source (echo, friction, friction->title, friction->words);
  }
  for (guint i = 0; i < context->remarks->len; i++) {
    QhRemark *remark = g_ptr_array_index (context->remarks, i);
    add_source (echo, remark, remark->words, NULL);
  }
  echo->shared = g_new0 (guint, echo->sources->len + 1);
  return echo;
}

void
qh_echo_free (QhEcho *echo)
{
  g_ptr_array_unref (echo->sources);
  g_hash_table_unref (echo->places);
  g_free (echo->shared);
  g_free (echo);
}

/* --- Looking up */

static void
count_shared (QhEcho *echo, GHashTable *words)
{
  GHashTableIter iter;
  gpointer word;

  memset (echo->shared, 0, (echo->sources->len + 1) * sizeof (guint));
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL)) {
    const GArray *places = g_hash_table_lookup (echo->places, word);
    for (guint i = 0; places != NULL && i < places->len; i++)
      echo->shared[g_array_index (places, guint, i)]++;
  }
}

/* Of two that share as much: a remark before a friction, the newer remark, the smaller id. */
static gboolean
is_better_source (QhRecord *a, QhRecord *b)
{
  if (QH_IS_REMARK (a) != QH_IS_REMARK (b))
    return QH_IS_REMARK (a);
  if (QH_IS_REMARK (a))
    return qh_remark_is_newer (QH_REMARK (a), QH_REMARK (b));
  return g_strcmp0 (a->id, b->id) < 0;
}

QhEchoed
qh_echo_find (QhEcho *echo, const char *title, const char *text)
{
  g_autoptr (GHashTable) words = words_of (echo->context, title, text);
  QhEchoed best = { 0 };
  guint most = 0;

  count_shared (echo, words);
  for (guint i = 0; i < echo->sources->len; i++) {
    QhRecord *source = g_ptr_array_index (echo->sources, i);
    guint shared = echo->shared[i];
    if (shared == 0 || source->id == NULL)
      continue;
    if (shared > best.words || (shared == best.words && is_better_source (source, best.source))) {
      best.words = shared;
      best.source = source;
    }
    if (QH_IS_REMARK (source) && shared >= WORDS_LEAST &&
        (shared > most ||
         (shared == most && qh_remark_is_newer (QH_REMARK (source), best.remark)))) {
      most = shared;
      best.remark = QH_REMARK (source);
    }
  }
  if (most < QH_ECHO_ENOUGH)
    best.remark = NULL;
  return best;
}
