/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/qh-record-json.h"
#include "base/qh-error.h"
#include <glib/gi18n-lib.h>

#define MEMBER(record, field, type) (*(type *)G_STRUCT_MEMBER_P (record, (field)->offset))

static void
write_field (QhRecord *record, const QhField *field, QhJsonFlags flags, JsonObject *object)
{
  g_autofree char *text = NULL;

  if ((field->flags & QH_FIELD_PRIVATE) && (flags & QH_JSON_NO_PRIVATE))
    return;
  if (qh_record_is_none (record, field)) {
    if (flags & QH_JSON_NULLS)
      json_object_set_null_member (object, field->name);
    return;
  }
  if (field->kind == QH_KIND_INTEGER) {
    json_object_set_int_member (object, field->name, MEMBER (record, field, gint64));
  } else if (field->kind == QH_KIND_BOOLEAN) {
    json_object_set_boolean_member (object, field->name, MEMBER (record, field, gboolean));
  } else {
    text = qh_record_get_text (record, field);
    json_object_set_string_member (object, field->name, text);
  }
}

JsonObject *
qh_record_to_json (QhRecord *record, QhJsonFlags flags)
{
  const QhEntity *entity = qh_record_get_entity (record);
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < entity->n_fields; i++)
    write_field (record, &entity->fields[i], flags, object);
  return object;
}

/* A JSON value as the text that the field reads; NULL for what is neither text, number nor boolean,
 * or not of the field's kind. */
static char *
node_to_text (const QhField *field, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (field->kind == QH_KIND_INTEGER)
    return type == G_TYPE_INT64 ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node))
                                : NULL;
  if (field->kind == QH_KIND_BOOLEAN)
    return type == G_TYPE_BOOLEAN ? g_strdup (json_node_get_boolean (node) ? "true" : "false")
                                  : NULL;
  return type == G_TYPE_STRING ? json_node_dup_string (node) : NULL;
}

static gboolean
read_member (QhRecord *record, const QhField *field, JsonNode *node, GError **error)
{
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_NULL (node))
    return qh_record_set_text (record, field, NULL, error);
  if (!JSON_NODE_HOLDS_VALUE (node) || (text = node_to_text (field, node)) == NULL) {
    const char *right = field->kind == QH_KIND_INTEGER   ? _ ("a whole number")
                        : field->kind == QH_KIND_BOOLEAN ? _ ("true or false")
                                                         : _ ("text");
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("%s: expected %s, got %s"), field->name,
                 right, json_node_type_name (node));
    return FALSE;
  }
  return qh_record_set_text (record, field, text, error);
}

gboolean
qh_record_read_json (QhRecord *record, JsonObject *object, const char *where, GError **error)
{
  const QhEntity *entity = qh_record_get_entity (record);

  /* The zone comes first: a time without offset is read in it. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < entity->n_fields; i++) {
      const QhField *field = &entity->fields[i];
      JsonNode *node = json_object_get_member (object, field->name);
      if (node == NULL || (field->kind == QH_KIND_INSTANT) != (pass == 1))
        continue;
      if (!read_member (record, field, node, error)) {
        g_prefix_error (error, "%s.", where);
        return FALSE;
      }
    }
  if (qh_record_check (record, error))
    return TRUE;
  g_prefix_error (error, "%s.", where);
  return FALSE;
}

gboolean
qh_json_is_shallow (const char *json, gsize length, int depth)
{
  gboolean quoted = FALSE;
  int level = 0;

  for (gsize i = 0; i < length && level <= depth; i++) {
    if (quoted && json[i] == '\\')
      i++;
    else if (json[i] == '"')
      quoted = !quoted;
    else if (!quoted && (json[i] == '{' || json[i] == '['))
      level++;
    else if (!quoted && (json[i] == '}' || json[i] == ']'))
      level--;
  }
  return level <= depth;
}
