/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies on their way out, and what is said about them afterwards.
 *
 * The law: over all stores, the copies that are available, reserved or delivered are never more
 * than the edition, however files are lost, repeated, or come in another order.
 *
 * A copy is in one store, or in one transfer, or nowhere; never in two places. Giving moves it from
 * the store into the transfer: in one transaction, before the file exists. Only the addressee takes
 * it out of there, once. A sender cannot know that a lost file will not turn up, so he cannot take
 * its copies back by himself: he calls them back, and the addressee, where they have not come,
 * binds himself never to receive them before he says so. Lost messages can only leave a copy
 * nowhere; each can be written again. What was received travels with the copies (the chain), so
 * that whoever sees them later knows the earlier transfers as spent.
 *
 * This rests on one store having one code. A name without a code is as good as the promise that
 * nobody else's store bears it. */
#include "base/qh-error.h"
#include "base/qh-id.h"
#include "base/qh-text.h"
#include "exchange/qh-file.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-keys.h"
#include "exchange/qh-transfer-file.h"
#include "store/qh-settings.h"
#include "store/qh-transfers.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* --- Addresses */

QhAddress *
qh_transfer_own_address (QhStore *store)
{
  g_autofree char *name = qh_settings_get_user_name (store);
  g_autofree char *device = qh_settings_get_device_id (store);
  g_autofree char *code = device != NULL ? qh_address_code (device) : NULL;

  return qh_address_new (name, code);
}

/* The stores of @name, with their codes, that transfers came from or went to. (QhAddress) */
static GPtrArray *
find_known (QhStore *store, const QhAddress *name)
{
  GPtrArray *known = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_address_free);
  sqlite3_stmt *statement =
      qh_store_prepare (store, "SELECT person, address FROM transfer WHERE person IS NOT NULL"
                               "  AND address IS NOT NULL GROUP BY address ORDER BY address");

  while (sqlite3_step (statement) == SQLITE_ROW) {
    g_autoptr (QhAddress) address =
        qh_address_new ((const char *)sqlite3_column_text (statement, 0),
                        (const char *)sqlite3_column_text (statement, 1));
    if (qh_address_same_name (address, name))
      g_ptr_array_add (known, g_steal_pointer (&address));
  }
  sqlite3_reset (statement);
  return known;
}

static gboolean
add_code (QhStore *store, QhAddress *address, GError **error)
{
  g_autoptr (GPtrArray) known = find_known (store, address);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < known->len; i++) {
    g_autofree char *text = qh_address_format (known->pdata[i]);
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", text);
  }
  if (known->len <= 1) {
    address->code = known->len == 1 ? g_strdup (((QhAddress *)known->pdata[0])->code) : NULL;
    return TRUE;
  }
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               _ ("“%s” is the name of several stores; say which: %s"), address->name, list->str);
  return FALSE;
}

QhAddress *
qh_transfer_resolve (QhStore *store, const char *text, GError **error)
{
  g_autoptr (QhAddress) address = qh_address_parse (text, error);
  g_autoptr (QhAddress) own = qh_transfer_own_address (store);

  if (address == NULL)
    return NULL;
  if (address->code == NULL && !add_code (store, address, error))
    return NULL;
  if (!qh_address_same_store (address, own) &&
      (address->code != NULL || !qh_address_same_name (address, own)))
    return g_steal_pointer (&address);
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
               _ ("“%s” is this store itself; another store of that name is told apart by its "
                  "code"),
               text);
  return NULL;
}

/* --- Giving */

static void
add_to_chain (GPtrArray *chain, const char *id)
{
  if (chain->len < QH_JSON_MAX_ENTRIES &&
      !g_ptr_array_find_with_equal_func (chain, id, g_str_equal, NULL))
    g_ptr_array_add (chain, g_strdup (id));
}

/* The transfer with @id, and those before it. */
static void
add_chain_of (QhStore *store, GPtrArray *chain, const char *id)
{
  g_autoptr (QhRecord) record = qh_store_get (store, &qh_transfer_entity, id, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QhTransferFile) file = NULL;

  add_to_chain (chain, id);
  if (record == NULL || QH_TRANSFER (record)->bytes == NULL)
    return;
  bytes = g_bytes_new (QH_TRANSFER (record)->bytes, strlen (QH_TRANSFER (record)->bytes));
  file = qh_transfer_file_read (bytes, NULL);
  for (guint i = 0; file != NULL && i < file->chain->len; i++)
    add_to_chain (chain, file->chain->pdata[i]);
}

static gboolean
fill_chain (QhStore *store, QhTransferFile *file, GError **error)
{
  g_autoptr (GPtrArray) ids =
      qh_transfers_came_by (store, QH_RECORD (file->item)->id, file->numbers, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    add_chain_of (store, file->chain, ids->pdata[i]);
  return ids != NULL;
}

/* Whose edition it is: this store's, unless it was received. */
static QhAddress *
issuer_of (QhContent *item, const QhAddress *own)
{
  return item->issuer != NULL ? qh_address_parse (item->issuer, NULL) : qh_address_copy (own);
}

static QhTransferFile *
message_new (QhStore *store, QhPurpose purpose, const char *id, const QhAddress *to, GError **error)
{
  const QhSealKey *seal = qh_keys_get (store, error);
  QhTransferFile *file = seal != NULL ? qh_transfer_file_new (purpose, id) : NULL;

  if (file == NULL)
    return NULL;

  file->by = qh_transfer_own_address (store);
  file->to = qh_address_copy (to);
  file->device_id = qh_settings_get_device_id (store);
  file->exported = qh_clock_now (qh_store_get_clock (store));
  file->seal = seal;
  return file;
}

static gboolean
check_item (QhContent *item, gint64 copies, GError **error)
{
  if (item->edition == QH_NONE) {
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 _ ("“%s” is not a limited edition; its copies have no numbers to hand on"),
                 item->title);
    return FALSE;
  }
  if (copies >= 1 && copies <= QH_TRANSFER_COPIES_MAX)
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("copies: expected 1 to %d, got %" PRId64),
               QH_TRANSFER_COPIES_MAX, copies);
  return FALSE;
}

static QhTransfer *
transfer_new (const QhTransferFile *file, GBytes *bytes)
{
  QhTransfer *transfer = qh_transfer_new ();
  QhRecord *record = QH_RECORD (transfer);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);

  qh_record_set_string (record, "id", file->id);
  qh_record_set_int (record, "direction", QH_TRANSFER_DIRECTION_SENT);
  qh_record_set_string (record, "content", QH_RECORD (file->item)->id);
  qh_record_set_string (record, "person", file->to->name);
  qh_record_set_string (record, "address", file->to->code);
  qh_record_set_int (record, "at", file->exported);
  qh_record_set_string (record, "digest", file->digest);
  qh_record_set_string (record, "bytes", text);
  return transfer;
}

/* Inside the change under way. */
static GBytes *
take_out (QhStore *store, QhTransferFile *file, gint64 copies, GError **error)
{
  g_autoptr (GArray) numbers =
      qh_transfers_choose (store, QH_RECORD (file->item)->id, copies, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QhTransfer) transfer = NULL;

  if (numbers == NULL)
    return NULL;
  g_array_append_vals (file->numbers, numbers->data, numbers->len);
  if (!fill_chain (store, file, error) || !(bytes = qh_transfer_file_write (file, error)))
    return NULL;
  transfer = transfer_new (file, bytes);
  return qh_transfers_send (store, transfer, numbers, error) ? g_steal_pointer (&bytes) : NULL;
}

static GBytes *
take_out_and_commit (QhStore *store, QhTransferFile *file, gint64 copies, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!qh_store_begin (store, NULL, error))
    return NULL;
  bytes = take_out (store, file, copies, error);
  if (bytes == NULL) {
    qh_store_rollback (store);
    return NULL;
  }
  return qh_store_commit (store, error) ? g_steal_pointer (&bytes) : NULL;
}

char *
qh_transfer_give (QhStore *store, const char *content, gint64 copies, const QhAddress *to,
                  const char *path, GError **error)
{
  g_autoptr (QhRecord) item = qh_store_get (store, &qh_content_entity, content, error);
  g_autofree char *id = qh_id_new (qh_clock_now (qh_store_get_clock (store)));
  g_autoptr (QhTransferFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) failure = NULL;

  if (item == NULL || !check_item (QH_CONTENT (item), copies, error) ||
      !qh_file_check_writable (path, error))
    return NULL;
  file = message_new (store, QH_PURPOSE_GIVE, id, to, error);
  if (file == NULL)
    return NULL;
  file->item = g_object_ref (QH_CONTENT (item));
  file->issuer = issuer_of (file->item, file->by);
  bytes = take_out_and_commit (store, file, copies, error);
  if (bytes == NULL)
    return NULL;
  if (qh_file_write (path, bytes, &failure))
    return g_steal_pointer (&id);
  /* No longer the input's fault: something has happened. */
  g_set_error (error, QH_ERROR,
               g_error_matches (failure, QH_ERROR, QH_ERROR_INVALID) ? QH_ERROR_STORE
                                                                     : failure->code,
               _ ("The copies are handed on, but their file is not written; write the transfer %s "
                  "again: %s"),
               id, failure->message);
  return NULL;
}

/* --- Afterwards */

/* A transfer that was written here. */
static QhTransfer *
get_sent (QhStore *store, const char *id, GError **error)
{
  g_autoptr (QhRecord) record = qh_store_get (store, &qh_transfer_entity, id, error);

  if (record == NULL)
    return NULL;
  if (QH_TRANSFER (record)->direction == QH_TRANSFER_DIRECTION_SENT)
    return QH_TRANSFER (g_steal_pointer (&record));
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               _ ("The transfer %s was not written by this store"), id);
  return NULL;
}

static GBytes *
bytes_of (QhTransfer *transfer)
{
  const char *text = transfer->bytes != NULL ? transfer->bytes : "";

  return g_bytes_new (text, strlen (text));
}

char *
qh_transfer_numbers (QhTransfer *transfer)
{
  g_autoptr (GBytes) bytes = bytes_of (transfer);
  g_autoptr (QhTransferFile) file = qh_transfer_file_read (bytes, NULL);

  return file != NULL ? qh_copy_numbers_format (file->numbers) : NULL;
}

/* Whether a transfer of one's own can be called back. An addressee who has said that it came may
 * have undone that since, and an undone taking back needs a new answer: both are asked again. */
static gboolean
check_recallable (QhStore *store, QhTransfer *transfer, GError **error)
{
  g_autofree char *fate = qh_transfers_get_fate (store, QH_RECORD (transfer)->id);
  gboolean arrived = g_strcmp0 (fate, "arrived") == 0;

  if (!arrived && transfer->state != QH_TRANSFER_STATE_TAKEN_BACK)
    return TRUE;
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
               arrived ? _ ("The copies of the transfer %s were received")
                       : _ ("The copies of the transfer %s were taken back"),
               QH_RECORD (transfer)->id);
  return FALSE;
}

GBytes *
qh_transfer_give_again (QhStore *store, const char *id, GError **error)
{
  g_autoptr (QhTransfer) transfer = get_sent (store, id, error);

  if (transfer == NULL)
    return NULL;
  if (transfer->state != QH_TRANSFER_STATE_RECALLED &&
      transfer->state != QH_TRANSFER_STATE_TAKEN_BACK)
    return bytes_of (transfer);
  g_set_error (error, QH_ERROR, QH_ERROR_REFUSED, _ ("The transfer %s was called back"), id);
  return NULL;
}

static gboolean
note_recall (QhStore *store, QhTransfer *transfer, GError **error)
{
  if (!qh_store_begin (store, NULL, error))
    return FALSE;
  if (qh_transfers_recall (store, transfer, error))
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  return FALSE;
}

GBytes *
qh_transfer_recall (QhStore *store, const char *id, GError **error)
{
  g_autoptr (QhTransfer) transfer = get_sent (store, id, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QhTransferFile) give = NULL;
  g_autoptr (QhTransferFile) recall = NULL;

  if (transfer == NULL || !check_recallable (store, transfer, error))
    return NULL;
  bytes = bytes_of (transfer);
  give = qh_transfer_file_read (bytes, error);
  if (give == NULL || !note_recall (store, transfer, error))
    return NULL;
  recall = message_new (store, QH_PURPOSE_RECALL, id, give->to, error);
  if (recall == NULL)
    return NULL;
  recall->exported = transfer->recalled;
  recall->item = g_object_ref (give->item);
  g_array_append_vals (recall->numbers, give->numbers->data, give->numbers->len);
  return qh_transfer_file_write (recall, error);
}

GBytes *
qh_transfer_answer (QhStore *store, const char *id, GError **error)
{
  g_autoptr (QhRecord) record = qh_store_get (store, &qh_transfer_entity, id, error);
  g_autofree char *fate = qh_transfers_get_fate (store, id);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QhTransferFile) asked = NULL;
  g_autoptr (QhTransferFile) answer = NULL;

  if (record == NULL)
    return NULL;
  if (QH_TRANSFER (record)->direction != QH_TRANSFER_DIRECTION_RECEIVED) {
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED,
                 _ ("The transfer %s was written by this store; its addressee answers"), id);
    return NULL;
  }
  bytes = bytes_of (QH_TRANSFER (record));
  asked = qh_transfer_file_read (bytes, error);
  if (asked == NULL)
    return NULL;
  answer = message_new (store, QH_PURPOSE_ANSWER, id, asked->by, error);
  if (answer == NULL)
    return NULL;
  answer->exported = QH_TRANSFER (record)->at;
  answer->received = g_strcmp0 (fate, "refused") != 0;
  return qh_transfer_file_write (answer, error);
}
