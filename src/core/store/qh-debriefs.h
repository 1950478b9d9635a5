/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* What a debrief needs, and its end. */

/* Whether @meeting can be debriefed: QH_ERROR_REFUSED for one that is cancelled, debriefed or still
 * to come. */
gboolean qh_store_can_debrief (QhStore *store, QhMeeting *meeting, GError **error);

/* Closes @meeting, in which what came out of it was set (`output_reached` at least): it is
 * debriefed, each copy that is reserved for it is delivered to its client, and of the items in
 * @kept (ids, nullable) is released instead; what was removed and its segments spoke of is told to
 * the client; @next (nullable), the meeting agreed on, is saved, and
 * opens with what was noted for that. One change.
 *
 * A meeting can be debriefed once it has begun. Errors: QH_ERROR_INVALID for what is missing or out
 * of order; QH_ERROR_REFUSED as above, for an item that is not reserved for it, and for what the
 * ledger refuses. On an error @meeting is as it was in the store. */
gboolean qh_store_debrief (QhStore *store, QhMeeting *meeting, GPtrArray *kept, QhMeeting *next,
                           GError **error);

/* The meeting after @meeting, on @date at the same time of day, for the same client, with the ask
 * carried over; not saved. (transfer full) */
QhMeeting *qh_debrief_next (QhStore *store, QhMeeting *meeting, const char *date);

/* Of the meetings with @client that were debriefed: how many reached their output, of how many. Two
 * looks into one index. */
void qh_debrief_count_reached (QhStore *store, const char *client, gint64 *reached, gint64 *held);

/* What was caught is looked for until so long after the end: lines are also written on the way
 * out. */
#define QH_DEBRIEF_AFTERWARDS (60 * G_TIME_SPAN_MINUTE)

/* What was logged of @meeting's client while it was held and just after, or from @opened on (the
 * instant since which somebody writes its debrief; QH_NONE: nobody does), oldest first: promises,
 * frictions and remarks (@entity says which). Where it is not known when it ended, it took what was
 * planned. (QhRecord, transfer container with its records) */
GPtrArray *qh_debrief_list_caught (QhStore *store, QhMeeting *meeting, gint64 opened,
                                   const QhEntity *entity, GError **error);

G_END_DECLS
