/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "design/qh-context.h"
#include "design/qh-cost.h"

QhContext *
qh_context_new (QhPlan *plan, QhClient *client, gint64 now, GTimeZone *zone)
{
  QhContext *context = g_new0 (QhContext, 1);

  context->now = now;
  context->zone = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  context->plan = g_object_ref (plan);
  context->client = client != NULL ? g_object_ref (client) : qh_client_new ();
  context->contacts = g_ptr_array_new_with_free_func (g_object_unref);
  context->remarks = g_ptr_array_new_with_free_func (g_object_unref);
  context->heard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  context->frictions = g_ptr_array_new_with_free_func (g_object_unref);
  context->costs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  context->last_held = QH_NONE;
  context->promises = g_ptr_array_new_with_free_func (g_object_unref);
  context->content = g_ptr_array_new_with_free_func (g_object_unref);
  context->standings =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)qh_standing_free);
  context->same_output = g_ptr_array_new_with_free_func (g_object_unref);
  context->accepted = g_ptr_array_new_with_free_func (g_object_unref);
  context->rules = qh_house_rules_new ();
  context->phrases = qh_phrases_new (NULL);
  return context;
}

void
qh_context_free (QhContext *context)
{
  g_time_zone_unref (context->zone);
  g_object_unref (context->plan);
  g_object_unref (context->client);
  g_ptr_array_unref (context->contacts);
  g_ptr_array_unref (context->remarks);
  g_hash_table_unref (context->heard);
  g_ptr_array_unref (context->frictions);
  g_hash_table_unref (context->costs);
  g_ptr_array_unref (context->promises);
  g_clear_pointer (&context->trust, qh_trust_free);
  g_ptr_array_unref (context->content);
  g_hash_table_unref (context->standings);
  g_ptr_array_unref (context->same_output);
  g_ptr_array_unref (context->accepted);
  qh_house_rules_unref (context->rules);
  qh_phrases_unref (context->phrases);
  g_free (context);
}

/* Lengths are planned in steps of so many seconds. */
#define PACE_STEP 30

gint64
qh_pace_length (const QhPace *pace)
{
  gint64 step = (gint64)pace->n * PACE_STEP;

  if (pace->n < QH_PACE_ENOUGH)
    return QH_NONE;
  return MAX ((pace->actual + step / 2) / step, 1) * PACE_STEP;
}

/* A segment runs over where it takes so much of its plan, or more. */
#define OVER_NUMERATOR 5
#define OVER_DENOMINATOR 4

gboolean
qh_pace_runs_over (const QhPace *pace)
{
  return pace->n >= QH_PACE_ENOUGH && pace->planned > 0 &&
         pace->actual * OVER_DENOMINATOR >= pace->planned * OVER_NUMERATOR;
}

gpointer
qh_context_find (GPtrArray *records, const char *id)
{
  if (id == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++) {
    QhRecord *record = g_ptr_array_index (records, i);
    if (g_strcmp0 (record->id, id) == 0)
      return record;
  }
  return NULL;
}

gint64
qh_context_cost (const QhContext *context, QhFriction *friction)
{
  const char *id = QH_RECORD (friction)->id;
  const gint64 *known = id != NULL ? g_hash_table_lookup (context->costs, id) : NULL;
  const QhCostAssumptions shipped = { QH_COST_HOURLY_RATE, QH_COST_SHARES };
  QhCostFacts facts = qh_cost_facts (friction, &context->client->yearly_value, 1);

  return known != NULL ? *known : qh_cost (&shipped, &facts).cost;
}

/* By cost, then severity, then the client's minutes, then id. */
int
qh_context_compare_costs (const QhContext *context, QhFriction *a, QhFriction *b)
{
  gint64 cost_a = qh_context_cost (context, a), cost_b = qh_context_cost (context, b);
  gint64 minutes_a = MAX (a->minutes, 0) * MAX (a->times_per_year, 0);
  gint64 minutes_b = MAX (b->minutes, 0) * MAX (b->times_per_year, 0);

  if (cost_a != cost_b)
    return cost_a > cost_b ? -1 : 1;
  if (a->severity != b->severity)
    return a->severity > b->severity ? -1 : 1;
  if (minutes_a != minutes_b)
    return minutes_a > minutes_b ? -1 : 1;
  return g_strcmp0 (QH_RECORD (a)->id, QH_RECORD (b)->id);
}

const QhStanding *
qh_context_standing (const QhContext *context, QhContent *content)
{
  const char *id = QH_RECORD (content)->id;

  return id != NULL ? g_hash_table_lookup (context->standings, id) : NULL;
}
