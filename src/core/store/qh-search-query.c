/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splitting, ranking and showing, with FTS5's own tokenizer, so that what is looked for, what is
 * indexed and what is shown in bold are the same words. */
#include "store/qh-search-query.h"
#include "store/qh-search-schema.h"
#include <string.h>

/* What a word is worth in the first field of a record (its name or title), and in the others. */
#define WORTH_TITLE 4
#define WORTH_TEXT 2
/* More, when the field begins with it. */
#define WORTH_FIRST 1

static fts5_api *
get_api (sqlite3 *db)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, "SELECT fts5 (?1)", -1, &statement, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  sqlite3_finalize (statement);
  return api;
}

/* --- Tokens */

typedef int (*TokenFunc) (void *data, int flags, const char *token, int length, int start, int end);

static void
tokenize (sqlite3 *db, const char *text, gpointer data, TokenFunc func)
{
  static const char *const names[] = QH_SEARCH_TOKENIZER_ARGUMENTS;
  const char *arguments[G_N_ELEMENTS (names)];
  fts5_api *api = get_api (db);
  fts5_tokenizer tokenizer;
  Fts5Tokenizer *instance;
  gpointer user_data;

  memcpy (arguments, names, sizeof names);
  if (api == NULL ||
      api->xFindTokenizer (api, QH_SEARCH_TOKENIZER, &user_data, &tokenizer) != SQLITE_OK ||
      tokenizer.xCreate (user_data, arguments, G_N_ELEMENTS (arguments), &instance) != SQLITE_OK)
    return;
  tokenizer.xTokenize (instance, data, FTS5_TOKENIZE_QUERY, text, (int)strlen (text), func);
  tokenizer.xDelete (instance);
}

typedef struct {
  GPtrArray *words;
  guint most;
} Splitting;

static int
on_word (void *data, int flags, const char *token, int length, int start, int end)
{
  Splitting *splitting = data;
  g_autofree char *word = g_strndup (token, length);

  if (splitting->words->len >= splitting->most)
    return SQLITE_DONE;
  if (!g_ptr_array_find_with_equal_func (splitting->words, word, g_str_equal, NULL))
    g_ptr_array_add (splitting->words, g_steal_pointer (&word));
  return SQLITE_OK;
}

GPtrArray *
qh_search_split (sqlite3 *db, const char *text, guint most)
{
  Splitting splitting = { g_ptr_array_new_with_free_func (g_free), most };

  tokenize (db, text, &splitting, on_word);
  return splitting.words;
}

/* --- Snippets */

typedef struct {
  const char *text;
  GPtrArray *words;
  guint length;
  const char *begin; /* of the part that is shown; NULL before the first match */
  const char *end;
  const char *done; /* what stands before is in @markup */
  GString *markup;
} Showing;

static gboolean
is_sought (GPtrArray *words, const char *token, int length)
{
  for (guint i = 0; i < words->len; i++) {
    const char *word = words->pdata[i];
    int n = (int)strlen (word);

    if (n <= length && memcmp (token, word, n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Control characters have no place in markup. */
static void
append_plain (GString *markup, const char *from, const char *to)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (const char *p = from; p < to; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (plain, g_unichar_iscntrl (c) || g_unichar_isspace (c) ? ' ' : c);
  }
  escaped = g_markup_escape_text (plain->str, plain->len);
  g_string_append (markup, escaped);
}

/* The beginning of the part that is shown: a third of its length before @match, at a word. */
static const char *
find_begin (Showing *showing, const char *match)
{
  const char *begin = match;
  const char *at_word = match;

  for (guint i = 0; i < showing->length / 3 && begin > showing->text; i++) {
    begin = g_utf8_prev_char (begin);
    if (begin == showing->text || g_unichar_isspace (g_utf8_get_char (begin)))
      at_word = begin;
  }
  return at_word;
}

static const char *
find_end (const char *begin, guint length)
{
  const char *end = begin;

  for (guint i = 0; i < length && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return end;
}

static void
begin_at (Showing *showing, const char *begin)
{
  showing->begin = begin;
  showing->done = begin;
  showing->end = find_end (begin, showing->length);
  if (begin > showing->text)
    g_string_append (showing->markup, "…");
}

static int
on_shown_word (void *data, int flags, const char *token, int length, int start, int end)
{
  Showing *showing = data;
  const char *from = showing->text + start;
  const char *to = showing->text + end;

  if (showing->begin != NULL && from >= showing->end)
    return SQLITE_DONE;
  if (!is_sought (showing->words, token, length))
    return SQLITE_OK;
  if (showing->begin == NULL)
    begin_at (showing, find_begin (showing, from));
  to = MIN (to, showing->end);
  append_plain (showing->markup, showing->done, from);
  g_string_append (showing->markup, "<b>");
  append_plain (showing->markup, from, to);
  g_string_append (showing->markup, "</b>");
  showing->done = to;
  return SQLITE_OK;
}

char *
qh_search_snippet (sqlite3 *db, const char *text, GPtrArray *words, guint length)
{
  Showing showing = { .text = text, .words = words, .length = length };

  showing.markup = g_string_new (NULL);
  tokenize (db, text, &showing, on_shown_word);
  if (showing.begin == NULL)
    begin_at (&showing, text);
  append_plain (showing.markup, showing.done, showing.end);
  if (*showing.end != '\0')
    g_string_append (showing.markup, "…");
  return g_string_free (showing.markup, FALSE);
}

/* --- Ranking */

/* What @word is worth among the words of a name. */
static int
score_word (GPtrArray *name, const char *word)
{
  for (guint i = 0; i < name->len; i++)
    if (g_str_has_prefix (name->pdata[i], word))
      return WORTH_TITLE + (i == 0 ? WORTH_FIRST : 0);
  return 0;
}

int
qh_search_score (GPtrArray *name, GPtrArray *words)
{
  int score = 0;

  for (guint i = 0; i < words->len; i++) {
    int worth = score_word (name, words->pdata[i]);

    if (worth == 0)
      return 0;
    score += worth;
  }
  return score;
}

/* `qh_match (search)`: each found word counts once, where it stands best. It looks at this one
 * document only: FTS5's own rank walks through every match there is. */
static void
match (const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result, int n_values,
       sqlite3_value **values)
{
  int n = 0, phrases = api->xPhraseCount (context);
  int column = QH_MATCH_COLUMNS - 1, score = 0;
  g_autofree guint8 *worth = g_new0 (guint8, phrases);

  if (api->xInstCount (context, &n) != SQLITE_OK)
    n = 0;
  for (int i = 0; i < n; i++) {
    int phrase, place, offset, here;

    if (api->xInst (context, i, &phrase, &place, &offset) != SQLITE_OK)
      break;
    here = (place == 0 ? WORTH_TITLE : WORTH_TEXT) + (offset == 0 ? WORTH_FIRST : 0);
    column = MIN (column, place);
    if (here > worth[phrase]) {
      score += here - worth[phrase];
      worth[phrase] = here;
    }
  }
  sqlite3_result_int (result, score * QH_MATCH_COLUMNS + column);
}

gboolean
qh_search_register (sqlite3 *db)
{
  fts5_api *api = get_api (db);

  return api != NULL && api->xCreateFunction (api, "qh_match", NULL, match, NULL) == SQLITE_OK;
}
