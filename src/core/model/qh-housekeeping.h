/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* A task that leaves the meetings. */
QH_DECLARE_RECORD (QhHousekeeping, qh_housekeeping, HOUSEKEEPING)

struct _QhHousekeeping {
  QhRecord parent_instance;

  char *client; /* id of a client */
  char *task;
  gint64 minutes;
  int moved_to; /* QhHousekeepingTarget */
  int status; /* QhHousekeepingStatus */
};

G_END_DECLS
