/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small patterns over words. A table knows its words by their folded form, so that a sentence is
 * looked up once, word by word; which sets occur in it then rules out nearly every pattern before
 * one is tried. */
#include "design/qh-access-table.h"
#include "base/qh-text.h"
#include <string.h>

/* How many words may stand between two elements of a pattern: as a rule, after `>`, after `>>`. */
#define GAP 8
#define GAP_CLOSE 2
#define GAP_ANY G_MAXUINT8

#define ELEMENTS_MAX 6
#define ASCII_WORD_MAX 32
#define NAME_WORDS_MAX 3
#define NUMBER_DIGITS_MAX 3

/* The sets that are not lists of phrases, then those of the file. */
enum { SET_LENGTH, SET_NAME, SET_FIRST_LISTED };
#define SETS_MAX 64

typedef struct {
  GPtrArray *phrases; /* Phrase that begin with this word */
  gint64 number; /* "fifteen" */
} Word;

typedef struct {
  int set;
  guint n_words;
  Word **words;
  gint64 minutes; /* of SET_LENGTH */
} Phrase;

typedef struct {
  const char *field; /* interned */
  guint64 needs, forbids; /* sets, a bit each */
  guint n_elements;
  guint8 sets[ELEMENTS_MAX];
  guint8 gaps[ELEMENTS_MAX]; /* before the element */
} Pattern;

struct _QhAccessTable {
  GHashTable *words; /* folded → Word */
  GPtrArray *sets; /* names; the place is the set's bit */
  GPtrArray *patterns; /* Pattern, in the order of the file */
  int minutes, hours, not_names, guards; /* sets with a meaning of their own */
};

typedef struct {
  const char *start, *end; /* in the remark */
  Word *word; /* NULL: one the table does not know */
  gint64 number; /* or 0 */
  gboolean capital;
} Token;

/* A phrase of a set, found at [start, end). */
typedef struct {
  int set;
  guint start, end;
  gint64 minutes;
} Hit;

struct _QhSentence {
  QhAccessTable *table;
  GArray *tokens; /* Token */
  GArray *hits; /* Hit, by start */
  guint64 sets; /* that occur, a bit each */
};

static gboolean
is_apostrophe (gunichar character)
{
  return character == '\'' || character == 0x2019;
}

static gboolean
is_letter (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalnum ((char)character);
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

static gboolean
is_digit (gunichar character)
{
  if (character < 0x80)
    return !!g_ascii_isdigit ((char)character);
  return !!g_unichar_isdigit (character);
}

/* The end of the word that begins at @start: letters, or digits, with an apostrophe inside. */
static const char *
word_end (const char *start)
{
  gboolean digits = is_digit (g_utf8_get_char (start));
  const char *c = start;

  while (is_letter (g_utf8_get_char (c)) && is_digit (g_utf8_get_char (c)) == digits) {
    c = g_utf8_next_char (c);
    if (is_apostrophe (g_utf8_get_char (c)) && is_letter (g_utf8_get_char (g_utf8_next_char (c))))
      c = g_utf8_next_char (c);
  }
  return c;
}

/* The folded form of a word: a straight apostrophe, no possessive. */
static char *
fold_word (const char *start, const char *end)
{
  g_autofree char *slice = g_strndup (start, end - start);
  g_autofree char *folded = qh_text_fold (slice);
  GString *word = g_string_new (folded);

  g_string_replace (word, "’", "'", 0);
  if (word->len > 2 && g_str_has_suffix (word->str, "'s"))
    g_string_truncate (word, word->len - 2);
  return g_string_free (word, FALSE);
}

/* The same for a short word of ASCII, as most are, into @folded; FALSE where it is not one. */
static gboolean
fold_ascii (const char *start, const char *end, char folded[ASCII_WORD_MAX])
{
  gsize length = end - start;

  if (length >= ASCII_WORD_MAX)
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    if ((guchar)start[i] >= 0x80)
      return FALSE;
    folded[i] = g_ascii_tolower (start[i]);
  }
  if (length > 2 && folded[length - 2] == '\'' && folded[length - 1] == 's')
    length -= 2;
  folded[length] = '\0';
  return TRUE;
}

/* Whether the text ends a sentence at @c, which follows the word @last (its length in bytes). A dot
 * within a number, or after a title like "Ms", does not. */
static gboolean
ends_sentence (const char *c, const char *last, gsize length)
{
  gunichar next = g_utf8_get_char (g_utf8_next_char (c));

  switch (g_utf8_get_char (c)) {
  case '!':
  case '?':
  case ';':
  case '\n':
    return TRUE;
  case '.':
    if (next != '\0' && !g_unichar_isspace (next))
      return FALSE;
    return !(length <= 3 && last != NULL && g_unichar_isupper (g_utf8_get_char (last)) &&
             next != '\0');
  default:
    return FALSE;
  }
}

static Word *
intern_word (QhAccessTable *self, const char *start, const char *end)
{
  char *folded = fold_word (start, end);
  Word *word = g_hash_table_lookup (self->words, folded);

  if (word != NULL) {
    g_free (folded);
    return word;
  }
  word = g_new0 (Word, 1);
  word->phrases = g_ptr_array_new ();
  g_hash_table_insert (self->words, folded, word);
  return word;
}

static void
add_phrase (QhAccessTable *self, int set, const char *text, gint64 minutes)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  Phrase *phrase;

  for (const char *c = text; *c != '\0';) {
    const char *end = word_end (c);
    if (end > c)
      g_ptr_array_add (words, intern_word (self, c, end));
    c = end > c ? end : g_utf8_next_char (c);
  }
  g_assert (words->len > 0);
  phrase = g_new0 (Phrase, 1);
  phrase->set = set;
  phrase->minutes = minutes;
  phrase->n_words = words->len;
  phrase->words = g_memdup2 (words->pdata, words->len * sizeof (Word *));
  g_ptr_array_add (phrase->words[0]->phrases, phrase);
}

static int
find_set (QhAccessTable *self, const char *name)
{
  guint set;

  if (!g_ptr_array_find_with_equal_func (self->sets, name, g_str_equal, &set))
    g_error ("phrases: no set named %s", name);
  return (int)set;
}

static void
load_sets (QhAccessTable *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  g_ptr_array_add (self->sets, g_strdup ("#"));
  g_ptr_array_add (self->sets, g_strdup ("$"));
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node)) {
    JsonArray *list = json_node_get_array (node);
    g_ptr_array_add (self->sets, g_strdup (name));
    for (guint i = 0; i < json_array_get_length (list); i++)
      add_phrase (self, (int)self->sets->len - 1, json_array_get_string_element (list, i), 0);
  }
  g_assert (self->sets->len <= SETS_MAX);
}

static void
load_numbers (QhAccessTable *self, JsonObject *numbers, JsonObject *lengths)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, numbers);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    intern_word (self, name, name + strlen (name))->number = json_node_get_int (node);
  json_object_iter_init_ordered (&iter, lengths);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    add_phrase (self, SET_LENGTH, name, json_node_get_int (node));
}

static Pattern *
pattern_new (QhAccessTable *self, const char *field, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  Pattern *pattern = g_new0 (Pattern, 1);
  guint8 gap = GAP;

  pattern->field = g_intern_string (field);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (g_str_equal (parts[i], ">")) {
      gap = GAP_CLOSE;
    } else if (g_str_equal (parts[i], ">>")) {
      gap = GAP_ANY;
    } else if (parts[i][0] == '!') {
      pattern->forbids |= G_GUINT64_CONSTANT (1) << find_set (self, parts[i] + 2);
    } else {
      int set = find_set (self, parts[i] + (parts[i][0] == '@'));
      g_assert (pattern->n_elements < ELEMENTS_MAX);
      pattern->needs |= G_GUINT64_CONSTANT (1) << set;
      pattern->gaps[pattern->n_elements] = gap;
      pattern->sets[pattern->n_elements++] = (guint8)set;
      gap = GAP;
    }
  }
  return pattern;
}

static void
load_patterns (QhAccessTable *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char *field;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &field, &node)) {
    JsonArray *list = json_node_get_array (node);
    for (guint i = 0; i < json_array_get_length (list); i++)
      g_ptr_array_add (self->patterns,
                       pattern_new (self, field, json_array_get_string_element (list, i)));
  }
}

QhAccessTable *
qh_access_table_new (JsonObject *object)
{
  QhAccessTable *self = g_new0 (QhAccessTable, 1);

  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  self->sets = g_ptr_array_new ();
  self->patterns = g_ptr_array_new ();
  load_sets (self, json_object_get_object_member (object, "sets"));
  load_numbers (self, json_object_get_object_member (object, "numbers"),
                json_object_get_object_member (object, "lengths"));
  load_patterns (self, json_object_get_object_member (object, "patterns"));
  self->minutes = find_set (self, "minutes");
  self->hours = find_set (self, "hours");
  self->not_names = find_set (self, "not-names");
  self->guards = find_set (self, "guards");
  return self;
}

static const Token *
token_at (const QhSentence *sentence, guint i)
{
  return &g_array_index (sentence->tokens, Token, i);
}

static void
add_hit (QhSentence *sentence, int set, guint start, guint end, gint64 minutes)
{
  Hit hit = { set, start, end, minutes };

  g_array_append_val (sentence->hits, hit);
  sentence->sets |= G_GUINT64_CONSTANT (1) << set;
}

/* How many words of @set stand at @i: 0 when none. */
static guint
words_of_set (const QhSentence *sentence, int set, guint i)
{
  guint longest = 0;

  if (i >= sentence->tokens->len || token_at (sentence, i)->word == NULL)
    return 0;
  for (guint p = 0; p < token_at (sentence, i)->word->phrases->len; p++) {
    const Phrase *phrase = g_ptr_array_index (token_at (sentence, i)->word->phrases, p);
    guint n = 0;
    if (phrase->set != set || i + phrase->n_words > sentence->tokens->len)
      continue;
    while (n < phrase->n_words && token_at (sentence, i + n)->word == phrase->words[n])
      n++;
    if (n == phrase->n_words)
      longest = MAX (longest, n);
  }
  return longest;
}

/* The phrases that begin at @i, whatever their set. */
static void
hit_phrases (QhSentence *sentence, guint i)
{
  const Word *word = token_at (sentence, i)->word;

  for (guint p = 0; word != NULL && p < word->phrases->len; p++) {
    const Phrase *phrase = g_ptr_array_index (word->phrases, p);
    guint n = 0;
    if (i + phrase->n_words > sentence->tokens->len)
      continue;
    while (n < phrase->n_words && token_at (sentence, i + n)->word == phrase->words[n])
      n++;
    if (n == phrase->n_words)
      add_hit (sentence, phrase->set, i, i + n, phrase->minutes);
  }
}

/* A number and its unit at @i. */
static void
hit_length (QhSentence *sentence, guint i)
{
  gint64 number = token_at (sentence, i)->number;
  guint unit = words_of_set (sentence, sentence->table->minutes, i + 1);

  if (number <= 0)
    return;
  if (unit > 0) {
    add_hit (sentence, SET_LENGTH, i, i + 1 + unit, number);
    return;
  }
  unit = words_of_set (sentence, sentence->table->hours, i + 1);
  if (unit > 0)
    add_hit (sentence, SET_LENGTH, i, i + 1 + unit, number * 60);
}

static gboolean
is_name (const QhSentence *sentence, guint i)
{
  return i < sentence->tokens->len && token_at (sentence, i)->capital &&
         words_of_set (sentence, sentence->table->not_names, i) == 0;
}

/* A run of capitalised words that begins at @i. */
static void
hit_name (QhSentence *sentence, guint i)
{
  guint end = i;

  if (i > 0 && is_name (sentence, i - 1))
    return;
  while (end < i + NAME_WORDS_MAX && is_name (sentence, end))
    end++;
  if (end > i)
    add_hit (sentence, SET_NAME, i, end, 0);
}

static void
find_hits (QhSentence *sentence)
{
  for (guint i = 0; i < sentence->tokens->len; i++) {
    hit_phrases (sentence, i);
    hit_length (sentence, i);
    hit_name (sentence, i);
  }
}

static void
sentence_free (gpointer data)
{
  QhSentence *sentence = data;

  g_array_unref (sentence->tokens);
  g_array_unref (sentence->hits);
  g_free (sentence);
}

static QhSentence *
sentence_new (QhAccessTable *table)
{
  QhSentence *sentence = g_new0 (QhSentence, 1);

  sentence->table = table;
  sentence->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  sentence->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  return sentence;
}

static void
add_token (QhSentence *sentence, const char *start, const char *end)
{
  Token token = { .start = start, .end = end };
  char ascii[ASCII_WORD_MAX];
  g_autofree char *other = NULL;
  const char *folded = ascii;

  if (!fold_ascii (start, end, ascii))
    folded = other = fold_word (start, end);
  token.word = g_hash_table_lookup (sentence->table->words, folded);
  if (end - start <= NUMBER_DIGITS_MAX)
    token.number = g_ascii_strtoll (folded, NULL, 10);
  if (token.number == 0 && token.word != NULL)
    token.number = token.word->number;
  token.capital = g_unichar_isupper (g_utf8_get_char (start));
  g_array_append_val (sentence->tokens, token);
}

GPtrArray *
qh_access_table_read (QhAccessTable *table, const char *words)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (sentence_free);
  QhSentence *sentence = sentence_new (table);
  const char *last = NULL;
  gsize length = 0;

  g_ptr_array_add (sentences, sentence);
  for (const char *c = words; *c != '\0';) {
    const char *end = word_end (c);
    if (end > c) {
      add_token (sentence, c, end);
      last = c;
      length = end - c;
      c = end;
      continue;
    }
    if (ends_sentence (c, last, length)) {
      find_hits (sentence);
      g_ptr_array_add (sentences, sentence = sentence_new (table));
    }
    c = g_utf8_next_char (c);
  }
  find_hits (sentence);
  return sentences;
}

/* Whether the elements from @element on follow each other among the hits from @first on, the first
 * of them within its gap after @from. @hits: what was found for each. */
static gboolean
match (const QhSentence *sentence, const Pattern *pattern, guint element, guint first, guint from,
       const Hit **hits)
{
  if (element == pattern->n_elements)
    return TRUE;
  for (guint i = first; i < sentence->hits->len; i++) {
    const Hit *hit = &g_array_index (sentence->hits, Hit, i);
    if (element > 0 && hit->start > from + pattern->gaps[element])
      return FALSE;
    if (hit->set != pattern->sets[element] || hit->start < from)
      continue;
    hits[element] = hit;
    if (match (sentence, pattern, element + 1, i + 1, hit->end, hits))
      return TRUE;
  }
  return FALSE;
}

/* Which of a pattern's hits says who it is: a name, else words for a guard, else the last. */
static const Hit *
find_name (const QhSentence *sentence, const Pattern *pattern, const Hit **hits)
{
  const Hit *guard = NULL;

  for (guint i = 0; i < pattern->n_elements; i++) {
    if (hits[i]->set == SET_NAME)
      return hits[i];
    if (hits[i]->set == sentence->table->guards)
      guard = hits[i];
  }
  return guard != NULL ? guard : hits[pattern->n_elements - 1];
}

/* In the words of the remark, a name with where it is to be found ("Sarah at the front desk"). */
static char *
extract_name (const QhSentence *sentence, const Pattern *pattern, const Hit **hits)
{
  const Hit *name = find_name (sentence, pattern, hits);
  const char *start = token_at (sentence, name->start)->start;
  guint end = name->end;

  for (guint i = 0; name->set == SET_NAME && i < sentence->hits->len; i++) {
    const Hit *hit = &g_array_index (sentence->hits, Hit, i);
    if (hit->set == sentence->table->guards && hit->start >= name->end &&
        hit->start <= name->end + GAP_CLOSE)
      end = MAX (end, hit->end);
  }
  return g_strndup (start, token_at (sentence, end - 1)->end - start);
}

gboolean
qh_sentence_fits (const QhSentence *sentence, const char *field, gint64 *minutes, char **name)
{
  const Hit *hits[ELEMENTS_MAX];

  for (guint p = 0; p < sentence->table->patterns->len; p++) {
    const Pattern *pattern = g_ptr_array_index (sentence->table->patterns, p);
    if ((pattern->needs & ~sentence->sets) != 0 || (pattern->forbids & sentence->sets) != 0)
      continue;
    if (!g_str_equal (pattern->field, field) || !match (sentence, pattern, 0, 0, 0, hits))
      continue;
    *minutes = 0;
    for (guint i = 0; i < pattern->n_elements; i++)
      *minutes = hits[i]->set == SET_LENGTH ? hits[i]->minutes : *minutes;
    *name = extract_name (sentence, pattern, hits);
    return TRUE;
  }
  return FALSE;
}
