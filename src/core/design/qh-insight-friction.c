/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of friction: where and why, over time, and what has to be decided. */
#include "base/qh-text.h"
#include "design/qh-insight-private.h"
#include <glib/gi18n-lib.h>

/* --- What came and went */

static char *
say_few_frictions (gint64 n)
{
  return g_strdup_printf (
      ngettext ("%d friction came or went so far; from %d on there is a picture.",
                "%d frictions came or went so far; from %d on there is a picture.", (gulong)n),
      (int)n, QH_INSIGHT_LEAST);
}

static char *
say_frictions (gint64 opened, gint64 removed)
{
  return g_strdup_printf (_ ("Frictions opened: %d, removed: %d."), (int)opened, (int)removed);
}

static char *
say_most_opened (const QhInsightSpot *spots, const QhEnumValue *values, guint n)
{
  guint most = 0;

  for (guint i = 1; i < n; i++)
    if (spots[i].opened > 0 && (most == 0 || spots[i].opened > spots[most].opened))
      most = i;
  /* Translators: a touchpoint, or a cause, and how many frictions */
  return most == 0 ? NULL
                   : g_strdup_printf (_ ("Most were opened for “%s”: %d."),
                                      qh_enum_label (values, (int)most), (int)spots[most].opened);
}

static QhPicture *
draw_spots (const char *id, const char *title, const QhInsightColumn *name,
            const QhInsightSpot *spots, const QhEnumValue *values, guint n)
{
  static const QhInsightColumn columns[] = {
    { "opened", N_ ("Opened"), QH_UNIT_COUNT },
    { "removed", N_ ("Removed"), QH_UNIT_COUNT },
  };
  QhPicture *picture = qh_picture_new (id, title, QH_PICTURE_PAIRS);
  gint64 opened = 0, removed = 0;

  qh_insight_add_columns (picture, name, 1);
  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++) {
    /* What is not known last, and where it is. */
    guint spot = (i + 1) % n;
    if (spot > 0 || spots[0].opened + spots[0].removed > 0)
      qh_insight_set_numbers (qh_insight_add_value (picture, values, (int)spot),
                              (gint64[]){ spots[spot].opened, spots[spot].removed }, 2);
    opened += spots[spot].opened;
    removed += spots[spot].removed;
  }
  qh_insight_say (
      picture,
      qh_insight_join (say_frictions (opened, removed), say_most_opened (spots, values, n)),
      say_few_frictions (opened + removed), opened + removed);
  return picture;
}

QhPicture *
qh_insight_draw_friction_touchpoints (const QhInsightFacts *facts)
{
  static const QhInsightColumn name = { "touchpoint", N_ ("Touchpoint"), QH_UNIT_TEXT };

  return draw_spots ("friction-touchpoints", _ ("Friction by Touchpoint"), &name,
                     facts->touchpoints, qh_touchpoint_values, QH_INSIGHT_TOUCHPOINTS);
}

QhPicture *
qh_insight_draw_friction_causes (const QhInsightFacts *facts)
{
  static const QhInsightColumn name = { "cause", N_ ("Cause"), QH_UNIT_TEXT };

  return draw_spots ("friction-causes", _ ("Friction by Cause"), &name, facts->causes,
                     qh_friction_cause_values, QH_INSIGHT_CAUSES);
}

static char *
say_balance (gint64 opened, gint64 removed)
{
  if (opened == removed)
    return g_strdup (_ ("As many went as came."));
  return g_strdup (opened > removed ? _ ("More came than went.") : _ ("More went than came."));
}

QhPicture *
qh_insight_draw_friction_months (const QhInsightFacts *facts)
{
  static const QhInsightColumn columns[] = {
    { "month", N_ ("Month"), QH_UNIT_MONTH },
    { "opened", N_ ("Opened"), QH_UNIT_COUNT },
    { "removed", N_ ("Removed"), QH_UNIT_COUNT },
  };
  QhPicture *picture =
      qh_picture_new ("friction-months", _ ("Friction Opened and Removed"), QH_PICTURE_PAIRS);
  gint64 opened = qh_insight_total (facts).opened, removed = qh_insight_total (facts).removed;

  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < facts->n_months; i++)
    qh_insight_set_numbers (qh_insight_add_month (picture, facts, i),
                            (gint64[]){ facts->months[i].opened, facts->months[i].removed }, 2);
  qh_insight_say (picture,
                  qh_insight_join (say_frictions (opened, removed), say_balance (opened, removed)),
                  say_few_frictions (opened + removed), opened + removed);
  return picture;
}

static char *
say_costs (const QhInsightFacts *facts)
{
  g_autofree char *opened = qh_money_label (qh_insight_total (facts).cost_opened, facts->currency);
  g_autofree char *removed =
      qh_money_label (qh_insight_total (facts).cost_removed, facts->currency);

  return g_strdup_printf (_ ("What was opened costs %s a year, what was removed cost %s a year, as "
                             "far as its minutes and clients are noted."),
                          opened, removed);
}

QhPicture *
qh_insight_draw_friction_cost (const QhInsightFacts *facts)
{
  static const QhInsightColumn columns[] = {
    { "month", N_ ("Month"), QH_UNIT_MONTH },
    { "opened", N_ ("Opened"), QH_UNIT_MONEY },
    { "removed", N_ ("Removed"), QH_UNIT_MONEY },
  };
  QhPicture *picture =
      qh_picture_new ("friction-cost", _ ("Yearly Cost Opened and Removed"), QH_PICTURE_PAIRS);
  gint64 n = qh_insight_total (facts).opened + qh_insight_total (facts).removed;

  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < facts->n_months; i++)
    qh_insight_set_numbers (
        qh_insight_add_month (picture, facts, i),
        (gint64[]){ facts->months[i].cost_opened, facts->months[i].cost_removed }, 2);
  qh_insight_say (picture, say_costs (facts), say_few_frictions (n), n);
  return picture;
}

/* --- What has to be decided */

static int
compare_spots (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const QhInsightFacts *facts = user_data;
  const QhInsightSpot *first = &facts->touchpoints[*(const int *)a];
  const QhInsightSpot *second = &facts->touchpoints[*(const int *)b];

  if (first->cost != second->cost)
    return first->cost < second->cost ? 1 : -1;
  return *(const int *)a - *(const int *)b;
}

/* Touchpoints (int) at which open friction costs something, the dearest first. */
static GArray *
sort_spots (const QhInsightFacts *facts)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 1; i < QH_INSIGHT_TOUCHPOINTS; i++)
    if (facts->touchpoints[i].cost > 0)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_spots, (gpointer)facts);
  return order;
}

static const char *
name_verdict (const QhInsightSpot *spot, const char *today)
{
  if (spot->verdict == QH_VERDICT_UNSET)
    return _ ("Undecided");
  return qh_insight_spot_is_due (spot, today) ? _ ("To be looked at again")
                                              : qh_enum_label (qh_verdict_values, spot->verdict);
}

static void
add_spot (QhPicture *picture, const QhInsightFacts *facts, int i, gint64 before, gint64 all)
{
  const QhInsightSpot *spot = &facts->touchpoints[i];
  QhPictureRow *row = qh_insight_add_value (picture, qh_touchpoint_values, i);

  row->kind = spot->decision != NULL ? "decision" : NULL;
  row->opens = g_strdup (spot->decision);
  qh_picture_row_set_number (row, 1, (double)spot->cost);
  qh_insight_set_share (row, 2, spot->cost, all);
  qh_insight_set_share (row, 3, before + spot->cost, all);
  qh_picture_row_set_number (row, 4, (double)spot->open);
  qh_picture_row_set_text (row, 5, name_verdict (spot, facts->today));
  qh_picture_row_set_text (row, 6, spot->reason);
  qh_picture_row_set_text (row, 7, spot->look_again);
}

/* How many touchpoints, the dearest first, carry four fifths. */
static guint
count_heavy (const QhInsightFacts *facts, GArray *order, gint64 all)
{
  double sum = 0;
  guint n = 0;

  while (n < order->len && sum * 5 < (double)all * 4)
    sum += (double)facts->touchpoints[g_array_index (order, int, n++)].cost;
  return n;
}

static char *
say_pareto (const QhInsightFacts *facts, GArray *order, gint64 all)
{
  g_autofree char *cost = qh_money_label (all, facts->currency);
  guint heavy = count_heavy (facts, order, all), due = 0;

  for (guint i = 0; i < order->len; i++)
    due +=
        qh_insight_spot_is_due (&facts->touchpoints[g_array_index (order, int, i)], facts->today);
  if (order->len == 0)
    return g_strdup (_ ("No open friction is known to cost anything."));
  return qh_insight_join (
      g_strdup_printf (ngettext ("Open friction costs %s a year; %u of %u touchpoint carries four "
                                 "fifths of it.",
                                 "Open friction costs %s a year; %u of %u touchpoints carry four "
                                 "fifths of it.",
                                 order->len),
                       cost, heavy, order->len),
      due == 0
          ? g_strdup (_ ("All of it is decided."))
          : g_strdup_printf (ngettext ("%u is to be decided.", "%u are to be decided.", due), due));
}

QhPicture *
qh_insight_draw_pareto (const QhInsightFacts *facts)
{
  static const QhInsightColumn columns[] = {
    { "touchpoint", N_ ("Touchpoint"), QH_UNIT_TEXT },
    { "cost", N_ ("Cost a year"), QH_UNIT_MONEY },
    { "share", N_ ("Of all"), QH_UNIT_SHARE },
    { "cumulative", N_ ("Together"), QH_UNIT_SHARE },
    { "frictions", N_ ("Open frictions"), QH_UNIT_COUNT },
    { "decision", N_ ("Decision"), QH_UNIT_TEXT },
    { "reason", N_ ("Reason"), QH_UNIT_TEXT },
    { "look_again", N_ ("Look again"), QH_UNIT_DATE },
  };
  QhPicture *picture = qh_picture_new ("pareto", _ ("What to Decide"), QH_PICTURE_PARETO);
  g_autoptr (GArray) order = sort_spots (facts);
  gint64 all = 0, n = 0, before = 0;

  for (guint i = 1; i < QH_INSIGHT_TOUCHPOINTS; i++) {
    all += facts->touchpoints[i].cost;
    n += facts->touchpoints[i].cost > 0 ? facts->touchpoints[i].open : 0;
  }
  qh_insight_add_columns (picture, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < order->len; i++) {
    int spot = g_array_index (order, int, i);
    add_spot (picture, facts, spot, before, all);
    before += facts->touchpoints[spot].cost;
  }
  qh_picture_say (picture, say_pareto (facts, order, all), n, 0);
  return picture;
}
