/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* A finding that the rep accepts, with his reason. */
QH_DECLARE_RECORD (QhFindingAccepted, qh_finding_accepted, FINDING_ACCEPTED)

struct _QhFindingAccepted {
  QhRecord parent_instance;

  char *meeting; /* id of a meeting */
  char *rule;
  char *segment; /* id of a segment */
  char *key;
  char *reason;
};

G_END_DECLS
