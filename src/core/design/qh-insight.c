/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "design/qh-insight.h"
#include "base/qh-text.h"
#include <stdlib.h>
#include <string.h>

#define MONTH_CHARS 7 /* "2026-01" */

/* --- Months */

/* Months since the year 0; -1 when @text does not begin with one. */
static int
month_number (const char *text)
{
  g_autofree char *month = text != NULL ? g_strndup (text, MONTH_CHARS) : g_strdup ("");
  g_autofree char *day = g_strconcat (month, "-01", NULL);

  return qh_date_is_valid (day) ? atoi (day) * 12 + atoi (day + 5) - 1 : -1;
}

guint
qh_insight_count_months (const char *from, const char *to)
{
  int first = month_number (from), last = month_number (to);

  return first < 0 || last < first ? 0 : (guint)(last - first) + 1;
}

QhInsightMonth *
qh_insight_facts_month (QhInsightFacts *facts, const char *text)
{
  int number = month_number (text) - month_number (facts->from);

  return number >= 0 && number < (int)facts->n_months ? &facts->months[number] : NULL;
}

/* --- Facts */

static void
free_reason (gpointer data)
{
  QhInsightReason *reason = data;

  g_free (reason->text);
  g_free (reason);
}

static void
free_line (gpointer data)
{
  QhInsightLine *line = data;

  g_free (line->id);
  g_free (line->name);
  g_free (line->text);
  g_free (line->day);
  g_free (line);
}

QhInsightFacts *
qh_insight_facts_new (const char *from, const char *to)
{
  QhInsightFacts *facts = g_new0 (QhInsightFacts, 1);
  QhInsightList *lists[] = { &facts->editions, &facts->exclusives, &facts->unserved,
                             &facts->silent };

  facts->from = g_strdup (from);
  facts->n_months = qh_insight_count_months (from, to);
  facts->months = g_new0 (QhInsightMonth, facts->n_months);
  facts->reasons = g_ptr_array_new_with_free_func (free_reason);
  facts->reasons_known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    lists[i]->lines = g_ptr_array_new_with_free_func (free_line);
  return facts;
}

static void
clear_spot (QhInsightSpot *spot)
{
  g_free (spot->decision);
  g_free (spot->reason);
  g_free (spot->look_again);
}

void
qh_insight_facts_free (QhInsightFacts *facts)
{
  QhInsightList *lists[] = { &facts->editions, &facts->exclusives, &facts->unserved,
                             &facts->silent };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (lists[i]->lines);
  for (guint i = 0; i < QH_INSIGHT_TOUCHPOINTS; i++)
    clear_spot (&facts->touchpoints[i]);
  g_hash_table_unref (facts->reasons_known);
  g_ptr_array_unref (facts->reasons);
  g_free (facts->months);
  g_free (facts->from);
  g_free (facts->today);
  g_free (facts->currency);
  g_free (facts);
}

void
qh_insight_facts_add_reason (QhInsightFacts *facts, const char *text, int maker, gboolean is_late,
                             gint64 n)
{
  g_autofree char *folded = qh_text_fold (text);
  g_autofree char *key = g_strdup_printf ("%d %s", maker, folded);
  QhInsightReason *reason = g_hash_table_lookup (facts->reasons_known, key);

  if (reason == NULL) {
    reason = g_new0 (QhInsightReason, 1);
    reason->text = qh_text_trim (text);
    reason->maker = maker;
    g_ptr_array_add (facts->reasons, reason);
    g_hash_table_insert (facts->reasons_known, g_steal_pointer (&key), reason);
  }
  *(is_late ? &reason->late : &reason->broken) += n;
}

QhInsightLine *
qh_insight_list_add (QhInsightList *list, const char *id, const char *name)
{
  QhInsightLine *line = g_new0 (QhInsightLine, 1);

  line->id = g_strdup (id);
  line->name = g_strdup (name);
  g_ptr_array_add (list->lines, line);
  return line;
}

gboolean
qh_insight_spot_is_due (const QhInsightSpot *spot, const char *today)
{
  if (spot->cost <= 0)
    return FALSE;
  return spot->verdict == QH_VERDICT_UNSET ||
         (spot->look_again != NULL && strcmp (spot->look_again, today) <= 0);
}
