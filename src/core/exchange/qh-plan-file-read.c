/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a plan file and trusts nothing in it. */
#include "base/qh-error.h"
#include "base/qh-id.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-plan-file.h"
#include "exchange/qh-plan-ledger.h"
#include "exchange/qh-seal.h"
#include "record/qh-record-json.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* What is read, until it is known to be right. */
typedef struct {
  JsonObject *root;
  GHashTable *records; /* id -> QhRecord */
  GHashTable *members; /* member's name -> GPtrArray of QhRecord */
} Reading;

static gboolean
integer_of (JsonObject *object, const char *name, gint64 min, gint64 max, gint64 *number,
            GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected a whole number"), name);
  *number = json_node_get_int (node);
  if (*number >= min && *number <= max)
    return TRUE;
  return qh_error_fail (error, QH_ERROR_INVALID,
                        _ ("%s: expected %" PRId64 " to %" PRId64 ", got %" PRId64), name, min, max,
                        *number);
}

static gboolean
check_version (JsonObject *root, GError **error)
{
  const char *format = qh_json_text (root, "format");
  gint64 version;

  if (g_strcmp0 (format, QH_PLAN_FILE_FORMAT) != 0)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("format: expected “%s”, got “%s”"),
                          QH_PLAN_FILE_FORMAT, format != NULL ? format : "");
  if (!integer_of (root, "version", 1, G_MAXINT32, &version, error))
    return FALSE;
  if (version > QH_PLAN_FILE_VERSION)
    return qh_error_fail (error, QH_ERROR_NEWER,
                          _ ("written by a newer Quarterhour (format %d; this one reads up to %d)"),
                          (int)version, QH_PLAN_FILE_VERSION);
  return TRUE;
}

static gboolean
read_envelope (QhPlanFile *file, JsonObject *root, GError **error)
{
  JsonNode *by = json_object_get_member (root, "by");
  const char *id = qh_json_text (root, "id"), *edition = qh_json_text (root, "edition");
  const QhField edition_field = { .values = qh_edition_values };

  if (!qh_id_is_valid (id))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("id: expected an id"));
  if (!integer_of (root, "revision", 1, G_MAXINT32, &file->revision, error))
    return FALSE;
  file->edition = qh_field_enum_value (&edition_field, edition);
  if (file->edition == 0)
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("edition: expected one of full, manager, client"));
  if (!qh_instant_parse (qh_json_text (root, "exported"), NULL, &file->exported))
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("exported: expected a time like 2026-12-01T10:00:00+01:00"));
  file->id = g_strdup (id);
  file->digest = g_strdup (qh_json_text (root, "digest"));
  if (by != NULL && !JSON_NODE_HOLDS_OBJECT (by))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected an object"), "by");
  if (by != NULL) {
    file->sender = g_strdup (qh_json_text (json_node_get_object (by), "name"));
    file->device_id = g_strdup (qh_json_text (json_node_get_object (by), "device_id"));
  }
  return TRUE;
}

static gboolean
read_record (Reading *reading, const QhPlanMember *member, JsonNode *node, const char *where,
             GError **error)
{
  g_autoptr (QhRecord) record = qh_record_new (member->entity);
  GPtrArray *records = g_hash_table_lookup (reading->members, member->name);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected an object"), where);
  if (!qh_record_read_json (record, json_node_get_object (node), where, error))
    return FALSE;
  if (record->id == NULL)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s.id: expected an id"), where);
  if (g_hash_table_contains (reading->records, record->id))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s.id: stands in the file twice"), where);
  g_hash_table_insert (reading->records, record->id, record);
  g_ptr_array_add (records, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
read_array (Reading *reading, const QhPlanMember *member, JsonNode *node, GError **error)
{
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected a list"), member->name);
  JsonArray *array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    g_autofree char *where = g_strdup_printf ("%s[%u]", member->name, i);
    if (!read_record (reading, member, json_array_get_element (array, i), where, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_single (const QhPlanMember *member)
{
  return member->entity == &qh_client_entity || member->entity == &qh_meeting_entity;
}

static gboolean
read_members (Reading *reading, GError **error)
{
  for (const QhPlanMember *member = qh_plan_members; member->name != NULL; member++) {
    JsonNode *node = json_object_get_member (reading->root, member->name);
    g_hash_table_insert (reading->members, (gpointer)member->name,
                         g_ptr_array_new_with_free_func (g_object_unref));
    if (is_single (member) ? !read_record (reading, member, node, member->name, error)
                           : !read_array (reading, member, node, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_references_of (Reading *reading, const char *where, QhRecord *record, GError **error)
{
  const QhEntity *entity = qh_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    if (field->kind != QH_KIND_REFERENCE || qh_record_is_none (record, field))
      continue;
    g_autofree char *id = qh_record_get_text (record, field);
    QhRecord *target = g_hash_table_lookup (reading->records, id);
    if (target == NULL || !g_str_equal (qh_record_get_entity (target)->name, field->target))
      return qh_error_fail (error, QH_ERROR_INVALID,
                            _ ("%s.%s: refers to a %s that is not in the file"), where, field->name,
                            field->target);
  }
  return TRUE;
}

static gboolean
check_references (Reading *reading, GError **error)
{
  for (const QhPlanMember *member = qh_plan_members; member->name != NULL; member++) {
    GPtrArray *records = g_hash_table_lookup (reading->members, member->name);
    for (guint i = 0; i < records->len; i++) {
      g_autofree char *where = is_single (member) ? g_strdup (member->name)
                                                  : g_strdup_printf ("%s[%u]", member->name, i);
      if (!check_references_of (reading, where, records->pdata[i], error))
        return FALSE;
    }
  }
  return TRUE;
}

/* Every place of the plan is taken once. */
static gboolean
check_positions (Reading *reading, GError **error)
{
  GPtrArray *segments = g_hash_table_lookup (reading->members, "segments");
  g_autofree gboolean *taken = g_new0 (gboolean, segments->len);

  for (guint i = 0; i < segments->len; i++) {
    gint64 position = ((QhSegment *)segments->pdata[i])->position;
    if (position < 0 || position >= segments->len || taken[position])
      return qh_error_fail (error, QH_ERROR_INVALID,
                            _ ("segments[%u].position: expected 0 to %u, each once, got %" PRId64),
                            i, segments->len - 1, position);
    taken[position] = TRUE;
  }
  return TRUE;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  gint64 left = (*(QhSegment *const *)a)->position, right = (*(QhSegment *const *)b)->position;
  return left < right ? -1 : left > right;
}

static void
take_all (GPtrArray *into, Reading *reading, const char *member)
{
  GPtrArray *records = g_hash_table_lookup (reading->members, member);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (into, g_object_ref (records->pdata[i]));
}

static QhPlan *
make_plan (Reading *reading)
{
  GPtrArray *meetings = g_hash_table_lookup (reading->members, "meeting");
  GPtrArray *segments = g_hash_table_lookup (reading->members, "segments");
  GPtrArray *attendees = g_hash_table_lookup (reading->members, "attendees");
  QhPlan *plan = qh_plan_new (meetings->pdata[0]);

  g_ptr_array_sort (segments, compare_positions);
  for (guint i = 0; i < segments->len; i++)
    qh_plan_insert (plan, segments->pdata[i], G_MAXUINT);
  for (guint i = 0; i < attendees->len; i++)
    qh_plan_add_attendee (plan, attendees->pdata[i]);
  return plan;
}

static QhContext *
make_context (Reading *reading, gint64 now, GTimeZone *zone)
{
  GPtrArray *clients = g_hash_table_lookup (reading->members, "client");
  g_autoptr (QhPlan) plan = make_plan (reading);
  QhContext *context = qh_context_new (plan, clients->pdata[0], now, zone);

  take_all (context->contacts, reading, "contacts");
  take_all (context->remarks, reading, "remarks");
  take_all (context->frictions, reading, "frictions");
  take_all (context->promises, reading, "promises");
  take_all (context->content, reading, "content");
  return context;
}

static QhLevel
level_from_name (const char *name)
{
  for (QhLevel level = QH_LEVEL_BLOCKER; level <= QH_LEVEL_HINT; level++)
    if (g_strcmp0 (qh_level_name (level), name) == 0)
      return level;
  return 0;
}

static QhFinding *
read_finding (JsonNode *node, guint position, GError **error)
{
  g_autoptr (QhFinding) finding = g_new0 (QhFinding, 1);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  gint64 points;

  finding->position = -1;
  finding->rule = object != NULL ? g_intern_string (qh_json_text (object, "rule")) : NULL;
  finding->level = object != NULL ? level_from_name (qh_json_text (object, "level")) : 0;
  if (finding->rule == NULL || finding->level == 0) {
    qh_error_fail (error, QH_ERROR_INVALID, _ ("findings[%u]: expected a rule and its level"),
                   position);
    return NULL;
  }
  if (!integer_of (object, "points", 0, 100, &points, error)) {
    g_prefix_error (error, "findings[%u].", position);
    return NULL;
  }
  finding->points = (int)points;
  finding->segment = g_strdup (qh_json_text (object, "segment"));
  finding->key = g_strdup (qh_json_text (object, "key"));
  finding->title = g_strdup (qh_json_text (object, "title"));
  finding->text = g_strdup (qh_json_text (object, "text"));
  finding->accepted = g_strdup (qh_json_text (object, "accepted"));
  return g_steal_pointer (&finding);
}

/* What the sender accepted is accepted in the context too. */
static void
accept (QhContext *context, const QhFinding *finding)
{
  QhFindingAccepted *accepted = qh_finding_accepted_new ();

  qh_record_set_string (QH_RECORD (accepted), "meeting",
                        QH_RECORD (qh_plan_get_meeting (context->plan))->id);
  qh_record_set_string (QH_RECORD (accepted), "rule", finding->rule);
  qh_record_set_string (QH_RECORD (accepted), "segment", finding->segment);
  qh_record_set_string (QH_RECORD (accepted), "key", finding->key);
  qh_record_set_string (QH_RECORD (accepted), "reason", finding->accepted);
  g_ptr_array_add (context->accepted, accepted);
}

static gboolean
read_findings (QhPlanFile *file, JsonObject *root, GError **error)
{
  JsonNode *node = json_object_get_member (root, "findings");

  file->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_finding_free);
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected a list"), "findings");
  JsonArray *array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    QhFinding *finding = read_finding (json_array_get_element (array, i), i, error);
    if (finding == NULL)
      return FALSE;
    g_ptr_array_add (file->findings, finding);
    if (finding->accepted != NULL)
      accept (file->context, finding);
  }
  return TRUE;
}

static gboolean
read_score (QhPlanFile *file, JsonObject *root, GError **error)
{
  gint64 score = -1;

  if (json_object_has_member (root, "score") && !integer_of (root, "score", 0, 100, &score, error))
    return FALSE;
  file->score = (int)score;
  return TRUE;
}

static gboolean
read_all (QhPlanFile *file, Reading *reading, gint64 now, GTimeZone *zone, GError **error)
{
  if (!check_version (reading->root, error) || !read_envelope (file, reading->root, error) ||
      !read_members (reading, error) || !check_references (reading, error) ||
      !check_positions (reading, error))
    return FALSE;
  file->context = make_context (reading, now, zone);
  if (g_strcmp0 (QH_RECORD (qh_plan_get_meeting (file->context->plan))->id, file->id) != 0)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("meeting.id: is not the id of the file"));
  /* The seal comes last: a value that cannot be says where it stands, sealed or not. */
  return qh_plan_ledger_read (file->context, json_object_get_member (reading->root, "ledger"),
                              error) &&
         read_findings (file, reading->root, error) && read_score (file, reading->root, error) &&
         qh_seal_check (reading->root, &file->signer, error);
}

QhPlanFile *
qh_plan_file_read (GBytes *bytes, gint64 now, GTimeZone *zone, GError **error)
{
  g_autoptr (JsonNode) node = qh_json_read (bytes, error);
  g_autoptr (QhPlanFile) file = g_new0 (QhPlanFile, 1);
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) members =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    qh_error_fail (error, QH_ERROR_INVALID, _ ("expected a plan file, got a list or a value"));
    return NULL;
  }
  Reading reading = { json_node_get_object (node), records, members };
  if (!read_all (file, &reading, now, zone, error))
    return NULL;
  return g_steal_pointer (&file);
}

void
qh_plan_file_free (QhPlanFile *file)
{
  g_free (file->id);
  g_free (file->sender);
  g_free (file->signer);
  g_free (file->device_id);
  g_free (file->digest);
  g_clear_pointer (&file->context, qh_context_free);
  g_clear_pointer (&file->findings, g_ptr_array_unref);
  g_free (file);
}
