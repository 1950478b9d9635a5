/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-received-plan.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_TEXT (QhReceivedPlan, plan, N_ ("Plan"), QH_FIELD_REQUIRED),
  QH_FIELD_INTEGER (QhReceivedPlan, revision, N_ ("Revision"), 0, 0, G_MAXINT32, 0),
  QH_FIELD_ENUM (QhReceivedPlan, edition, N_ ("Edition"), 0, qh_edition_values, QH_EDITION_FULL),
  QH_FIELD_TEXT (QhReceivedPlan, sender, N_ ("Sender"), 0),
  QH_FIELD_INSTANT (QhReceivedPlan, received, N_ ("Received"), 0),
  QH_FIELD_TEXT (QhReceivedPlan, bytes, N_ ("Bytes"), QH_FIELD_VERBATIM),
  QH_FIELD_ENUM (QhReceivedPlan, state, N_ ("State"), 0, qh_received_state_values,
                 QH_RECEIVED_STATE_WAITING),
};

QH_DEFINE_RECORD (QhReceivedPlan, qh_received_plan, "received_plan", "received_plans",
                  N_ ("Received plan"), NULL, fields, NULL)
