/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* Something that someone on our side said would happen. */
QH_DECLARE_RECORD (QhPromise, qh_promise, PROMISE)

struct _QhPromise {
  QhRecord parent_instance;

  char *client; /* id of a client */
  char *contact; /* id of a contact */
  char *what;
  int made_by; /* QhPromiseMaker */
  char *person;
  char *made; /* date */
  char *due; /* date */
  int status; /* QhPromiseStatus */
  char *kept; /* date */
  char *broken; /* date */
  gint64 moves;
  char *moved_from; /* date */
  gboolean consent;
  char *reason;
  gboolean public;
};

G_END_DECLS
