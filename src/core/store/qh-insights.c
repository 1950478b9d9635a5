/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-insights.h"
#include "base/qh-text.h"
#include "store/qh-insight-lists.h"
#include "store/qh-insight-schema.h"
#include "store/qh-settings.h"
#include "store/qh-sqlite.h"
#include "store/qh-store-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* A longer period is a slip of the hand. */
#define MONTHS_MOST (100 * 12)

/* --- What is asked */

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

/* --- What was counted */

/* The columns of a row. */
enum { MONTH, SORT, SPOT, N, A, B, C, D, E, F };

/* ?1 the scope, ?2 and ?3 the months, ?4 today: what falls into the months, what is open, and what
 * is overdue. */
#define ROWS_OF(where) \
  "SELECT month, sort, spot, n, a, b, c, d, e, f FROM insight_sum WHERE scope = ?1 AND " where
#define ROWS                                                                     \
  ROWS_OF ("month BETWEEN ?2 AND ?3")                                            \
  " UNION ALL " ROWS_OF ("month = '' AND sort = 'open'") " UNION ALL " ROWS_OF ( \
      "month = '' AND sort = 'due' AND spot < ?4")

static gint64
number (sqlite3_stmt *row, int column)
{
  return sqlite3_column_int64 (row, column);
}

static const char *
text (sqlite3_stmt *row, int column)
{
  return (const char *)sqlite3_column_text (row, column);
}

/* The value that the first word of @words names; what is behind it, too. */
static int
find_value (const QhEnumValue *values, const char *words, const char **behind)
{
  const char *end = strchr (words, ' ');
  gsize length = end != NULL ? (gsize)(end - words) : strlen (words);

  if (behind != NULL)
    *behind = end != NULL ? end + 1 : "";
  for (int i = 0; length > 0 && values[i].name != NULL; i++)
    if (strlen (values[i].name) == length && strncmp (values[i].name, words, length) == 0)
      return i + 1;
  return 0;
}

static void
count_segments (QhInsightFacts *facts, QhInsightMonth *month, sqlite3_stmt *row)
{
  int value = find_value (qh_segment_kind_values, text (row, SPOT), NULL);
  QhInsightKind *kind = &facts->kinds[value];

  kind->n += number (row, D);
  kind->planned += number (row, A);
  kind->actual += number (row, B);
  month->seconds[value] += number (row, C);
}

static void
count_meetings (QhInsightFacts *facts, QhInsightMonth *month, sqlite3_stmt *row)
{
  month->held += number (row, N);
  month->known += number (row, A);
  month->reached += number (row, B);
  month->measured += number (row, C);
  month->taken += number (row, D);
  month->taken_well += number (row, E);
}

static void
count_scores (QhInsightFacts *facts, QhInsightMonth *month, sqlite3_stmt *row)
{
  static const char *const lowest[QH_INSIGHT_BANDS] = { "0", "50", "70", "80", "90" };

  for (guint i = 0; i < QH_INSIGHT_BANDS; i++) {
    if (strcmp (lowest[i], text (row, SPOT)) != 0)
      continue;
    facts->bands[i].n += number (row, N);
    facts->bands[i].reached += number (row, B);
  }
}

/* The touchpoint and the cause that a row of frictions is about. */
static void
find_spots (QhInsightFacts *facts, sqlite3_stmt *row, QhInsightSpot **touchpoint,
            QhInsightSpot **cause)
{
  const char *behind = NULL;

  *touchpoint = &facts->touchpoints[find_value (qh_touchpoint_values, text (row, SPOT), &behind)];
  *cause = &facts->causes[find_value (qh_friction_cause_values, behind, NULL)];
}

static void
count_opened (QhInsightFacts *facts, QhInsightMonth *month, sqlite3_stmt *row)
{
  QhInsightSpot *touchpoint, *cause;

  find_spots (facts, row, &touchpoint, &cause);
  touchpoint->opened += number (row, N);
  cause->opened += number (row, N);
  month->opened += number (row, N);
  month->cost_opened += number (row, A);
}

static void
count_removed (QhInsightFacts *facts, QhInsightMonth *month, sqlite3_stmt *row)
{
  QhInsightSpot *touchpoint, *cause;

  find_spots (facts, row, &touchpoint, &cause);
  touchpoint->removed += number (row, N);
  cause->removed += number (row, N);
  month->removed += number (row, N);
  month->cost_removed += number (row, A);
}

static void
count_open (QhInsightFacts *facts, QhInsightMonth *month, sqlite3_stmt *row)
{
  QhInsightSpot *touchpoint, *cause;

  find_spots (facts, row, &touchpoint, &cause);
  touchpoint->open += number (row, N);
  touchpoint->cost += number (row, A);
}

static void
count_kept (QhInsightFacts *facts, QhInsightMonth *month, sqlite3_stmt *row)
{
  month->kept += number (row, N);
}

static void
count_unkept (QhInsightFacts *facts, QhInsightMonth *month, sqlite3_stmt *row)
{
  gboolean is_late = strcmp (text (row, SORT), "late") == 0;
  const char *reason = NULL;
  int maker = find_value (qh_promise_maker_values, text (row, SPOT), &reason);

  *(is_late ? &month->late : &month->broken) += number (row, N);
  qh_insight_facts_add_reason (facts, reason, maker, is_late, number (row, N));
}

/* What is overdue is so today. */
static void
count_due (QhInsightFacts *facts, QhInsightMonth *month, sqlite3_stmt *row)
{
  month = qh_insight_facts_month (facts, facts->today);
  if (month != NULL)
    month->overdue += number (row, N);
}

static void
count_contacts (QhInsightFacts *facts, QhInsightMonth *month, sqlite3_stmt *row)
{
  month->contacts += number (row, N);
  month->first_ring += number (row, A);
  month->rung += number (row, B);
  month->solved += number (row, C);
  month->solved_known += number (row, D);
  month->failures += number (row, E);
  month->learned += number (row, F);
}

static const struct {
  const char *sort;
  gboolean is_of_no_month;
  void (*count) (QhInsightFacts *facts, QhInsightMonth *month, sqlite3_stmt *row);
} sorts[] = {
  { "segment", FALSE, count_segments }, { "meeting", FALSE, count_meetings },
  { "score", FALSE, count_scores },     { "opened", FALSE, count_opened },
  { "removed", FALSE, count_removed },  { "open", TRUE, count_open },
  { "kept", FALSE, count_kept },        { "late", FALSE, count_unkept },
  { "broken", FALSE, count_unkept },    { "due", TRUE, count_due },
  { "contact", FALSE, count_contacts },
};

static void
count_row (QhInsightFacts *facts, sqlite3_stmt *row)
{
  QhInsightMonth *month = qh_insight_facts_month (facts, text (row, MONTH));

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (strcmp (sorts[i].sort, text (row, SORT)) == 0 && (month != NULL || sorts[i].is_of_no_month))
      sorts[i].count (facts, month, row);
}

static char *
name_scope (const QhInsightAsk *ask)
{
  if (ask->client != NULL)
    return g_strdup (ask->client);
  return ask->territory != NULL ? g_strconcat ("@", ask->territory, NULL) : g_strdup ("");
}

static gboolean
count_all (QhStore *store, const QhInsightAsk *ask, QhInsightFacts *facts, GError **error)
{
  g_autofree char *scope = name_scope (ask);
  const char *values[] = { scope, ask->from, ask->to, facts->today, NULL };
  sqlite3_stmt *row = qh_store_prepare (store, ask->client != NULL ? qh_insight_of_client : ROWS);
  g_autoptr (GError) failure = NULL;

  qh_sqlite_bind_texts (row, values);
  while (qh_sqlite_step (row, &failure))
    count_row (facts, row);
  sqlite3_reset (row);
  return qh_error_pass_on (&failure, error);
}

/* --- What was decided */

static gboolean
find_decision (QhStore *store, int touchpoint, QhInsightSpot *spot, GError **error)
{
  const char *values[] = { qh_enum_name (qh_touchpoint_values, touchpoint), NULL };
  sqlite3_stmt *row =
      qh_store_prepare (store, "SELECT id, verdict, reason, look_again FROM decision"
                               "  WHERE touchpoint = ?1 ORDER BY decided DESC, id DESC LIMIT 1");
  g_autoptr (GError) failure = NULL;

  qh_sqlite_bind_texts (row, values);
  if (qh_sqlite_step (row, &failure)) {
    spot->decision = g_strdup (text (row, 0));
    spot->verdict = find_value (qh_verdict_values, text (row, 1), NULL);
    spot->reason = g_strdup (text (row, 2));
    spot->look_again = g_strdup (text (row, 3));
  }
  sqlite3_reset (row);
  return qh_error_pass_on (&failure, error);
}

static gboolean
find_decisions (QhStore *store, QhInsightFacts *facts, GError **error)
{
  for (int i = 1; i < QH_INSIGHT_TOUCHPOINTS; i++)
    if (!find_decision (store, i, &facts->touchpoints[i], error))
      return FALSE;
  return TRUE;
}

guint
qh_store_count_undecided (QhStore *store)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));
  g_autoptr (QhInsightFacts) facts = NULL;
  sqlite3_stmt *row;
  guint n = 0;

  g_return_val_if_fail (QH_IS_STORE (store), 0);
  facts = qh_insight_facts_new (today, today);
  row = qh_store_prepare (store, ROWS_OF ("month = '' AND sort = 'open'"));
  sqlite3_bind_text (row, 1, "", -1, SQLITE_STATIC);
  while (qh_sqlite_step (row, NULL))
    count_row (facts, row);
  sqlite3_reset (row);
  if (!find_decisions (store, facts, NULL))
    return 0;
  for (int i = 1; i < QH_INSIGHT_TOUCHPOINTS; i++)
    n += qh_insight_spot_is_due (&facts->touchpoints[i], today);
  return n;
}

/* --- All together */

static QhInsightFacts *
gather (QhStore *store, const QhInsightAsk *ask, GError **error)
{
  g_autoptr (QhInsightFacts) facts = qh_insight_facts_new (ask->from, ask->to);

  facts->is_narrowed = ask->client != NULL || ask->territory != NULL;
  facts->today = qh_clock_today (qh_store_get_clock (store));
  facts->currency = qh_settings_get_currency (store);
  if (count_all (store, ask, facts, error) && find_decisions (store, facts, error) &&
      qh_insight_lists_fill (store, ask, facts, error))
    return g_steal_pointer (&facts);
  return NULL;
}

static gboolean
check (const QhInsightAsk *ask, GError **error)
{
  guint months = qh_insight_count_months (ask->from, ask->to);

  if (months == 0)
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("“%s” to “%s” is no period of months (like 2026-01)."), ask->from,
                          ask->to);
  if (months > MONTHS_MOST)
    return qh_error_fail (error, QH_ERROR_INVALID,
                          _ ("“%s” to “%s” is longer than a hundred years."), ask->from, ask->to);
  return TRUE;
}

GPtrArray *
qh_store_insights (QhStore *store, const QhInsightAsk *ask, GError **error)
{
  g_autoptr (QhInsightFacts) facts = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && ask != NULL, NULL);
  g_return_val_if_fail (ask->client == NULL || ask->territory == NULL, NULL);
  if (!check (ask, error))
    return NULL;
  facts = gather (store, ask, error);
  return facts != NULL ? qh_insight_pictures (facts) : NULL;
}

/* The next one each time: there may be very many clients in each. */
#define TERRITORIES                                                                              \
  "WITH RECURSIVE one (name) AS (SELECT min (territory) FROM client WHERE territory IS NOT NULL" \
  "  UNION ALL SELECT (SELECT min (territory) FROM client WHERE territory > one.name) FROM one"  \
  "    WHERE one.name IS NOT NULL) SELECT name FROM one WHERE name IS NOT NULL ORDER BY name"

GPtrArray *
qh_store_list_territories (QhStore *store, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *row;

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  row = qh_store_prepare (store, TERRITORIES);
  while (qh_sqlite_step (row, &failure))
    g_ptr_array_add (names, g_strdup ((const char *)sqlite3_column_text (row, 0)));
  sqlite3_reset (row);
  return qh_error_pass_on (&failure, error) ? g_steal_pointer (&names) : NULL;
}
