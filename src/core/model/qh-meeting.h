/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* One appointment and its design. */
QH_DECLARE_RECORD (QhMeeting, qh_meeting, MEETING)

struct _QhMeeting {
  QhRecord parent_instance;

  char *client; /* id of a client */
  char *title;
  gint64 start; /* instant */
  char *zone;
  gint64 budget; /* seconds */
  int mode; /* QhMeetingMode */
  char *place;
  char *output;
  char *measure;
  char *ask;
  char *fallback;
  char *questions;
  char *objections;
  char *value_proposition;
  char *blueprint; /* what it was made from: the id of a shipped blueprint or of one's own */
  char *gate_submitted; /* date: when the opening agreement was laid before the gatekeeper */
  char *cleared; /* date */
  int status; /* QhMeetingStatus */
  gint64 revision;
  gint64 score_at_start;
  gint64 began; /* instant */
  gint64 ended; /* instant */
  int output_reached; /* QhOutputReached */
  int result; /* QhMeetingResult */
  char *learned;
  char *open_with; /* what the next meeting is to open with */
  gint64 ease;
  gint64 client_rating;
  char *uid; /* of the calendar event that it came from */
};

G_END_DECLS
