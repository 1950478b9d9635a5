/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-attendee.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhAttendee, meeting, N_ ("Meeting"), QH_FIELD_REQUIRED, "meeting"),
  QH_FIELD_REFERENCE (QhAttendee, contact, N_ ("Contact"), QH_FIELD_REQUIRED, "contact"),
};

QH_DEFINE_RECORD (QhAttendee, qh_attendee, "attendee", "attendees", N_ ("Attendee"), NULL, fields,
                  NULL)
