/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "touchpoints/qh-checks.h"
#include "design/qh-audit.h"
#include "qh-closures.h"
#include <glib/gi18n-lib.h>

GPtrArray *
qh_checks_list (QhStore *store, int touchpoint, guint max)
{
  g_autofree char *limit = g_strdup_printf ("%u", max);
  const char *values[] = { qh_enum_name (qh_touchpoint_values, touchpoint), limit, NULL };

  return qh_store_select (store, &qh_touchpoint_check_entity,
                          "WHERE touchpoint = ?1 ORDER BY checked_on DESC, id DESC "
                          "LIMIT CAST (?2 AS INTEGER)",
                          values, NULL);
}

static char *
label_age (const char *day, const char *today)
{
  int days = qh_date_to_days (today) - qh_date_to_days (day);

  if (days <= 0)
    return g_strdup (_ ("Checked today"));
  return g_strdup_printf (ngettext ("Checked %d day ago", "Checked %d days ago", (gulong)days),
                          days);
}

/* "Jo Park, ambassador: Mina" */
static char *
label_people (QhTouchpointCheck *check)
{
  g_autofree char *ambassador =
      check->ambassador ? g_strdup_printf (_ ("ambassador: %s"), check->ambassador) : NULL;

  return qh_closure_join (NULL, check->owner, ambassador);
}

/* "2 of 4 as it should be, better than before" */
static char *
label_result (GPtrArray *checks)
{
  QhAuditScore now = qh_audit_score (g_ptr_array_index (checks, 0));
  g_autofree char *score = qh_audit_score_label (now);

  if (checks->len < 2)
    return g_steal_pointer (&score);
  return g_strdup_printf (
      "%s, %s", score, qh_audit_trend_label (now, qh_audit_score (g_ptr_array_index (checks, 1))));
}

char *
qh_checks_describe (QhStore *store, int touchpoint)
{
  g_autoptr (GPtrArray) checks = qh_checks_list (store, touchpoint, 2);
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));
  g_autofree char *people = NULL;
  g_autofree char *age = NULL;
  g_autofree char *result = NULL;
  g_autofree char *facts = NULL;

  if (!checks || checks->len == 0)
    return g_strdup (_ ("Never checked"));
  people = label_people (g_ptr_array_index (checks, 0));
  age = label_age (QH_TOUCHPOINT_CHECK (g_ptr_array_index (checks, 0))->checked_on, today);
  result = label_result (checks);
  facts = qh_closure_join (NULL, age, result);
  return qh_closure_join (NULL, facts, people);
}

gboolean
qh_checks_is_due (QhStore *store, int touchpoint)
{
  g_autoptr (GPtrArray) checks = qh_checks_list (store, touchpoint, 1);
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));

  return qh_audit_is_due (checks && checks->len > 0
                              ? QH_TOUCHPOINT_CHECK (g_ptr_array_index (checks, 0))->checked_on
                              : NULL,
                          today);
}

char *
qh_checks_sum_label (QhStore *store, const QhTrust *trust)
{
  guint bad = 0, due = 0;
  g_autofree char *bads = NULL;
  g_autofree char *dues = NULL;

  for (int spot = QH_TOUCHPOINT_PHONE; spot <= QH_TOUCHPOINT_OTHER; spot++) {
    bad += trust && trust->spots[spot].health == QH_HEALTH_RED;
    due += qh_checks_is_due (store, spot);
  }
  if (bad > 0)
    bads = g_strdup_printf (ngettext ("%u touchpoint is bad", "%u touchpoints are bad", bad), bad);
  if (due > 0)
    dues = g_strdup_printf (ngettext ("%u to check again", "%u to check again", due), due);
  return bads || dues ? qh_closure_join (NULL, bads, dues) : NULL;
}

static void
add (GString *text, gint64 n, const char *format)
{
  if (n > 0 && text->len > 0)
    g_string_append (text, ", ");
  if (n > 0)
    g_string_append_printf (text, format, (int)n);
}

char *
qh_checks_reasons (const QhTrustSpot *spot)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add (text, spot->open, ngettext ("%d open friction", "%d open frictions", (gulong)spot->open));
  add (text, spot->severe,
       ngettext ("%d of them stops work", "%d of them stop work", (gulong)spot->severe));
  add (text, spot->unsolved,
       ngettext ("%d contact not solved at first", "%d contacts not solved at first",
                 (gulong)spot->unsolved));
  add (text, spot->failed,
       ngettext ("%d check that found nobody or no answer",
                 "%d checks that found nobody or no answer", (gulong)spot->failed));
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

GtkWidget *
qh_health_pill (QhHealth health)
{
  static const char *const classes[] = { NULL, "good", "warn", "bad" };
  GtkWidget *pill = gtk_label_new (qh_health_label (health));

  gtk_widget_add_css_class (pill, "qh-pill");
  gtk_widget_add_css_class (pill, "caption");
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  if (classes[health])
    gtk_widget_add_css_class (pill, classes[health]);
  return pill;
}
