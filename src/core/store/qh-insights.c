/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-insights.h"

QhInsightAsk *
qh_insight_ask_new (const char *from, const char *to)
{
  QhInsightAsk *ask = g_new0 (QhInsightAsk, 1);

  ask->from = g_strdup (from);
  ask->to = g_strdup (to);
  return ask;
}

QhInsightAsk *
qh_insight_ask_year (gint64 now, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) end = g_date_time_to_timezone (utc, zone);
  /* From the first: a month before the 31st may have no such day. */
  g_autoptr (GDateTime) first = g_date_time_add_days (end, 1 - g_date_time_get_day_of_month (end));
  g_autoptr (GDateTime) begin = g_date_time_add_months (first, -11);
  g_autofree char *from = g_date_time_format (begin, "%Y-%m");
  g_autofree char *to = g_date_time_format (end, "%Y-%m");

  return qh_insight_ask_new (from, to);
}

void
qh_insight_ask_free (QhInsightAsk *ask)
{
  g_free (ask->from);
  g_free (ask->to);
  g_free (ask->client);
  g_free (ask->territory);
  g_free (ask);
}
