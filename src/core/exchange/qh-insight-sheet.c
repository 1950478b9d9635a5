/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-insight-sheet.h"
#include "store/qh-settings.h"

char *
qh_insight_describe_period (const QhInsightAsk *ask)
{
  g_autofree char *from = qh_month_label (ask->from);
  g_autofree char *to = qh_month_label (ask->to);

  return g_str_equal (ask->from, ask->to) ? g_steal_pointer (&to)
                                          : g_strdup_printf ("%s – %s", from, to);
}

static char *
describe_whom (QhStore *store, const QhInsightAsk *ask)
{
  g_autoptr (QhRecord) client =
      ask->client != NULL ? qh_store_get (store, &qh_client_entity, ask->client, NULL) : NULL;

  return g_strdup (client != NULL ? QH_CLIENT (client)->name : ask->territory);
}

QhInsightSheet *
qh_insight_sheet_read (QhStore *store, const QhInsightAsk *ask, GError **error)
{
  GPtrArray *pictures = qh_store_insights (store, ask, error);
  QhInsightSheet *sheet;

  if (pictures == NULL)
    return NULL;
  sheet = g_new0 (QhInsightSheet, 1);
  sheet->pictures = pictures;
  sheet->period = qh_insight_describe_period (ask);
  sheet->whom = describe_whom (store, ask);
  sheet->currency = qh_settings_get_currency (store);
  sheet->author = qh_settings_get_user_name (store);
  sheet->today = qh_clock_today (qh_store_get_clock (store));
  return sheet;
}

GBytes *
qh_insight_report (QhStore *store, const QhInsightAsk *ask, GError **error)
{
  g_autoptr (QhInsightSheet) sheet = qh_insight_sheet_read (store, ask, error);

  return sheet != NULL ? qh_insight_sheet_to_pdf (sheet, qh_paper_size_for_locale (), error) : NULL;
}
