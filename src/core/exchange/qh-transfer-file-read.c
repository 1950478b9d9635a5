/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a transfer file and trusts nothing in it. */
#include "base/qh-error.h"
#include "base/qh-id.h"
#include "base/qh-time.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-seal.h"
#include "exchange/qh-transfer-file.h"
#include "exchange/qh-transfer-members.h"
#include "record/qh-record-json.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define DEVICE_ID_MAX 200

static JsonObject *
object_of (JsonObject *root, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (root, name);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected an object"), name);
  return NULL;
}

static JsonArray *
array_of (JsonObject *root, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (root, name);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected a list"), name);
  return NULL;
}

static gboolean
check_version (JsonObject *root, GError **error)
{
  const char *format = qh_json_text (root, "format");
  JsonNode *node = json_object_get_member (root, "version");
  gint64 version;

  if (g_strcmp0 (format, QH_TRANSFER_FILE_FORMAT) != 0)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("format: expected “%s”, got “%s”"),
                          QH_TRANSFER_FILE_FORMAT, format != NULL ? format : "");
  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s: expected a whole number"), "version");
  version = json_node_get_int (node);
  if (version < 1 || version > G_MAXINT32)
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("%s: expected %" PRId64 " to %" PRId64 ", got %" PRId64), "version",
                          (gint64)1, (gint64)G_MAXINT32, version);
  if (version <= QH_TRANSFER_FILE_VERSION)
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_NEWER,
               _ ("written by a newer Quarterhour (format %d; this one reads up to %d)"),
               (int)version, QH_TRANSFER_FILE_VERSION);
  return FALSE;
}

static gboolean
read_purpose (QhTransferFile *file, JsonObject *root, GError **error)
{
  const char *name = qh_json_text (root, "purpose");

  for (int purpose = QH_PURPOSE_GIVE; purpose <= QH_PURPOSE_ANSWER; purpose++)
    if (g_strcmp0 (name, qh_purpose_names[purpose]) == 0)
      file->purpose = purpose;
  return file->purpose != 0 || qh_error_fail (error, QH_ERROR_INVALID,
                                              _ ("purpose: expected one of give, recall, answer"));
}

static gboolean
is_name (const char *name)
{
  g_autoptr (QhAddress) address = name != NULL ? qh_address_parse (name, NULL) : NULL;

  return address != NULL && address->code == NULL && g_str_equal (address->name, name);
}

/* A name, and the code of one store of that name where @needs_code or there is one. */
static gboolean
read_address (QhAddress **address, JsonObject *root, const char *where, gboolean needs_code,
              GError **error)
{
  JsonObject *object = object_of (root, where, error);
  const char *code;

  if (object == NULL)
    return FALSE;
  if (!is_name (qh_json_text (object, "name")))
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("%s.name: expected a name of at most 200 characters"), where);
  code = qh_json_text (object, "code");
  if ((needs_code || json_object_has_member (object, "code")) && !qh_address_is_code (code))
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("%s.code: expected the code of a store, like K7QF-2M97"), where);
  *address = qh_address_new (qh_json_text (object, "name"), code);
  return TRUE;
}

static gboolean
read_sender (QhTransferFile *file, JsonObject *root, GError **error)
{
  JsonObject *by = object_of (root, "by", error);
  const char *device;

  if (by == NULL)
    return FALSE;
  if (!is_name (qh_json_text (by, "name")))
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("%s.name: expected a name of at most 200 characters"), "by");
  device = qh_json_text (by, "device_id");
  if (device == NULL || device[0] == '\0' || strlen (device) > DEVICE_ID_MAX)
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("by.device_id: expected the id of the sender's store"));
  g_autofree char *code = qh_address_code (device);
  file->by = qh_address_new (qh_json_text (by, "name"), code);
  file->device_id = g_strdup (device);
  return TRUE;
}

static gboolean
read_envelope (QhTransferFile *file, JsonObject *root, GError **error)
{
  const char *id = qh_json_text (root, "id");

  if (!qh_id_is_valid (id))
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("id: expected an id"));
  if (!qh_instant_parse (qh_json_text (root, "exported"), NULL, &file->exported))
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("exported: expected a time like 2026-12-01T10:00:00+01:00"));
  file->id = g_strdup (id);
  file->digest = g_strdup (qh_json_text (root, "digest"));
  return read_purpose (file, root, error) && read_sender (file, root, error) &&
         read_address (&file->to, root, "to", FALSE, error);
}

/* --- The copies */

static gboolean
read_item (QhTransferFile *file, JsonObject *root, GError **error)
{
  JsonObject *object = object_of (root, "content", error);

  if (object == NULL)
    return FALSE;
  file->item = qh_content_new ();
  if (!qh_record_read_json (QH_RECORD (file->item), object, "content", error))
    return FALSE;
  if (QH_RECORD (file->item)->id == NULL)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("%s.id: expected an id"), "content");
  for (guint i = 0; qh_kept_fields[i] != NULL; i++)
    qh_record_set_text (QH_RECORD (file->item),
                        qh_entity_field (&qh_content_entity, qh_kept_fields[i]), NULL, NULL);
  if (file->purpose == QH_PURPOSE_GIVE && file->item->edition == QH_NONE)
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("content.edition: missing; only the copies of a limited edition are "
                             "handed on"));
  return TRUE;
}

static gboolean
read_number (QhTransferFile *file, JsonNode *node, guint place, gint64 max, GError **error)
{
  gint64 number, before;

  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("numbers[%u]: expected a whole number"),
                          place);
  number = json_node_get_int (node);
  if (number < 1 || number > max)
    return qh_error_fail (
        error, QH_ERROR_INVALID,
        _ ("numbers[%u]: expected a copy number from 1 to %" PRId64 ", got %" PRId64), place, max,
        number);
  before = place > 0 ? g_array_index (file->numbers, gint64, place - 1) : 0;
  if (number == before)
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("numbers[%u]: copy %" PRId64 " stands in the file twice"), place,
                          number);
  if (number < before)
    return qh_error_fail (
        error, QH_ERROR_INVALID,
        _ ("numbers[%u]: expected the numbers in ascending order, got %" PRId64 " after %" PRId64),
        place, number, before);
  g_array_append_val (file->numbers, number);
  return TRUE;
}

static gboolean
read_numbers (QhTransferFile *file, JsonObject *root, GError **error)
{
  JsonArray *array = array_of (root, "numbers", error);
  const QhField *edition = qh_entity_field (&qh_content_entity, "edition");
  gint64 max = file->item->edition != QH_NONE ? file->item->edition : edition->max;

  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) == 0)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("numbers: expected at least one copy"));
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_number (file, json_array_get_element (array, i), i, max, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_chain (QhTransferFile *file, JsonObject *root, GError **error)
{
  JsonArray *array = array_of (root, "chain", error);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);
    const char *id = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
    if (!qh_id_is_valid (id))
      return qh_error_fail (error, QH_ERROR_INVALID, _ ("chain[%u]: expected the id of a transfer"),
                            i);
    if (g_str_equal (id, file->id))
      return qh_error_fail (error, QH_ERROR_INVALID, _ ("chain[%u]: is this file itself"), i);
    g_ptr_array_add (file->chain, g_strdup (id));
  }
  return array != NULL;
}

static gboolean
read_answer (QhTransferFile *file, JsonObject *root, GError **error)
{
  JsonNode *node = json_object_get_member (root, "received");

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return qh_error_fail (error, QH_ERROR_INVALID, _ ("received: expected true or false"));
  file->received = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_body (QhTransferFile *file, JsonObject *root, GError **error)
{
  if (file->purpose == QH_PURPOSE_ANSWER)
    return read_answer (file, root, error);
  if (!read_item (file, root, error) || !read_numbers (file, root, error))
    return FALSE;
  return file->purpose != QH_PURPOSE_GIVE ||
         (read_address (&file->issuer, root, "issuer", TRUE, error) &&
          read_chain (file, root, error));
}

/* --- All of it */

QhTransferFile *
qh_transfer_file_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonNode) node = qh_json_read (bytes, error);
  g_autoptr (QhTransferFile) file = qh_transfer_file_new (0, NULL);
  JsonObject *root;

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    qh_error_fail (error, QH_ERROR_INVALID, _ ("expected a transfer file, got a list or a value"));
    return NULL;
  }
  root = json_node_get_object (node);
  /* The seal comes last: a value that cannot be says where it stands, sealed or not. */
  if (check_version (root, error) && read_envelope (file, root, error) &&
      read_body (file, root, error) && qh_seal_check (root, &file->signer, error))
    return g_steal_pointer (&file);
  return NULL;
}
