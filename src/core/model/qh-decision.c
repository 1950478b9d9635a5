/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-decision.h"
#include "model/qh-dates.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_ENUM (QhDecision, touchpoint, N_ ("Touchpoint"), QH_FIELD_REQUIRED, qh_touchpoint_values,
                 0),
  QH_FIELD_ENUM (QhDecision, verdict, N_ ("Decision"), QH_FIELD_REQUIRED, qh_verdict_values, 0),
  QH_FIELD_TEXT (QhDecision, reason, N_ ("Reason"), QH_FIELD_REQUIRED),
  QH_FIELD_DATE (QhDecision, look_again, N_ ("Look again"), 0),
  QH_FIELD_DATE (QhDecision, decided, N_ ("Decided"), QH_FIELD_REQUIRED),
};

static gboolean
check (QhRecord *record, GError **error)
{
  QhDecision *self = QH_DECISION (record);

  return qh_dates_check ("look_again", self->decided, self->look_again, error);
}

QH_DEFINE_RECORD (QhDecision, qh_decision, "decision", "decisions", N_ ("Decision"), NULL, fields,
                  check)
