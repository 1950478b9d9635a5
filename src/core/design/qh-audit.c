/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "design/qh-audit.h"
#include "base/qh-time.h"
#include <glib/gi18n-lib.h>

static void
ask (QhAuditScore *score, gboolean is_known, gboolean is_good)
{
  score->asked += is_known ? 1 : 0;
  score->good += is_known && is_good ? 1 : 0;
}

QhAuditScore
qh_audit_score (QhTouchpointCheck *check)
{
  QhAuditScore score = { 0, 0 };

  ask (&score, TRUE, check->live_person);
  ask (&score, check->seconds_to_person != QH_NONE, check->seconds_to_person <= QH_AUDIT_SECONDS);
  ask (&score, check->menu_levels != QH_NONE, check->menu_levels <= QH_AUDIT_MENU_LEVELS);
  ask (&score, check->hours_to_answer != QH_NONE, check->hours_to_answer <= QH_AUDIT_HOURS);
  ask (&score, check->knew != QH_NONE, check->knew >= QH_AUDIT_KNEW);
  return score;
}

int
qh_audit_compare (QhAuditScore now, QhAuditScore before)
{
  return now.good * before.asked - before.good * now.asked;
}

char *
qh_audit_score_label (QhAuditScore score)
{
  /* Translators: how many questions of a self-test were answered well, of how many */
  return g_strdup_printf (_ ("%d of %d as it should be"), score.good, score.asked);
}

const char *
qh_audit_trend_label (QhAuditScore now, QhAuditScore before)
{
  int order = qh_audit_compare (now, before);

  return order > 0   ? _ ("better than before")
         : order < 0 ? _ ("worse than before")
                     : _ ("as before");
}

gboolean
qh_audit_is_due (const char *checked_on, const char *today)
{
  return checked_on == NULL ||
         qh_date_to_days (today) - qh_date_to_days (checked_on) > QH_AUDIT_DAYS;
}
