/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* Two records that are one. */
typedef struct {
  QhRecord *keep; /* the older one */
  QhRecord *other;
  const QhField *same; /* the field that says so */
} QhDuplicate;

/* Clients of one name; contacts of one mail address, or of one name at one client. At most @max.
 * (QhDuplicate, transfer full) */
GPtrArray *qh_merge_list_duplicates (QhStore *store, guint max, GError **error);

/* Who @record might be one with, the likeliest first: of his name, of his mail address, his
 * client's people, all others; of those whose name holds @text (""), at most @max. (transfer full)
 */
GPtrArray *qh_merge_list_candidates (QhStore *store, QhRecord *record, const char *text, guint max,
                                     GError **error);

/* What @keep will say when @other has become one with it; neither is touched. (transfer full) */
QhRecord *qh_merge_preview (QhRecord *keep, QhRecord *other);

/* Makes two clients, or two contacts, one: @other's references become @keep's, what @keep does not
 * know is filled in, notes are added, and @other goes. One change, which can be undone. Lines of
 * the ledger are never edited: what @other holds is given back and given to @keep, as new lines.
 * QH_ERROR_REFUSED where the ledger's law says no: then nothing is changed. */
gboolean qh_store_merge (QhStore *store, QhRecord *keep, QhRecord *other, GError **error);

G_END_DECLS
