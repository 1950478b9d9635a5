/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-plan-ledger.h"
#include "base/qh-error.h"
#include "exchange/qh-json-read.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* An unlimited item may have gone out as often. */
#define COPIES_MAX G_MAXINT32

/* The figures, as they are called in the file. What is QH_NONE is left out; what is left out is
 * what it is in a new standing. */
static const struct {
  const char *name;
  gsize offset;
} figures[] = {
  { "available", G_STRUCT_OFFSET (QhStanding, available) },
  { "reserved", G_STRUCT_OFFSET (QhStanding, reserved) },
  { "delivered", G_STRUCT_OFFSET (QhStanding, delivered) },
  { "away", G_STRUCT_OFFSET (QhStanding, away) },
  { "client_reserved", G_STRUCT_OFFSET (QhStanding, his_reserved) },
  { "client_given", G_STRUCT_OFFSET (QhStanding, his_given) },
  { "given_before", G_STRUCT_OFFSET (QhStanding, given_before) },
  { "meeting", G_STRUCT_OFFSET (QhStanding, here) },
  { "number", G_STRUCT_OFFSET (QhStanding, reserved_number) },
  { "waiting_place", G_STRUCT_OFFSET (QhStanding, waiting_place) },
};

#define FIGURE(standing, i) G_STRUCT_MEMBER (gint64, standing, figures[i].offset)

static JsonObject *
write_standing (QhContent *content, const QhStanding *standing)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "content", QH_RECORD (content)->id);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (FIGURE (standing, i) != QH_NONE)
      json_object_set_int_member (object, figures[i].name, FIGURE (standing, i));
  if (standing->given_on != NULL)
    json_object_set_string_member (object, "given_on", standing->given_on);
  return object;
}

JsonArray *
qh_plan_ledger_write (const QhContext *context, GPtrArray *linked)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < linked->len; i++) {
    const QhStanding *standing = qh_context_standing (context, linked->pdata[i]);
    if (standing != NULL)
      json_array_add_object_element (array, write_standing (linked->pdata[i], standing));
  }
  return array;
}

static gboolean
read_figure (JsonObject *object, const char *where, const char *name, gint64 *value, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *place = g_strconcat (where, ".", name, NULL);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected a whole number"), place);
  *value = json_node_get_int (node);
  if (*value >= 0 && *value <= COPIES_MAX)
    return TRUE;
  return qh_error_fail (error, QH_ERROR_INVALID,
                        _ ("%s: expected %" PRId64 " to %" PRId64 ", got %" PRId64), place,
                        (gint64)0, (gint64)COPIES_MAX, *value);
}

static gboolean
check_sum (QhContent *content, const QhStanding *standing, const char *where, GError **error)
{
  gint64 sum = standing->available + standing->reserved + standing->delivered + standing->away;

  if ((content->edition == QH_NONE) != (standing->available == QH_NONE))
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("%s.available: only a limited edition has a number left"), where);
  if (content->edition == QH_NONE || sum == content->edition)
    return TRUE;
  return qh_error_fail (error, QH_ERROR_INVALID,
                        _ ("%s: the copies add up to %" PRId64 ", and the edition is %" PRId64),
                        where, sum, content->edition);
}

/* The item that @object is about, once. */
static QhContent *
find_item (QhContext *context, JsonObject *object, const char *where, GError **error)
{
  const char *id = qh_json_text (object, "content");
  QhContent *content = qh_context_find (context->content, id);

  if (content == NULL)
    qh_error_fail (error, QH_ERROR_INVALID, _ ("%s.%s: refers to a %s that is not in the file"),
                   where, "content", "content");
  else if (g_hash_table_contains (context->standings, id))
    qh_error_fail (error, QH_ERROR_INVALID, _ ("%s.%s: stands in the file twice"), where,
                   "content");
  else
    return content;
  return NULL;
}

static gboolean
read_standing (QhContext *context, JsonNode *node, const char *where, GError **error)
{
  g_autoptr (QhStanding) standing = qh_standing_new ();
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  QhContent *content;

  if (object == NULL)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected an object"), where);
  content = find_item (context, object, where, error);
  if (content == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (!read_figure (object, where, figures[i].name, &FIGURE (standing, i), error))
      return FALSE;
  standing->given_on = g_strdup (qh_json_text (object, "given_on"));
  if (standing->given_on != NULL && !qh_date_is_valid (standing->given_on))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s.%s: expected a date like 2026-12-01"),
                          where, "given_on");
  if (!check_sum (content, standing, where, error))
    return FALSE;
  g_hash_table_insert (context->standings, g_strdup (QH_RECORD (content)->id),
                       g_steal_pointer (&standing));
  return TRUE;
}

gboolean
qh_plan_ledger_read (QhContext *context, JsonNode *node, GError **error)
{
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected a list"), "ledger");
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    g_autofree char *where = g_strdup_printf ("ledger[%u]", i);
    if (!read_standing (context, json_array_get_element (array, i), where, error))
      return FALSE;
  }
  return TRUE;
}
