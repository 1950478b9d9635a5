/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search as you type. Two things keep it quick however much there is. Only the newest matches are
 * ranked. And a long word, for whose beginnings there is no index, is looked for as the few words
 * of the index that begin with it, because FTS5 would first gather every match of every one. */
#include "store/qh-search.h"
#include "base/qh-text.h"
#include "store/qh-search-query.h"
#include "store/qh-search-schema.h"
#include "store/qh-sqlite.h"

/* The newest matches, which are ranked. */
#define CANDIDATES 300
/* Of a longer text the first words count. */
#define WORDS_MOST 32
/* A beginning that stands for more words than this is left to FTS5. */
#define TERMS_MOST 24
/* Characters of a snippet. */
#define SNIPPET_LENGTH 90

typedef struct {
  gint64 number;
  int match;
} Candidate;

void
qh_hit_free (QhHit *hit)
{
  g_free (hit->entity);
  g_free (hit->id);
  g_free (hit->field);
  g_free (hit->snippet);
  g_free (hit);
}

/* --- The query. Words hold letters and digits only, so quoting them is enough. */

/* The first word of the index that is @from or comes after it; NULL at the end. */
static char *
next_term (QhStore *store, const char *from)
{
  sqlite3_stmt *statement =
      qh_store_prepare (store, "SELECT term FROM search_term WHERE term >= ?1 LIMIT 1");
  char *term = NULL;

  sqlite3_bind_text (statement, 1, from, -1, SQLITE_TRANSIENT);
  if (sqlite3_step (statement) == SQLITE_ROW)
    term = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return term;
}

/* Every word of the index that begins with @word; NULL when there are too many. */
static GPtrArray *
find_terms (QhStore *store, const char *word)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *from = g_strdup (word);

  for (;;) {
    char *term = next_term (store, from);

    if (term == NULL || !g_str_has_prefix (term, word)) {
      g_free (term);
      return g_steal_pointer (&terms);
    }
    if (terms->len == TERMS_MOST) {
      g_free (term);
      return NULL;
    }
    g_ptr_array_add (terms, term);
    g_free (from);
    from = g_strconcat (term, "\001", NULL);
  }
}

/* FALSE when nothing begins with @word. */
static gboolean
append_word (QhStore *store, GString *query, const char *word)
{
  g_autoptr (GPtrArray) terms = NULL;

  if (query->len > 0)
    g_string_append (query, " AND ");
  if (g_utf8_strlen (word, -1) > QH_SEARCH_PREFIX_MAX)
    terms = find_terms (store, word);
  if (terms == NULL) {
    g_string_append_printf (query, "\"%s\" *", word);
    return TRUE;
  }
  for (guint i = 0; i < terms->len; i++)
    g_string_append_printf (query, "%s\"%s\"", i == 0 ? "(" : " OR ", (char *)terms->pdata[i]);
  g_string_append_c (query, ')');
  return terms->len > 0;
}

/* NULL when nothing can match. */
static char *
build_query (QhStore *store, GPtrArray *words)
{
  g_autoptr (GString) query = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    if (!append_word (store, query, words->pdata[i]))
      return NULL;
  return words->len > 0 ? g_strdup (query->str) : NULL;
}

/* --- Candidates */

/* The better match first; of equal ones the newer. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;
  int by_score = QH_MATCH_SCORE (other->match) - QH_MATCH_SCORE (one->match);

  if (by_score != 0)
    return by_score;
  return (other->number > one->number) - (other->number < one->number);
}

static GArray *
find_candidates (QhStore *store, const char *query, GError **error)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  sqlite3_stmt *statement =
      qh_store_prepare (store, "SELECT rowid, qh_match (search) FROM search WHERE search MATCH ?1"
                               "  ORDER BY rowid DESC LIMIT " G_STRINGIFY (CANDIDATES));
  g_autoptr (GError) failure = NULL;

  sqlite3_bind_text (statement, 1, query, -1, SQLITE_STATIC);
  while (qh_sqlite_step (statement, &failure)) {
    Candidate candidate = { sqlite3_column_int64 (statement, 0),
                            sqlite3_column_int (statement, 1) };

    g_array_append_val (candidates, candidate);
  }
  sqlite3_reset (statement);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  g_array_sort (candidates, compare_candidates);
  return g_steal_pointer (&candidates);
}

/* --- Hits */

static char *
read_text (QhStore *store, const char *entity, const char *field, const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", field, entity);
  sqlite3_stmt *statement = qh_store_prepare (store, g_intern_string (sql));
  char *text = NULL;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return text;
}

/* NULL when the document is not there, which qh_store_verify would tell. */
static QhHit *
make_hit (QhStore *store, const Candidate *candidate, GPtrArray *words)
{
  sqlite3_stmt *statement =
      qh_store_prepare (store, "SELECT entity, id FROM document WHERE number = ?1");
  g_autofree char *name = NULL, *id = NULL, *text = NULL;
  const QhEntity *entity = NULL;
  const QhField *field = NULL;
  QhHit *hit;

  sqlite3_bind_int64 (statement, 1, candidate->number);
  if (sqlite3_step (statement) == SQLITE_ROW) {
    name = g_strdup ((const char *)sqlite3_column_text (statement, 0));
    id = g_strdup ((const char *)sqlite3_column_text (statement, 1));
    entity = qh_entity_find (name);
  }
  sqlite3_reset (statement);
  if (entity != NULL)
    field = qh_search_field (entity, QH_MATCH_COLUMN (candidate->match));
  if (field != NULL)
    text = read_text (store, name, field->name, id);
  if (text == NULL)
    return NULL;
  hit = g_new0 (QhHit, 1);
  hit->entity = g_steal_pointer (&name);
  hit->id = g_steal_pointer (&id);
  hit->field = g_strdup (field->name);
  hit->score = QH_MATCH_SCORE (candidate->match);
  hit->is_name = g_strcmp0 (field->name, entity->title) == 0;
  hit->snippet = qh_search_snippet (qh_store_get_db (store), text, words, SNIPPET_LENGTH);
  return hit;
}

GPtrArray *
qh_search_words (QhStore *store, const char *text)
{
  g_autofree char *valid = NULL;

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  return qh_search_split (qh_store_get_db (store), valid, WORDS_MOST);
}

GPtrArray *
qh_store_search (QhStore *store, const char *words, guint max, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_hit_free);
  g_autoptr (GPtrArray) sought = NULL;
  g_autoptr (GArray) candidates = NULL;
  g_autofree char *query = NULL;

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  sought = qh_search_words (store, words);
  query = build_query (store, sought);
  if (query == NULL)
    return g_steal_pointer (&hits);
  candidates = find_candidates (store, query, error);
  if (candidates == NULL)
    return NULL;
  for (guint i = 0; i < candidates->len && hits->len < max; i++) {
    QhHit *hit = make_hit (store, &g_array_index (candidates, Candidate, i), sought);

    if (hit != NULL)
      g_ptr_array_add (hits, hit);
  }
  return g_steal_pointer (&hits);
}

/* --- Names */

#define LAST_CHARACTER "\xf4\x8f\xbf\xbf"

static const struct {
  const QhEntity *entity;
  const char *field;
  const char *sql;
} named[] = {
#define NAMED(table, field, key)                                               \
  {                                                                            \
    &qh_##table##_entity, #field,                                              \
        "SELECT id, " #field " FROM " #table " WHERE " #key " >= ?1 AND " #key \
        " < ?2 ORDER BY " #key " LIMIT ?3"                                     \
  }
  NAMED (client, name, name_key),
  NAMED (contact, name, name_key),
  NAMED (meeting, title, title_key),
  NAMED (content, title, title_key),
#undef NAMED
};

static void
add_name (QhStore *store, guint which, sqlite3_stmt *row, GPtrArray *words, GPtrArray *hits)
{
  const char *name = (const char *)sqlite3_column_text (row, 1);
  g_autoptr (GPtrArray) own = qh_search_words (store, name);
  QhHit *hit = g_new0 (QhHit, 1);

  hit->entity = g_strdup (named[which].entity->name);
  hit->id = g_strdup ((const char *)sqlite3_column_text (row, 0));
  hit->field = g_strdup (named[which].field);
  hit->score = qh_search_score (own, words);
  hit->is_name = TRUE;
  hit->snippet = qh_search_snippet (qh_store_get_db (store), name, words, SNIPPET_LENGTH);
  g_ptr_array_add (hits, hit);
}

static gboolean
search_names (QhStore *store, guint which, const char *const *range, guint max, GPtrArray *words,
              GPtrArray *hits, GError **error)
{
  sqlite3_stmt *statement = qh_store_prepare (store, named[which].sql);
  g_autoptr (GError) failure = NULL;

  sqlite3_bind_text (statement, 1, range[0], -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, range[1], -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 3, (int)max);
  while (qh_sqlite_step (statement, &failure))
    add_name (store, which, statement, words, hits);
  sqlite3_reset (statement);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
qh_store_search_names (QhStore *store, const char *words, guint max, GPtrArray *hits,
                       GError **error)
{
  g_autoptr (GPtrArray) sought = NULL;
  g_autofree char *valid = NULL, *from = NULL, *to = NULL;

  g_return_val_if_fail (QH_IS_STORE (store), FALSE);
  g_return_val_if_fail (words != NULL && hits != NULL, FALSE);

  sought = qh_search_words (store, words);
  if (sought->len == 0)
    return TRUE;
  valid = g_utf8_make_valid (words, -1);
  from = qh_text_fold (valid);
  to = g_strconcat (from, LAST_CHARACTER, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (named); i++) {
    const char *range[] = { from, to };

    if (!search_names (store, i, range, max, sought, hits, error))
      return FALSE;
  }
  return TRUE;
}
