/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-finding-accepted.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhFindingAccepted, meeting, N_ ("Meeting"), QH_FIELD_REQUIRED, "meeting"),
  QH_FIELD_TEXT (QhFindingAccepted, rule, N_ ("Rule"), QH_FIELD_REQUIRED),
  QH_FIELD_REFERENCE (QhFindingAccepted, segment, N_ ("Segment"), 0, "segment"),
  QH_FIELD_TEXT (QhFindingAccepted, key, N_ ("Key"), 0),
  QH_FIELD_TEXT (QhFindingAccepted, reason, N_ ("Reason"), QH_FIELD_REQUIRED),
};

QH_DEFINE_RECORD (QhFindingAccepted, qh_finding_accepted, "finding_accepted", "findings_accepted",
                  N_ ("Accepted finding"), NULL, fields, NULL)
