/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* What a store holds beside its records, and what a copy of it in another form needs: what a person
 * decided, what is settled for transfers, and meetings under way. Who the store is, its keys and
 * its window are no part of that. */
typedef enum { QH_SIDE_SETTING, QH_SIDE_FATE, QH_SIDE_RUN, QH_N_SIDES } QhSide;

typedef struct {
  char *key; /* of the setting; id of the transfer, of the meeting */
  char *value;
  gint64 modified; /* of a run; else 0 */
} QhSideRow;

/* "settings", "fates", "runs" */
const char *qh_side_name (QhSide side);

/* By key. (QhSideRow, transfer full) */
GPtrArray *qh_side_list (QhStore *store, QhSide side, GError **error);

/* Puts @row, in the change under way, unless there is one of its key; a fate may go on from `sent`.
 * QH_ERROR_REFUSED for a key that is none. Not undone with the change, but for settings. */
gboolean qh_side_put (QhStore *store, QhSide side, const QhSideRow *row, GError **error);

/* Says of the item of that id how many copies there are and how many a client may have, while its
 * ledger is gone through again: no line tells of it. */
gboolean qh_side_set_edition (QhStore *store, const char *content, gint64 edition,
                              gint64 per_client, GError **error);

/* Appends @line, as it is: only the law decides. */
gboolean qh_side_append (QhStore *store, QhMovement *line, GError **error);

G_END_DECLS
