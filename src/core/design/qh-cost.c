/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "design/qh-cost.h"
#include "base/qh-text.h"
#include "base/qh-time.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <locale.h>

/* Thousandths of a yearly value. */
#define WHOLE 1000
#define MINUTES 60

gint64
qh_cost_add (gint64 a, gint64 b)
{
  return a > QH_MONEY_MAX - b ? QH_MONEY_MAX : a + b;
}

/* @n times @amount, at most QH_MONEY_MAX. */
static gint64
times (gint64 amount, gint64 n)
{
  return amount > 0 && n > QH_MONEY_MAX / amount ? QH_MONEY_MAX : amount * n;
}

/* Minutes of one client in a year. */
static gint64
minutes_each (const QhCostFacts *facts)
{
  return MAX (facts->minutes, 0) * MAX (facts->times_per_year, 0);
}

/* What so many minutes cost. */
static gint64
price (gint64 minutes, gint64 hourly_rate)
{
  gint64 most = G_MAXINT64 - MINUTES;

  if (hourly_rate > 0 && minutes > most / hourly_rate)
    return QH_MONEY_MAX;
  return MIN ((minutes * hourly_rate + MINUTES / 2) / MINUTES, QH_MONEY_MAX);
}

static int
share_of (const QhCostAssumptions *assumptions, gint64 severity)
{
  return severity >= 1 && severity <= QH_SEVERITIES ? assumptions->shares[severity - 1] : 0;
}

/* What of a yearly value is at risk; a value of QH_MONEY_MAX times the whole is within range. */
static gint64
loss (gint64 value, int share)
{
  return (MAX (value, 0) * share + WHOLE / 2) / WHOLE;
}

/* With the clients' time alone. */
static QhCost
cost_of_time (const QhCostAssumptions *assumptions, const QhCostFacts *facts)
{
  gint64 minutes = minutes_each (facts);

  return (QhCost){ .clients = facts->clients,
                   .client_minutes = times (minutes, facts->clients),
                   .client_cost =
                       times (price (minutes, assumptions->hourly_rate), facts->clients) };
}

QhCost
qh_cost_part (const QhCostAssumptions *assumptions, const QhCostFacts *facts, gint64 cost)
{
  QhCost parts = cost_of_time (assumptions, facts);

  parts.own_loss = cost - parts.client_cost;
  parts.cost = cost;
  return parts;
}

QhCost
qh_cost (const QhCostAssumptions *assumptions, const QhCostFacts *facts)
{
  int share = share_of (assumptions, facts->severity);
  QhCost cost = cost_of_time (assumptions, facts);

  for (guint i = 0; i < facts->clients; i++)
    cost.own_loss = qh_cost_add (cost.own_loss, loss (facts->values[i], share));
  cost.cost = qh_cost_add (cost.client_cost, cost.own_loss);
  return cost;
}

QhCostFacts
qh_cost_facts (QhFriction *friction, const gint64 *values, guint clients)
{
  return (QhCostFacts){ .severity = friction->severity,
                        .minutes = friction->minutes,
                        .times_per_year = friction->times_per_year,
                        .values = values,
                        .clients = clients };
}

double
qh_cost_hours (const QhCost *cost)
{
  return (double)cost->client_minutes / MINUTES;
}

/* --- For people */

void
qh_cost_line_free (QhCostLine *line)
{
  g_free (line->label);
  g_free (line->text);
  g_free (line);
}

const char *
qh_severity_label (gint64 severity)
{
  static const char *const labels[] = { N_ ("annoys"), N_ ("slows"), N_ ("stops work"),
                                        N_ ("may make him leave") };

  g_return_val_if_fail (severity >= 1 && severity <= QH_SEVERITIES, NULL);
  return _ (labels[severity - 1]);
}

char *
qh_cost_label (gint64 cost, const char *currency)
{
  g_autofree char *amount = qh_money_label (cost, currency);

  /* Translators: an amount */
  return g_strdup_printf (_ ("%s a year"), amount);
}

/* @number of @unit with as many of its @digits decimals as say something: "8", "8.33", "2.5". */
static char *
decimal (gint64 number, gint64 unit, int digits)
{
  g_autofree char *rest = g_strdup_printf ("%0*" PRId64, digits, number % unit);

  for (int i = digits; i > 0 && rest[i - 1] == '0'; i--)
    rest[i - 1] = '\0';
  return g_strdup_printf ("%" PRId64 "%s%s", number / unit,
                          rest[0] != '\0' ? localeconv ()->decimal_point : "", rest);
}

static char *
hours_text (gint64 minutes)
{
  return decimal (minutes / MINUTES * 100 + (minutes % MINUTES * 100 + MINUTES / 2) / MINUTES, 100,
                  2);
}

static char *
share_text (int share)
{
  return decimal (share, 10, 1);
}

static char *
time_text (const QhCostAssumptions *assumptions, const QhCostFacts *facts, const QhCost *cost,
           const char *currency)
{
  g_autofree char *hours = hours_text (cost->client_minutes);
  g_autofree char *rate = qh_money_label (assumptions->hourly_rate, currency);
  g_autofree char *amount = qh_money_label (cost->client_cost, currency);

  if (facts->minutes == QH_NONE)
    return g_strdup (_ ("How long it takes each time is not known, so it is not counted."));
  if (facts->times_per_year == QH_NONE)
    return g_strdup (_ ("How often it happens is not known, so it is not counted."));
  if (facts->clients == 1)
    /* Translators: "20 min × 24 a year = 8 h × €45 = €360" */
    return g_strdup_printf (_ ("%d min × %d a year = %s h × %s = %s"), (int)facts->minutes,
                            (int)facts->times_per_year, hours, rate, amount);
  /* Translators: "20 min × 24 a year × 7 clients = 56 h × €45 = €2,520" */
  return g_strdup_printf (
      ngettext ("%d min × %d a year × %u client = %s h × %s = %s",
                "%d min × %d a year × %u clients = %s h × %s = %s", facts->clients),
      (int)facts->minutes, (int)facts->times_per_year, facts->clients, hours, rate, amount);
}

/* How many of the clients have a yearly value, and all of it. */
static guint
count_values (const QhCostFacts *facts, gint64 *sum)
{
  guint known = 0;

  *sum = 0;
  for (guint i = 0; i < facts->clients; i++)
    if (facts->values[i] != QH_NONE) {
      known++;
      *sum = qh_cost_add (*sum, facts->values[i]);
    }
  return known;
}

static char *
risk_text (const QhCostAssumptions *assumptions, const QhCostFacts *facts, const QhCost *cost,
           const char *currency)
{
  gint64 sum;
  guint known = count_values (facts, &sum);
  g_autofree char *value = qh_money_label (sum, currency);
  g_autofree char *share = share_text (share_of (assumptions, facts->severity));
  g_autofree char *amount = qh_money_label (cost->own_loss, currency);

  if (known == 0)
    return g_strdup (ngettext ("What he buys in a year is not known, so it is not counted.",
                               "What they buy in a year is not known, so it is not counted.",
                               facts->clients));
  if (facts->clients == 1)
    /* Translators: "€14,200 a year × 10 % = €1,420" */
    return g_strdup_printf (_ ("%s a year × %s %% = %s"), value, share, amount);
  if (known == facts->clients)
    /* Translators: "€210,000 a year from 7 clients × 10 % = €21,000" */
    return g_strdup_printf (ngettext ("%s a year from %u client × %s %% = %s",
                                      "%s a year from %u clients × %s %% = %s", known),
                            value, known, share, amount);
  /* Translators: "€150,000 a year from the 5 of 7 clients of whom it is known × 10 % = €15,000" */
  return g_strdup_printf (
      ngettext ("%s a year from the %u of %u clients of whom it is known × %s %% = %s",
                "%s a year from the %u of %u clients of whom it is known × %s %% = %s", known),
      value, known, facts->clients, share, amount);
}

static char *
together_text (const QhCost *cost, const char *currency)
{
  g_autofree char *client_cost = qh_money_label (cost->client_cost, currency);
  g_autofree char *own_loss = qh_money_label (cost->own_loss, currency);
  g_autofree char *label = qh_cost_label (cost->cost, currency);

  /* Translators: "€360 + €1,420 = €1,780 a year" */
  return g_strdup_printf (_ ("%s + %s = %s"), client_cost, own_loss, label);
}

static char *
assumed_text (const QhCostAssumptions *assumptions, gint64 severity, const char *currency)
{
  g_autofree char *rate = qh_money_label (assumptions->hourly_rate, currency);
  g_autofree char *share = share_text (share_of (assumptions, severity));

  /* Translators: "An hour of a client costs €45; severity 3 (stops work) puts 10 % of …" */
  return g_strdup_printf (_ ("An hour of a client costs %s; severity %d (%s) puts %s %% of what he "
                             "buys in a year at risk."),
                          rate, (int)severity, qh_severity_label (severity), share);
}

static void
add_line (GPtrArray *lines, const char *label, char *text)
{
  QhCostLine *line = g_new (QhCostLine, 1);

  line->label = g_strdup (label);
  line->text = text;
  g_ptr_array_add (lines, line);
}

GPtrArray *
qh_cost_lines (const QhCostAssumptions *assumptions, const QhCostFacts *facts, const char *currency)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_cost_line_free);
  QhCost cost = qh_cost (assumptions, facts);

  if (facts->clients == 0) {
    add_line (lines, ngettext ("Costs the client", "Costs the clients", 1),
              g_strdup (_ ("No client is named, so nothing is counted.")));
    return lines;
  }
  add_line (lines, ngettext ("Costs the client", "Costs the clients", facts->clients),
            time_text (assumptions, facts, &cost, currency));
  add_line (lines, _ ("At risk for us"), risk_text (assumptions, facts, &cost, currency));
  add_line (lines, _ ("Together"), together_text (&cost, currency));
  add_line (lines, _ ("Assumed"), assumed_text (assumptions, facts->severity, currency));
  return lines;
}
