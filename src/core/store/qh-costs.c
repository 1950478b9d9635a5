/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-costs.h"
#include "store/qh-settings.h"
#include "store/qh-sqlite.h"

QhCostAssumptions
qh_costs_assumptions (QhStore *store)
{
  QhCostAssumptions assumptions = { .hourly_rate = qh_settings_get_hourly_rate (store) };

  for (int severity = 1; severity <= QH_SEVERITIES; severity++)
    assumptions.shares[severity - 1] = qh_settings_get_share (store, severity);
  return assumptions;
}

void
qh_cost_sum_free (QhCostSum *sum)
{
  g_free (sum->currency);
  g_clear_pointer (&sum->clients, g_ptr_array_unref);
  g_free (sum->values);
  g_free (sum);
}

static GPtrArray *
select_clients (QhStore *store, QhFriction *friction, GError **error)
{
  const char *id = QH_RECORD (friction)->id;
  const char *values[] = { friction->client != NULL ? friction->client : "", id != NULL ? id : "",
                           NULL };

  return qh_store_select (store, &qh_client_entity,
                          "WHERE id IN (SELECT ?1 UNION SELECT client FROM friction_client"
                          "  WHERE friction = ?2) ORDER BY name_key, id",
                          values, error);
}

QhCostSum *
qh_store_sum_cost (QhStore *store, QhFriction *friction, GError **error)
{
  g_autoptr (QhCostSum) sum = g_new0 (QhCostSum, 1);

  g_return_val_if_fail (QH_IS_STORE (store) && QH_IS_FRICTION (friction), NULL);
  sum->clients = select_clients (store, friction, error);
  if (sum->clients == NULL)
    return NULL;
  sum->assumptions = qh_costs_assumptions (store);
  sum->currency = qh_settings_get_currency (store);
  sum->values = g_new (gint64, sum->clients->len);
  for (guint i = 0; i < sum->clients->len; i++)
    sum->values[i] = QH_CLIENT (g_ptr_array_index (sum->clients, i))->yearly_value;
  sum->facts = qh_cost_facts (friction, sum->values, sum->clients->len);
  sum->cost = qh_cost (&sum->assumptions, &sum->facts);
  return g_steal_pointer (&sum);
}

GPtrArray *
qh_cost_sum_lines (const QhCostSum *sum)
{
  return qh_cost_lines (&sum->assumptions, &sum->facts, sum->currency);
}

/* --- What is kept */

gboolean
qh_store_get_cost (QhStore *store, const char *friction, gint64 *cost, gint64 *clients)
{
  sqlite3_stmt *statement;
  gboolean found;

  g_return_val_if_fail (QH_IS_STORE (store) && friction != NULL, FALSE);
  statement =
      qh_store_prepare (store, "SELECT cost, clients FROM friction_cost WHERE friction = ?1");
  sqlite3_bind_text (statement, 1, friction, -1, SQLITE_STATIC);
  found = sqlite3_step (statement) == SQLITE_ROW;
  *cost = found ? sqlite3_column_int64 (statement, 0) : 0;
  *clients = found ? sqlite3_column_int64 (statement, 1) : 0;
  sqlite3_reset (statement);
  return found;
}

gint64
qh_store_total_cost (QhStore *store, QhFrictionStatus status)
{
  const char *values[] = { qh_enum_name (qh_friction_status_values, status), NULL };

  g_return_val_if_fail (QH_IS_STORE (store) && values[0] != NULL, 0);
  /* As much as one amount holds. */
  return qh_store_count (store,
                         "SELECT iif (millions + rest / 1000000 > 9007199254, 9007199254740991,"
                         "  min (millions * 1000000 + rest, 9007199254740991))"
                         "  FROM friction_total WHERE status = ?1",
                         values);
}

QhQuery
qh_costs_query (QhFrictionStatus status)
{
  static const struct {
    const char *where, *counter;
  } lists[] = {
    [QH_FRICTION_STATUS_OPEN] = { "status = 'open'", "friction.status.open" },
    [QH_FRICTION_STATUS_FIXING] = { "status = 'fixing'", "friction.status.fixing" },
    [QH_FRICTION_STATUS_REMOVED] = { "status = 'removed'", "friction.status.removed" },
    [QH_FRICTION_STATUS_ACCEPTED] = { "status = 'accepted'", "friction.status.accepted" },
  };

  g_assert (status < G_N_ELEMENTS (lists) && lists[status].where != NULL);
  return (QhQuery){ .entity = &qh_friction_entity,
                    .table = "friction_cost",
                    .id = "friction",
                    .where = lists[status].where,
                    .key = "cost",
                    .descending = TRUE,
                    .counter = lists[status].counter };
}

void
qh_listed_cost_free (QhListedCost *cost)
{
  g_free (cost->friction);
  g_free (cost->title);
  g_free (cost);
}

static gint64
whole_or_none (sqlite3_stmt *row, int column)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL ? QH_NONE
                                                          : sqlite3_column_int64 (row, column);
}

/* An amount at its limit does not tell its parts: they are worked out from the records. */
static gboolean
work_out (QhStore *store, QhListedCost *cost, GError **error)
{
  g_autoptr (QhRecord) friction = qh_store_get (store, &qh_friction_entity, cost->friction, error);
  g_autoptr (QhCostSum) sum =
      friction != NULL ? qh_store_sum_cost (store, QH_FRICTION (friction), error) : NULL;

  if (sum != NULL)
    cost->cost = sum->cost;
  return sum != NULL;
}

static gboolean
read_cost (QhStore *store, const QhCostAssumptions *assumptions, sqlite3_stmt *row,
           QhListedCost *cost, GError **error)
{
  const char *status = (const char *)sqlite3_column_text (row, 2);
  QhCostFacts facts = { .severity = sqlite3_column_int64 (row, 3),
                        .minutes = whole_or_none (row, 4),
                        .times_per_year = whole_or_none (row, 5),
                        .clients = (guint)sqlite3_column_int64 (row, 7) };

  cost->friction = g_strdup ((const char *)sqlite3_column_text (row, 0));
  cost->title = g_strdup ((const char *)sqlite3_column_text (row, 1));
  cost->status =
      g_strcmp0 (status, "fixing") == 0 ? QH_FRICTION_STATUS_FIXING : QH_FRICTION_STATUS_OPEN;
  cost->cost = qh_cost_part (assumptions, &facts, sqlite3_column_int64 (row, 6));
  return cost->cost.cost < QH_MONEY_MAX || work_out (store, cost, error);
}

GPtrArray *
qh_store_list_costs (QhStore *store, GError **error)
{
  g_autoptr (GPtrArray) costs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)qh_listed_cost_free);
  g_autoptr (GError) failure = NULL;
  QhCostAssumptions assumptions;
  sqlite3_stmt *statement;

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  assumptions = qh_costs_assumptions (store);
  statement = qh_store_prepare (
      store, "SELECT id, title, f.status, severity, minutes, times_per_year, cost, clients"
             "  FROM friction_cost AS kept CROSS JOIN friction AS f ON f.id = kept.friction"
             "  WHERE kept.status IN ('open', 'fixing') ORDER BY cost DESC, kept.friction DESC");
  while (failure == NULL && qh_sqlite_step (statement, &failure)) {
    g_ptr_array_add (costs, g_new0 (QhListedCost, 1));
    read_cost (store, &assumptions, statement, costs->pdata[costs->len - 1], &failure);
  }
  sqlite3_reset (statement);
  if (failure == NULL)
    return g_steal_pointer (&costs);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
