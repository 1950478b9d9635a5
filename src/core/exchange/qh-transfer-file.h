/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/qh-address.h"
#include "exchange/qh-import.h"

G_BEGIN_DECLS

/* The transfer file (.qhtransfer): numbered copies of one item on their way from one store to
 * another, or a message about such a file. UTF-8 JSON like the plan file: sorted keys, two-space
 * indent, a digest over the canonical form. */
#define QH_TRANSFER_FILE_FORMAT "quarterhour-transfer"
#define QH_TRANSFER_FILE_VERSION 1
/* The most copies of one file. */
#define QH_TRANSFER_COPIES_MAX 10000

typedef enum {
  QH_PURPOSE_GIVE = 1, /* here are the copies */
  QH_PURPOSE_RECALL, /* the sender wants them back, if they were not received */
  QH_PURPOSE_ANSWER, /* the addressee says whether they were */
} QhPurpose;

typedef struct {
  QhPurpose purpose;
  char *id; /* of the transfer: a recall and its answer carry the same */
  gint64 exported; /* instant */
  QhAddress *by, *to; /* by: always with its code */
  QhContent *item; /* give: the item; recall: its id and title; answer: NULL */
  QhAddress *issuer; /* give: whose edition it is, with the code; else NULL */
  GArray *numbers; /* gint64, ascending; of an answer none */
  GPtrArray *chain; /* char *: the transfers by which these copies came so far, which are spent */
  gboolean received; /* of an answer */
  char *device_id; /* of who wrote it */
  char *digest; /* NULL until it was read */
  char *signer; /* of one that was read: the public key that it is signed with; NULL: unsigned */
  const struct _QhSealKey *seal; /* what it is signed with when it is written; NULL: it is not */
} QhTransferFile;

QhTransferFile *qh_transfer_file_new (QhPurpose purpose, const char *id);
void qh_transfer_file_free (QhTransferFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhTransferFile, qh_transfer_file_free)

/* The same values give the same bytes. QH_ERROR_REFUSED when nobody could read it again. */
GBytes *qh_transfer_file_write (const QhTransferFile *file, GError **error);

/* Reads @bytes and trusts nothing in them: limits (before parsing), UTF-8, version, values, numbers
 * from 1 to the edition and none twice, digest. Errors name the place: QH_ERROR_INVALID;
 * QH_ERROR_NEWER for a later version; QH_ERROR_REFUSED when the digest is not that of the file. */
QhTransferFile *qh_transfer_file_read (GBytes *bytes, GError **error);

/* "1–3, 7": runs of ascending @numbers. */
char *qh_copy_numbers_format (const GArray *numbers);

/* What the file is, in one sentence for people. */
char *qh_transfer_file_describe (const QhTransferFile *file);

/* The numbers of the copies of @transfer, as they stand in its file; NULL when there is none. */
char *qh_transfer_numbers (QhTransfer *transfer);

/* --- Out. What has left the house cannot be taken back: none of this is a step of undo. */

/* Whose store this is, as others address it. */
QhAddress *qh_transfer_own_address (QhStore *store);

/* Whom "NAME" or "NAME <CODE>" means. A name alone gets the code of the one store of that name that
 * transfers came from or went to. QH_ERROR_INVALID for a name that is one's own or that of several
 * stores. */
QhAddress *qh_transfer_resolve (QhStore *store, const char *text, GError **error);

/* Takes @copies of the item @content out of the ledger, writes them to @path, and returns the id of
 * the transfer. The ledger comes first: whatever happens in between, a copy is never in two places,
 * and the file can be written again. */
char *qh_transfer_give (QhStore *store, const char *content, gint64 copies, const QhAddress *to,
                        const char *path, GError **error);

/* The file of the transfer with @id, as it was given: always the same bytes. QH_ERROR_REFUSED when
 * it was called back. */
GBytes *qh_transfer_give_again (QhStore *store, const char *id, GError **error);

/* Calls back the transfer with @id, written here: the file that asks its addressee for an answer.
 * The copies stay away until that is imported. Can be asked again, whatever was answered: a receipt
 * can be undone. QH_ERROR_REFUSED when they were taken back, or are known to have been passed on.
 */
GBytes *qh_transfer_recall (QhStore *store, const char *id, GError **error);

/* The answer to a recall that was imported here. */
GBytes *qh_transfer_answer (QhStore *store, const char *id, GError **error);

/* --- In. Called by qh_import_file. */

/* Imports @file, whose bytes are @bytes, inside the change under way. */
gboolean qh_transfer_import (QhStore *store, const QhTransferFile *file, GBytes *bytes,
                             QhImportReport *report, GError **error);

G_END_DECLS
