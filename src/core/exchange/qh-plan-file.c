/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a plan file: the envelope, and what the plan links to or its review needs, each record as
 * its edition lets it out. */
#include "exchange/qh-plan-file.h"
#include "base/qh-error.h"
#include "exchange/qh-canonical.h"
#include "exchange/qh-edition.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-plan-ledger.h"
#include "exchange/qh-seal.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* How many of a client's newest remarks go along beside those that the plan links to. */
#define REMARKS_MAX 200

/* Whether a segment of the plan links to the record with @id. */
static gboolean
is_linked (QhPlan *plan, const char *id)
{
  for (guint i = 0; i < qh_plan_n_segments (plan); i++) {
    QhSegment *segment = qh_plan_segment (plan, i);
    const char *links[] = { segment->content, segment->friction, segment->remark,
                            segment->promise };
    for (guint l = 0; l < G_N_ELEMENTS (links); l++)
      if (g_strcmp0 (links[l], id) == 0)
        return TRUE;
  }
  return FALSE;
}

static gboolean
attends (QhPlan *plan, const char *contact)
{
  GListModel *attendees = qh_plan_get_attendees (plan);

  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++) {
    g_autoptr (QhAttendee) attendee = g_list_model_get_item (attendees, i);
    if (g_strcmp0 (attendee->contact, contact) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
said_something (const QhContext *context, const char *contact)
{
  for (guint i = 0; i < context->remarks->len; i++)
    if (g_strcmp0 (((QhRemark *)context->remarks->pdata[i])->contact, contact) == 0)
      return TRUE;
  return FALSE;
}

/* Whether @record, the @position-th of its array, belongs to the plan. */
static gboolean
goes_along (const QhContext *context, QhRecord *record, guint position)
{
  if (is_linked (context->plan, record->id))
    return TRUE;
  if (QH_IS_REMARK (record))
    return position < REMARKS_MAX;
  if (QH_IS_FRICTION (record))
    return QH_FRICTION (record)->status == QH_FRICTION_STATUS_OPEN ||
           QH_FRICTION (record)->status == QH_FRICTION_STATUS_FIXING;
  if (QH_IS_PROMISE (record))
    return QH_PROMISE (record)->status == QH_PROMISE_STATUS_OPEN;
  if (QH_IS_CONTACT (record))
    return attends (context->plan, record->id) || said_something (context, record->id);
  return FALSE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(QhRecord *const *)a)->id, (*(QhRecord *const *)b)->id);
}

static JsonArray *
write_records (int edition, GPtrArray *records)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < records->len; i++)
    if (qh_edition_has_entity (edition, qh_record_get_entity (records->pdata[i])))
      json_array_add_object_element (array, qh_edition_write_record (edition, records->pdata[i]));
  return array;
}

/* What of @records goes along, in the order of ids. (transfer container) */
static GPtrArray *
choose (const QhContext *context, GPtrArray *records)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    if (goes_along (context, records->pdata[i], i))
      g_ptr_array_add (chosen, records->pdata[i]);
  g_ptr_array_sort (chosen, compare_ids);
  return chosen;
}

static void
add_facts (JsonObject *root, const char *name, int edition, const QhContext *context,
           GPtrArray *records)
{
  g_autoptr (GPtrArray) chosen = choose (context, records);

  json_object_set_array_member (root, name, write_records (edition, chosen));
}

static void
add_ledger (JsonObject *root, const QhContext *context)
{
  g_autoptr (GPtrArray) linked = choose (context, context->content);

  json_object_set_array_member (root, "ledger", qh_plan_ledger_write (context, linked));
}

static void
add_list (JsonObject *root, const char *name, int edition, GListModel *list)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (records, g_list_model_get_item (list, i));
  json_object_set_array_member (root, name, write_records (edition, records));
}

static JsonArray *
write_findings (const QhDesignReview *review)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *finding = review->findings->pdata[i];
    JsonObject *object = json_object_new ();
    qh_json_set_text (object, "rule", finding->rule);
    qh_json_set_text (object, "level", qh_level_name (finding->level));
    json_object_set_int_member (object, "points", finding->points);
    qh_json_set_text (object, "segment", finding->segment);
    qh_json_set_text (object, "key", finding->key);
    qh_json_set_text (object, "title", finding->title);
    qh_json_set_text (object, "text", finding->text);
    qh_json_set_text (object, "accepted", finding->accepted);
    json_array_add_object_element (array, object);
  }
  return array;
}

/* The ids of every record in the file. */
static GHashTable *
collect_ids (JsonObject *root)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) members = json_object_get_values (root);

  for (GList *l = members; l != NULL; l = l->next) {
    JsonArray *array = JSON_NODE_HOLDS_ARRAY (l->data) ? json_node_get_array (l->data) : NULL;
    for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
      JsonObject *object = json_array_get_object_element (array, i);
      if (json_object_has_member (object, "id"))
        g_hash_table_add (ids, g_strdup (json_object_get_string_member (object, "id")));
    }
    if (JSON_NODE_HOLDS_OBJECT (l->data))
      g_hash_table_add (ids, g_strdup (json_object_get_string_member_with_default (
                                 json_node_get_object (l->data), "id", "")));
  }
  return ids;
}

/* Takes out references to what stays in the house: another client who shares a friction, the
 * meeting in which something was said. */
static void
prune_references (const QhEntity *entity, JsonObject *object, GHashTable *ids)
{
  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    const char *id;
    if (field->kind != QH_KIND_REFERENCE)
      continue;
    id = json_object_get_string_member_with_default (object, field->name, NULL);
    if (id != NULL && !g_hash_table_contains (ids, id))
      json_object_remove_member (object, field->name);
  }
}

static void
prune_all (JsonObject *root)
{
  g_autoptr (GHashTable) ids = collect_ids (root);

  for (const QhPlanMember *member = qh_plan_members; member->name != NULL; member++) {
    JsonNode *node = json_object_get_member (root, member->name);
    if (JSON_NODE_HOLDS_OBJECT (node))
      prune_references (member->entity, json_node_get_object (node), ids);
    JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
    for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
      prune_references (member->entity, json_array_get_object_element (array, i), ids);
  }
}

const QhPlanMember qh_plan_members[] = {
  { "client", &qh_client_entity },    { "meeting", &qh_meeting_entity },
  { "contacts", &qh_contact_entity }, { "attendees", &qh_attendee_entity },
  { "remarks", &qh_remark_entity },   { "frictions", &qh_friction_entity },
  { "promises", &qh_promise_entity }, { "content", &qh_content_entity },
  { "segments", &qh_segment_entity }, { NULL, NULL },
};

/* Everything but the envelope. */
static JsonObject *
write_content (const QhSheet *sheet)
{
  const QhContext *context = sheet->context;
  QhMeeting *meeting = qh_plan_get_meeting (context->plan);
  JsonObject *root = json_object_new ();
  int edition = sheet->edition;

  json_object_set_object_member (root, "client",
                                 qh_edition_write_record (edition, QH_RECORD (context->client)));
  json_object_set_object_member (root, "meeting",
                                 qh_edition_write_record (edition, QH_RECORD (meeting)));
  add_list (root, "attendees", edition, qh_plan_get_attendees (context->plan));
  add_list (root, "segments", edition, qh_plan_get_segments (context->plan));
  add_facts (root, "contacts", edition, context, context->contacts);
  add_facts (root, "remarks", edition, context, context->remarks);
  add_facts (root, "frictions", edition, context, context->frictions);
  add_facts (root, "promises", edition, context, context->promises);
  add_facts (root, "content", edition, context, context->content);
  if (edition != QH_EDITION_CLIENT) {
    add_ledger (root, context);
    json_object_set_array_member (root, "findings", write_findings (sheet->review));
    json_object_set_int_member (root, "score", sheet->review->score);
  }
  prune_all (root);
  return root;
}

static JsonObject *
write_sender (const QhSheet *sheet)
{
  JsonObject *by = json_object_new ();

  qh_json_set_text (by, "name", sheet->author);
  qh_json_set_text (by, "device_id", sheet->device_id);
  if (sheet->seal != NULL)
    qh_json_set_text (by, "public_key", qh_seal_key_get_public (sheet->seal));
  return by;
}

char *
qh_plan_file_content_digest (const QhSheet *sheet)
{
  QhSheet full = *sheet;

  full.edition = QH_EDITION_FULL;
  g_autoptr (JsonObject) content = write_content (&full);
  if (sheet->seal != NULL)
    json_object_set_object_member (content, "by", write_sender (sheet));
  return qh_canonical_digest (content);
}

static void
add_envelope (JsonObject *root, const QhSheet *sheet)
{
  g_autofree char *exported = qh_instant_format (sheet->exported, NULL);

  json_object_set_object_member (root, "by", write_sender (sheet));
  json_object_set_string_member (root, "format", QH_PLAN_FILE_FORMAT);
  json_object_set_int_member (root, "version", QH_PLAN_FILE_VERSION);
  qh_json_set_text (root, "id", QH_RECORD (qh_plan_get_meeting (sheet->context->plan))->id);
  json_object_set_int_member (root, "revision", sheet->revision);
  json_object_set_string_member (root, "exported", exported);
  json_object_set_string_member (root, "edition", qh_enum_name (qh_edition_values, sheet->edition));
}

GBytes *
qh_plan_file_write (const QhSheet *sheet, GError **error)
{
  g_autoptr (JsonObject) root = write_content (sheet);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  add_envelope (root, sheet);
  qh_seal_put (root, sheet->seal);
  json_node_set_object (node, root);
  char *text = qh_canonical_write (node, TRUE);
  gsize size = strlen (text);
  if (size <= QH_JSON_MAX_BYTES)
    return g_bytes_new_take (text, size);
  g_free (text);
  g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                       _ ("The plan file would be larger than 16 MiB; shorten its longest texts"));
  return NULL;
}
