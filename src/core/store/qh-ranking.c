/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a client said and what stands in his way, word by word, is looked up in the index of what
 * content is about. A word that many items hold says nothing and is dropped, so that the work is
 * bounded however many items there are. */
#include "store/qh-ranking.h"
#include "store/qh-search-query.h"
#include "store/qh-search-schema.h"
#include "store/qh-standings.h"
#include "store/qh-store-private.h"

/* So many of his words are looked up, so many of one text. */
#define WORDS_MOST 64
#define WORDS_OF_TEXT 40
/* Shorter ones say too little. */
#define LETTERS_LEAST 4
/* From so many letters on, the last may differ: "invoices" and "invoice". */
#define LETTERS_LONG 6
/* A word that more items hold than this, or a tenth of them, is common. */
#define HOLD_LEAST 3
#define HOLD_MOST 300
/* For each point of qh_match. */
#define POINTS 5
#define MATCH_MOST 100

typedef struct {
  char *word;
  QhRecord *source;
} Term;

/* How an item fits. */
typedef struct {
  int points, best;
  QhRecord *reason; /* the source of the word that fits best */
} Match;

typedef struct {
  const QhCandidate *candidate;
  const Match *match; /* or NULL */
} Place;

void
qh_ranked_free (QhRanked *ranked)
{
  g_object_unref (ranked->content);
  qh_standing_free (ranked->standing);
  g_free (ranked);
}

static void
clear_term (gpointer data)
{
  g_free (((Term *)data)->word);
}

/* --- His words */

static gboolean
has_term (GArray *terms, const char *word)
{
  for (guint i = 0; i < terms->len; i++)
    if (g_str_equal (g_array_index (terms, Term, i).word, word))
      return TRUE;
  return FALSE;
}

static void
add_words (QhStore *store, const QhContext *context, GArray *terms, QhRecord *source,
           const char *text)
{
  g_autoptr (GPtrArray) words = NULL;

  if (text == NULL || terms->len >= WORDS_MOST)
    return;
  words = qh_search_split (store->db, text, WORDS_OF_TEXT);
  for (guint i = 0; i < words->len && terms->len < WORDS_MOST; i++) {
    const char *word = g_ptr_array_index (words, i);
    Term term = { NULL, source };
    if (g_utf8_strlen (word, -1) < LETTERS_LEAST || qh_phrases_is_common (context->phrases, word) ||
        has_term (terms, word))
      continue;
    term.word = g_strdup (word);
    g_array_append_val (terms, term);
  }
}

/* What stands in his way first, then what he said, the newest first. */
static GArray *
list_terms (QhStore *store, const QhContext *context)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (Term));

  g_array_set_clear_func (terms, clear_term);
  for (guint i = 0; i < context->frictions->len; i++) {
    QhFriction *friction = g_ptr_array_index (context->frictions, i);
    if (friction->status != QH_FRICTION_STATUS_OPEN &&
        friction->status != QH_FRICTION_STATUS_FIXING)
      continue;
    add_words (store, context, terms, (QhRecord *)friction, friction->title);
    add_words (store, context, terms, (QhRecord *)friction, friction->words);
  }
  for (guint i = 0; i < context->remarks->len; i++) {
    QhRemark *remark = g_ptr_array_index (context->remarks, i);
    add_words (store, context, terms, (QhRecord *)remark, remark->words);
  }
  return terms;
}

/* --- What fits them */

/* Words hold letters and digits only, so quoting them is enough. */
static char *
make_query (const char *word)
{
  glong letters = g_utf8_strlen (word, -1);
  g_autofree char *begin =
      g_utf8_substring (word, 0, letters >= LETTERS_LONG ? letters - 1 : letters);

  return g_strdup_printf ("\"%s\" *", begin);
}

typedef struct {
  char id[37];
  int points;
} Hit;

static gboolean
find_hits (QhStore *store, const char *word, GArray *hits, GError **error)
{
  g_autofree char *query = make_query (word);
  sqlite3_stmt *statement =
      qh_store_borrow (store,
                       "SELECT id, qh_match (content_search) FROM content_search"
                       "  CROSS JOIN content_number ON number = content_search.rowid"
                       "  WHERE content_search MATCH ?1 LIMIT " G_STRINGIFY (HOLD_MOST) " + 1",
                       error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  g_array_set_size (hits, 0);
  sqlite3_bind_text (statement, 1, query, -1, SQLITE_STATIC);
  while (qh_sqlite_step (statement, &failure)) {
    Hit hit = { .points = POINTS * QH_MATCH_SCORE (sqlite3_column_int (statement, 1)) };
    g_strlcpy (hit.id, (const char *)sqlite3_column_text (statement, 0), sizeof hit.id);
    g_array_append_val (hits, hit);
  }
  qh_store_give_back (store, statement);
  return qh_error_pass_on (&failure, error);
}

static void
count_hit (const Term *term, const Hit *hit, GHashTable *matches)
{
  Match *match = g_hash_table_lookup (matches, hit->id);

  if (match == NULL) {
    match = g_new0 (Match, 1);
    g_hash_table_insert (matches, g_strdup (hit->id), match);
  }
  match->points = MIN (match->points + hit->points, MATCH_MOST);
  if (hit->points <= match->best)
    return;
  match->best = hit->points;
  match->reason = term->source;
}

/* Match by the id of an item. */
static GHashTable *
find_matches (QhStore *store, const QhContext *context, guint n_items, GError **error)
{
  g_autoptr (GHashTable) matches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) terms = list_terms (store, context);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  guint most = CLAMP (n_items / 10, HOLD_LEAST, HOLD_MOST);

  for (guint i = 0; i < terms->len; i++) {
    const Term *term = &g_array_index (terms, Term, i);
    if (!find_hits (store, term->word, hits, error))
      return NULL;
    for (guint k = 0; hits->len <= most && k < hits->len; k++)
      count_hit (term, &g_array_index (hits, Hit, k), matches);
  }
  return g_steal_pointer (&matches);
}

/* --- In order */

static int
worth (const Place *place)
{
  return place->candidate->product + (place->match != NULL ? place->match->points : 0);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;

  if (one->candidate->is_left != other->candidate->is_left)
    return other->candidate->is_left - one->candidate->is_left;
  if (worth (one) != worth (other))
    return worth (other) - worth (one);
  return qh_candidate_compare (one->candidate, other->candidate);
}

static GArray *
order (GArray *candidates, GHashTable *matches)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (Place), candidates->len);

  for (guint i = 0; i < candidates->len; i++) {
    const QhCandidate *candidate = &g_array_index (candidates, QhCandidate, i);
    Place place = { candidate, g_hash_table_lookup (matches, candidate->id) };
    g_array_append_val (places, place);
  }
  g_array_sort (places, compare_places);
  return places;
}

/* Appends the item, if he may have one more of it or this meeting has one for him. */
static gboolean
take (QhStore *store, const QhContext *context, const Place *place, GPtrArray *ranked,
      GError **error)
{
  QhMeeting *meeting = qh_plan_get_meeting (context->plan);
  g_autoptr (QhContent) content =
      (QhContent *)qh_store_get (store, &qh_content_entity, place->candidate->id, error);
  g_autoptr (QhStanding) standing =
      content != NULL ? qh_store_get_standing (store, content, ((QhRecord *)context->client)->id,
                                               ((QhRecord *)meeting)->id, error)
                      : NULL;
  QhRanked *item;

  if (standing == NULL)
    return FALSE;
  if (!qh_standing_has_room (standing, content) && standing->here == 0)
    return TRUE;
  item = g_new0 (QhRanked, 1);
  item->scarcity = qh_scarcity (content, qh_standing_out (standing));
  item->content = g_steal_pointer (&content);
  item->standing = g_steal_pointer (&standing);
  if (place->match != NULL) {
    item->match = place->match->points;
    item->reason = place->match->reason;
  }
  g_ptr_array_add (ranked, item);
  return TRUE;
}

GPtrArray *
qh_store_rank_content (QhStore *store, const QhContext *context, guint max, GError **error)
{
  g_autoptr (GPtrArray) ranked = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_ranked_free);
  g_autofree char *day = NULL;
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GHashTable) matches = NULL;
  g_autoptr (GArray) places = NULL;
  gint64 start;

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (context != NULL, NULL);
  start = qh_plan_get_meeting (context->plan)->start;
  day = qh_instant_to_date (start != QH_NONE ? start : context->now, context->zone);
  candidates = qh_candidates_list (store, day, error);
  if (candidates == NULL)
    return NULL;
  matches = find_matches (store, context, candidates->len, error);
  if (matches == NULL)
    return NULL;
  places = order (candidates, matches);
  for (guint i = 0; i < places->len && ranked->len < max; i++)
    if (!take (store, context, &g_array_index (places, Place, i), ranked, error))
      return NULL;
  return g_steal_pointer (&ranked);
}
