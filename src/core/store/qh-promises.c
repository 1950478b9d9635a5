/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-promises.h"

GPtrArray *
qh_store_list_public_promises (QhStore *store, guint max, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  g_autofree char *most = g_strdup_printf ("%u", max);
  const char *values[] = { most, NULL };

  return qh_store_select (store, &qh_promise_entity,
                          "WHERE public = 1 ORDER BY made DESC, id DESC LIMIT CAST (?1 AS INTEGER)",
                          values, error);
}
