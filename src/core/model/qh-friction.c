/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-friction.h"
#include "model/qh-dates.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhFriction, client, N_ ("Client"), 0, "client"),
  QH_FIELD_REFERENCE (QhFriction, contact, N_ ("Contact"), 0, "contact"),
  QH_FIELD_ENUM (QhFriction, touchpoint, N_ ("Touchpoint"), QH_FIELD_REQUIRED, qh_touchpoint_values,
                 QH_TOUCHPOINT_OTHER),
  QH_FIELD_TEXT (QhFriction, title, N_ ("Title"), QH_FIELD_REQUIRED | QH_FIELD_SEARCHABLE),
  QH_FIELD_TEXT (QhFriction, words, N_ ("Words"), QH_FIELD_SEARCHABLE),
  QH_FIELD_INTEGER (QhFriction, severity, N_ ("Severity"), QH_FIELD_REQUIRED, 1, 4, 2),
  QH_FIELD_INTEGER (QhFriction, minutes, N_ ("Minutes each time"), 0, 0, 525600, QH_NONE),
  QH_FIELD_INTEGER (QhFriction, times_per_year, N_ ("Times a year"), 0, 0, 1000000, QH_NONE),
  QH_FIELD_DATE (QhFriction, reported, N_ ("Reported"), QH_FIELD_REQUIRED),
  QH_FIELD_ENUM (QhFriction, status, N_ ("Status"), QH_FIELD_REQUIRED, qh_friction_status_values,
                 QH_FRICTION_STATUS_OPEN),
  QH_FIELD_TEXT (QhFriction, owner, N_ ("Owner"), 0),
  QH_FIELD_DATE (QhFriction, due, N_ ("Due"), 0),
  QH_FIELD_TEXT (QhFriction, ask, N_ ("What we ask"), 0),
  QH_FIELD_DATE (QhFriction, removed, N_ ("Removed"), 0),
  QH_FIELD_TEXT (QhFriction, change, N_ ("What changed"), QH_FIELD_SEARCHABLE),
  QH_FIELD_ENUM (QhFriction, cause, N_ ("Cause"), 0, qh_friction_cause_values, 0),
  QH_FIELD_TEXT (QhFriction, learned, N_ ("What we learned"), QH_FIELD_SEARCHABLE),
  QH_FIELD_DATE (QhFriction, told, N_ ("Told the client"), 0),
  QH_FIELD_TEXT (QhFriction, reason, N_ ("Reason"), 0),
  QH_FIELD_INTEGER (QhFriction, ease, N_ ("How easy we made it"), 0, 1, 7, QH_NONE),
  QH_FIELD_REFERENCE (QhFriction, contact_log, N_ ("Contact log entry"), 0, "contact_log"),
  QH_FIELD_REFERENCE (QhFriction, promise, N_ ("Promise it breaks"), 0, "promise"),
};

static gboolean
check (QhRecord *record, GError **error)
{
  QhFriction *self = QH_FRICTION (record);

  return qh_dates_check ("removed", self->reported, self->removed, error);
}

QH_DEFINE_RECORD (QhFriction, qh_friction, "friction", "frictions", N_ ("Friction"), "title",
                  fields, check)
