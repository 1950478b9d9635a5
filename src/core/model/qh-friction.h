/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* Something that makes us hard to do business with. */
QH_DECLARE_RECORD (QhFriction, qh_friction, FRICTION)

struct _QhFriction {
  QhRecord parent_instance;

  char *client; /* id of a client */
  char *contact; /* id of a contact */
  int touchpoint; /* QhTouchpoint */
  char *title;
  char *words;
  gint64 severity;
  gint64 minutes;
  gint64 times_per_year;
  char *reported; /* date */
  int status; /* QhFrictionStatus */
  char *owner;
  char *due; /* date */
  char *ask; /* of whoever takes it on */
  char *removed; /* date */
  char *change;
  int cause; /* QhFrictionCause */
  char *learned;
  char *told; /* date */
  char *reason;
  gint64 ease;
  char *contact_log; /* id of a contact_log */
  char *promise; /* id of a promise */
};

G_END_DECLS
