/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "design/qh-contact-figures.h"
#include <glib/gi18n-lib.h>

gboolean
qh_contact_log_is_upgraded (const QhContactLog *entry)
{
  g_return_val_if_fail (entry != NULL, FALSE);

  return entry->upgraded_to != NULL;
}

gboolean
qh_contact_log_is_answered (const QhContactLog *entry)
{
  g_return_val_if_fail (entry != NULL, FALSE);

  return entry->upgraded_to != NULL && entry->upgrade_answer != NULL &&
         entry->upgrade_change != NULL && entry->upgrade_told != NULL;
}

static void
count (QhContactFigure *figure, gboolean is_whole, gboolean is_part)
{
  figure->whole += is_whole;
  figure->part += is_whole && is_part;
}

void
qh_contact_figures_add (QhContactFigures *figures, const QhContactLog *entry)
{
  g_return_if_fail (figures != NULL && entry != NULL);

  count (&figures->of[QH_CONTACT_FIGURE_RING], entry->rings != QH_NONE, entry->rings <= 1);
  count (&figures->of[QH_CONTACT_FIGURE_SOLVED], entry->solved != 0,
         entry->solved == QH_SOLVED_YES);
  count (&figures->of[QH_CONTACT_FIGURE_FAILURE], TRUE, entry->failure);
  count (&figures->of[QH_CONTACT_FIGURE_UPGRADES], qh_contact_log_is_upgraded (entry),
         qh_contact_log_is_answered (entry));
  count (&figures->of[QH_CONTACT_FIGURE_LEARNED], TRUE,
         entry->learned != NULL || entry->upgrade_answer != NULL);
}

gboolean
qh_contact_figure_is_enough (const QhContactFigure *figure)
{
  g_return_val_if_fail (figure != NULL, FALSE);

  return figure->whole >= QH_CONTACT_LEAST;
}

int
qh_contact_figure_percent (const QhContactFigure *figure)
{
  g_return_val_if_fail (figure != NULL && figure->whole > 0, 0);

  gint64 percent = (200 * figure->part + figure->whole) / (2 * figure->whole);
  if (figure->part == 0 || figure->part == figure->whole)
    return (int)percent;
  return (int)CLAMP (percent, 1, 99);
}

const char *
qh_contact_figure_title (QhContactFigureKind kind)
{
  static const char *const titles[] = {
    [QH_CONTACT_FIGURE_RING] = N_ ("Answered at first ring"),
    [QH_CONTACT_FIGURE_SOLVED] = N_ ("Solved at first contact"),
    [QH_CONTACT_FIGURE_FAILURE] = N_ ("Failure demand"),
    [QH_CONTACT_FIGURE_UPGRADES] = N_ ("Upgrades answered"),
    [QH_CONTACT_FIGURE_LEARNED] = N_ ("Taught us something"),
  };

  g_return_val_if_fail (kind < QH_N_CONTACT_FIGURES, NULL);
  return _ (titles[kind]);
}

char *
qh_contact_figure_value (const QhContactFigure *figure)
{
  /* Translators: a share in whole percent */
  return qh_contact_figure_is_enough (figure)
             ? g_strdup_printf (_ ("%d %%"), qh_contact_figure_percent (figure))
             : g_strdup ("–");
}

char *
qh_contact_figure_basis (const QhContactFigure *figure)
{
  g_return_val_if_fail (figure != NULL, NULL);

  if (!qh_contact_figure_is_enough (figure))
    /* Translators: how many there are, and how many it takes to say something */
    return g_strdup_printf (_ ("not enough yet (%d of %d)"), (int)figure->whole, QH_CONTACT_LEAST);
  /* Translators: "18 of 26" */
  return g_strdup_printf (_ ("%d of %d"), (int)figure->part, (int)figure->whole);
}
