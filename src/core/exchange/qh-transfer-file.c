/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-transfer-file.h"
#include "base/qh-error.h"
#include "base/qh-time.h"
#include "exchange/qh-canonical.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-seal.h"
#include "exchange/qh-transfer-members.h"
#include "record/qh-record-json.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

const char *const qh_purpose_names[] = {
  [QH_PURPOSE_GIVE] = "give", [QH_PURPOSE_RECALL] = "recall", [QH_PURPOSE_ANSWER] = "answer", NULL
};

const char *const qh_kept_fields[] = { "created", "modified",  "author", "file",
                                       "retired", "file_name", "issuer", NULL };

QhTransferFile *
qh_transfer_file_new (QhPurpose purpose, const char *id)
{
  QhTransferFile *file = g_new0 (QhTransferFile, 1);

  file->purpose = purpose;
  file->id = g_strdup (id);
  file->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  file->chain = g_ptr_array_new_with_free_func (g_free);
  return file;
}

void
qh_transfer_file_free (QhTransferFile *file)
{
  g_free (file->id);
  g_clear_pointer (&file->by, qh_address_free);
  g_clear_pointer (&file->to, qh_address_free);
  g_clear_pointer (&file->issuer, qh_address_free);
  g_clear_object (&file->item);
  g_array_unref (file->numbers);
  g_ptr_array_unref (file->chain);
  g_free (file->device_id);
  g_free (file->digest);
  g_free (file->signer);
  g_free (file);
}

/* --- Writing */

static JsonObject *
write_address (const QhAddress *address)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", address->name);
  if (address->code != NULL)
    json_object_set_string_member (object, "code", address->code);
  return object;
}

static JsonObject *
write_item (const QhTransferFile *file)
{
  JsonObject *object;

  if (file->purpose == QH_PURPOSE_GIVE) {
    object = qh_record_to_json (QH_RECORD (file->item), 0);
    for (guint i = 0; qh_kept_fields[i] != NULL; i++)
      if (json_object_has_member (object, qh_kept_fields[i]))
        json_object_remove_member (object, qh_kept_fields[i]);
    return object;
  }
  object = json_object_new ();
  json_object_set_string_member (object, "id", QH_RECORD (file->item)->id);
  json_object_set_string_member (object, "title", file->item->title);
  return object;
}

static JsonArray *
write_numbers (const QhTransferFile *file)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < file->numbers->len; i++)
    json_array_add_int_element (array, g_array_index (file->numbers, gint64, i));
  return array;
}

static JsonArray *
write_chain (const QhTransferFile *file)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < file->chain->len; i++)
    json_array_add_string_element (array, file->chain->pdata[i]);
  return array;
}

static void
write_envelope (const QhTransferFile *file, JsonObject *root)
{
  g_autofree char *exported = qh_instant_format (file->exported, NULL);
  JsonObject *by = json_object_new ();

  json_object_set_string_member (by, "name", file->by->name);
  json_object_set_string_member (by, "device_id", file->device_id);
  json_object_set_string_member (root, "format", QH_TRANSFER_FILE_FORMAT);
  json_object_set_int_member (root, "version", QH_TRANSFER_FILE_VERSION);
  json_object_set_string_member (root, "id", file->id);
  json_object_set_int_member (root, "revision", 1);
  json_object_set_string_member (root, "exported", exported);
  json_object_set_string_member (root, "purpose", qh_purpose_names[file->purpose]);
  json_object_set_object_member (root, "by", by);
  json_object_set_object_member (root, "to", write_address (file->to));
}

GBytes *
qh_transfer_file_write (const QhTransferFile *file, GError **error)
{
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  write_envelope (file, root);
  if (file->purpose == QH_PURPOSE_ANSWER) {
    json_object_set_boolean_member (root, "received", file->received);
  } else {
    json_object_set_object_member (root, "content", write_item (file));
    json_object_set_array_member (root, "numbers", write_numbers (file));
  }
  if (file->purpose == QH_PURPOSE_GIVE) {
    json_object_set_object_member (root, "issuer", write_address (file->issuer));
    json_object_set_array_member (root, "chain", write_chain (file));
  }
  qh_seal_put (root, file->seal);
  json_node_set_object (node, root);
  char *text = qh_canonical_write (node, TRUE);
  gsize size = strlen (text);
  if (size <= QH_JSON_MAX_BYTES)
    return g_bytes_new_take (text, size);
  g_free (text);
  g_set_error_literal (error, QH_ERROR, QH_ERROR_REFUSED,
                       _ ("The transfer file would be larger than 16 MiB; shorten the item's "
                          "longest texts"));
  return NULL;
}

/* --- For people */

char *
qh_copy_numbers_format (const GArray *numbers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++) {
    gint64 first = g_array_index (numbers, gint64, i), last = first;
    while (i + 1 < numbers->len && g_array_index (numbers, gint64, i + 1) == last + 1)
      last = g_array_index (numbers, gint64, ++i);
    if (text->len > 0)
      g_string_append (text, ", ");
    g_string_append_printf (text, "%" PRId64, first);
    if (last > first)
      g_string_append_printf (text, last > first + 1 ? "–%" PRId64 : ", %" PRId64, last);
  }
  return g_string_free (text, FALSE);
}

char *
qh_transfer_file_describe (const QhTransferFile *file)
{
  g_autofree char *by = qh_address_format (file->by);
  g_autofree char *to = qh_address_format (file->to);
  g_autofree char *numbers = qh_copy_numbers_format (file->numbers);
  guint n = file->numbers->len;

  switch (file->purpose) {
  case QH_PURPOSE_GIVE:
    /* Translators: how many, copy numbers, size of the edition, item, sender, receiver */
    return g_strdup_printf (ngettext ("%u copy (number %s of %" PRId64 ") of “%s”, from %s to %s",
                                      "%u copies (numbers %s of %" PRId64 ") of “%s”, from %s to "
                                      "%s",
                                      n),
                            n, numbers, file->item->edition, file->item->title, by, to);
  case QH_PURPOSE_RECALL:
    return g_strdup_printf (ngettext ("%s wants %u copy (number %s) of “%s” back from %s, if it "
                                      "was not received",
                                      "%s wants %u copies (numbers %s) of “%s” back from %s, if "
                                      "they were not received",
                                      n),
                            by, n, numbers, file->item->title, to);
  default:
    return g_strdup_printf (file->received ? _ ("%s tells %s that the copies were received")
                                           : _ ("%s tells %s that the copies were not received, "
                                                "and never will be"),
                            by, to);
  }
}
