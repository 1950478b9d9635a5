/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* One audit of a way a client reaches us. */
QH_DECLARE_RECORD (QhTouchpointCheck, qh_touchpoint_check, TOUCHPOINT_CHECK)

struct _QhTouchpointCheck {
  QhRecord parent_instance;

  int touchpoint; /* QhTouchpoint */
  char *checked_on; /* date */
  char *owner;
  gboolean live_person;
  gint64 seconds_to_person;
  gint64 menu_levels;
  gint64 hours_to_answer;
  gint64 knew;
  char *finding;
  char *ambassador;
};

G_END_DECLS
