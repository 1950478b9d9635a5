/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-promise-text.h"
#include "design/qh-trust.h"
#include "qh-closures.h"
#include <glib/gi18n-lib.h>

static char *
label_day (const char *format, const char *day, const char *without)
{
  g_autofree char *label = day ? qh_date_short_label (day) : NULL;
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return label ? g_strconcat (parts[0], label, parts[1], NULL) : g_strdup (without);
}

static char *
label_open (QhPromise *promise, const char *today, gboolean *is_bad)
{
  const char *due = qh_promise_counts_from (promise);
  int days = due ? qh_date_to_days (due) - qh_date_to_days (today) : 0;

  *is_bad = due && days < 0;
  if (*is_bad)
    return g_strdup_printf (ngettext ("%d day overdue", "%d days overdue", (gulong)-days), -days);
  if (due && days == 0)
    return g_strdup (_ ("due today"));
  return label_day (_ ("due %s"), due, _ ("no day"));
}

char *
qh_promise_state_label (QhPromise *promise, const char *today, gint64 now, gboolean *is_bad)
{
  g_autofree char *day = NULL;

  switch (promise->status) {
  case QH_PROMISE_STATUS_KEPT:
    *is_bad = qh_trust_promise_sort (promise, today, &day) == QH_TRUST_LATE;
    return *is_bad ? label_day (_ ("kept late, %s"), promise->kept, _ ("kept late"))
                   : label_day (_ ("kept %s"), promise->kept, _ ("kept"));
  case QH_PROMISE_STATUS_BROKEN:
    *is_bad = TRUE;
    return label_day (_ ("broken %s"), promise->broken, _ ("broken"));
  case QH_PROMISE_STATUS_WITHDRAWN:
    *is_bad = FALSE;
    return g_strdup (_ ("withdrawn"));
  default:
    return label_open (promise, today, is_bad);
  }
}

/* "Anne Weber, Support" */
static char *
label_maker (QhPromise *promise)
{
  const char *team = qh_enum_label (qh_promise_maker_values, promise->made_by);

  if (promise->person && team)
    return g_strdup_printf ("%s, %s", promise->person, team);
  return g_strdup (promise->person ? promise->person : team);
}

char *
qh_promise_facts_label (QhStore *store, QhPromise *promise)
{
  g_autoptr (QhRecord) client =
      promise->client ? qh_store_get (store, &qh_client_entity, promise->client, NULL) : NULL;
  g_autofree char *maker = label_maker (promise);
  g_autofree char *moves =
      promise->moves > 0
          ? g_strdup_printf (ngettext ("moved %d time", "moved %d times", (gulong)promise->moves),
                             (int)promise->moves)
          : NULL;
  g_autofree char *who = qh_closure_join (NULL,
                                          client            ? QH_CLIENT (client)->name
                                          : promise->public ? _ ("To everybody")
                                                            : NULL,
                                          maker);
  g_autofree char *why = promise->status == QH_PROMISE_STATUS_BROKEN && promise->reason
                             ? qh_closure_quote (NULL, promise->reason)
                             : NULL;
  g_autofree char *facts = qh_closure_join (NULL, who, moves);

  return qh_closure_join (NULL, facts, why);
}
