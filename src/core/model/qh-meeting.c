/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-meeting.h"
#include "base/qh-error.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_REFERENCE (QhMeeting, client, N_ ("Client"), QH_FIELD_REQUIRED, "client"),
  QH_FIELD_TEXT (QhMeeting, title, N_ ("Title"), 0),
  QH_FIELD_INSTANT (QhMeeting, start, N_ ("Start"), 0),
  QH_FIELD_TEXT (QhMeeting, zone, N_ ("Time zone"), 0),
  QH_FIELD_INTEGER (QhMeeting, budget, N_ ("Planned length"), 0, 1, 86400, QH_NONE),
  QH_FIELD_ENUM (QhMeeting, mode, N_ ("Mode"), 0, qh_meeting_mode_values, QH_MEETING_MODE_ON_SITE),
  QH_FIELD_TEXT (QhMeeting, place, N_ ("Place"), 0),
  QH_FIELD_TEXT (QhMeeting, output, N_ ("Output"), QH_FIELD_SEARCHABLE),
  QH_FIELD_TEXT (QhMeeting, measure, N_ ("Measured by"), 0),
  QH_FIELD_TEXT (QhMeeting, ask, N_ ("The commitment we ask for"), 0),
  QH_FIELD_TEXT (QhMeeting, fallback, N_ ("If not"), 0),
  QH_FIELD_TEXT (QhMeeting, questions, N_ ("Questions to ask"),
                 QH_FIELD_SEARCHABLE | QH_FIELD_PRIVATE),
  QH_FIELD_TEXT (QhMeeting, objections, N_ ("Likely objections"),
                 QH_FIELD_SEARCHABLE | QH_FIELD_PRIVATE),
  QH_FIELD_TEXT (QhMeeting, value_proposition, N_ ("Value proposition"), 0),
  QH_FIELD_TEXT (QhMeeting, blueprint, N_ ("Blueprint"), 0),
  QH_FIELD_DATE (QhMeeting, gate_submitted, N_ ("Submitted to the gatekeeper"), 0),
  QH_FIELD_DATE (QhMeeting, cleared, N_ ("Cleared with the gatekeeper"), 0),
  QH_FIELD_ENUM (QhMeeting, status, N_ ("Status"), QH_FIELD_REQUIRED, qh_meeting_status_values,
                 QH_MEETING_STATUS_DRAFT),
  QH_FIELD_INTEGER (QhMeeting, revision, N_ ("Revision"), QH_FIELD_AUTOMATIC, 0, G_MAXINT32, 0),
  QH_FIELD_INTEGER (QhMeeting, score_at_start, N_ ("Score at the start"), 0, 0, 100, QH_NONE),
  QH_FIELD_INSTANT (QhMeeting, began, N_ ("Began"), 0),
  QH_FIELD_INSTANT (QhMeeting, ended, N_ ("Ended"), 0),
  QH_FIELD_ENUM (QhMeeting, output_reached, N_ ("Output reached"), 0, qh_output_reached_values, 0),
  QH_FIELD_ENUM (QhMeeting, result, N_ ("Result"), 0, qh_meeting_result_values, 0),
  QH_FIELD_TEXT (QhMeeting, learned, N_ ("What we learned"), QH_FIELD_SEARCHABLE),
  QH_FIELD_TEXT (QhMeeting, open_with, N_ ("What to open with next time"), QH_FIELD_SEARCHABLE),
  QH_FIELD_INTEGER (QhMeeting, ease, N_ ("How easy we were"), 0, 1, 7, QH_NONE),
  QH_FIELD_INTEGER (QhMeeting, client_rating, N_ ("The client's rating"), 0, 1, 7, QH_NONE),
  QH_FIELD_TEXT (QhMeeting, uid, N_ ("Calendar UID"), 0),
};

static gboolean
check (QhRecord *record, GError **error)
{
  QhMeeting *self = QH_MEETING (record);

  if (self->zone != NULL && !qh_zone_is_valid (self->zone)) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("zone: expected a time zone like Europe/Berlin, got “%s”"), self->zone);
    return FALSE;
  }
  if (self->began != QH_NONE && self->ended != QH_NONE && self->ended < self->began) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("ended: a meeting cannot end before it began"));
    return FALSE;
  }
  return TRUE;
}

QH_DEFINE_RECORD (QhMeeting, qh_meeting, "meeting", "meetings", N_ ("Meeting"), "title", fields,
                  check)
