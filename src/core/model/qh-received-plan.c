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
  QH_FIELD_TEXT (QhReceivedPlan, title, N_ ("Title"), 0),
  QH_FIELD_TEXT (QhReceivedPlan, client, N_ ("Client"), 0),
  QH_FIELD_INSTANT (QhReceivedPlan, start, N_ ("Start"), 0),
  QH_FIELD_INTEGER (QhReceivedPlan, score, N_ ("Score"), 0, 0, 100, QH_NONE),
  QH_FIELD_INTEGER (QhReceivedPlan, blockers, N_ ("Blockers"), 0, 0, QH_RECEIVED_BLOCKERS_MAX,
                    QH_NONE),
  QH_FIELD_TEXT (QhReceivedPlan, output, N_ ("Output"), 0),
  QH_FIELD_TEXT (QhReceivedPlan, signer_key, N_ ("Signer's key"), 0),
  QH_FIELD_TEXT (QhReceivedPlan, digest, N_ ("Digest"), 0),
  QH_FIELD_BOOLEAN (QhReceivedPlan, conflict, N_ ("Conflict")),
  QH_FIELD_TEXT (QhReceivedPlan, review, N_ ("Review"), QH_FIELD_VERBATIM),
};

QH_DEFINE_RECORD (QhReceivedPlan, qh_received_plan, "received_plan", "received_plans",
                  N_ ("Received plan"), NULL, fields, NULL)
