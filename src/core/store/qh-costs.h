/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-cost.h"
#include "store/qh-list-model.h"

G_BEGIN_DECLS

/* What frictions cost, from the records and the settings. The amounts of all are kept with the
 * records (qh-cost-schema.h): the table friction_cost (friction, status, cost, clients) may be
 * looked at in SQL. When the store's "changed" has the bit of one of these entities, any cost may
 * be another; a change of what is assumed has the friction's. */
#define QH_COSTS_ENTITIES                                                             \
  (QH_ENTITY_BIT (&qh_friction_entity) | QH_ENTITY_BIT (&qh_friction_client_entity) | \
   QH_ENTITY_BIT (&qh_client_entity))

QhCostAssumptions qh_costs_assumptions (QhStore *store);

/* One friction's cost with all that it is made of. */
typedef struct {
  QhCostAssumptions assumptions;
  QhCostFacts facts;
  QhCost cost;
  char *currency;
  GPtrArray *clients; /* QhClient that it touches, by name */
  gint64 *values; /* of each of them */
} QhCostSum;

/* Of @friction as it is in memory, saved or not, and whom it touches in the store. */
QhCostSum *qh_store_sum_cost (QhStore *store, QhFriction *friction, GError **error);
void qh_cost_sum_free (QhCostSum *sum);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhCostSum, qh_cost_sum_free)

/* Its lines for people, see qh_cost_lines. */
GPtrArray *qh_cost_sum_lines (const QhCostSum *sum);

/* What is kept of the friction with this id: its yearly cost, and how many clients it touches.
 * FALSE when there is no such friction. */
gboolean qh_store_get_cost (QhStore *store, const char *friction, gint64 *cost, gint64 *clients);

/* What all frictions of @status cost together in a year. */
gint64 qh_store_total_cost (QhStore *store, QhFrictionStatus status);

/* The list of the frictions of @status, the dearest first, of equal ones the newest; with its
 * length kept. `where` may be narrowed: it is over friction_cost. */
QhQuery qh_costs_query (QhFrictionStatus status);

/* One of a list of costs. */
typedef struct {
  char *friction; /* its id */
  char *title;
  QhFrictionStatus status;
  QhCost cost;
} QhListedCost;

void qh_listed_cost_free (QhListedCost *cost);

/* Every friction that costs: open and being fixed, the dearest first, of equal ones the newest;
 * read from what is kept. (QhListedCost, transfer full) */
GPtrArray *qh_store_list_costs (QhStore *store, GError **error);

G_END_DECLS
