/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-list-sync.h"

static gboolean
is_same (GListStore *list, guint position, gpointer object)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  return item == object;
}

gboolean
qh_list_sync (GListStore *list, GPtrArray *objects)
{
  g_return_val_if_fail (G_IS_LIST_STORE (list), FALSE);
  g_return_val_if_fail (objects, FALSE);

  guint before = g_list_model_get_n_items (G_LIST_MODEL (list)), after = objects->len;
  guint head = 0, tail = 0;

  while (head < MIN (before, after) && is_same (list, head, objects->pdata[head]))
    head++;
  while (tail < MIN (before, after) - head &&
         is_same (list, before - tail - 1, objects->pdata[after - tail - 1]))
    tail++;
  if (head + tail == before && before == after)
    return FALSE;
  g_list_store_splice (list, head, before - head - tail, objects->pdata + head,
                       after - head - tail);
  return TRUE;
}
