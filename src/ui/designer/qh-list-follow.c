/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-list-follow.h"

static gboolean
holds (GListStore *list, guint position, gpointer record)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  return item == record;
}

void
qh_list_follow (GListStore *list, GPtrArray *records)
{
  guint present = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint shorter = MIN (present, records->len);
  guint first = 0, last = 0;

  while (first < shorter && holds (list, first, records->pdata[first]))
    first++;
  while (last < shorter - first &&
         holds (list, present - 1 - last, records->pdata[records->len - 1 - last]))
    last++;
  if (first + last < MAX (present, records->len))
    g_list_store_splice (list, first, present - first - last, records->pdata + first,
                         records->len - first - last);
}
