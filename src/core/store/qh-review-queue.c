/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-review-queue.h"
#include "store/qh-settings.h"

const QhQueueOrder qh_queue_orders[] = {
  { "start", FALSE }, { "score", FALSE }, { "blockers", TRUE }, { "sender_key", FALSE }, { NULL },
};

const QhQueueOrder *
qh_queue_get_order (QhStore *store)
{
  g_autofree char *key = qh_store_get_setting (store, QH_SETTING_QUEUE_ORDER);

  for (const QhQueueOrder *order = qh_queue_orders; order->key != NULL; order++)
    if (g_strcmp0 (order->key, key) == 0)
      return order;
  return qh_queue_orders;
}

gboolean
qh_queue_set_order (QhStore *store, const QhQueueOrder *order, GError **error)
{
  return qh_store_set_setting (store, QH_SETTING_QUEUE_ORDER, order->key, error);
}

/* The first that waits and, with @behind, comes after the row with @id (?1); as a list is sorted:
 * by key and id, rows without a key first, or all of that reversed. */
static char *
find (QhStore *store, const QhQueueOrder *order, const char *id, gboolean behind)
{
  const char *sign = order->descending ? "DESC" : "ASC";
  const char *compares = order->descending ? "<" : ">";
  g_autofree char *place = g_strdup_printf (
      " AND (p.%1$s IS NOT NULL, coalesce (p.%1$s, ''), p.id) %2$s"
      "  (SELECT q.%1$s IS NOT NULL, coalesce (q.%1$s, ''), q.id FROM received_plan AS q"
      "   WHERE q.id = ?1)",
      order->key, compares);
  g_autofree char *tail = g_strdup_printf ("AS p WHERE p.state = 'waiting' AND p.id <> ?1%s"
                                           " ORDER BY p.%s %s, p.id %s LIMIT 1",
                                           behind ? place : "", order->key, sign, sign);
  const char *values[] = { id, NULL };
  g_autoptr (GPtrArray) found =
      qh_store_select (store, &qh_received_plan_entity, tail, values, NULL);

  return found != NULL && found->len > 0 ? g_strdup (QH_RECORD (found->pdata[0])->id) : NULL;
}

char *
qh_queue_next (QhStore *store, const char *id)
{
  const QhQueueOrder *order = qh_queue_get_order (store);
  char *next;

  g_return_val_if_fail (id != NULL, NULL);
  next = find (store, order, id, TRUE);
  return next != NULL ? next : find (store, order, id, FALSE);
}
