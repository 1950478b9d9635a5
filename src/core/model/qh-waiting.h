/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"
#include "record/qh-record.h"

G_BEGIN_DECLS

/* A client who waits for a copy. */
QH_DECLARE_RECORD (QhWaiting, qh_waiting, WAITING)

struct _QhWaiting {
  QhRecord parent_instance;

  char *content; /* id of a content */
  char *client; /* id of a client */
  gint64 since; /* instant */
};

G_END_DECLS
