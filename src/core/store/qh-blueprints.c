/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-blueprints.h"
#include <glib/gi18n-lib.h>

static void
count_outcome (QhStore *store, QhBlueprint *blueprint)
{
  const char *values[] = { blueprint->id, NULL };

  blueprint->held = qh_store_count (store,
                                    "SELECT count (*) FROM meeting"
                                    "  WHERE blueprint = ?1 AND status = 'debriefed'",
                                    values);
  blueprint->reached = qh_store_count (store,
                                       "SELECT count (*) FROM meeting WHERE blueprint = ?1"
                                       "  AND status = 'debriefed' AND output_reached = 'yes'",
                                       values);
}

static GPtrArray *
list_own (QhStore *store, GError **error)
{
  return qh_store_select (store, &qh_own_blueprint_entity, "ORDER BY name_key, id", NULL, error);
}

GPtrArray *
qh_store_list_blueprints (QhStore *store, GError **error)
{
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) shipped = NULL;
  GPtrArray *all;

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  own = list_own (store, error);
  if (own == NULL)
    return NULL;
  all = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_blueprint_free);
  for (guint i = 0; i < own->len; i++) {
    QhBlueprint *blueprint = qh_blueprint_read (own->pdata[i], NULL);
    if (blueprint != NULL)
      g_ptr_array_add (all, blueprint);
  }
  shipped = qh_blueprints ();
  g_ptr_array_extend_and_steal (all, g_steal_pointer (&shipped));
  for (guint i = 0; i < all->len; i++)
    count_outcome (store, all->pdata[i]);
  return all;
}

QhBlueprint *
qh_store_find_blueprint (QhStore *store, const char *id, GError **error)
{
  QhBlueprint *shipped = qh_blueprint_find (id);
  g_autoptr (QhRecord) own = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && id != NULL, NULL);
  if (shipped != NULL)
    return shipped;
  own = qh_store_get (store, &qh_own_blueprint_entity, id, error);
  return own != NULL ? qh_blueprint_read (QH_OWN_BLUEPRINT (own), error) : NULL;
}

static gboolean
is_taken (GPtrArray *own, const char *name)
{
  for (guint i = 0; i < own->len; i++)
    if (g_strcmp0 (((QhOwnBlueprint *)own->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* A number is put behind a name that another has. */
static gboolean
name_apart (QhStore *store, QhOwnBlueprint *blueprint, GError **error)
{
  g_autoptr (GPtrArray) own = list_own (store, error);
  g_autofree char *name = g_strdup (blueprint->name);

  if (own == NULL)
    return FALSE;
  for (guint n = 2; is_taken (own, name); n++) {
    g_free (name);
    name = g_strdup_printf ("%s %u", blueprint->name, n);
  }
  qh_record_set_string (QH_RECORD (blueprint), "name", name);
  return TRUE;
}

QhOwnBlueprint *
qh_store_keep_blueprint (QhStore *store, const char *meeting, GError **error)
{
  g_autoptr (QhPlan) plan = NULL;
  g_autoptr (QhOwnBlueprint) blueprint = NULL;

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  plan = qh_store_load_plan (store, meeting, error);
  if (plan == NULL)
    return NULL;
  blueprint = qh_blueprint_keep (plan);
  if (!name_apart (store, blueprint, error) || !qh_store_save (store, QH_RECORD (blueprint), error))
    return NULL;
  return g_steal_pointer (&blueprint);
}

/* By the index of scores: that of states, which the planner would take, has every meeting. */
#define SCORED                                                                               \
  "SELECT count (*) FROM meeting INDEXED BY meeting_outcome WHERE status = 'debriefed' AND " \
  "score_at_start >= CAST (?1 AS INTEGER)"

void
qh_store_count_reached (QhStore *store, int score, gint64 *reached, gint64 *held)
{
  g_autofree char *least = g_strdup_printf ("%d", score);
  const char *values[] = { least, NULL };

  g_return_if_fail (QH_IS_STORE (store));
  *held = qh_store_count (store, SCORED, values);
  *reached = qh_store_count (store, SCORED " AND output_reached = 'yes'", values);
}
