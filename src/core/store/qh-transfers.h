/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* Copies that go from store to store. The law stands in the database (data/sql/0002-transfer.sql);
 * here its lines are appended and what is settled is noted. Everything but the choice happens in
 * the change under way. @numbers: gint64, ascending. */

/* The lowest @copies numbers that are available. QH_ERROR_REFUSED says how many there are. */
GArray *qh_transfers_choose (QhStore *store, const char *content, gint64 copies, GError **error);

/* Takes the copies out: a line for each, of @transfer, new with its id and content. */
gboolean qh_transfers_send (QhStore *store, QhTransfer *transfer, const GArray *numbers,
                            GError **error);

/* Brings the copies in: a line for each, of @transfer, new; @item is saved where it is new or its
 * edition has grown. */
gboolean qh_transfers_receive (QhStore *store, QhTransfer *transfer, QhContent *item,
                               const GArray *numbers, GError **error);

/* Notes that @transfer was called back; its copies stay away. */
gboolean qh_transfers_recall (QhStore *store, QhTransfer *transfer, GError **error);

/* Brings the copies of a transfer of one's own back in, when its addressee has refused it. */
gboolean qh_transfers_take_back (QhStore *store, QhTransfer *transfer, const GArray *numbers,
                                 GError **error);

/* Refuses @transfer, new, for good: it is never received here. */
gboolean qh_transfers_refuse (QhStore *store, QhTransfer *transfer, GError **error);

/* Notes that these transfers (char *) were received, elsewhere: they never are here. Those whose
 * fate is known are left out. Not undone with the change. */
gboolean qh_transfers_note_arrived (QhStore *store, const GPtrArray *ids, GError **error);

/* What is settled for the transfer with @id: "sent", "taken_back", "refused", "arrived"; NULL:
 * nothing. */
char *qh_transfers_get_fate (QhStore *store, const char *id);

/* Whether the transfer with @id brought copies in here, and that was not undone. */
gboolean qh_transfers_is_received (QhStore *store, const char *id);

/* The transfers that last brought these copies in here: those of a give or a take-back. (char *) */
GPtrArray *qh_transfers_came_by (QhStore *store, const char *content, const GArray *numbers,
                                 GError **error);

G_END_DECLS
