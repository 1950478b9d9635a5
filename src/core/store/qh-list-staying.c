/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-list-staying.h"
#include <string.h>

/* Which of the first ids stay where they are: the longest run of them, in order, that is in the
 * second list too (@places: where each stands there, or -1). */
static void
mark_staying (const int *places, guint n, gboolean *stays)
{
  g_autofree guint *best = g_new0 (guint, n + 1); /* the longest run that ends here */
  g_autofree int *before = g_new (int, n + 1);
  int last = -1;

  for (guint i = 0; i < n; i++) {
    before[i] = -1;
    if (places[i] < 0)
      continue;
    best[i] = 1;
    for (guint j = 0; j < i; j++) {
      if (places[j] >= 0 && places[j] < places[i] && best[j] + 1 > best[i]) {
        best[i] = best[j] + 1;
        before[i] = j;
      }
    }
    if (last < 0 || best[i] > best[last])
      last = i;
  }
  for (; last >= 0; last = before[last])
    stays[last] = TRUE;
}

/* As it is when nothing but new rows came, or rows went. */
static gboolean
all_in_order (const int *places, guint n)
{
  int last = -1;

  for (guint i = 0; i < n; i++) {
    if (places[i] < 0)
      continue;
    if (places[i] < last)
      return FALSE;
    last = places[i];
  }
  return TRUE;
}

/* One row came, went or has other values: all before it and all behind it are the same. */
static gboolean
is_one_run (GPtrArray *old, GPtrArray *new, gboolean *stays)
{
  guint least = MIN (old->len, new->len);
  guint before = 0, behind = 0;

  while (before < least && strcmp (old->pdata[before], new->pdata[before]) == 0)
    stays[before++] = TRUE;
  while (behind < least - before &&
         strcmp (old->pdata[old->len - 1 - behind], new->pdata[new->len - 1 - behind]) == 0)
    stays[old->len - 1 - behind++] = TRUE;
  return before + behind == least;
}

gboolean *
qh_list_staying (GPtrArray *old, GPtrArray *new)
{
  gboolean *stays = g_new0 (gboolean, old->len + 1);
  g_autoptr (GHashTable) index = NULL;
  g_autofree int *places = NULL;

  if (is_one_run (old, new, stays))
    return stays;
  memset (stays, 0, old->len * sizeof (gboolean));
  index = g_hash_table_new (g_str_hash, g_str_equal);
  places = g_new (int, old->len + 1);

  for (guint i = 0; i < new->len; i++)
    g_hash_table_insert (index, new->pdata[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < old->len; i++)
    places[i] = GPOINTER_TO_INT (g_hash_table_lookup (index, old->pdata[i])) - 1;
  if (all_in_order (places, old->len))
    for (guint i = 0; i < old->len; i++)
      stays[i] = places[i] >= 0;
  else
    mark_staying (places, old->len, stays);
  return stays;
}
