/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-supply.h"
#include "base/qh-text.h"
#include "design/qh-scarcity.h"
#include "store/qh-ledger.h"
#include <glib/gi18n-lib.h>

static QhPip
pip_of (QhCopyState state)
{
  if (state == QH_COPY_RESERVED)
    return QH_PIP_RESERVED;
  return state == QH_COPY_DELIVERED ? QH_PIP_GIVEN : QH_PIP_AWAY;
}

static void
read_pips (QhStore *store, const char *id, QhPips *pips)
{
  g_autoptr (GPtrArray) copies = qh_ledger_list_copies (store, id, NULL);

  for (guint i = 0; copies && i < copies->len; i++) {
    const QhCopy *copy = g_ptr_array_index (copies, i);
    pips->pips[copy->number - 1] = pip_of (copy->state);
  }
}

QhPips
qh_supply_read (QhStore *store, QhContent *content)
{
  QhPips pips = { .edition = content->edition };
  QhLedgerCounts counts = { 0 };

  g_return_val_if_fail (QH_IS_STORE (store), pips);
  if (!qh_ledger_count (store, QH_RECORD (content)->id, &counts, NULL))
    return pips;
  pips.edition = counts.edition;
  pips.counts[QH_PIP_LEFT] = counts.available;
  pips.counts[QH_PIP_RESERVED] = counts.reserved;
  pips.counts[QH_PIP_GIVEN] = counts.delivered;
  pips.counts[QH_PIP_AWAY] = counts.away;
  if (pips.edition != QH_NONE && !qh_pips_has_bar (&pips))
    read_pips (store, QH_RECORD (content)->id, &pips);
  return pips;
}

char *
qh_supply_short_label (const QhPips *pips)
{
  if (pips->edition != QH_NONE)
    return g_strdup_printf (_ ("%d of %d left"), (int)pips->counts[QH_PIP_LEFT],
                            (int)pips->edition);
  if (pips->counts[QH_PIP_GIVEN] == 0)
    return g_strdup (_ ("Nothing given yet"));
  return g_strdup_printf (_ ("%d given"), (int)pips->counts[QH_PIP_GIVEN]);
}

char *
qh_supply_window_label (QhContent *content, const char *today)
{
  g_autofree char *from =
      content->available_from ? qh_date_short_label (content->available_from) : NULL;
  g_autofree char *until =
      content->available_until ? qh_date_short_label (content->available_until) : NULL;

  if (until && g_strcmp0 (content->available_until, today) < 0)
    return g_strdup_printf (_ ("ended %s"), until);
  if (from && g_strcmp0 (content->available_from, today) > 0)
    return until ? g_strdup_printf (_ ("from %s until %s"), from, until)
                 : g_strdup_printf (_ ("from %s"), from);
  return until ? g_strdup_printf (_ ("until %s"), until) : NULL;
}

gboolean
qh_supply_is_unproven (QhContent *content, const char *today)
{
  return content->rarity == QH_RARITY_OURS_ALONE &&
         (qh_text_is_empty (content->evidence) ||
          (content->recheck && g_strcmp0 (content->recheck, today) < 0));
}

static char *
describe_end (int days)
{
  if (days == 0)
    return g_strdup (_ ("Expires today"));
  return g_strdup_printf (ngettext ("Expires in %d day", "Expires in %d days", days), days);
}

char *
qh_supply_state_label (QhContent *content, const QhPips *pips, const char *today, gboolean *is_bad)
{
  gint64 left = pips->counts[QH_PIP_LEFT];
  int days = content->available_until
                 ? qh_date_to_days (content->available_until) - qh_date_to_days (today)
                 : G_MAXINT;

  *is_bad = FALSE;
  if (content->retired)
    return g_strdup (_ ("Retired"));
  if (days < 0)
    return g_strdup (_ ("Ended"));
  if (content->available_from && g_strcmp0 (content->available_from, today) > 0)
    return g_strdup (_ ("Not yet"));
  if (pips->edition != QH_NONE && left == 0)
    return g_strdup (_ ("None left"));
  *is_bad = TRUE;
  if (days <= QH_EXPIRING_DAYS)
    return describe_end (days);
  if (pips->edition != QH_NONE && left < pips->edition && 3 * left <= pips->edition)
    return g_strdup (_ ("Running out"));
  return qh_supply_is_unproven (content, today) ? g_strdup (_ ("Unproven")) : NULL;
}

/* --- Scarcity */

static QhScarcity
get_scarcity (QhContent *content, const QhPips *pips)
{
  return qh_scarcity (content, pips->counts[QH_PIP_RESERVED] + pips->counts[QH_PIP_GIVEN]);
}

int
qh_supply_scarcity (QhContent *content, const QhPips *pips)
{
  return get_scarcity (content, pips).product;
}

static char *
describe_supply (const QhPips *pips)
{
  if (pips->edition == QH_NONE)
    return g_strdup (_ ("Without limit"));
  return g_strdup_printf (_ ("%d of %d reserved or given"),
                          (int)(pips->counts[QH_PIP_RESERVED] + pips->counts[QH_PIP_GIVEN]),
                          (int)pips->edition);
}

void
qh_supply_scarcity_factors (QhContent *content, const QhPips *pips, char *words[QH_N_FACTORS],
                            char *numbers[QH_N_FACTORS])
{
  QhScarcity scarcity = get_scarcity (content, pips);

  words[0] = g_strdup (content->rarity ? qh_enum_label (qh_rarity_values, content->rarity)
                                       : _ ("No rarity"));
  words[1] = describe_supply (pips);
  words[2] = g_strdup (content->available_until ? _ ("An end date") : _ ("No end date"));
  numbers[0] = g_strdup_printf ("%.1f", scarcity.rarity);
  numbers[1] = g_strdup_printf ("%.2f", scarcity.supply);
  numbers[2] = g_strdup_printf ("%.1f", scarcity.window);
}

guint
qh_supply_count_due (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), 0);

  return qh_today_count (store, qh_store_get_clock (store), QH_TODAY_CONTENT);
}
