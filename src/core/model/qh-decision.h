/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* What is to become of the friction at a touchpoint. Of several the newest counts. */
QH_DECLARE_RECORD (QhDecision, qh_decision, DECISION)

struct _QhDecision {
  QhRecord parent_instance;

  int touchpoint; /* QhTouchpoint */
  int verdict; /* QhVerdict */
  char *reason;
  char *look_again; /* date, from which on it has to be decided anew */
  char *decided; /* date */
};

G_END_DECLS
