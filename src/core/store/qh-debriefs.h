/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* Closes @meeting, in which what came out of it was set (`output_reached` at least): it is
 * debriefed, each copy that is reserved for it is delivered to its client, and of the items in
 * @kept (ids, nullable) is released instead; what was removed and its segments spoke of is told to
 * the client. One change.
 *
 * A meeting can be debriefed once it has begun. Errors: QH_ERROR_INVALID for what is missing or out
 * of order; QH_ERROR_REFUSED for a meeting that is cancelled, debriefed or still to come, for an
 * item that is not reserved for it, and for what the ledger refuses. On an error @meeting is as it
 * was in the store. */
gboolean qh_store_debrief (QhStore *store, QhMeeting *meeting, GPtrArray *kept, GError **error);

G_END_DECLS
