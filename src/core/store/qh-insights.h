/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* What Insights are asked about. At most one of @client and @territory narrows them. */
typedef struct {
  char *from, *to; /* months, "2026-01", both included; @from not after @to */
  char *client; /* an id, or NULL */
  char *territory; /* or NULL */
} QhInsightAsk;

QhInsightAsk *qh_insight_ask_new (const char *from, const char *to);
/* The twelve months that end with the month of @now in @zone. */
QhInsightAsk *qh_insight_ask_year (gint64 now, GTimeZone *zone);
void qh_insight_ask_free (QhInsightAsk *ask);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhInsightAsk, qh_insight_ask_free)

/* Every picture, always the same ones in the same order, from what is kept with the records; what
 * is counted is read, never counted anew. (QhPicture, transfer full) */
GPtrArray *qh_store_insights (QhStore *store, const QhInsightAsk *ask, GError **error);

/* At how many touchpoints open friction costs something and nothing is decided, or the day to look
 * again has come. */
guint qh_store_count_undecided (QhStore *store);

/* The entities that pictures are made of. */
#define QH_INSIGHTS_ENTITIES                                                         \
  (QH_ENTITY_BIT (&qh_client_entity) | QH_ENTITY_BIT (&qh_meeting_entity) |          \
   QH_ENTITY_BIT (&qh_segment_entity) | QH_ENTITY_BIT (&qh_friction_entity) |        \
   QH_ENTITY_BIT (&qh_friction_client_entity) | QH_ENTITY_BIT (&qh_promise_entity) | \
   QH_ENTITY_BIT (&qh_contact_log_entity) | QH_ENTITY_BIT (&qh_remark_entity) |      \
   QH_ENTITY_BIT (&qh_content_entity) | QH_ENTITY_BIT (&qh_movement_entity) |        \
   QH_ENTITY_BIT (&qh_decision_entity))

/* The territories that clients have, by name (char *, transfer full). */
GPtrArray *qh_store_list_territories (QhStore *store, GError **error);

G_END_DECLS
