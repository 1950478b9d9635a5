/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-today.h"
#include "store/qh-gather.h"
#include "store/qh-settings.h"

#define PLANNED "status IN ('draft', 'submitted', 'approved')"
#define OPEN "status IN ('open', 'fixing')"

/* No meeting is planned for longer than a day. */
#define OVER                                                                              \
  "start + 1000000 * coalesce (budget, 60 * coalesce ((SELECT minutes_limit FROM client " \
  "WHERE client.id = meeting.client), " G_STRINGIFY (                                     \
      QH_LIMIT_MINUTES) ")) <= CAST (?1 AS INTEGER)"
#define DAY_AGO "CAST (?1 AS INTEGER) - 86400000000"

#define NOT_OVER PLANNED " AND start > " DAY_AGO " AND start < CAST (?2 AS INTEGER) AND NOT " OVER
#define TOMORROW PLANNED " AND start >= CAST (?1 AS INTEGER) AND start < CAST (?2 AS INTEGER)"
/* One that has no day was run without one. */
#define DEBRIEFS                                                                               \
  "(" PLANNED " AND start >= CAST (?2 AS INTEGER) AND start <= CAST (?1 AS INTEGER) AND " OVER \
  ") OR (status = 'held' AND start >= CAST (?2 AS INTEGER)) OR (status = 'held' AND start IS " \
  "NULL AND coalesce (began, created) >= CAST (?2 AS INTEGER))"
#define PROMISES "status = 'open' AND due <= ?1"

/* ?1 me, ?2 today, ?3 how many: of each part no more are looked at than are wanted, however many
 * there are. */
#define SOME(where, order) \
  "SELECT id FROM (SELECT id FROM friction WHERE " where " " order " LIMIT CAST (?3 AS INTEGER))"
#define OF_BOTH(where, order) \
  SOME ("status = 'open' AND " where, order) " UNION " SOME ("status = 'fixing' AND " where, order)
#define FRICTIONS                                                                \
  "id IN (" OF_BOTH ("owner = ?1", "ORDER BY severity DESC") " UNION " OF_BOTH ( \
      "severity = 4", "") " UNION " OF_BOTH ("severity = 3",                     \
                                             "") " UNION " OF_BOTH ("due <= ?2", \
                                                                    "ORDER BY due") ")"
#define COUNT_FRICTIONS                                                                      \
  "SELECT (SELECT count (*) FROM friction WHERE " OPEN " AND severity >= 3) + "              \
  "(SELECT count (*) FROM friction WHERE owner = ?1 AND " OPEN " AND severity < 3) + "       \
  "(SELECT count (*) FROM friction WHERE " OPEN " AND due <= ?2 AND severity < 3 AND owner " \
  "IS NOT ?1)"

/* ?1 today, ?2 the last day that counts. */
#define EXPIRING "NOT retired AND available_until IS NOT NULL AND available_until BETWEEN ?1 AND ?2"
#define COUNT_CONTENT                                                                           \
  "SELECT count (*) FROM (SELECT id FROM content WHERE " EXPIRING " UNION SELECT content FROM " \
  "supply_short)"
#define CONTENT                                                                              \
  "id IN (SELECT id FROM (SELECT id FROM content WHERE " EXPIRING                            \
  " ORDER BY available_until LIMIT CAST (?3 AS INTEGER)) UNION SELECT content FROM (SELECT " \
  "content FROM supply_short LIMIT CAST (?3 AS INTEGER)))"

/* @n: the place of how many, behind what else the query is told. */
#define LIST(where, order, n) "WHERE " where " ORDER BY " order " LIMIT CAST (?" #n " AS INTEGER)"
#define COUNT(entity, where) "SELECT count (*) FROM " entity " WHERE " where

static const struct {
  const QhEntity *entity;
  const char *list, *count;
  const char *values; /* letters, see get_value */
} sections[QH_N_TODAY] = {
  [QH_TODAY_MEETINGS] = { &qh_meeting_entity, LIST (NOT_OVER, "start, id", 3),
                          COUNT ("meeting", NOT_OVER), "nd" },
  [QH_TODAY_TOMORROW] = { &qh_meeting_entity, LIST (TOMORROW, "start, id", 3),
                          COUNT ("meeting", TOMORROW), "de" },
  [QH_TODAY_DEBRIEFS] = { &qh_meeting_entity,
                          LIST (DEBRIEFS, "coalesce (start, began, created) DESC, id DESC", 3),
                          COUNT ("meeting", DEBRIEFS), "ns" },
  [QH_TODAY_PROMISES] = { &qh_promise_entity, LIST (PROMISES, "due, id", 2),
                          COUNT ("promise", PROMISES), "t" },
  [QH_TODAY_FRICTIONS] = { &qh_friction_entity,
                           LIST (FRICTIONS, "owner IS ?1 DESC, severity DESC, due IS NULL, due, id",
                                 3),
                           COUNT_FRICTIONS, "mt" },
  [QH_TODAY_CONTENT] = { &qh_content_entity,
                         LIST (CONTENT,
                               "(available_until BETWEEN ?1 AND ?2) IS NOT 1, available_until, "
                               "title_key, id",
                               3),
                         COUNT_CONTENT, "tl" },
};

/* --- The values */

static char *
format_int (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* The first moment of the day @days from today. */
static char *
get_day (const QhClock *at, int days)
{
  g_autoptr (GTimeZone) zone = qh_clock_zone (at);
  g_autofree char *today = qh_clock_today (at);
  g_autofree char *day = qh_date_add_days (today, days);

  return format_int (qh_date_to_instant (day, zone));
}

static char *
get_date (const QhClock *at, int days)
{
  g_autofree char *today = qh_clock_today (at);

  return qh_date_add_days (today, days);
}

static char *
get_value (QhStore *store, const QhClock *at, char which)
{
  switch (which) {
  case 'n':
    return format_int (qh_clock_now (at));
  case 'd':
    return get_day (at, 1);
  case 'e':
    return get_day (at, 2);
  case 's':
    return get_day (at, -QH_TODAY_DEBRIEF_DAYS);
  case 't':
    return get_date (at, 0);
  case 'l':
    return get_date (at, QH_EXPIRING_DAYS);
  default:
    return qh_settings_get_user_name (store);
  }
}

static GPtrArray *
get_values (QhStore *store, const QhClock *at, const char *values)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (; *values != '\0'; values++)
    g_ptr_array_add (found, get_value (store, at, *values));
  return found;
}

/* --- The lists */

GPtrArray *
qh_today_list (QhStore *store, const QhClock *at, QhTodaySection section, guint max, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store) && at != NULL && section < QH_N_TODAY, NULL);

  g_autoptr (GPtrArray) values = get_values (store, at, sections[section].values);

  g_ptr_array_add (values, g_strdup_printf ("%u", max));
  g_ptr_array_add (values, NULL);
  return qh_store_select (store, sections[section].entity, sections[section].list,
                          (const char *const *)values->pdata, error);
}

guint
qh_today_count (QhStore *store, const QhClock *at, QhTodaySection section)
{
  g_return_val_if_fail (QH_IS_STORE (store) && at != NULL && section < QH_N_TODAY, 0);

  g_autoptr (GPtrArray) values = get_values (store, at, sections[section].values);

  g_ptr_array_add (values, NULL);
  return (guint)MAX (
      qh_store_count (store, sections[section].count, (const char *const *)values->pdata), 0);
}

GPtrArray *
qh_today_list_next (QhStore *store, gint64 from, gint64 until, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  g_autofree char *after = format_int (from);
  g_autofree char *last = format_int (until);
  const char *values[] = { after, last, NULL };

  return qh_store_select (store, &qh_meeting_entity,
                          "WHERE " PLANNED " AND start > CAST (?1 AS INTEGER) AND start <= "
                          "CAST (?2 AS INTEGER) AND began IS NULL ORDER BY start, id",
                          values, error);
}

QhDesignReview *
qh_today_review (QhStore *store, const char *meeting, GError **error)
{
  g_return_val_if_fail (QH_IS_STORE (store) && meeting != NULL, NULL);

  g_autoptr (QhPlan) plan = qh_store_load_plan (store, meeting, error);
  g_autoptr (QhContext) context = plan != NULL ? qh_store_gather (store, plan, error) : NULL;

  return context != NULL ? qh_design_review_new (context) : NULL;
}
