/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample territory. It is told in one JSON file: objects with the field names of the model,
 * what belongs to a record nested in it by the name of its entity, references by a `key` of the
 * file's own, and every day relative to today: `-12d` in days, `-12wd` in working days, so that
 * nobody is visited on a Sunday. An instant is such a day and a time on the clock. */
#include "exchange/qh-sample.h"
#include "base/qh-text.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define SAMPLE_PATH "/io/github/quarterhour/Quarterhour/sample/territory.json"
#define WORKING_DAYS 5

/* One object of the file, and what it has become. */
typedef struct _Item Item;
struct _Item {
  const QhEntity *entity;
  JsonObject *object; /* borrowed */
  Item *parent; /* borrowed; NULL at the top */
  gint64 position; /* among its siblings */
  QhRecord *record;
};

typedef struct {
  QhStore *store;
  GTimeZone *zone;
  char *zone_name; /* NULL when the zone has none */
  char *today;
  GPtrArray *items; /* Item, in the order of the file */
  GHashTable *ids; /* id in the file (borrowed) → Item (borrowed) */
} Sample;

static void
item_free (Item *item)
{
  g_clear_object (&item->record);
  g_free (item);
}

static void
sample_free (Sample *sample)
{
  g_hash_table_unref (sample->ids);
  g_ptr_array_unref (sample->items);
  g_time_zone_unref (sample->zone);
  g_free (sample->zone_name);
  g_free (sample->today);
  g_free (sample);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

static Sample *
sample_new (QhStore *store)
{
  const QhClock *clock = qh_store_get_clock (store);
  Sample *sample = g_new0 (Sample, 1);

  sample->store = store;
  sample->zone = qh_clock_zone (clock);
  if (qh_zone_is_valid (g_time_zone_get_identifier (sample->zone)))
    sample->zone_name = g_strdup (g_time_zone_get_identifier (sample->zone));
  sample->today = qh_clock_today (clock);
  sample->items = g_ptr_array_new_with_free_func ((GDestroyNotify)item_free);
  sample->ids = g_hash_table_new (g_str_hash, g_str_equal);
  return sample;
}

/* The working day @n after @today; 0 is today, or Monday at a weekend. */
static char *
add_working_days (const char *today, int n)
{
  int weekday = (qh_date_to_days (today) - 1) % 7; /* 0 is Monday */
  int days = MIN (weekday, WORKING_DAYS) + n; /* from this week's Monday */
  int weeks = days >= 0 ? days / WORKING_DAYS : (days + 1) / WORKING_DAYS - 1;

  return qh_date_add_days (today, weeks * 7 + days - weeks * WORKING_DAYS - weekday);
}

/* The date that `+3d` or `-2wd` is; NULL when @text is neither. */
static char *
read_day (const Sample *sample, const char *text)
{
  char *unit = NULL;
  int n = (int)g_ascii_strtoll (text, &unit, 10);

  if (g_str_equal (unit, "d"))
    return qh_date_add_days (sample->today, n);
  if (g_str_equal (unit, "wd"))
    return add_working_days (sample->today, n);
  return NULL;
}

/* The instant that `-2wd 10:30` is; QH_NONE when @text is none. */
static gint64
read_instant (const Sample *sample, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);
  g_autofree char *day = read_day (sample, parts[0]);
  g_autofree char *time = g_strconcat (day, " ", parts[1], NULL);
  gint64 instant;

  return day != NULL && qh_instant_parse (time, sample->zone, &instant) ? instant : QH_NONE;
}

/* The text of a member that is no reference, as qh_record_set_text reads it. */
static char *
member_text (const Sample *sample, const QhField *field, JsonNode *node)
{
  if (field->kind == QH_KIND_DATE)
    return read_day (sample, json_node_get_string (node));
  if (field->kind == QH_KIND_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  if (field->kind == QH_KIND_INTEGER)
    return g_strdup_printf ("%" PRId64, json_node_get_int (node));
  return json_node_dup_string (node);
}

static gboolean
set_member (const Sample *sample, Item *item, const char *name, JsonNode *node, GError **error)
{
  const QhField *field = qh_entity_field (item->entity, name);
  g_autofree char *text = NULL;

  if (field == NULL) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, "%s.%s", item->entity->name, name);
    return FALSE;
  }
  if (field->kind == QH_KIND_INSTANT) {
    qh_record_set_int (item->record, name, read_instant (sample, json_node_get_string (node)));
    return TRUE;
  }
  if (field->kind == QH_KIND_REFERENCE) {
    const Item *target = g_hash_table_lookup (sample->ids, json_node_get_string (node));
    text = g_strdup (target != NULL && target->record != NULL ? target->record->id : "?");
  } else {
    text = member_text (sample, field, node);
  }
  return qh_record_set_text (item->record, field, text, error);
}

/* Makes the item's record; what it refers to has been saved before. */
static gboolean
make_record (const Sample *sample, Item *item, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  item->record = qh_record_new (item->entity);
  if (item->entity == &qh_meeting_entity)
    qh_record_set_string (item->record, "zone", sample->zone_name);
  if (item->entity == &qh_segment_entity)
    qh_record_set_int (item->record, "position", item->position);
  if (item->parent != NULL)
    qh_record_set_string (item->record, item->parent->entity->name, item->parent->record->id);
  json_object_iter_init (&iter, item->object);
  while (json_object_iter_next (&iter, &name, &node))
    if (JSON_NODE_HOLDS_VALUE (node) && !g_str_equal (name, "id") &&
        !set_member (sample, item, name, node, error))
      return FALSE;
  return TRUE;
}

static gboolean collect (Sample *sample, JsonObject *object, Item *parent, GError **error);

static gboolean
collect_array (Sample *sample, const char *kind, JsonArray *array, Item *parent, GError **error)
{
  const QhEntity *entity = qh_entity_find (kind);

  if (entity == NULL) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, "%s", kind);
    return FALSE;
  }
  for (guint i = 0; i < json_array_get_length (array); i++) {
    Item *item = g_new0 (Item, 1);
    item->entity = entity;
    item->object = json_array_get_object_element (array, i);
    item->parent = parent;
    item->position = i;
    g_ptr_array_add (sample->items, item);
    if (json_object_has_member (item->object, "id"))
      g_hash_table_insert (sample->ids, (char *)json_object_get_string_member (item->object, "id"),
                           item);
    if (!collect (sample, item->object, item, error))
      return FALSE;
  }
  return TRUE;
}

/* Takes every object that is nested in @object, whatever its kind. */
static gboolean
collect (Sample *sample, JsonObject *object, Item *parent, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (JSON_NODE_HOLDS_ARRAY (node) &&
        !collect_array (sample, name, json_node_get_array (node), parent, error))
      return FALSE;
  return TRUE;
}

static int
compare_movements (gconstpointer a, gconstpointer b)
{
  gint64 first = QH_MOVEMENT ((*(Item *const *)a)->record)->at;
  gint64 second = QH_MOVEMENT ((*(Item *const *)b)->record)->at;

  return (first > second) - (first < second);
}

/* Saves every record of @entity; the ledger's lines by their time, as its law asks. */
static gboolean
save_entity (Sample *sample, const QhEntity *entity, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < sample->items->len; i++) {
    Item *item = sample->items->pdata[i];
    if (item->entity != entity)
      continue;
    if (!make_record (sample, item, error))
      return FALSE;
    g_ptr_array_add (items, item);
  }
  if (entity == &qh_movement_entity)
    g_ptr_array_sort (items, compare_movements);
  for (guint i = 0; i < items->len; i++)
    if (!qh_store_save (sample->store, ((Item *)items->pdata[i])->record, error))
      return FALSE;
  return TRUE;
}

static gboolean
save (Sample *sample, GError **error)
{
  guint n_entities;
  const QhEntity *const *entities = qh_entities (&n_entities);

  for (guint i = 0; i < n_entities; i++)
    if (!save_entity (sample, entities[i], error))
      return FALSE;
  return TRUE;
}

gboolean
qh_sample_fill (QhStore *store, GError **error)
{
  g_autoptr (Sample) sample = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (QH_IS_STORE (store), FALSE);
  if (!qh_store_is_empty (store)) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                         _ ("the sample territory goes into an empty store only; this one holds "
                            "records already"));
    return FALSE;
  }
  bytes = g_resources_lookup_data (SAMPLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                    (gssize)g_bytes_get_size (bytes), error))
    return FALSE;
  sample = sample_new (store);
  if (!collect (sample, json_node_get_object (json_parser_get_root (parser)), NULL, error) ||
      !qh_store_begin (store, _ ("Fill with the sample territory"), error))
    return FALSE;
  if (!save (sample, error)) {
    qh_store_rollback (store);
    return FALSE;
  }
  return qh_store_commit (store, error);
}
