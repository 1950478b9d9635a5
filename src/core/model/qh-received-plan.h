/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* Another person's plan, kept apart as it came. */
QH_DECLARE_RECORD (QhReceivedPlan, qh_received_plan, RECEIVED_PLAN)

struct _QhReceivedPlan {
  QhRecord parent_instance;

  char *plan;
  gint64 revision;
  int edition; /* QhEdition */
  char *sender;
  gint64 received; /* instant */
  char *bytes;
  int state; /* QhReceivedState */
};

G_END_DECLS
