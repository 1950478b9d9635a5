/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

#define QH_RECEIVED_BLOCKERS_MAX 10000

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

  /* Out of the bytes, for a queue that need not read them; QH_NONE and NULL: not there. */
  char *title;
  char *client; /* the client's name */
  gint64 start; /* instant */
  gint64 score;
  gint64 blockers; /* how many stand, accepted ones left out */
  char *output;
  char *signer_key; /* whose seal it bears; NULL: none */
  char *digest;

  gboolean conflict; /* the same revision is here with other contents */
  char *review; /* the review while it is written and after: members as in a review file */
};

G_END_DECLS
