/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* Where a person is named outside of what belongs to him: a text of some record. */
typedef struct {
  QhRecord *record;
  const QhField *field;
} QhMention;

/* Every text that holds the name (of two words at least: one word may be anybody), the mail address
 * or the phone number of @contact, but those of other contacts, and files that are kept as they
 * came. (QhMention, transfer full) */
GPtrArray *qh_erase_list_mentions (QhStore *store, QhContact *contact, GError **error);

/* What was done, and what was not: for a receipt. */
typedef struct {
  guint removed; /* records that were about him alone: words, attendances, plans from elsewhere */
  guint changed; /* records that stay, without him */
  guint changes; /* steps of undo that were given up, with all that they held */
  gboolean
      is_overwritten; /* nothing is left in the store's file; FALSE: somebody else has it open */
  guint lines; /* of the ledger, which is never edited, whose texts name him */
  guint exports; /* plans with him that have left the house */
  guint unsure; /* texts that hold a name of one word, which may be anybody's: they stay */
  GPtrArray *backups; /* that still hold him (file paths) */
} QhErasure;

void qh_erasure_free (QhErasure *erasure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhErasure, qh_erasure_free)

/* What that would do; nothing is done. */
QhErasure *qh_erase_preview (QhStore *store, QhContact *contact, GError **error);

/* For people, a sentence each (char *): what goes, and what stays in spite of it. */
GPtrArray *qh_erasure_list_gone (const QhErasure *erasure);
GPtrArray *qh_erasure_list_left (const QhErasure *erasure);

/* Erases @contact for good: his record, what he said, where he is named, the search index, and the
 * steps of undo that hold any of it with all older ones; then the file's free pages are
 * overwritten. What happened stays, without him: frictions, promises, contacts by phone, lines of
 * the ledger. With @backups the automatic backups go too. It cannot be undone. */
QhErasure *qh_erase_contact (QhStore *store, QhContact *contact, gboolean backups, GError **error);

G_END_DECLS
