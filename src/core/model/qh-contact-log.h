/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* One inbound contact. */
QH_DECLARE_RECORD (QhContactLog, qh_contact_log, CONTACT_LOG)

struct _QhContactLog {
  QhRecord parent_instance;

  char *client; /* id of a client */
  char *contact; /* id of a contact */
  gint64 at; /* instant */
  int channel; /* QhContactChannel */
  gint64 rings;
  char *answered_by;
  char *words;
  char *wanted;
  gint64 minutes;
  int solved; /* QhSolved */
  gboolean failure;
  char *upgraded_to;
  char *upgrade_answer;
  char *upgrade_change;
  char *upgrade_told;
  char *learned;
  gint64 value;
};

G_END_DECLS
