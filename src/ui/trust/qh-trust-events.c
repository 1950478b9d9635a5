/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trust/qh-trust-events.h"
#include "store/qh-trust-schema.h"
#include <glib/gi18n-lib.h>

#define HIS "(?1 = '' OR client = ?1)"
#define PROMISE(sort)                                           \
  QH_TRUST_PROMISE_SORT ("")                                    \
  " = '" sort "' AND " QH_TRUST_PROMISE_DAY ("") " BETWEEN ?2 " \
                                                 "AND ?3 AND " HIS
#define CONTACT(solved) "solved = '" solved "' AND at BETWEEN ?2 AND ?3 AND " HIS
#define FRICTION                                                                               \
  "reported BETWEEN ?2 AND ?3 AND " QH_TRUST_FRICTION_COUNTS (                                 \
      "friction.", "?1") " AND (" HIS " OR id IN (SELECT friction FROM friction_client WHERE " \
                         "client = ?1))"
#define MEETING(sign)                                                                      \
  "ended BETWEEN ?2 AND ?3 AND status IN ('held', 'debriefed') AND began IS NOT NULL AND " \
  "ended - began " sign " (coalesce ((SELECT minutes_limit FROM client WHERE id = "        \
  "meeting.client), 15) + 1) * 60000000 AND " HIS

static const struct {
  const QhEntity *entity;
  const char *where, *key;
  const char *title;
} sorts[QH_N_TRUST_SORTS] = {
  [QH_TRUST_KEPT] = { &qh_promise_entity, PROMISE ("kept"), "made",
                      N_ ("Promises kept by their day") },
  [QH_TRUST_SOLVED] = { &qh_contact_log_entity, CONTACT ("yes"), "at",
                        N_ ("Contacts solved at first") },
  [QH_TRUST_IN_TIME] = { &qh_meeting_entity, MEETING ("<="), "ended",
                         N_ ("Meetings that ended in time") },
  [QH_TRUST_OVERDUE] = { &qh_promise_entity, PROMISE ("due"), "made", N_ ("Promises overdue") },
  [QH_TRUST_BROKEN] = { &qh_promise_entity, PROMISE ("broken"), "made", N_ ("Promises broken") },
  [QH_TRUST_LATE] = { &qh_promise_entity, PROMISE ("late"), "made", N_ ("Promises kept late") },
  [QH_TRUST_FRICTION] = { &qh_friction_entity, FRICTION, "reported", N_ ("Frictions reported") },
  [QH_TRUST_UNSOLVED] = { &qh_contact_log_entity, CONTACT ("no"), "at",
                          N_ ("Contacts not solved at first") },
  [QH_TRUST_OVERRUN] = { &qh_meeting_entity, MEETING (">"), "ended",
                         N_ ("Meetings that ran over") },
};

const char *
qh_trust_events_title (QhTrustSort sort)
{
  g_return_val_if_fail (sort >= 0 && sort < QH_N_TRUST_SORTS, NULL);

  return _ (sorts[sort].title);
}

QhQuery
qh_trust_events_query (QhTrustSort sort)
{
  g_assert (sort >= 0 && sort < QH_N_TRUST_SORTS);

  return (QhQuery){ .entity = sorts[sort].entity,
                    .where = sorts[sort].where,
                    .key = sorts[sort].key,
                    .descending = TRUE };
}

static gboolean
is_of_instants (QhTrustSort sort)
{
  return sorts[sort].entity == &qh_contact_log_entity || sorts[sort].entity == &qh_meeting_entity;
}

char **
qh_trust_events_values (QhStore *store, QhTrustSort sort, const char *client)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  gint64 now = qh_clock_now (qh_store_get_clock (store));
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (is_of_instants (sort)) {
    first = g_strdup_printf ("%ld", (long)(now - QH_TRUST_DAYS * QH_DAY_USEC));
    last = g_strdup_printf ("%ld", (long)now);
  } else {
    first = sort == QH_TRUST_OVERDUE ? g_strdup ("") : qh_date_add_days (today, -QH_TRUST_DAYS);
    last = sort == QH_TRUST_OVERDUE ? qh_date_add_days (today, -1) : g_strdup (today);
  }
  return g_strdupv ((char *[]){ (char *)(client ? client : ""), first, last, NULL });
}
