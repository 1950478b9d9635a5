/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a client could be given on a day: of every modality the scarcest items, and the scarcest of
 * those that are rare, so that the rules find the best there is without reading every item. Kept
 * until content or the ledger changes, because a plan is reviewed after every keystroke. */
#include "design/qh-scarcity.h"
#include "store/qh-standings.h"
#include "store/qh-store-private.h"

/* So many of each modality, rare and other. A plan that carries them all has enough. */
#define OFFERS_MOST 20

#define N_MODALITIES (QH_MODALITY_AESTHETICS + 1)

struct _QhOffers {
  char *client, *day;
  GPtrArray *items; /* QhOffer */
};

void
qh_offer_free (QhOffer *offer)
{
  g_object_unref (offer->content);
  qh_standing_free (offer->standing);
  g_free (offer);
}

void
qh_offers_clear (QhStore *store)
{
  if (store->offers == NULL)
    return;
  g_free (store->offers->client);
  g_free (store->offers->day);
  g_ptr_array_unref (store->offers->items);
  g_clear_pointer (&store->offers, g_free);
}

int
qh_candidate_compare (gconstpointer a, gconstpointer b)
{
  const QhCandidate *one = a, *other = b;
  guint64 edition = (guint64)one->edition, other_edition = (guint64)other->edition;

  if (one->product != other->product)
    return other->product - one->product;
  if (one->rarity != other->rarity)
    return one->rarity - other->rarity;
  if (edition != other_edition)
    return edition < other_edition ? -1 : 1;
  return strcmp (one->id, other->id);
}

/* The fields that are read, looked up once for thousands of rows. */
typedef struct {
  const QhField *modality, *rarity;
} Fields;

static int
read_enum (sqlite3_stmt *statement, int column, const QhField *field)
{
  return qh_field_enum_value (field, (const char *)sqlite3_column_text (statement, column));
}

static QhCandidate
read_candidate (sqlite3_stmt *statement, const Fields *fields)
{
  QhCandidate candidate = { .modality = read_enum (statement, 1, fields->modality),
                            .rarity = read_enum (statement, 2, fields->rarity),
                            .edition = sqlite3_column_type (statement, 3) != SQLITE_NULL
                                           ? sqlite3_column_int64 (statement, 3)
                                           : QH_NONE,
                            .out = sqlite3_column_int64 (statement, 5),
                            .is_left = sqlite3_column_int (statement, 6) };
  gboolean ends = sqlite3_column_int (statement, 4);

  g_strlcpy (candidate.id, (const char *)sqlite3_column_text (statement, 0), sizeof candidate.id);
  candidate.product =
      qh_scarcity_figure (candidate.rarity, candidate.edition, candidate.out, ends).product;
  return candidate;
}

GArray *
qh_candidates_list (QhStore *store, const char *day, GError **error)
{
  Fields fields = { qh_entity_field (&qh_content_entity, "modality"),
                    qh_entity_field (&qh_content_entity, "rarity") };
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (QhCandidate));
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement = qh_store_borrow (
      store,
      "SELECT c.id, modality, rarity, edition, available_until IS NOT NULL, reserved + delivered,"
      "  edition IS NULL OR edition > reserved + delivered + away"
      "  FROM content AS c CROSS JOIN stock ON stock.content = c.id WHERE NOT retired"
      "  AND (available_from IS NULL OR available_from <= ?1)"
      "  AND (available_until IS NULL OR available_until >= ?1)",
      error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, day, -1, SQLITE_STATIC);
  while (qh_sqlite_step (statement, &failure)) {
    QhCandidate candidate = read_candidate (statement, &fields);
    g_array_append_val (candidates, candidate);
  }
  qh_store_give_back (store, statement);
  if (failure == NULL)
    return g_steal_pointer (&candidates);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Appends the item, if the client may have one more of it. */
static gboolean
take (QhStore *store, const char *client, const QhCandidate *candidate, GPtrArray *items,
      GError **error)
{
  g_autoptr (QhContent) content =
      (QhContent *)qh_store_get (store, &qh_content_entity, candidate->id, error);
  g_autoptr (QhStanding) standing =
      content != NULL ? qh_store_get_standing (store, content, client, NULL, error) : NULL;
  QhOffer *offer;

  if (standing == NULL)
    return FALSE;
  if (!qh_standing_has_room (standing, content))
    return TRUE;
  offer = g_new (QhOffer, 1);
  offer->content = g_steal_pointer (&content);
  offer->standing = g_steal_pointer (&standing);
  g_ptr_array_add (items, offer);
  return TRUE;
}

/* The scarcest first, of each sort as many as are wanted. */
static GPtrArray *
pick (QhStore *store, const char *client, GArray *candidates, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_offer_free);
  guint taken[N_MODALITIES][2] = { 0 };

  g_array_sort (candidates, qh_candidate_compare);
  for (guint i = 0; i < candidates->len; i++) {
    const QhCandidate *candidate = &g_array_index (candidates, QhCandidate, i);
    gboolean rare = candidate->rarity == QH_RARITY_OURS_ALONE || candidate->edition != QH_NONE;
    guint *n = &taken[candidate->modality][rare];
    guint before = items->len;
    if (*n >= OFFERS_MOST || !candidate->is_left)
      continue;
    if (!take (store, client, candidate, items, error))
      return NULL;
    *n += items->len - before;
  }
  return g_steal_pointer (&items);
}

static gboolean
is_kept (QhStore *store, const char *client, const char *day)
{
  return store->offers != NULL && store->change.depth == 0 &&
         g_strcmp0 (store->offers->client, client) == 0 && g_strcmp0 (store->offers->day, day) == 0;
}

GPtrArray *
qh_offers_list (QhStore *store, const char *client, const char *day, GError **error)
{
  g_autoptr (GArray) candidates = NULL;
  GPtrArray *items;

  if (is_kept (store, client, day))
    return g_ptr_array_ref (store->offers->items);
  candidates = qh_candidates_list (store, day, error);
  items = candidates != NULL ? pick (store, client, candidates, error) : NULL;
  qh_offers_clear (store);
  if (items == NULL || store->change.depth > 0)
    return items;
  store->offers = g_new (QhOffers, 1);
  *store->offers = (QhOffers){ g_strdup (client), g_strdup (day), g_ptr_array_ref (items) };
  return items;
}
