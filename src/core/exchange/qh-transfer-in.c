/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transfer files on their way in. What the law needs is refused by the database; here is who may
 * receive what, and the words for it. */
#include "base/qh-error.h"
#include "exchange/qh-transfer-file.h"
#include "store/qh-settings.h"
#include "store/qh-transfers.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a file stands here. */
typedef struct {
  QhStore *store;
  const QhTransferFile *file;
  GBytes *bytes;
  QhImportReport *report;
  QhTransfer *transfer; /* as it is known here; NULL */
  char *fate; /* NULL */
} Arrival;

static gboolean
is_fate (const Arrival *arrival, const char *fate)
{
  return g_strcmp0 (arrival->fate, fate) == 0;
}

/* Whether it was written by this store. */
static gboolean
is_own (const Arrival *arrival)
{
  return is_fate (arrival, "sent") || is_fate (arrival, "taken_back") ||
         (arrival->transfer != NULL && arrival->transfer->direction == QH_TRANSFER_DIRECTION_SENT);
}

static gboolean
report_same (Arrival *arrival)
{
  arrival->report->same++;
  return TRUE;
}

static gboolean
report_done (Arrival *arrival, guint *count)
{
  g_ptr_array_add (arrival->report->ids, g_strdup (arrival->file->id));
  (*count)++;
  return TRUE;
}

/* --- Addressed to whom */

static gboolean
check_name (QhStore *store, const QhAddress *to, GError **error)
{
  g_autofree char *name = qh_store_get_setting (store, QH_SETTING_USER_NAME);
  QhAddress own = { name, NULL };

  if (name == NULL)
    return qh_error_fail (
        error, QH_ERROR_REFUSED,
        _ ("addressed to %s, but this store does not say whose it is; set your name in "
           "Preferences (or with qh transfer --name) and import the file again"),
        to->name);
  return qh_address_same_name (to, &own) ||
         qh_error_fail (error, QH_ERROR_REFUSED,
                        _ ("addressed to %s, but this store belongs to %s"), to->name, name);
}

static gboolean
check_code (QhStore *store, const QhAddress *to, GError **error)
{
  g_autoptr (QhAddress) own = qh_transfer_own_address (store);

  return to->code == NULL || qh_address_same_store (to, own) ||
         qh_error_fail (error, QH_ERROR_REFUSED,
                        _ ("addressed to another store of %s: its code is %s, this one's is %s"),
                        to->name, to->code, own->code != NULL ? own->code : "–");
}

/* --- Copies */

static gboolean
check_not_settled (const Arrival *arrival, GError **error)
{
  const QhAddress *to = arrival->file->to;

  if (is_own (arrival))
    return qh_error_fail (error, QH_ERROR_REFUSED,
                          _ ("this store wrote the file itself; it is for %s"), to->name);
  if (is_fate (arrival, "refused"))
    return qh_error_fail (error, QH_ERROR_REFUSED,
                          _ ("the sender called these copies back, and this store answered that "
                             "they were not received; they cannot come any more"));
  return !is_fate (arrival, "arrived") ||
         qh_error_fail (error, QH_ERROR_REFUSED,
                        _ ("another store has received these copies and passed them on"));
}

static gboolean
check_same_file (const Arrival *arrival, GError **error)
{
  return arrival->transfer == NULL ||
         g_strcmp0 (arrival->transfer->digest, arrival->file->digest) == 0 ||
         qh_error_fail (error, QH_ERROR_REFUSED,
                        _ ("another file with the id %s was received here"), arrival->file->id);
}

/* Whether the item here, which has the id of the file's, is the file's. */
static gboolean
check_issuer (const Arrival *arrival, QhContent *item, GError **error)
{
  g_autoptr (QhAddress) issuer = item->issuer != NULL ? qh_address_parse (item->issuer, NULL)
                                                      : qh_transfer_own_address (arrival->store);

  if (issuer != NULL && qh_address_same_store (issuer, arrival->file->issuer))
    return TRUE;
  g_autofree char *here = issuer != NULL ? qh_address_format (issuer) : g_strdup (item->issuer);
  g_autofree char *there = qh_address_format (arrival->file->issuer);
  return qh_error_fail (error, QH_ERROR_REFUSED,
                        _ ("issuer: “%s” was issued by %s, but the file says by %s"), item->title,
                        here, there);
}

/* The item as it will be here: what is known stays, but for an edition that has grown. One that is
 * smaller is older news: files come in any order. */
static QhContent *
settle_item (const Arrival *arrival, GError **error)
{
  const QhTransferFile *file = arrival->file;
  const char *id = QH_RECORD (file->item)->id;
  g_autoptr (GError) failure = NULL;
  g_autoptr (QhRecord) item = qh_store_get (arrival->store, &qh_content_entity, id, &failure);

  if (g_error_matches (failure, QH_ERROR, QH_ERROR_NOT_FOUND)) {
    g_autofree char *issuer = qh_address_format (file->issuer);
    item = qh_record_duplicate (QH_RECORD (file->item));
    qh_record_set_string (item, "issuer", issuer);
    return QH_CONTENT (g_steal_pointer (&item));
  }
  if (item == NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (!check_issuer (arrival, QH_CONTENT (item), error))
    return NULL;
  if (QH_CONTENT (item)->issuer != NULL && file->item->edition > QH_CONTENT (item)->edition)
    qh_record_set_int (item, "edition", file->item->edition);
  return QH_CONTENT (g_steal_pointer (&item));
}

static QhTransfer *
received_new (const Arrival *arrival)
{
  QhTransfer *transfer = qh_transfer_new ();
  QhRecord *record = QH_RECORD (transfer);
  gsize size;
  const char *data = g_bytes_get_data (arrival->bytes, &size);
  g_autofree char *text = g_strndup (data, size);

  qh_record_set_string (record, "id", arrival->file->id);
  qh_record_set_int (record, "direction", QH_TRANSFER_DIRECTION_RECEIVED);
  qh_record_set_string (record, "person", arrival->file->by->name);
  qh_record_set_string (record, "address", arrival->file->by->code);
  qh_record_set_int (record, "at", qh_clock_now (qh_store_get_clock (arrival->store)));
  qh_record_set_string (record, "digest", arrival->file->digest);
  qh_record_set_string (record, "bytes", text);
  return transfer;
}

static gboolean
import_give (Arrival *arrival, GError **error)
{
  const QhTransferFile *file = arrival->file;
  g_autoptr (QhContent) item = NULL;
  g_autoptr (QhTransfer) transfer = NULL;

  if (!check_not_settled (arrival, error))
    return FALSE;
  if (qh_transfers_is_received (arrival->store, file->id))
    return check_same_file (arrival, error) && report_same (arrival);
  if (!check_name (arrival->store, file->to, error) ||
      !check_code (arrival->store, file->to, error))
    return FALSE;
  item = settle_item (arrival, error);
  if (item == NULL)
    return FALSE;
  transfer = received_new (arrival);
  return qh_transfers_receive (arrival->store, transfer, item, file->numbers, error) &&
         qh_transfers_note_arrived (arrival->store, file->chain, error) &&
         report_done (arrival, &arrival->report->added);
}

/* --- Recalls */

/* Only who gave can call back. */
static gboolean
check_sender (const Arrival *arrival, GError **error)
{
  return arrival->transfer == NULL ||
         g_strcmp0 (arrival->transfer->address, arrival->file->by->code) == 0 ||
         qh_error_fail (error, QH_ERROR_REFUSED,
                        _ ("these copies came from %s, who alone can call them back"),
                        arrival->transfer->person);
}

static gboolean
import_recall (Arrival *arrival, GError **error)
{
  const QhTransferFile *file = arrival->file;
  QhImportReport *report = arrival->report;
  g_autoptr (QhTransfer) transfer = NULL;

  if (is_own (arrival))
    return check_not_settled (arrival, error);
  if (!check_name (arrival->store, file->to, error) ||
      !check_code (arrival->store, file->to, error) || !check_sender (arrival, error))
    return FALSE;
  if (is_fate (arrival, "arrived"))
    return check_not_settled (arrival, error);
  report->answer = g_strdup (file->id);
  if (qh_transfers_is_received (arrival->store, file->id)) {
    report->next = g_strdup_printf (
        _ ("The copies were received here. Send the answer to %s; what is still available can be "
           "handed back with a transfer of its own."),
        file->by->name);
    return report_same (arrival);
  }
  report->next = g_strdup_printf (
      _ ("The copies were not received here, and now never will be. Send the answer to %s."),
      file->by->name);
  if (arrival->transfer != NULL)
    return report_same (arrival);
  transfer = received_new (arrival);
  return qh_transfers_refuse (arrival->store, transfer, error) &&
         report_done (arrival, &report->added);
}

/* --- Answers */

static gboolean
check_answerer (const Arrival *arrival, GError **error)
{
  QhAddress to = { arrival->transfer->person, arrival->transfer->address };
  const QhAddress *by = arrival->file->by;

  if (to.code != NULL ? qh_address_same_store (&to, by) : qh_address_same_name (&to, by))
    return TRUE;
  g_autofree char *right = qh_address_format (&to);
  g_autofree char *wrong = qh_address_format (by);
  return qh_error_fail (error, QH_ERROR_REFUSED, _ ("answered by %s, but the copies were for %s"),
                        wrong, right);
}

/* From now on, that store alone can answer. It may still undo its receipt, be asked again, and say
 * no; so nothing is settled. */
static gboolean
take_note_of_receipt (Arrival *arrival, GError **error)
{
  if (is_fate (arrival, "taken_back"))
    return qh_error_fail (error, QH_ERROR_REFUSED,
                          _ ("the answer says that the copies were received, but they were taken "
                             "back on an earlier answer that they were not"));
  if (arrival->transfer->state == QH_TRANSFER_STATE_RECEIVED)
    return report_same (arrival);
  qh_record_set_string (QH_RECORD (arrival->transfer), "address", arrival->file->by->code);
  qh_record_set_int (QH_RECORD (arrival->transfer), "state", QH_TRANSFER_STATE_RECEIVED);
  return qh_store_save (arrival->store, QH_RECORD (arrival->transfer), error) &&
         report_done (arrival, &arrival->report->changed);
}

static gboolean
take_back (Arrival *arrival, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QhTransferFile) give = NULL;

  if (is_fate (arrival, "arrived"))
    return qh_error_fail (
        error, QH_ERROR_REFUSED,
        _ ("the answer says that the copies were not received, but they were, and "
           "have been passed on"));
  if (arrival->transfer->state == QH_TRANSFER_STATE_TAKEN_BACK)
    return report_same (arrival);
  bytes = g_bytes_new (arrival->transfer->bytes, strlen (arrival->transfer->bytes));
  give = qh_transfer_file_read (bytes, error);
  return give != NULL &&
         qh_transfers_take_back (arrival->store, arrival->transfer, give->numbers, error) &&
         report_done (arrival, &arrival->report->changed);
}

static gboolean
import_answer (Arrival *arrival, GError **error)
{
  if (!check_code (arrival->store, arrival->file->to, error))
    return FALSE;
  if (arrival->transfer == NULL || !is_own (arrival) || arrival->transfer->bytes == NULL)
    return qh_error_fail (error, QH_ERROR_REFUSED,
                          _ ("this store wrote no transfer with the id %s"), arrival->file->id);
  if (!check_answerer (arrival, error))
    return FALSE;
  return arrival->file->received ? take_note_of_receipt (arrival, error)
                                 : take_back (arrival, error);
}

gboolean
qh_transfer_import (QhStore *store, const QhTransferFile *file, GBytes *bytes,
                    QhImportReport *report, GError **error)
{
  g_autoptr (QhRecord) transfer = qh_store_get (store, &qh_transfer_entity, file->id, NULL);
  g_autofree char *fate = qh_transfers_get_fate (store, file->id);
  Arrival arrival = { store, file, bytes, report, (QhTransfer *)transfer, fate };

  switch (file->purpose) {
  case QH_PURPOSE_GIVE:
    return import_give (&arrival, error);
  case QH_PURPOSE_RECALL:
    return import_recall (&arrival, error);
  default:
    return import_answer (&arrival, error);
  }
}
