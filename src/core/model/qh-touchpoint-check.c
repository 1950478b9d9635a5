/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-touchpoint-check.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_ENUM (QhTouchpointCheck, touchpoint, N_ ("Touchpoint"), QH_FIELD_REQUIRED,
                 qh_touchpoint_values, 0),
  QH_FIELD_DATE (QhTouchpointCheck, checked_on, N_ ("Checked on"), QH_FIELD_REQUIRED),
  QH_FIELD_TEXT (QhTouchpointCheck, owner, N_ ("Owner"), 0),
  QH_FIELD_BOOLEAN (QhTouchpointCheck, live_person, N_ ("A live person")),
  QH_FIELD_INTEGER (QhTouchpointCheck, seconds_to_person, N_ ("Seconds to a person"), 0, 0, 86400,
                    QH_NONE),
  QH_FIELD_INTEGER (QhTouchpointCheck, menu_levels, N_ ("Menu levels"), 0, 0, 99, QH_NONE),
  QH_FIELD_INTEGER (QhTouchpointCheck, hours_to_answer, N_ ("Hours to an answer"), 0, 0, 8760,
                    QH_NONE),
  QH_FIELD_INTEGER (QhTouchpointCheck, knew, N_ ("Knew the answer"), 0, 0, 4, QH_NONE),
  QH_FIELD_TEXT (QhTouchpointCheck, finding, N_ ("Finding"), QH_FIELD_SEARCHABLE),
  QH_FIELD_TEXT (QhTouchpointCheck, ambassador, N_ ("Ambassador"), 0),
};

QH_DEFINE_RECORD (QhTouchpointCheck, qh_touchpoint_check, "touchpoint_check", "touchpoint_checks",
                  N_ ("Touchpoint check"), NULL, fields, NULL)
