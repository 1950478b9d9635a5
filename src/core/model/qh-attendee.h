/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* A contact who takes part in a meeting. */
QH_DECLARE_RECORD (QhAttendee, qh_attendee, ATTENDEE)

struct _QhAttendee {
  QhRecord parent_instance;

  char *meeting; /* id of a meeting */
  char *contact; /* id of a contact */
};

G_END_DECLS
