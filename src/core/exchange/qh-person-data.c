/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-person-data.h"
#include "exchange/qh-canonical.h"
#include "record/qh-record-json.h"
#include "store/qh-erase.h"
#include <string.h>

static gboolean
refers_to_contact (const QhEntity *entity)
{
  const QhField *field = qh_entity_field (entity, "contact");

  return field != NULL && field->kind == QH_KIND_REFERENCE;
}

static gboolean
add_records (QhStore *store, const QhEntity *entity, const char *name, const char *tail,
             const char *contact, JsonObject *root, GError **error)
{
  g_autoptr (GPtrArray) records =
      qh_store_select (store, entity, tail, (const char *[]){ contact, NULL }, error);
  JsonArray *array;

  if (records == NULL)
    return FALSE;
  if (records->len == 0)
    return TRUE;
  array = json_array_new ();
  for (guint i = 0; i < records->len; i++)
    json_array_add_object_element (array, qh_record_to_json (records->pdata[i], 0));
  json_object_set_array_member (root, name, array);
  return TRUE;
}

/* What refers to him, whatever it is. */
static gboolean
add_references (QhStore *store, const char *contact, JsonObject *root, GError **error)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; i < n; i++)
    if (refers_to_contact (entities[i]) && entities[i] != &qh_attendee_entity &&
        !add_records (store, entities[i], entities[i]->plural,
                      "WHERE contact = ?1 ORDER BY created, id", contact, root, error))
      return FALSE;
  return TRUE;
}

/* Of a meeting only when and where it was: the plan is about more people than him. */
static gboolean
add_meetings (QhStore *store, const char *contact, JsonObject *root, GError **error)
{
  static const char *const fields[] = { "id", "title", "start", "place", "status" };
  g_autoptr (GPtrArray) meetings = qh_store_select (
      store, &qh_meeting_entity,
      "WHERE id IN (SELECT meeting FROM attendee WHERE contact = ?1) ORDER BY start, id",
      (const char *[]){ contact, NULL }, error);
  JsonArray *array = json_array_new ();

  for (guint i = 0; meetings != NULL && i < meetings->len; i++) {
    JsonObject *object = json_object_new ();
    for (guint k = 0; k < G_N_ELEMENTS (fields); k++) {
      const QhField *field = qh_entity_field (&qh_meeting_entity, fields[k]);
      g_autofree char *text = qh_record_get_text (meetings->pdata[i], field);
      if (text != NULL)
        json_object_set_string_member (object, fields[k], text);
    }
    json_array_add_object_element (array, object);
  }
  json_object_set_array_member (root, "meetings", array);
  return meetings != NULL;
}

static gboolean
add_mentions (QhStore *store, QhContact *contact, JsonObject *root, GError **error)
{
  g_autoptr (GPtrArray) mentions = qh_erase_list_mentions (store, contact, error);
  JsonArray *array = json_array_new ();

  for (guint i = 0; mentions != NULL && i < mentions->len; i++) {
    const QhMention *mention = mentions->pdata[i];
    g_autofree char *text = qh_record_get_text (mention->record, mention->field);
    JsonObject *object = json_object_new ();
    json_object_set_string_member (object, "kind", qh_record_get_entity (mention->record)->name);
    json_object_set_string_member (object, "id", mention->record->id);
    json_object_set_string_member (object, "field", mention->field->name);
    json_object_set_string_member (object, "text", text);
    json_array_add_object_element (array, object);
  }
  json_object_set_array_member (root, "mentions", array);
  return mentions != NULL;
}

GBytes *
qh_person_data_write (QhStore *store, QhContact *contact, GError **error)
{
  const char *id = QH_RECORD (contact)->id;
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (QhRecord) client = qh_store_get (store, &qh_client_entity, contact->client, error);
  char *text;

  if (client == NULL)
    return NULL;
  json_object_set_object_member (root, "contact", qh_record_to_json (QH_RECORD (contact), 0));
  json_object_set_string_member (root, "client", QH_CLIENT (client)->name);
  if (!add_references (store, id, root, error) || !add_meetings (store, id, root, error) ||
      !add_mentions (store, contact, root, error))
    return NULL;
  json_node_init_object (node, root);
  text = qh_canonical_write (node, TRUE);
  return g_bytes_new_take (text, strlen (text));
}
